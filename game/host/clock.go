package host

import (
	"slices"
	"time"

	"hardcases/game/class"
	"hardcases/game/play"
)

// clock tells a lesson's timer how time passes, on whatever screen the player is,
// and how long a message has been before a class.
type clock struct {
	on    bool
	last  time.Duration
	quiet bool // what is sent now is no reason to save
	// told is the message that goes away by itself, "" for none, and since when it
	// has been there.
	told  string
	since time.Duration
	// turned is when the class came to what is on the screen, and minute how many whole
	// minutes ago that was when the screen was written.
	turned time.Duration
	minute int
}

// savedEach is how many seconds of a timer are kept at once: after a power cut
// it shows at most so many more.
const savedEach = 10

// passesAfter is how long a message stays before a class that goes away by itself.
const passesAfter = 6 * time.Second

// passing are the messages that go away by themselves before a class: each says that
// what was just asked for is done, and can be asked for again. What went wrong, was
// lost or must be done stays until the next act: WCAG 2.2.1.
var passing = [...]string{
	"notice.table-saved", "notice.kit-saved", "notice.card-saved", "notice.page-saved", "notice.text-saved", "notice.text-copied", "notice.exported",
	"notice.link-copied", "notice.link-saved", "notice.room-emptied", "notice.room-closed",
}

// wind lets the clock run where a lesson's timer runs or a message is to go away by
// itself, and else wakes nobody.
func (h *Host) wind() {
	told := ""
	if n := h.stage.State().Notice; h.shown == h.lesson && h.lesson != nil && slices.Contains(passing[:], n) {
		told = n
	}
	now := h.ports.Time.Now()
	if told != h.clock.told {
		h.clock.told, h.clock.since = told, now
	}
	on := h.timed() || told != "" || h.atStep()
	if on == h.clock.on {
		return
	}
	h.clock.on, h.clock.last = on, now
	h.ports.Time.Wake(on)
}

// Rest wakes nobody any more, until something is done again: another program tells the
// time of the game.
func (h *Host) Rest() {
	if h.clock.on {
		h.clock.on = false
		h.ports.Time.Wake(false)
	}
}

// timed says whether a lesson's timer runs.
func (h *Host) timed() bool { return h.lesson != nil && h.lesson.session.State().Class.Timer.Running }

// Tick gives a lesson's timer the whole seconds that have passed, and takes a message
// away that has been there long enough. It says whether the screen may have changed.
func (h *Host) Tick() bool {
	if !h.clock.on {
		return false
	}
	now := h.ports.Time.Now()
	gone := h.clock.told != "" && now-h.clock.since >= passesAfter
	if gone {
		h.stage.Notify("", "")
	}
	n := int((now - h.clock.last) / time.Second)
	if n > 0 {
		h.clock.last += time.Duration(n) * time.Second
	}
	ticked := n > 0 && h.timed()
	if ticked {
		h.tick(n)
	}
	late := h.atStep() && h.runs() != h.clock.minute
	if late {
		h.clock.minute = h.runs()
		h.stage.Stale()
	}
	if gone || ticked {
		h.settle()
	}
	return gone || late || ticked && h.shown == h.lesson
}

// atStep says whether a class is at a step: then the minutes pass that were planned for
// it.
func (h *Host) atStep() bool {
	if h.lesson == nil || h.shown != h.lesson {
		return false
	}
	s := h.lesson.session.State()
	return s.InLesson() && s.Class.InStep()
}

// runs is for how many whole minutes the class has been at what is on the screen.
func (h *Host) runs() int { return int((h.ports.Time.Now() - h.clock.turned) / time.Minute) }

// arrive notes that the class comes to something from now on.
func (h *Host) arrive() { h.clock.turned, h.clock.minute = h.ports.Time.Now(), 0 }

// spent puts into a turn of the lesson how many seconds the class was at what it
// leaves, so that they are kept with the turn and by nothing else.
func (h *Host) spent(m play.Msg) play.Msg {
	c, ok := m.(play.Class)
	switch {
	case !ok:
	case c.Act.Turns() && h.atStep():
		c.N = int((h.ports.Time.Now() - h.clock.turned) / time.Second)
		h.arrive()
		return c
	case c.Act == class.Start, c.Act == class.Anew:
		h.arrive()
	}
	return m
}

// tick gives a lesson's timer seconds.
func (h *Host) tick(n int) {
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
}
