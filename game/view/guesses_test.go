package view_test

import (
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// guessers is a lesson at the guess that opens a case: 2 hands and some devices guessed.
func guessers(t *testing.T, p *pack.Pack, locale string, devices ...int) (s *play.Session, at pack.Place, try *pack.Try) {
	t.Helper()
	s = play.NewSession(p, 1, locale)
	do := func(act class.Act, text string, n int) { s.Send(play.Class{Act: act, Text: text, N: n}) }
	do(class.Visit, string(class.SetUp), 0)
	do(class.Choose, "m30", 0)
	do(class.Enrol, class.Door{Code: "BCDFGH", Address: "10.0.0.7", Camera: "HTTP://10.0.0.7/BCDFGH"}.String(), 0)
	do(class.Start, "", class.NewestCourse)
	for s.State().Class.Stage != class.Guessing {
		do(class.Forward, "", 0)
	}
	lesson := s.State().Class
	at, _, _ = lesson.Step(p)
	try, _ = lesson.Question(p)
	do(class.Add, "", 2)
	n := 0
	for _, d := range devices {
		n += d
	}
	do(class.Heard, class.News{Place: at, In: 30, Guessed: n, Guesses: devices}.String(), 0)
	do(class.Unfold, "", 1)
	return s, at, try
}

// TestHandsAndDevicesGuess shows what was guessed by hand and on devices beside each
// other, and the devices from five on.
func TestHandsAndDevicesGuess(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s, _, try := guessers(t, p, "en", 3, 4, 0)
	root := view.Screen(ctx, s.State())
	require.Equal(t, "2 hands · 3 on devices", view.Find(&root, "guess-"+try.Options[0]+"-hands").Text)
	require.Contains(t, view.Find(&root, "count").Text, "9 guesses · 7 of 30 devices")
	s.Send(play.Class{Act: class.Forward})
	root = view.Screen(ctx, s.State())
	require.NotNil(t, view.Find(&root, "guess-devices"))

	s, _, try = guessers(t, p, "en", 3, 1, 0)
	root = view.Screen(ctx, s.State())
	require.Nil(t, view.Find(&root, "guess-"+try.Options[0]+"-hands"))
	require.Contains(t, view.Find(&root, "count").Text, "2 guesses · 4 of 30 devices · figures from 5 on")
}

// TestGuessesInTheTable has a line for each option of the question, and what the model
// showed once it was tried; the road ends with the same.
func TestGuessesInTheTable(t *testing.T) {
	for locale, comma := range map[string]string{"en": ",", "fr": ";"} {
		p, c := shipped(t)
		ctx := view.NewContext(p, c, locale)
		s, at, try := guessers(t, p, locale, 3, 4, 0)
		question := ctx.Text.Get("cases", at.Case, "tries", try.ID, "question")
		lines := func() (of []string) {
			for line := range strings.SplitSeq(view.ClassTable(ctx, s.State()), "\r\n") {
				if strings.HasPrefix(strings.Trim(line, `"`), question) {
					of = append(of, line)
				}
			}
			return of
		}
		require.Len(t, lines(), len(try.Options))
		ends := func(line string, cells ...string) {
			t.Helper()
			require.True(t, strings.HasSuffix(line, comma+strings.Join(cells, comma)), line)
		}
		ends(lines()[0], "", "2", "3", "", "", "", "", "", "", "", "")
		s.Send(play.Class{Act: class.Forward})
		for _, turn := range try.Turns {
			s.Send(play.Class{Act: class.Turn, Text: turn.Switch + ":" + turn.To})
		}
		require.Equal(t, "b", try.Answer)
		for i, want := range [][]string{{"", "2", "3", "", "", "", "", "", "", "0"}, {"", "0", "4", "", "", "", "", "", "", "1"}, {"", "0", "0", "", "", "", "", "", "", "0"}} {
			ends(lines()[i], append(want, "")...)
		}
		for s.State().Class.Stage != class.Voting {
			s.Send(play.Class{Act: class.Forward})
		}
		s.Send(play.Class{Act: class.Digit, N: 7})
		s.Send(play.Class{Act: class.Visit, Text: string(class.Ended)})
		for range 9 {
			s.Send(play.Class{Act: class.Forward})
		}
		root := view.Screen(ctx, s.State())
		rows := view.Find(&root, "guesses")
		require.NotNil(t, rows)
		require.Contains(t, view.Text(rows), ctx.Text.Get("cases", at.Case, "tries", try.ID, "options", try.Answer))
	}
}

// TestAPupilGuesses holds that no page of a pupil has the answer before the model was
// tried.
func TestAPupilGuesses(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	_, at, try := guessers(t, p, "en", 3, 4, 0)
	why := ctx.Text.Get("cases", at.Case, "tries", try.ID, "why")
	page := func(phase room.Phase, sent int) view.Node {
		return view.SeatScreen(ctx, view.Seat{
			Now: room.Now{Place: at, Phase: phase}, N: 1, Of: 3, Ballot: room.Ballot{Guess: "a"}, Tally: room.Tally{Guessed: sent, Guesses: []int{sent, 0, 0}},
		})
	}
	for _, phase := range []room.Phase{room.Waiting, room.Guessing, room.Trying} {
		root := page(phase, 6)
		require.NotContains(t, view.Text(&root), why, phase)
		require.Nil(t, view.Find(&root, "class-table"), phase)
	}
	form := page(room.Guessing, 6)
	require.True(t, view.Find(&form, "guess-a").Checked)
	root := page(room.Tried, 6)
	require.Contains(t, view.Text(&root), why)
	require.NotEmpty(t, view.Find(&root, "try-why").Claims)
	require.NotNil(t, view.Find(&root, "class-table"))
	root = page(room.Tried, 4)
	require.Nil(t, view.Find(&root, "class-table"), "too few guessed")
}
