package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of a row of cells.
const (
	cellEdge  = 14.0
	leastCell = 150.0 // a narrower cell would break its words
)

// cells is one panel with a cell for each row, side by side where there is room,
// and one below the other where there is not.
func (p *pass) cells(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	p.out.Boxes[box].Panel = Panel{Fill: theme.Card, Border: theme.Edge, Width: 1.5, Radius: cardRadius}
	var rows []*view.Node
	for i := range n.Children {
		if c := &n.Children[i]; drawn(c) {
			rows = append(rows, c)
		} else {
			p.hide(c, box, s.x, s.y)
		}
	}
	in := s.in(box, s.x, s.y, s.w)
	in.set.panel, in.set.cell = true, true
	if w := s.w / float64(max(1, len(rows))); w >= leastCell*p.in.TextScale {
		return p.close(box, p.cellsBeside(rows, in, w))
	}
	y := s.y
	for i, row := range rows {
		if i > 0 {
			p.mark(box, Mark{Kind: Block, Rect: Rect{X: s.x + 2, Y: y, W: s.w - 4, H: 1}, Token: theme.Line}) // within the edge
		}
		y += p.cellLine(row, in.at(y))
	}
	return p.close(box, y-s.y)
}

// cellsBeside places cells side by side, with a line between each two.
func (p *pass) cellsBeside(rows []*view.Node, s slot, w float64) float64 {
	high := 0.0
	cells := make([]int, len(rows))
	for i, row := range rows {
		x := s.x + w*float64(i)
		cells[i] = p.open(row, s.parent, Rect{X: x, Y: s.y, W: w})
		in := s.in(cells[i], x+cellEdge, s.y+10, w-2*cellEdge)
		for j := range row.Children {
			in.y += p.inCell(&row.Children[j], in)
		}
		high = math.Max(high, in.y+12-s.y)
	}
	for i, cell := range cells {
		p.close(cell, high)
		if i > 0 {
			x := p.out.Boxes[cell].Rect.X
			p.mark(cell, Mark{Kind: Block, Rect: Rect{X: x, Y: s.y + 1, W: 1, H: high - 2}, Token: theme.Line})
		}
	}
	return high
}

// cellLine places what is in a cell on one line, or as many as it takes.
func (p *pass) cellLine(row *view.Node, s slot) float64 {
	cell := p.open(row, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	const edge = 12
	in := s.in(cell, s.x+edge, s.y+4, s.w-2*edge)
	list := p.items(row.Children, in)
	for len(list) > 0 {
		used, n := list[0].want, 1
		for ; n < len(list) && used+8+list[n].want <= in.w; n++ {
			used += 8 + list[n].want
		}
		in.y += p.row(list[:n], in, 8)
		list = list[n:]
	}
	return p.close(cell, in.y+4-s.y)
}

// inCell places one part of a cell. A value that would take two lines is set smaller
// where that helps.
func (p *pass) inCell(n *view.Node, s slot) float64 {
	st := p.style(n, s.set)
	wide := p.natural(p.spans(n, -1, st))
	if lookOf(n) != view.Value || wide <= s.w {
		return p.node(n, s)
	}
	least := 18 * p.in.TextScale
	if size := math.Floor(st.size * s.w / wide); size >= least {
		st.size = size
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	return p.close(box, p.text(p.spans(n, box, st), s.x, s.y, s.w, atStart))
}
