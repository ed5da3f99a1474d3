//go:build pictures

package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/lesson"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/require"
)

// TestALessonInAWindow runs a whole plan of 50 minutes by keys, with 28 votes a
// decision, pulls the plug in the middle of a vote, and holds what is exported
// at the end against the same lesson without a window.
func TestALessonInAWindow(t *testing.T) {
	p := build(t)
	p.start()
	t.Cleanup(func() { p.guest.Kill() })
	p.tabTo("to-class", ebiten.KeyEnter)
	p.tabTo("plan-m30-1", ebiten.KeySpace)
	p.key(ebiten.KeyArrowDown)
	require.Equal(t, "m50", p.game().Session().State().Class.Plan)
	p.key(ebiten.KeyEnter)
	require.Equal(t, class.Opening, p.game().Session().State().Class.Stage)
	votes := 0
	for s := p.game().Session().State(); s.Class.Stage != class.Ended; s = p.game().Session().State() {
		require.Equal(t, play.InClass, s.Screen)
		if s.Class.Stage == class.Voting {
			p.vote(votes == 1)
			votes++
		}
		if s.Class.Stage == class.Betting {
			p.vote(false)
		}
		p.key(ebiten.KeyEnter)
		now := p.game().Session().State()
		require.NotEqual(t, s.Class, now.Class, "Enter goes on")
	}
	require.Equal(t, 5, votes)
	game := p.game()
	want := lesson.Give(game.Session().Pack(), "en", "m50", []int{12, 9, 7})
	require.Equal(t, want.Class.Votes, game.Session().State().Class.Votes)
	p.tabTo("take-table", ebiten.KeyEnter)
	files, err := filepath.Glob(filepath.Join(p.home, "hard-cases-class-*.csv"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	b, err := os.ReadFile(files[0])
	require.NoError(t, err)
	require.Equal(t, "\ufeff"+view.ClassTable(game.Context(), want), string(b))
	require.Equal(t, 2*5, strings.Count(string(b), ",12,"), "hands and bets of each decision")
}

// vote types 12, 9 and 7 hands; the plug may be pulled after the first count.
func (p *program) vote(pull bool) {
	p.t.Helper()
	p.key(ebiten.KeyDigit1, ebiten.KeyDigit2)
	if pull {
		before := p.game().Session().State()
		p.guest.Kill()
		p.start()
		now := p.game().Session().State()
		require.Equal(p.t, before.Class, now.Class)
		require.Equal(p.t, 12, now.Class.Votes[len(now.Class.Votes)-1].Counts[0])
	}
	p.key(ebiten.KeyArrowDown, ebiten.KeyDigit9, ebiten.KeyArrowDown, ebiten.KeyDigit7)
}
