package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// sheet places a panel over the screen, with its own scrolling where it is
// higher than the window. It says whether all of it would be to be seen without
// a dock.
func (p *pass) sheet(n *view.Node, parent int) bool {
	room, in := 24.0, 24.0
	if p.narrow() {
		room, in = 12, 16
	}
	p.push(Layer{Kind: ScrimLayer, Frame: Rect{W: p.out.Width, H: p.out.Height}, Back: Panel{Fill: theme.Scrim}})
	p.out.Modal = len(p.out.Layers) - 1
	w := math.Min(p.out.Width-2*room, 600*p.in.TextScale)
	layer := p.push(Layer{Kind: SheetLayer, Back: Panel{Fill: theme.Card, Border: theme.Line, Width: 1, Radius: cardRadius}})
	fits := true
	p.inLayer(layer, func() {
		box := p.open(n, parent, Rect{W: w})
		s := slot{parent: box, x: in, y: in - edge, w: w - 2*in, page: in, set: setting{panel: true}}
		h := p.close(box, s.y+p.inside(n, s)+in-edge)
		fits = p.sheetFrame(layer, w, h, room)
	})
	return fits
}

// edge is what stays clear of scrolling at the upper and lower edge of a
// sheet, for its round corners.
const edge = 8.0

// sheetFrame puts the sheet in the middle of the window and its dock at the
// lower edge of it.
func (p *pass) sheetFrame(layer int, w, h, room float64) bool {
	dock := 0.0
	for i := range p.out.Layers {
		if l := &p.out.Layers[i]; l.Kind == SheetDockLayer {
			dock = l.Frame.H
		}
	}
	high := math.Min(h+dock+2*edge, p.out.Height-2*room)
	frame := Rect{X: math.Floor((p.out.Width - w) / 2), Y: math.Floor((p.out.Height - high) / 2), W: w, H: high}
	l := &p.out.Layers[layer]
	l.Frame, l.Content = frame, h
	l.View = Rect{X: frame.X, Y: frame.Y + edge, W: w, H: high - dock - 2*edge}
	for i := range p.out.Layers {
		if d := &p.out.Layers[i]; d.Kind == SheetDockLayer {
			d.Frame = Rect{X: frame.X + 1, Y: frame.Bottom() - dock - 1, W: w - 2, H: dock}
			d.Back = Panel{Fill: theme.Card, Radius: cardRadius}
			d.View = Rect{X: frame.X, Y: d.Frame.Y, W: w, H: dock}
		}
	}
	return h <= p.out.Height-2*room-2*edge
}
