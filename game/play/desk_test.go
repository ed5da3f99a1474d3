package play_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCheckSets: the first two phases have a set each, in either order, and the
// only set of a pack is for before play, whatever is drawn.
func TestCheckSets(t *testing.T) {
	set := func(id string) pack.CheckSet { return pack.CheckSet{ID: id, Items: []pack.CheckItem{{ID: id + "1"}}} }
	three := &pack.Desk{Checks: []pack.CheckSet{set("a"), set("b"), set("c")}}
	one := &pack.Desk{Checks: []pack.CheckSet{set("a")}}
	orders := map[string]int{}
	for seed := range uint64(100) {
		s := play.NewState(seed, "en")
		orders[s.CheckSet(three, play.BeforePlay).ID+s.CheckSet(three, play.AfterDesk).ID]++
		assert.Equal(t, "c", s.CheckSet(three, play.MuchLater).ID)
		assert.Equal(t, "a", s.CheckSet(one, play.BeforePlay).ID)
		assert.Empty(t, s.CheckSet(one, play.AfterDesk).Items)
		assert.Empty(t, s.CheckSet(&pack.Desk{}, play.BeforePlay).Items)
	}
	assert.Len(t, orders, 2)
	assert.Greater(t, orders["ab"], 30)
	assert.Greater(t, orders["ba"], 30)
}

// TestTurnedClocks turns the clocks of a round: within bounds, where there are any, and no
// longer than the player looks at them. It answers nothing, and the journal keeps where
// they were turned, not each hour on the way.
func TestTurnedClocks(t *testing.T) {
	p := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	s := play.NewSession(p, 1, "en")
	s.Send(play.Show{Screen: play.Desk})
	s.Send(play.TurnClocks{Hours: 1})
	assert.Zero(t, s.State().Turned, "no round yet")
	s.Send(play.Begin{})
	clocks := 0
	for _, r := range d.Rounds {
		before := len(s.Journal().Msgs)
		for _, hours := range []int{1, 2, 3, play.MostTurned + 1, -play.MostTurned - 1, 4, -play.MostTurned} {
			s.Send(play.TurnClocks{Hours: hours})
		}
		require.Equal(t, before+1, len(s.Journal().Msgs))
		require.Equal(t, r.ID, d.Rounds[s.State().Round].ID)
		require.Equal(t, play.AtRound, s.State().Screen)
		if len(r.Clocks) == 0 {
			require.Zero(t, s.State().Turned, r.ID)
			s.Send(play.Skip{})
			continue
		}
		clocks++
		require.Equal(t, -play.MostTurned, s.State().Turned)
		again, report := play.Restore(p, s.Journal())
		require.Zero(t, report)
		require.Equal(t, s.State(), again.State())
		s.Send(play.Choose{Option: r.Answer})
		require.Equal(t, -play.MostTurned, s.State().Turned)
		s.Send(play.Commit{})
		require.Equal(t, play.Judged, s.State().Screen)
		require.Zero(t, s.State().Turned, "the answer is about the round's own moment")
		s.Send(play.TurnClocks{Hours: 9})
		require.Equal(t, 9, s.State().Turned)
		s.Send(play.Next{})
		require.Zero(t, s.State().Turned)
	}
	require.Equal(t, 2, clocks)
	require.Len(t, s.State().Rounds, len(d.Rounds))
}
