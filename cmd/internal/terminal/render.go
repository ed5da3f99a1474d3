// Package terminal shows screens as numbered text, and plays the game by
// numbers: the third renderer of the tree, and the desktop's answer for screen
// readers.
package terminal

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"hardcases/game/locale"
	"hardcases/game/view"
)

// Width is the number of columns that text is wrapped at.
const Width = 78

// Render writes a screen as text. Each node that can be activated has its
// number before it; the numbers match Choices. A dialog stands alone, as it does on
// every other host, and what is the same on each screen stands last, so that who
// listens hears the new first.
func Render(root *view.Node, words *locale.Strings) string {
	return render(root, words).text()
}

// Choices lists the nodes that can be activated, in the order of their numbers.
func Choices(root *view.Node) []*view.Node {
	var all []*view.Node
	view.Active(barLast(root), func(n *view.Node) { all = append(all, n) })
	return all
}

// barLast is a screen with its header at its end; under a dialog it stays as it is.
func barLast(root *view.Node) *view.Node {
	if view.Modal(root) != nil {
		return root
	}
	now := *root
	now.Children = nil
	var last []view.Node
	for _, c := range root.Children {
		if c.Role == view.Banner {
			last = append(last, c)
		} else {
			now.Children = append(now.Children, c)
		}
	}
	now.Children = append(now.Children, last...)
	return &now
}

type renderer struct {
	words   *locale.Strings
	b       strings.Builder
	number  int
	heading string // the last one written
	pieces  []piece
}

// piece is what one node has written that writes no other.
type piece struct {
	node *view.Node
	text string
}

func render(root *view.Node, words *locale.Strings) *renderer {
	r := &renderer{words: words}
	top := barLast(root)
	if m := view.Modal(root); m != nil {
		top = m
	}
	if h := view.Find(top, view.FirstHeading(top)); h == nil || !strings.HasPrefix(root.Name, view.Text(h)) {
		r.wrap("", root.Name)
		r.gap()
	}
	r.node(top, "")
	return r
}

func (r *renderer) text() string { return strings.TrimRight(r.b.String(), "\n") + "\n" }

// node writes one node; indent stands before each of its lines.
func (r *renderer) node(n *view.Node, indent string) {
	from, pieces := r.b.Len(), len(r.pieces)
	defer func() {
		if pieces == len(r.pieces) {
			r.pieces = append(r.pieces, piece{n, strings.TrimSpace(r.b.String()[from:])})
		}
	}()
	switch {
	case n.On != nil || n.Disabled:
		r.control(n, indent)
	case n.Role == view.Figure:
		r.figure(n, indent)
	case n.Role == view.Table:
		if headed(n) {
			r.table(r.rows(n), indent)
		} else {
			r.columns(r.rows(n), indent, r.apart)
		}
		r.gap()
	case view.Running(n):
		r.running(n, indent)
	case n.Role == view.RadioGroup:
		r.group(n, indent)
	case n.Role == view.ListItem:
		r.item(n, indent)
	default:
		r.block(n, indent)
	}
}

func (r *renderer) block(n *view.Node, indent string) {
	switch {
	case n.Role == view.Heading:
		r.headline(n, indent)
	case n.Text != "":
		r.wrap(indent, joined(n.Mark, n.Text))
		r.gap()
	}
	for i := range n.Children {
		if !view.Again(n.Children, i) {
			r.node(&n.Children[i], indent)
		}
	}
}

func (r *renderer) headline(n *view.Node, indent string) {
	text := view.Text(n)
	r.heading = text
	r.gap()
	r.wrapHanging(indent, strings.Repeat("#", n.Level)+" ", text)
	r.gap()
}

// group writes a set of choices under its name, unless the heading before it
// has just said the same.
func (r *renderer) group(n *view.Node, indent string) {
	if n.Name != r.heading {
		r.wrap(indent, n.Name)
	}
	for i := range n.Children {
		if c := &n.Children[i]; n.Look == view.Scale && c.Role != view.Radio || n.Look == view.Words && c.Role == view.TextRole || n.Name != "" && c.Role == view.Heading {
			continue // the names of the stops say as much, the extract as a whole, and the group's as its heading
		}
		r.node(&n.Children[i], indent+"  ")
	}
	r.gap()
}

// control writes something that can be activated, with its number, its name, and how
// it stands in words: signs are silent, or a nuisance, to those who listen.
func (r *renderer) control(n *view.Node, indent string) {
	mark := ""
	if !n.Disabled {
		r.number++
		mark = "[" + strconv.Itoa(r.number) + "] "
	}
	text := n.Name
	if text == "" {
		text = joined(n.Mark, n.Text)
	}
	if text == "" {
		text = said(n)
	}
	if n.Slide != nil {
		text += " · " + n.Slide.Text
	}
	for _, state := range []struct {
		key string
		so  bool
	}{
		{"terminal.folded", n.Expanded == view.Folded}, {"terminal.unfolded", n.Expanded == view.Unfolded},
		{"terminal.chosen", n.Checked && !turns(n)}, {"terminal.off", n.Disabled},
	} {
		if state.so {
			text = r.words.Get(state.key, locale.A("text", text))
		}
	}
	r.wrapHanging(indent, mark, text)
}

// running writes a paragraph whose pieces are one text; what can be activated
// in it is numbered in place.
func (r *renderer) running(n *view.Node, indent string) {
	r.wrap(indent, r.inOne(n))
	r.gap()
}

// inOne is such pieces as one text.
func (r *renderer) inOne(n *view.Node) string {
	var b strings.Builder
	b.WriteString(n.Mark)
	for i := range n.Children {
		c := &n.Children[i]
		if n.Look == view.Cite && c.On == nil {
			continue // its button says it
		}
		text := c.Text
		if c.On != nil && c.Name != "" {
			text = c.Name // as it is told apart from others of its kind
		}
		b.WriteString(text)
		if c.On != nil && !c.Disabled {
			r.number++
			b.WriteString(" [" + strconv.Itoa(r.number) + "]")
		}
	}
	return b.String()
}

func (r *renderer) item(n *view.Node, indent string) {
	mark := "· "
	if n.Mark != "" {
		mark = n.Mark + "  "
	}
	if n.Current {
		mark = "● "
	}
	if n.Look == view.Layer {
		var parts []string
		for i := range n.Children {
			parts = append(parts, n.Children[i].Text)
		}
		r.wrapHanging(indent, mark, strings.Join(parts, " – "))
		return
	}
	deeper := indent + strings.Repeat(" ", utf8.RuneCountInString(mark))
	before := r.b.Len()
	for i := range n.Children {
		r.node(&n.Children[i], deeper)
	}
	r.replaceIndent(before, deeper, indent+mark)
}

// replaceIndent sets a mark into the indent of the first line written since.
func (r *renderer) replaceIndent(since int, old, mark string) {
	all := r.b.String()
	if tail, ok := strings.CutPrefix(all[since:], old); ok {
		r.b.Reset()
		r.b.WriteString(all[:since] + mark + tail)
	}
}

// figure writes a picture's title, its summary in words, and its data.
func (r *renderer) figure(n *view.Node, indent string) {
	r.wrap(indent, n.Name)
	if line := ladder(n.Chart); line != "" {
		r.b.WriteString(indent + line + "\n")
	}
	if n.Chart != nil && n.Chart.Picture != nil {
		r.wrap(indent, n.Chart.Picture.Line) // the sentence stands above it
	} else {
		r.wrap(indent, n.Text)
	}
	switch {
	case n.Chart == nil:
	case n.Chart.Kind == view.Strip: // of which the text says all
	case n.Chart.Kind == view.Drawing, n.Chart.Kind == view.Clocks: // whose controls do
		r.held(n, indent)
	case n.Chart.Kind == view.LaneChart:
		r.table(n.Chart.Table, indent)
		r.held(n, indent)
	default:
		r.table(n.Chart.Table, indent)
	}
	r.gap()
}

// held writes what a figure holds beside its chart.
func (r *renderer) held(n *view.Node, indent string) {
	for i := range n.Children {
		r.node(&n.Children[i], indent)
	}
}

// rows are the texts of a table's cells.
func (r *renderer) rows(n *view.Node) [][]string {
	var rows [][]string
	for i := range n.Children {
		var row []string
		for j := range n.Children[i].Children {
			cell := &n.Children[i].Children[j]
			if view.Running(cell) {
				row = append(row, r.inOne(cell))
			} else {
				row = append(row, view.Text(cell))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// headed says whether the first row of a table holds the headings of its columns.
func headed(n *view.Node) bool {
	return len(n.Children) > 0 && len(n.Children[0].Children) > 0 && n.Children[0].Children[0].Role == view.ColHeader
}

// table writes rows as "heading: value" lines when they would not fit side by
// side, else as columns.
func (r *renderer) table(rows [][]string, indent string) { r.columns(rows, indent, r.list) }

// columns writes rows as columns, or by otherwise when they would not fit side by side.
func (r *renderer) columns(rows [][]string, indent string, otherwise func([][]string, string)) {
	var widths []int
	for _, row := range rows {
		for c, cell := range row {
			if c == len(widths) {
				widths = append(widths, 0)
			}
			widths[c] = max(widths[c], utf8.RuneCountInString(cell))
		}
	}
	total := len(indent)
	for _, w := range widths {
		total += w + 2
	}
	if over := total - 2 - Width; over > 0 {
		if widths[0]-over < narrowest {
			otherwise(rows, indent)
			return
		}
		widths[0] -= over
	}
	for _, row := range rows {
		r.row(row, widths, indent)
	}
}

// narrowest is the fewest columns that the first cells of a table are set in.
const narrowest = 16

// list writes each row of a table too wide for columns as lines, each cell with
// the heading of its column.
func (r *renderer) list(rows [][]string, indent string) {
	if len(rows) == 0 {
		return
	}
	for _, row := range rows[1:] {
		r.wrapHanging(indent, "· ", rows[0][0]+": "+row[0])
		for c := 1; c < len(row) && c < len(rows[0]); c++ {
			r.wrap(indent+"  ", rows[0][c]+": "+row[c])
		}
	}
}

// apart writes each row of a table without headings as lines, a cell after the other.
func (r *renderer) apart(rows [][]string, indent string) {
	for _, row := range rows {
		r.wrapHanging(indent, "· ", row[0])
		for _, cell := range row[1:] {
			r.wrap(indent+"  ", cell)
		}
	}
}

// row writes one row; a first cell that is too long is wrapped above the rest.
func (r *renderer) row(row []string, widths []int, indent string) {
	lines := wrapped(row[0], widths[0])
	for i, line := range lines {
		if i == len(lines)-1 {
			line = pad(line, widths[0])
			for c := 1; c < len(row); c++ {
				line += "  " + pad(row[c], widths[c])
			}
		}
		r.b.WriteString(strings.TrimRight(indent+line, " ") + "\n")
	}
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func (r *renderer) wrap(indent, text string) { r.wrapHanging(indent, "", text) }

// wrapHanging writes text after a mark; further lines stand under the text.
func (r *renderer) wrapHanging(indent, mark, text string) {
	if text == "" {
		return
	}
	hang := strings.Repeat(" ", utf8.RuneCountInString(mark))
	for i, line := range wrapped(text, Width-utf8.RuneCountInString(indent+mark)) {
		if i == 0 {
			r.b.WriteString(indent + mark + line + "\n")
		} else {
			r.b.WriteString(indent + hang + line + "\n")
		}
	}
}

// gap leaves one empty line, never two.
func (r *renderer) gap() {
	if r.b.Len() > 0 && !strings.HasSuffix(r.b.String(), "\n\n") {
		r.b.WriteString("\n")
	}
}

func wrapped(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Split(strings.Join(strings.Split(text, "\n"), " "), " ") {
		switch {
		case word == "":
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}

func joined(mark, text string) string { return strings.TrimSpace(mark + "  " + text) }

// said is what a node says through its children.
func said(n *view.Node) string {
	var parts []string
	for i := range n.Children {
		parts = append(parts, view.Text(&n.Children[i]))
	}
	return joined(n.Mark, strings.Join(parts, " – "))
}
