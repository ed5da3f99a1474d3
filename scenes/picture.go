package scenes

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/scenes/paint"
	"hardcases/scenes/theme"
)

// PictureWidth and PictureHeight are the size of a picture, in pixels: what other
// sites show beside a link. One of much content is higher.
const PictureWidth, PictureHeight = 1200, 630

// ErrScrambled says that what was painted could not be read: some browsers give pages
// other pixels than there are, so that nobody is known again by them.
var ErrScrambled = errors.New("this browser lets no page read what it has painted")

// Picture paints a tree as a PNG, in light colours: a share card, say. It must
// be called while the game runs, as Ebitengine reads no pixels before.
func Picture(root *view.Node) ([]byte, error) {
	faces := face.New()
	placed := layout.Fitted(layout.New(faces), root, PictureWidth, PictureHeight)
	unit := PictureWidth / placed.Width
	size := image.Pt(PictureWidth, int(math.Round(placed.Height*unit)))
	canvas := ebiten.NewImage(size.X, size.Y)
	defer canvas.Deallocate()
	light := theme.Of(play.Light, false)
	paint.New(faces).Paint(canvas, placed, paint.View{
		Theme: light, Unit: unit, Hover: -1, Pressed: -1, Focus: -1,
	})
	pixels := image.NewRGBA(image.Rectangle{Max: size})
	canvas.ReadPixels(pixels.Pix)
	if scrambled(pixels, light.Color(placed.Layers[0].Back.Fill)) {
		return nil, ErrScrambled
	}
	var out bytes.Buffer
	err := png.Encode(&out, pixels)
	return out.Bytes(), err
}

// scrambled says whether the corners of a picture, where nothing is but its ground,
// have another colour.
func scrambled(picture *image.RGBA, ground color.RGBA) bool {
	last := picture.Rect.Max.Sub(image.Pt(1, 1))
	for _, at := range []image.Point{{}, {X: last.X}, {Y: last.Y}, last} {
		if picture.RGBAAt(at.X, at.Y) != ground {
			return true
		}
	}
	return false
}
