package room

import (
	"slices"

	"hardcases/game/pack"
)

// Least is how many must have answered before a figure is shown.
const Least = 5

// Tally is what all seats together sent at a step. Slices go by the step's
// options, in the pack's order; Guesses by those of the question to the working model.
type Tally struct {
	In    int   // seats in the room
	Sent  int   // seats that chose an option
	Votes []int // choices
	// Bets counts the seats that bet on each option; Sure is, for each option,
	// how many of its bets stand at each stop of the scale.
	Bets []int
	Sure [][Stops]int
	// Reasons counts the first reasons, in the order of the step's.
	Reasons []int
	Guessed int // seats that guessed
	Guesses []int
}

// Tally adds up what the seats in the room sent at a step, and at the question that comes
// with it.
func (r *Room) Tally(at pack.Place, st *pack.Step, try *pack.Try) Tally {
	n := len(st.Options)
	t := Tally{In: len(r.seats), Votes: make([]int, n), Bets: make([]int, n), Sure: make([][Stops]int, n), Reasons: make([]int, len(st.Reasons)), Guesses: make([]int, len(try.Options))}
	for seat, b := range r.ballots[at] {
		if !r.seats[seat] {
			continue
		}
		if i, _ := st.Option(b.Option); i >= 0 {
			t.Sent++
			t.Votes[i]++
		}
		if i, _ := st.Option(b.Bet); i >= 0 && b.Stop >= 1 && b.Stop <= Stops {
			t.Bets[i]++
			t.Sure[i][b.Stop-1]++
		}
		if i := slices.Index(try.Options, b.Guess); i >= 0 {
			t.Guessed++
			t.Guesses[i]++
		}
		for i, reason := range st.Reasons {
			if reason == b.Reason {
				t.Reasons[i]++
			}
		}
	}
	return t
}

// Bet is how many seats bet.
func (t *Tally) Bet() int { return sum(t.Bets) }

// Reasoned is how many seats gave a reason.
func (t *Tally) Reasoned() int { return sum(t.Reasons) }

func sum(counts []int) (all int) {
	for _, n := range counts {
		all += n
	}
	return all
}
