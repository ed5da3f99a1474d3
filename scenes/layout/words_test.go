package layout_test

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWordsStandInTheirSentence places the rounds of words of the shipped desk: words
// and what is between them follow each other in lines, on one height, each word is
// large enough for a finger and shows all of its text.
func TestWordsStandInTheirSentence(t *testing.T) {
	p := packs.First(t)
	d, err := p.Desk()
	require.NoError(t, err)
	placed := 0
	for _, language := range p.Head().Locales {
		for i := range d.Rounds {
			if !d.Rounds[i].Words {
				continue
			}
			s := play.NewState(1, language)
			s.Screen, s.Round = play.AtRound, i
			root := view.Screen(view.NewContext(p, packs.Words(t), language), s)
			for _, in := range []layout.Input{{Width: 1366, Height: 768, TextScale: 1}, {Width: 390, Height: 844, TextScale: 1}, {Width: 320, Height: 640, TextScale: 2}} {
				placed++
				sentence(t, layout.New(face.New()).Layout(&root, in), in)
			}
		}
	}
	require.GreaterOrEqual(t, placed, 18)
}

// sentence looks at the pieces of the sentence on a placed screen.
func sentence(t *testing.T, r *layout.Result, in layout.Input) {
	t.Helper()
	group := r.Find("options")
	var before *layout.Box
	for i := range r.Boxes {
		b := &r.Boxes[i]
		if b.Parent != group || b.Hidden || b.Node.Look != view.Word && b.Node.Role != view.TextRole {
			continue
		}
		assert.LessOrEqual(t, b.Rect.Right(), in.Width-16+0.5, "%s is on the page", b.Node.ID)
		if b.Node.Look == view.Word {
			assert.GreaterOrEqual(t, b.Rect.H, 44.0)
			assert.GreaterOrEqual(t, b.Rect.W, 44.0)
		}
		if before != nil {
			beside := b.Rect.X >= before.Rect.Right() && b.Rect.Y < before.Rect.Bottom()
			below := b.Rect.Y >= before.Rect.Y+before.Rect.H-8
			assert.True(t, beside || below, "%s comes after %s", b.Node.ID, before.Node.ID)
		}
		before = b
	}
	require.NotNil(t, before)
}
