package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

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
	wordsFrom = 38.0 // the words begin where the marker ends, and the targets do not yet
)

// scale places stops along a line, equally far apart, and the marker on the chosen
// one; under it the chance in words, and under that what the ends are called. The
// rows of words are there before anything is chosen: nothing moves by a choice.
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
	h, row := wordsFrom, p.scaled(style{Bold, 15, 20, theme.Theirs}).line
	if chosen >= 0 && len(words) > 0 {
		p.under(words[0], s.in(box, s.x, s.y+h, s.w), center(chosen))
		words = words[1:]
	}
	h += row
	return p.close(box, h+p.ends(words, s.in(box, s.x, s.y+h, s.w)))
}

// stop is one place of a scale: a ring, or the marker.
func (p *pass) stop(n *view.Node, s slot, x, y float64) {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	if n.Checked {
		p.mark(box, Mark{Kind: Diamond, Rect: Rect{X: x, Y: y}.Grow(diamondSize/2, diamondSize/2), Token: theme.Theirs, Halo: theme.Paper})
	} else {
		ring := Rect{X: x, Y: y}.Grow(stopSize/2, stopSize/2)
		p.mark(box, Mark{Kind: Circle, Rect: ring, Token: theme.Card})
		p.mark(box, Mark{Kind: Circle, Rect: ring, Token: theme.Edge, Width: 2})
	}
	p.close(box, touch)
}

// under sets words on one line below a place, as near to it as the column lets.
func (p *pass) under(n *view.Node, s slot, x float64) {
	st := p.scaled(style{Bold, 15, 20, theme.Theirs})
	wide := math.Min(s.w, math.Ceil(p.natural(p.spans(n, -1, st))))
	at := math.Max(s.x, math.Min(x-wide/2, s.x+s.w-wide))
	box := p.open(n, s.parent, Rect{X: at, Y: s.y, W: wide})
	p.close(box, p.text(p.spans(n, box, st), at, s.y, wide, atCenter))
}

// ends sets what the two ends of a scale are called, each at its end, one below
// the other where both find no room on a line.
func (p *pass) ends(words []*view.Node, s slot) float64 {
	h, used := 0.0, 0.0
	st := p.scaled(style{Text, 15, 20, theme.Muted})
	for i, n := range words {
		wide := math.Min(s.w, math.Ceil(p.natural(p.spans(n, -1, st))))
		x, al, y := s.x, atStart, s.y
		if i > 0 {
			x, al = s.x+s.w-wide, atEnd
			if used+16+wide > s.w {
				y += h
			}
		}
		box := p.open(n, s.parent, Rect{X: x, Y: y, W: wide})
		high := p.close(box, p.text(p.spans(n, box, st), x, y, wide, al))
		h, used = math.Max(h, y-s.y+high), wide
	}
	return h
}
