package scenes

import (
	"math"

	"hardcases/scenes/layout"
	"hardcases/scenes/paint"
	"hardcases/scenes/stack"
)

// traffic is how the picture of the network moves: requests and pages while it is
// looked at, and shield, flood and visitors when a switch was turned.
type traffic struct {
	on      bool
	painted bool
	seconds float64 // for how long marks have been on their way
	quiet   float64 // for how many seconds nobody has touched anything
	show    *stack.Show
	since   float64 // milliseconds since the show began
	was     *layout.Result
	flood   stack.Flood
	stirred bool // it is to be drawn again, and nothing else
}

// starts has the picture of a new layout move, where there is one.
func (s *Scene) starts(old, next *layout.Result, same bool) {
	n := &s.traffic
	if len(next.Scenes) == 0 {
		*n = traffic{}
		return
	}
	if old == nil || !same || len(old.Scenes) == 0 {
		*n = traffic{on: !s.still()}
		return
	}
	n.end()
	was, is := &old.Scenes[0], &next.Scenes[0]
	if s.still() || was.Picture == is.Picture {
		return
	}
	n.on, n.painted, n.quiet = true, false, 0
	show := stack.NewShow(was.Picture, is.Picture)
	if show.Length() == 0 || was.At != is.At || was.Factor != is.Factor || was.Size != is.Size || was.Mirrored != is.Mirrored || old.Zoom != next.Zoom {
		return
	}
	n.show, n.since, n.was = &show, 0, old
	n.flood = stack.NewFlood(is.Size, was.Picture, is.Picture)
}

// end is the last frame of what a switch began.
func (n *traffic) end() { n.show, n.was, n.since = nil, nil, 0 }

// touched notes a press: what a switch began is at its end, and marks go on.
func (s *Scene) touched() {
	n := &s.traffic
	if n.show != nil {
		n.end()
		s.mark(CauseMove)
	}
	if s.placed != nil && len(s.placed.Scenes) > 0 && !s.still() {
		n.on, n.quiet = true, 0
	}
}

// flows says whether the picture of the network moves now: it is in view, and was
// touched not long ago.
func (s *Scene) flows() bool {
	if !s.traffic.on || s.placed == nil || len(s.placed.Scenes) == 0 || s.covered() {
		return false
	}
	sc := &s.placed.Scenes[0]
	b := &s.placed.Boxes[sc.Box]
	l := &s.placed.Layers[b.Layer]
	r := sc.Rect()
	top := r.Y - s.scroll.at[b.Layer]
	return !b.Hidden && top < l.View.H && top+r.H > 0
}

// covered says whether a sheet lies over the picture.
func (s *Scene) covered() bool {
	return s.placed.Boxes[s.placed.Scenes[0].Box].Layer < s.placed.Modal
}

// flow goes on with the picture by a time, in sixtieths of a second.
func (s *Scene) flow(time float64) {
	n := &s.traffic
	if !s.flows() || !n.painted {
		return
	}
	if s.still() {
		*n = traffic{}
		s.mark(CauseMove)
		return
	}
	most := leap
	if n.show == nil { // nobody follows a mark from frame to frame
		most = 60
	}
	step := min(time, most) / 60
	n.stirred = true
	if n.quiet += step; n.quiet >= stack.Run {
		step -= n.quiet - stack.Run
		n.on = false
	}
	n.seconds += step
	if n.since += step * 1000; n.show != nil && n.since >= n.show.Length() {
		n.end()
	}
}

// net is how the picture is drawn now.
func (n *traffic) net() paint.Net {
	const tick = 1.0 / 60
	seconds := math.Mod(n.seconds, stack.Run)
	if seconds < tick/2 || stack.Run-seconds < tick/2 {
		seconds = 0 // where they set out, to the pixel
	}
	return paint.Net{Seconds: seconds, Show: n.show, Since: n.since, Was: n.was, Flood: &n.flood}
}
