package room_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/room"

	"github.com/stretchr/testify/require"
)

var (
	place = pack.Place{Case: "y2017", Step: "A5"}
	other = pack.Place{Case: "y2017", Step: "A6"}
	try   = pack.Try{ID: "m1", Guess: pack.Guess{Options: []string{"none", "slow", "all"}, Answer: "slow"}}
	step  = pack.Step{ID: "A5", Reasons: []string{"safety", "process"}, Options: []pack.Option{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}}
)

func TestWhatMayBeSentWhen(t *testing.T) {
	choice, bet, guess := room.Ballot{Option: "b", Reason: "safety"}, room.Ballot{Bet: "d", Stop: 4}, room.Ballot{Guess: "slow"}
	for _, tt := range []struct {
		name  string
		phase room.Phase
		seat  string
		at    pack.Place
		sent  room.Ballot
		want  error
	}{
		{"a choice while choosing", room.Choosing, "s", place, choice, nil},
		{"a choice without a reason", room.Choosing, "s", place, room.Ballot{Option: "b"}, nil},
		{"a bet while betting", room.Betting, "s", place, bet, nil},
		{"a guess while guessing", room.Guessing, "s", place, guess, nil},
		{"a guess that is not on offer", room.Guessing, "s", place, room.Ballot{Guess: "b"}, room.ErrBallot},
		{"no guess", room.Guessing, "s", place, choice, room.ErrBallot},
		{"a guess while choosing", room.Choosing, "s", place, guess, room.ErrBallot},
		{"a guess while the model is tried", room.Trying, "s", place, guess, room.ErrShut},
		{"a guess after the model was tried", room.Tried, "s", place, guess, room.ErrShut},
		{"a bet while choosing", room.Choosing, "s", place, bet, room.ErrBallot},
		{"a choice while betting", room.Betting, "s", place, choice, room.ErrBallot},
		{"no such option", room.Choosing, "s", place, room.Ballot{Option: "e"}, room.ErrBallot},
		{"a reason that is not on offer", room.Choosing, "s", place, room.Ballot{Option: "a", Reason: "conscience"}, room.ErrBallot},
		{"surer than certain", room.Betting, "s", place, room.Ballot{Bet: "a", Stop: 7}, room.ErrBallot},
		{"a bet without sureness", room.Betting, "s", place, room.Ballot{Bet: "a"}, room.ErrBallot},
		{"before the vote", room.Waiting, "s", place, choice, room.ErrShut},
		{"after it was told", room.Told, "s", place, choice, room.ErrShut},
		{"at the end", room.Over, "s", place, choice, room.ErrShut},
		{"a phase of a later version", "later", "s", place, choice, room.ErrShut},
		{"another step", room.Choosing, "s", other, choice, room.ErrPast},
		{"a stranger", room.Choosing, "x", place, choice, room.ErrNotIn},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := room.Room{Now: room.Now{Place: place, Phase: tt.phase}}
			r.Sit("s")
			got, err := r.Cast(tt.seat, tt.at, &step, &try, tt.sent)
			require.ErrorIs(t, err, tt.want)
			if tt.want == nil {
				require.Equal(t, tt.sent, got)
			} else {
				require.Zero(t, got)
			}
		})
	}
}

func TestABetKeepsTheChoice(t *testing.T) {
	r := room.Room{Now: room.Now{Place: place, Phase: room.Betting}}
	r.Sit("s")
	r.Keep("s", place, room.Choosing, room.Ballot{Option: "b", Reason: "safety", Bet: "none", Stop: 9})
	r.Keep("s", place, room.Guessing, room.Ballot{Guess: "slow"})
	sent, err := r.Cast("s", place, &step, &try, room.Ballot{Option: "c", Bet: "b", Stop: 1})
	require.NoError(t, err)
	require.Equal(t, room.Ballot{Bet: "b", Stop: 1}, sent)
	r.Keep("s", place, room.Betting, sent)
	b, ok := r.Ballot("s", place)
	require.True(t, ok)
	require.Equal(t, room.Ballot{Option: "b", Reason: "safety", Bet: "b", Stop: 1, Guess: "slow"}, b)
}

func TestWhoMayComeIn(t *testing.T) {
	var r room.Room
	for i := range room.MostSeats {
		require.NoError(t, r.Enter(fmt.Sprint(i)))
		r.Sit(fmt.Sprint(i))
	}
	require.ErrorIs(t, r.Enter("one more"), room.ErrCrowded)
	require.NoError(t, r.Enter("7"), "who is in comes back")
	r.Leave("7")
	require.NoError(t, r.Enter("one more"))
	r.Locked = true
	require.ErrorIs(t, r.Enter("one more"), room.ErrLocked)
	require.NoError(t, r.Enter("8"))
}

// TestTallyCountsEachSeatOnce casts at random and compares with a count by hand.
func TestTallyCountsEachSeatOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	r := room.Room{Now: room.Now{Place: place, Phase: room.Choosing}}
	last := map[string]room.Ballot{}
	var left []string
	for i := range 40 {
		r.Sit(fmt.Sprint(i))
	}
	for range 2000 {
		seat := fmt.Sprint(random.IntN(40))
		r.Now.Phase = []room.Phase{room.Guessing, room.Choosing, room.Betting}[random.IntN(3)]
		guess := []string{"none", "slow", "all", "many"}[random.IntN(4)]
		sent := room.Ballot{Guess: guess, Option: string(rune('a' + random.IntN(5))), Reason: "process", Bet: string(rune('a' + random.IntN(4))), Stop: random.IntN(7)}
		if b, err := r.Cast(seat, place, &step, &try, sent); err == nil {
			r.Keep(seat, place, r.Now.Phase, b)
			last[seat], _ = r.Ballot(seat, place)
		}
		if random.IntN(50) == 0 && r.Has(seat) {
			r.Leave(seat)
			delete(last, seat)
			left = append(left, seat)
			r.Sit(fmt.Sprint(40 + len(left)))
		}
		got := r.Tally(place, &step, &try)
		want := room.Tally{In: 40, Votes: make([]int, 4), Bets: make([]int, 4), Sure: make([][room.Stops]int, 4), Reasons: make([]int, 2), Guesses: make([]int, 3)}
		for _, b := range last {
			if b.Option != "" {
				want.Sent++
				want.Votes[b.Option[0]-'a']++
				want.Reasons[1]++
			}
			if b.Bet != "" {
				want.Bets[b.Bet[0]-'a']++
				want.Sure[b.Bet[0]-'a'][b.Stop-1]++
			}
			if b.Guess != "" {
				want.Guessed++
				want.Guesses[slices.Index(try.Options, b.Guess)]++
			}
		}
		require.Equal(t, want, got)
	}
	require.NotEmpty(t, left)
	stray := func() (seats []string) {
		r.Stray(func(seat string, at pack.Place, b room.Ballot) {
			require.Equal(t, place, at)
			require.NotZero(t, b)
			seats = append(seats, seat)
		})
		return seats
	}
	require.NotEmpty(t, stray(), "what is kept of those who left")
	require.Subset(t, left, stray())
	for _, seat := range stray() {
		r.Keep(seat, place, room.Guessing, room.Ballot{})
		r.Keep(seat, place, room.Choosing, room.Ballot{})
		r.Keep(seat, place, room.Betting, room.Ballot{})
	}
	require.Empty(t, stray())
}

func TestBallotsComeBack(t *testing.T) {
	for _, b := range []room.Ballot{{}, {Option: "a"}, {Option: "a", Reason: "safety", Bet: "d", Stop: 6}, {Guess: "slow"}, {Option: "a", Reason: "safety", Bet: "d", Stop: 6, Guess: "slow"}} {
		got, err := room.ParseBallot(b.String())
		require.NoError(t, err)
		require.Equal(t, b, got)
	}
	old, err := room.ParseBallot("1 a safety d 6")
	require.NoError(t, err)
	require.Equal(t, room.Ballot{Option: "a", Reason: "safety", Bet: "d", Stop: 6}, old, "as programs kept it before there were guesses")
	require.Equal(t, "1 a safety d 6", old.String(), "which they read, too")
	for _, s := range []string{"", "1", "2 a safety d 6", "3 a safety d 6 slow", "1 a safety d 7", "1 a safety d -1", "1 a safety d x", "1 a safety d 6 7"} {
		_, err := room.ParseBallot(s)
		require.ErrorIs(t, err, room.ErrWire, "%q", s)
	}
}

func TestCodes(t *testing.T) {
	require.Equal(t, "BBBBBB", room.Code(0))
	require.Equal(t, "CBBBBB", room.Code(1))
	for _, typed := range []string{"bcdfgh", "BCD FGH", "bcd-fgh", " BCDFGH "} {
		code, ok := room.ReadCode(typed)
		require.True(t, ok, typed)
		require.Equal(t, "BCDFGH", code)
	}
	for _, typed := range []string{
		"BCD\u00a0FGH", "BCD\u202fFGH", "\u200bBCDFGH\u200b", "bcd\u00adfgh", // copied from a screen or a chat
		"BCD\u2011FGH", "BCD–FGH", "BCDFGH.", "«\u202fBCD FGH\u202f»", "(bcdfgh)", "\tBCDFGH\r\n",
		"ＢＣＤＦＧＨ", "ВСDFGН", "ΒCDFGΗ", // letters that look the same, of other keyboards
	} {
		code, ok := room.ReadCode(typed)
		require.True(t, ok, "%q", typed)
		require.Equal(t, "BCDFGH", code)
	}
	for _, typed := range []string{"bcd.fgh", "b/c/d/f/g/h", "BCDFGH.js", "", "BCDFG", "BCDFGHJ", "BCDFGA", "BCDFG1", "ÉCDFGH", "index.html", "B                        CDFGH"} {
		_, ok := room.ReadCode(typed)
		require.False(t, ok, typed)
	}
	random, seen := rand.New(rand.NewPCG(3, 4)), map[byte]int{}
	for range 10_000 {
		code := room.Code(random.Uint64())
		got, ok := room.ReadCode(code)
		require.True(t, ok)
		require.Equal(t, code, got)
		for i := range code {
			seen[code[i]]++
		}
	}
	require.Len(t, seen, len(room.Letters))
	for letter, n := range seen {
		require.InDelta(t, 3000, n, 300, "%c", letter)
	}
}
