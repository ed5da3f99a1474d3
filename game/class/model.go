package class

import (
	"slices"
	"strings"

	"hardcases/game/network"
	"hardcases/game/pack"
)

// Seed is that of the working model in every lesson: each class sees the same course,
// and the papers have it, too.
const Seed = 1

// MostHours is the most hours that one act lets pass in the working model.
const MostHours = 24

// Question is what the class is asked at the current step before it tries the working
// model; ok is false where it is asked nothing.
func (s *State) Question(p *pack.Pack) (try *pack.Try, ok bool) {
	at, st, there := s.Step(p)
	if !there || s.Course < WithModel || s.NoModel || !s.OpensCase(p) {
		return &pack.Try{}, false
	}
	c, _ := p.Case(at.Case)
	return c.TryOf(st.Seat)
}

// Guessed finds what the class guessed of a question of a case; ok is false where it
// did not.
func (s *State) Guessed(caseID, try string) (g Guess, ok bool) {
	i := s.guess(caseID, try)
	if i < 0 {
		return Guess{Case: caseID, Try: try}, false
	}
	return s.Guesses[i], true
}

func (s *State) guess(caseID, try string) int {
	return slices.IndexFunc(s.Guesses, func(g Guess) bool { return g.Case == caseID && g.Try == try })
}

// All is how many guessed.
func (g *Guess) All() int { return total(g.Counts) }

// GuessBared says whether the hands of a guess can be seen.
func (s *State) GuessBared(g *Guess) bool {
	return g.Open || g.Tried || s.Pupils > 0 && g.All() >= s.Pupils
}

// changeGuess changes the guess at the current question.
func (t *turn) changeGuess(do func(*Guess)) {
	try, ok := t.Question(t.pack)
	if !ok {
		return
	}
	at, _, _ := t.Step(t.pack)
	g, there := t.Guessed(at.Case, try.ID)
	g.Counts = places(g.Counts, len(try.Options))
	do(&g)
	guesses := slices.Clone(t.Guesses)
	if there {
		guesses[t.guess(at.Case, try.ID)] = g
	} else {
		guesses = append(guesses, g)
	}
	t.Guesses = guesses
}

// setNet begins the course of the network anew wherever the class comes to the
// working model, and forgets it elsewhere.
func (t *turn) setNet() {
	t.Net = network.State{}
	if try, ok := t.Question(t.pack); ok && t.Stage == Trying {
		t.Net = network.New(Seed, try.Setting())
	}
}

// turnSwitch turns a switch that the question offers.
func (t *turn) turnSwitch(text string) {
	id, to, _ := strings.Cut(text, ":")
	w, v, ok := network.Parse(id, to)
	try, asks := t.Question(t.pack)
	if ok && asks && t.Stage == Trying && try.Offers(id, to) {
		t.run(try, t.Net.Turn(w, v))
	}
}

// later lets hours pass.
func (t *turn) later(hours int) {
	try, asks := t.Question(t.pack)
	if !asks || t.Stage != Trying || hours < 1 || hours > MostHours {
		return
	}
	net := t.Net
	for range hours {
		net = net.Later()
	}
	t.run(try, net)
}

// run takes a network over, and notes whether it stands as the question asks.
func (t *turn) run(try *pack.Try, net network.State) {
	t.Net = net
	if try.Stands(net) {
		t.changeGuess(func(g *Guess) { g.Tried = true })
	}
}
