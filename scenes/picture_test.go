package scenes

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestScrambled tells a picture that was read back right from one whose pixels the
// browser has replaced.
func TestScrambled(t *testing.T) {
	ground := color.RGBA{R: 250, G: 248, B: 240, A: 255}
	picture := image.NewRGBA(image.Rect(0, 0, 1200, 540))
	require.True(t, scrambled(picture, ground), "nothing was read")
	draw.Draw(picture, picture.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	draw.Draw(picture, picture.Rect.Inset(20), image.Black, image.Point{}, draw.Src)
	require.False(t, scrambled(picture, ground))
	for x := 0; x < 1200; x += 3 {
		draw.Draw(picture, image.Rect(x, 0, x+1, 540), image.NewUniform(color.RGBA{R: 120, B: 200, A: 255}), image.Point{}, draw.Src)
	}
	require.True(t, scrambled(picture, ground), "stripes")
}
