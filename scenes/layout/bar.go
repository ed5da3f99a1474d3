package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// bar places the header: the first child at the start, the last at the end and
// what is between in the middle, or as many lines as that takes. It stays at
// the top of the window, unless it would take more than a quarter of it: then
// it scrolls away with the page. It returns the height taken in the page.
func (p *pass) bar(n *view.Node, s slot) float64 {
	t, before := p.tally(), p.layer
	p.layer = p.push(Layer{Kind: BarLayer, Back: Panel{Fill: theme.Paper}})
	box := p.open(n, s.parent, Rect{W: p.out.Width})
	h := math.Max(barHeight, p.barRows(n, slot{parent: box, x: p.margin(), w: p.out.Width - 2*p.margin()}))
	p.mark(box, Mark{Kind: Block, Rect: Rect{Y: h, W: p.out.Width, H: 1}, Token: theme.Line})
	h++
	p.close(box, h)
	if h > p.out.Height/4 {
		for i := t.boxes; i < len(p.out.Boxes); i++ {
			p.out.Boxes[i].Layer = before
		}
		p.out.Layers = p.out.Layers[:p.layer]
		p.layer = before
		return h
	}
	l := &p.out.Layers[p.layer]
	l.Frame = Rect{W: p.out.Width, H: h}
	l.View, l.Content = l.Frame, h
	p.layer = before
	return 0
}

// barRows places the parts of the header and returns the height of the rows.
func (p *pass) barRows(n *view.Node, s slot) float64 {
	const overhang = quietPad // the text of a quiet button, not its edge, keeps the margin
	wide := s
	wide.w += overhang
	list := p.items(n.Children, wide)
	if len(list) == 0 {
		return 0
	}
	first, last, middle := list[0], list[len(list)-1], []item(nil)
	ends := []item{first}
	room := s.w
	if len(list) > 1 {
		ends = append(ends, last)
		middle = list[1 : len(list)-1]
		if isQuiet(last.node) {
			room += overhang
		}
	}
	between := room - first.want - last.want
	if len(list) == 1 {
		between = room
	}
	if between < 4 { // besides what quiet buttons bring
		return p.barStacked(list, s)
	}
	if p.room > 0 && widthOf(middle, 16)+32 > between { // the content must not jump when a timer starts
		p.squeeze(middle, between-32)
	}
	fits := len(middle) == 0 || widthOf(middle, 16)+32 <= between
	if !fits && len(middle) == 1 {
		if short := p.shortWidth(middle[0].node); short > 0 && short+20 <= between {
			middle[0].want, fits = short, true
		}
	}
	h := p.barLine(ends, middle, fits, s.at(6), room)
	if !fits {
		h += p.rows(middle, s.at(6+h), 16, false) + 2
	}
	return h + 12
}

// barLine places the ends of the header and, where it fits, the middle. All
// children are placed in their order.
func (p *pass) barLine(ends, middle []item, fits bool, s slot, room float64) float64 {
	line := []item{ends[0]}
	xs := []float64{s.x}
	if fits {
		used := widthOf(middle, 16)
		lastWant := 0.0
		if len(ends) > 1 {
			lastWant = ends[1].want
		}
		x := s.x + ends[0].want + (room-ends[0].want-lastWant-used)/2
		for _, it := range middle {
			line, xs = append(line, it), append(xs, x)
			x += it.want + 16
		}
	}
	if len(ends) > 1 {
		line, xs = append(line, ends[1]), append(xs, s.x+room-ends[1].want)
	}
	return math.Max(touch, p.onLine(line, xs, s))
}

// onLine places items at the given places, centred on a line at least as high
// as a finger needs.
func (p *pass) onLine(line []item, xs []float64, s slot) float64 {
	heights := make([]float64, len(line))
	starts := make([]tally, len(line)+1)
	high := touch
	for i, it := range line {
		starts[i] = p.tally()
		heights[i] = p.node(it.node, s.in(it.parent, xs[i], s.y, it.want))
		high = math.Max(high, heights[i])
	}
	starts[len(line)] = p.tally()
	for i := range line {
		p.moveRange(starts[i], starts[i+1], 0, math.Floor((high-heights[i])/2))
	}
	return high
}

// barStacked places the parts of the header in two lines or more, where the
// window is too small for both ends on one: the last at the start of its own.
func (p *pass) barStacked(list []item, s slot) float64 {
	last := list[len(list)-1]
	y, rest := 6.0, list[:len(list)-1]
	p.squeeze(rest, s.w)
	if used := widthOf(rest, 16); len(rest) > 1 && used <= s.w {
		y += p.barLine([]item{rest[0], rest[len(rest)-1]}, rest[1:len(rest)-1], true, s.at(y), s.w)
	} else {
		for _, it := range rest {
			y += p.onLine([]item{it}, []float64{s.x}, s.at(y))
		}
	}
	x := s.x
	if isQuiet(last.node) {
		x -= quietPad
	}
	return y + p.onLine([]item{last}, []float64{x}, s.at(y)) + 6
}

// squeeze takes the row of dots from a progress where it does not fit beside
// what is on its line; the words stay.
func (p *pass) squeeze(list []item, w float64) {
	for i := range list {
		if over := widthOf(list, 16) - w; over > 0 && lookOf(list[i].node) == view.Dots {
			words := p.dotsWidth(list[i].node) - rowOfDots(dotCount(list[i].node))
			list[i].want = math.Min(w, math.Max(list[i].want-over, words))
		}
	}
}

// widthOf is how wide items are side by side.
func widthOf(list []item, between float64) float64 {
	used := -between
	for _, it := range list {
		used += between + it.want
	}
	return used
}

// isQuiet says whether a part of the header is quiet buttons.
func isQuiet(n *view.Node) bool {
	return lookOf(n) == view.Quiet || len(n.Children) > 0 && lookOf(&n.Children[0]) == view.Quiet
}

// Measures of the row of dots.
const (
	dotSize    = 11.0
	dotNow     = 15.0
	dotLink    = 22.0
	dotBetween = 10.0
)

// dotCount is how many dots a progress has.
func dotCount(n *view.Node) int {
	if n.Chart == nil || len(n.Chart.Series) == 0 {
		return 0
	}
	return len(n.Chart.Series[0].Points)
}

// link is how long the lines between dots are: shorter where there are many.
func link(count int) float64 {
	if count > 6 {
		return math.Max(6, dotLink*6/float64(count)-4)
	}
	return dotLink
}

func dotGap(count int) float64 {
	if count > 6 {
		return 6
	}
	return dotBetween
}

func rowOfDots(count int) float64 {
	if count == 0 {
		return 0
	}
	return float64(count)*dotNow + float64(count-1)*(link(count)+2*dotGap(count)-(dotNow-dotSize)) + 12
}

// dotsWidth is how wide a progress would like to be: the words and the dots.
func (p *pass) dotsWidth(n *view.Node) float64 {
	return rowOfDots(dotCount(n)) + math.Ceil(p.natural(p.spans(n, -1, p.style(n, setting{}))))
}

// shortWidth is how wide the short words of a progress are, 0 where it has none.
func (p *pass) shortWidth(n *view.Node) float64 {
	if n.Short == "" {
		return 0
	}
	return math.Ceil(p.natural([]span{{text: n.Short, style: p.style(n, setting{})}}))
}

// dots is the progress: a row of dots, where there is room for it, and words, or
// short ones where those would take more than a line.
func (p *pass) dots(n *view.Node, s slot) float64 {
	st := p.style(n, setting{})
	count := dotCount(n)
	words := math.Ceil(p.natural(p.spans(n, -1, st)))
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	if short := p.shortWidth(n); words > s.w && short > 0 {
		return p.close(box, p.text([]span{{text: n.Short, style: st, box: box}}, s.x, s.y, s.w, atCenter))
	}
	x := s.x
	if count > 0 && rowOfDots(count)+words <= s.w {
		x += p.dotRow(n.Chart.Series[0].Points, box, s.x, s.y+st.line/2)
	}
	return p.close(box, p.text(p.spans(n, box, st), x, s.y, s.x+s.w-x, atStart))
}

func (p *pass) dotRow(points []view.Point, box int, x, y float64) float64 {
	start, gap, long := x, dotGap(len(points)), link(len(points))
	for i, pt := range points {
		if i > 0 {
			p.mark(box, Mark{Kind: Block, Rect: Rect{X: x, Y: y - 1, W: long, H: 2}, Token: theme.Line})
			x += long + gap
		}
		m := Mark{Kind: Circle, Token: theme.Muted, Rect: Rect{X: x, Y: y - dotSize/2, W: dotSize, H: dotSize}}
		switch pt.Weight {
		case 0:
			m.Width = 2
		case 2:
			m.Token, m.Rect = theme.Ink, Rect{X: x, Y: y - dotNow/2, W: dotNow, H: dotNow}
		}
		p.mark(box, m)
		x += m.Rect.W + gap
	}
	return x - start - gap + 12
}
