package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of an axis of days.
const (
	dayDiamond = 18.0 // what happened
	dayDot     = 14.0 // what followed
	dayTick    = 5.0  // how high a day's tick is
	leastTicks = 4.0  // nearer ticks are left out
	breakWide  = 12.0 // the gap in an axis that is cut short
)

// days is the time after something: a diamond, ticks for the days, and a dot for
// each day on which something followed. The first is filled and named above; the
// line to it is drawn day by day.
func (pl *plot) days(r Rect) float64 {
	start, then := pl.series(view.Happened), pl.series(view.Others)
	if start == nil || then == nil {
		return 0
	}
	st, bold := pl.small(), pl.scaled(style{Bold, 15, 20, theme.Ink})
	x0, x1 := r.X+dayDiamond/2, r.Right()-dayDot/2
	place := func(v float64) float64 { return x0 + (x1-x0)*v/100 }
	xs := make([]float64, len(then.Points))
	for i, pt := range then.Points {
		xs[i] = place(pt.X)
	}
	least := func(i int) float64 {
		if i == 0 {
			return x0 + (dayDiamond+dayDot)/2 + 3
		}
		return xs[i-1] + dayDot + 3
	}
	for i := range xs {
		xs[i] = math.Max(xs[i], least(i))
	}
	for i, end := len(xs)-1, x1; i >= 0; i, end = i-1, xs[i]-dayDot-3 {
		xs[i] = math.Min(xs[i], end)
	}
	y := r.Y + bold.line + 4 + dayDot/2
	pl.axis(x0, x1, y, place)
	first := pl.passing(x0, xs[0], y, max(then.Points[0].Weight, 1))
	for i := range xs {
		at := len(pl.out.Marks)
		if i > 0 {
			pl.ring(xs[i], y, dayDot)
			continue
		}
		pl.mark(pl.box, Mark{Kind: Circle, Token: theme.Ink, Halo: pl.halo, Rect: around(xs[i], y, dayDot)})
		pl.comes(Move{Marks: Span{From: at, To: at + 1}, Path: -1, From: first, To: first})
	}
	pl.shape(view.Happened, x0, y, dayDiamond)
	names := len(pl.out.Runs)
	w := math.Min(pl.wide(then.Points[0].Label, bold), r.W)
	pl.label(then.Points[0].Label, bold, Rect{X: math.Min(math.Max(r.X, xs[0]-dayDot/2), r.Right()-w), Y: r.Y, W: w}, atStart)
	pl.comes(Move{Runs: Span{From: names, To: len(pl.out.Runs)}, Path: -1, From: first, To: first})
	pl.since = first
	low := y + dayDot/2 + 5
	pl.below(start.Points[0].Label, st, x0, low, r)
	for i := len(xs) - 1; i > 0; i-- { // the last is the one that says what is counted
		pl.below(then.Points[i].Label, st, xs[i], low, r)
	}
	return low + st.line - r.Y
}

// below names a place under the axis, where there is room.
func (pl *plot) below(text string, st style, x, y float64, r Rect) {
	w := math.Min(pl.wide(text, st), r.W)
	at := Rect{X: math.Min(math.Max(r.X, x-w/2), r.Right()-w), Y: y, W: w, H: st.line}
	if pl.free(at.Grow(5, -1)) {
		pl.label(text, st, at, atStart)
	}
}

// axis is the line with a tick for each day, and a gap where it is cut short.
func (pl *plot) axis(x0, x1, y float64, place func(float64) float64) {
	from := x0
	for _, b := range append(append([]float64{}, pl.chart.Breaks...), math.Inf(1)) {
		to := x1
		if !math.IsInf(b, 1) {
			to = place(b) - breakWide/2
		}
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Edge, Rect: Rect{X: from, Y: y - 1, W: math.Max(0, to-from), H: 2}})
		if !math.IsInf(b, 1) {
			for _, x := range []float64{to, to + breakWide} {
				pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 2}, Point{x - 3, y + 7}, Point{x + 3, y - 7})
			}
		}
		from = to + breakWide
	}
	last := math.Inf(-1)
	for _, t := range pl.chart.XTicks {
		if x := place(t.At); x-last >= leastTicks {
			pl.mark(pl.box, Mark{Kind: Block, Token: theme.Edge, Rect: Rect{X: x - 0.75, Y: y - dayTick, W: 1.5, H: dayTick}})
			last = x
		}
	}
}

// passing is the line from the start to the first thing that followed, a piece for
// each day that passes. It returns when the last has passed.
func (pl *plot) passing(x0, x1, y float64, days int) float64 {
	pieces := min(days, 24)
	each := math.Min(ADay, AllDays/float64(pieces))
	for i := range pieces {
		from, to := x0+(x1-x0)*float64(i)/float64(pieces), x0+(x1-x0)*float64(i+1)/float64(pieces)
		at := pl.since + each*float64(i+1)
		n := len(pl.out.Marks)
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Ink, Rect: Rect{X: from, Y: y - 1.5, W: to - from, H: 3}})
		pl.comes(Move{Marks: Span{From: n, To: n + 1}, Path: -1, From: at, To: at})
	}
	return pl.since + each*float64(pieces)
}

// ring is a white dot with a dark edge.
func (pl *plot) ring(x, y, size float64) {
	pl.mark(pl.box, Mark{Kind: Circle, Token: theme.Ink, Halo: pl.halo, Rect: around(x, y, size)})
	pl.mark(pl.box, Mark{Kind: Circle, Token: pl.halo, Rect: around(x, y, size-5)})
	pl.taken = append(pl.taken, around(x, y, size))
}

// around is a square around a place.
func around(x, y, size float64) Rect { return Rect{X: x - size/2, Y: y - size/2, W: size, H: size} }
