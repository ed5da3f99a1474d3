package paint

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/scenes/layout"
)

func TestDash(t *testing.T) {
	tests := []struct {
		name   string
		points []layout.Point
		want   [][2]layout.Point
	}{
		{"a straight line", []layout.Point{{}, {X: 20}}, [][2]layout.Point{{{}, {X: 8}}, {{X: 13}, {X: 20}}}},
		{"a dash goes round a corner", []layout.Point{{}, {X: 5}, {X: 5, Y: 5}}, [][2]layout.Point{{{}, {X: 5}}, {{X: 5}, {X: 5, Y: 3}}}},
		{"a gap too", []layout.Point{{}, {X: 10}, {X: 10, Y: 10}}, [][2]layout.Point{{{}, {X: 8}}, {{X: 10, Y: 3}, {X: 10, Y: 10}}}},
		{"points in one place", []layout.Point{{X: 1}, {X: 1}, {X: 5}}, [][2]layout.Point{{{X: 1}, {X: 5}}}},
		{"no line", []layout.Point{{X: 1}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got [][2]layout.Point
			dash(tt.points, 8, 5, func(a, b layout.Point) { got = append(got, [2]layout.Point{round(a), round(b)}) })
			assert.Equal(t, tt.want, got)
		})
	}
}

func round(p layout.Point) layout.Point {
	return layout.Point{X: math.Round(p.X*1e6) / 1e6, Y: math.Round(p.Y*1e6) / 1e6}
}
