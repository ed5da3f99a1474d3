package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// vote is one option of a vote: its letter and words at the start, a bar whose
// length is its share, and the count at the end. The one that is picked is
// ringed. In a narrow column the bar stands below the words.
func (p *pass) vote(n *view.Node, s slot) float64 {
	const padX, padY, between = 14, 6, 16
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	panel := Panel{Radius: buttonRadius}
	if n.Checked {
		panel = Panel{Radius: buttonRadius, Fill: theme.YouBack, Border: theme.You, Width: 3}
	}
	p.out.Boxes[box].Panel = panel
	pl := &plot{pass: p, box: box, chart: n.Chart, halo: theme.Paper}
	pt, kind := pointOf(n)
	bold := p.scaled(style{Bold, 18, 25, theme.Ink})
	mark, right := pl.wide("M", bold)+between, pl.wide("000", bold)
	in := s.in(box, s.x+padX, s.y+padY, s.w-2*padX)
	in.set.panel = true
	words := in.w - mark
	bare := n.Chart != nil // hands that are hidden have no bar
	beside := bare && in.w >= 560*p.in.TextScale
	if beside {
		words = math.Floor(in.w*p.voteWords()) - mark
	}
	pl.label(n.Mark, bold, Rect{X: in.x, Y: in.y, W: mark}, atStart)
	y := in.y
	for i := range n.Children {
		y += p.node(&n.Children[i], s.in(box, in.x+mark, y, words))
	}
	bar := Rect{X: in.x + mark + words + between, Y: in.y, H: math.Round(bold.line * 0.9)}
	if bare && !beside {
		bar.X, bar.Y = in.x+mark, y+4
		y = bar.Bottom()
	}
	bar.W = in.x + in.w - bar.X - right - between
	h := math.Max(touch-2*padY, y-in.y)
	if beside {
		bar.Y = in.y + math.Max(0, (h-bar.H)/2)
	}
	if bare {
		pl.bar(kind, pt, bar)
		pl.label(count(pt), bold, Rect{X: bar.Right() + between, Y: bar.Y + (bar.H-bold.line)/2, W: right}, atStart)
	}
	return p.close(box, h+2*padY)
}

// voteWords is the share of a row that its words take beside the bar: more where
// much stands side by side.
func (p *pass) voteWords() float64 {
	if p.room == denseText {
		return 0.8
	}
	return 0.6
}

// pointOf is the one point of a vote's chart.
func pointOf(n *view.Node) (view.Point, view.SeriesKind) {
	if n.Chart == nil || len(n.Chart.Series) == 0 || len(n.Chart.Series[0].Points) == 0 {
		return view.Point{}, view.You
	}
	return n.Chart.Series[0].Points[0], n.Chart.Series[0].Kind
}
