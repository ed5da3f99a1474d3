package play

import (
	"hardcases/game/class"
	"hardcases/game/pack"
)

// InClass is every screen of a class session. Which of them is shown is the
// stage of State.Class.
const InClass Screen = "class"

type (
	// Class is what the teacher does in a class session. N and Text are what
	// the act takes.
	Class struct {
		Act  class.Act
		Text string
		N    int
	}
	// AskCodes asks for the codes of those who played alone.
	AskCodes struct{}
	// TakeTable and TakeRoad ask for the class's figures, as a table for a
	// spreadsheet and as a picture.
	TakeTable struct{}
	TakeRoad  struct{}
	// TakeKit asks for the papers of the chosen plan.
	TakeKit struct{}
)

func (m Class) record() Record   { return Record{Kind: "class", A: string(m.Act), B: m.Text, N: m.N} }
func (AskCodes) record() Record  { return Record{Kind: "ask-codes"} }
func (TakeTable) record() Record { return Record{Kind: "take-table"} }
func (TakeRoad) record() Record  { return Record{Kind: "take-road"} }
func (TakeKit) record() Record   { return Record{Kind: "take-kit"} }

type (
	// Clock asks the host to send Class{Act: class.Tick} with the seconds that
	// have passed, about once a second, or to stop.
	Clock struct{ On bool }
	// GetCodes asks the host to let the teacher paste or open codes, and to
	// send them as Class{Act: class.Paste}.
	GetCodes struct{}
	// GiveTable asks the host to give the teacher the class's figures.
	GiveTable struct{}
	// GiveRoad asks the host to give the teacher a picture of them.
	GiveRoad struct{}
	// GiveKit asks the host to give the teacher the papers of a lesson.
	GiveKit struct{}
)

func (Clock) effect()     {}
func (GetCodes) effect()  {}
func (GiveTable) effect() {}
func (GiveRoad) effect()  {}
func (GiveKit) effect()   {}

// asks is what a message asks of the host that changes nothing itself; nil for
// none.
func asks(m Msg) Effect {
	switch m := m.(type) {
	case OpenPack:
		return Switch(m)
	case ExportSave:
		return Export{}
	case ImportSave:
		return Import{}
	case TakeCard:
		return GiveCard{}
	case TakePage:
		return GivePage{}
	case TakeText:
		return GiveText{}
	case AskCodes:
		return GetCodes{}
	case TakeTable:
		return GiveTable{}
	case TakeRoad:
		return GiveRoad{}
	case TakeKit:
		return GiveKit{}
	case BringBack:
		return Return(m)
	case OpenAlone:
		return OwnTab{}
	}
	return nil
}

// inClass is what the teacher does. Acts count on the screens of the class
// alone, but for opening one; time passes on every screen.
func (t *turn) inClass(m Class) []Effect {
	ran := t.Class.Timer.Running
	switch {
	case t.Screen == InClass, m.Act == class.Tick:
		t.State.Class = class.Update(t.pack, t.Class, m.Act, m.Text, m.N)
	case m.Act == class.Visit:
		t.State.Class = class.Update(t.pack, t.Class, m.Act, m.Text, m.N)
		t.Screen, t.Under = InClass, ""
	default:
		return nil
	}
	if runs := t.Class.Timer.Running; runs != ran {
		return []Effect{Clock{runs}}
	}
	return nil
}

// backInClass goes back in the lesson, and from where it is set up to home.
func (t *turn) backInClass() []Effect {
	if t.Class.Stage == class.SetUp || t.Class.Stage == "" {
		t.Screen = Home
		return nil
	}
	return t.inClass(Class{Act: class.Backward})
}

// isAct says whether a message is something that the teacher does: what the
// class was told before is then read. The timer's seconds are nobody's act.
func isAct(m Msg) bool {
	c, ok := m.(Class)
	return ok && c.Act != class.Tick
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
