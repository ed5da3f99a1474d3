package paint

import (
	"image"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDash(t *testing.T) {
	tests := []struct {
		name   string
		points []point
		want   [][2]point
	}{
		{"a straight line", []point{{}, {X: 20}}, [][2]point{{{}, {X: 8}}, {{X: 13}, {X: 20}}}},
		{"a dash goes round a corner", []point{{}, {X: 5}, {X: 5, Y: 5}}, [][2]point{{{}, {X: 5}}, {{X: 5}, {X: 5, Y: 3}}}},
		{"a gap too", []point{{}, {X: 10}, {X: 10, Y: 10}}, [][2]point{{{}, {X: 8}}, {{X: 10, Y: 3}, {X: 10, Y: 10}}}},
		{"points in one place", []point{{X: 1}, {X: 1}, {X: 5}}, [][2]point{{{X: 1}, {X: 5}}}},
		{"no line", []point{{X: 1}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got [][2]point
			dash(tt.points, 8, 5, func(a, b point) { got = append(got, [2]point{round(a), round(b)}) })
			assert.Equal(t, tt.want, got)
		})
	}
}

func round(p point) point {
	return point{X: math.Round(p.X*1e6) / 1e6, Y: math.Round(p.Y*1e6) / 1e6}
}

func TestPen(t *testing.T) {
	covered := func(m *image.Alpha) float64 { // in pixels
		sum := 0.0
		for _, a := range m.Pix {
			sum += float64(a) / 255
		}
		return sum
	}
	for name, test := range map[string]struct {
		key  maskKey
		want float64
	}{
		"disc":    {maskKey{form: disc, size: 40}, math.Pi * 400},
		"ring":    {maskKey{form: ring, size: 40, wide: 4}, math.Pi * (400 - 256)},
		"diamond": {maskKey{form: diamond, size: 40}, 800},
		"check":   {maskKey{form: check, size: 100}, 11 * (39 + 78)},
	} {
		assert.InEpsilon(t, test.want, covered(test.key.draw()), 0.15, name)
	}
	p := newPen(40, 20)
	p.stroke([]point{{X: 10, Y: 10}, {X: 30, Y: 10}, {X: 10, Y: 10}}, 4)
	assert.InEpsilon(t, 20*4+math.Pi*4, covered(p.mask()), 0.02, "what lies on itself is not taken out")
}
