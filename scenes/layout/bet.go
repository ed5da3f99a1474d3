package layout

import (
	"math"
	"slices"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// form places questions that belong to each other close together: all of a decision
// is to be seen at once in a window of 1366 × 768.
func (p *pass) form(n *view.Node, s slot) float64 {
	const most, afterLabel = 10, 6
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	y, above, note := s.y, -1, p.besideHeading(n, s)
	for i := range n.Children {
		c := &n.Children[i]
		if lookOf(c) == view.Gloss && !note.Empty() {
			p.node(c, s.in(box, note.X, note.Y, note.W))
			continue
		}
		kept := p.kept(c, s)
		between := 0.0
		if above >= 0 && (drawn(c) || kept > 0) {
			between = math.Min(most, gap(&n.Children[above], c, false))
			if kindOf(&n.Children[above], false) == labelKind {
				between = afterLabel
			}
		}
		h := math.Max(kept, p.node(c, s.in(box, s.x, y+between, s.w)))
		if above < 0 {
			h = math.Max(h, note.H)
		}
		if h > 0 {
			y += between + h
			above = i
		}
	}
	return p.close(box, y-s.y)
}

// kept is how high the texts are at the most that may come to stand in a node.
func (p *pass) kept(n *view.Node, s slot) float64 {
	st, most := p.style(n, s.set), 0.0
	for _, text := range n.Room {
		most = math.Max(most, float64(p.count([]span{{text: text, style: st}}, s.w))*st.line)
	}
	return most
}

// besideHeading is the place of a note beside the heading of a form: on its line, where
// both find room there, or from there on, where that takes less room than below. It is
// empty where there is none.
func (p *pass) besideHeading(form *view.Node, s slot) Rect {
	const between = 12
	at := slices.IndexFunc(form.Children, func(n view.Node) bool { return n.Look == view.Gloss })
	if at < 1 {
		return Rect{}
	}
	heading, note := &form.Children[0], &form.Children[at]
	used := math.Ceil(p.want(heading, s)) + between
	place := Rect{X: s.x + used, Y: s.y, W: s.w - used}
	line := p.style(heading, s.set).line
	beside := s
	if beside.w = place.W; beside.w <= 0 {
		return Rect{}
	}
	place.H = p.kept(note, beside)
	if len(note.Room) == 0 && p.want(note, s) <= place.W {
		place.H = line
	}
	if place.H == 0 || place.H > line && place.H-line >= p.kept(note, s) {
		return Rect{}
	}
	return place
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
// wide enough for their letter and a finger: four go two by two. With their words they
// go one below the other.
func (p *pass) letters(n *view.Node, s slot) float64 {
	const between = 8
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	widest, columns := touch, len(n.Children)
	for i := range n.Children {
		widest = math.Max(widest, p.buttonWidth(&n.Children[i]))
		if p.worded(&n.Children[i]) {
			columns = 1
		}
	}
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

// worded says whether a key shows its words: where what it is of may be out of sight.
func (p *pass) worded(n *view.Node) bool { return len(n.Children) > 0 && !p.twoColumns() }

// key is a letter, with its words where it shows them: one below the other, so that the
// sign of the chosen one stands at its end, where it moves no word.
func (p *pass) key(n *view.Node, s slot) float64 {
	const padX, between, signRoom = 14, 12, 28
	if !p.worded(n) {
		box := len(p.out.Boxes)
		h := p.button(n, s)
		for i := range n.Children {
			p.hide(&n.Children[i], box, s.x, s.y)
		}
		return h
	}
	_, padY, border := p.padding(view.Key)
	st := p.buttonStyle(n)
	words := st
	words.face = Text
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	p.out.Boxes[box].Panel = buttonPanel(n, border)
	t := p.tally()
	x, end := s.x+padX, s.x+s.w-padX
	letter := []span{{text: n.Mark, style: st, box: box}}
	wide := math.Max(math.Ceil(st.size), p.natural(letter)) // so that the words begin in line
	p.text(letter, x, s.y+padY, wide, atStart)
	if n.Checked {
		p.text([]span{{text: diamondSign[:len("\u25c6")], style: st, box: box}}, end-signRoom, s.y+padY, signRoom, atEnd)
	}
	x += wide + between
	name := &n.Children[0]
	inner := p.open(name, box, Rect{X: x, Y: s.y + padY, W: end - signRoom - x})
	h := p.close(inner, p.text([]span{{text: name.Text, style: words, box: inner}}, x, s.y+padY, end-signRoom-x, atStart))
	high := math.Max(touch, h+2*padY)
	p.move(t, 0, (high-h)/2-padY)
	return p.close(box, high)
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
