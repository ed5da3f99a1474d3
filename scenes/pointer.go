package scenes

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"hardcases/scenes/layout"
)

// PointerKind says what a pointer did.
type PointerKind uint8

// The kinds of pointer event.
const (
	PointerMove PointerKind = iota
	PointerDown
	PointerUp
	PointerCancel // the system took the pointer away: nothing is activated
	PointerLeave  // the pointer left the window
	PointerWheel
)

// PointerEvent is what a mouse, a finger or a pen did.
type PointerEvent struct {
	Kind PointerKind
	// ID tells fingers from each other; a mouse has any one.
	ID int
	// Touch is true for fingers, which do not hover.
	Touch bool
	// X and Y are the place in the window, in device independent pixels.
	X, Y float64
	// DY is how far a wheel moves the content up, in the same.
	DY float64
}

// Point takes an event from a host with Options.FedPointer. It takes effect at
// once, before the next Update.
func (s *Scene) Point(e PointerEvent) {
	if !s.current() {
		return
	}
	z := s.placed.Zoom
	e.X, e.Y, e.DY = e.X/z, e.Y/z, e.DY/z
	s.point(e)
}

// pointer follows the pointer that is down, if any. Places are in layout units.
type pointer struct {
	hover, pressed int // boxes, -1 for none
	down           bool
	id             int
	touch          bool
	target         int // what was touched, -1 where nothing may be activated
	layer          int // what a drag scrolls, -1 for nothing
	startX, startY float64
	x, y           float64
	dragging       bool
	sliding        bool    // the slider under it goes where it goes
	speed          float64 // of the drag, units to a sixtieth of a second, smoothed
	last           float64 // when the drag last moved
	known          bool    // the mouse has been seen
	inside         bool
	queue          []ebiten.TouchID // scratch
}

// slop is how far a finger may move and still mean the control under it.
const slop = 8.0

func (p *pointer) busy() bool { return p.down }

// replace forgets boxes of the old layout, except those that are still there.
func (p *pointer) replace(old, next *layout.Result) {
	again := func(box int) int {
		if old == nil || box < 0 {
			return -1
		}
		if i := next.Find(old.Boxes[box].Node.ID); i >= 0 && next.Live(i) {
			return i
		}
		return -1
	}
	p.hover, p.pressed, p.target = again(p.hover), again(p.pressed), again(p.target)
	if p.layer >= len(next.Layers) {
		p.layer = -1
	}
}

// point applies an event, in layout units.
func (s *Scene) point(e PointerEvent) {
	s.sync()
	p := &s.pointer
	switch e.Kind {
	case PointerDown:
		s.press(e)
	case PointerMove:
		s.drag(e)
	case PointerUp:
		if p.down && e.ID == p.id {
			s.release(e)
		}
	case PointerCancel:
		if p.down && e.ID == p.id {
			p.down, p.dragging, p.sliding, p.target = false, false, false, -1
			s.show(-1, -1)
		}
	case PointerLeave:
		p.inside = false
		s.show(-1, p.pressed)
	case PointerWheel:
		s.wheel(e)
	}
}

func (s *Scene) press(e PointerEvent) {
	p := &s.pointer
	if p.down { // a second finger: this is no tap
		p.target = -1
		s.show(-1, -1)
		return
	}
	caught := s.Skip()
	caught = s.scroll.stop() || caught // a finger that stops what moves chooses nothing
	p.down, p.id, p.touch, p.dragging, p.sliding = true, e.ID, e.Touch, false, false
	p.x, p.y, p.startX, p.startY = e.X, e.Y, e.X, e.Y
	p.speed, p.last, p.inside = 0, s.clock.now, true
	p.layer = s.layerUnder(e.X, e.Y)
	p.target = -1
	if !caught {
		p.target = s.under(e)
	}
	if p.target >= 0 && !s.lets(s.placed.Boxes[p.target].Node) {
		p.target = -1 // the second half of a double click
	}
	if s.opts.OwnKeyboard {
		s.focus.byPointer(s, p.target)
	}
	s.show(s.hoverFor(e), p.target)
	if p.sliding = s.grips(e); p.sliding {
		s.slideTo(e.X, e.Y)
	}
}

// layerUnder is the layer that a drag or wheel at a point scrolls.
func (s *Scene) layerUnder(x, y float64) int {
	layer := s.placed.LayerAt(x, y)
	if layer < 0 || s.placed.Layers[layer].MaxScroll() <= 0 {
		return s.placed.Scroller()
	}
	return layer
}

func (s *Scene) hoverFor(e PointerEvent) int {
	if e.Touch {
		return -1
	}
	return s.placed.Hit(e.X, e.Y, s.scroll.at)
}

func (s *Scene) drag(e PointerEvent) {
	p := &s.pointer
	if p.down && e.ID != p.id {
		return
	}
	if !p.down {
		p.x, p.y, p.inside, p.touch = e.X, e.Y, true, e.Touch
		p.known = p.known || !e.Touch
		s.show(s.hoverFor(e), -1)
		return
	}
	if p.sliding {
		p.x, p.y = e.X, e.Y
		s.slideTo(e.X, e.Y)
		return
	}
	dy := e.Y - p.y
	if !p.dragging && math.Abs(e.Y-p.startY) > slop && p.layer >= 0 && s.placed.Layers[p.layer].MaxScroll() > 0 {
		p.dragging, p.target = true, -1
		dy = 0 // the content does not jump by the slop
	}
	p.x, p.y = e.X, e.Y
	if p.dragging {
		s.show(-1, -1)
		s.dragBy(dy)
		return
	}
	at := s.placed.Hit(e.X, e.Y, s.scroll.at)
	if at != p.target {
		at = -1
	}
	s.show(s.hoverFor(e), at)
}

// dragBy moves the content with the finger and measures its speed.
func (s *Scene) dragBy(dy float64) {
	p := &s.pointer
	if s.scroll.set(s.placed, p.layer, s.scroll.at[p.layer]-dy) {
		s.moved = true
		s.mark(CauseScroll)
	}
	time := math.Max(1, s.clock.now-p.last)
	p.last = s.clock.now
	p.speed = 0.6*(-dy/time) + 0.4*p.speed
}

func (s *Scene) release(e PointerEvent) {
	p := &s.pointer
	if e.X != p.x || e.Y != p.y {
		s.drag(e)
	}
	p.down = false
	if p.sliding {
		p.sliding, p.target = false, -1
		s.show(s.hoverFor(e), -1)
		return
	}
	target := p.target
	p.target = -1
	if p.dragging {
		p.dragging = false
		if s.clock.now-p.last <= 4 && !s.still() {
			s.scroll.fling(p.layer, p.speed)
		}
		s.show(s.hoverFor(e), -1)
		return
	}
	s.show(s.hoverFor(e), -1)
	switch {
	case target < 0 || s.placed.Hit(e.X, e.Y, s.scroll.at) != target:
	case isSlider(s.placed, target):
		p.target = target
		s.slideTo(e.X, e.Y)
		p.target = -1
	default:
		s.activate(target)
	}
}

func (s *Scene) wheel(e PointerEvent) {
	layer := s.layerUnder(e.X, e.Y)
	if layer < 0 || e.DY == 0 {
		return
	}
	s.Skip()
	s.scroll.stop()
	if s.scroll.set(s.placed, layer, s.scroll.at[layer]+e.DY) {
		s.scrolled()
	}
}

// show notes which controls are under the pointer and pressed, and asks for a
// paint where that has changed.
func (s *Scene) show(hover, pressed int) {
	p := &s.pointer
	if hover != p.hover {
		p.hover = hover
		s.mark(CauseHover)
	}
	if pressed != p.pressed {
		p.pressed = pressed
		s.mark(CausePress)
	}
	s.setCursor()
}

// hoverAgain finds what is under a mouse that stands still while the content
// moves.
func (s *Scene) hoverAgain() {
	p := &s.pointer
	if p.touch || p.down || !p.inside || !p.known {
		return
	}
	s.show(s.placed.Hit(p.x, p.y, s.scroll.at), p.pressed)
}

func (s *Scene) setCursor() {
	shape := ebiten.CursorShapeDefault
	if s.pointer.hover >= 0 {
		shape = ebiten.CursorShapePointer
	}
	if shape != s.shape {
		s.shape = shape
		ebiten.SetCursorShape(shape)
	}
}

// readPointer makes events of what Ebitengine knows of mouse and fingers.
func (s *Scene) readPointer() {
	if s.readTouches() {
		return
	}
	z := s.placed.Zoom * s.scale
	cx, cy := ebiten.CursorPositionF()
	e := PointerEvent{ID: -1, X: cx / z, Y: cy / z}
	p := &s.pointer
	if !p.known {
		p.known = true
		p.x, p.y = e.X, e.Y
	}
	if e.X != p.x || e.Y != p.y {
		e.Kind = PointerMove
		s.point(e)
	}
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		e.Kind = PointerDown
		s.point(e)
	}
	if inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) {
		e.Kind = PointerUp
		s.point(e)
	}
	if _, wy := ebiten.Wheel(); wy != 0 {
		e.Kind, e.DY = PointerWheel, -wy*s.opts.WheelStep/s.placed.Zoom
		s.point(e)
	}
}

// readTouches follows the first finger, and says whether there is any.
func (s *Scene) readTouches() bool {
	p := &s.pointer
	z := s.placed.Zoom * s.scale
	p.queue = ebiten.AppendTouchIDs(p.queue[:0])
	held := false
	for _, id := range p.queue {
		x, y := ebiten.TouchPositionF(id)
		e := PointerEvent{ID: int(id), Touch: true, X: x / z, Y: y / z}
		switch {
		case inpututil.TouchPressDuration(id) == 1:
			e.Kind = PointerDown
			s.point(e)
		case p.down && p.touch && p.id == int(id):
			if e.X != p.x || e.Y != p.y {
				s.point(e)
			}
		}
		held = held || p.down && p.touch && p.id == int(id)
	}
	if p.down && p.touch && !held {
		s.point(PointerEvent{Kind: PointerUp, ID: p.id, Touch: true, X: p.x, Y: p.y})
	}
	any := len(p.queue) > 0
	p.queue = p.queue[:0]
	return any
}
