package class_test

import (
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/room"

	"github.com/stretchr/testify/require"
)

var door = class.Door{Code: "BCDFGH", Address: "10.0.0.7:8080", Camera: "HTTP://10.0.0.7:8080/BCDFGH-JKLM"}

// TestNewsThatIsNone holds that a journal that was changed by hand does no harm.
func TestNewsThatIsNone(t *testing.T) {
	p := shipped(t)
	s := begun(t).State
	s = class.Update(p, s, class.Enrol, door.String(), 0)
	require.Equal(t, door, s.Room.Door)
	at, st, _ := s.Step(p)
	good := class.News{Place: at, In: 9, Sent: 6, Votes: make([]int, len(st.Options))}
	good.Votes[0] = 6
	heard := class.Update(p, s, class.Heard, good.String(), 0)
	v, _ := heard.Vote(at)
	require.Equal(t, good.Votes, v.Sum)
	require.Equal(t, 9, heard.Room.In)
	for _, text := range []string{
		"", "1", "5 " + good.String()[2:], "1 y2017 A5 -1 0 -", "1 y2017 A5 9 2001 -", "1 y2017 A5 9 6 6,x,0,0", "1 y2017 A5 9 6 5,0,0,0",
		"1 y2017 A5 9 6 6,0,0,0 more", "1 y2017 A5 99999999999999999999 0 -", "2 y2017 A5 9 6 6,0,0,0", "2 y2017 A5 9 0 - -1 -",
		"2 y2017 A5 9 0 - 6 6/0/0/0/0,0/0/0/0/0,0/0/0/0/0,0/0/0/0/0", "2 y2017 A5 9 0 - 7 6/0/0/0/0/0,0/0/0/0/0/0,0/0/0/0/0/0,0/0/0/0/0/0",
		"3 y2017 A5 9 0 - 0 - 6", "3 y2017 A5 9 0 - 0 - 6 5,0,0", "3 y2017 A5 9 0 - 0 - x -",
		"4 y2017 A5 9 6 6,0,0,0 0 - 0 -", "4 y2017 A5 9 6 - 0 - 0 - 4,0,0,0", "4 y2017 A5 9 6 - 0 - 0 - 7,0,0,0", "4 y2017 A5 9 6 - 0 - 0 - 6,x,0,0",
	} {
		require.Equal(t, s, class.Update(p, s, class.Heard, text, 0), "%q", text)
	}
	for _, text := range []string{
		"1 y2017 none 9 6 6,0,0,0", "1 - - 9 0 -", "1 " + at.Case + " " + at.Step + " 9 6 6,0",
		"2 " + at.Case + " " + at.Step + " 9 0 - 6 6/0/0/0/0/0",
		"3 " + at.Case + " " + at.Step + " 9 0 - 0 - 6 6,0,0,0,0,0,0",
	} {
		after := class.Update(p, s, class.Heard, text, 0)
		require.Empty(t, after.Votes, "%q", text)
		require.Empty(t, after.Guesses, "%q", text)
	}
	for _, text := range []string{"", "BCDFGH", "BCDFGA\na\nb", "BCDFGH\na\nb\nc"} {
		require.Empty(t, class.Update(p, class.State{}, class.Enrol, text, 0).Room, "%q", text)
	}
	require.Empty(t, class.Update(p, begun(t).State, class.Heard, good.String(), 0).Votes, "without a room nothing is heard")
}

// TestNewsThatFitsInPart leaves out of what devices sent what its step has no place for, and
// only that; and Fits says so.
func TestNewsThatFitsInPart(t *testing.T) {
	p := shipped(t)
	l := newest(t, "m50")
	l.to(t, class.Guessing)
	s := class.Update(p, l.State, class.Enrol, door.String(), 0)
	at, st, _ := s.Step(p)
	try, asks := s.Question(p)
	require.True(t, asks)
	all := class.News{
		Place: at, In: 9, Sent: 6, Votes: make([]int, len(st.Options)), SentBets: 6, Sure: make([][room.Stops]int, len(st.Options)),
		Guessed: 6, Guesses: make([]int, len(try.Options)), Reasons: make([]int, len(st.Reasons)),
	}
	all.Votes[1], all.Sure[1][2], all.Guesses[1], all.Reasons[1] = 6, 6, 6, 6
	for _, tt := range []struct {
		name                          string
		do                            func(n *class.News)
		votes, bets, guesses, reasons bool
	}{
		{"all of it", func(*class.News) {}, true, true, true, true},
		{"another number of reasons", func(n *class.News) { n.Reasons = append(n.Reasons, 0) }, true, true, true, false},
		{"of guesses", func(n *class.News) { n.Guesses = append(n.Guesses, 0) }, true, true, false, true},
		{"of bets", func(n *class.News) { n.Sure = n.Sure[:2] }, true, false, true, true},
		{"of options", func(n *class.News) { n.Votes, n.Sure = n.Votes[:2], n.Sure[:2] }, false, false, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := all
			tt.do(&n)
			require.Equal(t, tt.votes && tt.bets && tt.guesses && tt.reasons, s.Fits(p, n.String()))
			after := class.Update(p, s, class.Heard, n.String(), 0)
			v, _ := after.Vote(at)
			g, _ := after.Guessed(at.Case, try.ID)
			require.Equal(t, []bool{tt.votes, tt.bets, tt.guesses, tt.reasons}, []bool{v.Sum != nil && v.Sent == 6, v.Sure != nil && v.SentBets == 6, g.Sum != nil && g.Sent == 6, v.Reasons != nil})
		})
	}
	s.NoModel = true
	require.True(t, s.Fits(p, all.String()), "what the lesson does not ask is not missed")
}

func TestFewVotesAreInNoNews(t *testing.T) {
	few := [][room.Stops]int{{0, 3}, {}, {1}, {}}
	n := class.News{Place: pack.Place{Case: "y2017", Step: "A5"}, In: 5, Sent: class.Least - 1, Votes: []int{1, 3, 0, 0}, SentBets: class.Least - 1, Sure: few, Guessed: class.Least - 1, Guesses: []int{2, 2}, Reasons: []int{0, 4, 0, 0}}
	require.Equal(t, "4 y2017 A5 5 4 - 4 - 4 - -", n.String())
}

// TestNewsOfBets has devices vote and bet, then an older program's journal go on, which
// knew no bets.
func TestNewsOfBets(t *testing.T) {
	p := shipped(t)
	l := newest(t, "m50")
	l.say(class.Enrol, door.String())
	l.to(t, class.Betting)
	l.do(class.Add, 2)
	at, _, _ := l.Step(p)
	sure := [][room.Stops]int{{1, 0, 2}, {}, {0, 0, 0, 0, 0, 4}, {}}
	news := class.News{Place: at, In: 9, Sent: 6, Votes: []int{6, 0, 0, 0}, SentBets: 7, Sure: sure}
	l.say(class.Heard, news.String())
	v, _ := l.Vote(at)
	require.Equal(t, sure, v.Sure)
	require.Equal(t, []int{3, 0, 4, 0}, v.BetsOnDevices())
	require.Equal(t, []int{5, 0, 4, 0}, []int{v.Bet(0), v.Bet(1), v.Bet(2), v.Bet(3)}, "hands and devices")
	require.Equal(t, 9, v.AllBets())
	require.False(t, l.AllIn(&v, class.Betting))
	news.SentBets, news.Sure = 9, [][room.Stops]int{{1, 0, 2}, {}, {0, 0, 0, 0, 0, 6}, {}}
	l.say(class.Heard, news.String())
	v, _ = l.Vote(at)
	require.True(t, l.AllIn(&v, class.Betting), "every device has bet")
	l.say(class.Heard, "1 "+at.Case+" "+at.Step+" 9 6 6,0,0,0")
	v, _ = l.Vote(at)
	require.Equal(t, []int{6, 0, 0, 0}, v.Sum)
	require.Zero(t, v.SentBets)
	require.Nil(t, v.BetsOnDevices())
}

// TestNewsOfGuesses has devices guess what the working model will show beside the hands,
// and then vote: what they guessed stays.
func TestNewsOfGuesses(t *testing.T) {
	p := shipped(t)
	l := newest(t, "m50")
	l.say(class.Enrol, door.String())
	l.to(t, class.Guessing)
	at, _, _ := l.Step(p)
	try, _ := l.Question(p)
	guess := func() class.Guess { g, _ := l.Guessed(at.Case, try.ID); return g }
	waits := func(want room.Phase) {
		t.Helper()
		now, _, _ := l.Now(p)
		require.Equal(t, room.Now{Place: at, Phase: want}, now)
	}
	waits(room.Guessing)
	l.do(class.Add, 2)
	l.say(class.Heard, class.News{Place: at, In: 9, Guessed: 4, Guesses: []int{4, 0, 0}}.String())
	require.Equal(t, 4, guess().Sent)
	require.Nil(t, guess().Sum, "fewer than five are nobody's business")
	l.say(class.Heard, class.News{Place: at, In: 9, Guessed: 6, Guesses: []int{1, 5, 0}}.String())
	g := guess()
	require.Equal(t, []int{3, 5, 0}, g.Guesses(), "hands and devices")
	require.Equal(t, []int{2, 0, 0}, g.Counts)
	require.Equal(t, 8, g.All())
	require.False(t, l.GuessBared(&g))
	l.say(class.Heard, class.News{Place: at, In: 9, Guessed: 9, Guesses: []int{1, 8, 0}}.String())
	g = guess()
	require.True(t, l.GuessBared(&g), "every device has guessed")
	l.do(class.Forward)
	waits(room.Trying)
	for _, turn := range try.Turns {
		l.say(class.Turn, turn.Switch+":"+turn.To)
	}
	l.do(class.Later, max(try.Hours, 1))
	waits(room.Tried)
	l.do(class.Backward)
	waits(room.Tried)
	l.do(class.Forward, 0, 0)
	waits(room.Waiting)
	l.to(t, class.Voting)
	l.say(class.Heard, class.News{Place: at, In: 9, Sent: 6, Votes: []int{6, 0, 0, 0}, Guessed: 9, Guesses: []int{1, 8, 0}}.String())
	require.Equal(t, []int{1, 8, 0}, guess().Sum)
	for l.At == 0 {
		l.do(class.Forward)
	}
	next, _, _ := l.Step(p)
	l.say(class.Heard, class.News{Place: next, In: 9}.String())
	require.Equal(t, []int{1, 8, 0}, guess().Sum, "the next step has no such question")
	asked := l.Asked(p)
	require.Len(t, asked, 1)
	require.Equal(t, guess(), asked[0].Guess)
	l.say(class.Visit, string(class.Ended))
	for !l.AtGuesses(p) {
		page := l.Page
		l.do(class.Forward)
		require.Greater(t, l.Page, page, "what was guessed stands after the road")
	}
}

// TestNewsOfOlderPrograms reads what journals of before have.
func TestNewsOfOlderPrograms(t *testing.T) {
	p := shipped(t)
	l := newest(t, "m50")
	l.say(class.Enrol, door.String())
	at, _, _ := l.Step(p)
	for _, text := range []string{" 9 6 6,0,0,0", " 9 6 6,0,0,0 0 -", " 9 6 6,0,0,0 0 - 0 -"} {
		l.say(class.Heard, map[int]string{3: "1 ", 5: "2 ", 7: "3 "}[len(strings.Fields(text))]+at.Case+" "+at.Step+text)
		v, _ := l.Vote(at)
		require.Equal(t, []int{6, 0, 0, 0}, v.Sum)
		require.Nil(t, v.Reasons)
		require.Empty(t, l.Guesses)
	}
}

// TestNewsOfReasons has devices say why they would, which not all do.
func TestNewsOfReasons(t *testing.T) {
	l := newest(t, "m50")
	l.say(class.Enrol, door.String())
	l.to(t, class.Voting)
	at, _, _ := l.Step(l.pack)
	given := func() []int { v, _ := l.Vote(at); return v.Reasons }
	news := class.News{Place: at, In: 9, Sent: 7, Votes: []int{7, 0, 0, 0}, Reasons: []int{0, 3, 0, 1}}
	l.say(class.Heard, news.String())
	require.Nil(t, given(), "fewer than five are nobody's business")
	news.Reasons[3] = 3
	l.say(class.Heard, news.String())
	require.Equal(t, []int{0, 3, 0, 3}, given())
	news.Reasons = []int{0, 1, 0, 5}
	l.say(class.Heard, news.String())
	require.Equal(t, []int{0, 1, 0, 5}, given(), "who votes again may say another")
}

// TestWhatTheClassHasSeenStays empties a room, and opens another, after figures were shown.
func TestWhatTheClassHasSeenStays(t *testing.T) {
	l := newest(t, "m50")
	l.say(class.Enrol, door.String())
	l.to(t, class.Guessing)
	at, _, _ := l.Step(l.pack)
	try, _ := l.Question(l.pack)
	news := class.News{Place: at, In: 24, Guessed: 24, Guesses: []int{20, 4, 0}}
	l.say(class.Heard, news.String())
	empty := class.News{Place: at}.String()
	l.say(class.Heard, empty)
	require.Empty(t, l.Guesses[0].Sum, "nobody has seen them yet")
	l.say(class.Heard, news.String())
	l.do(class.Forward)
	for _, turn := range try.Turns {
		l.say(class.Turn, turn.Switch+":"+turn.To)
	}
	l.do(class.Later, max(try.Hours, 1))
	require.True(t, l.Guesses[0].Tried)
	l.to(t, class.Voting)
	news.Sent, news.Votes, news.Reasons = 24, []int{20, 4, 0, 0}, []int{0, 7, 0, 0}
	l.say(class.Heard, news.String())
	l.to(t, class.Betting)
	news.SentBets, news.Sure = 7, [][room.Stops]int{{7}, {}, {}, {}}
	l.say(class.Heard, news.String())
	l.to(t, class.Talk)
	votes, guesses := l.Votes, l.Guesses
	require.Equal(t, []int{20, 4, 0, 0}, votes[0].Sum)
	require.False(t, l.Room.In == 0)
	for name, change := range map[string]func(){
		"all devices out": func() {},
		"another code":    func() { l.say(class.Enrol, class.Door{Code: "BCDFGJ"}.String()) },
		"a step on, and back": func() {
			l.do(class.Forward)
			l.do(class.Backward)
		},
	} {
		change()
		l.say(class.Heard, empty)
		require.Zero(t, l.Room.In, name)
		require.Equal(t, votes[0].Sum, l.Votes[0].Sum, name)
		require.Equal(t, votes[0].Sure, l.Votes[0].Sure, name)
		require.Equal(t, votes[0].Reasons, l.Votes[0].Reasons, name)
		require.Equal(t, guesses, l.Guesses, name)
	}
}

// TestWhatDevicesWaitFor goes through a step and looks at each stage.
func TestWhatDevicesWaitFor(t *testing.T) {
	p := shipped(t)
	s := begun(t).State
	at, _, _ := s.Step(p)
	phase := func(want room.Phase, stage class.Stage) {
		t.Helper()
		require.Equal(t, stage, s.Stage)
		for _, beside := range []class.Stage{"", class.Devices} {
			look := s
			if beside != "" {
				look = class.Update(p, s, class.Visit, string(beside), 0)
				require.Equal(t, s, class.Update(p, look, class.Backward, "", 0), "and back")
			}
			now, n, of := look.Now(p)
			require.Equal(t, room.Now{Place: at, Phase: want}, now)
			require.Equal(t, 1, n)
			require.Equal(t, len(s.Steps(p)), of)
		}
	}
	phase(room.Waiting, class.Facts)
	for s.Stage == class.Facts {
		s = class.Update(p, s, class.Forward, "", 0)
	}
	phase(room.Choosing, class.Voting)
	s = class.Update(p, s, class.Forward, "", 0)
	phase(room.Told, class.Shown)
	s = class.Update(p, s, class.Backward, "", 0)
	phase(room.Told, class.Voting)
	s = class.Update(p, s, class.Visit, string(class.Ended), 0)
	now, _, _ := s.Now(p)
	require.Equal(t, room.Now{Phase: room.Over}, now)
	s = class.Update(p, s, class.Visit, string(class.SetUp), 0)
	now, _, _ = s.Now(p)
	require.Equal(t, room.Now{Phase: room.Waiting}, now)
	l := newest(t, "m50")
	l.to(t, class.Betting)
	s = l.State
	phase(room.Betting, class.Betting)
	s = class.Update(p, s, class.Backward, "", 0)
	phase(room.Choosing, class.Voting)
}

// TestALectureHasSeats opens more seats than a class needs, and keeps them when the code
// changes.
func TestALectureHasSeats(t *testing.T) {
	p := shipped(t)
	s := class.Update(p, begun(t).State, class.Enrol, door.String(), 0)
	require.Equal(t, room.UsualSeats, s.Room.Most())
	in := func(s class.State, n int) class.State {
		return class.Update(p, s, class.Heard, class.News{In: n}.String(), 0)
	}
	require.False(t, in(s, 59).Room.Full())
	require.True(t, in(s, 60).Room.Full())
	s = class.Update(p, s, class.Seats, "", 2000)
	require.False(t, in(s, 1999).Room.Full())
	require.True(t, in(s, 2000).Room.Full())
	again := class.Update(p, s, class.Enrol, door.String(), 0)
	require.Equal(t, 2000, again.Room.Most(), "with another code")
	require.Equal(t, room.MostSeats, class.Update(p, s, class.Seats, "", 1<<40).Room.Most())
	require.Equal(t, room.UsualSeats, class.Update(p, s, class.Seats, "", -1).Room.Most())
}
