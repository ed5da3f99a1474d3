package view

import (
	"math"

	"hardcases/game/play"
)

// Slid is what a key, by its name in the DOM, tells the game while a slider has the
// focus: nil where it changes nothing. ok is false for a key that moves no slider.
// https://www.w3.org/WAI/ARIA/apg/patterns/slider/
func (n *Node) Slid(key string, rightToLeft bool) (on play.Msg, ok bool) {
	s := n.Slide
	if s == nil {
		return nil, false
	}
	to := s.At
	ahead := 1
	if rightToLeft {
		ahead = -1
	}
	switch key {
	case "ArrowUp":
		to++
	case "ArrowDown":
		to--
	case "ArrowRight":
		to += ahead
	case "ArrowLeft":
		to -= ahead
	case "PageUp":
		to += s.Page
	case "PageDown":
		to -= s.Page
	case "Home":
		to = 0
	case "End":
		to = len(s.Stops) - 1
	case " ": // there, where nothing was chosen yet
	default:
		return nil, false
	}
	return n.SlideTo(to), true
}

// Pointed is the stop of a hand that is turned to a place on its dial, in turns from the
// top: the nearest from where it is.
func (s *Slide) Pointed(to float64) int {
	by := to - s.Hand
	return s.At + int(math.Round((by-math.Round(by))*float64(s.Turn)))
}

// Value is how much a stop counts.
func (s *Slide) Value(stop int) int { return s.Low + stop*s.By }

// SlideTo is what moving a slider to a stop tells the game, nil where it is there.
// A stop beyond an end is that end.
func (n *Node) SlideTo(stop int) play.Msg {
	stop = min(max(stop, 0), len(n.Slide.Stops)-1)
	if n.Checked && stop == n.Slide.At {
		return nil
	}
	return n.Slide.Stops[stop]
}
