package view_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shortWay plays the short way of 2022: each step with its first option, which is
// also bet on, but for the second, which is skipped.
func shortWay(t *testing.T, p *pack.Pack) *play.Session {
	t.Helper()
	s := play.NewSession(p, 2, "en")
	s.Send(play.OpenCase{Case: "y2022"})
	s.Send(play.Begin{Short: true})
	for n := 0; s.State().Screen != play.Debrief; n++ {
		require.Less(t, n, 20, "no debrief, but %s", s.State().Screen)
		switch s.State().Screen {
		case play.Seat:
			s.Send(play.Begin{})
		case play.Deciding:
			st := stepAt(t, p, s.State())
			if st.ID == "C3" {
				s.Send(play.Pass{})
				break
			}
			s.Send(play.Choose{Option: st.Options[0].ID})
			s.Send(play.Bet{Option: st.Options[0].ID})
			s.Send(play.Stake{Stop: 2})
			s.Send(play.Commit{})
		default:
			s.Send(play.Next{})
		}
	}
	return s
}

// TestRungsTellAllSteps looks at the debrief of a short way: each step of the case has
// its rung in time, with what both chose in words; what was skipped shows history
// alone, and what was not played shows nothing.
func TestRungsTellAllSteps(t *testing.T) {
	p, words := shipped(t)
	s := shortWay(t, p)
	ctx := view.NewContext(p, words, "en")
	root := view.Screen(ctx, s.State())
	c, err := p.Case("y2022")
	require.NoError(t, err)
	chart := view.Find(&root, "rungs").Chart
	require.Len(t, chart.Rungs, len(c.Steps))
	require.Len(t, chart.Table, len(c.Steps)+1)
	at := func(series int, row int) (x float64, ok bool) {
		for _, pt := range chart.Series[series].Points {
			if int(pt.Y) == row {
				return pt.X, true
			}
		}
		return 0, false
	}
	closed := 0
	for i := range c.Steps {
		st, row, rung := &c.Steps[i], chart.Table[i+1], chart.Rungs[i]
		text := func(parts ...string) string {
			return ctx.Text.Get(append([]string{"cases", c.ID, "steps", st.ID}, parts...)...)
		}
		_, they := at(0, i)
		mine, you := at(1, i)
		assert.Equal(t, st.More, rung.Closed, st.ID)
		if rung.Closed {
			closed++
			assert.Equal(t, []string{"A further step", "not played", "–", "–"}, []string{row[0], row[2], row[3], row[4]})
			assert.False(t, you || they, "%s shows a place", st.ID)
			assert.NotContains(t, view.Text(&root), text("title"))
			continue
		}
		assert.Equal(t, text("name"), row[0])
		assert.Equal(t, text("options", st.Happened, "short"), row[3])
		assert.True(t, they, st.ID)
		if st.ID == "C3" {
			assert.Equal(t, "skipped", row[2])
			assert.False(t, you)
			continue
		}
		assert.Equal(t, text("options", st.Options[0].ID, "short"), row[2])
		assert.InDelta(t, st.Options[0].Ladder, mine, 0)
	}
	assert.Equal(t, 3, closed)
	first, last := chart.Rungs[0].Time, chart.Rungs[len(c.Steps)-1].Time
	assert.InDelta(t, 0, first, 0)
	assert.InDelta(t, 100, last, 0)
	c1, c2, c3 := c.Steps[0].Date, c.Steps[1].Date, c.Steps[2].Date
	assert.InDelta(t, float64(c2.DaysAfter(c1))/float64(c3.DaysAfter(c1)), chart.Rungs[1].Time/chart.Rungs[2].Time, 1e-9, "to scale")
}

// TestTooFewBetsHaveNoAverage holds that fewer than three bets are not averaged, and
// that an average says over how many it is, and beside what.
func TestTooFewBetsHaveNoAverage(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	s := play.NewSession(p, 2, "en")
	s.Send(play.OpenCase{Case: "y2019"})
	s.Send(play.Begin{})
	bets := 0
	for n := 0; s.State().Screen != play.Debrief; n++ {
		require.Less(t, n, 20, "no debrief, but %s", s.State().Screen)
		switch s.State().Screen {
		case play.Seat:
			s.Send(play.Begin{})
		case play.Deciding:
			if bets == 2 {
				s.Send(play.Pass{})
				break
			}
			st := stepAt(t, p, s.State())
			s.Send(play.Choose{Option: st.Happened})
			s.Send(play.Bet{Option: st.Happened})
			s.Send(play.Stake{Stop: 6})
			s.Send(play.Commit{})
			bets++
		default:
			s.Send(play.Next{})
		}
	}
	root := view.Screen(ctx, s.State())
	said := view.Text(view.Find(&root, "sum-bets"))
	assert.Contains(t, said, "2 bets: an average takes 3")
	assert.NotContains(t, said, "100")
	chart := view.Find(&root, "rungs").Chart
	assert.Equal(t, "the same", chart.Table[1][3])
	assert.Equal(t, "+100", chart.Table[1][4])

	many := shortWay(t, p)
	root = view.Screen(ctx, many.State())
	said = view.Text(view.Find(&root, "sum-bets"))
	assert.Contains(t, said, "over 3 bets; a pure guess is 0")
}
