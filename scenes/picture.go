package scenes

import (
	"bytes"
	"image"
	"image/png"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/scenes/paint"
	"hardcases/scenes/theme"
)

// PictureWidth is the width of a picture, in pixels; its height is that of its
// content.
const PictureWidth = 1200

// Picture paints a tree as a PNG, in light colours: a share card, say. It must
// be called while the game runs, as Ebitengine reads no pixels before.
func Picture(root *view.Node) ([]byte, error) {
	faces := face.New()
	engine := layout.New(faces)
	in := layout.Input{Width: PictureWidth, Height: 1, TextScale: 1, Undocked: true, RightToLeft: locale.RightToLeft(root.Lang)}
	for _, l := range engine.Layout(root, in).Layers {
		in.Height = max(in.Height, l.Content)
	}
	placed := engine.Layout(root, in)
	unit := PictureWidth / placed.Width
	size := image.Pt(PictureWidth, int(placed.Height*unit))
	canvas := ebiten.NewImage(size.X, size.Y)
	defer canvas.Deallocate()
	paint.New(faces).Paint(canvas, placed, paint.View{
		Theme: theme.Of(play.Light, false), Unit: unit, Hover: -1, Pressed: -1, Focus: -1,
	})
	pixels := image.NewRGBA(image.Rectangle{Max: size})
	canvas.ReadPixels(pixels.Pix)
	var out bytes.Buffer
	err := png.Encode(&out, pixels)
	return out.Bytes(), err
}
