package layout

import (
	"math"
	"strings"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// columnGap is the space between two columns of a table.
const columnGap = 16.0

// figures is the width up to which all cells of a column stand in one line where
// there is room.
const figures = 80.0

// table places a table: its columns share the width by what stands in them.
// Where not even the longest words fit side by side, each row becomes a list
// of its cells, each with the heading of its column.
func (p *pass) table(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	in := s.in(box, s.x, s.y, s.w)
	if widths := p.columnWidths(n, s.w); widths != nil {
		return p.close(box, p.tableRows(n, in, widths))
	}
	return p.close(box, p.tableList(n, in))
}

// columnWidths shares the width among the columns, nil where it is too narrow.
// Each gets its longest word, figures such as "3 of 4" their whole width, then
// all a part of the rest by how much they want.
func (p *pass) columnWidths(n *view.Node, w float64) []float64 {
	var least, most []float64
	for i := range n.Children {
		for j := range n.Children[i].Children {
			if j == len(least) {
				least, most = append(least, 0), append(most, 0)
			}
			c := &n.Children[i].Children[j]
			spans := p.spans(c, -1, p.cellStyle(c))
			least[j] = math.Max(least[j], math.Ceil(p.longestWord(spans)))
			most[j] = math.Max(most[j], math.Ceil(p.natural(spans)))
		}
	}
	spare, wish := w-columnGap*float64(len(least)-1), 0.0
	for j := range least {
		spare -= least[j]
		wish += most[j] - least[j]
	}
	if len(least) == 0 || spare < 0 {
		return nil
	}
	for j := range least {
		if more := most[j] - least[j]; most[j] <= figures*p.in.TextScale && more <= spare {
			least[j], spare, wish = most[j], spare-more, wish-more
		}
	}
	for j := range least {
		if wish > 0 {
			least[j] += math.Min(1, spare/wish) * (most[j] - least[j])
		}
	}
	if wish < spare {
		least[0] += spare - wish
	}
	return least
}

// longestWord is the width of the widest part that a line can hold.
func (p *pass) longestWord(spans []span) float64 {
	widest, from, joined := 0.0, 0, join(spans)
	for _, pc := range p.pieces(joined) {
		if p.hyphened(spans, joined, pc.to, math.Inf(1)) {
			continue
		}
		widest = math.Max(widest, lineWidth(p.measure(spans, joined, from, pc.to)))
		from = pc.to
	}
	return widest
}

func (p *pass) cellStyle(n *view.Node) style {
	s := style{Text, 16, 23, theme.Ink}
	if n.Role == view.ColHeader {
		s = style{SemiBold, 15, 23, theme.Muted}
	}
	return p.scaled(s)
}

const cellPad = 8.0

func (p *pass) tableRows(n *view.Node, s slot, widths []float64) float64 {
	y := s.y
	for i := range n.Children {
		row := &n.Children[i]
		box := p.open(row, s.parent, Rect{X: s.x, Y: y, W: s.w})
		if y > s.y {
			p.mark(box, Mark{Kind: Block, Rect: Rect{X: s.x, Y: y, W: s.w, H: 1}, Token: theme.Line})
		}
		x, high := s.x, 0.0
		for j := range row.Children {
			c := &row.Children[j]
			high = math.Max(high, p.cell(c, p.cellStyle(c), "", s.in(box, x, y+cellPad, widths[j])))
			x += widths[j] + columnGap
		}
		y += p.close(box, high+2*cellPad)
	}
	return y - s.y
}

// cell places one cell, after the heading of its column where it has one.
func (p *pass) cell(n *view.Node, st style, heading string, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	var spans []span
	if heading != "" {
		muted := p.cellStyle(n)
		muted.token = theme.Muted
		spans = append(spans, span{text: heading + "  ", style: muted, box: box})
	}
	spans = append(spans, p.spans(n, box, st)...)
	return p.close(box, p.text(spans, s.x, s.y, s.w, atStart))
}

// tableList places a table as lists, one for each row.
func (p *pass) tableList(n *view.Node, s slot) float64 {
	y, headings := s.y, []string(nil)
	for i := range n.Children {
		row := &n.Children[i]
		if isHeadings(row) {
			for j := range row.Children {
				headings = append(headings, strings.TrimSpace(row.Children[j].Text))
			}
			p.hide(row, s.parent, s.x, y)
			continue
		}
		box := p.open(row, s.parent, Rect{X: s.x, Y: y, W: s.w})
		if y > s.y {
			p.mark(box, Mark{Kind: Block, Rect: Rect{X: s.x, Y: y, W: s.w, H: 1}, Token: theme.Line})
		}
		bottom := y + cellPad
		for j := range row.Children {
			heading := ""
			if j > 0 && j < len(headings) {
				heading = headings[j]
			}
			st := p.cellStyle(&row.Children[j])
			st.face = SemiBold
			bottom += p.cell(&row.Children[j], st, heading, s.in(box, s.x, bottom, s.w))
		}
		y += p.close(box, bottom+cellPad-y)
	}
	return y - s.y
}

// isHeadings says whether a row holds the headings of columns.
func isHeadings(row *view.Node) bool {
	for i := range row.Children {
		if row.Children[i].Role != view.ColHeader {
			return false
		}
	}
	return len(row.Children) > 0
}
