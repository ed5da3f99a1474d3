package class

import (
	"slices"
	"strings"

	"hardcases/game/pack"
)

// Where is where an act of a lesson counts: case, step and stage, and for hands the id of
// the option that they are counted for, with slashes between; "-" where it counts for
// nothing of a step, and "" for acts that count wherever they are done, or say it
// themselves.
func (s *State) Where(p *pack.Pack, act Act) string {
	hands := false
	switch act {
	case Point, Digit, Undigit, Add, Decide:
		hands = true
	case Move, Unfold, Switch, Turn, Later, Forward, Backward, SkipIt:
	default:
		return ""
	}
	at, _, ok := s.Step(p)
	if !ok || !slices.Contains(order[:], s.Stage) {
		return none
	}
	where := []string{at.Case, at.Step, string(s.Stage)}
	if ids := s.optionIDs(p); hands && len(ids) > 0 {
		where = append(where, ids[min(max(s.Option, 0), len(ids)-1)])
	}
	return strings.Join(where, "/")
}

// Counts says whether an act enters what a class chose.
func (a Act) Counts() bool {
	return a == Point || a == Digit || a == Undigit || a == Add || a == Decide
}

// OptionAt is the id of an option for which hands are counted now, "" for none.
func (s *State) OptionAt(p *pack.Pack, n int) string {
	ids := s.optionIDs(p)
	if n < 0 || n >= len(ids) {
		return ""
	}
	return ids[n]
}

// optionIDs are the options to count hands for, none where none are counted.
func (s *State) optionIDs(p *pack.Pack) (ids []string) {
	switch s.Stage {
	case Voting, Betting:
		_, st, _ := s.Step(p)
		for i := range st.Options {
			ids = append(ids, st.Options[i].ID)
		}
	case Guessing:
		try, _ := s.Question(p)
		ids = try.Options
	default: // no other stage counts hands
	}
	return ids
}

// reopenAt goes to where something was done, as Where has it. What the class saw there it
// has been told.
func (t *turn) reopenAt(where string) {
	f := strings.Split(where, "/")
	if len(f) < 3 {
		return
	}
	there := t.State
	there.At = slices.Index(t.Steps(t.pack), pack.Place{Case: f[0], Step: f[1]})
	stages := there.stages(t.pack)
	if there.Stage = Stage(f[2]); there.At < 0 || !slices.Contains(stages, there.Stage) {
		return
	}
	option := 0
	if len(f) > 3 {
		if option = slices.Index(there.optionIDs(t.pack), f[3]); option < 0 {
			return
		}
	}
	t.open(there.At, there.Stage)
	t.Option = option
	if slices.Index(order[:], t.Stage) >= slices.Index(order[:], Shown) {
		t.change(func(v *Vote) { v.Revealed, v.Skipped = true, false })
	}
}

// Fits says whether what devices have sent, as a journal has it, still finds its step with
// as many options as it had.
func Fits(p *pack.Pack, text string) bool {
	n, ok := parseNews(text)
	if !ok || n.Place == (pack.Place{}) {
		return true // it says nothing of any
	}
	st, there := p.StepAt(n.Place)
	return there && (n.Votes == nil || len(n.Votes) == len(st.Options)) && (n.Sure == nil || len(n.Sure) == len(st.Options))
}
