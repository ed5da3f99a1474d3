package score_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/score"

	"github.com/stretchr/testify/require"
)

// TestBet has all that six stops can pay, worked out by hand: with t = 0.4, right
// is 100·(0.8 − 0.16) = 64; wrong with four options −100·(0.16 + 0.8/3) = −42.67.
func TestBet(t *testing.T) {
	right := [score.Stops]int{0, 36, 64, 84, 96, 100}
	for options, wrong := range map[int][score.Stops]int{
		2: {0, -44, -96, -156, -224, -300},
		3: {0, -24, -56, -96, -144, -200}, // t = 0.2: 0.04 + 0.4/2
		4: {0, -17, -43, -76, -117, -167}, // t = 1: 1 + 2/3
		5: {0, -14, -36, -66, -104, -150},
	} {
		for stop := 1; stop <= score.Stops; stop++ {
			require.Equal(t, right[stop-1], score.Shown(score.Bet(options, stop, true)), "%d options, stop %d", options, stop)
			require.Equal(t, wrong[stop-1], score.Shown(score.Bet(options, stop, false)), "%d options, stop %d", options, stop)
		}
	}
}

func TestChance(t *testing.T) {
	for options, want := range map[int][score.Stops]int{
		2: {50, 60, 70, 80, 90, 100},
		3: {33, 47, 60, 73, 87, 100},
		4: {25, 40, 55, 70, 85, 100},
	} {
		for stop := 1; stop <= score.Stops; stop++ {
			require.Equal(t, want[stop-1], score.InHundred(options, stop), "%d options, stop %d", options, stop)
		}
	}
}

// TestBetIsBrier reckons the same from the definition: the squares of all options,
// against those of an even spread.
func TestBetIsBrier(t *testing.T) {
	for options := 2; options <= 8; options++ {
		n := float64(options)
		for stop := 1; stop <= score.Stops; stop++ {
			p := score.Chance(options, stop) / 100
			rest := (1 - p) / (n - 1)
			right := (p-1)*(p-1) + (n-1)*rest*rest
			wrong := p*p + (rest-1)*(rest-1) + (n-2)*rest*rest
			require.InDelta(t, 100*(1-right/(1-1/n)), score.Bet(options, stop, true), 1e-9)
			require.InDelta(t, 100*(1-wrong/(1-1/n)), score.Bet(options, stop, false), 1e-9)
		}
	}
}

// TestTrueBeliefPaysBest goes over a grid of beliefs: whoever holds one of the six
// for true is paid best at its own stop; of any other belief, the best stop is one
// of the nearest.
func TestTrueBeliefPaysBest(t *testing.T) {
	for options := 2; options <= 8; options++ {
		expected := func(belief float64, stop int) float64 {
			return belief*score.Bet(options, stop, true) + (1-belief)*score.Bet(options, stop, false)
		}
		for own := 1; own <= score.Stops; own++ {
			belief := score.Chance(options, own) / 100
			for stop := 1; stop <= score.Stops; stop++ {
				if stop != own {
					require.Greater(t, expected(belief, own), expected(belief, stop), "%d options: %d pays less than %d", options, own, stop)
				}
			}
		}
		for percent := 0; percent <= 100; percent++ {
			belief := float64(percent) / 100
			best, nearest := 1, 1
			away := func(stop int) float64 {
				return max(belief-score.Chance(options, stop)/100, score.Chance(options, stop)/100-belief)
			}
			for stop := 2; stop <= score.Stops; stop++ {
				if expected(belief, stop) > expected(belief, best) {
					best = stop
				}
				if away(stop) < away(nearest) {
					nearest = stop
				}
			}
			require.InDelta(t, away(nearest), away(best), 1e-9, "%d options, belief %d %%", options, percent)
		}
	}
}

// TestBets adds up by hand: two certain and right are 200, three at the second stop and
// wrong 3 × −17⅓ with four options.
func TestBets(t *testing.T) {
	st := &pack.Step{Happened: "b", Options: []pack.Option{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}}
	better, n := score.Bets(st, [][score.Stops]int{{0, 3}, {0, 0, 0, 0, 0, 2}, {}, {}})
	require.Equal(t, 5, n)
	require.InDelta(t, 200-3*(4+40.0/3), better, 1e-9)
	better, n = score.Bets(st, nil)
	require.Zero(t, better)
	require.Zero(t, n)
}
