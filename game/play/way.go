package play

import (
	"slices"

	"hardcases/game/pack"
)

// OnShort says whether the player goes through a case by its short way.
func (s State) OnShort(caseID string) bool { return slices.Contains(s.Short, caseID) }

// Way is the indexes of the steps that the player goes through in a case, in
// their order in time.
func (s State) Way(c *pack.Case) []int { return c.Way(s.OnShort(c.ID)) }

// Frontier is the index of the first step on the player's way through a case that
// has no answer; it is the number of steps when all have one.
func (s State) Frontier(c *pack.Case) int { return s.unanswered(c, s.Way(c)) }

// LeftOut is the indexes of the steps that the player's way through a case leaves
// out and that have no answer, in their order in time.
func (s State) LeftOut(c *pack.Case) []int {
	if !s.OnShort(c.ID) {
		return nil
	}
	return slices.DeleteFunc(c.LeftOut(), func(i int) bool {
		_, ok := s.Answer(c.ID, c.Steps[i].ID)
		return ok
	})
}

// Finished says whether all steps on the player's way through a case are answered.
func (s State) Finished(c *pack.Case) bool { return len(c.Steps) > 0 && s.Frontier(c) == len(c.Steps) }

// Row is the steps that are played in a row with the one at an index: those of
// the player's way, or those that it leaves out.
func (s State) Row(c *pack.Case, index int) []int {
	if way := s.Way(c); slices.Contains(way, index) {
		return way
	}
	return c.LeftOut()
}

// Next is the index of the step that follows the one at an index: the next of its
// row, else the first on the player's way without an answer. ok is false where
// the case is at its end.
func (s State) Next(c *pack.Case, index int) (next int, ok bool) {
	row := s.Row(c, index)
	if at := slices.Index(row, index); at+1 < len(row) {
		return row[at+1], true
	}
	next = s.Frontier(c)
	return next, next < len(c.Steps)
}

// unanswered is the first of some steps without an answer; the number of all steps
// where each has one.
func (s State) unanswered(c *pack.Case, steps []int) int {
	for _, i := range steps {
		if _, ok := s.Answer(c.ID, c.Steps[i].ID); !ok {
			return i
		}
	}
	return len(c.Steps)
}

// Told says whether the player has been told what happened at a step of a case
// without having decided it: by a later step that was answered, with what is told
// of those left out before it, or by the debrief of the case. What was decided
// keeps what was so then.
func (s State) Told(p *pack.Pack, c *pack.Case, st *pack.Step) bool {
	if a, ok := s.Answer(c.ID, st.ID); ok {
		return a.Told
	}
	if s.Finished(c) && c.Tells(st) {
		return true
	}
	own, _ := c.Step(st.ID)
	for i := range s.Answers {
		a := &s.Answers[i]
		other, err := p.Case(a.Case)
		at, shown := other.Step(a.Step)
		if err != nil || at < 0 {
			continue
		}
		later := st.Date.SurelyBefore(shown.Date)
		if a.Case == c.ID {
			later = at > own
		}
		if later && shown.Tells(st) {
			return true
		}
	}
	return false
}

// AsksBet says whether a player is asked what they bet at a step: not where they
// have been told.
func (s State) AsksBet(p *pack.Pack, c *pack.Case, st *pack.Step) bool {
	return st.Kind.Traits().Bet && !s.Told(p, c, st)
}
