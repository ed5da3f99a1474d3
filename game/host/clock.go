package host

import (
	"time"

	"hardcases/game/class"
	"hardcases/game/play"
)

// clock tells a lesson's timer how time passes, on whatever screen the player is.
type clock struct {
	on    bool
	last  time.Duration
	quiet bool // what is sent now is no reason to save
}

// savedEach is how many seconds of a timer are kept at once: after a power cut
// it shows at most so many more.
const savedEach = 10

// wind lets the clock run where a lesson's timer runs, and else wakes nobody.
func (h *Host) wind() {
	on := h.lesson != nil && h.lesson.session.State().Class.Timer.Running
	if on == h.clock.on {
		return
	}
	h.clock = clock{on: on, last: h.ports.Time.Now()}
	h.ports.Time.Wake(on)
}

// Tick gives a lesson's timer the whole seconds that have passed. It says
// whether the screen may have changed.
func (h *Host) Tick() bool {
	if !h.clock.on {
		return false
	}
	n := int((h.ports.Time.Now() - h.clock.last) / time.Second)
	if n <= 0 {
		return false
	}
	h.clock.last += time.Duration(n) * time.Second
	before := h.lesson.session.State().Class.Timer.Left
	m := play.Class{Act: class.Tick, N: n}
	if h.shown != h.lesson {
		h.lesson.session.Send(m)
	} else {
		h.clock.quiet = true
		h.stage.Send(m)
		h.clock.quiet = false
	}
	left := h.lesson.session.State().Class.Timer.Left
	if before/savedEach != left/savedEach || left <= 0 && before > 0 {
		h.save(h.lesson)
	}
	h.settle()
	return h.shown == h.lesson
}
