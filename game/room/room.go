// Package room is a live class: what its pupils may send from their own devices,
// when, and what all of them together sent. It knows seats, which nobody can tell
// from one another, and no names.
//
// It holds what is kept elsewhere: a server puts each change into its store first
// and only then here, so that any server that reads the store has the same room.
package room

import (
	"errors"
	"maps"
	"slices"

	"hardcases/game/pack"
)

const (
	// MostSeats is how many can be in one room.
	MostSeats = 2000
	// UsualSeats is how many seats a room has where nobody said another number.
	UsualSeats = 60
)

// Sizes are the numbers of seats that a teacher can choose from.
func Sizes() [3]int { return [3]int{UsualSeats, 300, MostSeats} }

// Phase is what a room waits for.
type Phase string

// The phases of a step, in their order, and what lies around the steps.
const (
	Waiting  Phase = "wait"  // for the teacher: nothing can be sent
	Guessing Phase = "guess" // what will the working model show
	Trying   Phase = "try"   // it is being tried on the screen
	Tried    Phase = "tried" // what it showed is on the screen
	Choosing Phase = "vote"  // what would you do, and why
	Betting  Phase = "bet"   // what did they do, and how sure is that
	Told     Phase = "told"  // what happened is on the screen
	Over     Phase = "over"  // the lesson is at its end
)

// Phases lists all phases.
func Phases() []Phase {
	return []Phase{Waiting, Guessing, Trying, Tried, Choosing, Betting, Told, Over}
}

// Now is where a lesson is.
type Now struct {
	Place pack.Place // of the step on the screen; zero where there is none
	Phase Phase
}

// Ballot is what one seat sends about a step. A field that is empty has not been
// answered.
type Ballot struct {
	Option string // what they would do: the id of an option
	Reason string // their first reason: the id of a principle
	Bet    string // what they bet the provider did: the id of an option
	Stop   int    // how sure, from 1 (a guess) to Stops (certain); 0 for no bet
	Guess  string // what they expect of the working model: the id of an option of its question
}

// Stops is how many places the scale of sureness has.
const Stops = 6

// Why a ballot, or a seat, is not taken.
var (
	ErrLocked  = errors.New("the room takes nobody in any more")
	ErrCrowded = errors.New("the room is full")
	ErrNotIn   = errors.New("the seat is not in the room")
	ErrPast    = errors.New("the room is at another step by now")
	ErrShut    = errors.New("nothing can be sent about this now")
	ErrBallot  = errors.New("the answer is none that is on offer")
)

// Room is a room at one moment. The zero value is an empty one that waits.
type Room struct {
	Now    Now
	Locked bool
	// Most is how many seats there are, at most and for 0 MostSeats.
	Most    int
	seats   map[string]bool
	ballots map[pack.Place]map[string]Ballot
}

// Enter says whether a new seat may be taken; one that is in already always may.
func (r *Room) Enter(seat string) error {
	switch {
	case r.seats[seat]:
		return nil
	case r.Locked:
		return ErrLocked
	case len(r.seats) >= r.most():
		return ErrCrowded
	}
	return nil
}

func (r *Room) most() int {
	if r.Most <= 0 || r.Most > MostSeats {
		return MostSeats
	}
	return r.Most
}

// Cast gives what of a ballot is to be kept, if a seat may send it now: a choice
// while the room chooses, a bet while it bets, a guess while it guesses, each as often
// as the pupil likes. try is the question to the working model that comes with the step.
func (r *Room) Cast(seat string, at pack.Place, st *pack.Step, try *pack.Try, sent Ballot) (Ballot, error) {
	switch {
	case !r.seats[seat]:
		return Ballot{}, ErrNotIn
	case at != r.Now.Place:
		return Ballot{}, ErrPast
	}
	part, ok := sent.part(r.Now.Phase)
	switch {
	case !ok:
		return Ballot{}, ErrShut
	case r.Now.Phase == Guessing && !try.Has(part.Guess),
		r.Now.Phase == Choosing && (!offers(st, part.Option) || part.Reason != "" && !slices.Contains(st.Reasons, part.Reason)),
		r.Now.Phase == Betting && (!offers(st, part.Bet) || part.Stop < 1 || part.Stop > Stops):
		return Ballot{}, ErrBallot
	}
	return part, nil
}

// part is what of a ballot belongs to a phase; ok is false where nothing does.
func (b Ballot) part(phase Phase) (part Ballot, ok bool) {
	switch phase {
	case Guessing:
		return Ballot{Guess: b.Guess}, true
	case Choosing:
		return Ballot{Option: b.Option, Reason: b.Reason}, true
	case Betting:
		return Ballot{Bet: b.Bet, Stop: b.Stop}, true
	case Waiting, Trying, Tried, Told, Over:
	}
	return Ballot{}, false
}

func offers(st *pack.Step, option string) bool {
	i, _ := st.Option(option)
	return i >= 0
}

// Sit puts a seat into the room, as it is kept.
func (r *Room) Sit(seat string) {
	if r.seats == nil {
		r.seats = map[string]bool{}
	}
	r.seats[seat] = true
}

// Leave takes a seat out. What it sent counts no more, and is Stray until nothing of it
// is kept.
func (r *Room) Leave(seat string) { delete(r.seats, seat) }

// Keep puts what was sent in a phase into the room, as it is kept: the last one of
// a seat at a step counts. What the seat sent in other phases stays. It may be called
// before Sit.
func (r *Room) Keep(seat string, at pack.Place, phase Phase, sent Ballot) {
	if r.ballots == nil {
		r.ballots = map[pack.Place]map[string]Ballot{}
	}
	if r.ballots[at] == nil {
		r.ballots[at] = map[string]Ballot{}
	}
	b := r.ballots[at][seat]
	switch phase {
	case Guessing:
		b.Guess = sent.Guess
	case Choosing:
		b.Option, b.Reason = sent.Option, sent.Reason
	case Betting:
		b.Bet, b.Stop = sent.Bet, sent.Stop
	case Waiting, Trying, Tried, Told, Over:
		return
	}
	if b == (Ballot{}) {
		delete(r.ballots[at], seat)
		return
	}
	r.ballots[at][seat] = b
}

// Has says whether a seat is taken.
func (r *Room) Has(seat string) bool { return r.seats[seat] }

// Ballot is what a seat sent at a step; ok is false where it sent nothing.
func (r *Room) Ballot(seat string, at pack.Place) (b Ballot, ok bool) {
	b, ok = r.ballots[at][seat]
	return b, ok
}

// Of gives all that a seat sent, by step.
func (r *Room) Of(seat string) map[pack.Place]Ballot {
	all := map[pack.Place]Ballot{}
	for at, seats := range r.ballots {
		if b, ok := seats[seat]; ok {
			all[at] = b
		}
	}
	return all
}

// Seats lists the seats that are taken, in no order.
func (r *Room) Seats() []string { return slices.Collect(maps.Keys(r.seats)) }

// Stray calls do with each ballot of a seat that is not in the room.
func (r *Room) Stray(do func(seat string, at pack.Place, b Ballot)) {
	for at, seats := range r.ballots {
		for seat, b := range seats {
			if !r.seats[seat] {
				do(seat, at, b)
			}
		}
	}
}
