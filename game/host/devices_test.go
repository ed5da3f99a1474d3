package host_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

func does(h *host.Host, act class.Act, text string, n int) {
	h.Send(play.Class{Act: act, Text: text, N: n})
}

// toVote goes to the first vote of a lesson with an open room.
func toVote(t *testing.T, h *host.Host, s *hall) {
	t.Helper()
	does(h, class.Visit, string(class.SetUp), 0)
	s.rest()
	require.NotNil(t, view.Find(h.Tree(), "to-devices"), "it is offered")
	does(h, class.Choose, "m30", 0)
	does(h, class.Visit, string(class.Devices), 0)
	h.Send(play.Ask{What: play.OpenRoom})
	s.rest()
	require.Equal(t, s.room.code, lessonOf(h).Room.Door.Code)
	h.Send(play.Back{})
	does(h, class.Start, "", class.NewestCourse)
	for lessonOf(h).Stage != class.Voting {
		if s.rest(); lessonOf(h).Stage == class.Guessing {
			for i := range 6 {
				s.guess(i % 3)
			}
			s.rest()
		}
		does(h, class.Forward, "", 0)
	}
	s.rest()
	require.Equal(t, []int{2, 2, 2}, lessonOf(h).Guesses[0].Sum)
	require.Equal(t, string(room.Choosing), s.room.turn.Phase)
}

func lessonOf(h *host.Host) class.State { return h.Stage().State().Class }

func vote(h *host.Host) class.Vote {
	s := lessonOf(h)
	at, _, _ := s.Step(h.Stage().Session().Pack())
	v, _ := s.Vote(at)
	return v
}

func TestDevicesVoteInALesson(t *testing.T) {
	for _, old := range []bool{false, true} {
		devicesVote(t, &hall{old: old})
	}
}

func devicesVote(t *testing.T, s *hall) {
	area := newDisk()
	h := lessonHost(t, area, s)
	toVote(t, h, s)
	s.room.in = 28
	for range 4 {
		s.vote(1)
	}
	s.rest()
	require.Equal(t, 4, vote(h).Sent)
	require.Nil(t, vote(h).Sum, "fewer than five are nobody's business")
	require.Equal(t, 28, lessonOf(h).Room.In)
	s.vote(3)
	s.vote(3)
	s.rest()
	does(h, class.Digit, "", 2)
	require.Equal(t, []int{0, 4, 0, 2}, vote(h).Sum)
	v := vote(h)
	require.Equal(t, []int{2, 4, 0, 2}, v.Votes(), "hands and devices")

	does(h, class.Visit, string(class.Devices), 0)
	s.rest()
	require.Equal(t, string(room.Choosing), s.room.turn.Phase, "the vote goes on while the way in is shown")
	does(h, class.Lock, "", 1)
	s.rest()
	require.True(t, s.room.turn.Locked)
	require.Equal(t, room.UsualSeats, s.room.turn.Most)
	does(h, class.Seats, "", room.MostSeats)
	s.rest()
	require.Equal(t, room.MostSeats, s.room.turn.Most, "a lecture")
	h.Send(play.Back{})
	does(h, class.Forward, "", 0)
	s.rest()
	require.Equal(t, string(room.Betting), s.room.turn.Phase)
	for range 4 {
		s.bet(3, 6)
	}
	s.rest()
	require.Equal(t, 4, vote(h).SentBets)
	require.Nil(t, vote(h).Sure, "fewer than five are nobody's business")
	s.bet(0, 1)
	s.rest()
	v = vote(h)
	require.Equal(t, []int{1, 0, 0, 4}, v.BetsOnDevices())
	does(h, class.Forward, "", 0)
	s.rest()
	require.Equal(t, string(room.Told), s.room.turn.Phase)
	h.Send(play.Back{})
	s.rest()
	require.Equal(t, string(room.Told), s.room.turn.Phase, "what was told is not voted on again")

	again, report := play.Restore(h.Stage().Session().Pack(), h.Stage().Session().Journal())
	require.False(t, report.Partial())
	require.Equal(t, lessonOf(h), again.State().Class)
	for _, r := range h.Stage().Session().Journal().Msgs {
		require.NotContains(t, fmt.Sprint(r), s.room.token, "the teacher's token is in no journal")
		if r.A == string(class.Heard) && strings.Contains(r.B, ",") {
			n := 0
			for _, c := range strings.Split(strings.Fields(r.B)[5], ",") {
				n += int(c[0] - '0')
			}
			require.GreaterOrEqual(t, n, class.Least, r.B)
		}
	}
}

// TestAServerWithoutRoom has a server take no more rooms, and then no more lessons: the first
// is said, and the second leaves the lesson with its devices as it is.
func TestAServerWithoutRoom(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	s.refuses = func(c host.Call) int {
		if c.Method == "POST" {
			return 409
		}
		return 0
	}
	does(h, class.Visit, string(class.SetUp), 0)
	s.rest()
	h.Send(play.Ask{What: play.OpenRoom})
	s.rest()
	require.Equal(t, "notice.live-many", notice(h))
	lessons := 0
	s.refuses = func(c host.Call) int {
		if c.Method == "PUT" && strings.Contains(c.Path, "/lesson") {
			lessons++
			return 507
		}
		return 0
	}
	toVote(t, h, s)
	require.Positive(t, lessons)
	require.Empty(t, h.Stage().Context().Devices.Away)
	for range 6 {
		s.vote(1)
	}
	s.rest()
	require.Equal(t, []int{0, 6, 0, 0}, vote(h).Sum)
}

// TestALessonIsKeptLater has a server refuse a lesson that comes too often: the devices are
// heard meanwhile, and it is kept in a while.
func TestALessonIsKeptLater(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	lessons, often := 0, true
	s.refuses = func(c host.Call) int {
		if c.Method == "PUT" && strings.Contains(c.Path, "/lesson") {
			lessons++
			if often {
				return 429
			}
		}
		return 0
	}
	toVote(t, h, s)
	require.Positive(t, lessons)
	asked := lessons
	require.Empty(t, h.Stage().Context().Devices.Away)
	for range 6 {
		s.vote(1)
	}
	s.rest()
	require.Equal(t, []int{0, 6, 0, 0}, vote(h).Sum)
	require.Equal(t, asked, lessons)
	often = false
	s.timers()
	require.Greater(t, lessons, asked)
}

// TestARoomThatCouldNotBeDeletedOpensAgain has a server shut a room to delete it, and then
// not delete it.
func TestARoomThatCouldNotBeDeletedOpensAgain(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	toVote(t, h, s)
	s.refuses = func(c host.Call) int {
		if c.Method != "DELETE" {
			return 0
		}
		s.room.turn.Locked = true
		return 503
	}
	h.Send(play.Ask{What: play.CloseRoom})
	s.rest()
	require.Equal(t, "notice.live-unreached", notice(h))
	require.False(t, s.room.turn.Locked)
}

func TestWhatCanBeDoneToARoom(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	toVote(t, h, s)
	code := s.room.code
	s.room.in = 9
	for range 9 {
		s.vote(0)
	}
	s.rest()
	h.Send(play.Ask{What: play.EmptyRoom})
	s.rest()
	require.Equal(t, "notice.room-emptied", notice(h))
	require.Zero(t, vote(h).Sent)
	require.Zero(t, lessonOf(h).Room.In)
	h.Send(play.Ask{What: play.OpenRoom})
	s.rest()
	require.NotEqual(t, code, lessonOf(h).Room.Door.Code)
	require.Equal(t, s.room.code, lessonOf(h).Room.Door.Code)
	require.Equal(t, string(room.Choosing), s.room.turn.Phase)
	h.Send(play.Ask{What: play.CloseRoom})
	s.rest()
	require.Equal(t, "notice.room-closed", notice(h))
	require.Nil(t, s.room)
	require.Empty(t, lessonOf(h).Room.Door)
	h.Send(play.Ask{What: play.EmptyRoom})
	require.Equal(t, "notice.no-live", notice(h))
}

// TestARoomThatIsGoneIsForgotten has the server forget a room before the teacher closes, or
// empties it.
func TestARoomThatIsGoneIsForgotten(t *testing.T) {
	for _, what := range []play.Request{play.CloseRoom, play.EmptyRoom} {
		s, area := &hall{}, newDisk()
		h := lessonHost(t, area, s)
		toVote(t, h, s)
		s.room = nil
		h.Send(play.Ask{What: what})
		s.rest()
		require.Equal(t, "notice.room-gone", notice(h))
		require.Empty(t, lessonOf(h).Room.Door)
		require.NotContains(t, area.files, keep.RoomName)
		h.Send(play.Ask{What: what})
		require.Equal(t, "notice.no-live", notice(h))
	}
}

func TestNoServerOfLiveClasses(t *testing.T) {
	s := &hall{none: true}
	h := lessonHost(t, newDisk(), s)
	require.Empty(t, s.pending, "nothing is asked before a lesson")
	does(h, class.Visit, string(class.SetUp), 0)
	require.Len(t, s.pending, 1)
	s.rest()
	require.Nil(t, view.Find(h.Tree(), "to-devices"))
	does(h, class.Visit, string(class.SetUp), 0)
	require.Empty(t, s.pending, "asked once")
}

// TestAServerThatWasDownIsFound asks a server that answers the third time.
func TestAServerThatWasDownIsFound(t *testing.T) {
	s := &hall{down: true}
	h := lessonHost(t, newDisk(), s)
	does(h, class.Visit, string(class.SetUp), 0)
	s.rest()
	s.timers()
	require.Nil(t, view.Find(h.Tree(), "to-devices"))
	does(h, class.Choose, "m30", 0)
	require.Empty(t, s.pending, "each press asks nothing")
	s.down = false
	s.timers()
	require.NotNil(t, view.Find(h.Tree(), "to-devices"))
	require.Empty(t, s.later)
}

// TestDevicesAtRandom has answers come in any order, or not at all, and holds that
// server and lesson agree once all is quiet.
func TestDevicesAtRandom(t *testing.T) {
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 7))
		s, area := &hall{}, newDisk()
		h := lessonHost(t, area, s)
		toVote(t, h, s)
		for range 150 {
			switch random.IntN(10) {
			case 0, 1, 2:
				s.vote(random.IntN(4))
				s.bet(random.IntN(4), 1+random.IntN(6))
			case 3, 4:
				if n := len(s.pending); n > 0 {
					i := random.IntN(n)
					one := s.pending[i]
					s.pending = slices.Delete(s.pending, i, i+1)
					one()
				}
			case 5:
				does(h, class.Forward, "", 0)
			case 6:
				if lessonOf(h).Stage != class.Facts && lessonOf(h).Stage != class.Opening {
					h.Send(play.Back{})
				}
			case 7:
				s.down = random.IntN(3) == 0
			case 8:
				timers := s.later
				s.later = nil
				for _, do := range timers {
					do()
				}
			case 9:
				if s.room != nil && random.IntN(4) == 0 {
					s.room.in++
					s.wake()
				}
			}
		}
		s.down = false
		for range 5 {
			s.rest()
			timers := s.later
			s.later = nil
			for _, do := range timers {
				do()
			}
		}
		lesson := lessonOf(h)
		now, _, _ := lesson.Now(h.Stage().Session().Pack())
		require.Equal(t, now, room.Now{Place: pack.Place{Case: s.room.turn.Case, Step: s.room.turn.Step}, Phase: room.Phase(s.room.turn.Phase)}, "seed %d", seed)
		require.Equal(t, s.room.in, lesson.Room.In, "seed %d", seed)
		v, _ := lesson.Vote(now.Place)
		require.Equal(t, s.figures().Sent, v.Sent, "seed %d", seed)
		if v.Sure != nil {
			require.Equal(t, s.figures().Bets, v.BetsOnDevices(), "seed %d", seed)
		}
	}
}
