package score

import (
	"math"

	"hardcases/game/pack"
	"hardcases/game/play"
)

// Stops is how many places the scale of a bet has.
const Stops = pack.Stops

// FewestBets is how many bets an average is made of at least: of fewer it would
// say more about chance than about the player.
const FewestBets = 3

// Chance is the probability that a bet gives to its option, in percent: with n
// options and t from 0 to 1 in fifths, 100·(1/n + t·(1 − 1/n)). The other options
// share the rest evenly. options is 2 or more, stop 1 to Stops.
func Chance(options, stop int) float64 {
	k := stop - 1
	return float64(100*5+100*k*(options-1)) / float64(5*options)
}

// InHundred is Chance as whole people say it: 55 in 100.
func InHundred(options, stop int) int { return Shown(Chance(options, stop)) }

// Bet scores a bet on one of several options against the even spread, which is
// what somebody says who only guesses: 100·(1 − B/(1 − 1/n)), where B is the sum
// of (p − o)² over all n options (Brier 1950) and 1 − 1/n is what the even spread
// pays. So a guess is 0, certain and right 100; with t as in Chance, right is
// 100·(2t − t²), and wrong −100·(t² + 2t/(n − 1)). As it is a straight line in
// Brier's, saying what one truly believes pays best. options is 2 or more, stop 1
// to Stops.
func Bet(options, stop int, right bool) float64 {
	k := stop - 1 // in whole numbers, so that every machine has the same result
	if right {
		return float64(4 * k * (10 - k))
	}
	return -float64(4*k*k*(options-1)+40*k) / float64(options-1)
}

// Wager is a bet on what the real provider did, and what came of it.
type Wager struct {
	Option    string
	Stop      int // 1 to Stops; 0 where there was no bet
	InHundred int // the chance that the bet gave to its option
	Right     bool
	// Partly: the option shares a main element with what happened. That is a
	// miss all the same: the bet was on what they did, not on what comes near.
	Partly bool
	Better float64 // against guessing: see Bet
}

// Made says whether there was a bet.
func (w Wager) Made() bool { return w.Stop > 0 }

// WagerOf scores the bet of a choice at a step; none is made where it lacks its
// option or its stop.
func WagerOf(st *pack.Step, c play.Choice) Wager {
	i, o := st.Option(c.Bet)
	if i < 0 || c.Stop < 1 || c.Stop > Stops || !st.Kind.Traits().Bet {
		return Wager{}
	}
	n, right := len(st.Options), c.Bet == st.Happened
	return Wager{
		Option: c.Bet, Stop: c.Stop, InHundred: InHundred(n, c.Stop),
		Right: right, Partly: o.Match == pack.Partial, Better: Bet(n, c.Stop, right),
	}
}

// Bets adds up what many bets on one step are worth: sure has, by option, how many of
// them stand at each stop. n is how many they are.
func Bets(st *pack.Step, sure [][Stops]int) (better float64, n int) {
	for i := range min(len(sure), len(st.Options)) {
		right := st.Options[i].ID == st.Happened
		for k, count := range sure[i] {
			better += float64(count) * Bet(len(st.Options), k+1, right)
			n += count
		}
	}
	return better, n
}

// Shown is a score, or a mean of them, as players see it: rounded to a whole
// number, halves away from zero.
func Shown(x float64) int { return int(math.Round(x)) }
