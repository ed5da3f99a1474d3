package contrast_test

import (
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/proving/contrast"
)

func TestRatio(t *testing.T) {
	black, white, grey := color.RGBA{A: 255}, color.RGBA{255, 255, 255, 255}, color.RGBA{0x76, 0x76, 0x76, 255}
	assert.InDelta(t, 21, contrast.Ratio(black, white), 0.001)
	assert.InDelta(t, 21, contrast.Ratio(white, black), 0.001)
	assert.InDelta(t, 1, contrast.Ratio(white, white), 0.001)
	assert.InDelta(t, 4.54, contrast.Ratio(grey, white), 0.01, "the darkest grey that fails on white is next to this one")
}
