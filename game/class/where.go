package class

import (
	"reflect"
	"slices"
	"strings"

	"hardcases/game/pack"
)

// Where is where an act of a lesson counts: case, step and stage, and for hands the id of
// the option that they are counted for, with slashes between; "-" where it counts for
// nothing of a step, and "" for acts that count wherever they are done, or say it
// themselves.
func (s *State) Where(p *pack.Pack, act Act) string {
	if !act.Placed() {
		return ""
	}
	at, _, ok := s.Step(p)
	if !ok || !slices.Contains(order[:], s.Stage) {
		return none
	}
	where := []string{at.Case, at.Step, string(s.Stage)}
	if ids := s.optionIDs(p); act.Counts() && len(ids) > 0 {
		where = append(where, ids[min(max(s.Option, 0), len(ids)-1)])
	}
	return strings.Join(where, "/")
}

// Placed says whether an act has a place, as Where has it.
func (a Act) Placed() bool {
	switch a {
	case Move, Unfold, Switch, Turn, Later, Forward, Backward, SkipIt:
		return true
	default:
		return a.Counts()
	}
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

// OptionIndex is the index of an option for which hands are counted now, by its id; -1 for
// none.
func (s *State) OptionIndex(p *pack.Pack, id string) int { return slices.Index(s.optionIDs(p), id) }

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

// Fits says whether all that devices have sent, as a journal has it, finds its step, or its
// question, with as many options and reasons as it had. It has numbers alone: that others
// stand in their places now cannot be seen.
func (s *State) Fits(p *pack.Pack, text string) bool {
	n, ok := parseNews(text)
	if !ok || n.Place == (pack.Place{}) || s.Room.Door.Code == "" {
		return true // it says nothing of any
	}
	st, there := p.StepAt(n.Place)
	return there && reflect.DeepEqual(n, n.fitted(st)) && s.fitsGuesses(p, n)
}

// fitsGuesses says whether what devices guessed finds its question, where the lesson asks any.
func (s *State) fitsGuesses(p *pack.Pack, n News) bool {
	at := slices.Index(s.Steps(p), n.Place)
	if n.Guesses == nil || at < 0 || s.NoModel || s.Course < WithModel {
		return true
	}
	try, asks := s.questionAt(p, at)
	return asks && len(n.Guesses) == len(try.Options)
}

// fitted is news of a step without what has not as many options, or reasons, as that.
// Reasons are those of votes.
func (n News) fitted(st *pack.Step) News {
	if n.Votes != nil && len(n.Votes) != len(st.Options) {
		n.Sent, n.Votes, n.Reasons = 0, nil, nil
	}
	if n.Reasons != nil && len(n.Reasons) != len(st.Reasons) {
		n.Reasons = nil
	}
	if n.Sure != nil && len(n.Sure) != len(st.Options) {
		n.SentBets, n.Sure = 0, nil
	}
	return n
}
