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
// moves nothing, and below the choices where there is no room.
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
}
