package layout

import (
	"math"

	"hardcases/game/view"
)

// foot is the end of a page. While nothing is unfolded the actions stand at the end
// of the line of what unfolds, where there is room, so that the page is lower.
func (p *pass) foot(n *view.Node, s slot) float64 {
	shown := 0
	for i := range n.Children {
		if drawn(&n.Children[i]) {
			shown++
		}
	}
	row, actions := firstDrawn(n.Children), lastDrawn(n.Children)
	if shown != 2 || p.docks.page || lookOf(&n.Children[actions]) != view.Dock {
		return p.stack(n, s)
	}
	measure := s
	measure.parent = -1
	left, right := math.Ceil(p.want(&n.Children[row], measure)), math.Ceil(p.want(&n.Children[actions], measure))+16
	if left+gutter+right > s.w {
		return p.stack(n, s)
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	h := p.node(&n.Children[row], s.in(box, s.x, s.y, left))
	return p.close(box, math.Max(h, p.node(&n.Children[actions], s.in(box, s.x+s.w-right, s.y, right))))
}
