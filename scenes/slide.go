package scenes

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/layout"
)

// grip is how near its point a finger takes hold of a slider, in layout units: from
// farther away it scrolls, or taps.
const grip = 40.0

// isSlider says whether a box is a slider.
func isSlider(r *layout.Result, box int) bool {
	return box >= 0 && r.Boxes[box].Node.Slide != nil
}

// under is the box that a press is on: where there is none, the slider whose point a finger
// is at. The point may lie on its slider's edge.
func (s *Scene) under(e PointerEvent) int {
	box, layer := s.placed.Hit(e.X, e.Y, s.scroll.at), s.placed.LayerAt(e.X, e.Y)
	for i := 0; box < 0 && e.Touch && i < len(s.placed.Boxes); i++ {
		if isSlider(s.placed, i) && s.placed.Boxes[i].Layer == layer && s.atPoint(i, e) {
			box = i
		}
	}
	return box
}

// grips says whether a press takes hold of the slider that it is on: a finger at
// its point, a mouse anywhere.
func (s *Scene) grips(e PointerEvent) bool {
	target := s.pointer.target
	return isSlider(s.placed, target) && (!e.Touch || s.atPoint(target, e))
}

// atPoint says whether a finger is at the point of a slider, or at its hand.
func (s *Scene) atPoint(slider int, e PointerEvent) bool {
	b := &s.placed.Boxes[slider]
	at, _ := s.placed.OnWindow(slider, s.scroll.at)
	slide := b.Node.Slide
	if slide.Turn > 0 {
		tip := layout.Hand(at, slide.Hand)
		return math.Hypot(e.X-tip.X, e.Y-tip.Y) <= grip
	}
	x := at.Right()
	if s.input.RightToLeft {
		x = at.X
	}
	y := at.Bottom() - at.H*float64(slide.At)/float64(len(slide.Stops)-1)
	return math.Hypot(e.X-x, e.Y-y) <= grip
}

// slideTo moves the slider under the pointer to the stop at a height of the window, or
// its hand to where a place of the window is from its middle.
func (s *Scene) slideTo(x, y float64) {
	if s.sync(); !isSlider(s.placed, s.pointer.target) {
		return
	}
	n := s.placed.Boxes[s.pointer.target].Node
	at, _ := s.placed.OnWindow(s.pointer.target, s.scroll.at)
	if n.Slide.Turn > 0 {
		s.tell(n, n.Slide.Pointed(math.Atan2(x-(at.X+at.W/2), at.Y+at.H/2-y)/(2*math.Pi)))
		return
	}
	share := (at.Bottom() - y) / at.H
	s.tell(n, int(math.Round(share*float64(len(n.Slide.Stops)-1))))
}

// tell moves a slider to a stop, where it is not there.
func (s *Scene) tell(n *view.Node, stop int) {
	if on := n.SlideTo(stop); on != nil {
		s.host.Send(on)
	}
}

// slides moves the slider that has the focus by a key, and says whether there is one
// that the key moves.
func (s *Scene) slides(key string) bool {
	if !s.focus.visible || !isSlider(s.placed, s.focus.box) {
		return false
	}
	on, ok := s.placed.Boxes[s.focus.box].Node.Slid(key, s.input.RightToLeft)
	if on != nil {
		s.host.Send(on)
	}
	return ok
}
