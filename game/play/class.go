package play

import (
	"slices"

	"hardcases/game/class"
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
// alone, but for opening one, and going to where it was; time passes on every screen,
// and devices vote.
func (t *turn) inClass(m Class) {
	switch {
	case t.Screen == InClass, m.Act.ByItself():
	case m.Act == class.Visit, m.Act == class.Reopen:
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

// AnotherClass is a new game with another seed, in which the plan of this one begins by a
// course, as class.Anew has it: nothing of what the class before did is in its journal.
func (s *Session) AnotherClass(seed uint64, course int) *Session {
	fresh, was := s.Anew(seed), &s.state.Class
	for _, m := range []Class{
		{Act: class.Visit, Text: string(class.SetUp)}, {Act: class.Choose, Text: was.Plan, N: was.Lesson}, {Act: class.SetAge, N: was.Age()},
		{Act: class.SetBets, N: number(!was.NoBets)}, {Act: class.SetModel, N: number(!was.NoModel)}, {Act: class.Start, N: course},
	} {
		fresh.Send(m)
	}
	return fresh
}

// isAct says whether a message is something that the teacher does: what the
// class was told before is then read. The timer's seconds are nobody's act, nor is
// what devices send.
func isAct(m Msg) bool {
	c, ok := m.(Class)
	return ok && !c.Act.ByItself()
}

// grow adds a record to a journal. Ticks of the timer that follow each other become
// one, so that an hour of them is no more than one; and so does what devices send
// about one step, of which a lecture has hundreds, and a hand of a clock on its way.
func grow(records Records, r Record) Records {
	if len(records) == 0 {
		return append(records, r)
	}
	n := len(records) - 1
	last := records[n]
	switch {
	case isTick(r) && isTick(last):
		last.N += r.N
	case replaces(r, last) && !fewer(r, last):
		last = r
	default:
		return append(records, r)
	}
	return append(records[:n:n], last)
}

// grown is a journal's records as grow would have them: older programs kept all that
// devices sent.
func grown(records Records) Records {
	for i := 1; i < len(records); i++ {
		if replaces(records[i], records[i-1]) && !fewer(records[i], records[i-1]) {
			out := slices.Clone(records[:i-1])
			for _, r := range records[i-1:] {
				out = grow(out, r)
			}
			return out
		}
	}
	return records
}

// replaces says whether a record is what devices have sent about the step that the one
// before it was about, too, or where clocks were turned next.
func replaces(r, before Record) bool {
	if r.Kind == clocksTurned {
		return before.Kind == clocksTurned
	}
	return isHeard(r) && isHeard(before) && class.Replace(r.B, before.B)
}

// fewer says whether a record has fewer answers of devices than the one before it: both
// are kept, as the class may have seen those of before.
func fewer(r, before Record) bool { return isHeard(r) && class.Fewer(r.B, before.B) }

// full is a message as it goes into the journal: of a pasted text what looks like a
// code, as names that stand beside the codes must not come there, and with the index of
// an option its id.
func (t *turn) full(m Msg) Msg {
	c, ok := m.(Class)
	switch {
	case ok && c.Act == class.Paste:
		c.Text = class.Glean(t.pack, c.Text)
		return c
	case ok && c.Act == class.Point:
		return t.fullPoint(c)
	}
	return m
}

// fullPoint is an option of a lesson with its id and its index, by which older programs
// find it.
func (t *turn) fullPoint(c Class) Class {
	if c.Text == "" {
		c.Text = t.Class.OptionAt(t.pack, c.N)
	} else if n := t.Class.OptionIndex(t.pack, c.Text); n >= 0 {
		c.N = n
	}
	return c
}

func isHeard(r Record) bool { return r.Kind == "class" && r.A == string(class.Heard) }

func isTick(r Record) bool { return r.Kind == "class" && r.A == string(class.Tick) }
