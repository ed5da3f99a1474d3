package scenes

import (
	"math"
	"slices"

	"hardcases/scenes/layout"
)

// scrolling is how far each layer is scrolled, in layout units, and how it is
// moving. Times are in sixtieths of a second.
type scrolling struct {
	at      layout.Scrolls
	layer   int     // the one that moves
	speed   float64 // of a fling, units to a sixtieth
	from    float64 // of a glide
	to      float64
	gliding bool
	since   float64 // how long it has been gliding
}

const (
	glideTime = 9.0  // 150 ms: motions are to take less than 200
	friction  = 0.95 // of a fling, to a sixtieth: it halves in 13 of them
	slowest   = 0.35 // a fling under this speed stops
	fastest   = 8000.0 / 60
)

// moving says whether a fling or glide is under way.
func (s *scrolling) moving() bool { return s.speed != 0 || s.gliding }

// stop ends what is under way and says whether anything was.
func (s *scrolling) stop() bool {
	was := s.moving()
	s.speed, s.gliding = 0, false
	return was
}

// goal is where a layer is, or where it is gliding to.
func (s *scrolling) goal(layer int) float64 {
	switch {
	case layer < 0 || layer >= len(s.at):
		return 0
	case s.gliding && s.layer == layer:
		return s.to
	}
	return s.at[layer]
}

// set moves a layer, within its content, and says whether it moved.
func (s *scrolling) set(r *layout.Result, layer int, y float64) bool {
	y = math.Min(math.Max(0, y), r.Layers[layer].MaxScroll())
	if s.at[layer] == y {
		return false
	}
	s.at[layer] = y
	return true
}

// tick moves a fling or glide on by a time and says whether anything moved.
func (s *scrolling) tick(r *layout.Result, time float64) bool {
	if !s.moving() || s.layer < 0 || s.layer >= len(s.at) {
		s.stop()
		return false
	}
	if s.gliding {
		s.since += time
		t := s.since / glideTime
		if t >= 1 {
			s.gliding = false
			return s.set(r, s.layer, s.to)
		}
		return s.set(r, s.layer, s.from+(s.to-s.from)*(1-(1-t)*(1-t)*(1-t)))
	}
	moved := s.set(r, s.layer, s.at[s.layer]+s.speed*time)
	s.speed *= math.Pow(friction, time)
	if !moved || math.Abs(s.speed) < slowest {
		s.speed = 0
	}
	return moved
}

// fling lets a layer run on at a speed.
func (s *scrolling) fling(layer int, speed float64) {
	s.stop()
	if math.Abs(speed) >= 2 {
		s.layer, s.speed = layer, math.Min(math.Max(speed, -fastest), fastest)
	}
}

// glide lets a layer move to a place.
func (s *scrolling) glide(layer int, from, to float64) {
	s.speed = 0
	s.layer, s.from, s.to, s.gliding, s.since = layer, from, to, true, 0
}

// replace carries scrolling over to a new layout. On the same screen the
// topmost text that is seen stays where it is in the window; another screen
// begins at its top.
func (s *scrolling) replace(old, next *layout.Result, same bool) {
	before := s.at
	s.at = slices.Repeat([]float64{0}, len(next.Layers))
	if !same {
		s.stop()
		return
	}
	for i := range next.Layers {
		k := next.Layers[i].Kind
		j := layerOf(old, k)
		if j < 0 || k != layout.PageLayer && k != layout.SheetLayer {
			continue
		}
		s.at[i] = before[j]
		if before[j] > 0 {
			if a, b, ok := anchor(old, next, j, before[j]); ok {
				s.at[i] += b - a
			}
		}
		s.at[i] = math.Min(math.Max(0, s.at[i]), next.Layers[i].MaxScroll())
	}
	if s.moving() && (s.layer >= len(old.Layers) || layerOf(next, old.Layers[s.layer].Kind) != s.layer) {
		s.stop()
	}
}

func layerOf(r *layout.Result, k layout.LayerKind) int {
	for i := range r.Layers {
		if r.Layers[i].Kind == k {
			return i
		}
	}
	return -1
}

// anchor finds the first leaf that shows at the top of a layer, and gives its
// top in the old and in the new layout.
func anchor(old, next *layout.Result, layer int, scroll float64) (before, after float64, ok bool) {
	for i := range old.Boxes {
		b := &old.Boxes[i]
		if b.Layer != layer || b.Hidden || b.Runs.Len() == 0 || b.Rect.Y < scroll {
			continue
		}
		if j := next.Find(b.Node.ID); j >= 0 && !next.Boxes[j].Hidden {
			return b.Rect.Y, next.Boxes[j].Rect.Y, true
		}
	}
	return 0, 0, false
}

// scrollTo moves a layer to y, in layout units, at once or gliding.
func (s *Scene) scrollTo(layer int, y float64, glide bool) {
	if layer < 0 || layer >= len(s.scroll.at) {
		return
	}
	y = math.Min(math.Max(0, y), s.placed.Layers[layer].MaxScroll())
	if glide && math.Abs(y-s.scroll.at[layer]) > 1 {
		s.scroll.glide(layer, s.scroll.at[layer], y)
		return
	}
	s.scroll.stop()
	if s.scroll.set(s.placed, layer, y) {
		s.scrolled()
	}
}

// glide moves on what is moving.
func (s *Scene) glide(time float64) {
	if s.scroll.moving() && s.scroll.tick(s.placed, time) {
		s.scrolled()
	}
}

func (s *Scene) scrolled() {
	s.moved = true
	s.mark(CauseScroll)
	s.hoverAgain()
}
