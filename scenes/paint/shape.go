package paint

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/scenes/glyph"
	"hardcases/scenes/layout"
	"hardcases/scenes/theme"
)

// shapes keeps round and slanted shapes as masks, each drawn once. What is
// straight needs no mask: it is one white pixel, stretched.
type shapes struct {
	white *ebiten.Image
	masks map[maskKey]*ebiten.Image
}

// maskKey is what a mask depends on, in device pixels.
type maskKey struct {
	form form
	size int
	wide int // of a ring
}

type form uint8

const (
	disc form = iota
	ring
	diamond
	check
	arrowStart
	arrowEnd
	enter
)

// pixel is one white pixel.
func (s *shapes) pixel() *ebiten.Image {
	if s.white == nil {
		img := ebiten.NewImage(3, 3)
		img.Fill(color.White)
		s.white = img.SubImage(image.Rect(1, 1, 2, 2)).(*ebiten.Image)
	}
	return s.white
}

func (s *shapes) mask(k maskKey) *ebiten.Image {
	if m, ok := s.masks[k]; ok {
		return m
	}
	if s.masks == nil || len(s.masks) > 256 {
		s.masks = map[maskKey]*ebiten.Image{}
	}
	m := upload(k.draw())
	s.masks[k] = m
	return m
}

// draw is the mask as it covers the pixels.
func (k maskKey) draw() *image.Alpha {
	size := float64(k.size)
	r, middle := size/2, point{size / 2, size / 2}
	pen := newPen(k.size, k.size)
	switch k.form {
	case disc, ring:
		pen.circle(middle, r)
		if inner := r - float64(k.wide); k.form == ring && inner > 0 {
			pen.circle(middle, -inner)
		}
	case diamond:
		pen.polygon(point{r, 0}, point{size, r}, point{r, size}, point{0, r})
	default:
		for _, line := range k.form.strokes() {
			for i := range line {
				line[i] = point{line[i].X * size, line[i].Y * size}
			}
			pen.stroke(line, size*0.11)
		}
	}
	return pen.mask()
}

// strokes are the lines of a sign that is made of lines, in parts of its size.
func (f form) strokes() [][]point {
	switch f {
	case check:
		return [][]point{{{0.12, 0.55}, {0.4, 0.82}, {0.88, 0.2}}}
	case arrowStart:
		return [][]point{{{0.9, 0.5}, {0.12, 0.5}}, {{0.4, 0.22}, {0.12, 0.5}, {0.4, 0.78}}}
	case arrowEnd:
		return [][]point{{{0.1, 0.5}, {0.88, 0.5}}, {{0.6, 0.22}, {0.88, 0.5}, {0.6, 0.78}}}
	case enter:
		return [][]point{{{0.88, 0.12}, {0.88, 0.6}, {0.12, 0.6}}, {{0.38, 0.36}, {0.12, 0.6}, {0.38, 0.84}}}
	case disc, ring, diamond:
	}
	return nil
}

// formOf is the mask of a character that is drawn as a shape.
func formOf(s glyph.Shape) (form, bool) {
	switch s {
	case glyph.Disc:
		return disc, true
	case glyph.Diamond:
		return diamond, true
	case glyph.Check:
		return check, true
	case glyph.ArrowStart:
		return arrowStart, true
	case glyph.ArrowEnd:
		return arrowEnd, true
	case glyph.Return:
		return enter, true
	case glyph.Nothing:
	}
	return 0, false
}

// block fills a rectangle.
func (p *Painter) block(r layout.Rect, k theme.Token) { p.fill(p.pixels(r), k) }

func (p *Painter) fill(r image.Rectangle, k theme.Token) {
	if k == theme.None || r.Empty() {
		return
	}
	op := p.options(k)
	op.GeoM.Scale(float64(r.Dx()), float64(r.Dy()))
	op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	p.dst.DrawImage(p.shapes.pixel(), op)
}

// stamp draws a part of a mask with its upper left corner at a pixel.
func (p *Painter) stamp(mask *ebiten.Image, part image.Rectangle, x, y int, k theme.Token) {
	op := p.options(k)
	op.GeoM.Translate(float64(x), float64(y))
	p.dst.DrawImage(sub(mask, part), op)
}

// options are how an image is drawn in a colour. They are the painter's own, so that
// what moves allocates nothing.
func (p *Painter) options(k theme.Token) *ebiten.DrawImageOptions {
	p.image.GeoM.Reset()
	p.image.ColorScale = p.scale(k)
	return &p.image
}

// scale is what makes white a colour, as faint as things are.
func (p *Painter) scale(k theme.Token) ebiten.ColorScale {
	var s ebiten.ColorScale
	c := p.view.Theme.Color(k)
	s.Scale(float32(c.R)/255, float32(c.G)/255, float32(c.B)/255, float32(c.A)/255)
	s.ScaleAlpha(1 - p.fade)
	return s
}

// panel draws a filled and bordered rectangle.
func (p *Painter) panel(r layout.Rect, panel layout.Panel) {
	px := p.pixels(r)
	if px.Empty() {
		return
	}
	radius := 0
	if panel.Radius > 0 {
		radius = min(p.length(panel.Radius), px.Dx()/2, px.Dy()/2)
	}
	wide := 0
	if panel.Width > 0 && panel.Border != theme.None {
		wide = p.length(panel.Width)
	}
	switch {
	case wide > 0 && panel.Fill != theme.None:
		p.round(px, radius, panel.Border)
		p.round(px.Inset(wide), max(0, radius-wide), panel.Fill)
	case wide > 0:
		p.outline(px, radius, wide, panel.Border)
	default:
		p.round(px, radius, panel.Fill)
	}
}

// round fills a rectangle with round corners.
func (p *Painter) round(r image.Rectangle, radius int, k theme.Token) {
	if k == theme.None || r.Empty() {
		return
	}
	if radius <= 0 {
		p.fill(r, k)
		return
	}
	p.corners(r, radius, maskKey{form: disc, size: 2 * radius}, k)
	p.fill(image.Rect(r.Min.X+radius, r.Min.Y, r.Max.X-radius, r.Min.Y+radius), k)
	p.fill(image.Rect(r.Min.X, r.Min.Y+radius, r.Max.X, r.Max.Y-radius), k)
	p.fill(image.Rect(r.Min.X+radius, r.Max.Y-radius, r.Max.X-radius, r.Max.Y), k)
}

// outline draws the border of a rectangle with round corners, and nothing in
// it.
func (p *Painter) outline(r image.Rectangle, radius, wide int, k theme.Token) {
	radius = max(radius, wide)
	p.corners(r, radius, maskKey{form: ring, size: 2 * radius, wide: wide}, k)
	p.fill(image.Rect(r.Min.X+radius, r.Min.Y, r.Max.X-radius, r.Min.Y+wide), k)
	p.fill(image.Rect(r.Min.X+radius, r.Max.Y-wide, r.Max.X-radius, r.Max.Y), k)
	p.fill(image.Rect(r.Min.X, r.Min.Y+radius, r.Min.X+wide, r.Max.Y-radius), k)
	p.fill(image.Rect(r.Max.X-wide, r.Min.Y+radius, r.Max.X, r.Max.Y-radius), k)
}

func (p *Painter) corners(r image.Rectangle, radius int, key maskKey, k theme.Token) {
	m := p.shapes.mask(key)
	d := 2 * radius
	p.stamp(m, image.Rect(0, 0, radius, radius), r.Min.X, r.Min.Y, k)
	p.stamp(m, image.Rect(radius, 0, d, radius), r.Max.X-radius, r.Min.Y, k)
	p.stamp(m, image.Rect(0, radius, radius, d), r.Min.X, r.Max.Y-radius, k)
	p.stamp(m, image.Rect(radius, radius, d, d), r.Max.X-radius, r.Max.Y-radius, k)
}

// mark draws a shape of the layout.
func (p *Painter) mark(m *layout.Mark) {
	switch m.Kind {
	case layout.Block:
		panel := layout.Panel{Fill: m.Token, Radius: m.Radius}
		if m.Width > 0 {
			panel = layout.Panel{Border: m.Token, Width: m.Width, Radius: m.Radius}
		}
		r := m.Rect
		if r.H <= 1 {
			p.fill(p.hairline(r), m.Token)
			return
		}
		p.panel(r, panel)
	case layout.Circle:
		if m.Width > 0 {
			p.whole(maskKey{form: ring, wide: p.length(m.Width)}, m.Rect, m.Token)
			return
		}
		p.haloed(disc, m)
	case layout.Diamond:
		p.haloed(diamond, m)
	case layout.Line:
		if m.Token != theme.None {
			p.line(m)
		}
	case layout.Area:
		p.area(m)
	}
}

// hairline is a line as thin as a device independent pixel, on whole device
// pixels, so that all are equally thick.
func (p *Painter) hairline(r layout.Rect) image.Rectangle {
	y := p.py(r.Y)
	return image.Rect(p.px(r.X), y, p.px(r.Right()), y+p.length(r.H))
}

// haloed draws a shape, on a larger one in the colour of its halo.
func (p *Painter) haloed(f form, m *layout.Mark) {
	if m.Halo != theme.None {
		p.whole(maskKey{form: f}, m.HaloRect(), m.Halo)
	}
	p.whole(maskKey{form: f}, m.Rect, m.Token)
}

// whole draws a mask as large as a rectangle is wide, in the middle of it.
func (p *Painter) whole(key maskKey, r layout.Rect, k theme.Token) {
	key.size = p.length(r.W)
	x := int(math.Round(p.dx + (r.X+r.W/2)*p.view.Unit - float64(key.size)/2))
	y := int(math.Round(p.dy + (r.Y+r.H/2)*p.view.Unit - float64(key.size)/2))
	p.stamp(p.shapes.mask(key), image.Rect(0, 0, key.size, key.size), x, y, k)
}
