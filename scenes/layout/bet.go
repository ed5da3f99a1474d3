package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// form places questions that belong to each other close together: all of a decision
// is to be seen at once in a window of 1366 × 768.
func (p *pass) form(n *view.Node, s slot) float64 {
	const most, afterLabel = 10, 6
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	y, above := s.y, -1
	for i := range n.Children {
		c := &n.Children[i]
		if lookOf(c) == view.Gloss && above >= 0 && p.besideHeading(&n.Children[0], c, s.in(box, s.x, s.y, s.w)) {
			continue
		}
		between := 0.0
		if above >= 0 && drawn(c) {
			between = math.Min(most, gap(&n.Children[above], c, false))
			if kindOf(&n.Children[above], false) == labelKind {
				between = afterLabel
			}
		}
		if h := p.node(c, s.in(box, s.x, y+between, s.w)); h > 0 {
			y += between + h
			above = i
		}
	}
	return p.close(box, y-s.y)
}

// besideHeading places a note on the line of a heading, if both find room there.
func (p *pass) besideHeading(heading, note *view.Node, s slot) bool {
	const between = 12
	used, want := p.want(heading, s)+between, p.want(note, s)
	if used+want > s.w {
		return false
	}
	p.node(note, s.in(s.parent, s.x+used, s.y, want))
	return true
}

// beside places two things side by side, the second in the larger part, or one
// below the other where the column is narrow.
func (p *pass) beside(n *view.Node, s slot) float64 {
	const between, least = 24, 440
	if s.w < least*p.in.TextScale || len(n.Children) != 2 {
		return p.stack(n, s)
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	first := math.Round((s.w - between) * 0.42)
	h := p.node(&n.Children[0], s.in(box, s.x, s.y, first))
	second := s.in(box, s.x+first+between, s.y, s.w-first-between)
	return p.close(box, math.Max(h, p.node(&n.Children[1], second)))
}

// letters places keys of equal width in one row, or in as many as they need to be
// wide enough for their letter and a finger: four go two by two.
func (p *pass) letters(n *view.Node, s slot) float64 {
	const between = 8
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	widest := touch
	for i := range n.Children {
		widest = math.Max(widest, p.buttonWidth(&n.Children[i]))
	}
	columns := len(n.Children)
	width := func() float64 { return math.Floor((s.w - between*float64(columns-1)) / float64(columns)) }
	for columns > 1 && width() < widest {
		columns = (columns + 1) / 2
	}
	in := s.in(box, s.x, s.y, width())
	in.set.fill = true
	y, high := s.y, 0.0
	for i := range n.Children {
		if i > 0 && i%columns == 0 {
			y, high = y+high+between, 0
		}
		in.x, in.y = s.x+float64(i%columns)*(in.w+between), y
		high = math.Max(high, p.node(&n.Children[i], in))
	}
	return p.close(box, y+high-s.y)
}

// Measures of a scale.
const (
	stopSize  = 14.0
	stopLine  = 3.0 // thickness of the line, and of its part up to the marker
	stopBar   = 5.0
	stopHigh  = 30.0 // of what the focus is drawn around; as much as a finger needs is touched
	wordsFrom = 44.0 // below the ring of the focus
)

// scale places stops along a line, equally far apart, and the marker on the chosen
// one. The room of the words below is there before anything is chosen: nothing moves
// by a choice.
func (p *pass) scale(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	var stops, words []*view.Node
	for i := range n.Children {
		if c := &n.Children[i]; lookOf(c) == view.Stop {
			stops = append(stops, c)
		} else {
			words = append(words, c)
		}
	}
	cell := s.w / float64(len(stops))
	center := func(i int) float64 { return s.x + (float64(i)+0.5)*cell }
	chosen, y := -1, s.y+touch/2
	for i, c := range stops {
		if c.Checked {
			chosen = i
		}
	}
	line := func(to, thick float64, k theme.Token) {
		p.mark(box, Mark{Kind: Block, Rect: Rect{X: center(0), Y: y - thick/2, W: to - center(0), H: thick}, Token: k})
	}
	line(center(len(stops)-1), stopLine, theme.Edge)
	if chosen > 0 {
		line(center(chosen), stopBar, theme.Theirs)
	}
	for i, c := range stops {
		p.stop(c, s.in(box, s.x+float64(i)*cell, s.y, cell), center(i), y)
	}
	return p.close(box, wordsFrom+p.words(words, s.in(box, s.x, s.y+wordsFrom, s.w), chosen, center))
}

// words sets the words of a scale on one line: under the marker those of the chosen
// stop, and at both ends what these are called, where that leaves them room: what is
// left out is said by the words of the stop. In a narrow column the chosen one's have
// a line of their own, which is there before anything is chosen.
func (p *pass) words(words []*view.Node, s slot, chosen int, center func(int) float64) float64 {
	const apart = 12
	st := p.scaled(style{Text, 15, 20, theme.Muted})
	bold := p.scaled(style{Bold, 15, 20, theme.Theirs})
	wide := func(n *view.Node, st style) float64 { return math.Min(s.w, math.Ceil(p.natural(p.spans(n, -1, st)))) }
	set := func(n *view.Node, st style, x, y, w float64) Rect {
		box := p.open(n, s.parent, Rect{X: x, Y: y, W: w})
		p.close(box, p.text(p.spans(n, box, st), x, y, w, atCenter))
		return p.out.Boxes[box].Rect
	}
	ends, chose := words, chosen >= 0 && len(words) > 0
	var under Rect
	rows, y := st.line, s.y
	if chose {
		ends = words[1:]
	}
	together := 0.0
	for _, n := range ends {
		together += wide(n, st) + apart
	}
	if narrow := together+st.size*6 > s.w; narrow {
		y += bold.line
		rows += bold.line
	}
	if chose {
		w := wide(words[0], bold)
		under = set(words[0], bold, math.Max(s.x, math.Min(center(chosen)-w/2, s.x+s.w-w)), s.y, w)
	}
	for i, n := range ends {
		w := wide(n, st)
		at := Rect{X: s.x, Y: y, W: w, H: st.line}
		if i > 0 {
			at.X = s.x + s.w - w
			if together > s.w {
				at.Y += st.line
				rows += st.line
			}
		}
		if !under.Empty() && !under.Grow(apart, -1).Intersect(at).Empty() {
			p.hide(n, s.parent, at.X, at.Y)
			continue
		}
		set(n, st, at.X, at.Y, w)
	}
	return rows
}

// stop is one place of a scale: a ring, or the marker.
func (p *pass) stop(n *view.Node, s slot, x, y float64) {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y + (touch-stopHigh)/2, W: s.w})
	if n.Checked {
		p.mark(box, Mark{Kind: Diamond, Rect: Rect{X: x, Y: y}.Grow(diamondSize/2, diamondSize/2), Token: theme.Theirs, Halo: theme.Paper})
	} else {
		ring := Rect{X: x, Y: y}.Grow(stopSize/2, stopSize/2)
		p.mark(box, Mark{Kind: Circle, Rect: ring, Token: theme.Card})
		p.mark(box, Mark{Kind: Circle, Rect: ring, Token: theme.Edge, Width: 2})
	}
	p.close(box, stopHigh)
}
