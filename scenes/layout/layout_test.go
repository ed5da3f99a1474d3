package layout

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/breaks"
)

// ruler measures every character as half an em, but narrow spaces as a fifth.
type ruler struct{ breaks.Unicode }

func (ruler) Advance(text string, _ Face) float64 {
	w := 0.0
	for _, r := range text {
		if r == '\u202f' {
			w += 0.2
			continue
		}
		w += 0.5
	}
	return w
}

func (ruler) Extent(Face) (ascent, descent float64) { return 0.9, 0.3 }

func place(root *view.Node, width, height float64) *Result {
	return New(ruler{}).Layout(root, Input{Width: width, Height: height, TextScale: 1})
}

// screen is a document with a main column of the given nodes.
func screen(content ...view.Node) *view.Node {
	return &view.Node{ID: "screen", Role: view.Document, Children: []view.Node{
		{ID: "main", Role: view.Main, Children: content},
	}}
}

func paragraph(id, text string) view.Node {
	return view.Node{ID: id, Role: view.Paragraph, Look: view.Body, Text: text}
}

func button(id string, look view.Look, text string) view.Node {
	return view.Node{ID: id, Role: view.Button, Look: look, Text: text, On: play.Next{}}
}

// lines are the texts of a node's runs.
func lines(r *Result, id string) []string {
	var list []string
	b := r.Boxes[r.Find(id)]
	for _, run := range r.Runs[b.Runs.From:b.Runs.To] {
		list = append(list, run.Text)
	}
	return list
}

func box(t *testing.T, r *Result, id string) Box {
	t.Helper()
	i := r.Find(id)
	require.GreaterOrEqual(t, i, 0, id)
	return r.Boxes[i]
}

func TestLines(t *testing.T) {
	// Body is 18 px and a character 9 px wide.
	tests := []struct {
		name, text string
		characters float64
		want       []string
	}{
		{"words", "one two three", 7.2, []string{"one two", "three"}},
		{"a space at the end of a line takes no room", "one two", 3.1, []string{"one", "two"}},
		{"no-break spaces hold", "a b\u00a0c d", 3.2, []string{"a", "b\u00a0c", "d"}},
		{"narrow no-break spaces hold", "Quoi\u202f? Non", 5.5, []string{"Quoi\u202f?", "Non"}},
		{"hyphens allow a break", "well-known", 5.5, []string{"well-", "known"}},
		{"line feeds end lines", "one\ntwo", 20, []string{"one", "two"}},
		{"long words are broken", "1234567890", 4.2, []string{"1234", "5678", "90"}},
		{"graphemes are not", "abce\u0301fg", 4.2, []string{"abc", "e\u0301fg"}},
		{"what follows a broken word goes on", "123456 gh", 4.2, []string{"1234", "56", "gh"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := place(screen(paragraph("p", tt.text)), 32+9*tt.characters, 600)
			assert.Equal(t, tt.want, lines(r, "p"))
		})
	}
}

// TestHeadlinesKeepWordsWhole sets headlines with a hyphen in a word: no line ends in it
// where the word has room on one, also where the lines are made even; else it does.
func TestHeadlinesKeepWordsWhole(t *testing.T) {
	// A label is 15 px and a character 7.5 px wide; a title here 27 and 13.5 px.
	head := func(look view.Look, text string) view.Node {
		return view.Node{ID: "p", Role: view.Heading, Level: 2, Look: look, Text: text}
	}
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Ce jour-là, non", []string{"Ce", "jour-là,", "non"}},
		{"un well-known", []string{"un", "well-known"}},
		{"one two-three four-five-six\u202f?", []string{"one", "two-three", "four-five-", "six\u202f?"}},
	} {
		r := place(screen(head(view.Label, tt.text)), 32+7.5*10, 600)
		assert.Equal(t, tt.want, lines(r, "p"), tt.text)
	}
	r := place(screen(head(view.Title, "Alors, Auriez-vous fait cela ?")), 32+13.5*17, 600)
	assert.Equal(t, []string{"Alors,", "Auriez-vous", "fait cela ?"}, lines(r, "p"))
	parts := head(view.Label, "")
	parts.Children = []view.Node{{ID: "a", Role: view.TextRole, Text: "Ce jour-"}, {ID: "b", Role: view.TextRole, Text: "là"}}
	r = place(screen(parts), 32+7.5*9, 600)
	assert.Equal(t, []string{"Ce", "jour-"}, lines(r, "a"))
	assert.Equal(t, []string{"là"}, lines(r, "b"))
}

func TestRunningText(t *testing.T) {
	n := view.Node{ID: "p", Role: view.Paragraph, Look: view.Body, Children: []view.Node{
		{ID: "says", Role: view.TextRole, Text: "Press, today "},
		{ID: "strong", Role: view.Strong, Text: "bold"},
		{ID: "rest", Role: view.TextRole, Text: ", and "},
		button("who", view.Inline, "who says"),
		button("term", view.Term, "a word explained"),
	}}
	r := place(screen(n), 32+9*24.5, 600)
	assert.Equal(t, []string{"Press, today"}, lines(r, "says"))
	assert.Equal(t, []string{"bold"}, lines(r, "strong"))
	assert.Equal(t, []string{", and"}, lines(r, "rest"))
	assert.Equal(t, []string{"who says"}, lines(r, "who"), "a control goes to the next line whole, where it fits there")
	assert.Equal(t, []string{"a word explained"}, lines(r, "term"))

	says, strong, who := box(t, r, "says"), box(t, r, "strong"), box(t, r, "who")
	assert.Equal(t, says.Rect.Y, strong.Rect.Y, "on one line")
	assert.InDelta(t, says.Rect.Right()+8.5, strong.Rect.X, 0.01, "a space apart")
	assert.Greater(t, who.Rect.Y, strong.Rect.Y)
	assert.True(t, who.Inline)
	assert.GreaterOrEqual(t, who.Hit.H, 44.0)
	assert.Equal(t, Solid, r.Runs[who.Runs.From].Under)
	assert.Empty(t, Audit(r))
}

func TestWrappedControlHasOneBox(t *testing.T) {
	n := view.Node{ID: "p", Role: view.Paragraph, Children: []view.Node{
		{ID: "a", Role: view.TextRole, Text: "See "}, button("long", view.Inline, "one two three four five six"),
	}}
	r := place(screen(n), 32+9*12, 600)
	b := box(t, r, "long")
	require.Greater(t, b.Runs.Len(), 1)
	var all Rect
	for _, run := range r.Runs[b.Runs.From:b.Runs.To] {
		all = all.Union(run.Rect)
	}
	assert.Equal(t, all, b.Rect)
	for _, run := range r.Runs[b.Runs.From:b.Runs.To] {
		x, y := run.Rect.X+r.Layers[0].View.X+2, run.Rect.Y+r.Layers[0].View.Y+2
		assert.Equal(t, r.Find("long"), r.Hit(x, y, nil), "each part can be touched")
	}
}

func TestNoteBesideAHeading(t *testing.T) {
	note := func(id string) view.Node {
		return view.Node{ID: id, Role: view.Paragraph, Look: view.Muted, Text: "A note."}
	}
	heading := func(id string) view.Node {
		return view.Node{ID: id, Role: view.Heading, Level: 2, Look: view.Subtitle, Text: "A heading"}
	}
	r := place(screen(note("over"), heading("one"), paragraph("text", "Words."), note("after"), heading("two")), 800, 600)
	between := func(above, below string) float64 {
		a := box(t, r, above).Rect
		return box(t, r, below).Rect.Y - a.Y - a.H
	}
	assert.InDelta(t, 4, between("over", "one"), 1e-9, "a note over a heading belongs to it")
	assert.InDelta(t, 24, between("after", "two"), 1e-9, "a note at the end of a part does not belong to the next one")
}

func TestColumns(t *testing.T) {
	card := func(id string) view.Node {
		return view.Node{ID: id, Role: view.Region, Look: view.Card, Children: []view.Node{paragraph(id+"-p", "text")}}
	}
	tests := []struct {
		look         view.Look
		width, scale float64
		beside       bool
		first        float64 // width of the first column
	}{
		{view.NarrowWide, 899, 1, false, 851},
		{view.NarrowWide, 900, 1, true, (852 - 32) * 5. / 12},
		{view.WideNarrow, 1366, 1, true, (1200 - 32) * 7. / 12},
		{view.Halves, 1366, 1, true, 584},
		{view.Halves, 1366, 2, false, 1334},
		{view.Thirds, 1366, 1, true, (1200 - 40) / 3.},
	}
	for _, tt := range tests {
		root := screen(view.Node{ID: "columns", Role: view.Generic, Look: tt.look, Children: []view.Node{card("a"), card("b"), card("c")}})
		r := New(ruler{}).Layout(root, Input{Width: tt.width, Height: 900, TextScale: tt.scale})
		a, b := box(t, r, "a"), box(t, r, "b")
		assert.InDelta(t, tt.first, a.Rect.W, 0.01, "%s at %v", tt.look, tt.width)
		if tt.beside {
			assert.Equal(t, a.Rect.Y, b.Rect.Y, "%s at %v", tt.look, tt.width)
			assert.Greater(t, b.Rect.X, a.Rect.Right())
		} else {
			assert.Greater(t, b.Rect.Y, a.Rect.Bottom())
		}
	}
}

func TestPanelsOfARowAreEquallyHigh(t *testing.T) {
	card := func(id, text string) view.Node {
		return view.Node{ID: id + "-item", Role: view.ListItem, Children: []view.Node{
			{ID: id, Role: view.Button, Look: view.CardButton, On: play.Next{}, Children: []view.Node{paragraph(id+"-p", text)}},
		}}
	}
	root := screen(view.Node{ID: "list", Role: view.List, Look: view.Thirds, Children: []view.Node{
		card("short", "text"), card("long", strings.Repeat("many words ", 30)), card("none", "text"),
	}})
	r := place(root, 1366, 768)
	assert.Equal(t, box(t, r, "long").Rect.H, box(t, r, "short").Rect.H)
	assert.Equal(t, box(t, r, "long").Rect.H, box(t, r, "none").Rect.H)
}

func long(paragraphs int) []view.Node {
	var list []view.Node
	for i := range paragraphs {
		list = append(list, paragraph("p"+string(rune('a'+i)), strings.Repeat("many words ", 40)))
	}
	return list
}

func dockOf(actions ...view.Node) view.Node {
	return view.Node{ID: "dock", Role: view.Group, Look: view.Dock, Children: []view.Node{
		{ID: "actions", Role: view.Generic, Look: view.Flow, Children: actions},
	}}
}

func layerIndex(r *Result, k LayerKind) int {
	for i := range r.Layers {
		if r.Layers[i].Kind == k {
			return i
		}
	}
	return -1
}

func TestDock(t *testing.T) {
	actions := []view.Node{button("commit", view.Primary, "Commit"), button("skip", view.Secondary, "Skip this step")}
	t.Run("short content", func(t *testing.T) {
		r := place(screen(paragraph("p", "text"), dockOf(actions...)), 390, 844)
		assert.Negative(t, layerIndex(r, DockLayer))
		assert.Equal(t, 0, box(t, r, "commit").Layer)
	})
	t.Run("long content", func(t *testing.T) {
		r := place(screen(append(long(9), dockOf(actions...))...), 390, 844)
		d := layerIndex(r, DockLayer)
		require.GreaterOrEqual(t, d, 0)
		assert.Equal(t, d, box(t, r, "commit").Layer)
		assert.Equal(t, d, box(t, r, "skip").Layer)
		assert.InDelta(t, 844, r.Layers[d].Frame.Bottom(), 0.01)
		assert.InDelta(t, r.Layers[d].Frame.Y, r.Layers[0].View.Bottom(), 0.01, "the page ends where the dock begins")
		assert.InDelta(t, 374, box(t, r, "skip").Rect.Right(), 0.01, "on a phone the row is filled")
		assert.Empty(t, Audit(r))
	})
	t.Run("too many for one row", func(t *testing.T) {
		more := append([]view.Node{button("first", view.Secondary, "Another long action")}, actions...)
		r := place(screen(append(long(9), dockOf(more...))...), 390, 844)
		assert.Equal(t, layerIndex(r, DockLayer), box(t, r, "commit").Layer, "the main action is docked")
		assert.Equal(t, 0, box(t, r, "first").Layer)
		assert.Equal(t, 0, box(t, r, "skip").Layer)
		assert.Empty(t, Audit(r))
	})
	t.Run("no room for it", func(t *testing.T) {
		r := place(screen(append(long(9), dockOf(actions...))...), 390, 150)
		assert.Negative(t, layerIndex(r, DockLayer))
	})
	t.Run("not wanted", func(t *testing.T) {
		r := New(ruler{}).Layout(screen(append(long(9), dockOf(actions...))...), Input{Width: 390, Height: 844, TextScale: 1, Undocked: true})
		assert.Negative(t, layerIndex(r, DockLayer))
	})
}

func bar() view.Node {
	quiet := func(id, text string) view.Node { return button(id, view.Quiet, text) }
	return view.Node{ID: "bar", Role: view.Banner, Look: view.Bar, Children: []view.Node{
		button("brand", view.Brand, "Hard Cases"),
		{ID: "where", Role: view.Progress, Look: view.Dots, Text: "Decision 4 of 6", Chart: &view.Chart{Kind: view.DotRow, Series: []view.Series{{
			Points: []view.Point{{Weight: 1}, {X: 1, Weight: 2}, {X: 2}, {X: 3}, {X: 4}, {X: 5}}}}}},
		{ID: "nav", Role: view.Navigation, Look: view.Flow, Children: []view.Node{quiet("log", "Log"), quiet("size", "Aa"), quiet("lang", "FR"), quiet("menu", "Menu")}},
	}}
}

func TestBar(t *testing.T) {
	root := screen(long(9)...)
	root.Children = append([]view.Node{bar()}, root.Children...)
	t.Run("one line", func(t *testing.T) {
		r := place(root, 1366, 768)
		l := r.Layers[layerIndex(r, BarLayer)]
		assert.Equal(t, 57.0, l.Frame.H)
		assert.Equal(t, 57.0, r.Layers[0].View.Y)
		assert.Equal(t, 711.0, r.Layers[0].View.H)
		assert.InDelta(t, 1342+6, box(t, r, "menu").Rect.Right(), 0.01, "its text keeps the margin")
		assert.Equal(t, 11, box(t, r, "where").Marks.Len(), "six dots and five lines between")
		assert.Empty(t, Audit(r))
	})
	t.Run("two lines", func(t *testing.T) {
		r := place(root, 390, 844)
		l := r.Layers[layerIndex(r, BarLayer)]
		assert.Greater(t, l.Frame.H, 80.0)
		assert.Greater(t, box(t, r, "where").Rect.Y, box(t, r, "menu").Rect.Y)
		assert.Empty(t, Audit(r))
	})
	t.Run("scrolls away where it is too high", func(t *testing.T) {
		r := place(root, 390, 200)
		assert.Negative(t, layerIndex(r, BarLayer))
		assert.Equal(t, 0, box(t, r, "brand").Layer)
		assert.Equal(t, 200.0, r.Layers[0].View.H)
		assert.Empty(t, Audit(r))
	})
}

func TestSheet(t *testing.T) {
	sheet := func(content ...view.Node) *view.Node {
		root := screen(long(3)...)
		root.Children = append(root.Children, view.Node{ID: "sheet", Role: view.Dialog, Look: view.Sheet,
			Children: append(content, view.Node{ID: "flow", Role: view.Generic, Look: view.Flow, Children: []view.Node{button("close", view.Primary, "Close")}})})
		return root
	}
	short := place(sheet(paragraph("text", "text")), 1366, 768)
	l := short.Layers[layerIndex(short, SheetLayer)]
	assert.Zero(t, l.MaxScroll())
	assert.Equal(t, 600.0, l.Frame.W)
	assert.InDelta(t, 768/2, l.Frame.Y+l.Frame.H/2, 1, "in the middle")
	assert.Equal(t, layerIndex(short, ScrimLayer), short.Modal)
	assert.True(t, short.Live(short.Find("close")))
	assert.Empty(t, Audit(short))

	high := place(sheet(long(9)...), 390, 844)
	l = high.Layers[layerIndex(high, SheetLayer)]
	assert.Positive(t, l.MaxScroll())
	assert.LessOrEqual(t, l.Frame.H, 844-24.0)
	assert.Equal(t, layerIndex(high, SheetLayer), high.Scroller())
	assert.Empty(t, Audit(high))
}

func TestWhatLiesUnderASheetIsInert(t *testing.T) {
	root := screen(button("under", view.Primary, "Under"))
	root.Children = append(root.Children, view.Node{ID: "sheet", Role: view.Dialog, Look: view.Sheet, Children: []view.Node{paragraph("text", "text")}})
	r := place(root, 390, 844)
	under := r.Find("under")
	at, _ := r.OnWindow(under, nil)
	assert.False(t, r.Live(under))
	assert.Equal(t, -1, r.Hit(at.X+5, at.Y+5, nil))
}

func TestMirror(t *testing.T) {
	root := screen(view.Node{ID: "facts", Role: view.List, Look: view.Facts, Children: []view.Node{
		{ID: "fact", Role: view.ListItem, Look: view.Fact, Mark: "1", Children: []view.Node{paragraph("text", "text")}},
	}})
	in := Input{Width: 800, Height: 600, TextScale: 1}
	plain := New(ruler{}).Layout(root, in)
	in.RightToLeft = true
	mirrored := New(ruler{}).Layout(root, in)
	for i := range plain.Boxes {
		a, b := plain.Boxes[i].Rect, mirrored.Boxes[i].Rect
		assert.InDelta(t, 800-a.Right(), b.X, 0.01)
		assert.Equal(t, a.W, b.W)
		assert.Equal(t, a.Y, b.Y)
	}
	mark, text := mirrored.Runs[0], mirrored.Runs[1]
	assert.Greater(t, mark.Rect.X, text.Rect.Right(), "the mark is at the right")
	assert.Empty(t, Audit(mirrored))
}

func TestMixedDirections(t *testing.T) {
	n := view.Node{ID: "p", Role: view.Paragraph, Children: []view.Node{
		{ID: "a", Role: view.TextRole, Text: "one "}, {ID: "b", Role: view.Strong, Text: "two "}, {ID: "c", Role: view.TextRole, Text: "\u05d0\u05d1"},
	}}
	r := New(ruler{}).Layout(screen(n), Input{Width: 800, Height: 600, TextScale: 1, RightToLeft: true})
	a, b, c := box(t, r, "a").Rect, box(t, r, "b").Rect, box(t, r, "c").Rect
	assert.Less(t, a.Right(), b.X, "Latin words keep their order")
	assert.Less(t, c.Right(), a.X, "and come before, that is right of, what follows")
}

func TestTextIsNeverSmall(t *testing.T) {
	root := screen(view.Node{ID: "small", Role: view.Paragraph, Look: view.Small, Text: "small"}, view.Node{ID: "label", Role: view.Heading, Level: 3, Text: "label"})
	for _, device := range []float64{0, 1, 1.25, 1.3333, 1.5, 2, 2.625, 3} {
		for _, scale := range []float64{0, 1, 1.25, 2, 9} {
			r := New(ruler{}).Layout(root, Input{Width: 800, Height: 600, TextScale: scale, DeviceScale: device})
			for _, run := range r.Runs {
				assert.GreaterOrEqual(t, run.Size, 15.0)
				if px := run.Size * math.Max(1, device); device > 0 {
					assert.InDelta(t, math.Round(px), px, 1e-6, "whole device pixels at %v", device)
				}
			}
		}
	}
}

func TestZoom(t *testing.T) {
	for _, tt := range []struct{ width, height, want float64 }{
		{320, 480, 1}, {1920, 1080, 1}, {1920, 400, 1}, {3840, 2160, 1.75}, {3840, 1080, 1}, {20000, 20000, 2},
	} {
		assert.InDelta(t, tt.want, place(screen(paragraph("p", "text")), tt.width, tt.height).Zoom, 0.001, "%v × %v", tt.width, tt.height)
	}
}

func TestSameInputSameResult(t *testing.T) {
	root := screen(long(3)...)
	e := New(ruler{})
	in := Input{Width: 390, Height: 844, TextScale: 1.5}
	first := e.Layout(root, in)
	assert.Equal(t, first, e.Layout(root, in))
	assert.Equal(t, first, New(ruler{}).Layout(root, in), "what an engine remembers changes nothing")
}

func TestBrokenTextIsShown(t *testing.T) {
	r := place(screen(paragraph("p", "bad \xff byte")), 390, 844)
	assert.Equal(t, []string{"bad \xff byte"}, lines(r, "p"))
}

func TestFiguresInATableAreNotParted(t *testing.T) {
	cell := func(id, text string) view.Node { return view.Node{ID: id, Role: view.Cell, Text: text} }
	row := func(id, words, figure string) view.Node {
		return view.Node{ID: id, Role: view.Row, Children: []view.Node{cell(id+"-words", words), cell(id+"-figure", figure)}}
	}
	table := view.Node{ID: "table", Role: view.Table, Look: view.Data, Children: []view.Node{
		row("one", strings.Repeat("words ", 20), "3 of 4"), row("two", strings.Repeat("words ", 30), "11 of 14"),
	}}
	r := place(screen(table), 320, 480)
	assert.Equal(t, []string{"3 of 4"}, lines(r, "one-figure"))
	assert.Empty(t, Audit(r))
}
