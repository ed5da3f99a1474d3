package play

import "hardcases/game/pack"

// TakesSeat says whether the player takes another seat at a step of a case than the
// one that they had at the decision before it, or at the briefing.
func (s State) TakesSeat(c *pack.Case, index int) bool {
	if index < 0 || index >= len(c.Steps) || !c.Steps[index].Kind.Traits().Chosen {
		return false
	}
	before, now := s.SeatBefore(c), &c.Steps[index]
	return before.Actor != now.Actor || before.Seat != now.Seat
}

// SeatBefore is the decision of a case that was answered last: the seat that the
// player has. Before any it is the first, which the briefing is about.
func (s State) SeatBefore(c *pack.Case) *pack.Step {
	before := &c.Steps[0]
	for i := range s.Answers {
		if s.Answers[i].Case != c.ID {
			continue
		}
		if at, st := c.Step(s.Answers[i].Step); at >= 0 && st.Kind.Traits().Chosen {
			before = st
		}
	}
	return before
}

// seated leaves the change of seat where a message is for the step behind it: games
// of older formats had no such screen.
func (t *turn) seated(m Msg) {
	if t.Screen != Seat {
		return
	}
	switch m.(type) {
	case Choose, Draw, GiveReason, Bet, Stake, Forecast, Commit, TooEarly, Pass, Skip, OpenSource:
		t.Screen = Deciding
	}
}
