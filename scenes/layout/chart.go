package layout

import (
	"math"
	"slices"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of charts.
const (
	dotOther    = 10.0
	roadCircle  = 16.0
	roadDiamond = 19.0
)

// plot is a chart in the making: it knows what has been drawn where, so that
// labels do not lie over each other.
type plot struct {
	*pass
	box   int
	chart *view.Chart
	taken []Rect
	halo  theme.Token
}

// figure places a chart and, below it, what the figure holds beside it.
func (p *pass) figure(n *view.Node, s slot) float64 {
	at := Rect{X: s.x, Y: s.y, W: s.w}
	pl := p.plot(n, s.parent, at, s.set)
	switch n.Chart.Kind {
	case view.Drawing:
		h, area := pl.drawing(at)
		if area.W == 0 {
			return p.close(pl.box, h)
		}
		return p.close(pl.box, pl.held(at, n, s, h, []Rect{area}))
	case view.Clocks:
		h, dials := pl.clocks(at)
		return p.close(pl.box, pl.held(at, n, s, h, dials))
	case view.LaneChart:
		if endsOpen(n.Chart) {
			return p.close(pl.box, pl.openLanes(at, n.Children, s))
		}
	default:
	}
	h := pl.draw(at)
	if below := p.children(n.Children, s.in(pl.box, s.x, s.y+h+8, s.w)); below > 0 {
		h += 8 + below
	}
	return p.close(pl.box, h)
}

// held places what a figure holds, below a chart that is so high: but each of its sliders
// covers the area of the chart that is its own, if any.
func (pl *plot) held(r Rect, n *view.Node, s slot, high float64, areas []Rect) float64 {
	below := r.Y + high
	for i := range n.Children {
		c := &n.Children[i]
		if c.Role != view.Slider {
			if h := pl.node(c, s.in(pl.box, r.X, below+6, r.W)); h > 0 {
				below += 6 + h
			}
			continue
		}
		if len(areas) > 0 {
			pl.close(pl.open(c, pl.box, areas[0]), areas[0].H)
			areas = areas[1:]
		}
	}
	return below - r.Y
}

// plot opens the box of a chart.
func (p *pass) plot(n *view.Node, parent int, at Rect, set setting) *plot {
	pl := &plot{pass: p, box: p.open(n, parent, at), chart: n.Chart, halo: theme.Paper}
	if set.panel {
		pl.halo = theme.Card
	}
	return pl
}

// draw places the chart alone. Of the layout of screens it knows nothing: the plain
// page has only this.
func (pl *plot) draw(at Rect) float64 {
	switch pl.chart.Kind {
	case view.Ladder:
		return pl.ladder(at)
	case view.Road:
		return pl.road(at)
	case view.Calibration:
		return pl.calibration(at)
	case view.Days:
		return pl.days(at)
	case view.Rungs:
		return pl.rungs(at)
	case view.Splits:
		return pl.splits(at)
	case view.Strip:
		return pl.strip(at)
	case view.Bars:
		return pl.bars(at)
	case view.Clocks:
		h, _ := pl.clocks(at)
		return h
	case view.QR:
		return pl.qr(at)
	case view.LaneChart:
		return pl.lanes(at, laneChoices{})
	case view.Network:
		return pl.network(at)
	case view.Drawing:
		h, _ := pl.drawing(at)
		return h
	case view.DotRow: // it has a look of its own
	}
	return 0
}

// small is the style of ticks and counts.
func (pl *plot) small() style { return pl.scaled(style{Text, 15, 20, theme.Muted}) }

// named is the style of the name of a series.
func (pl *plot) named(k view.SeriesKind) style {
	s := style{Bold, 16, 21, tokenOf(k)}
	if k == view.Others {
		s = style{Text, 15, 21, theme.Muted}
	}
	return pl.scaled(s)
}

func tokenOf(k view.SeriesKind) theme.Token {
	switch k {
	case view.You:
		return theme.You
	case view.Happened:
		return theme.Theirs
	case view.Others:
	}
	return theme.Muted
}

func signOf(k view.SeriesKind) string {
	switch k {
	case view.You:
		return circleSign
	case view.Happened:
		return diamondSign
	case view.Others:
	}
	return ""
}

// label sets a text of the chart and remembers where.
func (pl *plot) label(text string, st style, r Rect, al align) float64 {
	spans := []span{{text: text, style: st, box: pl.box}}
	before := len(pl.out.Runs)
	h := pl.text(spans, r.X, r.Y, r.W, al)
	for _, run := range pl.out.Runs[before:] {
		pl.taken = append(pl.taken, run.Rect)
	}
	return h
}

// wide is how wide a label would like to be.
func (pl *plot) wide(text string, st style) float64 {
	return math.Ceil(pl.natural([]span{{text: text, style: st}}))
}

// high is how high a label would be in a column.
func (pl *plot) high(text string, st style, w float64) float64 {
	lines := 0.0
	spans := []span{{text: text, style: st}}
	pl.textLines(spans, text, w, func([]part, float64) { lines++ })
	return lines * st.line
}

// free says whether nothing has been drawn in a rectangle.
func (pl *plot) free(r Rect) bool {
	for _, t := range pl.taken {
		if !r.Intersect(t).Empty() {
			return false
		}
	}
	return true
}

// shape draws a series' mark around a point, with a halo, and remembers where.
func (pl *plot) shape(k view.SeriesKind, x, y, size float64) {
	m := Mark{Kind: Circle, Token: tokenOf(k), Halo: pl.halo, Rect: Rect{X: x - size/2, Y: y - size/2, W: size, H: size}}
	switch k {
	case view.You:
	case view.Happened:
		m.Kind = Diamond
	case view.Others:
		m.Halo = theme.None
	}
	pl.mark(pl.box, m)
	pl.taken = append(pl.taken, m.Rect)
}

// series is the first of its kind with points, nil for none.
func (pl *plot) series(k view.SeriesKind) *view.Series {
	for i := range pl.chart.Series {
		if s := &pl.chart.Series[i]; s.Kind == k && len(s.Points) > 0 {
			return s
		}
	}
	return nil
}

// ends writes the ticks below an axis that runs over the whole of r: those at
// its ends keep to the edges, and point there. Long ones wrap.
func (pl *plot) ends(r Rect) float64 {
	ticks := slices.Clone(pl.chart.XTicks)
	if n := len(ticks); n > 1 {
		start, end := "←\u00a0", "\u00a0→"
		if pl.in.RightToLeft {
			start, end = "→\u00a0", "\u00a0←"
		}
		ticks[0].Label, ticks[n-1].Label = start+ticks[0].Label, ticks[n-1].Label+end
	}
	st := pl.scaled(style{Text, 16, 21, theme.Muted})
	const between = 24
	h, n := 0.0, float64(len(ticks))
	for i, t := range ticks {
		room := math.Floor((r.W - between*(n-1)) / n)
		if len(ticks) == 2 {
			room = pl.share(room, r.W-between, t.Label, ticks[1-i].Label, st)
		}
		w := math.Min(room, pl.wide(t.Label, st))
		x := r.X + r.W*t.At/100 - w/2
		al := atCenter
		switch {
		case i == 0:
			x, al = r.X, atStart
		case i == len(ticks)-1:
			x, al = r.Right()-w, atEnd
		}
		h = math.Max(h, pl.label(t.Label, st, Rect{X: x, Y: r.Y, W: w}, al))
	}
	return h
}

// share is the room of one of two labels side by side: half, or what the other
// does not need, or as much as its longest word where both have room for theirs.
func (pl *plot) share(half, both float64, label, other string, st style) float64 {
	word := func(text string) float64 { return math.Ceil(pl.longestWord([]span{{text: text, style: st}})) }
	mine, theirs := word(label), word(other)
	switch {
	case pl.wide(other, st) < half:
		return both - pl.wide(other, st)
	case mine+theirs > both:
		return half
	}
	return math.Min(math.Max(half, mine), both-theirs)
}

// legend names the series below a chart.
func (pl *plot) legend(r Rect) float64 {
	x, y, high := r.X, r.Y, 0.0
	for _, k := range []view.SeriesKind{view.You, view.Happened, view.Others} {
		s := pl.series(k)
		if s == nil || s.Name == "" {
			continue
		}
		st := pl.named(s.Kind)
		text, line := signOf(s.Kind)+s.Name, 0.0
		dot := s.Kind == view.Others && (pl.chart.Kind == view.Road || pl.chart.Kind == view.Splits)
		switch {
		case dot:
			line = dotOther + 8
		case s.Kind == view.Others:
			line = 32
		}
		w := math.Min(pl.wide(text, st)+line, r.W)
		if x > r.X && x+w > r.Right() {
			x, y, high = r.X, y+high, 0
		}
		if dot {
			pl.shape(view.Others, x+dotOther/2, y+st.line/2, dotOther)
		} else if line > 0 {
			mid := y + st.line/2
			pl.lineMark(pl.box, Mark{Token: theme.Muted, Width: 2, Dash: DashLength, Gap: DashGap}, Point{x, mid}, Point{x + line - 8, mid})
		}
		high = math.Max(high, pl.label(text, st, Rect{X: x + line, Y: y, W: w - line}, atStart))
		x += w + 16
	}
	return y + high - r.Y
}
