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

// SeatBefore is the decision of a case whose seat the player has: the one for which it
// was taken, or that was answered last. Before any it is the first, which the briefing
// is about.
func (s State) SeatBefore(c *pack.Case) *pack.Step {
	before := &c.Steps[0]
	if i, st := c.Step(s.Seated.Step); s.Seated.Case == c.ID && i >= 0 {
		if _, answered := s.Answer(c.ID, st.ID); !answered {
			return st
		}
	}
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
		t.sit()
	}
}

// sit takes the seat of the step: it is taken once, wherever the player comes back to
// the step from.
func (t *turn) sit() { t.Screen, t.Seated = Deciding, Place{t.Case, t.step().ID} }
