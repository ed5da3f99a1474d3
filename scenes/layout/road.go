package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// road is the player's places and theirs over the steps: ticks of the ladder
// at the start, of time below, and the names of both under that.
func (pl *plot) road(r Rect) float64 {
	area, bottom := pl.axes(r, func(w float64) (float64, float64) {
		return w, math.Min(240, math.Max(140, math.Round(r.W*0.32)))
	})
	you, theirs := pl.series(view.You), pl.series(view.Happened)
	if others := pl.series(view.Others); others != nil {
		for _, pt := range others.Points {
			at := within(area, pt)
			pl.shape(view.Others, at.X, at.Y, dotOther)
		}
	}
	pl.path(you, area, false)
	pl.path(theirs, area, true)
	pl.roadPoints(you, theirs, area, roadCircle)
	pl.roadPoints(theirs, you, area, roadDiamond)
	return bottom + 8 + pl.legend(Rect{X: r.X, Y: bottom + 8, W: r.W}) - r.Y
}

// plotPad is what stays free around the area of a chart, for its marks.
const plotPad = 17.0

// axes draws the lines and names of both axes and returns the area between
// them and where all that ends. size makes of the width that there is the
// width and height of the area. The names of the upright axis stand beside it,
// or on its lines where they are long.
func (pl *plot) axes(r Rect, size func(w float64) (float64, float64)) (area Rect, bottom float64) {
	st := pl.small()
	left := 0.0
	for _, t := range pl.chart.YTicks {
		left = math.Max(left, pl.wide(t.Label, st))
	}
	area = Rect{X: r.X + left + 10 + plotPad, Y: r.Y + plotPad}
	if left > r.W*0.3 {
		left = 0
		area.X = r.X + plotPad
		area.Y += st.line + 4
	}
	last := plotPad
	if n := len(pl.chart.XTicks); n > 0 {
		last = math.Max(last, math.Min(area.X-r.X, pl.wide(pl.chart.XTicks[n-1].Label, st)/2))
	}
	area.W, area.H = size(r.Right() - last - area.X)
	bottom = math.Max(area.Bottom()+plotPad, pl.yTicks(st, r, area, left))
	return area, bottom + pl.xTicks(st, r, area, bottom)
}

// within is where a point of the chart is in its area.
func within(area Rect, p view.Point) Point {
	return Point{X: area.X + area.W*p.X/100, Y: area.Bottom() - area.H*p.Y/100}
}

func (pl *plot) path(s *view.Series, area Rect, dashed bool) {
	if s == nil || len(s.Points) < 2 {
		return
	}
	points := make([]Point, len(s.Points))
	for i, pt := range s.Points {
		points[i] = within(area, pt)
	}
	m := Mark{Token: tokenOf(s.Kind), Width: 3}
	if dashed {
		m.Dash, m.Gap = DashLength, DashGap
	}
	pl.lineMark(pl.box, m, points...)
}

// roadPoints draws the marks of a series. Where another series has the very same place
// both are one mark, a circle with a diamond in it; where it is near, both are moved
// aside, so that both are seen.
func (pl *plot) roadPoints(s, other *view.Series, area Rect, size float64) {
	if s == nil {
		return
	}
	for _, pt := range s.Points {
		at, size := within(area, pt), size
		switch near := beside(area, other, at); {
		case near == nil:
		case near.X == pt.X && near.Y == pt.Y && s.Kind == view.You:
			size = rungSame
		case near.X == pt.X && near.Y == pt.Y:
			size = rungInner
		case s.Kind == view.You:
			at.X -= 7
		default:
			at.X += 7
		}
		pl.shape(s.Kind, at.X, at.Y, size)
	}
}

// beside is the point of a series that lies so near a place that their marks would
// cover each other; nil for none.
func beside(area Rect, s *view.Series, at Point) *view.Point {
	if s == nil {
		return nil
	}
	for i := range s.Points {
		if q := within(area, s.Points[i]); math.Abs(q.X-at.X) < 12 && math.Abs(q.Y-at.Y) < 12 {
			return &s.Points[i]
		}
	}
	return nil
}

// yTicks draws lines across the area, with their names in a column of width w
// beside them, or on the lines where w is 0. It returns where the names end.
func (pl *plot) yTicks(st style, r, area Rect, w float64) float64 {
	bottom := 0.0
	for _, t := range pl.chart.YTicks {
		y := within(area, view.Point{Y: t.At}).Y
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Line, Rect: Rect{X: area.X - plotPad, Y: y - 0.5, W: area.W + 2*plotPad, H: 1}})
		at := Rect{X: r.X, Y: math.Max(r.Y, y-st.line/2), W: w, H: st.line}
		if w == 0 {
			at.W, at.Y = r.W, y-plotPad-st.line
			if t.At < 50 {
				at.Y = y + plotPad
			}
		}
		// A long name takes several lines.
		bottom = math.Max(bottom, at.Y+pl.label(t.Label, st, at, atStart))
	}
	return bottom
}

// xTicks names the places below the area, in up to three rows so that no two
// touch; those that still find no room are left to the table.
func (pl *plot) xTicks(st style, r, area Rect, y float64) float64 {
	const between, rows = 8, 3
	most := 0.0
	for n := 1; n <= rows; n++ {
		if pl.staggers(st, r, area, n, between) || n == rows {
			for i, t := range pl.chart.XTicks {
				at := pl.tickRect(st, r, area, t)
				at.Y = y + float64(i%n)*st.line
				if pl.free(at.Grow(between/2, 0)) {
					pl.label(t.Label, st, at, atCenter)
					most = math.Max(most, at.Bottom()-y)
				}
			}
			break
		}
	}
	return most
}

// staggers says whether the ticks fit in n rows in turn.
func (pl *plot) staggers(st style, r, area Rect, n int, between float64) bool {
	for i := n; i < len(pl.chart.XTicks); i++ {
		a, b := pl.tickRect(st, r, area, pl.chart.XTicks[i-n]), pl.tickRect(st, r, area, pl.chart.XTicks[i])
		if a.Right()+between > b.X {
			return false
		}
	}
	return true
}

func (pl *plot) tickRect(st style, r, area Rect, t view.Tick) Rect {
	w := math.Min(pl.wide(t.Label, st), r.W)
	x := within(area, view.Point{X: t.At}).X - w/2
	return Rect{X: math.Min(math.Max(r.X, x), r.Right()-w), W: w, H: st.line}
}

// calibration is what was said against what happened. The line of a series of
// others is what perfect answers would give.
func (pl *plot) calibration(r Rect) float64 {
	st, top := pl.small(), r
	if pl.chart.YName != "" {
		top.Y += pl.label(pl.chart.YName, st, r, atStart) + 4
	}
	area, bottom := pl.axes(top, func(w float64) (float64, float64) {
		w = math.Min(w, 420)
		return w, math.Min(280, math.Max(140, math.Round(w*0.7)))
	})
	if pl.chart.XName != "" {
		bottom += pl.label(pl.chart.XName, st, Rect{X: area.X - plotPad, Y: bottom, W: r.Right() - area.X + plotPad}, atStart)
	}
	if perfect := pl.series(view.Others); perfect != nil && len(perfect.Points) > 1 {
		a, b := within(area, perfect.Points[0]), within(area, perfect.Points[len(perfect.Points)-1])
		pl.lineMark(pl.box, Mark{Token: theme.Muted, Width: 2, Dash: DashLength, Gap: DashGap}, a, b)
	}
	if s := pl.series(view.You); s != nil {
		pl.weighted(s, area)
	}
	return bottom + 8 + pl.legend(Rect{X: r.X, Y: bottom + 8, W: r.W}) - r.Y
}

// weighted draws points as large as what stands behind them, with their labels
// where there is room.
func (pl *plot) weighted(s *view.Series, area Rect) {
	size := func(pt view.Point) float64 {
		return math.Min(32, 12+4*math.Sqrt(float64(max(pt.Weight, 1)-1)))
	}
	for _, pt := range s.Points {
		at := within(area, pt)
		pl.shape(s.Kind, at.X, at.Y, size(pt))
	}
	st := pl.small()
	for _, pt := range s.Points {
		if pt.Label == "" {
			continue
		}
		at, d := within(area, pt), size(pt)/2+4
		w := pl.wide(pt.Label, st)
		for _, r := range []Rect{
			{X: at.X - w/2, Y: at.Y + 2 - d - st.line, W: w, H: st.line},
			{X: at.X + d, Y: at.Y - st.line/2, W: w, H: st.line},
			{X: at.X - d - w, Y: at.Y - st.line/2, W: w, H: st.line},
			{X: at.X - w/2, Y: at.Y + d - 2, W: w, H: st.line},
		} {
			if r.X >= area.X-plotPad && r.Right() <= area.Right()+plotPad && pl.free(r) {
				pl.label(pt.Label, st, r, atStart)
				break
			}
		}
	}
}
