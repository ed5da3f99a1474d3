package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// clocks is one dial for each series, side by side as far as there is room,
// with place, time and day in words below. It gives how high all is, and the dials.
func (pl *plot) clocks(r Rect) (high float64, dials []Rect) {
	const between = 16
	name, time := pl.scaled(style{Bold, 15, 20, theme.Ink}), pl.scaled(style{Text, 15, 20, theme.Muted})
	dial := math.Round(math.Min(r.W, 96*math.Sqrt(pl.in.TextScale)))
	wide := dial
	for i := range pl.chart.Series {
		s := &pl.chart.Series[i]
		wide = math.Max(wide, pl.wide(s.Name, name))
		for _, pt := range s.Points {
			wide = math.Max(wide, math.Max(pl.wide(pt.Label, time), pl.wide(pt.Mark, time)))
		}
	}
	wide = math.Min(wide, r.W)
	fit := max(1, int((r.W+between)/(wide+between)))
	if n := len(pl.chart.Series); n > fit { // as many in each row
		rows := (n + fit - 1) / fit
		fit = (n + rows - 1) / rows
	}
	x, y := r.X, r.Y
	for i := range pl.chart.Series {
		s := &pl.chart.Series[i]
		if i > 0 && i%fit == 0 {
			x, y, high = r.X, y+high+16, 0
		}
		h := dial + 8
		at := Rect{X: x + (wide-dial)/2, Y: y, W: dial, H: dial}
		dials = append(dials, at)
		if len(s.Points) > 0 {
			pl.dial(at, s.Points[0], s.Kind == view.You)
		}
		h += pl.label(s.Name, name, Rect{X: x, Y: y + h, W: wide}, atCenter)
		if len(s.Points) > 0 {
			h += pl.label(s.Points[0].Label, time, Rect{X: x, Y: y + h, W: wide}, atCenter)
			if day := s.Points[0].Mark; day != "" {
				h += pl.label(day, time, Rect{X: x, Y: y + h, W: wide}, atCenter)
			}
		}
		high = math.Max(high, h)
		x += wide + between
	}
	return y + high - r.Y, dials
}

// hourHand is how long the hour hand of a dial is, in its radius.
const hourHand = 0.5

// Hand is where the hour hand of a dial ends that points so many turns from the top.
func Hand(dial Rect, turns float64) Point {
	a, length := 2*math.Pi*turns, hourHand*dial.W/2
	return Point{X: dial.X + dial.W/2 + length*math.Sin(a), Y: dial.Y + dial.H/2 - length*math.Cos(a)}
}

// dial draws a clock of twelve hours; a hand that can be turned has a knob in the
// player's colour. In a mirrored picture its middle moves, but clocks turn the same way
// everywhere.
func (pl *plot) dial(r Rect, at view.Point, turns bool) {
	pl.mark(pl.box, Mark{Kind: Circle, Token: theme.Edge, Width: 2, Rect: r})
	middle, radius := Point{X: r.X + r.W/2, Y: r.Y + r.H/2}, r.W/2
	turn := 1.0
	if pl.in.RightToLeft {
		turn = -1 // mirrored again at the end
	}
	on := func(part, length float64) Point {
		a := 2 * math.Pi * part
		return Point{X: middle.X + turn*length*radius*math.Sin(a), Y: middle.Y - length*radius*math.Cos(a)}
	}
	for h := range 12 {
		part := float64(h) / 12
		inner := 0.86
		if h%3 == 0 {
			inner = 0.78
		}
		pl.lineMark(pl.box, Mark{Token: theme.Muted, Width: 2}, on(part, inner), on(part, 0.93))
	}
	hour := on((at.X+at.Y/60)/12, hourHand)
	pl.lineMark(pl.box, Mark{Token: theme.Ink, Width: 4}, middle, hour)
	if turns { // under the other hand, which stays to be seen
		pl.mark(pl.box, Mark{Kind: Circle, Token: theme.You, Halo: pl.halo, Rect: around(hour.X, hour.Y, knobSize-8)})
	}
	pl.lineMark(pl.box, Mark{Token: theme.Ink, Width: 2.5}, middle, on(at.Y/60, 0.76))
	pl.mark(pl.box, Mark{Kind: Circle, Token: theme.Ink, Rect: Rect{X: middle.X - 4, Y: middle.Y - 4, W: 8, H: 8}})
}
