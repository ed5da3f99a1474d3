package layout

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// bet is letters and a scale, beside each other, with a stop chosen or none (0).
func bet(stop int) view.Node {
	letters := view.Node{ID: "bets", Role: view.RadioGroup, Look: view.Letters, Name: "Bet"}
	for _, l := range []string{"A", "B", "C", "D"} {
		letters.Children = append(letters.Children, view.Node{ID: "bet-" + l, Role: view.Radio, Look: view.Key, Text: l, Checked: l == "C", On: play.Bet{Option: l}})
	}
	scale := view.Node{ID: "stakes", Role: view.RadioGroup, Look: view.Scale, Name: "How sure"}
	for n := 1; n <= 6; n++ {
		scale.Children = append(scale.Children, view.Node{ID: "stake-" + strconv.Itoa(n), Role: view.Radio, Look: view.Stop, Name: "said", Checked: n == stop, On: play.Stake{Stop: n}})
	}
	text := func(id, words string) view.Node {
		return view.Node{ID: id, Role: view.Paragraph, Look: view.Small, Text: words}
	}
	if stop > 0 {
		scale.Children = append(scale.Children, text("chance", "55 in 100"))
	}
	scale.Children = append(scale.Children, text("low", "just a guess"), text("high", "certain"))
	return view.Node{ID: "row", Role: view.Generic, Look: view.Beside, Children: []view.Node{letters, scale}}
}

// TestLettersAreEqualKeys holds them in one row of equal keys, or two by two where
// they would be too narrow for a finger.
func TestLettersAreEqualKeys(t *testing.T) {
	for _, tt := range []struct {
		width, scale float64
		row          int
	}{
		{390, 1, 4}, {1366, 1, 4}, {320, 1, 4}, {320, 2, 4}, {200, 1, 2},
	} {
		r := New(ruler{}).Layout(screen(bet(0)), Input{Width: tt.width, Height: 844, TextScale: tt.scale})
		first := box(t, r, "bet-A").Rect
		for i, l := range []string{"A", "B", "C", "D"} {
			b := box(t, r, "bet-"+l).Rect
			assert.Equal(t, first.W, b.W, "%v", tt)
			assert.Equal(t, i/tt.row, int((b.Y-first.Y)/first.H), "%v: %s", tt, l)
			assert.GreaterOrEqual(t, b.W, touch)
		}
		c := box(t, r, "bet-C")
		assert.Equal(t, theme.Theirs, c.Panel.Border, "the bet has history's colour")
		assert.Equal(t, diamondSign+"C", lines(r, "bet-C")[0], "and its sign")
	}
}

// TestKeysSayWhatTheyAreOf holds letters with words: in a wide window, where the options
// are in view, the letters stand alone in their row; on a phone each has its words, one
// below the other, and none of them moves when one is chosen.
func TestKeysSayWhatTheyAreOf(t *testing.T) {
	named := func(chosen string) *view.Node {
		n := bet(0)
		for i := range n.Children[0].Children {
			key := &n.Children[0].Children[i]
			key.Mark, key.Text, key.Checked = key.Text, "", key.Text == chosen
			key.Children = []view.Node{{ID: key.ID + "-name", Role: view.TextRole, Text: "keep it, or end it"}}
		}
		return screen(n)
	}
	wide := place(named("B"), 1366, 768)
	assert.Equal(t, []string{diamondSign + "B"}, lines(wide, "bet-B"))
	assert.Equal(t, box(t, wide, "bet-A").Rect.Y, box(t, wide, "bet-D").Rect.Y)

	before, after := place(named(""), 390, 844), place(named("B"), 390, 844)
	assert.Empty(t, Audit(after))
	assert.True(t, box(t, wide, "bet-B-name").Hidden)
	assert.Equal(t, []string{"B"}, lines(before, "bet-B"))
	assert.Equal(t, []string{"B", "\u25c6"}, lines(after, "bet-B"))
	assert.Equal(t, []string{"keep it, or end it"}, lines(after, "bet-B-name"))
	for _, id := range []string{"bet-A", "bet-B", "bet-B-name", "bet-C", "bet-D", "stakes"} {
		assert.Equal(t, box(t, before, id).Rect, box(t, after, id).Rect, id)
	}
	assert.Equal(t, 358.0, box(t, after, "bet-A").Rect.W)
	assert.Equal(t, touch, box(t, after, "bet-A").Rect.H, "one line")
	assert.Greater(t, box(t, after, "bet-D").Rect.Y, box(t, after, "bet-C").Rect.Bottom())
}

// TestBesideOrBelow puts the scale at the end of the row of letters where there is
// room, and below it on a phone.
func TestBesideOrBelow(t *testing.T) {
	wide, narrow := place(screen(bet(0)), 700, 800), place(screen(bet(0)), 390, 800)
	assert.Equal(t, box(t, wide, "bets").Rect.Y, box(t, wide, "stakes").Rect.Y)
	assert.Greater(t, box(t, wide, "stakes").Rect.W, box(t, wide, "bets").Rect.W)
	assert.Greater(t, box(t, narrow, "stakes").Rect.Y, box(t, narrow, "bets").Rect.Bottom())
	assert.Equal(t, 358.0, box(t, narrow, "stakes").Rect.W, "the full width")
}

// TestMarkerOnAScale chooses each stop: the diamond stands in its middle, the words
// below it, and nothing of the scale is anywhere else than before.
func TestMarkerOnAScale(t *testing.T) {
	before := place(screen(bet(0)), 390, 844)
	for stop := 1; stop <= 6; stop++ {
		r := place(screen(bet(stop)), 390, 844)
		assert.Empty(t, Audit(r))
		assert.Equal(t, box(t, before, "stakes").Rect, box(t, r, "stakes").Rect, "nothing moves by a choice")
		b := box(t, r, "stake-"+strconv.Itoa(stop))
		marker := r.Marks[b.Marks.From]
		assert.Equal(t, Diamond, marker.Kind)
		assert.InDelta(t, b.Rect.X+b.Rect.W/2, marker.Rect.X+marker.Rect.W/2, 0.01)
		assert.GreaterOrEqual(t, b.Hit.H, touch)
		words := box(t, r, "chance").Rect
		assert.GreaterOrEqual(t, words.Y, b.Rect.Bottom()+2*ringAround, "the ring of the focus lies over no word")
		if stop > 1 && stop < 6 {
			assert.InDelta(t, b.Rect.X+b.Rect.W/2, words.X+words.W/2, 0.6)
		}
		assert.Equal(t, stop <= 2, box(t, r, "low").Hidden, "stop %d: what an end is called makes room for the words", stop)
	}
}

// ringAround is how far the ring of the focus reaches around a control.
const ringAround = 3.0

// TestGlossBesideItsHeading puts what a reason means beside the heading, where it
// moves nothing, and below the choices where there is no room. Where it is known what may
// come to stand there, there is room for it from the start.
func TestGlossBesideItsHeading(t *testing.T) {
	block := func(gloss string) *view.Node {
		n := view.Node{ID: "block", Role: view.Generic, Look: view.Form, Children: []view.Node{
			{ID: "why", Role: view.Heading, Level: 2, Look: view.Label, Text: "Why?"},
			{ID: "reasons", Role: view.RadioGroup, Look: view.Chips, Name: "Why?", Children: []view.Node{
				{ID: "reason", Role: view.Radio, Look: view.Chip, Text: "Due process", On: play.GiveReason{Principle: "p"}},
			}},
		}}
		if gloss != "" {
			n.Children = append(n.Children, view.Node{ID: "gloss", Role: view.Paragraph, Look: view.Gloss, Text: gloss})
		}
		return screen(n)
	}
	const short, long = "Rules known in advance.", "Rules known in advance, reasons, a hearing and, where it matters, a court of law."
	without, with, below := place(block(""), 390, 844), place(block(short), 390, 844), place(block(long), 390, 844)
	assert.Equal(t, box(t, without, "block").Rect, box(t, with, "block").Rect)
	assert.Equal(t, box(t, with, "why").Rect.Y, box(t, with, "gloss").Rect.Y)
	assert.Equal(t, box(t, without, "reasons").Rect, box(t, below, "reasons").Rect, "what is pressed stays under the finger")
	assert.Greater(t, box(t, below, "gloss").Rect.Y, box(t, below, "reasons").Rect.Bottom())

	keeps := func(gloss string) *view.Node {
		root := block("")
		form := &root.Children[0].Children[0]
		form.Children = append(form.Children, view.Node{ID: "gloss", Role: view.Status, Look: view.Gloss, Text: gloss, Room: []string{short, long}})
		return root
	}
	for _, width := range []float64{320, 390, 1366} {
		empty, full := place(keeps(""), width, 844), place(keeps(long), width, 844)
		assert.Empty(t, Audit(full))
		for _, id := range []string{"block", "reasons"} {
			assert.Equal(t, box(t, empty, id).Rect, box(t, full, id).Rect, "%.0f: %s", width, id)
		}
		assert.Equal(t, box(t, full, "why").Rect.Y, box(t, full, "gloss").Rect.Y, "%.0f", width)
		assert.GreaterOrEqual(t, box(t, full, "reasons").Rect.Y, box(t, full, "gloss").Rect.Bottom(), "%.0f", width)
	}
}

// TestAFactThatGoesOnSaysSo holds what a phone shows of facts: the first line, with a sign
// where the sentence goes on behind the row, and none where it is whole.
func TestAFactThatGoesOnSaysSo(t *testing.T) {
	fact := func(id, first, more string) view.Node {
		text := view.Node{ID: id + "-text", Role: view.Paragraph, Look: view.Body, Children: []view.Node{{ID: id + "-first", Role: view.Strong, Text: first}}}
		if more != "" {
			text.Children = append(text.Children, view.Node{ID: id + "-more", Role: view.TextRole, Text: more})
		}
		return view.Node{ID: id, Role: view.ListItem, Look: view.Fact, Mark: "1", Children: []view.Node{text,
			{ID: id + "-cite", Role: view.Paragraph, Look: view.Cite, Children: []view.Node{{ID: id + "-who", Role: view.Button, Look: view.Inline, Text: "who?", On: play.OpenSource{Fact: id}}}},
		}}
	}
	root := screen(view.Node{ID: "facts", Role: view.List, Look: view.Facts, Children: []view.Node{
		fact("a", "They were the first to ask", ": they want it gone."), fact("b", "It was asked.", "By whom?"), fact("c", "It was asked", ""),
	}})
	r := place(root, 390, 844)
	assert.Empty(t, Audit(r))
	for id, want := range map[string]string{"a": "They were the first to ask…", "b": "It was asked.", "c": "It was asked"} {
		assert.Equal(t, []string{want}, lines(r, id+"-first"), id)
	}
	assert.Equal(t, []string{"They were the first to ask"}, lines(place(root, 1366, 768), "a-first"), "where all of it is in view")
}
