package terminal

import (
	"strings"
	"testing"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// TestClocksInALine turns the clocks by lines such as turn 2, says what all show then, and
// leaves every other line alone.
func TestClocksInALine(t *testing.T) {
	p, words := packs.First(t), packs.Words(t)
	for language, word := range map[string]string{"en": "turn", "fr": "tourner"} {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		ctx := view.NewContext(p, words, language)
		for _, stop := range stops {
			root := view.Screen(ctx, stop.State)
			clocks := view.Find(&root, "clocks")
			says := ctx.Strings.Get("terminal.turn")
			if clocks == nil {
				require.Nil(t, turned(&root, word+" 2", says), stop.Name)
				continue
			}
			require.Equal(t, "terminal.prompt-turn", prompt(&root))
			now := stop.State.Turned
			for line, by := range map[string]int{word + " 2": 2, word + " -1": -1, strings.ToUpper(word) + "  +3": 3, word + " −1": -1, word + " 99": 99} {
				n := turned(&root, line, says)
				require.NotNil(t, n, line)
				want := play.TurnClocks{Hours: min(max(now+by, -play.MostTurned), play.MostTurned)}
				require.Equal(t, want, n.On, line)
				after, _ := play.Update(p, stop.State, n.On)
				next := view.Screen(ctx, after)
				require.Contains(t, flat(Render(&next, ctx.Strings)), flat(view.Find(&next, "clocks-now").Text))
			}
			for _, line := range []string{word, word + " x", "2", "=2", word + " 1 2", "again 2"} {
				require.Nil(t, turned(&root, line, says), line)
			}
			require.Nil(t, drawn(&root, "=2"))
		}
	}
}

// flat is a text without its lines.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
