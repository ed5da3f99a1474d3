package layout

import (
	"math"
	"slices"

	"hardcases/game/view"
)

// laneChoices are the choices by which the ends of lanes are drawn: how wide they are in
// a row, and how those of a lane are placed, from their box with the name of the lane to
// their radios. The zero value has none: a chart alone, as the plain page has it, knows
// nothing of how a screen is laid out.
type laneChoices struct {
	wide  float64
	place func(l *view.Lane, r Rect) (in slot, named, choose func(slot) float64)
}

// endsOpen says whether a chart is lanes whose ends are to be drawn.
func endsOpen(c *view.Chart) bool {
	return slices.ContainsFunc(c.Lanes, func(l view.Lane) bool { return l.Choices != "" })
}

// openLanes places lanes whose ends are to be drawn by radio groups, each of which
// begins with a heading.
func (pl *plot) openLanes(r Rect, groups []view.Node, s slot) float64 {
	c := laneChoices{}
	for i := range groups {
		c.wide = math.Max(c.wide, pl.inARow(&groups[i], s))
	}
	c.place = func(l *view.Lane, r Rect) (in slot, named, choose func(slot) float64) {
		group := &groups[slices.IndexFunc(groups, func(g view.Node) bool { return g.ID == l.Choices })]
		in = s.in(pl.open(group, pl.box, r), r.X, r.Y, r.W)
		named = func(s slot) float64 { return pl.node(&group.Children[0], s) }
		choose = func(s slot) float64 { return pl.rows(pl.items(group.Children[1:], s), s, chipGap, false) }
		return in, named, choose
	}
	return pl.lanes(r, c)
}

// inARow is how wide the radios of a group are that stand in one row.
func (pl *plot) inARow(group *view.Node, s slot) float64 {
	s.parent = -1
	wide := -chipGap
	for _, it := range pl.items(group.Children[1:], s) {
		wide += chipGap + it.want
	}
	return wide
}

const chipGap = 8.0
