package scenes

import "hardcases/game/view"

// moment is the movement by which a new screen shows itself, once: what comes to
// its place by itself. It begins when the screen is first painted.
type moment struct {
	on      bool
	painted bool
	since   float64 // milliseconds since it began
}

// Comes says whether the picture will move by itself when one screen follows
// another, so that a host may wait with what would draw the eye elsewhere.
func (s *Scene) Comes(old, now *view.Node) bool {
	return old != nil && now.After != "" && now.After == old.ID && !s.still()
}

// Moving says whether the picture moves by itself.
func (s *Scene) Moving() bool { return s.moment.on }

// Skip ends a movement at its last picture, and says whether there was one of a new
// screen: the press that ends that is for nothing else.
func (s *Scene) Skip() bool {
	s.touched()
	if !s.moment.on {
		return false
	}
	s.moment = moment{}
	s.mark(CauseMove)
	return true
}

// begin starts the movement of a new screen, where it has one.
func (s *Scene) begin(old, now *view.Node) {
	s.moment = moment{on: s.Comes(old, now) && s.placed.Length() > 0}
}

// move goes on with a movement by a time, in sixtieths of a second.
func (s *Scene) move(time float64) {
	if !s.moment.on || !s.moment.painted {
		return
	}
	s.moment.since += min(time, leap) * 1000 / 60
	s.mark(CauseMove)
	if s.moment.since >= s.placed.Length() {
		s.moment = moment{}
	}
}

// leap is the most time that one step of a movement makes up for, in sixtieths of
// a second: on a slow device it takes as long as on a fast one, in fewer steps.
const leap = 15.0
