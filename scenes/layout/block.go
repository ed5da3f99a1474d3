package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// fourColumns is from which width on four things stand side by side.
const fourColumns = 1000.0

// node places a node and all in it, and returns how high it is: 0 for what is
// not drawn or has been docked.
func (p *pass) node(n *view.Node, s slot) float64 {
	if !drawn(n) {
		p.hide(n, s.parent, s.x, s.y)
		return 0
	}
	switch lookOf(n) {
	case view.Dots:
		return p.dots(n, s)
	case view.NarrowWide:
		return p.columns(n, s, 5, 7)
	case view.PictureSide:
		return p.columns(n, s, 13, 6)
	case view.FirstFits:
		return p.firstFits(n, s)
	case view.WideNarrow:
		return p.columns(n, s, 7, 5)
	case view.Halves:
		return p.columns(n, s, 1, 1)
	case view.Thirds:
		if len(n.Children) == 4 && s.w >= fourColumns*p.in.TextScale {
			return p.columns(n, s, 1, 1, 1, 1)
		}
		return p.columns(n, s, 1, 1, 1)
	case view.Hero:
		return p.hero(n, s)
	case view.Form:
		return p.form(n, s)
	case view.Flow, view.Bar:
		return p.flow(n, s)
	case view.Dock:
		return p.dock(n, s)
	case view.WideDock:
		if p.twoColumns() {
			return p.dock(n, s)
		}
		return p.flow(n, s)
	case view.Card, view.CardButton, view.Marked:
		return p.card(n, s)
	case view.Caveat:
		return p.caveat(n, s)
	case view.Unknown:
		return p.unknown(n, s)
	case view.Facts:
		return p.facts(n, s)
	case view.Fact:
		return p.fact(n, s, p.markWidth(n))
	case view.ScoreRow:
		return p.scoreRow(n, s)
	case view.Cells:
		return p.cells(n, s)
	case view.TitleRow:
		return p.titleRow(n, s)
	case view.Foot:
		return p.foot(n, s)
	case view.Options, view.Chips, view.Switch:
		return p.choices(n, s)
	case view.Words:
		return p.pointing(n, s)
	case view.Word:
		return p.word(n, s)
	case view.Letters:
		return p.letters(n, s)
	case view.Scale:
		return p.scale(n, s)
	case view.Beside:
		return p.beside(n, s)
	case view.Option:
		return p.option(n, s)
	case view.Key:
		return p.key(n, s)
	case view.Chip, view.Primary, view.Secondary, view.Quiet, view.Aside, view.Fold:
		return p.button(n, s)
	case view.Tally:
		return p.vote(n, s)
	case view.Layers:
		return p.list(n, s, 8)
	case view.Layer:
		return p.stratum(n, s)
	case view.Data:
		return p.table(n, s)
	case view.Projector, view.ProjectorDense, view.Page, view.Stack, view.Sheet, view.HiddenTable, view.Display, view.Title, view.Subtitle, view.Label,
		view.Lead, view.Body, view.Muted, view.Small, view.Gloss, view.Value, view.Quote, view.Cite, view.Yours, view.Theirs, view.Brand, view.Unseen, view.Weighty, view.YourWords, view.TheirWords,
		view.Inline, view.Term, view.Stop: // what they hold decides
	}
	switch {
	case n.Chart != nil:
		return p.figure(n, s)
	case n.Role == view.Separator:
		return p.separator(n, s)
	case textual(n):
		return p.paragraph(n, s)
	}
	return p.stack(n, s)
}

// stack places children one below the other, in a box of their own.
func (p *pass) stack(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	in := s.in(box, s.x, s.y, s.w)
	in.set.below = p.tight(n.Children, in)
	return p.close(box, p.children(n.Children, in))
}

// list is a stack with the same gap between all children.
func (p *pass) list(n *view.Node, s slot, between float64) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	y := s.y
	for i := range n.Children {
		c := &n.Children[i]
		if drawn(c) && y > s.y {
			y += between
		}
		y += p.node(c, s.in(box, s.x, y, s.w))
	}
	return p.close(box, y-s.y)
}

// children places nodes one below the other and returns how high they are.
func (p *pass) children(nodes []view.Node, s slot) float64 {
	y := s.y
	above := -1
	for i := range nodes {
		n := &nodes[i]
		between := 0.0
		if above >= 0 && drawn(n) {
			between = gap(&nodes[above], n, above == firstDrawn(nodes))
		}
		if h := p.node(n, s.at(y+between)); h > 0 {
			y += between + h
			above = i
		}
	}
	return y - s.y
}

// columns places children side by side, in shares of the width, as many to a
// row as there are shares; one below the other where there is no room.
func (p *pass) columns(n *view.Node, s slot, shares ...float64) float64 {
	if !p.twoColumns() || s.w < 800*p.in.TextScale || firstDrawn(n.Children) == lastDrawn(n.Children) {
		return p.stack(n, s)
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	between, total := gutter, 0.0
	switch {
	case len(shares) > 2:
		between = 20
	case lookOf(n) == view.FirstFits:
		between = narrowGutter
	}
	for _, share := range shares {
		total += share
	}
	unit := (s.w - between*float64(len(shares)-1)) / total
	y, x, high, col := s.y, s.x, 0.0, 0
	row := []int{}
	endRow := func() {
		p.level(row, high)
		y, x, high, col, row = y+high, s.x, 0, 0, row[:0]
	}
	for i := range n.Children {
		c := &n.Children[i]
		if col == len(shares) && drawn(c) {
			endRow()
			y += between
		}
		first := len(p.out.Boxes)
		w := unit * shares[min(col, len(shares)-1)]
		h := p.node(c, s.in(box, x, y, w))
		if h == 0 {
			continue
		}
		row = append(row, first)
		high, x, col = math.Max(high, h), x+w+between, col+1
	}
	endRow()
	return p.close(box, y-s.y)
}

// level makes panels that stand in one row equally high, where all are panels,
// or hold one panel and nothing else.
func (p *pass) level(row []int, high float64) {
	for _, i := range row {
		if p.panelOf(i) < 0 {
			return
		}
	}
	for _, i := range row {
		p.out.Boxes[i].Rect.H = high
		p.out.Boxes[p.panelOf(i)].Rect.H = high
	}
}

// panelOf is the box of the panel that fills a box, -1 for none.
func (p *pass) panelOf(box int) int {
	n := p.out.Boxes[box].Node
	switch lookOf(n) {
	case view.Card, view.CardButton, view.Marked:
		return box
	case view.Stack:
		if len(n.Children) == 1 && box+1 < len(p.out.Boxes) {
			return p.panelOf(box + 1)
		}
	default:
	}
	return -1
}

// card is a panel around its children.
func (p *pass) card(n *view.Node, s slot) float64 {
	padX, padY := 20.0, 18.0
	if p.narrow() {
		padX, padY = 14, 12
	}
	panel := Panel{Fill: theme.Card, Border: theme.Line, Width: 1, Radius: cardRadius}
	look := lookOf(n)
	if look == view.Marked {
		panel.Border, panel.Width = theme.You, 2
	} else if n.On != nil {
		panel.Border = theme.Edge
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	p.out.Boxes[box].Panel = panel
	in := s.in(box, s.x+padX, s.y+padY, s.w-2*padX)
	in.set.panel = true
	h := p.inside(n, in) + 2*padY
	if !p.narrow() && kindOf(n, false) == factsKind {
		h -= 10 // they bring their own
	}
	return p.close(box, h)
}

// inside places what a node holds, its own text or its children.
func (p *pass) inside(n *view.Node, s slot) float64 {
	if !textual(n) {
		return p.children(n.Children, s)
	}
	st := p.style(n, s.set)
	return p.text(p.spans(n, s.parent, st), s.x, s.y, s.w, atStart)
}

// unknown is a dashed box: what nobody knew yet.
func (p *pass) unknown(n *view.Node, s slot) float64 {
	const padX, padY = 16, 10
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	in := s.in(box, s.x+padX, s.y+padY, s.w-2*padX)
	in.set.panel = true
	h := p.inside(n, in) + 2*padY
	a, b := Point{s.x + 1, s.y + 1}, Point{s.x + s.w - 1, s.y + h - 1}
	p.lineMark(box, Mark{Token: theme.Edge, Width: 1.5, Dash: DashLength, Gap: DashGap}, a, Point{b.X, a.Y}, b, Point{a.X, b.Y}, a)
	return p.close(box, h)
}

// caveat is a panel with a rule at its start.
func (p *pass) caveat(n *view.Node, s slot) float64 {
	const padX, padY, rule = 16, 12, 4
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	b := &p.out.Boxes[box]
	b.Panel = Panel{Fill: theme.Card, Border: theme.Line, Width: 1}
	in := s.in(box, s.x+padX+rule, s.y+padY, s.w-2*padX-rule)
	in.set.panel = true
	p.mark(box, Mark{Kind: Block, Token: theme.Warn})
	h := p.inside(n, in) + 2*padY
	p.out.Marks[p.out.Boxes[box].Marks.From].Rect = Rect{X: s.x, Y: s.y, W: rule, H: h}
	return p.close(box, h)
}
