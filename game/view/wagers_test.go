package view_test

import (
	"strconv"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// bettors is a lesson at its first reveal: 3 hands and some devices bet, so many of
// these certainly on what happened, so many as a pure guess on another option.
func bettors(t *testing.T, p *pack.Pack, locale string, certain, guessing int) (s *play.Session, at pack.Place, st *pack.Step, right int) {
	t.Helper()
	s = play.NewSession(p, 1, locale)
	do := func(act class.Act, text string, n int) { s.Send(play.Class{Act: act, Text: text, N: n}) }
	do(class.Visit, string(class.SetUp), 0)
	do(class.Choose, "m30", 0)
	do(class.Enrol, class.Door{Code: "BCDFGH", Address: "10.0.0.7", Camera: "HTTP://10.0.0.7/BCDFGH"}.String(), 0)
	do(class.Start, "", class.NewestCourse)
	for s.State().Class.Stage != class.Betting {
		do(class.Forward, "", 0)
	}
	lesson := s.State().Class
	at, st, _ = lesson.Step(p)
	right, _ = st.Option(st.Happened)
	other := (right + 1) % len(st.Options)
	do(class.Point, "", right)
	for bets(s, at, right) < 3 { // a second point adds one too
		do(class.Add, "", 1)
	}
	sure := make([][room.Stops]int, len(st.Options))
	sure[right][5], sure[other][0] = certain, guessing
	votes := make([]int, len(st.Options))
	votes[right] = 6
	do(class.Heard, class.News{Place: at, In: 12, Sent: 6, Votes: votes, SentBets: certain + guessing, Sure: sure}.String(), 0)
	do(class.Forward, "", 0)
	require.Equal(t, class.Shown, s.State().Class.Stage)
	return s, at, st, right
}

func bets(s *play.Session, at pack.Place, option int) int {
	lesson := s.State().Class
	v, _ := lesson.Vote(at)
	return v.Bet(option)
}

// TestWhatBetsWereWorth reckons by hand: two at 100 and three at 0 are 40 each.
func TestWhatBetsWereWorth(t *testing.T) {
	for locale, want := range map[string]string{
		"en": "5 of 8 bets were on what they did. On devices, on average: 40 better than guessing (5 bets; a pure guess is 0).",
		"fr": "5 paris sur 8 visaient ce qu’ils ont fait. Sur les appareils, en moyenne\u202f: 40 de mieux qu’au hasard (5 paris\u202f; le pur hasard vaut 0).",
	} {
		p, c := shipped(t)
		s, _, st, _ := bettors(t, p, locale, 2, 3)
		ctx := view.NewContext(p, c, locale)
		root := view.Screen(ctx, s.State())
		require.Equal(t, want, view.Find(&root, "bets-told").Text)
		require.NotNil(t, view.Find(&root, "vote-"+st.Happened+"-bets"))

		s.Send(play.Class{Act: class.Visit, Text: string(class.Ended)})
		root = view.Screen(ctx, s.State())
		require.Equal(t, want, view.Find(&root, "bets-told").Text, "one decision is all of them")
	}
}

// TestBetsInTheTable has bets by hand, bets on devices, and the mean score of these for
// an option that at least five devices bet on: that of one says how sure this one was.
func TestBetsInTheTable(t *testing.T) {
	for locale, comma := range map[string]string{"en": ",", "fr": ";"} {
		for certain, score := range map[int]string{2: "", 5: "100"} {
			p, c := shipped(t)
			s, at, st, right := bettors(t, p, locale, certain, 3)
			n := 0
			for _, line := range strings.Split(view.ClassTable(view.NewContext(p, c, locale), s.State()), "\r\n") {
				if !strings.HasPrefix(line, at.Step) {
					continue
				}
				cells := []string{"0", "0", ""}
				switch n {
				case right:
					cells = []string{"3", strconv.Itoa(certain), score}
				case (right + 1) % len(st.Options):
					cells = []string{"0", "3", ""}
				}
				require.True(t, strings.HasSuffix(line, comma+strings.Join(append(cells, "", ""), comma)), "%s: %s", line, cells)
				n++
			}
			require.Equal(t, len(st.Options), n)
		}
	}
}

// TestAPupilIsToldOfTheBets shows a bet's score to whoever made it, and the class's from
// five on.
func TestAPupilIsToldOfTheBets(t *testing.T) {
	p, c := shipped(t)
	_, at, st, right := bettors(t, p, "en", 2, 3)
	sure := make([][room.Stops]int, len(st.Options))
	sure[right][3] = 5
	seat := view.Seat{
		Now: room.Now{Place: at, Phase: room.Told}, N: 1, Of: 3, Ballot: room.Ballot{Option: st.Options[0].ID, Bet: st.Happened, Stop: 4},
		Tally: room.Tally{Sent: 6, Votes: make([]int, len(st.Options)), Bets: make([]int, len(st.Options)), Sure: sure},
	}
	root := view.SeatScreen(view.NewContext(p, c, "en"), seat)
	require.Contains(t, view.Text(&root), "They did that. Your bet: 84 better than guessing.")
	require.Nil(t, view.Find(&root, "class-bets"), "too few bet")
	seat.Tally.Bets[right] = 5
	root = view.SeatScreen(view.NewContext(p, c, "en"), seat)
	require.Contains(t, view.Find(&root, "class-bets").Text, "84 better than guessing (5 bets")
}

// TestAPupilIsToldOfTheReasons shows how many gave which reason, from five on, and only
// once it was told what happened.
func TestAPupilIsToldOfTheReasons(t *testing.T) {
	for locale, want := range map[string]string{"en": "Reasons given: 4 × ", "fr": "Raisons données\u202f: 4 × "} {
		p, c := shipped(t)
		ctx := view.NewContext(p, c, locale)
		_, at, st, _ := bettors(t, p, locale, 2, 3)
		name := func(i int) string { return ctx.Text.Get("principles", st.Reasons[i], "name") }
		seat := view.Seat{
			Now: room.Now{Place: at, Phase: room.Told}, N: 1, Of: 3, Ballot: room.Ballot{Option: st.Options[0].ID},
			Tally: room.Tally{Sent: 6, Votes: make([]int, len(st.Options)), Bets: make([]int, len(st.Options)), Reasons: []int{0, 4, 0, 1}},
		}
		root := view.SeatScreen(ctx, seat)
		require.Equal(t, want+name(1)+" · 1 × "+name(3), view.Text(view.Find(&root, "class-reasons")))
		for _, phase := range []room.Phase{room.Waiting, room.Choosing, room.Betting, room.Over} {
			seat.Now.Phase = phase
			root = view.SeatScreen(ctx, seat)
			require.Nil(t, view.Find(&root, "class-reasons"), phase)
		}
		seat.Now.Phase, seat.Tally.Reasons = room.Told, []int{0, 4, 0, 0}
		root = view.SeatScreen(ctx, seat)
		require.Nil(t, view.Find(&root, "class-reasons"), "too few gave one")
	}
}

// TestTheRoomIsToldOfTheReasons has them beside the question for the room, and nowhere
// before what happened was told.
func TestTheRoomIsToldOfTheReasons(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s, at, st, _ := bettors(t, p, "en", 2, 3)
	votes := make([]int, len(st.Options))
	votes[0] = 6
	hear := func(reasons ...int) {
		s.Send(play.Class{Act: class.Heard, Text: class.News{Place: at, In: 12, Sent: 6, Votes: votes, Reasons: reasons}.String()})
	}
	told := func() *view.Node {
		root := view.Screen(ctx, s.State())
		return view.Find(&root, "reasons-told")
	}
	hear(4, 0, 2, 0)
	for s.State().Class.Stage != class.Talk {
		require.Nil(t, told(), s.State().Class.Stage)
		s.Send(play.Class{Act: class.Forward})
	}
	name := func(i int) string { return ctx.Text.Get("principles", st.Reasons[i], "name") }
	require.Equal(t, "Reasons given on devices: 4 × "+name(0)+" · 2 × "+name(2), view.Text(told()))
	hear(4, 0, 0, 0)
	require.Nil(t, told(), "too few gave one")
}
