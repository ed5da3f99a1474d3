// Package paint draws a placed screen.
package paint

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"hardcases/game/view"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/scenes/theme"
)

// View is how a placed screen is seen at a moment.
type View struct {
	Theme *theme.Theme
	// Unit is how many device pixels make one layout unit.
	Unit float64
	// Scroll is how far each layer's content is moved up, in layout units.
	Scroll []float64
	// Hover, Pressed and Focus are indices of boxes, -1 for none.
	Hover, Pressed, Focus int
	// Moving says that what moves by itself is still on its way, Since
	// milliseconds after the screen came. Otherwise all is at its place.
	Moving bool
	Since  float64
	// Net is how the picture of the network moves.
	Net Net
}

// Painter draws screens. It keeps the shapes that it has drawn, so that the
// next picture is made of copies.
type Painter struct {
	faces  *face.Set
	shapes shapes
	lines  lines
	mesh   mesh
	image  ebiten.DrawImageOptions // scratch
	letter text.DrawOptions        // scratch

	// What follows holds for one call of Paint.
	dst   *ebiten.Image
	clip  image.Rectangle
	res   *layout.Result
	view  View
	dx    float64 // from layer coordinates to device pixels
	dy    float64
	state state
	fade  float32 // how much of what is drawn is not seen, 0 to 1
}

// state is what the pointer does to the control being drawn.
type state uint8

const (
	calm state = iota
	hovered
	pressed
)

// New is a painter that sets text in faces.
func New(faces *face.Set) *Painter { return &Painter{faces: faces} }

// Paint draws the whole of a screen on dst, which has the size of the window
// in device pixels.
func (p *Painter) Paint(dst *ebiten.Image, r *layout.Result, v View) {
	p.begin(r, v)
	for i := range r.Layers {
		p.layer(dst, i)
	}
	p.end()
}

func (p *Painter) begin(r *layout.Result, v View) {
	p.res, p.view = r, v
	if p.lines.unit != v.Unit {
		p.lines.keep(nil, nil)
		p.lines.unit = v.Unit
	}
	p.lines.keep(r, v.Net.Was)
}

func (p *Painter) end() { p.dst, p.res, p.view = nil, nil, View{} }

func (p *Painter) layer(dst *ebiten.Image, i int) {
	l := &p.res.Layers[i]
	p.dst, p.clip, p.dx, p.dy, p.state = dst, dst.Bounds(), 0, 0, calm
	p.panel(l.Frame, l.Back)
	switch l.Kind {
	case layout.DockLayer, layout.SheetDockLayer:
		p.block(layout.Rect{X: l.Frame.X, Y: l.Frame.Y, W: l.Frame.W, H: 1}, theme.Line)
	case layout.ScrimLayer:
		return
	case layout.PageLayer, layout.BarLayer, layout.SheetLayer:
	}
	if !p.enter(dst, i) {
		return
	}
	for j := range p.res.Boxes {
		if b := &p.res.Boxes[j]; b.Layer == i && !b.Hidden {
			p.box(j, b)
		}
	}
	if f := p.view.Focus; f >= 0 && f < len(p.res.Boxes) && p.res.Boxes[f].Layer == i {
		p.focus(&p.res.Boxes[f])
	}
	p.thumb(l, p.scrolled(i))
}

// enter makes ready to draw what a layer holds, and says whether any of it is in the
// picture.
func (p *Painter) enter(dst *ebiten.Image, i int) bool {
	l := &p.res.Layers[i]
	p.clip = dst.Bounds()
	p.dx, p.dy = 0, 0
	p.clip = p.pixels(l.View).Intersect(dst.Bounds())
	if p.clip.Empty() {
		return false
	}
	p.dst = sub(dst, p.clip)
	p.dx = l.View.X * p.view.Unit
	p.dy = math.Round((l.View.Y - p.scrolled(i)) * p.view.Unit)
	return true
}

// scrolled is how far a layer's content is moved up.
func (p *Painter) scrolled(layer int) float64 {
	if layer < len(p.view.Scroll) {
		return p.view.Scroll[layer]
	}
	return 0
}

// box draws what a box has of its own. What lies outside the clip is left out,
// with some room for what reaches over its edges.
func (p *Painter) box(i int, b *layout.Box) {
	p.state = p.stateOf(i)
	if b.Panel != (layout.Panel{}) && p.seen(b.Rect) {
		p.panel(b.Rect, p.livelyPanel(b))
	} else if p.state != calm && b.Node.Look == view.Quiet {
		p.panel(b.Rect, layout.Panel{Fill: theme.Over, Radius: 8})
	}
	p.rest(b, p.network(i, b))
}

// rest draws the marks of a box from one on, and its runs.
func (p *Painter) rest(b *layout.Box, from int) {
	for j := from; j < b.Marks.To; j++ {
		if m := &p.res.Marks[j]; p.seen(m.Rect) {
			p.moved(j, m)
		}
	}
	for j := b.Runs.From; j < b.Runs.To; j++ {
		if r := &p.res.Runs[j]; p.seen(r.Rect) && p.come(j) {
			p.run(r, b)
		}
	}
}

// stateOf is the state of a box: that of the control that it is in.
func (p *Painter) stateOf(box int) state {
	for i := box; i >= 0; i = p.res.Boxes[i].Parent {
		switch i {
		case p.view.Pressed:
			return pressed
		case p.view.Hover:
			return hovered
		}
	}
	return calm
}

// livelyPanel is the panel of a control as the pointer makes it look.
func (p *Painter) livelyPanel(b *layout.Box) layout.Panel {
	panel := b.Panel
	if p.state == calm || !b.Target() {
		return panel
	}
	switch panel.Fill {
	case theme.Ink:
		panel.Fill = theme.InkOver
		if p.state == pressed {
			panel.Fill = theme.Muted
		}
	case theme.Card, theme.None:
		panel.Fill = theme.Over
	default: // what else is filled shows its state by its border
	}
	if panel.Border == theme.Edge || panel.Border == theme.Line {
		panel.Border = theme.Muted
		if p.state == pressed {
			panel.Border = theme.Ink
		}
	}
	return panel
}

// seen says whether any of a rectangle of the layer can be in the picture.
func (p *Painter) seen(r layout.Rect) bool { return p.pixels(r.Grow(4, 4)).Overlaps(p.clip) }

// pixels is a rectangle in device pixels, its edges on whole ones.
func (p *Painter) pixels(r layout.Rect) image.Rectangle {
	return image.Rect(p.px(r.X), p.py(r.Y), p.px(r.Right()), p.py(r.Bottom()))
}

func (p *Painter) px(x float64) int { return int(math.Round(p.dx + x*p.view.Unit)) }
func (p *Painter) py(y float64) int { return int(math.Round(p.dy + y*p.view.Unit)) }

// length is a length in whole device pixels, at least one. Halves go down, so
// that lines of one and a half are thin where pixels are coarse.
func (p *Painter) length(v float64) int { return max(1, int(math.Ceil(v*p.view.Unit-0.5))) }

// focus draws the ring round the control that has the focus: 3 wide, 3 away;
// round each part of one in running text.
func (p *Painter) focus(b *layout.Box) {
	const away, wide = 3, 3
	ring := func(r layout.Rect, radius float64) {
		p.panel(r.Grow(away+wide, away+wide), layout.Panel{Border: theme.Ink, Width: wide, Radius: radius + away + wide})
	}
	p.state = calm
	if !b.Inline {
		radius := b.Panel.Radius
		if radius == 0 {
			radius = 4
		}
		ring(b.Rect, radius)
		return
	}
	for j := b.Runs.From; j < b.Runs.To; j++ {
		r := p.res.Runs[j].Rect
		ring(layout.Rect{X: r.X, Y: r.Y + 3, W: r.W, H: r.H - 6}, 2)
	}
}

// thumb shows how far a layer is scrolled.
func (p *Painter) thumb(l *layout.Layer, scroll float64) {
	most := l.MaxScroll()
	if most <= 0 {
		return
	}
	const wide, least = 4, 32
	p.dx, p.dy = 0, 0
	room := l.View.H - 8
	h := math.Max(least, room*l.View.H/l.Content)
	y := l.View.Y + 4 + (room-h)*scroll/most
	x := l.View.Right() - wide - 2
	if p.res.RightToLeft {
		x = l.View.X + 2
	}
	p.panel(layout.Rect{X: x, Y: y, W: wide, H: h}, layout.Panel{Fill: theme.Line, Radius: 2})
}
