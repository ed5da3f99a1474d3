package layout

import (
	"math"
	"strings"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// column is the width of a text of 65 characters, in em of the reading face,
// in which a character is 0.47 em wide on average.
const column = 30.5

// column is how wide a text may be, in em: the room reads longer lines, as they
// are far away.
func (p *pass) column() float64 {
	if p.room > 0 {
		return 32
	}
	return column
}

// paragraph sets a node that has text or a running text.
func (p *pass) paragraph(n *view.Node, s slot) float64 {
	st := p.style(n, s.set)
	w := s.w
	switch look := lookOf(n); look {
	case view.Lead, view.Body, view.Quote:
		w = math.Min(w, p.column()*st.size)
	case view.Muted, view.Small:
		if p.natural(p.spans(n, -1, st)) > w {
			w = math.Min(w, p.column()*st.size)
		}
	case view.Display, view.Title, view.Subtitle:
		st = p.fitting(view.Text(n), st, w, 18*p.in.TextScale)
		if look == view.Display && p.room == 0 {
			w = math.Min(w, 16*st.size)
		}
	default: // as wide as there is room
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: w})
	spans := p.spans(n, box, st)
	for i := range spans {
		spans[i].head = n.Role == view.Heading
	}
	if kindOf(n, true) == headKind {
		return p.close(box, p.headline(spans, s.x, s.y, w))
	}
	return p.close(box, p.text(spans, s.x, s.y, w, atStart))
}

// headline sets a headline: in lines of even length, and with its sentences, or
// its parts where it has any, each on lines of their own where that takes no more
// lines.
func (p *pass) headline(parts []span, x, y, w float64) float64 {
	sentences := parts
	if len(parts) == 1 {
		sentences = sentencesOf(parts[0])
	}
	lines := p.count(parts, w)
	together := 0
	for i := range sentences {
		together += p.count(sentences[i:i+1], w)
	}
	if together > lines {
		return p.text(parts, x, y, p.even(parts, w), atStart)
	}
	top := y
	for i := range sentences {
		one := sentences[i : i+1]
		top += p.text(one, x, top, p.even(one, w), atStart)
	}
	return top - y
}

// sentencesOf parts a text after full stops, question and exclamation marks.
func sentencesOf(s span) []span {
	var list []span
	from := 0
	for i, r := range s.text {
		if i > from && r == ' ' && strings.ContainsAny(s.text[i-1:i], ".?!") {
			one := s
			one.text = s.text[from : i+1]
			list, from = append(list, one), i+1
		}
	}
	s.text = s.text[from:]
	return append(list, s)
}

// count is how many lines a text takes.
func (p *pass) count(spans []span, w float64) int {
	n := 0
	p.textLines(spans, join(spans), w, func([]part, float64) { n++ })
	return n
}

// even is the least width, within a few units, in which a text takes no more
// lines than in w, and no word is cut for it.
func (p *pass) even(spans []span, w float64) float64 {
	lines := p.count(spans, w)
	if lines < 2 {
		return w
	}
	low, high := math.Max(w/float64(lines), math.Min(w, p.longestWord(spans))), w
	for high-low > 4 {
		if mid := (low + high) / 2; p.count(spans, mid) > lines {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// spans is the running text of a node. It opens the boxes of the parts, unless
// box is negative, which is for measuring only.
func (p *pass) spans(n *view.Node, box int, st style) []span {
	var list []span
	if n.Mark != "" {
		list = append(list, span{text: n.Mark + " ", style: st, box: box})
	}
	if n.Text != "" {
		before := signBefore(n)
		if own := st; before != "" && st.token == theme.Muted {
			own.token = signToken(n.Look)
			list, before = append(list, span{text: before, style: own, box: box}), ""
		}
		return append(list, span{text: before + n.Text, style: st, under: under(n), box: box})
	}
	for i := range n.Children {
		c := &n.Children[i]
		inner := box
		if box >= 0 {
			inner = p.open(c, box, Rect{})
			p.out.Boxes[inner].Inline = true
		}
		list = append(list, p.spans(c, inner, p.inlineStyle(c, st))...)
	}
	if len(list) == 0 {
		list = append(list, span{style: st, box: box})
	}
	return list
}

// inlineStyle is the style of a part of a running text of style st.
func (p *pass) inlineStyle(n *view.Node, st style) style {
	switch n.Look {
	case "", view.Inline, view.Term:
		switch {
		case n.Role != view.Strong:
		case st.face == Text:
			st.face = Bold
		case st.face == Reading:
			st.face = Headline
		}
		return st
	case view.YourWords:
		st.token = theme.You
		return st
	case view.TheirWords:
		st.token = theme.Theirs
		return st
	case view.Yours, view.Theirs, view.Value:
		own := p.style(n, setting{})
		st.face, st.token = Bold, own.token
		return st
	default:
		return p.style(n, setting{})
	}
}

func under(n *view.Node) Underline {
	switch {
	case n.On == nil:
		return NoLine
	case n.Look == view.Term:
		return Dotted
	case view.InRunningText(n), n.Look == view.Aside:
		return Solid
	}
	return NoLine
}

// separator is a line across the column.
func (p *pass) separator(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	p.mark(box, Mark{Kind: Block, Rect: Rect{X: s.x, Y: s.y, W: s.w, H: 1}, Token: theme.Line})
	return p.close(box, 1)
}
