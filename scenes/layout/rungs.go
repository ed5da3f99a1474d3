package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of rungs.
const (
	rungWide   = 860.0 // narrower, what is said of a step stands below its rung
	rungTime   = 44.0  // from the axis of time to the texts
	rungGap    = 18.0  // between columns
	rungPad    = 4.5   // above and below a row
	rungCircle = 22.0
	rungSame   = 26.0 // the circle that holds the diamond
	rungInner  = 13.0 // the diamond in a circle
	timeDot    = 9.0
)

// rungRow is what is known of a row while it is placed.
type rungRow struct {
	rung  view.Rung
	cells []string // step, date, yours, theirs, bet
	y, h  float64
	line  float64 // where the first line of its text is, for the way from the axis of time
}

// rungs is the steps of a case one below the other, each with the places that the
// player and history chose, and at the start the time to scale.
func (pl *plot) rungs(r Rect) float64 {
	rows := make([]rungRow, 0, len(pl.chart.Rungs))
	for i, rung := range pl.chart.Rungs {
		if i+1 < len(pl.chart.Table) {
			rows = append(rows, rungRow{rung: rung, cells: pl.chart.Table[i+1]})
		}
	}
	if len(rows) == 0 || len(pl.chart.Table[0]) < 5 {
		return 0
	}
	var bottom float64
	if r.W >= rungWide*pl.in.TextScale {
		bottom = pl.rungColumns(r, rows)
	} else {
		bottom = pl.rungBlocks(r, rows)
	}
	pl.timeAxis(r, rows, bottom)
	return bottom - r.Y
}

// Styles of rungs.
func (pl *plot) rungTitle() style { return pl.scaled(style{Bold, 16, 20, theme.Ink}) }
func (pl *plot) rungText() style  { return pl.scaled(style{Text, 15, 20, theme.Ink}) }

// rungColumns sets each step in one row of columns.
func (pl *plot) rungColumns(r Rect, rows []rungRow) float64 {
	small, title, text := pl.small(), pl.rungTitle(), pl.rungText()
	head := pl.chart.Table[0]
	dates, bets := 0.0, 0.0
	for _, row := range rows {
		dates = math.Max(dates, pl.wide(row.cells[1], small))
		bets = math.Max(bets, pl.wide(row.cells[4], title))
	}
	bets = math.Max(bets, pl.longestWord([]span{{text: head[4], style: small}}))
	left := r.X + rungTime
	room := r.Right() - left - dates - bets - 5*rungGap
	steps, rung := room*0.3, room*0.2
	says := (room - steps - rung) / 2
	x := [6]float64{left, left + dates + rungGap}
	for i, w := range []float64{steps, rung, says, says} {
		x[i+2] = x[i+1] + w + rungGap
	}
	y := r.Y + pl.rungHeads(Rect{X: x[2], Y: r.Y, W: rung}, []Rect{
		{X: x[3], Y: r.Y, W: says}, {X: x[4], Y: r.Y, W: says}, {X: x[5], Y: r.Y, W: r.Right() - x[5]},
	}) + 2
	for i := range rows {
		row := &rows[i]
		if i > 0 {
			pl.mark(pl.box, Mark{Kind: Block, Token: theme.Line, Rect: Rect{X: left, Y: y, W: r.Right() - left, H: 1}})
		}
		row.y = y
		row.h = 2*rungPad + math.Max(rungSame, math.Max(pl.high(row.cells[0], title, steps),
			math.Max(pl.high(row.cells[2], text, says), pl.high(row.cells[3], text, says))))
		middle := y + row.h/2
		in := func(cell string, st style, x, w float64, al align) {
			pl.label(cell, st, Rect{X: x, Y: middle - pl.high(cell, st, w)/2, W: w}, al)
		}
		in(row.cells[1], small, x[0], dates, atStart)
		in(row.cells[0], title, x[1], steps, atStart)
		pl.rung(i, row.rung, Rect{X: x[2], Y: middle, W: rung})
		in(row.cells[2], text, x[3], says, atStart)
		in(row.cells[3], pl.same(i, text), x[4], says, atStart)
		in(row.cells[4], title, x[5], r.Right()-x[5], atEnd)
		row.line = middle
		y += row.h
	}
	return y
}

// same is the style of what history did: muted where it is what the player did.
func (pl *plot) same(row int, st style) style {
	if you, they := pl.rungPlaces(row); you != nil && they != nil && you.X == they.X {
		st.token = theme.Muted
	}
	return st
}

// rungHeads names the ends of the rungs and the columns after them.
func (pl *plot) rungHeads(rung Rect, columns []Rect) float64 {
	small, head := pl.small(), pl.chart.Table[0]
	high := pl.label(pl.chart.XName, small, Rect{X: pl.out.Boxes[pl.box].Rect.X, Y: rung.Y, W: rung.X - pl.out.Boxes[pl.box].Rect.X - rungGap}, atStart)
	if len(pl.chart.XTicks) == 2 {
		high = math.Max(high, pl.rungEnds(rung))
	}
	for i, k := range []view.SeriesKind{view.You, view.Happened} {
		high = math.Max(high, pl.label(head[i+2], pl.named(k), columns[i], atStart))
	}
	return math.Max(high, pl.label(head[4], small, columns[2], atEnd))
}

// rungEnds names the two ends of a rung, each in its half.
func (pl *plot) rungEnds(r Rect) float64 {
	half, small := r.W/2-6, pl.small()
	low := pl.label(pl.chart.XTicks[0].Label, small, Rect{X: r.X, Y: r.Y, W: half}, atStart)
	return math.Max(low, pl.label(pl.chart.XTicks[1].Label, small, Rect{X: r.Right() - half, Y: r.Y, W: half}, atEnd))
}

// rungBlocks sets each step as a block: date and title, the rung, and below it
// what the player and history chose.
func (pl *plot) rungBlocks(r Rect, rows []rungRow) float64 {
	small, title, text := pl.small(), pl.rungTitle(), pl.rungText()
	head := pl.chart.Table[0]
	left := r.X + rungTime
	in := Rect{X: left, Y: r.Y, W: r.Right() - left}
	y := r.Y
	if len(pl.chart.XTicks) == 2 {
		y += pl.label(pl.chart.XName, small, Rect{X: r.X, Y: y, W: r.W}, atStart)
	}
	for i := range rows {
		row := &rows[i]
		if i > 0 {
			pl.mark(pl.box, Mark{Kind: Block, Token: theme.Line, Rect: Rect{X: left, Y: y, W: in.W, H: 1}})
		}
		row.y = y
		y += rungPad
		row.line = y + small.line/2
		y += pl.label(row.cells[1], small, Rect{X: left, Y: y, W: in.W}, atStart)
		y += pl.label(row.cells[0], title, Rect{X: left, Y: y, W: in.W}, atStart)
		y += 6 + rungCircle/2
		pl.rung(i, row.rung, Rect{X: left, Y: y, W: in.W})
		y += rungCircle/2 + 4
		if !row.rung.Own && !row.rung.Closed && len(pl.chart.XTicks) == 2 {
			y += pl.rungEnds(Rect{X: left, Y: y, W: in.W})
		}
		if row.rung.Closed {
			y += pl.label(row.cells[2], text, Rect{X: left, Y: y, W: in.W}, atStart) + rungPad
			row.h = y - row.y
			continue
		}
		for c, k := range []view.SeriesKind{view.You, view.Happened} {
			y += pl.rungSays(signOf(k)+head[c+2], pl.named(k), row.cells[c+2], text, Rect{X: left, Y: y, W: in.W})
		}
		y += pl.rungSays(head[4], small, row.cells[4], title, Rect{X: left, Y: y, W: in.W})
		y += rungPad
		row.h = y - row.y
	}
	return y
}

// rungSays is a text with what it is before it, on one line or as many as that
// takes.
func (pl *plot) rungSays(name string, nameStyle style, says string, st style, r Rect) float64 {
	before := len(pl.out.Runs)
	nameStyle.size, nameStyle.line = pl.rungText().size, pl.rungText().line
	h := pl.text([]span{{text: name + "\u00a0 ", style: nameStyle, box: pl.box}, {text: says, style: st, box: pl.box}}, r.X, r.Y, r.W, atStart)
	for _, run := range pl.out.Runs[before:] {
		pl.taken = append(pl.taken, run.Rect)
	}
	return h
}

// rungPlaces are what the player and history chose in a row, nil where they did
// not.
func (pl *plot) rungPlaces(row int) (you, they *view.Point) {
	at := func(k view.SeriesKind) *view.Point {
		if s := pl.series(k); s != nil {
			for i := range s.Points {
				if int(s.Points[i].Y) == row {
					return &s.Points[i]
				}
			}
		}
		return nil
	}
	return at(view.You), at(view.Happened)
}

// rung is the scale of one step with its marks; r.Y is its middle. One that is not
// played is hatched: there is something, and it is not shown.
func (pl *plot) rung(row int, rung view.Rung, r Rect) {
	if rung.Closed {
		for x := r.X + 6; x < r.Right()-4; x += 9 {
			pl.lineMark(pl.box, Mark{Token: theme.Line, Width: 1.5}, Point{x - 4, r.Y + 6}, Point{x + 4, r.Y - 6})
		}
		return
	}
	if rung.Own {
		pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 3, Dash: 3, Gap: 6}, Point{r.X, r.Y}, Point{r.Right(), r.Y})
	} else {
		pl.mark(pl.box, Mark{Kind: Block, Radius: 1.5, Token: theme.Edge, Rect: Rect{X: r.X, Y: r.Y - 1.5, W: r.W, H: 3}})
	}
	place := func(v float64) float64 { return r.X + rungSame/2 + (r.W-rungSame)*v/100 }
	you, they := pl.rungPlaces(row)
	switch {
	case you != nil && they != nil && you.X == they.X:
		pl.shape(view.You, place(you.X), r.Y, rungSame)
		pl.shape(view.Happened, place(they.X), r.Y, rungInner)
	case you != nil && they != nil:
		a, b := place(you.X), place(they.X)
		if over := rungCircle + 2 - math.Abs(a-b); over > 0 { // both are to be seen
			shift := math.Copysign(over/2, a-b)
			a, b = a+shift, b-shift
			out := math.Max(0, r.X+rungCircle/2-math.Min(a, b)) - math.Max(0, math.Max(a, b)-r.Right()+rungCircle/2)
			a, b = a+out, b+out
		}
		pl.shape(view.You, a, r.Y, rungCircle-2)
		pl.shape(view.Happened, b, r.Y, rungCircle)
	case they != nil:
		pl.shape(view.Happened, place(they.X), r.Y, rungCircle)
	case you != nil:
		pl.shape(view.You, place(you.X), r.Y, rungCircle-2)
	}
}

// timeAxis is the time of the steps to scale, with a way from each to its row, and
// a gap where it is cut short.
func (pl *plot) timeAxis(r Rect, rows []rungRow, bottom float64) {
	x := r.X + 6
	y0, y1 := rows[0].line, math.Max(rows[0].line, bottom-rungPad-timeDot)
	place := func(v float64) float64 { return y0 + (y1-y0)*v/100 }
	from := y0
	for _, b := range append(append([]float64{}, pl.chart.Breaks...), math.Inf(1)) {
		to, last := y1, math.IsInf(b, 1)
		if !last {
			to = place(b) - breakWide/2
			for _, y := range []float64{to, to + breakWide} {
				pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 2}, Point{x - 6, y + 3}, Point{x + 6, y - 3})
			}
		}
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Edge, Rect: Rect{X: x - 1, Y: from, W: 2, H: math.Max(0, to-from)}})
		from = to + breakWide
	}
	for i := range rows {
		row, y := &rows[i], place(rows[i].rung.Time)
		pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 1.5}, bend(Point{x, y}, Point{r.X + rungTime - 6, row.line})...)
		pl.mark(pl.box, Mark{Kind: Circle, Token: theme.Ink, Halo: pl.halo, Rect: around(x, y, timeDot)})
	}
}

// bend is a curve that leaves and arrives level.
func bend(from, to Point) []Point {
	const steps = 24
	points := make([]Point, steps+1)
	middle := (from.X + to.X) / 2
	for i := range points {
		t := float64(i) / steps
		u := 1 - t
		points[i] = Point{
			X: u*u*u*from.X + 3*u*u*t*middle + 3*u*t*t*middle + t*t*t*to.X,
			Y: u*u*u*from.Y + 3*u*u*t*from.Y + 3*u*t*t*to.Y + t*t*t*to.Y,
		}
	}
	return points
}
