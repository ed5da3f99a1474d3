package emblem

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDraw: the tile leaves its corners open, the full one has none, and the marks
// of the full one keep out of what a system may cut away.
func TestDraw(t *testing.T) {
	ground, you, theirs := colours()
	for _, pixels := range []int{16, 32, 180, 512} {
		tile, full := Draw(pixels, Rounded), Draw(pixels, Full)
		require.Equal(t, image.Rect(0, 0, pixels, pixels), tile.Bounds())
		require.Less(t, tile.RGBAAt(0, 0).A, uint8(8))
		require.Equal(t, ground, full.RGBAAt(0, 0))
		require.Equal(t, you, tile.RGBAAt(pixels*9/side, pixels/2))
		require.Equal(t, theirs, tile.RGBAAt(pixels*24/side, pixels/2))
		radius := float64(pixels) * 0.4
		for y := range pixels {
			for x := range pixels {
				dx, dy := float64(x)+0.5-float64(pixels)/2, float64(y)+0.5-float64(pixels)/2
				if dx*dx+dy*dy > radius*radius {
					require.Equal(t, ground, full.RGBAAt(x, y), "%d of %d, %d", x, pixels, y)
				}
			}
		}
	}
}

func TestSVGIsWhole(t *testing.T) {
	d := xml.NewDecoder(bytes.NewReader([]byte(SVG())))
	names := map[string]int{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		if e, ok := token.(xml.StartElement); ok {
			names[e.Name.Local]++
		}
	}
	require.Equal(t, map[string]int{"svg": 1, "rect": 1, "circle": 1, "path": 1}, names)
}

// TestCard: it has the size that is asked for, and its text keeps to its place.
func TestCard(t *testing.T) {
	b, err := Card("Hard Cases", "You run the network. Would you have pulled the plug?")
	require.NoError(t, err)
	again, err := Card("Hard Cases", "You run the network. Would you have pulled the plug?")
	require.NoError(t, err)
	require.Equal(t, b, again)
	m, err := png.Decode(bytes.NewReader(b))
	require.NoError(t, err)
	require.Equal(t, image.Rect(0, 0, CardWidth, CardHeight), m.Bounds())
	ground, _, _ := colours()
	inked := 0
	for y := range CardHeight {
		for x := range CardWidth {
			c := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)
			if c == ground {
				continue
			}
			inked++
			require.True(t, x >= 90 && x < CardWidth-90 && y > 60 && y < CardHeight-60, "%d, %d", x, y)
		}
	}
	require.Greater(t, inked, 20_000)
}
