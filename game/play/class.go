package play

import (
	"hardcases/game/class"
	"hardcases/game/pack"
)

// InClass is every screen of a class session. Which of them is shown is the
// stage of State.Class.
const InClass Screen = "class"

// Class is what the teacher does in a class session. N and Text are what the
// act takes.
type Class struct {
	Act  class.Act
	Text string
	N    int
}

func (m Class) record() Record { return Record{Kind: "class", A: string(m.Act), B: m.Text, N: m.N} }

// inClass is what the teacher does. Acts count on the screens of the class
// alone, but for opening one; time passes on every screen, and devices vote.
func (t *turn) inClass(m Class) {
	switch {
	case t.Screen == InClass, m.Act.ByItself():
	case m.Act == class.Visit:
		t.Screen, t.Under = InClass, ""
	default:
		return
	}
	t.State.Class = class.Update(t.pack, t.Class, m.Act, m.Text, m.N)
}

// backInClass goes back in the lesson, and from where it is set up to home.
func (t *turn) backInClass() {
	if t.Class.Stage == class.SetUp || t.Class.Stage == "" {
		t.Screen = Home
		return
	}
	t.inClass(Class{Act: class.Backward})
}

// isAct says whether a message is something that the teacher does: what the
// class was told before is then read. The timer's seconds are nobody's act, nor is
// what devices send.
func isAct(m Msg) bool {
	c, ok := m.(Class)
	return ok && !c.Act.ByItself()
}

// grow adds a record to a journal. Ticks of the timer that follow each other
// become one, so that an hour of them is no more than one.
func grow(records Records, r Record) Records {
	if n := len(records); n > 0 && isTick(r) && isTick(records[n-1]) {
		last := records[n-1]
		last.N += r.N
		return append(records[:n-1:n-1], last)
	}
	return append(records, r)
}

// gleaned leaves of a pasted text what looks like a code: names that stand beside
// the codes must not come into the journal.
func gleaned(p *pack.Pack, m Msg) Msg {
	if c, ok := m.(Class); ok && c.Act == class.Paste {
		c.Text = class.Glean(p, c.Text)
		return c
	}
	return m
}

func isTick(r Record) bool { return r.Kind == "class" && r.A == string(class.Tick) }
