package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of a hero.
const (
	heroPad   = 16.0
	heroSide  = 0.42 // the part of its width that is not the picture's
	heroLeast = 980.0
)

// hero is a panel whose second child is a picture: at its end where there is room,
// with all else before it, and else where it stands.
func (p *pass) hero(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	p.out.Boxes[box].Panel = Panel{Fill: theme.Card, Border: theme.Edge, Width: 1.5, Radius: cardRadius}
	pad := heroPad
	if p.narrow() {
		pad = 12
	}
	in := s.in(box, s.x+pad, s.y+pad, s.w-2*pad)
	in.set.panel = true
	if len(n.Children) < 2 || s.w < heroLeast*p.in.TextScale {
		return p.close(box, p.children(n.Children, in)+2*pad)
	}
	side := math.Floor(in.w * heroSide)
	left := in
	left.w = side
	high := p.node(&n.Children[0], left) + heroPad
	picture := in
	picture.x, picture.w = in.x+side+gutter, in.w-side-gutter
	tall := p.node(&n.Children[1], picture)
	high += p.children(n.Children[2:], left.at(left.y+high))
	return p.close(box, math.Max(high, tall)+2*pad)
}
