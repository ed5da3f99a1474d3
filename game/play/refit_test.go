package play_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// changed is the shipped pack with its steps changed.
func changed(t *testing.T, do func(c *pack.Content)) *pack.Pack {
	t.Helper()
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	c.Version = "9.9.9"
	for i := range c.Cases {
		c.Cases[i].Steps = slices.Clone(c.Cases[i].Steps)
	}
	do(c)
	return reopen(t, c)
}

// another is a step that a later version has, with the options of one that is there.
func another(st pack.Step) pack.Step {
	st.ID += "x"
	return st
}

func insert(c *pack.Content, theCase, at int) {
	steps := c.Cases[theCase].Steps
	c.Cases[theCase].Steps = slices.Insert(steps, at, another(steps[min(at, len(steps)-1)]))
}

// TestAnswersStayWithTheirSteps opens a game with versions of its pack that have a step
// more, one less, and the same in another order: each answer stays with its step, the one
// whose step has gone is told of, and nothing else is.
func TestAnswersStayWithTheirSteps(t *testing.T) {
	s := play.NewSession(shipped(t), 7, "en")
	for _, m := range join(begin(), decide("b", "safety", 4), []play.Msg{play.Next{}}, decide("a", "process", 2), []play.Msg{play.Next{}, play.Choose{Option: "c"}}) {
		s.Send(m)
	}
	was := s.State()
	require.Len(t, was.Answers, 2)
	first, second := was.Answers[0], was.Answers[1]
	for _, tt := range []struct {
		name string
		do   func(c *pack.Content)
		want []play.Answer
		lost int
	}{
		{"nothing else", func(*pack.Content) {}, []play.Answer{first, second}, 0},
		{"one before the first", func(c *pack.Content) { insert(c, 0, 0) }, []play.Answer{first, second}, 0},
		{"one between", func(c *pack.Content) { insert(c, 0, 1) }, []play.Answer{first, second}, 0},
		{"the first gone", func(c *pack.Content) { c.Cases[0].Steps = slices.Delete(c.Cases[0].Steps, 0, 1) }, []play.Answer{second}, 1},
		{"the second gone", func(c *pack.Content) { c.Cases[0].Steps = slices.Delete(c.Cases[0].Steps, 1, 2) }, []play.Answer{first}, 1},
		{"the case gone", func(c *pack.Content) { c.Cases = c.Cases[1:] }, nil, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := changed(t, tt.do)
			again, report := play.Restore(p, s.Journal())
			require.Equal(t, play.Report{Changed: true, Lost: tt.lost}, report)
			require.Equal(t, tt.want, again.State().Answers)
			require.Equal(t, tt.lost == 0, again.Journal().Holds(s.Journal()))
			if c, err := p.Case(was.Case); err == nil && len(c.Steps) > 3 {
				require.Equal(t, "A3", c.Steps[again.State().Step].ID)
				require.Equal(t, was.Draft, again.State().Draft, "what was picked and not decided yet")
			}
			twice, report := play.Restore(p, again.Journal())
			require.Equal(t, play.Report{}, report)
			require.Equal(t, again.State().Answers, twice.State().Answers, "and so it stays")
		})
	}
}

// TestABetThatIsLostIsTold takes the option that was bet on out of a step, and not the one
// that was chosen.
func TestABetThatIsLostIsTold(t *testing.T) {
	s := play.NewSession(shipped(t), 7, "en")
	for _, m := range join(begin(), []play.Msg{play.Choose{Option: "a"}, play.Bet{Option: "b"}, play.Stake{Stop: 2}, play.Commit{}}) {
		s.Send(m)
	}
	p := changed(t, func(c *pack.Content) {
		steps := c.Cases[0].Steps
		steps[0].Options = slices.DeleteFunc(slices.Clone(steps[0].Options), func(o pack.Option) bool { return o.ID == "b" })
	})
	again, report := play.Restore(p, s.Journal())
	require.Equal(t, 1, report.Lost)
	require.Equal(t, "a", again.State().Answers[0].First.Option)
	require.Empty(t, again.State().Answers[0].First.Bet)
}

// someMsg is something that a player might do.
func someMsg(r *rand.Rand, p *pack.Pack, s play.State) play.Msg {
	option := string(rune('a' + r.IntN(4)))
	head := p.Head().Cases[r.IntN(len(p.Head().Cases))]
	c, _ := p.Case(head.ID)
	st := c.Steps[r.IntN(len(c.Steps))]
	var fact string
	if here, _ := p.Case(s.Case); s.Screen == play.Deciding && s.Step < len(here.Steps) && len(here.Steps[s.Step].Known) > 0 {
		fact = here.Steps[s.Step].Known[0].ID
	}
	if s.Screen == play.Deciding {
		here, _ := p.Case(s.Case)
		option = here.Steps[s.Step].Options[r.IntN(len(here.Steps[s.Step].Options))].ID
	}
	if desk, _ := p.Desk(); s.Screen == play.AtRound {
		option = desk.Rounds[s.Round].Options[r.IntN(len(desk.Rounds[s.Round].Options))].ID
	}
	screens := []play.Screen{play.Home, play.Desk, play.CheckIntro, play.Settings, play.ModelScreen, play.BecameScreen, play.Log, play.Results}
	often := []play.Msg{play.Choose{Option: option}, play.Bet{Option: option}, play.Stake{Stop: 1 + r.IntN(6)}, play.Commit{}, play.Next{}, play.Begin{}, play.Forecast{Level: 1 + r.IntN(5)}}
	seldom := []play.Msg{
		play.Back{}, play.Pass{}, play.GoTo{Case: c.ID, Step: st.ID}, play.OpenCase{Case: c.ID}, play.OpenSource{Fact: fact}, play.Show{Screen: screens[r.IntN(len(screens))]},
		play.ShowDebrief{Case: c.ID}, play.More{Case: c.ID}, play.Begin{Short: true}, play.Skip{}, play.Guess{Try: s.Model.Try, Option: option}, play.Guess{Option: option}, play.GiveReason{Principle: "safety"},
	}
	if r.IntN(5) > 0 {
		return often[r.IntN(len(often))]
	}
	return seldom[r.IntN(len(seldom))]
}

// TestNoAnswerUnderAnotherStep plays at random, changes the pack at random, and opens the
// game with that: no answer is there that was not given to its step, and where nothing is
// told of, none is missing.
func TestNoAnswerUnderAnotherStep(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 5))
		s := play.NewSession(shipped(t), seed, "en")
		for range 250 {
			m := someMsg(r, s.Pack(), s.State())
			if next, _ := play.Update(s.Pack(), s.State(), m); !reflect.DeepEqual(next, s.State()) { // no screen offers what does nothing
				s.Send(m)
			}
		}
		was := s.State()
		p := changed(t, func(c *pack.Content) {
			for range 1 + r.IntN(3) {
				i := r.IntN(len(c.Cases))
				steps := c.Cases[i].Steps
				switch at := r.IntN(len(steps)); r.IntN(6) {
				case 0, 1:
					insert(c, i, at)
				case 2:
					if len(steps) > 1 {
						c.Cases[i].Steps = slices.Delete(steps, at, at+1)
					}
				case 3:
					if at > 0 {
						steps[at-1], steps[at] = steps[at], steps[at-1]
					}
				case 4:
					c.Cases = slices.Delete(slices.Clone(c.Cases), i, i+1)
				case 5:
					rounds := slices.Clone(c.Desk.Rounds)
					if n := r.IntN(len(rounds)); r.IntN(2) == 0 {
						c.Desk.Rounds = slices.Delete(rounds, n, n+1)
					} else {
						rounds[0], rounds[n] = rounds[n], rounds[0]
						c.Desk.Rounds = rounds
					}
				}
			}
		})
		again, report := play.Restore(p, s.Journal())
		now := again.State()
		name := fmt.Sprintf("seed %d, %d lost", seed, report.Lost)
		for _, a := range now.Answers {
			old, ok := was.Answer(a.Case, a.Step)
			if a.Skipped && !a.Seen {
				continue // left out since it could not be answered any more
			}
			require.True(t, ok, "%s: %s/%s was never answered", name, a.Case, a.Step)
			require.Equal(t, old.First.Option, a.First.Option, "%s: %s/%s", name, a.Case, a.Step)
			if report.Lost == 0 {
				require.Equal(t, old.First, a.First, "%s: %s/%s", name, a.Case, a.Step)
				require.Equal(t, old.Last, a.Last, "%s: %s/%s", name, a.Case, a.Step)
			}
		}
		for _, a := range was.Answers {
			if _, there := p.StepAt(pack.Place{Case: a.Case, Step: a.Step}); !there || a.Skipped {
				continue
			}
			got, ok := now.Answer(a.Case, a.Step)
			require.True(t, ok && got.First.Option == a.First.Option, "%s: %s/%s is missing", name, a.Case, a.Step)
		}
		for _, a := range now.Rounds {
			old, ok := was.RoundAnswer(a.Round)
			require.True(t, ok, "%s: round %s", name, a.Round)
			if !a.Skipped {
				require.Equal(t, old, a, name)
			}
		}
		for _, a := range now.Checks {
			require.Contains(t, was.Checks, a, name)
		}
		for _, g := range now.Guesses {
			require.Contains(t, was.Guesses, g, name)
		}
		for _, g := range was.Guesses {
			if p.CaseIndex(g.Case) >= 0 {
				require.Contains(t, now.Guesses, g, name)
			}
		}
		twice, report := play.Restore(p, again.Journal())
		require.Equal(t, play.Report{}, report)
		require.Equal(t, now.Answers, twice.State().Answers, name)
	}
}

// TestHandsStayWithTheirSteps opens a lesson with versions of its pack that have a step
// more or less, and options in another order: hands stay with their options.
func TestHandsStayWithTheirSteps(t *testing.T) {
	s := play.NewSession(shipped(t), 1, "en")
	lesson(t, s, nil)
	was := s.State().Class
	places := was.Steps(shipped(t))
	require.Greater(t, len(places), 2)
	index := func(c *pack.Content, at pack.Place) (int, int) {
		i := slices.IndexFunc(c.Cases, func(c pack.Case) bool { return c.ID == at.Case })
		n, _ := c.Cases[i].Step(at.Step)
		return i, n
	}
	for _, tt := range []struct {
		name string
		do   func(c *pack.Content)
		gone pack.Place
		told bool
	}{
		{name: "nothing else", do: func(*pack.Content) {}},
		{name: "a step less", gone: places[1], told: true, do: func(c *pack.Content) {
			i, n := index(c, places[1])
			c.Cases[i].Steps = slices.Delete(c.Cases[i].Steps, n, n+1)
		}},
		{name: "fewer facts", do: func(c *pack.Content) {
			i, n := index(c, places[0])
			st := &c.Cases[i].Steps[n]
			st.Known = st.Known[:1]
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := changed(t, tt.do)
			again, report := play.Restore(p, s.Journal())
			require.Equal(t, tt.told, report.Partial())
			now := again.State().Class
			for _, v := range was.Votes {
				at := pack.Place{Case: v.Case, Step: v.Step}
				got, ok := now.Vote(at)
				if at == tt.gone {
					require.False(t, ok)
					continue
				}
				require.Equal(t, v, got)
			}
			require.LessOrEqual(t, len(now.Votes), len(was.Votes))
			twice, report := play.Restore(p, again.Journal())
			require.Equal(t, play.Report{}, report)
			require.Equal(t, now, twice.State().Class, "and so it stays")
		})
	}

	// The first option of a step is one more now.
	p := changed(t, func(c *pack.Content) {
		i, n := index(c, places[0])
		st := &c.Cases[i].Steps[n]
		extra := st.Options[0]
		extra.ID = "z"
		st.Options = slices.Insert(slices.Clone(st.Options), 0, extra)
	})
	again, report := play.Restore(p, s.Journal())
	require.False(t, report.Partial())
	lessonNow := again.State().Class
	before, _ := was.Vote(places[0])
	now, _ := lessonNow.Vote(places[0])
	require.Equal(t, append([]int{0}, before.Counts...), now.Counts)
	require.Equal(t, append([]int{0}, before.Bets...), now.Bets)
}

// TestOlderJournalsGoOn holds that a game whose journal names no places, as older programs
// wrote it, is the same game as with them, both ways.
func TestOlderJournalsGoOn(t *testing.T) {
	s := played(t, shipped(t))
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: "m50"})
	s.Send(act(class.Start, class.NewestCourse))
	for s.State().Class.Stage != class.Voting {
		s.Send(act(class.Forward, 0))
	}
	s.Send(act(class.Point, 1))
	old := s.Journal()
	old.Msgs = slices.Clone(old.Msgs)
	for i := range old.Msgs {
		if old.Msgs[i].At = ""; old.Msgs[i].A == string(class.Point) {
			old.Msgs[i].B = ""
		}
	}
	require.NotEqual(t, old, s.Journal())
	require.True(t, old.Holds(s.Journal()))
	require.True(t, s.Journal().Holds(old))
	again, report := play.Restore(shipped(t), old)
	require.Equal(t, play.Report{}, report)
	require.Equal(t, s.State(), again.State())
	require.Equal(t, s.Journal(), again.Journal(), "it names them from now on")
}

// TestWithoutLooks leaves out what was looked up, as a learning platform has little room:
// what is left says where it was done as before.
func TestWithoutLooks(t *testing.T) {
	s := play.NewSession(shipped(t), 7, "en")
	c, err := shipped(t).Case("y2017")
	require.NoError(t, err)
	for _, m := range join(begin(), []play.Msg{play.OpenSource{Fact: c.Steps[0].Known[0].ID}, play.Back{}}, decide("b", "safety", 4)) {
		s.Send(m)
	}
	j := s.Journal()
	j.Msgs = slices.DeleteFunc(j.Msgs.Named(), func(r play.Record) bool { return r.Kind == "source" })
	require.Len(t, j.Msgs, len(s.Journal().Msgs)-1)
	again, report := play.Restore(changed(t, func(c *pack.Content) { insert(c, 0, 0) }), j)
	require.Equal(t, play.Report{Changed: true}, report)
	require.Equal(t, "A1", again.State().Answers[0].Step)
}
