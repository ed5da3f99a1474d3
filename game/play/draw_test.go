package play_test

import (
	"testing"

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
