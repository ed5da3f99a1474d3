package class

import (
	"slices"

	"hardcases/game/pack"
)

// What stands on one page, so that all of it can be read from the last row and
// nothing has to be scrolled.
const (
	FactsOnPage = 2
	ThenOnPage  = 2
	RoadOnPage  = 4 // steps of the class's road
)

// order is the stages that a step can have.
var order = [...]Stage{Opening, Guessing, Trying, Facts, Voting, Betting, Shown, Story, Talk}

// stages lists the stages of the current step.
func (s *State) stages(p *pack.Pack) []Stage {
	return slices.DeleteFunc(slices.Clone(order[:]), func(stage Stage) bool { return s.Pages(p, stage) == 0 })
}

// Pages is how many pages a stage of the current step has, 0 where the step goes
// without. The first page of a story is what happened, the others are what followed.
func (s *State) Pages(p *pack.Pack, stage Stage) int {
	at, st, _ := s.Step(p)
	if at.Case == pack.AtDesk && stage != Ended {
		return one(stage == Opening && s.OpensCase(p) || stage == Voting || stage == Shown || stage == Story)
	}
	switch stage {
	case Opening:
		return one(s.Course >= WithBets && (s.OpensCase(p) || s.TakesSeat(p)))
	case Guessing, Trying:
		_, asks := s.Question(p)
		return one(asks)
	case Facts:
		return max(1, (len(st.Known)+FactsOnPage-1)/FactsOnPage)
	case Betting:
		return one(s.Course >= WithBets && !s.NoBets && st.Kind.Traits().Bet)
	case Ended:
		return s.pagesOfEnd(p)
	case Story:
		return 1 + (len(st.Then)+ThenOnPage-1)/ThenOnPage
	default:
		return 1
	}
}

// pagesOfEnd is how many pages the end of a lesson has.
func (s *State) pagesOfEnd(p *pack.Pack) int {
	return max(1, s.roadPages(p)+one(len(s.Asked(p)) > 0)+one(s.HasRounds(p)))
}

// roadPages is how many pages the class's road has at the end of a lesson; rounds of the
// desk are no part of it.
func (s *State) roadPages(p *pack.Pack) int {
	steps := slices.DeleteFunc(s.Steps(p), func(at pack.Place) bool { return at.Case == pack.AtDesk })
	return (len(steps) + RoadOnPage - 1) / RoadOnPage
}

// HasRoad says whether the lesson has steps of cases, which alone are on its road.
func (s *State) HasRoad(p *pack.Pack) bool {
	return slices.ContainsFunc(s.Steps(p), func(at pack.Place) bool { return at.Case != pack.AtDesk })
}

// HasRounds says whether the lesson has rounds of the desk.
func (s *State) HasRounds(p *pack.Pack) bool {
	return slices.ContainsFunc(s.Steps(p), func(at pack.Place) bool { return at.Case == pack.AtDesk })
}

// AtGuesses says whether the end of the lesson shows what the class guessed of the
// working model, which stands after its road.
func (s *State) AtGuesses(p *pack.Pack) bool {
	return s.Stage == Ended && s.Page == s.roadPages(p) && len(s.Asked(p)) > 0
}

// AtReadings says whether the end of the lesson shows how the class read the extracts of
// the desk, which stands last.
func (s *State) AtReadings(p *pack.Pack) bool {
	return s.Stage == Ended && s.HasRounds(p) && s.Page >= s.pagesOfEnd(p)-1
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// OpensCase says whether the lesson comes to the case of the current step with it.
func (s *State) OpensCase(p *pack.Pack) bool { return s.before(p) == nil }

// TakesSeat says whether the class sits elsewhere at the current step than at the
// one of the same case before it in the lesson.
func (s *State) TakesSeat(p *pack.Pack) bool {
	_, st, _ := s.Step(p)
	before := s.before(p)
	return before != nil && st.Kind.Traits().Chosen && (before.Actor != st.Actor || before.Seat != st.Seat)
}

// before is the step before the current one, where the lesson has one of the same
// case; else nil.
func (s *State) before(p *pack.Pack) *pack.Step {
	steps := s.Steps(p)
	if s.At < 1 || s.At >= len(steps) || steps[s.At-1].Case != steps[s.At].Case {
		return nil
	}
	st, _ := p.StepAt(steps[s.At-1])
	return st
}

// AllIn says whether as many voted, or bet, as there are pupils, or every device.
func (s *State) AllIn(v *Vote, stage Stage) bool {
	if stage == Betting {
		return s.Pupils > 0 && v.AllBets() >= s.Pupils || s.Room.In > 0 && v.SentBets >= s.Room.In
	}
	return s.Pupils > 0 && v.All() >= s.Pupils || s.Room.In > 0 && v.Sent >= s.Room.In
}

// Bared says whether the hands of a stage can be seen: where all are in, the
// teacher shows them, or what happened has been told.
func (s *State) Bared(v *Vote, stage Stage) bool {
	open := v.Open
	if stage == Betting {
		open = v.OpenBets
	}
	return open || v.Revealed || s.AllIn(v, stage)
}
