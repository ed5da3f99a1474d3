package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// facts is a list of facts, their marks in one column and a line between each
// two.
func (p *pass) facts(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	widest := 0.0
	for i := range n.Children {
		widest = math.Max(widest, p.markWidth(&n.Children[i]))
	}
	dense := len(n.Children) >= manyFacts && !p.narrow()
	y := s.y
	for i := range n.Children {
		c := &n.Children[i]
		in := s.in(box, s.x, y, s.w)
		if !drawn(c) || lookOf(c) != view.Fact {
			y += p.node(c, in)
			continue
		}
		if y > s.y {
			p.mark(box, Mark{Kind: Block, Rect: Rect{X: s.x, Y: y, W: s.w, H: 1}, Token: theme.Line})
		}
		in.set.dense = dense
		y += p.fact(c, in, widest)
	}
	return p.close(box, y-s.y)
}

func (p *pass) markStyle() style { return p.scaled(style{Text, 15, 25, theme.Muted}) }

// markWidth is how wide a fact's mark is.
func (p *pass) markWidth(n *view.Node) float64 {
	if n.Mark == "" {
		return 0
	}
	return math.Ceil(p.natural([]span{{text: n.Mark, style: p.markStyle()}}))
}

// The room above and below a fact, and from how many facts on it is less.
const (
	factPad   = 10.0
	densePad  = 8.0
	manyFacts = 5
)

// fact is a mark, in a column of the given width, and what goes with it. Where
// the mark would take too much of the line it stands above.
func (p *pass) fact(n *view.Node, s slot, wide float64) float64 {
	const between = 12
	padY := factPad
	if s.set.dense {
		padY = densePad
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	in := s.in(box, s.x, s.y+padY, s.w)
	in.set.fact = true
	spans := []span{{text: n.Mark, style: p.markStyle(), box: box}}
	switch {
	case wide == 0:
	case wide > s.w*0.3:
		in.y += p.text(spans, in.x, in.y, in.w, atStart)
	default:
		p.text(spans, in.x, in.y, wide, atStart)
		in.x += wide + between
		in.w -= wide + between
	}
	h := p.factBody(n, in)
	if cited(n) && p.folded(n) {
		h = math.Max(h, touch-2*padY)
		p.openBy(n, box, Rect{X: s.x, Y: s.y, W: s.w, H: in.y + h + padY - s.y})
	}
	return p.close(box, in.y+h+padY-s.y)
}

// cited says whether a fact ends in who says so.
func cited(n *view.Node) bool {
	last := len(n.Children) - 1
	return last > 0 && n.Children[last].Look == view.Cite
}

// folded says whether a fact's row shows its first line alone, and leads to the
// rest: in a narrow window, where the fact has one.
func (p *pass) folded(n *view.Node) bool {
	first := &n.Children[0]
	return p.narrow() && len(first.Children) > 0 && first.Children[0].Role == view.Strong
}

// factBody places the words of a fact and who says so, close together.
func (p *pass) factBody(n *view.Node, s slot) float64 {
	if textual(n) {
		unmarked := *n
		unmarked.Mark = ""
		return p.text(p.spans(&unmarked, s.parent, p.style(n, s.set)), s.x, s.y, s.w, atStart)
	}
	if cited(n) {
		if p.folded(n) {
			return p.firstLine(&n.Children[0], s)
		}
		return p.factAndCite(n, s)
	}
	return p.factParts(n.Children, s)
}

// factParts places what a fact holds, one below the other.
func (p *pass) factParts(nodes []view.Node, s slot) float64 {
	y := s.y
	for i := range nodes {
		c := &nodes[i]
		switch {
		case !drawn(c) || y == s.y:
		case kindOf(c, true) == actionKind:
			y += 8
		default:
			y += 2
		}
		y += p.node(c, s.at(y))
	}
	return y - s.y
}

// factAndCite places a fact with who says so at the end of its lines: below, where
// that would take too much of them.
func (p *pass) factAndCite(n *view.Node, s slot) float64 {
	const between = 16
	last := len(n.Children) - 1
	cite, words := &n.Children[last], s
	wide := p.citeWidth(cite, s)
	if wide > s.w*0.25 {
		return p.factParts(n.Children, s)
	}
	words.w -= wide + between
	h := p.factParts(n.Children[:last], words)
	box := p.open(cite, s.parent, Rect{X: s.x + s.w - wide, Y: s.y, W: wide})
	high := p.text(p.spans(cite, box, p.style(cite, s.set)), s.x+s.w-wide, s.y, wide, atEnd)
	p.close(box, high)
	return math.Max(h, high)
}

// citeWidth is how wide the longest word is of who says so.
func (p *pass) citeWidth(cite *view.Node, s slot) float64 {
	return math.Ceil(p.longestWord(p.spans(cite, -1, p.style(cite, s.set))))
}

// firstLine places the first line of a fact alone; what follows it opens with the
// row, and a sign says so where the sentence goes on.
func (p *pass) firstLine(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	st := p.style(n, s.set)
	first := p.open(&n.Children[0], box, Rect{})
	p.out.Boxes[first].Inline = true
	spans := p.spans(&n.Children[0], first, p.inlineStyle(&n.Children[0], st))
	if last, _ := utf8.DecodeLastRuneInString(n.Children[0].Text); len(n.Children) > 1 && !strings.ContainsRune(".!?…", last) {
		spans[len(spans)-1].text += "…"
	}
	h := p.text(spans, s.x, s.y, s.w-chevronRoom, atStart)
	for i := range n.Children[1:] {
		p.hide(&n.Children[1+i], box, s.x, s.y)
	}
	return p.close(box, h)
}

// chevronRoom is what a row keeps free at its end for the sign that it opens.
const chevronRoom = 28.0

// openBy makes a row the place of the control that says who says so: all of it
// can be touched.
func (p *pass) openBy(n *view.Node, parent int, row Rect) {
	cite := &n.Children[len(n.Children)-1]
	box := p.open(cite, parent, row)
	for i := range cite.Children {
		c := &cite.Children[i]
		if c.On == nil {
			p.hide(c, box, row.X, row.Y)
			continue
		}
		inner := p.open(c, box, row)
		x, y := row.Right()-10, row.Y+row.H/2
		p.lineMark(inner, Mark{Token: theme.Muted, Width: 2}, Point{x, y - 6}, Point{x + 6, y}, Point{x, y + 6}) // in place of its words
	}
}

// scoreRow is a row of words and, at the end, their value.
func (p *pass) scoreRow(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	in := s.in(box, s.x, s.y, s.w)
	in.set.panel = true
	if textual(n) {
		return p.close(box, p.inside(n, in))
	}
	last := lastDrawn(n.Children)
	value := p.valueWidth(n, in)
	words, at := in, in.in(box, s.x+s.w-value, s.y, value)
	words.w = s.w - value - scoreGap
	if s.set.below {
		words, at = in, in
	}
	h := p.children(n.Children[:last], words)
	if s.set.below {
		h += p.node(&n.Children[last], at.at(s.y+h))
	} else {
		h = math.Max(h, p.node(&n.Children[last], at))
	}
	for i := last + 1; i < len(n.Children); i++ {
		p.hide(&n.Children[i], box, s.x, s.y)
	}
	return p.close(box, h)
}

// scoreGap is the space between the words of a score and its value.
const scoreGap = 16.0

// valueWidth is how wide the value of a score stands beside its words.
func (p *pass) valueWidth(row *view.Node, s slot) float64 {
	return math.Min(math.Ceil(p.want(&row.Children[lastDrawn(row.Children)], s)), math.Floor(s.w*0.6))
}

// tight says whether words or value of any score among nodes would be cut if
// they stood side by side: then all values stand below their words.
func (p *pass) tight(nodes []view.Node, s slot) bool {
	s.parent, s.set.panel = -1, true
	for i := range nodes {
		n := &nodes[i]
		if lookOf(n) != view.ScoreRow || textual(n) {
			continue
		}
		last, value := lastDrawn(n.Children), p.valueWidth(n, s)
		for j := range n.Children[:last+1] {
			c, room := &n.Children[j], s.w-value-scoreGap
			if j == last {
				room = value
			}
			if p.longestWord(p.spans(c, -1, p.style(c, s.set))) > room {
				return true
			}
		}
	}
	return false
}
