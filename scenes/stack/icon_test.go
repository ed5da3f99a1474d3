package stack

import (
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
