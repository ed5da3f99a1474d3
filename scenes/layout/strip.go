package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/stack"
	"hardcases/scenes/theme"
)

// Measures of a strip.
const (
	stripHigh = 66.0
	stripMost = 480.0 // wider, its icons would stand too far apart
	stripGap  = 9.0   // between two names, or two icons
	stripDot  = 14.0  // the player's circle, at a corner of the seat
	stripOver = 6.0   // how far that lies over the seat's edges
)

// titleRow is a title and, at the end of its line, what goes with it; where there
// is no room that stands above, as it says where the player is.
func (p *pass) titleRow(n *view.Node, s slot) float64 {
	last := lastDrawn(n.Children)
	if last < 1 {
		return p.stack(n, s)
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	wide := stripMost * p.in.TextScale
	beside := p.twoColumns() && s.w-wide-gutter >= wide*0.8
	from := p.tally()
	in := s.in(box, s.x, s.y, s.w)
	if beside {
		in.w -= wide + gutter
		in.set.title = p.titleSize(n.Children[:last], in)
	}
	h := p.children(n.Children[:last], in)
	to := p.tally()
	if beside {
		return p.close(box, math.Max(h, p.node(&n.Children[last], s.in(box, s.x+s.w-wide, s.y, wide))))
	}
	over := p.node(&n.Children[last], s.in(box, s.x, s.y, s.w)) + 12
	p.moveRange(from, to, 0, over)
	return p.close(box, over+h)
}

// leastTitle is the least size of a title that would take two lines otherwise.
const leastTitle = 26.0

// titleSize is the size at which a title takes one line, 0 where that is not under its
// own or would be too small.
func (p *pass) titleSize(nodes []view.Node, s slot) float64 {
	for i := range nodes {
		n := &nodes[i]
		if lookOf(n) != view.Title {
			continue
		}
		st := p.style(n, s.set)
		wide := p.natural(p.spans(n, -1, st))
		if size := math.Floor(st.size * s.w / wide); size < st.size && size >= leastTitle*p.in.TextScale {
			return size / p.in.TextScale
		}
	}
	return 0
}

// strip is the layers between a visitor and a page: an icon each, with its name
// where there is room for all names, and the player's seat framed.
func (pl *plot) strip(r Rect) float64 {
	points, mine, before := pl.layers()
	if len(points) == 0 {
		return 0
	}
	f := pl.fit(points, mine, math.Min(r.W, stripMost*pl.in.TextScale)-stripOver)
	st, top := pl.small(), r.Y
	r.Y += stripOver
	middle := r.Y + 6 + stack.IconHeight/2
	high := stripHigh - 20 + st.line
	below := r.Y + high - st.line - 3
	xs, x := make([]float64, len(points)), r.X
	for i := range points {
		xs[i] = x + f.widths[i]/2
		x += f.widths[i] + f.between
	}
	half := stack.IconWidth / 2 * f.factor
	for i := 1; i < len(points); i++ {
		m := Mark{Token: theme.Edge, Width: 2}
		if points[i].Mark == stack.Archive { // it is aside
			m.Dash, m.Gap = 2, 6
		}
		if a, b := xs[i-1]+half+2, xs[i]-half-2; b > a {
			pl.lineMark(pl.box, m, Point{a, middle}, Point{b, middle})
		}
	}
	for i, pt := range points {
		pl.icon(pt.Mark, xs[i], middle, f.factor, theme.Ink)
		if f.labels[i] != "" && i != mine {
			w := pl.wide(f.labels[i], st)
			pl.label(f.labels[i], st, Rect{X: xs[i] - w/2, Y: below, W: w}, atStart)
		}
	}
	if mine < 0 {
		return high + stripOver
	}
	bold := pl.ownName()
	w := math.Min(pl.wide(f.labels[mine], bold), r.W)
	frame := Rect{X: xs[mine] - f.widths[mine]/2, Y: r.Y, W: f.widths[mine], H: high}
	at := Rect{X: xs[mine] - w/2, Y: below, W: w}
	if w > frame.W { // the name finds no room in the frame
		frame.H = stack.IconHeight + 12
		at.X = math.Min(math.Max(r.X, at.X), r.Right()-w)
		at.Y = frame.Bottom() + 2
	}
	from := Point{frame.Right() - 1, r.Y + 1}
	if before >= 0 && before != mine {
		from.X = xs[before] + f.widths[before]/2
	}
	pl.seat(points[mine].Mark, frame, from, f.factor, func() { pl.label(f.labels[mine], bold, at, atStart) })
	return math.Max(r.Y+high, at.Y+pl.high(f.labels[mine], bold, w)) - top
}

// ownName is the style of the name of the player's layer.
func (pl *plot) ownName() style { return pl.scaled(style{Bold, 15, 20, theme.You}) }

// stripFit is what of a strip finds room.
type stripFit struct {
	labels  []string // "" for none
	widths  []float64
	between float64
	factor  float64 // of the icons
}

// fit finds what of a strip has room in a width: all names, with who holds the
// player's layer; all names; the player's alone; and that below smaller icons.
func (pl *plot) fit(points []view.Point, mine int, room float64) stripFit {
	var f stripFit
	for level := range 4 {
		f = stripFit{labels: make([]string, len(points)), widths: make([]float64, len(points)), between: stripGap, factor: 1}
		total := stripGap * float64(len(points)-1)
		for i, pt := range points {
			own := i == mine
			if own || level < 2 {
				f.labels[i] = pt.Label
			}
			if you := pl.series(view.You); own && level == 0 && you.Name != "" {
				f.labels[i] = you.Name
			}
			f.widths[i] = stack.IconWidth
			switch {
			case own && level < 3:
				f.widths[i] = math.Max(stack.IconWidth, pl.wide(f.labels[i], pl.ownName())) + 12
			case !own && f.labels[i] != "":
				f.widths[i] = math.Max(stack.IconWidth, pl.wide(f.labels[i], pl.small()))
			}
			total += f.widths[i]
		}
		if total <= room || level == 3 {
			f.between += (room - total) / math.Max(1, float64(len(points)-1))
			break
		}
	}
	if least := 3.0; f.between < least { // icons alone, and still no room
		f.factor = (room - least*float64(len(points)-1)) / (stack.IconWidth * float64(len(points)))
		for i := range f.widths {
			f.widths[i] = stack.IconWidth * f.factor
		}
		f.between = least
	}
	return f
}

// layers are the points of a strip in their order, which of them is the player's,
// and which was before: -1 for none.
func (pl *plot) layers() (points []view.Point, mine, before int) {
	count := 0
	for _, s := range pl.chart.Series {
		count += len(s.Points)
	}
	points, mine, before = make([]view.Point, count), -1, -1
	for _, s := range pl.chart.Series {
		for _, pt := range s.Points {
			i := int(pt.X)
			if i < 0 || i >= count {
				continue
			}
			points[i] = pt
			if s.Kind == view.You {
				mine = i
			}
			if pt.Weight > 0 {
				before = i
			}
		}
	}
	return points, mine, before
}

// icon draws the sign of a layer around a place; a layer that has none is a ring.
func (pl *plot) icon(layer string, x, y, factor float64, k theme.Token) {
	shapes, ok := stack.Icon(layer, k)
	if !ok {
		pl.mark(pl.box, Mark{Kind: Circle, Token: k, Width: 2, Rect: around(x, y, 22*factor)})
		return
	}
	pl.shapes(pl.box, shapes, Point{x - stack.IconWidth/2*factor, y - stack.IconHeight/2*factor}, factor)
}

// seat frames the player's layer, in the player's colour. Where it is a new seat
// the circle comes from the one before, and the rest is seen then.
func (pl *plot) seat(layer string, frame Rect, from Point, factor float64, label func()) {
	to := Point{frame.Right() - 1, frame.Y + 1}
	moves := from != to
	marks, runs := len(pl.out.Marks), len(pl.out.Runs)
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.YouBack, Radius: 8, Rect: frame})
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.You, Width: 2, Radius: 8, Rect: frame})
	pl.icon(layer, frame.X+frame.W/2, frame.Y+6+stack.IconHeight/2, factor, theme.You)
	label()
	if moves {
		pl.comes(Move{Marks: Span{From: marks, To: len(pl.out.Marks)}, Path: -1, From: Travel, To: Travel})
		pl.comes(Move{Runs: Span{From: runs, To: len(pl.out.Runs)}, Path: -1, From: Travel, To: Travel})
	}
	path := len(pl.out.Marks)
	if moves {
		pl.lineMark(pl.box, Mark{}, arc(from, to, frame.Y-stripOver)...)
	}
	circle := len(pl.out.Marks)
	pl.mark(pl.box, Mark{Kind: Circle, Token: theme.You, Halo: pl.halo, Rect: around(to.X, to.Y, stripDot)})
	if moves {
		pl.comes(Move{Marks: Span{From: circle, To: circle + 1}, Path: path, To: Travel})
	}
}
