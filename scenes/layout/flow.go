package layout

import (
	"math"

	"hardcases/game/view"
)

// item is a child of a flow with the width that it would like, and the box that
// it goes in.
type item struct {
	node   *view.Node
	want   float64
	parent int
}

// items lists the children of a flow that are to be seen; none wants more than
// the whole width. What is not to be seen is noted as hidden.
func (p *pass) items(nodes []view.Node, s slot) []item {
	list := make([]item, 0, len(nodes))
	for i := range nodes {
		n := &nodes[i]
		switch {
		case drawn(n):
			list = append(list, item{node: n, want: math.Min(s.w, math.Ceil(p.want(n, s))), parent: s.parent})
		case s.parent >= 0:
			p.hide(n, s.parent, s.x, s.y)
		}
	}
	return list
}

// flow places children side by side, and those that find no room below.
func (p *pass) flow(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	in := s.in(box, s.x, s.y, s.w)
	return p.close(box, p.rows(p.items(n.Children, in), in, flowGap(n), false))
}

// flowGap is the space between things that stand side by side.
func flowGap(n *view.Node) float64 {
	for i := range n.Children {
		switch lookOf(&n.Children[i]) {
		case view.Quiet:
			return 0 // they bring their own
		case view.Chip:
			return 8
		case view.Fold:
			return 10
		default:
		}
	}
	return 16
}

// rows fills rows with items and returns how high they are. fill stretches the
// first item of each row to use up the width.
func (p *pass) rows(list []item, s slot, between float64, fill bool) float64 {
	y := s.y
	for len(list) > 0 {
		used, n := list[0].want, 1
		for n < len(list) && used+between+list[n].want <= s.w {
			used += between + list[n].want
			n++
		}
		if y > s.y {
			y += math.Min(between, 12)
		}
		if fill {
			list[0].want += s.w - used
		}
		y += p.row(list[:n], s.at(y), between)
		list = list[n:]
	}
	return y - s.y
}

// row places items side by side, all centred on one line.
func (p *pass) row(list []item, s slot, between float64) float64 {
	high, x := 0.0, s.x
	heights := make([]float64, len(list))
	starts := make([]tally, len(list)+1)
	for i, it := range list {
		starts[i] = p.tally()
		in := s.in(it.parent, x, s.y, it.want)
		in.set.fill = true
		heights[i] = p.node(it.node, in)
		high = math.Max(high, heights[i])
		x += it.want + between
	}
	starts[len(list)] = p.tally()
	for i := range list {
		p.moveRange(starts[i], starts[i+1], 0, math.Floor((high-heights[i])/2))
	}
	return high
}

// want is how wide a node would like to be.
func (p *pass) want(n *view.Node, s slot) float64 {
	look := lookOf(n)
	if n.Chart != nil && look != view.Dots {
		return s.w
	}
	switch look {
	case view.Chip, view.Key, view.Primary, view.Secondary, view.Quiet, view.Aside, view.Fold:
		return p.buttonWidth(n)
	case view.Word:
		return p.wordWidth(n, s)
	case view.Flow, view.Dock, view.WideDock, view.Bar:
		total := 0.0
		s.parent = -1
		for i, it := range p.items(n.Children, s) {
			if i > 0 {
				total += flowGap(n)
			}
			total += it.want
		}
		return total
	case view.Dots:
		return p.dotsWidth(n)
	case view.Data, view.NarrowWide, view.FirstFits, view.WideNarrow, view.PictureSide, view.Halves, view.Thirds, view.Hero, view.Options, view.Words, view.Letters, view.Scale, view.Beside, view.Facts, view.Layers:
		return s.w
	default:
	}
	if textual(n) {
		return p.natural(p.spans(n, -1, p.style(n, s.set)))
	}
	widest := 0.0
	for i := range n.Children {
		if c := &n.Children[i]; drawn(c) {
			widest = math.Max(widest, p.want(c, s))
		}
	}
	switch look {
	case view.Card, view.CardButton, view.Marked:
		widest += 40
	default:
	}
	return widest
}
