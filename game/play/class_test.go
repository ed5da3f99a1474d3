package play_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/code"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

func act(a class.Act, n int) play.Msg { return play.Class{Act: a, N: n} }

// lesson plays the steps of the 50-minute plan with 28 votes each, by keys
// alone, and calls each after every message.
func lesson(t *testing.T, s *play.Session, each func()) {
	t.Helper()
	send := func(m play.Msg) {
		s.Send(m)
		if each != nil {
			each()
		}
	}
	send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	send(play.Class{Act: class.Choose, Text: "m50"})
	send(act(class.Start, class.NewestCourse))
	for s.State().Class.Stage != class.Ended {
		for s.State().Class.Stage != class.Voting {
			send(act(class.Forward, 0))
		}
		count := func() {
			for _, n := range []int{1, 2} {
				send(act(class.Digit, n))
			}
			send(act(class.Move, 1))
			send(act(class.Digit, 9))
			send(act(class.Move, 1))
			send(act(class.Digit, 7))
			send(act(class.Forward, 0))
		}
		count()
		require.Equal(t, class.Betting, s.State().Class.Stage)
		count()
		for stage := s.State().Class.Stage; stage == class.Shown || stage == class.Story || stage == class.Talk; stage = s.State().Class.Stage {
			send(act(class.Forward, 0))
		}
	}
}

// TestALessonSurvivesReloads closes the lid after every single key.
// TestNamesBesideCodesAreNotKept pastes the export of a form: names and addresses
// are in no saved game.
func TestNamesBesideCodesAreNotKept(t *testing.T) {
	p := shipped(t)
	form, err := code.NewForm(p)
	require.NoError(t, err)
	s := play.NewSession(p, 1, "en")
	s.Send(play.Class{Act: class.Visit, Text: string(class.Codes)})
	s.Send(play.Class{Act: class.Paste, Text: "Anna Weber,anna@example.org,\"" + form.Code(nil) + "\"\n"})
	require.Equal(t, 1, s.State().Class.Added)
	j := s.Journal()
	b, err := j.MarshalMsg(nil)
	require.NoError(t, err)
	require.NotContains(t, string(b), "Weber")
	require.NotContains(t, string(b), "anna@")
	again, _ := play.Restore(p, j)
	require.Equal(t, s.State().Class, again.State().Class)
}

func TestALessonSurvivesReloads(t *testing.T) {
	p := shipped(t)
	s := play.NewSession(p, 7, "en")
	lesson(t, s, func() {
		j, err := play.ReadJournal(bytesOf(t, s.Journal()))
		require.NoError(t, err)
		again, report := play.Restore(p, j)
		require.Equal(t, play.Report{}, report)
		require.Equal(t, s.State(), again.State())
	})
	require.Len(t, s.State().Class.Votes, 5)
	for _, v := range s.State().Class.Votes {
		require.Equal(t, 28, v.All())
		require.Equal(t, 28, v.AllBets())
	}
}

// TestAnotherClassHasAJournalOfItsOwn compares it with a lesson begun anew in the same one.
func TestAnotherClassHasAJournalOfItsOwn(t *testing.T) {
	s := play.NewSession(shipped(t), 1, "en")
	for _, m := range []play.Msg{
		play.SetLocale{Locale: "fr"}, play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m90"},
		act(class.SetAge, class.Gentle), act(class.SetBets, 0), act(class.Start, class.NewestCourse), act(class.Forward, 40), act(class.Size, 28),
		play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Visit, Text: string(class.Renew)},
	} {
		s.Send(m)
	}
	require.Equal(t, class.Renew, s.State().Class.Stage)
	fresh := s.AnotherClass(7, class.NewestCourse)
	s.Send(act(class.Anew, class.NewestCourse))
	want := s.State()
	want.Seed = 7
	require.Equal(t, want, fresh.State())
	require.Less(t, len(fresh.Journal().Msgs), 8)
	require.Equal(t, uint64(7), fresh.Journal().Seed)
}

func TestTheClockIsTheHosts(t *testing.T) {
	p := shipped(t)
	s := play.NewSession(p, 7, "en")
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: "m30"})
	s.Send(act(class.Start, class.NewestCourse))
	s.Send(act(class.SetTime, 120))
	require.True(t, s.State().Class.Timer.Running)
	before := len(s.Journal().Msgs)
	for range 90 {
		require.Equal(t, []play.Effect{play.Save{}}, s.Send(act(class.Tick, 1)))
	}
	require.Len(t, s.Journal().Msgs, before+1, "ticks in a row are one record")
	require.Equal(t, 30, s.State().Class.Timer.Left)

	again, _ := play.Restore(p, s.Journal())
	require.Equal(t, 30, again.State().Class.Timer.Left)
	require.False(t, again.State().Class.Timer.Running, "a reload holds the timer")
	again.Send(act(class.Run, 1))
	require.True(t, again.State().Class.Timer.Running)
	s.Send(play.Class{Act: class.Run})
	require.False(t, s.State().Class.Timer.Running)
}

func TestBackInClassAndHome(t *testing.T) {
	s := play.NewSession(shipped(t), 7, "en")
	s.Send(act(class.Digit, 3))
	require.Equal(t, play.NewState(7, "en"), s.State(), "no lesson, no counts")
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	require.Equal(t, play.InClass, s.State().Screen)
	s.Send(play.Class{Act: class.Choose, Text: "m30"})
	s.Send(act(class.Start, class.NewestCourse))
	s.Send(act(class.Cover, 1))
	s.Send(play.Back{})
	require.False(t, s.State().Class.Blank)
	s.Send(play.Back{})
	require.Equal(t, class.SetUp, s.State().Class.Stage)
	s.Send(play.Back{})
	require.Equal(t, play.Home, s.State().Screen)
	s.Send(play.OpenCase{Case: "y2017"})
	require.Empty(t, s.State().Answers, "a lesson is nobody's own game")
}

// TestALectureIsNoLongerThanAClass: what devices send about a step stands in a journal
// once, and an older one, which has all of it, is the same game.
func TestALectureIsNoLongerThanAClass(t *testing.T) {
	p := shipped(t)
	s := play.NewSession(p, 1, "en")
	for _, m := range []play.Msg{
		play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m50"}, play.Class{Act: class.Start, N: class.NewestCourse},
		play.Class{Act: class.Enrol, Text: class.Door{Code: "BCDFGH", Address: "a", Camera: "b"}.String()},
	} {
		s.Send(m)
	}
	older := s.Journal()
	lesson := s.State().Class
	steps := lesson.Steps(p)
	for _, at := range steps[:2] {
		before := len(s.Journal().Msgs)
		for n := range 600 {
			votes := []int{n, 0, 0, 0}
			m := play.Class{Act: class.Heard, Text: class.News{Place: at, In: n, Sent: n, Votes: votes}.String()}
			older.Msgs = append(older.Msgs, play.RecordOf(m))
			s.Send(m)
		}
		require.Len(t, s.Journal().Msgs, before+1)
	}
	lesson = s.State().Class
	for _, at := range steps[:2] {
		v, ok := lesson.Vote(at)
		require.True(t, ok)
		require.Equal(t, []int{599, 0, 0, 0}, v.Sum)
	}
	again, report := play.Restore(p, older)
	require.Equal(t, play.Report{}, report)
	require.Equal(t, s.State(), again.State())
	require.Equal(t, s.Journal(), again.Journal())
	require.True(t, again.Journal().Holds(older), "nothing of it is lost")
}

// TestFiguresThatWereSeenSurviveReloads has the last answers come after the reveal, and
// the room emptied then.
func TestFiguresThatWereSeenSurviveReloads(t *testing.T) {
	p := shipped(t)
	s := play.NewSession(p, 1, "en")
	say := func(act class.Act, text string) { s.Send(play.Class{Act: act, Text: text}) }
	say(class.Visit, string(class.SetUp))
	say(class.Choose, "m50")
	say(class.Start, "")
	say(class.Enrol, class.Door{Code: "BCDFGH", Address: "a", Camera: "b"}.String())
	lesson := s.State().Class
	at, _, _ := lesson.Step(p)
	heard := func(n int) {
		say(class.Heard, class.News{Place: at, In: n, Sent: n, Votes: []int{n, 0, 0, 0}}.String())
	}
	for s.State().Class.Stage != class.Voting {
		say(class.Forward, "")
	}
	heard(20)
	say(class.Forward, "")
	require.True(t, s.State().Class.Votes[0].Revealed)
	heard(24)
	heard(0)
	require.Equal(t, []int{24, 0, 0, 0}, s.State().Class.Votes[0].Sum)
	again, _ := play.Restore(p, s.Journal())
	require.Equal(t, s.State(), again.State())
}
