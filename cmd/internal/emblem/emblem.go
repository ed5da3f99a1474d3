// Package emblem is the game's own drawing, a round mark and a square one on its
// corner: you, and what happened. It is written as SVG, as PNG of any size, and on
// the picture that other sites show beside a link.
package emblem

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/vector"

	"hardcases/game/play"
	"hardcases/scenes/theme"
)

// side is the side of the drawing in its own units. The round mark stands around
// (11, 16), the square one around (22, 16) with 7 from there to a corner.
const (
	side             = 32
	corner           = 6
	roundX, roundR   = 11, 6
	squareX, squareR = 22, 7
	middle           = side / 2
)

// Shape is what lies behind the marks.
type Shape int

// The shapes.
const (
	// Rounded is a tile with round corners, on nothing.
	Rounded Shape = iota
	// Full fills the picture, for systems that cut it to a shape of their own: the
	// marks keep to the middle 80 %, as https://www.w3.org/TR/appmanifest/#icon-masks asks.
	Full
)

// colours are those of the dark theme, whichever one the player has.
func colours() (ground, you, theirs color.RGBA) {
	dark := theme.Of(play.Dark, true)
	return theme.Of(play.Light, false).Color(theme.Ink), dark.Color(theme.You), dark.Color(theme.Theirs)
}

// Ground is the colour behind the marks, as style sheets write it.
func Ground() string { return theme.Of(play.Light, false).Hex(theme.Ink) }

// SVG is the drawing as a picture of any size.
func SVG() string {
	dark := theme.Of(play.Dark, true)
	return fmt.Sprintf(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'><rect width='%d' height='%d' rx='%d' fill='%s'/>`+
		`<circle cx='%d' cy='%d' r='%d' fill='%s'/><path d='M%d %dl%d %d-%d %d-%d-%dz' fill='%s'/></svg>`,
		side, side, side, side, corner, Ground(), roundX, middle, roundR, dark.Hex(theme.You),
		squareX, middle-squareR, squareR, squareR, squareR, squareR, squareR, squareR, dark.Hex(theme.Theirs))
}

// Draw gives the drawing, pixels wide and high.
func Draw(pixels int, shape Shape) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, pixels, pixels))
	ground, _, _ := colours()
	p := pen{picture, float32(pixels) / side, 0, 0}
	if shape == Full {
		draw.Draw(picture, picture.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
		p.unit *= 0.8
		p.x, p.y = float32(pixels)*0.1, float32(pixels)*0.1
	} else {
		p.tile(ground)
	}
	p.marks()
	return picture
}

// PNG is Draw as a file.
func PNG(pixels int, shape Shape) ([]byte, error) { return Encode(Draw(pixels, shape)) }

// Encode writes a picture as PNG, as small as it goes.
func Encode(m image.Image) ([]byte, error) {
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m)
	return b.Bytes(), err
}

// pen draws in the drawing's own units.
type pen struct {
	on   draw.Image
	unit float32 // in pixels
	x, y float32 // of the drawing's corner, in pixels
}

// marks draws the two marks.
func (p pen) marks() {
	_, you, theirs := colours()
	p.fill(you, func(at func(x, y float32) (float32, float32), v *vector.Rasterizer) {
		rounded(at, v, roundX-roundR, middle-roundR, roundX+roundR, middle+roundR, roundR)
	})
	p.fill(theirs, func(at func(x, y float32) (float32, float32), v *vector.Rasterizer) {
		v.MoveTo(at(squareX, middle-squareR))
		v.LineTo(at(squareX+squareR, middle))
		v.LineTo(at(squareX, middle+squareR))
		v.LineTo(at(squareX-squareR, middle))
	})
}

// tile draws what lies behind them, with round corners.
func (p pen) tile(c color.RGBA) {
	p.fill(c, func(at func(x, y float32) (float32, float32), v *vector.Rasterizer) {
		rounded(at, v, 0, 0, side, side, corner)
	})
}

// fill paints what a path goes around.
func (p pen) fill(c color.RGBA, path func(at func(x, y float32) (float32, float32), v *vector.Rasterizer)) {
	size := p.on.Bounds().Size()
	v := vector.NewRasterizer(size.X, size.Y)
	path(func(x, y float32) (float32, float32) { return p.x + x*p.unit, p.y + y*p.unit }, v)
	v.ClosePath()
	v.Draw(p.on, p.on.Bounds(), image.NewUniform(c), image.Point{})
}

// bow is how far the handles of a curve stand off that goes a quarter around.
const bow = 0.5522848

// rounded goes around a rectangle with round corners.
func rounded(at func(x, y float32) (float32, float32), v *vector.Rasterizer, left, top, right, bottom, r float32) {
	k := r * (1 - bow)
	curve := func(x1, y1, x2, y2, x3, y3 float32) {
		ax, ay := at(x1, y1)
		bx, by := at(x2, y2)
		cx, cy := at(x3, y3)
		v.CubeTo(ax, ay, bx, by, cx, cy)
	}
	v.MoveTo(at(left+r, top))
	v.LineTo(at(right-r, top))
	curve(right-k, top, right, top+k, right, top+r)
	v.LineTo(at(right, bottom-r))
	curve(right, bottom-k, right-k, bottom, right-r, bottom)
	v.LineTo(at(left+r, bottom))
	curve(left+k, bottom, left, bottom-k, left, bottom-r)
	v.LineTo(at(left, top+r))
	curve(left, top+k, left+k, top, left+r, top)
}
