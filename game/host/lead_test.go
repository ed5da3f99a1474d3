package host_test

import (
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/class"
	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func TestARoomOutlivesTheTeachersPage(t *testing.T) {
	s, area := &hall{}, newDisk()
	toVote(t, lessonHost(t, area, s), s)
	s.pending, s.waiting = nil, nil // with the page
	for range 6 {
		s.vote(2)
	}
	h := lessonHost(t, area, s)
	s.rest()
	require.Equal(t, []int{0, 0, 6, 0}, vote(h).Sum)

	does(h, class.Visit, string(class.Renew), 0)
	does(h, class.Anew, "", 0)
	s.rest()
	require.Nil(t, s.room, "another class does not find the room of the one before")
	require.Empty(t, lessonOf(h).Room)
	require.NotContains(t, area.files, keep.RoomName)
}

// TestWhatALessonLeftAsksForMovesNobody has answers come for the lesson of another pack
// than the one that is on the screen by then.
func TestWhatALessonLeftAsksForMovesNobody(t *testing.T) {
	shelf := []view.Book{{Pack: packs.Named(t, assets.Packs()[0]), Shipped: true}, {Pack: packs.Named(t, assets.Packs()[1]), Shipped: true}}
	leave := func(h *host.Host) {
		h.Send(play.Show{Screen: play.Home})
		h.Send(play.Ask{What: play.OpenPack, Of: shelf[1].Pack.Hash()})
	}
	shows := func(h *host.Host) string { return h.Stage().Session().Pack().Hash() }

	s, area := &hall{}, newDisk()
	h := lessonHost(t, area, s, shelf...)
	toVote(t, h, s)
	h.Send(play.Ask{What: play.CloseRoom})
	leave(h)
	s.rest() // by now no lesson is open
	require.Nil(t, s.room)
	require.Equal(t, shelf[1].Pack.Hash(), shows(h))
	require.NotContains(t, area.files, keep.RoomName)

	s, area = &hall{}, newDisk()
	toVote(t, lessonHost(t, area, s, shelf...), s)
	s.pending, s.waiting = nil, nil // with the page
	s.down = true
	h = lessonHost(t, area, s, shelf...)
	does(h, class.Visit, string(class.SetUp), 0)
	s.rest()
	leave(h)
	does(h, class.Visit, string(class.SetUp), 0)
	s.down = false
	for range 4 {
		timers := s.later
		s.later = nil
		for _, do := range timers {
			do()
		}
		s.rest()
	}
	require.Equal(t, shelf[1].Pack.Hash(), shows(h), "the lesson that has left the screen stays where it is")
	require.Contains(t, area.files, keep.RoomName)
}

// fragment is that of the address that leads the room.
func (s *hall) fragment() string { return "live=" + s.room.code + "." + s.room.token }

// TestALessonGoesOnElsewhere kills a teacher's program, and leads the lesson from
// another device, which has kept nothing.
func TestALessonGoesOnElsewhere(t *testing.T) {
	s := &hall{}
	first := lessonHost(t, newDisk(), s)
	toVote(t, first, s)
	s.room.in = 9
	for range 7 {
		s.vote(1)
	}
	s.rest()
	does(first, class.Digit, "", 3)
	s.rest()
	want := lessonOf(first)

	area := newDisk()
	second := lessonHost(t, area, s)
	does(second, class.Visit, string(class.SetUp), 0) // somebody else's lesson
	does(second, class.Choose, "m50", 0)
	does(second, class.Start, "", 0)
	require.False(t, second.Join("live=BCDFGH"))
	require.False(t, second.Join("n-main"))
	require.True(t, second.Join(s.fragment()))
	s.rest()
	got := lessonOf(second)
	require.Equal(t, want, got)
	require.Len(t, keep.Copies(area), 1, "the lesson that was here is put aside")
	require.Equal(t, view.Elsewhere, first.Stage().Context().Devices.Away, "the first has lost the lead")

	does(second, class.Forward, "", 0)
	does(second, class.Forward, "", 0)
	s.vote(0) // too late
	s.rest()
	require.Equal(t, string(room.Told), s.room.turn.Phase)
	does(first, class.Forward, "", 0)
	does(first, class.Forward, "", 0)
	s.rest()
	require.Equal(t, got.At+1, s.room.turn.N)
	require.Equal(t, string(room.Told), s.room.turn.Phase, "the first changes nothing")

	first.Send(play.Ask{What: play.LeadRoom})
	s.rest()
	require.Equal(t, lessonOf(second), lessonOf(first))
	require.Empty(t, first.Stage().Context().Devices.Away)
	require.Equal(t, view.Elsewhere, second.Stage().Context().Devices.Away)

	for _, wrong := range []string{"live=" + s.room.code + ".secret", "live=BBBBBB.secret1"} {
		third := lessonHost(t, newDisk(), s)
		require.True(t, third.Join(wrong))
		s.rest()
		require.Equal(t, "notice.room-gone", notice(third))
	}
}

// TestAServerThatIsBehind has a server answer that has not heard yet that the lead was taken,
// and then of what the devices have sent: the game keeps the lead and the figures, and asks
// again. One that stays behind is believed after a while.
func TestAServerThatIsBehind(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	toVote(t, h, s)
	at := uint64(100)
	s.behind = func(f *room.Figures) { f.At = at }
	for range 6 {
		s.vote(1)
	}
	s.rest()
	require.Equal(t, []int{0, 6, 0, 0}, vote(h).Sum)

	behind := func(hold int, at uint64) {
		s.behind = func(f *room.Figures) { f.Hold, f.At, f.Sent, f.Votes = f.Hold-hold, at, 5, []int{0, 5, 0, 0} }
		s.wake()
		s.rest()
	}
	behind(1, 99)
	for range 30 {
		require.Empty(t, h.Stage().Context().Devices.Away, "it leads, and the server answers")
		require.Equal(t, []int{0, 6, 0, 0}, vote(h).Sum)
		require.Len(t, s.later, 1)
		s.timers()
	}
	s.behind = func(f *room.Figures) { f.At = at }
	s.vote(3)
	s.timers()
	require.Equal(t, []int{0, 6, 0, 1}, vote(h).Sum)

	behind(0, 99)
	require.Equal(t, []int{0, 6, 0, 1}, vote(h).Sum)
	for range 20 {
		s.timers()
	}
	require.Equal(t, []int{0, 5, 0, 0}, vote(h).Sum)
	require.Empty(t, s.later)

	behind(0, 0)
	s.behind = nil
	s.wake()
	s.rest()
	require.Equal(t, []int{0, 6, 0, 1}, vote(h).Sum, "an older server, which says nothing of that")
	behind(-1, 100)
	require.Equal(t, view.Elsewhere, h.Stage().Context().Devices.Away)
}

// TestALessonThatCannotBeReadIsLeft joins a room whose lesson a newer program keeps, one
// that is of a pack that is not here, and one that is damaged.
func TestALessonThatCannotBeReadIsLeft(t *testing.T) {
	s := &hall{}
	toVote(t, lessonHost(t, newDisk(), s), s)
	j, err := play.ReadJournal(s.room.lesson)
	require.NoError(t, err)
	j.Pack = "elsewhere"
	other, err := j.Bytes()
	require.NoError(t, err)
	j.Format = play.JournalFormat + 1
	newer, err := j.MarshalMsg(nil)
	require.NoError(t, err)
	for notices, kept := range map[string][]byte{"notice.import-newer": newer, "notice.import-other": other, "notice.import-failed": []byte("x")} {
		s.room.lesson = kept
		area := newDisk()
		h := lessonHost(t, area, s)
		require.True(t, h.Join(s.fragment()))
		s.rest()
		require.Equal(t, notices, notice(h))
		does(h, class.Visit, string(class.SetUp), 0)
		does(h, class.Choose, "m50", 0)
		does(h, class.Start, "", 0)
		s.rest()
		require.Equal(t, kept, s.room.lesson)
		require.Empty(t, lessonOf(h).Room.Door)
		require.NotContains(t, area.files, keep.RoomName)
	}
}

// TestALessonThatFitsInPartIsPutAside leads a lesson that the server keeps from another
// version of the pack, with hands for a step that is not in this one: it goes on without
// them, says so, and a copy with them lies aside. Where there is no room for the copy, the
// lesson is left as it is.
func TestALessonThatFitsInPartIsPutAside(t *testing.T) {
	s := &hall{}
	first := lessonHost(t, newDisk(), s)
	toVote(t, first, s)
	does(first, class.Digit, "", 7)
	s.rest()
	j, err := play.ReadJournal(s.room.lesson)
	require.NoError(t, err)
	j.Hash = "another"
	at := lessonOf(first).Votes[0]
	for i := range j.Msgs {
		j.Msgs[i].At = strings.Replace(j.Msgs[i].At, at.Case+"/"+at.Step+"/", at.Case+"/gone/", 1)
	}
	kept, err := j.Bytes()
	require.NoError(t, err)

	for _, free := range []int{-1, 0} {
		s.room.lesson = kept
		area := newDisk()
		h := lessonHost(t, area, s)
		area.room = free
		require.True(t, h.Join(s.fragment()))
		s.rest()
		copies := keep.Copies(area)
		if free == 0 {
			require.Equal(t, "notice.not-replaced", notice(h))
			require.Empty(t, copies)
			require.Equal(t, kept, s.room.lesson, "nothing takes its place")
			continue
		}
		require.Equal(t, "notice.save-partly", notice(h))
		require.Empty(t, lessonOf(h).Votes)
		require.Empty(t, h.Stage().Context().Devices.Away, "it is led from here")
		require.NotEqual(t, kept, s.room.lesson)
		require.Len(t, copies, 1)
		aside, err := copies[0].Read(area)
		require.NoError(t, err)
		require.Equal(t, j.Msgs, aside.Msgs)
	}
}

// TestARoomOutlivesALookAtAnotherPack leaves a lesson with a room for the class page of
// another pack, opens a room there, too, and comes back, in the same page and in another.
func TestARoomOutlivesALookAtAnotherPack(t *testing.T) {
	s, area := &hall{}, newDisk()
	shelf := []view.Book{{Pack: packs.Named(t, assets.Packs()[0]), Shipped: true}, {Pack: packs.Named(t, assets.Packs()[1]), Shipped: true}}
	h := lessonHost(t, area, s, shelf...)
	toVote(t, h, s)
	here := s.room
	s.room.in = 28
	leave := func(h *host.Host, to int) {
		h.Send(play.Show{Screen: play.Home})
		h.Send(play.Ask{What: play.OpenPack, Of: shelf[to].Pack.Hash()})
		does(h, class.Visit, string(class.SetUp), 0)
		s.rest()
	}
	leave(h, 1)
	require.Equal(t, here, s.room, "the room is there still")
	require.Contains(t, area.files, keep.RoomName)
	leave(h, 0)
	require.Equal(t, here.code, lessonOf(h).Room.Door.Code)
	require.Empty(t, notice(h))
	require.Empty(t, h.Stage().Context().Devices.Away, "it is led from here")
	h.Send(play.Back{})
	does(h, class.Start, "", class.NewestCourse)
	s.rest()
	require.Equal(t, 28, lessonOf(h).Room.In)

	leave(h, 1)
	s.room = nil // the test's server has one at most
	s.pack = shelf[1].Pack.Hash()
	h.Send(play.Ask{What: play.OpenRoom})
	s.rest()
	there := s.room
	require.NotNil(t, there)
	s.vote(0)
	s.room.in = 3
	s.wake()
	s.rest()
	require.Equal(t, 3, lessonOf(h).Room.In, "what the other room awaits holds nothing up")
	s.room, s.pending, s.waiting = here, nil, nil
	again := lessonHost(t, area, s, shelf...)
	leave(again, 0)
	require.Equal(t, here.code, lessonOf(again).Room.Door.Code)
	require.Empty(t, again.Stage().Context().Devices.Away)
	require.Contains(t, string(area.files[keep.RoomName]), there.token)
}

// TestEachClassHasAJournalOfItsOwn has many classes after each other: what is kept, put
// aside and given to the server is of one class.
func TestEachClassHasAJournalOfItsOwn(t *testing.T) {
	s, area := &hall{}, newDisk()
	h := lessonHost(t, area, s)
	toVote(t, h, s)
	h.Send(play.Ask{What: play.CloseRoom})
	s.rest()
	for range 40 {
		for range 10 {
			does(h, class.Forward, "", 30)
		}
		does(h, class.Visit, string(class.Codes), 0)
		does(h, class.Visit, string(class.SetUp), 0)
		does(h, class.Visit, string(class.Renew), 0)
		does(h, class.Anew, "", class.NewestCourse)
		require.Equal(t, "notice.class-aside", notice(h))
		require.Equal(t, "m30", lessonOf(h).Plan)
		require.Equal(t, class.Opening, lessonOf(h).Stage)
		require.Empty(t, lessonOf(h).Votes)
	}
	for _, r := range h.Stage().Session().Journal().Msgs {
		require.NotContains(t, []string{string(class.Heard), string(class.Forward), string(class.Paste), string(class.Anew)}, r.A)
	}
	longest := 0
	for _, b := range area.files {
		longest = max(longest, len(b))
	}
	require.Less(t, longest, 4000)
}

// TestALessonTooLongForTheServerIsTold has the server take no more of it, which is said once.
func TestALessonTooLongForTheServerIsTold(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	toVote(t, h, s)
	s.most = 10
	does(h, class.Digit, "", 3)
	s.rest()
	require.Equal(t, "notice.live-full", notice(h))
	for lang, says := range map[string]string{"en": "too long", "fr": "trop longue"} {
		require.Contains(t, packs.Words(t).Strings(lang).Get(notice(h)), says)
	}
	does(h, class.Forward, "", 0)
	s.rest()
	require.Empty(t, notice(h))
	require.Equal(t, string(room.Betting), s.room.turn.Phase, "all else goes on")
}

// TestALateAnswerTakesNoLead has what a game told the server before it lost the lead
// refused after it has taken that again.
func TestALateAnswerTakesNoLead(t *testing.T) {
	s := &hall{}
	first := lessonHost(t, newDisk(), s)
	toVote(t, first, s)
	does(first, class.Forward, "", 0)
	late := s.pending
	require.NotEmpty(t, late)
	s.pending = nil
	second := lessonHost(t, newDisk(), s)
	require.True(t, second.Join(s.fragment()))
	s.rest()
	require.Equal(t, view.Elsewhere, first.Stage().Context().Devices.Away)
	first.Send(play.Ask{What: play.LeadRoom})
	s.rest()
	require.Empty(t, first.Stage().Context().Devices.Away)
	s.pending = late
	s.rest()
	require.Empty(t, first.Stage().Context().Devices.Away, "it leads, whatever became of what it said before")
	does(first, class.Forward, "", 0)
	s.rest()
	require.Equal(t, string(room.Told), s.room.turn.Phase, "and the press that the second never heard of counts")
}

// TestALeadIsAskedForAgain has a page loaded anew, and a lesson opened elsewhere, while
// the server does not answer: both lead once it does.
func TestALeadIsAskedForAgain(t *testing.T) {
	s, area := &hall{}, newDisk()
	toVote(t, lessonHost(t, area, s), s)
	s.pending, s.waiting = nil, nil // with the page
	s.down = true
	again := lessonHost(t, area, s)
	s.rest()
	require.Equal(t, "notice.live-retry", notice(again))
	s.down, s.refuses = false, func(c host.Call) int {
		if c.Method == "POST" {
			return 429
		}
		return 0
	}
	s.timers()
	require.Equal(t, "notice.live-retry", notice(again), "a room's lead was taken too often in a moment")
	s.refuses = nil
	s.timers()
	require.Empty(t, again.Stage().Context().Devices.Away)
	require.Empty(t, notice(again), "it is asked no more")
	does(again, class.Forward, "", 0)
	s.rest()
	require.Equal(t, string(room.Betting), s.room.turn.Phase)

	s.down = true
	elsewhere := lessonHost(t, newDisk(), s)
	require.True(t, elsewhere.Join(s.fragment()))
	s.rest()
	s.timers() // once more in vain
	s.down = false
	for range 3 {
		s.timers()
	}
	require.Equal(t, lessonOf(again), lessonOf(elsewhere))
	require.Empty(t, elsewhere.Stage().Context().Devices.Away)
	require.Equal(t, view.Elsewhere, again.Stage().Context().Devices.Away)
}

// TestTheAddressThatLeads holds what the teacher sends to another device.
func TestTheAddressThatLeads(t *testing.T) {
	s := &hall{}
	h := lessonHost(t, newDisk(), s)
	toVote(t, h, s)
	h.Send(play.Ask{What: play.TakeLink})
	require.Equal(t, "http://10.0.0.7:8080/#"+s.fragment(), s.given)
	require.Equal(t, "notice.link-copied", notice(h))
}
