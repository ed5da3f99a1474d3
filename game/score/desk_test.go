package score_test

import (
	"strconv"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"

	"github.com/stretchr/testify/require"
)

func sampleDesk() *pack.Desk {
	verdicts := []pack.Verdict{{ID: "bad", Judges: pack.JudgesFaulty}, {ID: "worse", Judges: pack.JudgesFaulty}, {ID: "fine", Judges: pack.JudgesSound}, {ID: "who", Judges: pack.JudgesNot}}
	items := func(set string) pack.CheckSet {
		return pack.CheckSet{ID: set, Items: []pack.CheckItem{{ID: set + "1", Sound: true}, {ID: set + "2"}, {ID: set + "3", Sound: true}, {ID: set + "4"}}}
	}
	return &pack.Desk{
		Rounds: []pack.Round{
			{ID: "r1", Options: verdicts, Answer: "bad"},
			{ID: "r2", Options: verdicts, Answer: "fine", Sound: true},
			{ID: "r3", Options: verdicts, Answer: "who"},
		},
		Checks: []pack.CheckSet{items("a"), items("b"), items("c")},
	}
}

func TestDeskOf(t *testing.T) {
	for _, tt := range []struct {
		name       string
		r1, r2, r3 string
		want       score.Desk
	}{
		{"all right", "bad", "fine", "who", score.Desk{Right: 3, Of: 3, Found: 1, Faulty: 1, Sound: 1}},
		{"the fault missed costs one", "fine", "fine", "who", score.Desk{Right: 2, Of: 3, Faulty: 1, Sound: 1}},
		{"and so does a sound one called faulty", "bad", "bad", "who", score.Desk{Right: 2, Of: 3, Found: 1, Faulty: 1, FalseAlarms: 1, Sound: 1}},
		{"a fault seen in the wrong words is found but not right", "worse", "fine", "who", score.Desk{Right: 2, Of: 3, Found: 1, Faulty: 1, Sound: 1}},
		{"suspecting everything", "bad", "bad", "bad", score.Desk{Right: 1, Of: 3, Found: 1, Faulty: 1, FalseAlarms: 1, Sound: 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := play.State{Rounds: []play.RoundAnswer{{Round: "r1", Option: tt.r1}, {Round: "r2", Option: tt.r2}, {Round: "r3", Option: tt.r3}}}
			require.Equal(t, tt.want, score.DeskOf(sampleDesk(), s))
		})
	}
	require.Equal(t, score.Desk{}, score.DeskOf(sampleDesk(), play.State{Rounds: []play.RoundAnswer{{Round: "r1", Skipped: true}}}))
}

func TestCheckOf(t *testing.T) {
	d := sampleDesk()
	s := play.State{Seed: 3}
	set := s.CheckSet(d, play.BeforePlay)
	rate := func(levels ...int) play.State {
		s := s
		for i, l := range levels { // by the items' own order, which the seed changes
			s.Checks = append(s.Checks, play.CheckAnswer{Phase: play.BeforePlay, Set: set.ID, Item: set.ID + strconv.Itoa(i+1), Level: l})
		}
		return s
	}
	// Items are sound, unsound, sound, unsound.
	for _, tt := range []struct {
		name           string
		levels         []int
		hits, alarms   int
		discrimination float64
		brier          float64
	}{
		{"perfect and sure", []int{5, 1, 5, 1}, 2, 0, 1, 0.0025},                              // 0.05² each
		{"perfectly wrong", []int{1, 5, 1, 5}, 0, 2, 0, 0.9025},                               // 0.95² each
		{"no idea", []int{3, 3, 3, 3}, 0, 0, 0.5, 0.25},                                       // 0.5² each
		{"suspecting everything", []int{1, 1, 1, 1}, 2, 2, 0.5, (0.9025*2 + 0.0025*2) / 4},    // two right, two wrong
		{"one slip", []int{4, 2, 2, 1}, 2, 1, 0.875, (0.0625 + 0.0625 + 0.5625 + 0.0025) / 4}, // pairs: 4>2, 4>1, 2=2, 2>1
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := score.CheckOf(d, rate(tt.levels...), play.BeforePlay)
			require.Equal(t, 4, c.Of)
			require.Equal(t, tt.hits, c.Hits)
			require.Equal(t, tt.alarms, c.FalseAlarms)
			require.InDelta(t, tt.discrimination, c.Discrimination, 1e-12)
			require.InDelta(t, tt.brier, c.Brier, 1e-12)
		})
	}
}

// TestCheckSets shows that the two sets are parallel: each seed uses both, in
// one order or the other, and over many seeds each order comes about half the
// time.
func TestCheckSets(t *testing.T) {
	d, first := sampleDesk(), 0
	for seed := range uint64(1000) {
		s := play.State{Seed: seed}
		before, after := s.CheckSet(d, play.BeforePlay).ID, s.CheckSet(d, play.AfterDesk).ID
		require.ElementsMatch(t, []string{"a", "b"}, []string{before, after})
		require.Equal(t, "c", s.CheckSet(d, play.MuchLater).ID)
		if before == "a" {
			first++
		}
	}
	require.InDelta(t, 500, first, 60)
}
