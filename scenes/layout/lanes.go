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
	laneCircle  = 13.0
	laneYours   = 40.0
	laneApart   = 14.0  // between a lane and the end that the player drew
	leastLanes  = 600.0 // from which width on names stand beside their lanes
	leastAxis   = 300.0 // that choices at the ends of lanes leave
)

// lanes is rows over time, one for each layer, with their key above and the days of
// changes between. The choices by which ends are drawn, if any, stand at the ends.
func (pl *plot) lanes(r Rect, choices laneChoices) float64 {
	y := r.Y + pl.laneKeys(r) + 14
	f := pl.laneFrame(r, choices)
	y += pl.laneDays(Rect{X: f.axis.X, Y: y, W: f.end - f.axis.X}, f.axis) + 8
	from := y
	tops := make([]float64, len(pl.chart.Lanes))
	for i := range pl.chart.Lanes {
		if i > 0 {
			y += laneGap
		}
		tops[i], y = pl.lane(&pl.chart.Lanes[i], f, r, y)
	}
	pl.laneBreaks(f.axis, from-4, y+4)
	if s := pl.series(view.Happened); s != nil {
		for _, pt := range s.Points {
			pl.shape(view.Happened, f.axis.X+f.axis.W*pt.X/100, tops[int(pt.Y)]+laneHigh/2, laneDiamond)
		}
	}
	return y + 4 - r.Y
}

// laneFrame is where the columns of lanes stand.
type laneFrame struct {
	names   float64 // how wide those are that stand before their lanes; 0 where they stand above
	axis    Rect
	end     float64 // where the lanes end, with the ends that the player drew
	choices laneChoices
	beside  float64 // how wide the choices are at the ends; 0 where they stand below
}

func (pl *plot) laneFrame(r Rect, choices laneChoices) laneFrame {
	f := laneFrame{end: r.Right(), choices: choices, beside: choices.wide}
	yours := 0.0
	for _, l := range pl.chart.Lanes {
		if r.W >= leastLanes*pl.in.TextScale {
			f.names = math.Min(math.Max(f.names, pl.wide(l.Name, pl.laneName())+20), r.W/3)
		}
		if l.Yours != "" {
			yours = laneYours + laneApart
		}
	}
	f.axis = Rect{X: r.X + f.names + laneDiamond/2, W: r.W - f.names - laneDiamond - yours}
	if f.names == 0 || f.axis.W-f.beside-laneGap < leastAxis*pl.in.TextScale {
		f.beside = 0
	}
	if f.beside > 0 {
		f.axis.W -= f.beside + laneGap
		f.end -= f.beside + laneGap
	}
	return f
}

func (pl *plot) laneName() style { return pl.scaled(style{Bold, 16, 21, theme.Ink}) }

// lane places one lane, from y on, and says where its bar is and where all of it ends.
// Where there are choices, the name of the lane is their heading.
func (pl *plot) lane(l *view.Lane, f laneFrame, r Rect, y float64) (top, bottom float64) {
	from, in := y, slot{x: r.X, y: y, w: r.W}
	named := func(s slot) float64 { return pl.label(l.Name, pl.laneName(), Rect{X: s.x, Y: s.y, W: s.w}, atStart) }
	choose := func(slot) float64 { return 0 }
	if l.Choices != "" && f.choices.place != nil {
		in, named, choose = f.choices.place(l, Rect{X: r.X, Y: y, W: r.W})
		defer func() { pl.close(in.parent, bottom-from) }()
	}
	row := laneHigh
	if f.names == 0 {
		y += named(in) + 2
	} else {
		row = pl.laneLine(named, in.in(in.parent, r.X, y, f.names-20), choose, in.in(in.parent, f.end+laneGap, y, f.beside))
	}
	bar := Rect{X: f.axis.X, Y: y + math.Floor((row-laneHigh)/2), W: f.axis.W, H: laneHigh}
	for _, p := range l.Pieces {
		pl.lanePiece(p, bar)
	}
	if l.Yours != "" {
		pl.yourEnd(l.Yours, Rect{X: f.end - laneYours, Y: bar.Y, W: laneYours, H: laneHigh})
	}
	bottom = y + row
	if f.beside == 0 {
		if h := choose(in.at(bottom + 6)); h > 0 {
			bottom += 6 + h
		}
	}
	return bar.Y, bottom
}

// laneLine places what stands before a lane and, where that has any room, what stands
// after it in one line, and says how high that is.
func (pl *plot) laneLine(before func(slot) float64, at slot, after func(slot) float64, end slot) float64 {
	from := pl.tally()
	first, second := before(at), 0.0
	between := pl.tally()
	if end.w > 0 {
		second = after(end)
	}
	high := math.Max(laneHigh, math.Max(first, second))
	pl.moveRange(between, pl.tally(), 0, math.Floor((high-second)/2))
	pl.moveRange(from, between, 0, math.Floor((high-first)/2))
	return high
}

// yourEnd is the end that the player drew, in a frame with the player's circle, or an
// empty place for it.
func (pl *plot) yourEnd(s view.LaneStand, r Rect) {
	if s == view.Open {
		pl.frame(r, Mark{Token: theme.Edge, Width: 1.5, Dash: DashLength, Gap: DashGap})
		return
	}
	pl.standing(s, r.Grow(-3, -3))
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.You, Rect: r, Width: 2.5})
	pl.shape(view.You, r.X, r.Y+r.H/2, laneCircle)
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
		switch k.Stand {
		case view.AStep:
			pl.shape(view.Happened, x+sign/2, y+least/2, laneDiamond)
		case view.YourEnd:
			pl.yourEnd(view.Empty, at.Grow(-laneCircle/2, 0))
		default:
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
	case view.Open:
		mid := r.Y + r.H/2
		pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 2, Dash: DashLength, Gap: DashGap}, Point{r.X, mid}, Point{r.Right(), mid})
		return
	case view.Empty, view.AStep, view.YourEnd:
	}
	pl.frame(r, Mark{Token: theme.Edge, Width: 1.5})
}

// frame draws a line around a rectangle, within it.
func (pl *plot) frame(r Rect, m Mark) {
	r = r.Grow(-m.Width/2, -m.Width/2)
	if r.Empty() {
		return
	}
	pl.lineMark(pl.box, m, Point{r.X, r.Y}, Point{r.Right(), r.Y}, Point{r.Right(), r.Bottom()}, Point{r.X, r.Bottom()}, Point{r.X, r.Y})
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
