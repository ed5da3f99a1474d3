package play_test

import (
	"slices"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// TestAnEstimateIsDrawn draws the estimate of the longest case: a level is kept with
// the option that it stands for, and drawing an option's own level is choosing it.
func TestAnEstimateIsDrawn(t *testing.T) {
	p := shipped(t)
	c, err := p.Case("y2022")
	require.NoError(t, err)
	_, st := c.Step("C8")
	for level, want := range map[int]play.Choice{
		0: {Option: "a"}, 20: {Option: "a", Drawn: 20}, 35: {Option: "b", Drawn: 35}, 50: {Option: "b"},
		75: {Option: "c", Drawn: 75}, 100: {Option: "c"}, 125: {Option: "d"},
	} {
		m := play.Drawing(st, level)
		s := after(t, append(allBefore("C8"), m, play.Commit{})...)
		a, ok := s.Answer("y2022", "C8")
		require.True(t, ok)
		require.Equal(t, want, a.First, "%d", level)
		require.Equal(t, level, a.First.DrawnLevel(st))
	}
}

// TestLevelsThatCannotBeDrawn holds that the option is kept alone where a level is off
// the scale, between two, not the option's, or in a step that is not drawn.
func TestLevelsThatCannotBeDrawn(t *testing.T) {
	for _, m := range []play.Draw{
		{Option: "b", Level: -5}, {Option: "d", Level: 130}, {Option: "b", Level: 36}, {Option: "b", Level: 100}, {Option: "b", Level: 50},
	} {
		s := after(t, append(allBefore("C8"), m)...)
		require.Equal(t, play.Choice{Option: m.Option}, s.Draft, "%+v", m)
	}
	s := after(t, append(begin(), play.Draw{Option: "b", Level: 35})...)
	require.Equal(t, play.Choice{Option: "b"}, s.Draft)
}

// TestDrawnGamesAreKept brings a game with a drawing back, equal to the last record;
// a game of before, which chose, says the same as one that draws the option's level.
func TestDrawnGamesAreKept(t *testing.T) {
	p := shipped(t)
	play1 := func(m play.Msg) *play.Session {
		s := play.NewSession(p, 1, "en")
		for _, m := range append(allBefore("C8"), m, play.Commit{}) {
			s.Send(m)
		}
		return s
	}
	s := play1(play.Draw{Option: "b", Level: 35})
	b, err := s.Journal().Bytes()
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	require.Equal(t, s.Journal(), j)
	again, report := play.Restore(p, j)
	require.Equal(t, play.Report{}, report)
	require.Equal(t, s.State(), again.State())

	c, err := p.Case("y2022")
	require.NoError(t, err)
	_, st := c.Step("C8")
	require.Equal(t, play1(play.Choose{Option: "b"}).Journal(), play1(play.Drawing(st, 50)).Journal())
	require.Equal(t, play.Record{Kind: "choose", A: "b"}, play.RecordOf(play.Drawing(st, 50)), "as it always was")
	require.Equal(t, play.Record{Kind: "choose", A: "b", N: 35}, play.RecordOf(play.Drawing(st, 35)))
}

// TestADrawingInAChangedPack: one for an option that is gone decides nothing, whatever
// was chosen before it, and one for an option that is there takes back a choice that is
// gone.
func TestADrawingInAChangedPack(t *testing.T) {
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	for i := range c.Cases {
		for j := range c.Cases[i].Steps {
			if st := &c.Cases[i].Steps[j]; st.ID == "C8" {
				st.Options = slices.DeleteFunc(slices.Clone(st.Options), func(o pack.Option) bool { return o.ID == "d" })
			}
		}
	}
	changed := reopen(t, c)
	restored := func(msgs ...play.Msg) (play.Answer, int) {
		s := play.NewSession(shipped(t), 1, "en")
		for _, m := range join(allBefore("C8"), msgs, []play.Msg{play.Commit{}}) {
			s.Send(m)
		}
		again, report := play.Restore(changed, s.Journal())
		a, ok := again.State().Answer("y2022", "C8")
		require.True(t, ok)
		return a, report.Lost
	}
	a, lost := restored(play.Choose{Option: "a"}, play.Draw{Option: "d", Level: 120})
	require.True(t, a.Skipped, "%+v was never given", a)
	require.Equal(t, 1, lost)
	a, lost = restored(play.Choose{Option: "d"}, play.Draw{Option: "b", Level: 35})
	require.Equal(t, play.Choice{Option: "b", Drawn: 35}, a.First)
	require.Zero(t, lost)
}
