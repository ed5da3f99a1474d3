// Package score says how near a player's choices came to what happened, and
// how well the player knew it. None of it says who was right.
package score

import (
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Levels are the five answers to how far an item of a check can be relied on, as
// probabilities in percent; Levels[0] belongs to level 1. Older games asked by
// them how sure the player was that the real provider did the same.
var Levels = [5]int{5, 25, 50, 75, 95}

// Points gives the share of a match: 1 for full, ½ for partial, 0 for none.
func Points(m pack.Match) float64 {
	switch m {
	case pack.Full:
		return 1
	case pack.Partial:
		return 0.5
	case pack.None, pack.NoMatch:
	}
	return 0
}

// MatchOf says how near a choice came to what happened: as its option did. A level
// that was drawn is not the option's own but near it, so it matches partly at most.
func MatchOf(o *pack.Option, c play.Choice) pack.Match {
	if o.Match == pack.Full && c.Drawn > 0 {
		return pack.Partial
	}
	return o.Match
}

// Forecast scores a level from 0 to 100: 100·(1 − (p − o)²), where p is the
// probability that was said and o the match. It is the quadratic rule of Brier
// (1950), under which saying what one truly believes scores best. Level is 1 to
// 5. Every result is a multiple of ¼ and so exact. Steps of games from before
// there were bets keep the score that they had by it.
func Forecast(level int, m pack.Match) float64 {
	p := float64(Levels[level-1])
	o := 100 * Points(m)
	return 100 - (p-o)*(p-o)/100
}

// Fit says how an option stands to a principle.
type Fit string

// The fits. NoFit stands for a step where no reason was given.
const (
	NoFit   Fit = ""
	Serves  Fit = "serves"
	Strains Fit = "strains"
	Neither Fit = "neither"
)

// FitOf says how an option stands to a principle.
func FitOf(o *pack.Option, principle string) Fit {
	if principle == "" {
		return NoFit
	}
	for _, p := range o.Serves {
		if p == principle {
			return Serves
		}
	}
	for _, p := range o.Strain {
		if p == principle {
			return Strains
		}
	}
	return Neither
}

// Apart is how far two roads lie apart, in places on the ladder, before one is
// called further or shorter than the other.
const Apart = 10

// Step is the score of one decided step, by its first answer.
type Step struct {
	ID        string
	Option    string
	Happened  string
	Principle string
	Further   int  // places on the ladder beyond the real provider, −100 to 100
	OnRoad    bool // the places can be set beside those of other steps
	Match     float64
	Bet       Wager
	Level     int     // of an older game, 1 to 5; 0 where there was none
	Forecast  float64 // by the rule of then, 0 to 100; only where Level > 0
	Fit       Fit
	Opened    int // facts whose sources were opened before deciding
	Known     int // facts there were
}

// Of scores one answer to a step.
func Of(st *pack.Step, a play.Answer) Step {
	_, o := st.Option(a.First.Option)
	s := Step{
		ID: st.ID, Option: a.First.Option, Happened: st.Happened,
		Principle: a.First.Principle, Level: a.First.Level,
		Match: Points(MatchOf(o, a.First)), Fit: FitOf(o, a.First.Principle),
		Opened: len(a.Opened), Known: len(st.Known),
	}
	if !a.Told {
		s.Bet = WagerOf(st, a.First)
	}
	_, real := st.Option(st.Happened)
	s.Further, s.OnRoad = o.Ladder-real.Ladder, st.OnRoad()
	if s.Level >= 1 && s.Level <= len(Levels) && !a.Told {
		s.Forecast = Forecast(s.Level, o.Match)
	} else {
		s.Level = 0
	}
	return s
}

// Sum is the score over several steps.
type Sum struct {
	ID    string // of the case, "" for all cases
	Steps []Step
	// Match adds up the matches; Of counts the steps decided.
	Match float64
	Of    int
	// Better is the mean over the Bets steps that have a bet, against guessing: see
	// Bet. Whether it is worth telling says Averaged.
	Better float64
	Bets   int
	// Forecast is the mean over the Forecasts steps of older games that have one,
	// by the rule of then, 0 to 100.
	Forecast  float64
	Forecasts int
	// Named is the principle given most often as the reason, and NamedTimes counts how
	// often. Of several given equally often none is the main one: it is "" then.
	Named      string
	NamedTimes int
	// Breaks are the steps whose choice strains the principle named most.
	Breaks []string
	// Further is how much further along the ladder the player went than the
	// real provider, on average over the OnLadder decisions, −100 to 100. Steps
	// with a scale of their own are left out.
	Further  float64
	OnLadder int
	// Opened and Known count the facts whose sources were opened before
	// deciding, and the facts there were. They earn nothing.
	Opened, Known int
}

// Averaged says whether there are bets enough for an average.
func (s Sum) Averaged() bool { return s.Bets >= FewestBets }

// Case scores the decided steps of a case. Skipped steps, and those that no
// event answers, count for nothing.
func Case(c *pack.Case, s play.State) Sum {
	var steps []Step
	var chosen []*pack.Option
	for i := range c.Steps {
		a, ok := s.Answer(c.ID, c.Steps[i].ID)
		if !ok || a.Skipped || !c.Steps[i].Kind.Traits().Answered {
			continue
		}
		_, o := c.Steps[i].Option(a.First.Option)
		steps = append(steps, Of(&c.Steps[i], a))
		chosen = append(chosen, o)
	}
	return sum(c.ID, steps, chosen)
}

// All scores every case of a pack.
func All(p *pack.Pack, s play.State) (cases []Sum, all Sum) {
	var steps []Step
	var chosen []*pack.Option
	for _, head := range p.Head().Cases {
		if !s.Started(head.ID) {
			cases = append(cases, Sum{ID: head.ID})
			continue
		}
		c, _ := p.Case(head.ID)
		one := Case(c, s)
		for _, st := range one.Steps {
			_, full := c.Step(st.ID)
			_, o := full.Option(st.Option)
			chosen = append(chosen, o)
		}
		steps = append(steps, one.Steps...)
		cases = append(cases, one)
	}
	return cases, sum("", steps, chosen)
}

func sum(id string, steps []Step, chosen []*pack.Option) Sum {
	t := Sum{ID: id, Steps: steps, Of: len(steps)}
	times := map[string]int{}
	for _, s := range steps {
		t.Match += s.Match
		t.Opened += s.Opened
		t.Known += s.Known
		if s.OnRoad {
			t.Further += float64(s.Further)
			t.OnLadder++
		}
		if s.Bet.Made() {
			t.Better += s.Bet.Better
			t.Bets++
		}
		if s.Level > 0 {
			t.Forecast += s.Forecast
			t.Forecasts++
		}
		if s.Principle != "" {
			times[s.Principle]++
		}
	}
	if t.Bets > 0 {
		t.Better /= float64(t.Bets)
	}
	if t.Forecasts > 0 {
		t.Forecast /= float64(t.Forecasts)
	}
	if t.OnLadder > 0 {
		t.Further /= float64(t.OnLadder)
	}
	for p, n := range times {
		switch {
		case n > t.NamedTimes:
			t.Named, t.NamedTimes = p, n
		case n == t.NamedTimes:
			t.Named = ""
		}
	}
	for i, s := range steps {
		if t.Named != "" && FitOf(chosen[i], t.Named) == Strains {
			t.Breaks = append(t.Breaks, s.ID)
		}
	}
	return t
}
