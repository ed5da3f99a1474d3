package layout

import (
	"math"
	"slices"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of splits.
const (
	splitWide  = 620.0 // narrower, the words of a step stand above its line
	splitWords = 0.3   // the share of the words beside it
	splitGap   = 24.0  // between words and line, and between an option's dots and the next's
	splitPad   = 5.0   // above and below a row
	splitDot   = 9.0
	splitPitch = 11.0
	splitRing  = 11.0 // an option that was on offer
	splitTheir = 21.0 // what happened, from corner to corner
)

// split is one option of a row: its dots in columns, its letter and count after them,
// and its place on the line.
type split struct {
	view.Point
	they       bool
	alone      string  // how many chose it alone, "" for nothing to say
	x, left, w float64 // place on the line; dots and label
	label      float64 // how wide the label is
}

// splits is one row for each step: the line of its ladder, one dot for each vote over
// the option that it was for, and a diamond where history went.
func (pl *plot) splits(r Rect) float64 {
	rows := make([][]split, len(pl.chart.Rungs))
	for _, s := range pl.chart.Series {
		for _, p := range s.Points {
			if i := int(p.Y); i >= 0 && i < len(rows) {
				rows[i] = pl.splitPoint(rows[i], s.Kind, p)
			}
		}
	}
	words, line := r, r
	beside := r.W >= splitWide*pl.in.TextScale
	if beside {
		words.W = math.Floor(r.W * splitWords)
		line.X, line.W = r.X+words.W+splitGap, r.W-words.W-splitGap
	}
	y := r.Y
	if len(pl.chart.XTicks) == 2 {
		y += pl.ends(Rect{X: line.X, Y: y, W: line.W}) + 4
	}
	for i := range rows {
		if i+1 >= len(pl.chart.Table) {
			break
		}
		if i > 0 {
			pl.mark(pl.box, Mark{Kind: Block, Token: theme.Line, Rect: Rect{X: r.X, Y: y, W: r.W, H: 1}})
		}
		words.Y, line.Y = y+splitPad, y+splitPad
		high := pl.splitWords(words, pl.chart.Table[i+1], beside)
		if !beside {
			line.Y += high + 2
		}
		high = math.Max(words.Y+high, line.Y+pl.split(line, rows[i], pl.chart.Rungs[i].Own, len(rows)))
		y = high + splitPad
	}
	return y + 6 + pl.legend(Rect{X: r.X, Y: y + 6, W: r.W}) - r.Y
}

// splitPoint adds what a series says of an option of a row.
func (pl *plot) splitPoint(row []split, k view.SeriesKind, p view.Point) []split {
	i := slices.IndexFunc(row, func(s split) bool { return s.Mark == p.Mark })
	if i < 0 {
		i = len(row)
		row = append(row, split{Point: view.Point{X: p.X, Mark: p.Mark}})
	}
	switch k {
	case view.You:
		row[i].Label, row[i].Weight = p.Label, p.Weight
	case view.Happened:
		row[i].they = true
	case view.Others:
		row[i].alone = p.Label
	}
	return row
}

// splitWords says which step it is.
func (pl *plot) splitWords(r Rect, cells []string, beside bool) float64 {
	title, small := pl.rungTitle(), pl.small()
	if beside {
		high := pl.label(cells[0], title, r, atStart)
		return high + pl.label(cells[1], small, Rect{X: r.X, Y: r.Y + high, W: r.W}, atStart)
	}
	text := []span{{text: cells[0] + " ", style: title, box: pl.box}, {text: cells[1], style: small, box: pl.box}}
	before := len(pl.out.Runs)
	high := pl.text(text, r.X, r.Y, r.W, atStart)
	for _, run := range pl.out.Runs[before:] {
		pl.taken = append(pl.taken, run.Rect)
	}
	return high
}

// split draws a row of so many: dots over the line where all find room there, else one
// option below the other, and the line under them.
func (pl *plot) split(r Rect, row []split, own bool, rows int) float64 {
	slices.SortFunc(row, func(a, b split) int { return int(math.Copysign(1, a.X-b.X)) })
	high := pl.columnsOf(r, row, rows)
	over := 0.0
	if high > 0 {
		most := 0
		for i := range row {
			most = max(most, min(high, row[i].Weight))
		}
		over = math.Max(pl.rungTitle().line, float64(most)*splitPitch)
	}
	pl.spread(r, row)
	for i := range row {
		s := &row[i]
		if high > 0 {
			pl.dots(s, s.left, r.Y+over, high)
			pl.label(s.text(), pl.splitStyle(s), Rect{X: s.left + s.w - s.label, Y: r.Y + over - pl.rungTitle().line, W: s.label}, atEnd)
		} else {
			over += pl.splitLine(r, s, r.Y+over)
		}
	}
	middle := r.Y + over + 3 + splitTheir/2
	if own { // a scale of its own, which is drawn otherwise
		pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 3, Dash: 3, Gap: 5}, Point{r.X + 5, middle}, Point{r.Right() - 5, middle})
	} else {
		pl.mark(pl.box, Mark{Kind: Block, Radius: 2, Token: theme.Edge, Rect: Rect{X: r.X + 4, Y: middle - 1.5, W: r.W - 8, H: 3}})
	}
	under := 0.0
	for i := range row {
		s := &row[i]
		if s.they {
			pl.shape(view.Happened, s.x, middle, splitTheir)
		} else {
			pl.ring(s.x, middle, splitRing)
		}
		if s.alone != "" && high > 0 {
			under = math.Max(under, pl.splitAlone(s, r, middle+splitTheir/2))
		}
	}
	return middle + splitTheir/2 + under - r.Y
}

// columnsOf is how many dots stand on each other where all options of a row find room
// side by side, 0 where they do not. It says how wide each is.
func (pl *plot) columnsOf(r Rect, row []split, rows int) (high int) {
	const most = 8
	high = 4 - min(rows/7, 1)
	if slices.ContainsFunc(row, func(s split) bool { return s.alone != "" }) {
		high = 2 // what stands below the line needs room, too
	}
	for ; high <= most; high++ {
		all := 0.0
		for i := range row {
			s := &row[i]
			s.label = pl.wide(s.text(), pl.rungTitle())
			s.w = math.Ceil(float64(s.Weight)/float64(high))*splitPitch + s.label
			all += s.w + splitGap/2
		}
		if all <= r.W {
			return high
		}
	}
	return 0
}

func (pl *plot) splitStyle(s *split) style {
	st := pl.rungTitle()
	if s.they {
		st.token = theme.Theirs
	}
	return st
}

// splitLine is an option in a line of its own: its letter and count, how many chose it
// alone, and the dots below.
func (pl *plot) splitLine(r Rect, s *split, y float64) float64 {
	words := r.W
	if s.alone != "" {
		w := dotOther + 4 + pl.wide(s.alone, pl.small())
		words -= w + splitGap
		pl.shape(view.Others, r.Right()-w+dotOther/2, y+pl.small().line/2, dotOther)
		pl.label(s.alone, pl.small(), Rect{X: r.Right() - w + dotOther + 4, Y: y, W: w - dotOther - 4}, atStart)
	}
	high := pl.label(s.text(), pl.splitStyle(s), Rect{X: r.X, Y: y, W: math.Min(s.label, words)}, atStart)
	if s.Weight == 0 {
		return high
	}
	columns := max(1, int(r.W/splitPitch))
	rows := (s.Weight + columns - 1) / columns
	rise := float64(rows) * splitPitch
	pl.dots(s, r.X, y+high+rise, rows)
	return high + rise + 2
}

// text is an option's letter and how many voted for it.
func (s *split) text() string { return "\u00a0" + s.Mark + "\u00a0" + s.Label }

// spread gives options their places on the line, and their dots theirs over them: as
// near as they can be without touching each other.
func (pl *plot) spread(r Rect, row []split) {
	place := func(lo, hi, gap float64, at func(*split) *float64, w func(*split) float64) {
		for i := range row {
			x := at(&row[i])
			*x = math.Max(*x, lo)
			lo = *x + w(&row[i]) + gap
		}
		for i := len(row) - 1; i >= 0; i-- {
			x := at(&row[i])
			*x = math.Max(r.X, math.Min(*x, hi-w(&row[i])))
			hi = *x - gap
		}
	}
	const edge = splitTheir/2 + 2
	for i := range row {
		s := &row[i]
		s.x = r.X + edge + (r.W-2*edge)*s.X/100 - splitRing/2
	}
	place(r.X, r.Right()-edge+splitRing/2, stopGap, func(s *split) *float64 { return &s.x }, func(*split) float64 { return splitRing })
	for i := range row {
		s := &row[i]
		s.x += splitRing / 2
		s.left = s.x - (s.w-s.label)/2
		if s.Weight == 0 {
			s.left = s.x - s.w/2
		}
	}
	place(r.X, r.Right(), splitGap/2, func(s *split) *float64 { return &s.left }, func(s *split) float64 { return s.w })
}

// dots stacks the votes for an option from a line upwards, in columns of so many.
func (pl *plot) dots(s *split, left, bottom float64, high int) {
	for n := range s.Weight {
		x := left + splitPitch*(float64(n/high)+0.5)
		y := bottom - splitPitch*(float64(n%high)+0.5)
		pl.mark(pl.box, Mark{Kind: Circle, Token: theme.You, Rect: around(x, y, splitDot)})
	}
	if s.Weight > 0 {
		columns := math.Ceil(float64(s.Weight) / float64(high))
		rise := float64(min(s.Weight, high)) * splitPitch
		pl.taken = append(pl.taken, Rect{X: left, Y: bottom - rise, W: columns * splitPitch, H: rise})
	}
}

// splitAlone says below the line how many chose an option alone, and returns how much
// room that takes.
func (pl *plot) splitAlone(s *split, r Rect, y float64) float64 {
	st, from := pl.small(), y
	w := dotOther + 4 + pl.wide(s.alone, st)
	x := math.Min(math.Max(r.X, s.x-w/2), r.Right()-w)
	for !pl.free(Rect{X: x - 4, Y: y, W: w + 8, H: st.line}) {
		y += st.line
	}
	pl.shape(view.Others, x+dotOther/2, y+st.line/2, dotOther)
	return y + pl.label(s.alone, st, Rect{X: x + dotOther + 4, Y: y, W: w - dotOther - 4}, atStart) - from
}
