package terminal_test

import (
	"strconv"
	"strings"
	"testing"

	"hardcases/cmd/internal/terminal"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestWordsByNumber reads a round of words: the extract once and whole, then each of
// its words with a number that chooses it, and the chosen one is said to be so.
func TestWordsByNumber(t *testing.T) {
	p, c := open(t)
	d, err := p.Desk()
	require.NoError(t, err)
	for i := range d.Rounds {
		r := &d.Rounds[i]
		if !r.Words {
			continue
		}
		s := play.NewState(1, "en")
		s.Screen, s.Round = play.AtRound, i
		ctx := view.NewContext(p, c, "en")
		root := view.Screen(ctx, s)
		text := terminal.Render(&root, ctx.Strings)
		require.Equal(t, 1, strings.Count(text, ctx.Text.Get("desk", "rounds", r.ID, "extract")), text)
		for n, choice := range terminal.Choices(&root) {
			if choice.Role != view.Radio {
				continue
			}
			require.Contains(t, text, "["+strconv.Itoa(n+1)+"] "+choice.Name)
			now, _ := play.Update(p, s, choice.On)
			after := view.Screen(ctx, now)
			chosen := view.Find(&after, choice.ID)
			require.True(t, chosen.Checked, choice.ID)
			require.NotEqual(t, text, terminal.Render(&after, ctx.Strings), "it says what is chosen")
		}
	}
}
