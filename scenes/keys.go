package scenes

import (
	"unicode"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"hardcases/game/view"
)

// keys is the keyboard of a scene that owns it.
type keys struct {
	chars []rune       // scratch
	stops []int        // scratch
	down  []ebiten.Key // scratch
}

// readKeys makes of what was pressed since the last tick what it is for. While the
// picture moves by itself any key is for ending that.
func (s *Scene) readKeys() {
	if s.keys.down = inpututil.AppendJustPressedKeys(s.keys.down[:0]); len(s.keys.down) > 0 && s.Skip() {
		return
	}
	for _, k := range [...]ebiten.Key{
		ebiten.KeyTab, ebiten.KeyArrowUp, ebiten.KeyArrowDown, ebiten.KeyArrowLeft, ebiten.KeyArrowRight,
		ebiten.KeyPageUp, ebiten.KeyPageDown, ebiten.KeyHome, ebiten.KeyEnd, ebiten.KeyEnter,
		ebiten.KeyNumpadEnter, ebiten.KeySpace, ebiten.KeyEscape, ebiten.KeyBackspace,
	} {
		if pressed(k) {
			s.Key(k, ebiten.IsKeyPressed(ebiten.KeyShift))
		}
	}
	if ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta) || ebiten.IsKeyPressed(ebiten.KeyAlt) {
		return
	}
	s.keys.chars = ebiten.AppendInputChars(s.keys.chars[:0])
	if s.digit() {
		return
	}
	for _, r := range s.keys.chars {
		s.Type(meant(r, s.keys.down), ebiten.IsKeyPressed(ebiten.KeyShift))
	}
}

// meant is the letter that was meant by a typed one, by the keys that went down: on
// keyboards of other scripts the one at its place.
func meant(r rune, down []ebiten.Key) rune {
	for _, k := range down {
		if k >= ebiten.KeyA && k <= ebiten.KeyZ && view.OfOtherScript(r) {
			return 'a' + rune(k-ebiten.KeyA)
		}
	}
	return r
}

// pressed says whether a key went down, or repeats: all but Enter, Space and
// Escape do, after half a second, fifteen times a second.
func pressed(k ebiten.Key) bool {
	if inpututil.IsKeyJustPressed(k) {
		return true
	}
	switch k {
	case ebiten.KeyEnter, ebiten.KeyNumpadEnter, ebiten.KeySpace, ebiten.KeyEscape, ebiten.KeyBackspace:
		return false
	}
	d := inpututil.KeyPressDuration(k)
	return d > 30 && d%4 == 0
}

// Key does what a key is for: moves the focus, chooses, activates or scrolls.
// Scenes with Options.OwnKeyboard call it themselves.
func (s *Scene) Key(k ebiten.Key, shift bool) {
	if !s.current() || s.Skip() || s.slides(k.String()) {
		return
	}
	switch k {
	case ebiten.KeyTab:
		s.keys.stops = stops(s.placed, s.keys.stops[:0])
		s.focusOn(tab(s.keys.stops, s.focus.box, sign(!shift)))
	case ebiten.KeyArrowUp, ebiten.KeyArrowDown, ebiten.KeyArrowLeft, ebiten.KeyArrowRight:
		if s.focus.visible && isRadio(s.placed, s.focus.box) || !s.shortcut(k.String()) {
			s.arrow(k)
		}
	case ebiten.KeyPageUp, ebiten.KeyPageDown, ebiten.KeyHome, ebiten.KeyEnd:
		if !s.shortcut(k.String()) {
			s.page(k)
		}
	case ebiten.KeyEnter, ebiten.KeyNumpadEnter:
		if s.focus.box >= 0 && s.focus.visible && !isRadio(s.placed, s.focus.box) && !isSlider(s.placed, s.focus.box) {
			s.activate(s.focus.box)
			return
		}
		s.shortcut("Enter")
	case ebiten.KeySpace:
		switch {
		case s.focus.box >= 0 && s.focus.visible:
			s.activate(s.focus.box)
		case shift:
			s.page(ebiten.KeyPageUp)
		default:
			s.page(ebiten.KeyPageDown)
		}
	case ebiten.KeyEscape:
		s.shortcut("Escape")
	case ebiten.KeyBackspace:
		s.shortcut("Backspace")
	}
}

// Type does what a character is a shortcut for, with Shift or without. A capital
// may also come of a lock, and is then a small letter.
func (s *Scene) Type(r rune, shift bool) {
	if !unicode.IsGraphic(r) || r == ' ' || s.Skip() || shift && s.shortcut(string(unicode.ToUpper(r))) {
		return
	}
	s.shortcut(string(unicode.ToLower(r)))
}

// shortcut activates what a key stands for on this screen, and says whether it
// stands for anything.
func (s *Scene) shortcut(key string) bool {
	if !s.current() {
		return false
	}
	n := view.Shortcut(s.tree, key)
	if n == nil {
		return false
	}
	if !s.lets(n) {
		return true // it is this screen's key, but was not meant for it
	}
	box := s.placed.Find(n.ID)
	if box < 0 || !isRadio(s.placed, box) {
		s.send(n)
		return true
	}
	s.focus.box, s.focus.visible = box, true
	s.mark(CauseFocus)
	s.send(n)
	s.uncover(n.ID, !s.still())
	return true
}

// digit says which digit's key went down. On a French keyboard the row of
// digits gives them only with Shift; the place of the key tells which is meant.
func (s *Scene) digit() bool {
	for n := range 10 {
		if inpututil.IsKeyJustPressed(ebiten.KeyDigit0 + ebiten.Key(n)) {
			return s.shortcut(string(rune('0' + n)))
		}
	}
	return false
}

// arrow moves within a radio group, and chooses; elsewhere it scrolls.
func (s *Scene) arrow(k ebiten.Key) {
	ahead := ebiten.KeyArrowRight
	if s.input.RightToLeft {
		ahead = ebiten.KeyArrowLeft
	}
	forward := k == ebiten.KeyArrowDown || k == ahead
	if s.focus.visible && isRadio(s.placed, s.focus.box) {
		if box := member(s.placed, s.focus.box, sign(forward)); box >= 0 {
			s.focusOn(box)
			if !s.placed.Boxes[box].Node.Checked {
				s.activate(box)
			}
		}
		return
	}
	layer := s.placed.Scroller()
	switch k {
	case ebiten.KeyArrowDown:
		s.scrollTo(layer, s.scroll.goal(layer)+60, !s.still())
	case ebiten.KeyArrowUp:
		s.scrollTo(layer, s.scroll.goal(layer)-60, !s.still())
	}
}

// page scrolls by the height of what is seen, less two lines to read on from,
// or to an end.
func (s *Scene) page(k ebiten.Key) {
	layer := s.placed.Scroller()
	if layer < 0 {
		return
	}
	l := &s.placed.Layers[layer]
	y := s.scroll.goal(layer)
	switch k {
	case ebiten.KeyPageDown:
		y += l.View.H - 54
	case ebiten.KeyPageUp:
		y -= l.View.H - 54
	case ebiten.KeyHome:
		y = 0
	case ebiten.KeyEnd:
		y = l.MaxScroll()
	}
	s.scrollTo(layer, y, !s.still())
}

// focusOn puts the focus, seen, on a box.
func (s *Scene) focusOn(box int) {
	if box < 0 {
		return
	}
	s.focus.box, s.focus.visible = box, true
	s.mark(CauseFocus)
	s.reveal(s.wholeChoice(box), !s.still())
}

func sign(forward bool) int {
	if forward {
		return 1
	}
	return -1
}
