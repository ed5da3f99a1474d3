package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of lanes.
const (
	laneHigh    = 22.0
	laneGap     = 16.0
	laneStripe  = 7.0 // how wide a stripe is, and what is between two
	laneHatch   = 9.0
	laneBreak   = 14.0
	laneDiamond = 17.0
	leastLanes  = 600.0 // from which width on names stand beside their lanes
)

// lanes is rows over time, one for each layer, with their key above and the days of
// changes between.
func (pl *plot) lanes(r Rect) float64 {
	y := r.Y + pl.laneKeys(r) + 14
	names := pl.scaled(style{Bold, 16, 21, theme.Ink})
	x, side := r.X, 0.0
	if r.W >= leastLanes*pl.in.TextScale {
		for _, l := range pl.chart.Lanes {
			side = math.Max(side, pl.wide(l.Name, names))
		}
		side = math.Min(side, r.W/3) + 20
	}
	axis := Rect{X: x + side + laneDiamond/2, W: r.W - side - laneDiamond}
	from := y + pl.laneDays(Rect{X: axis.X, Y: y, W: r.Right() - axis.X}, axis) + 8
	y = from
	tops := make([]float64, len(pl.chart.Lanes))
	for i, l := range pl.chart.Lanes {
		bar := Rect{X: axis.X, Y: y, W: axis.W, H: laneHigh}
		if side > 0 {
			h := pl.high(l.Name, names, side-20)
			bar.Y += math.Max(0, (h-laneHigh)/2)
			pl.label(l.Name, names, Rect{X: x, Y: bar.Y + (laneHigh-h)/2, W: side - 20}, atStart)
			y += math.Max(h, laneHigh) + laneGap
		} else {
			bar.Y += pl.label(l.Name, names, Rect{X: x, Y: y, W: r.W}, atStart) + 2
			y = bar.Bottom() + laneGap
		}
		tops[i] = bar.Y
		for _, p := range l.Pieces {
			pl.lanePiece(p, bar)
		}
	}
	pl.laneBreaks(axis, from-4, y-laneGap+4)
	if s := pl.series(view.Happened); s != nil {
		for _, pt := range s.Points {
			pl.shape(view.Happened, axis.X+axis.W*pt.X/100, tops[int(pt.Y)]+laneHigh/2, laneDiamond)
		}
	}
	return y - laneGap + 4 - r.Y
}

// laneKeys explains the stands, side by side.
func (pl *plot) laneKeys(r Rect) float64 {
	st := pl.small()
	const sign, pad = 34.0, 8.0
	least := math.Max(st.line, laneHigh)
	x, y, high := r.X, r.Y, least
	for _, k := range pl.chart.Key {
		w := math.Min(sign+pad+pl.wide(k.Text, st), r.W)
		if x > r.X && x+w > r.Right() {
			x, y, high = r.X, y+high+4, least
		}
		at := Rect{X: x, Y: y + (least-16)/2, W: sign, H: 16}
		if k.Stand == view.AStep {
			pl.shape(view.Happened, x+sign/2, y+least/2, laneDiamond)
		} else {
			pl.standing(k.Stand, at)
		}
		high = math.Max(high, pl.label(k.Text, st, Rect{X: x + sign + pad, Y: y + (least-st.line)/2, W: w - sign - pad}, atStart))
		x += w + 22
	}
	return y + high - r.Y
}

// laneDays names the days of changes where there is room: the first, the last, then
// those between.
func (pl *plot) laneDays(r, axis Rect) float64 {
	st := pl.small()
	ticks := pl.chart.XTicks
	name := func(t view.Tick) {
		w := pl.wide(t.Label, st)
		x := axis.X + axis.W*t.At/100
		at := Rect{X: math.Max(r.X, math.Min(x-w/2, r.Right()-w)), Y: r.Y, W: math.Min(w, r.W), H: st.line}
		if pl.free(at.Grow(8, 0)) {
			pl.label(t.Label, st, at, atStart)
			pl.mark(pl.box, Mark{Kind: Block, Token: theme.Edge, Rect: Rect{X: math.Max(axis.X, x-0.75), Y: r.Y + st.line + 2, W: 1.5, H: 6}})
		}
	}
	if n := len(ticks); n > 0 {
		name(ticks[0])
		name(ticks[n-1])
		for _, t := range ticks[1:max(1, n-1)] {
			name(t)
		}
	}
	return st.line + 4
}

// lanePiece draws a piece of a lane, but for the gaps where the axis is cut.
func (pl *plot) lanePiece(p view.LanePiece, bar Rect) {
	place := func(v float64) float64 { return bar.X + bar.W*v/100 }
	from, end := place(p.From), place(p.To)
	for _, b := range pl.chart.Breaks {
		cut := place(b)
		if cut-laneBreak/2 >= end || cut+laneBreak/2 <= from {
			continue
		}
		if to := cut - laneBreak/2; to > from {
			pl.standing(p.Stand, Rect{X: from, Y: bar.Y, W: to - from, H: bar.H})
		}
		from = cut + laneBreak/2
	}
	if end > from {
		pl.standing(p.Stand, Rect{X: from, Y: bar.Y, W: end - from, H: bar.H})
	}
}

// laneBreaks draws where the axis is cut: two slanted lines at each end of the gap.
func (pl *plot) laneBreaks(axis Rect, top, bottom float64) {
	for _, b := range pl.chart.Breaks {
		x := axis.X + axis.W*b/100
		for _, dx := range []float64{-3, 3} {
			pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 2},
				Point{x + dx + 3, top - 6}, Point{x + dx - 3, top}, Point{x + dx, top + 4}, Point{x + dx, bottom})
		}
	}
}

// standing fills a rectangle as a lane stands there: full, in stripes, empty, or
// hatched. All but what is full have an edge, so that the shape says it, too.
func (pl *plot) standing(s view.LaneStand, r Rect) {
	fill := func(k theme.Token, r Rect) { pl.mark(pl.box, Mark{Kind: Block, Token: k, Rect: r}) }
	switch s {
	case view.Serves:
		fill(theme.Muted, r)
		return
	case view.Reached:
		fill(theme.Ink, r)
		return
	case view.OnOff:
		for x := r.X; x < r.Right(); x += 2 * laneStripe {
			fill(theme.Ink, Rect{X: x, Y: r.Y, W: math.Min(laneStripe, r.Right()-x), H: r.H})
		}
	case view.Hatched:
		pl.hatch(r)
	case view.Empty, view.AStep:
	}
	pl.outline(r)
}

func (pl *plot) outline(r Rect) {
	r = r.Grow(-0.75, -0.75)
	if r.Empty() {
		return
	}
	pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 1.5}, Point{r.X, r.Y}, Point{r.Right(), r.Y}, Point{r.Right(), r.Bottom()}, Point{r.X, r.Bottom()}, Point{r.X, r.Y})
}

// hatch fills a rectangle with slanted lines.
func (pl *plot) hatch(r Rect) {
	for at := r.X - r.H + laneHatch/2; at < r.Right(); at += laneHatch {
		from, to := math.Max(at, r.X), math.Min(at+r.H, r.Right())
		if to > from {
			pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 1}, Point{from, r.Bottom() - (from - at)}, Point{to, r.Bottom() - (to - at)})
		}
	}
}
