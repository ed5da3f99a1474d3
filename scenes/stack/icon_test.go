package stack

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/scenes/theme"
)

func TestIconsKeepToTheirBox(t *testing.T) {
	for _, layer := range []string{Visitor, Name, Carrier, Shield, Host, Archive} {
		icon, ok := Icon(layer, theme.You)
		require.True(t, ok, layer)
		x0, y0, x1, y1 := bounds(icon)
		assert.GreaterOrEqual(t, x0, 0.0, layer)
		assert.GreaterOrEqual(t, y0, 0.0, layer)
		assert.LessOrEqual(t, x1, IconWidth, layer)
		assert.LessOrEqual(t, y1, IconHeight, layer)
		assert.Greater(t, y1-y0, 15.0, layer)
		for _, s := range icon {
			assert.Contains(t, []theme.Token{theme.You, theme.Card}, s.Token, layer)
		}
	}
	_, ok := Icon("harbour", theme.Ink)
	assert.False(t, ok, "a layer of a pack's own has no icon")
}

// bounds is the rectangle that shapes cover, with their lines.
func bounds(shapes []Shape) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range shapes {
		reach := s.Radius
		if s.Kind == Line {
			reach = s.Width / 2
		}
		for _, p := range s.Points {
			x0, y0 = math.Min(x0, p.X-reach), math.Min(y0, p.Y-reach)
			x1, y1 = math.Max(x1, p.X+reach), math.Max(y1, p.Y+reach)
		}
	}
	return x0, y0, x1, y1
}
