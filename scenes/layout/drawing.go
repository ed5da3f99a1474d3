package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of a drawing.
const (
	knobSize     = 24.0
	foundPieces  = 12  // of the level that was found, which come one after the other
	foundShare   = 0.4 // how much of the time the level stands for: its end
	knobFromMark = 26.0
)

// drawing is how much there is of something over time: before, and after a line as
// the player draws it. What was found is a level at the end. It gives how high it is,
// and the area that is drawn on, one end of it the lowest stop and the other the highest;
// it is empty where nothing can be drawn.
func (pl *plot) drawing(r Rect) (high float64, area Rect) {
	top := r
	top.Y += pl.label(pl.chart.YName, pl.scaled(style{Bold, 16, 21, theme.Ink}), r, atStart)
	area, bottom := pl.axes(top, func(w float64) (float64, float64) {
		line := pl.small().line // the levels are named one above the other, the highest within r
		least := math.Max(150, 5*(line+math.Max(0, line/2-plotPad)+1))
		return w, math.Max(least, math.Min(230, math.Round(r.W*0.3)))
	})
	before, found, yours := pl.series(view.Others), pl.series(view.Happened), pl.series(view.You)
	if before == nil || len(before.Points) < 2 {
		return bottom - r.Y, Rect{}
	}
	from := within(area, before.Points[1])
	pl.lineMark(pl.box, Mark{Token: theme.Theirs, Width: 2}, Point{from.X, area.Y - plotPad}, Point{from.X, area.Bottom()})
	pl.lineMark(pl.box, Mark{Token: theme.Ink, Width: 4}, within(area, before.Points[0]), from)
	if len(before.Points) > 2 {
		start := within(area, before.Points[2])
		pl.lineMark(pl.box, Mark{Token: theme.Edge, Width: 2, Dash: DashLength, Gap: DashGap}, from, start)
		pl.mark(pl.box, Mark{Kind: Circle, Token: theme.You, Halo: pl.halo, Rect: around(start.X, start.Y, knobSize)})
		pl.mark(pl.box, Mark{Kind: Circle, Token: pl.halo, Rect: around(start.X, start.Y, knobSize-6)})
	}
	d := pl.sketch(area, from, yours, found)
	if yours != nil {
		pl.curve(d)
	}
	if found != nil {
		pl.level(d)
	}
	below := bottom
	if !d.named {
		below += 6 + pl.legend(Rect{X: r.X, Y: bottom + 6, W: r.W})
	}
	return below - r.Y, area
}

// sketch is what is drawn in an area: the player's curve and what was found, each with
// its words, where those find room.
type sketch struct {
	from  Point // where the curve begins
	curve []Point
	at    Point // where the level that was found ends
	// named says whether all words have room where they cross no line; else the two are
	// named below the area.
	named         bool
	yours, record word
}

// word is the words of a point, and where they stand.
type word struct {
	text string
	rect Rect
}

// sketch finds the places of a drawing. The words of the lower of two points stand below
// it, all others above, unless there is room on the other side alone.
func (pl *plot) sketch(area Rect, from Point, yours, found *view.Series) sketch {
	d := sketch{from: from, named: true}
	lines := [][]Point{{{from.X, area.Y - plotPad}, {from.X, area.Bottom()}}}
	var taken []Rect
	if found != nil {
		d.at = within(area, found.Points[0])
		lines = append(lines, []Point{{pl.levelFrom(d), d.at.Y}, d.at})
		taken = append(taken, around(d.at.X, d.at.Y, knobSize))
	}
	if yours != nil {
		end := within(area, yours.Points[0])
		if found != nil && math.Abs(d.at.Y-end.Y) < knobSize {
			end.X -= knobFromMark // both are to be seen
		}
		d.curve = bend(from, end)
		lines = append(lines, d.curve)
		taken = append(taken, around(end.X, end.Y, knobSize))
	}
	place := func(k view.SeriesKind, s *view.Series, at Point, above bool) word {
		w := word{text: s.Points[0].Label}
		var ok bool
		w.rect, ok = pl.besidePoint(w.text, pl.named(k), at, area, above, lines, taken)
		d.named = d.named && ok
		taken = append(taken, w.rect)
		return w
	}
	if yours != nil {
		d.yours = place(view.You, yours, d.curve[len(d.curve)-1], found == nil || found.Points[0].Y <= yours.Points[0].Y)
	}
	if found != nil {
		d.record = place(view.Happened, found, d.at, yours != nil && yours.Points[0].Y < found.Points[0].Y)
	}
	return d
}

// besidePoint is a place at the end of an area for the words of a point, above it or
// below, that no line crosses and where nothing is yet. ok is false where there is none.
func (pl *plot) besidePoint(text string, st style, at Point, area Rect, above bool, lines [][]Point, taken []Rect) (r Rect, ok bool) {
	const apart = 4
	w := pl.wide(text, st) + 1
	over := Rect{X: area.Right() - w + 1, Y: at.Y - knobSize/2 - apart - st.line, W: w, H: st.line}
	under := over
	under.Y = at.Y + knobSize/2 + apart
	places := []Rect{over, under}
	if !above {
		places = []Rect{under, over}
	}
	for _, r := range places {
		inside := r.X >= area.X && r.Y >= area.Y-plotPad && r.Bottom() <= area.Bottom()+plotPad
		if inside && clearOf(r, lines, taken) {
			return r, true
		}
	}
	return places[0], false
}

// clearOf says whether no line crosses a rectangle and nothing lies in it.
func clearOf(r Rect, lines [][]Point, taken []Rect) bool {
	for _, t := range taken {
		if !r.Intersect(t).Empty() {
			return false
		}
	}
	for _, line := range lines {
		for i := range line[1:] {
			if crosses(r, line[i], line[i+1]) {
				return false
			}
		}
	}
	return true
}

// crosses says whether a line between two points runs through a rectangle, as Liang
// and Barsky (1984) clip it.
func crosses(r Rect, a, b Point) bool {
	from, to := 0.0, 1.0
	for _, side := range [4][2]float64{{a.X - b.X, a.X - r.X}, {b.X - a.X, r.Right() - a.X}, {a.Y - b.Y, a.Y - r.Y}, {b.Y - a.Y, r.Bottom() - a.Y}} {
		along, room := side[0], side[1]
		switch {
		case along == 0 && room < 0:
			return false
		case along < 0:
			from = math.Max(from, room/along)
		case along > 0:
			to = math.Min(to, room/along)
		}
	}
	return from <= to
}

// curve is the player's curve, with its point and its words.
func (pl *plot) curve(d sketch) {
	end := d.curve[len(d.curve)-1]
	pl.lineMark(pl.box, Mark{Token: theme.You, Width: 4}, d.curve...)
	pl.shape(view.You, end.X, end.Y, knobSize-4)
	if d.named {
		pl.label(d.yours.text, pl.named(view.You), d.yours.rect, atStart)
	}
}

// levelFrom is where the level that was found begins: it stands for the end of the time.
func (pl *plot) levelFrom(d sketch) float64 { return d.at.X - (d.at.X-d.from.X)*foundShare }

// level is what was found: it comes from left to right, then its diamond and its words.
func (pl *plot) level(d sketch) {
	start := pl.levelFrom(d)
	each := (d.at.X - start) / foundPieces
	since := pl.since
	comes := func(marks, runs int, share float64) {
		to := since + Travel*share
		pl.comes(Move{Marks: Span{From: marks, To: len(pl.out.Marks)}, Runs: Span{From: runs, To: len(pl.out.Runs)}, Path: -1, From: to, To: to})
	}
	for i := range foundPieces {
		marks := len(pl.out.Marks)
		x := start + each*float64(i)
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Theirs, Rect: Rect{X: x, Y: d.at.Y - 2, W: each * 0.6, H: 4}})
		comes(marks, len(pl.out.Runs), float64(i+1)/foundPieces)
	}
	marks, runs := len(pl.out.Marks), len(pl.out.Runs)
	pl.shape(view.Happened, d.at.X, d.at.Y, knobSize)
	if d.named {
		pl.label(d.record.text, pl.named(view.Happened), d.record.rect, atStart)
	}
	comes(marks, runs, 1)
	pl.since = since + Travel
}
