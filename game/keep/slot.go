package keep

import (
	"bytes"
	"errors"
	"fmt"

	"hardcases/game/play"
)

// Slot is where one game is kept. It knows what it last saw there, and never
// overwrites anything else.
type Slot struct {
	area  Area
	name  string
	today func() string
	// seen is what lay there when this slot last looked, nil for nothing; mark is
	// that of the last time that everything was forgotten, once it could be read.
	seen, mark []byte
	marked     bool
	parts      []string // of what is kept, by their sums
	saved      int      // messages that are kept
	owed       string   // why what lies there must be put aside before anything is written; "" for no reason
	paid       bool
}

// Open gives the slot of a name. today is the date, ISO 8601, for what is put
// aside.
func Open(area Area, name string, today func() string) *Slot {
	return &Slot{area: area, name: name, today: today}
}

// Name is the slot's name.
func (s *Slot) Name() string { return s.name }

// Load gives the game that is kept; ok is false where there is none that can be
// used. What cannot be read is put aside before anything else is written there.
// Errors wrap those of the Area and of play.ReadJournal.
func (s *Slot) Load() (j play.Journal, ok bool, err error) {
	s.parts, s.saved, s.owed, s.seen, s.marked = nil, 0, "", nil, false
	if _, err := s.forgotten(); err != nil {
		return j, false, err
	}
	b, err := s.area.Read(s.name)
	if err != nil || b == nil {
		return j, false, err
	}
	j, parts, err := join(s.area, b)
	switch {
	case err == nil:
		s.seen, s.parts, s.saved = b, parts, len(j.Msgs)
	case errors.Is(err, play.ErrNewer):
		s.seen = b
		s.Owe(Newer)
	case isBroken(err):
		s.seen = b
		s.Owe(Damaged)
	} // else nothing was seen, and nothing may be written over it
	return j, err == nil, err
}

// forgotten says whether everything has been forgotten since this slot was
// loaded, or since it could first know.
func (s *Slot) forgotten() (bool, error) {
	mark, err := s.area.Read(forgotten)
	if err != nil {
		return false, err
	}
	if !s.marked {
		s.mark, s.marked = mark, true
	}
	return mark != nil && !bytes.Equal(mark, s.mark), nil
}

func isBroken(err error) bool {
	return errors.Is(err, play.ErrDamaged) || errors.Is(err, play.ErrTooLong)
}

// Owe has what lies in the slot put aside: now, so that it is safe, and once more
// before anything else is written there, as the player may have brought that
// copy back meanwhile.
func (s *Slot) Owe(why string) {
	s.owed = why
	_, _ = s.pay()
}

// pay puts aside what is owed. fresh says that it was not there already.
func (s *Slot) pay() (fresh bool, err error) {
	if s.owed == "" || s.seen == nil {
		return false, nil
	}
	return putAside(s.area, s.name, s.owed, s.today(), s.seen)
}

// Paid says whether the last Save made a copy that was owed.
func (s *Slot) Paid() bool { return s.paid }

// Anew says that the game is not the one that was loaded, with more at its end:
// nothing of what is kept can be built on.
func (s *Slot) Anew() { s.parts, s.saved = nil, 0 }

// Unsaved is how many messages of a game are not kept.
func (s *Slot) Unsaved(j play.Journal) int { return len(j.Msgs) - s.saved }

// Save keeps a game. It fails with ErrMoved or ErrForgotten, and writes nothing,
// where what lies there is not what this slot last saw; else with the errors of
// the Area, or with play.ErrTooLong. What was kept before is then still there.
func (s *Slot) Save(j play.Journal) (err error) {
	s.paid = false
	if err := s.moved(); err != nil {
		return err
	}
	if s.paid, err = s.pay(); err != nil {
		return err
	}
	b, parts, err := split(s.area, j, s.parts)
	if err != nil {
		return err
	}
	if err := s.area.Write(s.name, b); err != nil {
		return err
	}
	s.seen, s.parts, s.saved, s.owed = b, parts, len(j.Msgs), ""
	return nil
}

// moved fails with ErrMoved or ErrForgotten where something else lies there than
// what was last seen. That nothing lies there any more, without a word that all
// is to be forgotten, is no move: a browser has been cleaned up, and whoever
// still plays keeps the game.
func (s *Slot) moved() error {
	forgotten, err := s.forgotten()
	if err != nil {
		return err
	}
	if forgotten {
		return ErrForgotten
	}
	now, err := s.area.Read(s.name)
	if err == nil && now != nil && !bytes.Equal(now, s.seen) {
		return ErrMoved
	}
	return err
}

// Moved says whether something else lies in the slot than what this slot last
// saw: ErrMoved, ErrForgotten, an error of the Area, or nil.
func (s *Slot) Moved() error { return s.moved() }

// Intact says whether what this slot last saw lies there still, and can be read.
func (s *Slot) Intact() bool {
	now, err := s.area.Read(s.name)
	return err == nil && bytes.Equal(now, s.seen) && s.moved() == nil
}

// Overwritten says whether what this slot has kept of a game lies there no more, but
// something that does not go on from it: another window wrote at the same moment, and
// could not yet see what was written here.
func (s *Slot) Overwritten(j play.Journal) bool {
	if !errors.Is(s.moved(), ErrMoved) {
		return false
	}
	j.Msgs = j.Msgs[:min(s.saved, len(j.Msgs))]
	b, err := s.area.Read(s.name)
	if err != nil || !j.Played() {
		return false
	}
	there, _, err := join(s.area, b)
	return err != nil || !there.Holds(j)
}

// PutAside keeps a copy of a game beside the slot, where it holds anything that
// its player would miss. fresh says that there was none yet.
func (s *Slot) PutAside(j play.Journal) (fresh bool, err error) {
	if !j.Played() {
		return false, nil
	}
	b, _, err := split(s.area, j, nil)
	if err != nil {
		return false, err
	}
	return putAside(s.area, s.name, Before, s.today(), b)
}

// putAside keeps b under the first free name beside a slot. What is there
// already is not kept twice.
func putAside(a Area, slot, why, today string, b []byte) (fresh bool, err error) {
	for _, c := range copiesOf(a, slot) {
		if old, err := a.Read(c.Name); err == nil && bytes.Equal(old, b) {
			return false, nil
		}
	}
	for n := 1; n <= 1000; n++ {
		name := fmt.Sprintf("%s.%s-%s-%d", slot, why, today, n)
		old, err := a.Read(name)
		switch {
		case err != nil:
			return false, err
		case old == nil:
			err = a.Write(name, b)
			return err == nil, err
		}
	}
	return false, fmt.Errorf("%w: too many games are put aside", ErrFull)
}
