package play_test

import (
	"slices"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// TestGuessesStayWithTheirCases opens a game with a version of its pack that has a step more
// in the case before the one that was guessed at.
func TestGuessesStayWithTheirCases(t *testing.T) {
	p := shipped(t)
	s := play.NewSession(p, 7, "en")
	first, err := p.Case(p.Head().Cases[0].ID)
	require.NoError(t, err)
	send := func(msgs ...play.Msg) {
		for _, m := range msgs {
			s.Send(m)
		}
	}
	send(play.OpenCase{Case: first.ID}, play.Begin{})
	for s.State().Screen != play.Debrief {
		if s.State().Screen == play.Seat {
			send(play.Begin{})
		}
		send(play.Pass{}, play.Next{})
	}
	lane := first.Became.Asked()[0]
	send(play.Show{Screen: play.BecameScreen}, play.Guess{Try: play.EndGuess(lane), Option: string(pack.Stands()[1])}, play.Back{}, play.Next{})
	require.Equal(t, play.Briefing, s.State().Screen)
	second, err := p.Case(s.State().Case)
	require.NoError(t, err)
	require.Greater(t, len(second.Tries), 1)
	for i := range second.Tries {
		send(play.OpenTry{Try: second.Tries[i].ID}, play.Guess{Try: second.Tries[i].ID, Option: second.Tries[i].Options[1]})
	}
	require.Len(t, s.State().Guesses, 1+len(second.Tries))
	again, report := play.Restore(changed(t, func(c *pack.Content) { insert(c, 0, len(c.Cases[0].Steps)-1) }), s.Journal())
	require.Equal(t, play.Report{Changed: true}, report)
	require.Equal(t, s.State().Guesses, again.State().Guesses)
	require.True(t, again.Journal().Holds(s.Journal()))
}

// TestBackOutOfALesson goes back twice into a step that a later version has no more, where
// the same two presses leave the lesson: what comes is counted where it was all the same.
func TestBackOutOfALesson(t *testing.T) {
	s := play.NewSession(shipped(t), 1, "en")
	to := func(at int, stage class.Stage) {
		for s.State().Class.At != at || s.State().Class.Stage != stage {
			s.Send(act(class.Forward, 0))
		}
	}
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: "m50"})
	s.Send(act(class.Start, class.NewestCourse))
	to(0, class.Voting)
	s.Send(act(class.Digit, 5))
	s.Send(act(class.SkipIt, 0))
	require.Equal(t, 1, s.State().Class.At)
	s.Send(play.Back{})
	s.Send(play.Back{})
	require.Zero(t, s.State().Class.At)
	to(1, class.Voting)
	s.Send(act(class.Digit, 7))
	was := s.State().Class
	gone, kept := was.Steps(shipped(t))[0], was.Steps(shipped(t))[1]
	p := changed(t, func(c *pack.Content) {
		i := slices.IndexFunc(c.Cases, func(c pack.Case) bool { return c.ID == gone.Case })
		n, _ := c.Cases[i].Step(gone.Step)
		c.Cases[i].Steps = slices.Delete(c.Cases[i].Steps, n, n+1)
	})
	again, report := play.Restore(p, s.Journal())
	require.Equal(t, 1, report.Lost, "the hands of the step that has gone")
	require.True(t, again.State().InLesson())
	before, _ := was.Vote(kept)
	later := again.State().Class
	now, _ := later.Vote(kept)
	require.Equal(t, before, now)
}

// atVote is a lesson at its first vote.
func atVote(t *testing.T) *play.Session {
	t.Helper()
	s := play.NewSession(shipped(t), 1, "en")
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: "m50"})
	s.Send(act(class.Start, class.NewestCourse))
	for s.State().Class.Stage != class.Voting {
		s.Send(act(class.Forward, 0))
	}
	return s
}

// withOptions is the shipped pack with the options of a step changed.
func withOptions(t *testing.T, at pack.Place, do func([]pack.Option) []pack.Option) *pack.Pack {
	t.Helper()
	return changed(t, func(c *pack.Content) {
		i := slices.IndexFunc(c.Cases, func(c pack.Case) bool { return c.ID == at.Case })
		n, _ := c.Cases[i].Step(at.Step)
		st := &c.Cases[i].Steps[n]
		st.Options = do(slices.Clone(st.Options))
	})
}

// TestAHandThatOnlyMoves goes on from an option that has gone to one that is there: nothing
// is lost by that.
func TestAHandThatOnlyMoves(t *testing.T) {
	s := atVote(t)
	s.Send(act(class.Point, 1))
	s.Send(act(class.Add, 3))
	class1 := s.State().Class
	at, _, _ := class1.Step(s.Pack())
	p := withOptions(t, at, func(options []pack.Option) []pack.Option { return options[1:] })
	again, report := play.Restore(p, s.Journal())
	require.Equal(t, play.Report{Changed: true}, report)
	now := again.State().Class
	v, _ := now.Vote(at)
	require.Equal(t, 3, v.Counts[0])
	require.Zero(t, v.Counts[1])
}

// TestPointHasTheIndexOfNow keeps the index by which older programs find an option: that
// which it has in the pack that the journal names.
func TestPointHasTheIndexOfNow(t *testing.T) {
	s := atVote(t)
	s.Send(act(class.Point, 1))
	lesson := s.State().Class
	at, _, _ := lesson.Step(s.Pack())
	p := withOptions(t, at, func(options []pack.Option) []pack.Option {
		extra := options[0]
		extra.ID = "z"
		return slices.Insert(options, 0, extra)
	})
	again, _ := play.Restore(p, s.Journal())
	msgs := again.Journal().Msgs
	i := slices.IndexFunc(msgs, func(r play.Record) bool { return r.A == string(class.Point) })
	require.Equal(t, play.Record{Kind: "class", A: string(class.Point), B: "b", N: 2}, play.Record{Kind: msgs[i].Kind, A: msgs[i].A, B: msgs[i].B, N: msgs[i].N})
	require.True(t, again.Journal().Holds(s.Journal()), "it is the same option")
}

// TestWhatAnsweredNothing does again what did nothing where it was done: it does nothing in
// another version of the pack, and is still a part of the game.
func TestWhatAnsweredNothing(t *testing.T) {
	s := play.NewSession(shipped(t), 7, "en")
	for _, m := range join([]play.Msg{play.Choose{Option: "a"}, play.Commit{}, act(class.Forward, 0), act(class.Add, 3)}, begin(), decide("b", "safety", 4)) {
		s.Send(m)
	}
	p := changed(t, func(*pack.Content) {})
	again, report := play.Restore(p, s.Journal())
	require.Equal(t, play.Report{Changed: true}, report)
	require.True(t, again.Journal().Holds(s.Journal()))
	require.Equal(t, s.State().Answers, again.State().Answers)

	vote := atVote(t)
	j := vote.Journal()
	j.Msgs = append(slices.Clone(j.Msgs), play.Record{Kind: "class", A: string(class.Forward), At: "-"})
	now, report := play.Restore(p, j)
	require.Equal(t, play.Report{Changed: true}, report)
	require.Equal(t, class.Voting, now.State().Class.Stage, "where it answered nothing it was at no step")
}

// TestAPlaceThatNobodyNames takes up a game that an older program went on with, and one with
// a message that this program does not know: no answer is taken for another step's.
func TestAPlaceThatNobodyNames(t *testing.T) {
	s := play.NewSession(shipped(t), 7, "en")
	first := join(begin(), decide("b", "safety", 4))
	for _, m := range join(first, []play.Msg{play.Next{}}, decide("a", "process", 2)) {
		s.Send(m)
	}
	j := s.Journal()
	tail := slices.Clone(j.Msgs[len(first):])
	for i := range tail {
		tail[i].At = ""
	}
	j.Msgs = slices.Clone(j.Msgs[:len(first)]).Append(tail)
	p := changed(t, func(*pack.Content) {})
	again, report := play.Restore(p, j)
	require.Equal(t, play.Report{Changed: true}, report)
	require.Equal(t, s.State().Answers, again.State().Answers)
	require.True(t, again.Journal().Holds(j))
	require.True(t, j.Holds(again.Journal()))

	j = s.Journal()
	i := slices.IndexFunc(j.Msgs, func(r play.Record) bool { return r.Kind == "choose" })
	j.Msgs = slices.Insert(slices.Clone(j.Msgs), i, play.Record{Kind: "of-tomorrow", At: j.Msgs[i].At})
	j.Msgs[i+1].At = ""
	again, report = play.Restore(changed(t, func(c *pack.Content) { insert(c, 0, 0) }), j)
	require.Equal(t, play.Report{Changed: true, Unknown: 1}, report)
	require.Equal(t, s.State().Answers, again.State().Answers)
}
