package class_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// TestALessonAtTheDesk gives the shipped lesson of extracts: an opening once, and at each
// round a vote, what is right, and why; no facts, bets or talk. Hands, one decision of the
// class, devices and the time are as at any step.
func TestALessonAtTheDesk(t *testing.T) {
	l := &lesson{pack: shipped(t)}
	l.say(class.Choose, "desk")
	l.do(class.Start, class.NewestCourse)
	require.Equal(t, class.Opening, l.Stage)
	d, err := l.pack.Desk()
	require.NoError(t, err)
	steps := l.Steps(l.pack)
	require.Len(t, steps, 4)
	for i, at := range steps {
		require.Equal(t, pack.AtDesk, at.Case)
		require.Equal(t, i, l.At)
		require.True(t, l.AtDesk(l.pack))
		if l.Stage == class.Opening {
			require.Zero(t, i)
			l.do(class.Forward)
		}
		require.Equal(t, class.Voting, l.Stage)
		r, ok := d.Round(at.Step)
		require.True(t, ok)
		l.do(class.Move, 99)
		require.Equal(t, len(r.Options)-1, l.Option)
		l.do(class.Digit, 2)
		l.do(class.Move, -99)
		l.do(class.Digit, 1, 7)
		l.do(class.Forward, 40)
		require.Equal(t, class.Shown, l.Stage)
		v, _ := l.Vote(at)
		require.True(t, v.Revealed)
		require.Equal(t, 19, v.All())
		require.Equal(t, 17, v.Count(0))
		require.Equal(t, 40, l.UsedAt(at, class.Votes))
		l.do(class.Forward)
		require.Equal(t, class.Story, l.Stage)
		l.do(class.Forward)
	}
	require.Equal(t, class.Ended, l.Stage)
	require.Equal(t, 1, l.Pages(l.pack, class.Ended), "no road: these are no places on a ladder")
	require.True(t, l.AtReadings(l.pack))
	require.False(t, l.AtGuesses(l.pack))
	l.do(class.Backward)
	require.Equal(t, class.Story, l.Stage, "the end of the last round")
	require.Equal(t, 3, l.At)
	l.do(class.Backward, 0, 0)
	require.Equal(t, class.Voting, l.Stage)
	l.do(class.Backward)
	require.Equal(t, class.Story, l.Stage)
	require.Equal(t, 2, l.At)
}

// TestARoundIsLeftOut skips a round before its vote: going back tells nothing of it.
func TestARoundIsLeftOut(t *testing.T) {
	l := &lesson{pack: shipped(t)}
	l.say(class.Choose, "desk")
	l.do(class.Start, class.NewestCourse)
	l.do(class.Forward)
	l.do(class.SkipIt)
	require.Equal(t, 1, l.At)
	require.Equal(t, class.Voting, l.Stage)
	v, _ := l.Vote(l.Steps(l.pack)[0])
	require.True(t, v.Skipped)
	require.False(t, v.Revealed)
	l.do(class.Backward)
	require.Equal(t, 0, l.At)
	require.Equal(t, class.Voting, l.Stage)
}

// TestTheTimeOfALessonAtTheDesk shares out all of its minutes, and some to each round.
func TestTheTimeOfALessonAtTheDesk(t *testing.T) {
	l := &lesson{pack: shipped(t)}
	l.say(class.Choose, "desk")
	l.do(class.Start, class.NewestCourse)
	minutes, rounds := 0, map[int]int{}
	for _, span := range l.Schedule(l.pack) {
		minutes += span.Minutes
		rounds[span.At] += span.Minutes
		require.Contains(t, []class.Part{class.Welcome, class.Opens, class.Votes, class.Hears, class.Closing}, span.Part)
	}
	require.Equal(t, 15, minutes)
	for i := range l.Steps(l.pack) {
		require.GreaterOrEqual(t, rounds[i], 2)
	}
}

// TestDevicesAtTheDesk takes what devices sent about a round, by its answers.
func TestDevicesAtTheDesk(t *testing.T) {
	l := &lesson{pack: shipped(t)}
	l.say(class.Choose, "desk")
	l.do(class.Start, class.NewestCourse)
	l.say(class.Enrol, class.Door{Code: "BCDF", Address: "a", Camera: "b"}.String())
	l.do(class.Forward)
	at := l.Steps(l.pack)[0]
	now, n, of := l.Now(l.pack)
	require.Equal(t, at, now.Place)
	require.Equal(t, []int{1, 4}, []int{n, of})
	l.say(class.Heard, class.News{Place: at, In: 6, Sent: 6, Votes: []int{1, 0, 5, 0}}.String())
	v, _ := l.Vote(at)
	if l.Room.Door.Code != "" {
		require.Equal(t, []int{1, 0, 5, 0}, v.Sum)
		require.Equal(t, 6, v.All())
	}
	l.say(class.Heard, class.News{Place: at, In: 6, Sent: 6, Votes: []int{1, 5}}.String())
	v, _ = l.Vote(at)
	require.NotEqual(t, []int{1, 5}, v.Sum, "as many as there are answers, or none")
}
