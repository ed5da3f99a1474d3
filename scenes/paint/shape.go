package paint

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

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
	m := ebiten.NewImage(k.size, k.size)
	k.draw(m)
	s.masks[k] = m
	return m
}

func (k maskKey) draw(dst *ebiten.Image) {
	size := float32(k.size)
	r := size / 2
	var path vector.Path
	fill := &vector.FillOptions{}
	switch k.form {
	case disc, ring:
		path.Arc(r, r, r, 0, 2*math.Pi, vector.Clockwise)
		path.Close()
		if inner := r - float32(k.wide); k.form == ring && inner > 0 {
			path.MoveTo(r+inner, r)
			path.Arc(r, r, inner, 0, 2*math.Pi, vector.Clockwise)
			path.Close()
			fill.FillRule = vector.FillRuleEvenOdd
		}
	case diamond:
		path.MoveTo(r, 0)
		path.LineTo(size, r)
		path.LineTo(r, size)
		path.LineTo(0, r)
		path.Close()
	default:
		k.stroke(&path, size)
	}
	vector.FillPath(dst, &path, fill, &vector.DrawPathOptions{AntiAlias: true})
}

// stroke draws the signs that are made of lines.
func (k maskKey) stroke(path *vector.Path, size float32) {
	var line vector.Path
	at := func(x, y float32) (float32, float32) { return x * size, y * size }
	move := func(x, y float32) { line.MoveTo(at(x, y)) }
	to := func(x, y float32) { line.LineTo(at(x, y)) }
	switch k.form {
	case check:
		move(0.12, 0.55)
		to(0.4, 0.82)
		to(0.88, 0.2)
	case arrowStart:
		move(0.9, 0.5)
		to(0.12, 0.5)
		move(0.4, 0.22)
		to(0.12, 0.5)
		to(0.4, 0.78)
	case arrowEnd:
		move(0.1, 0.5)
		to(0.88, 0.5)
		move(0.6, 0.22)
		to(0.88, 0.5)
		to(0.6, 0.78)
	case enter:
		move(0.88, 0.12)
		to(0.88, 0.6)
		to(0.12, 0.6)
		move(0.38, 0.36)
		to(0.12, 0.6)
		to(0.38, 0.84)
	}
	opts := &vector.AddStrokeOptions{}
	opts.Width, opts.LineCap, opts.LineJoin = size*0.11, vector.LineCapRound, vector.LineJoinRound
	path.AddStroke(&line, opts)
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
	}
	return 0, false
}

// block fills a rectangle.
func (p *Painter) block(r layout.Rect, k theme.Token) { p.fill(p.pixels(r), k) }

func (p *Painter) fill(r image.Rectangle, k theme.Token) {
	if k == theme.None || r.Empty() {
		return
	}
	op := &ebiten.DrawImageOptions{}
	op.GeoM.Scale(float64(r.Dx()), float64(r.Dy()))
	op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	op.ColorScale.ScaleWithColor(p.view.Theme.Color(k))
	p.dst.DrawImage(p.shapes.pixel(), op)
}

// stamp draws a part of a mask with its upper left corner at a pixel.
func (p *Painter) stamp(mask *ebiten.Image, part image.Rectangle, x, y int, k theme.Token) {
	op := &ebiten.DrawImageOptions{}
	op.GeoM.Translate(float64(x), float64(y))
	op.ColorScale.ScaleWithColor(p.view.Theme.Color(k))
	p.dst.DrawImage(mask.SubImage(part).(*ebiten.Image), op)
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
		p.haloed(disc, m, 2)
	case layout.Diamond:
		p.haloed(diamond, m, 3)
	case layout.Line:
		p.line(m)
	}
}

// hairline is a line as thin as a device independent pixel, on whole device
// pixels, so that all are equally thick.
func (p *Painter) hairline(r layout.Rect) image.Rectangle {
	y := p.py(r.Y)
	return image.Rect(p.px(r.X), y, p.px(r.Right()), y+p.length(r.H))
}

// haloed draws a shape, on a larger one in the colour of its halo.
func (p *Painter) haloed(f form, m *layout.Mark, halo float64) {
	if m.Halo != theme.None {
		p.whole(maskKey{form: f}, m.Rect.Grow(halo, halo), m.Halo)
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

// line strokes a line through points, in dashes where it is dashed.
func (p *Painter) line(m *layout.Mark) {
	points := p.res.Points[m.Points.From:m.Points.To]
	var path vector.Path
	at := func(q layout.Point) (float32, float32) {
		return float32(p.dx + q.X*p.view.Unit), float32(p.dy + q.Y*p.view.Unit)
	}
	if m.Dashed {
		dash(points, 8, 5, func(a, b layout.Point) {
			path.MoveTo(at(a))
			path.LineTo(at(b))
		})
	} else {
		for i, q := range points {
			if i == 0 {
				path.MoveTo(at(q))
			} else {
				path.LineTo(at(q))
			}
		}
	}
	op := &vector.DrawPathOptions{AntiAlias: true}
	op.ColorScale.ScaleWithColor(p.view.Theme.Color(m.Token))
	vector.StrokePath(p.dst, &path, &vector.StrokeOptions{Width: float32(m.Width * p.view.Unit), LineJoin: vector.LineJoinRound}, op)
}

// dash cuts a line into dashes of the given length with gaps between.
func dash(points []layout.Point, long, gap float64, draw func(a, b layout.Point)) {
	left, on := long, true
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		total := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < total; {
			step := math.Min(left, total-done)
			if on {
				draw(between(a, b, done/total), between(a, b, (done+step)/total))
			}
			done += step
			if left -= step; left <= 0 {
				on = !on
				left = long
				if !on {
					left = gap
				}
			}
		}
	}
}

func between(a, b layout.Point, t float64) layout.Point {
	return layout.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}
