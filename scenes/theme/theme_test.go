package theme

import (
	"fmt"
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/game/play"
)

func TestContrast(t *testing.T) {
	black, white := rgb(0x000000), rgb(0xffffff)
	assert.InDelta(t, 21, Contrast(black, white), 0.001)
	assert.InDelta(t, 21, Contrast(white, black), 0.001)
	assert.InDelta(t, 1, Contrast(white, white), 0.001)
	assert.InDelta(t, 4.54, Contrast(rgb(0x767676), white), 0.01, "the darkest grey that fails on white is next to this one")
}

func TestPairs(t *testing.T) {
	for _, th := range All() {
		text := 4.5
		if th.Name == play.Contrast {
			text = 7
		}
		for _, p := range TextPairs() {
			assert.GreaterOrEqual(t, Contrast(th.Color(p.Front), th.Color(p.Back)), text, describe(th, p))
		}
		for _, p := range ShapePairs() {
			assert.GreaterOrEqual(t, Contrast(th.Color(p.Front), th.Color(p.Back)), 3.0, describe(th, p))
		}
	}
}

func describe(th *Theme, p Pair) string {
	return fmt.Sprintf("%s: %v on %v", th.Name, th.Color(p.Front), th.Color(p.Back))
}

func TestEveryTokenHasAColour(t *testing.T) {
	for _, th := range All() {
		for k := Paper; k < tokens; k++ {
			assert.NotZero(t, th.Color(k).A, "token %d of %s", k, th.Name)
		}
		assert.Equal(t, color.RGBA{}, th.Color(None))
	}
}

func TestOf(t *testing.T) {
	tests := []struct {
		choice play.Theme
		dark   bool
		paper  color.RGBA
	}{
		{play.Auto, false, rgb(0xf6f2e9)},
		{play.Auto, true, rgb(0x11151b)},
		{play.Light, true, rgb(0xf6f2e9)},
		{play.Dark, false, rgb(0x11151b)},
		{play.Contrast, false, rgb(0xffffff)},
		{play.Contrast, true, rgb(0x000000)},
		{"", false, rgb(0xf6f2e9)},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.paper, Of(tt.choice, tt.dark).Color(Paper), "%s, dark %v", tt.choice, tt.dark)
	}
}
