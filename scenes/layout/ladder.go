package layout

import (
	"math"
	"slices"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of a ladder.
const (
	circleSize  = 24.0 // the player
	diamondSize = 28.0 // what happened, from corner to corner
	openDot     = 15.0 // another option
	bothSize    = 30.0 // the circle around a diamond, where both chose the same
	innerSize   = 17.0 // that diamond
	stopGap     = 4.0  // between two marks that would touch
	labelGap    = 14.0 // between the names of two options
	labelLines  = 3    // the most lines that such a name may take
)

// stop is one option on a ladder.
type stop struct {
	view.Point
	you, they bool
	x         float64
}

func (s *stop) size() float64 {
	switch {
	case s.you && s.they:
		return bothSize
	case s.you:
		return circleSize
	case s.they:
		return diamondSize
	}
	return openDot
}

// token is the colour of what is said of the option.
func (s *stop) token() theme.Token {
	switch {
	case s.you && s.they:
		return theme.Ink
	case s.you:
		return theme.You
	case s.they:
		return theme.Theirs
	}
	return theme.Muted
}

// ladder is one axis with all options, from the one that changes least to the one
// that goes furthest: the player's is a circle, what happened a diamond, and one
// mark where they are the same. Who is who stands above, the options' names and
// the ends of the axis below. The diamond comes from the circle.
func (pl *plot) ladder(r Rect) float64 {
	stops := pl.stops(r)
	high, theirs := pl.names(r, stops)
	middle := r.Y + high + 10 + bothSize/2
	pl.mark(pl.box, Mark{Kind: Block, Radius: 2, Token: theme.Edge, Rect: Rect{X: r.X + 4, Y: middle - 2, W: r.W - 8, H: 4}})
	for i := range stops {
		if s := &stops[i]; !s.you && !s.they {
			pl.ring(s.x, middle, openDot) // nobody chose it
		}
	}
	path := pl.flight(stops, r.Y, middle)
	for i := range stops {
		if s := &stops[i]; s.you {
			pl.shape(view.You, s.x, middle, s.size())
		}
	}
	pl.arrive(stops, middle, path, theirs)
	y := middle + bothSize/2 + 8
	high, all := pl.optionNames(Rect{X: r.X, Y: y, W: r.W}, stops)
	if y += high; all { // else the names say by their order which way it goes
		y += 6 + pl.ends(Rect{X: r.X, Y: y + 6, W: r.W})
	}
	return y - r.Y
}

// stops are the options in the order of the axis, each at its place, and so far
// apart that all are seen.
func (pl *plot) stops(r Rect) []stop {
	var list []stop
	for i := range pl.chart.Series {
		s := &pl.chart.Series[i]
		for _, p := range s.Points {
			at := slices.IndexFunc(list, func(o stop) bool { return o.X == p.X })
			if at < 0 {
				at = len(list)
				list = append(list, stop{Point: p})
			}
			list[at].you = list[at].you || s.Kind == view.You
			list[at].they = list[at].they || s.Kind == view.Happened
		}
	}
	slices.SortFunc(list, func(a, b stop) int { return int(math.Copysign(1, a.X-b.X)) })
	const edge = bothSize/2 + 2
	x0, x1 := r.X+edge, r.Right()-edge
	for i := range list {
		list[i].x = x0 + (x1-x0)*list[i].X/100
	}
	least := func(i int) float64 { return (list[i].size()+list[i+1].size())/2 + stopGap }
	for i := 1; i < len(list); i++ {
		list[i].x = math.Max(list[i].x, list[i-1].x+least(i-1))
	}
	end := x1
	for i := len(list) - 1; i >= 0; i-- {
		list[i].x = math.Min(list[i].x, end)
		if i > 0 {
			end = list[i].x - least(i-1)
		}
	}
	return list
}

// names writes who chose what above the marks: side by side where they would
// meet, below each other where they find no room. It returns the runs of history's
// name, too, which is seen last.
func (pl *plot) names(r Rect, stops []stop) (high float64, theirs Span) {
	type name struct {
		text    string
		st      style
		x, y, w float64
	}
	var list []name
	for _, k := range []view.SeriesKind{view.You, view.Happened} {
		s := pl.series(k)
		at := slices.IndexFunc(stops, func(s stop) bool { return s.you && k == view.You || s.they && k == view.Happened })
		if s == nil || at < 0 || s.Name == "" {
			continue
		}
		st := pl.named(k)
		w := math.Min(pl.wide(s.Name, st), r.W)
		list = append(list, name{text: s.Name, st: st, x: math.Min(math.Max(r.X, stops[at].x-w/2), r.Right()-w), w: w})
	}
	const between = 14
	if len(list) == 2 {
		a, b := &list[0], &list[1]
		if together := slices.ContainsFunc(stops, func(s stop) bool { return s.you && s.they }); !together && a.x > b.x {
			a, b = b, a
		}
		if a.x+a.w+between > b.x {
			total := a.w + between + b.w
			if total > r.W {
				b.y = pl.high(a.text, a.st, a.w)
			} else {
				mid := (a.x + a.w/2 + b.x + b.w/2) / 2
				a.x = math.Min(math.Max(r.X, mid-total/2), r.Right()-total)
				b.x = a.x + a.w + between
			}
		}
	}
	high = pl.named(view.You).line
	for _, n := range list {
		theirs = Span{From: len(pl.out.Runs)}
		high = math.Max(high, n.y+pl.label(n.text, n.st, Rect{X: n.x, Y: r.Y + n.y, W: n.w}, atStart))
		theirs.To = len(pl.out.Runs)
	}
	return high, theirs
}

// flight is the way of the diamond from the player's place to its own, over the
// axis: it is drawn dotted, as far as it touches nothing. It returns the mark
// whose points are the whole way, -1 where there is none.
func (pl *plot) flight(stops []stop, top, middle float64) int {
	you := slices.IndexFunc(stops, func(s stop) bool { return s.you })
	they := slices.IndexFunc(stops, func(s stop) bool { return s.they })
	if you < 0 || they < 0 || you == they {
		return -1
	}
	points := arc(Point{stops[you].x, middle}, Point{stops[they].x, middle}, top-4)
	path := len(pl.out.Marks)
	pl.lineMark(pl.box, Mark{}, points...)
	ends := []Rect{}
	for _, i := range []int{you, they} {
		size := stops[i].size() + 10
		ends = append(ends, Rect{X: stops[i].x - size/2, Y: middle - size/2, W: size, H: size})
	}
	busy := func(p Point) bool {
		inside := func(r Rect) bool { return r.Grow(7, 2).Contains(p.X, p.Y) }
		return slices.ContainsFunc(pl.taken, inside) || slices.ContainsFunc(ends, inside)
	}
	for len(points) > 0 && busy(points[0]) {
		points = points[1:]
	}
	for len(points) > 0 && busy(points[len(points)-1]) {
		points = points[:len(points)-1]
	}
	if len(points) > 3 && math.Abs(points[0].X-points[len(points)-1].X) > 24 && !slices.ContainsFunc(points, busy) {
		pl.lineMark(pl.box, Mark{Token: theme.Theirs, Width: 2.5, Dash: 2.5, Gap: 6}, points...)
	}
	return path
}

// arc is a flat curve between two points of one height, with its controls at
// another.
func arc(from, to Point, top float64) []Point {
	const steps = 48
	shoulder := (to.X - from.X) * 0.12
	points := make([]Point, steps+1)
	for i := range points {
		t := float64(i) / steps
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		points[i] = Point{
			X: a*from.X + b*(from.X+shoulder) + c*(to.X-shoulder) + d*to.X,
			Y: a*from.Y + b*top + c*top + d*to.Y,
		}
	}
	return points
}

// arrive draws the diamond, which comes by its way; then its name is seen.
func (pl *plot) arrive(stops []stop, middle float64, path int, name Span) {
	at := slices.IndexFunc(stops, func(s stop) bool { return s.they })
	if at < 0 {
		return
	}
	size := stops[at].size()
	if stops[at].you {
		size = innerSize
	}
	marks := Span{From: len(pl.out.Marks), To: len(pl.out.Marks) + 1}
	pl.shape(view.Happened, stops[at].x, middle, size)
	pl.comes(Move{Marks: marks, Path: path, To: Travel})
	pl.comes(Move{Runs: name, Path: -1, From: Travel, To: Travel})
	pl.since = Travel
}

// optionNames writes the options' letters and names under their marks or, where not
// all find room there, the letters, and the names in one text below.
func (pl *plot) optionNames(r Rect, stops []stop) (high float64, all bool) {
	if rects := pl.labelRects(r, stops); rects != nil {
		for i := range stops {
			al := atCenter
			switch {
			case rects[i].X <= r.X:
				al = atStart
			case rects[i].Right() >= r.Right()-1:
				al = atEnd
			}
			high = math.Max(high, pl.label(stops[i].text(), pl.optionStyle(&stops[i]), rects[i], al))
		}
		return high, true
	}
	for i := range stops {
		st := pl.optionStyle(&stops[i])
		w := pl.wide(stops[i].Mark, st)
		if w > 0 {
			high = math.Max(high, pl.label(stops[i].Mark, st, Rect{X: stops[i].x - w/2, Y: r.Y, W: w}, atStart))
		}
	}
	return high + 4 + pl.namesBelow(Rect{X: r.X, Y: r.Y + high + 4, W: r.W}, stops), false
}

// text is an option's letter and name.
func (s *stop) text() string {
	switch {
	case s.Mark == "":
		return s.Label
	case s.Label == "":
		return s.Mark
	}
	return s.Mark + "\u00a0" + s.Label
}

func (pl *plot) optionStyle(s *stop) style {
	if s.you || s.they {
		return pl.scaled(style{Bold, 16, 21, s.token()})
	}
	return pl.scaled(style{Text, 16, 21, s.token()})
}

// labelRects are the columns that the options' names find under their marks, nil
// where they find none. Each is where it likes to be, but for those that would
// meet: they share the room between their marks.
func (pl *plot) labelRects(r Rect, stops []stop) []Rect {
	rects := make([]Rect, len(stops))
	for i := range stops {
		w := math.Min(pl.wide(stops[i].text(), pl.optionStyle(&stops[i])), r.W)
		rects[i] = Rect{X: math.Min(math.Max(r.X, stops[i].x-w/2), r.Right()-w), Y: r.Y, W: w}
	}
	for i := 1; i < len(rects); i++ {
		a, b := &rects[i-1], &rects[i]
		if a.Right()+labelGap <= b.X {
			continue
		}
		share := math.Min(0.8, math.Max(0.2, a.W/(a.W+b.W)))
		border := stops[i-1].x + (stops[i].x-stops[i-1].x)*share
		a.W = border - labelGap/2 - a.X
		b.W, b.X = b.Right()-border-labelGap/2, border+labelGap/2
	}
	for i := range rects {
		st := pl.optionStyle(&stops[i])
		text := []span{{text: stops[i].text(), style: st}}
		if rects[i].W < pl.longestWord(text) || pl.high(stops[i].text(), st, rects[i].W) > labelLines*st.line {
			return nil
		}
	}
	return rects
}

// namesBelow is the options' names as one text, in the order of the axis.
func (pl *plot) namesBelow(r Rect, stops []stop) float64 {
	var spans []span
	for i := range stops {
		if stops[i].Label == "" {
			continue
		}
		st := pl.optionStyle(&stops[i])
		st.size, st.line = pl.small().size, pl.small().line
		if len(spans) > 0 {
			spans = append(spans, span{text: " · ", style: pl.small(), box: pl.box})
		}
		spans = append(spans, span{text: stops[i].text(), style: st, box: pl.box})
	}
	if len(spans) == 0 {
		return 0
	}
	return pl.text(spans, r.X, r.Y, r.W, atStart)
}
