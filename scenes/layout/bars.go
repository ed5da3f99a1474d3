package layout

import (
	"math"
	"strconv"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// bars is one bar for each point of the first series: its words at the start,
// its length by X, 0 to 100, and at the end how many stand behind it, or X
// where that is not known. Where there is no room beside them the words stand
// above the bars.
func (pl *plot) bars(r Rect) float64 {
	if len(pl.chart.Series) == 0 {
		return 0
	}
	const between = 16
	s := &pl.chart.Series[0]
	words, counts := pl.scaled(style{Bold, 18, 25, theme.Ink}), pl.scaled(style{Bold, 18, 25, theme.Ink})
	left, right := 0.0, 0.0
	for _, pt := range s.Points {
		left = math.Max(left, pl.wide(pt.Label, words))
		right = math.Max(right, pl.wide(count(pt), counts))
	}
	beside := r.W >= 560*pl.in.TextScale
	left = math.Min(left, r.W*0.45)
	y := r.Y
	for i, pt := range s.Points {
		if i > 0 {
			y += between
		}
		bar := Rect{X: r.X, Y: y, W: r.W - right - 12, H: math.Round(28 * pl.in.TextScale)}
		if beside {
			bar.X += left + between
			bar.W -= left + between
			h := pl.high(pt.Label, words, left)
			pl.label(pt.Label, words, Rect{X: r.X, Y: y + math.Max(0, (bar.H-h)/2), W: left}, atStart)
			bar.Y += math.Max(0, (h-bar.H)/2)
			y += math.Max(h, bar.H)
		} else {
			bar.Y += pl.label(pt.Label, words, Rect{X: r.X, Y: y, W: r.W}, atStart) + 4
			y = bar.Bottom()
		}
		pl.bar(s.Kind, pt, bar)
		pl.label(count(pt), counts, Rect{X: bar.Right() + 12, Y: bar.Y + (bar.H-counts.line)/2, W: right}, atStart)
	}
	return y - r.Y
}

func (pl *plot) bar(k view.SeriesKind, pt view.Point, r Rect) {
	pl.mark(pl.box, Mark{Kind: Block, Radius: 5, Token: theme.Line, Rect: r})
	r.W *= math.Min(100, math.Max(0, pt.X)) / 100
	if r.W > 0 {
		r.W = math.Max(r.W, 4)
		pl.mark(pl.box, Mark{Kind: Block, Radius: math.Min(5, r.W/2), Token: tokenOf(k), Rect: r})
	}
}

// count is the number at the end of a bar.
func count(pt view.Point) string {
	if pt.Weight > 0 {
		return strconv.Itoa(pt.Weight)
	}
	return strconv.Itoa(int(math.Round(pt.X)))
}
