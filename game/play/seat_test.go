package play_test

import (
	"testing"

	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// TestTakesSeat goes through cases and lists the steps at which the player is
// somebody else than before.
func TestTakesSeat(t *testing.T) {
	for _, tt := range []struct {
		caseID string
		short  bool
		seats  []string
	}{
		{"y2017", false, []string{"A2", "A3", "A4"}},
		{"y2017", true, []string{"A2", "A4", "A3", "A5"}},
		{"y2019", false, []string{"B3"}},
		{"y2022", false, []string{"C6", "C7"}},
		{"y2022", true, []string{"C6", "C2", "C7"}},
	} {
		g := newGame(t, tt.caseID)
		g.Send(play.Begin{Short: tt.short})
		var seats []string
		walk := func() {
			for g.State().Screen == play.Seat || g.State().Screen == play.Deciding {
				st := &g.c.Steps[g.State().Step]
				if g.State().Screen == play.Seat {
					seats = append(seats, st.ID)
				}
				g.Send(play.Begin{})
				g.Send(play.Choose{Option: st.Options[0].ID})
				g.Send(play.Commit{})
				g.Send(play.Next{})
			}
		}
		walk()
		g.Send(play.More{Case: tt.caseID})
		walk()
		require.Equal(t, tt.seats, seats, "%s, short %v", tt.caseID, tt.short)
		require.True(t, g.State().Finished(g.c))
	}
}
