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

// Guesses are those of hands and devices together, by option.
func (g *Guess) Guesses() []int { return together(g.Counts, g.Sum) }

// All is how many guessed, by hand or on a device.
func (g *Guess) All() int { return total(g.Guesses()) }

// Count is how many guessed an option, by hand or on a device.
func (g *Guess) Count(option int) int { return countOf(g.Guesses(), option) }

// AllGuessed says whether as many guessed as there are pupils, or every device.
func (s *State) AllGuessed(g *Guess) bool {
	return s.Pupils > 0 && g.All() >= s.Pupils || s.Room.In > 0 && g.Sent >= s.Room.In
}

// GuessBared says whether the hands of a guess can be seen.
func (s *State) GuessBared(g *Guess) bool {
	return g.Open || g.Tried || s.AllGuessed(g)
}

// Asked is a question of the current lesson to the working model that the class guessed.
type Asked struct {
	At    int // index in the lesson's steps, of the step that it comes with
	Place pack.Place
	Try   *pack.Try
	Guess Guess
}

// Asked lists the questions of the current lesson that anybody guessed, in order.
func (s *State) Asked(p *pack.Pack) []Asked {
	var all []Asked
	for i, at := range s.Steps(p) {
		try, ok := s.questionAt(p, i)
		if g, _ := s.Guessed(at.Case, try.ID); ok && g.All() > 0 {
			all = append(all, Asked{i, at, try, g})
		}
	}
	return all
}

// questionAt is the question that comes with a step of the current lesson, by its index.
func (s *State) questionAt(p *pack.Pack, at int) (try *pack.Try, ok bool) {
	here := *s
	here.At = at
	return here.Question(p)
}

// changeGuess changes the guess at the current question.
func (t *turn) changeGuess(do func(*Guess)) {
	if try, ok := t.Question(t.pack); ok {
		at, _, _ := t.Step(t.pack)
		t.changeGuessAt(at.Case, try, do)
	}
}

func (t *turn) changeGuessAt(caseID string, try *pack.Try, do func(*Guess)) {
	g, there := t.Guessed(caseID, try.ID)
	g.Counts = places(g.Counts, len(try.Options))
	do(&g)
	guesses := slices.Clone(t.Guesses)
	if there {
		guesses[t.guess(caseID, try.ID)] = g
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
