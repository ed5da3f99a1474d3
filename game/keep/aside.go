package keep

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hardcases/game/play"
)

// Copies lists the games that were put aside, the newest first, those without a
// date last.
func Copies(a Area) []Copy {
	found := copiesOf(a, "")
	slices.SortFunc(found, func(x, y Copy) int {
		return cmp.Or(strings.Compare(y.Date, x.Date), strings.Compare(y.Name, x.Name))
	})
	return found
}

// copiesOf lists the games put aside from a slot, from all for "".
func copiesOf(a Area, slot string) []Copy {
	names, err := a.List()
	if err != nil {
		return nil
	}
	var found []Copy
	for _, name := range names {
		if c, ok := parseCopy(name); ok && (slot == "" || c.Slot == slot) {
			found = append(found, c)
		}
	}
	return found
}

// Find gives the copy of a name; ok is false for a name that is none.
func Find(name string) (c Copy, ok bool) { return parseCopy(name) }

// Read gives a game that was put aside. Errors are those of Slot.Load; that
// nothing is there is play.ErrDamaged.
func (c Copy) Read(a Area) (play.Journal, error) {
	b, err := a.Read(c.Name)
	if err != nil {
		return play.Journal{}, err
	}
	j, _, err := join(a, b)
	return j, err
}

// Erase deletes all that was ever kept, and leaves a mark from which other
// windows see that it is to be forgotten: today's date, ISO 8601, how often that
// was done, and four digits of a lot, as a clean-up of the browser takes the mark
// away, too. An error says that something may still be there.
func Erase(a Area, today string, lot uint64) error {
	mark := nextMark(a, today, lot)
	if err := a.Erase(); err != nil {
		return err
	}
	left, err := a.List()
	if err != nil {
		return err
	}
	if len(left) > 0 {
		return ErrForbidden
	}
	_ = a.Write(forgotten, mark) // a help to other windows; all is gone without it
	return nil
}

// nextMark is a mark that is not the one that is there.
func nextMark(a Area, today string, lot uint64) []byte {
	old, _ := a.Read(forgotten)
	n := 0
	if words := strings.Fields(string(old)); len(words) > 1 {
		n, _ = strconv.Atoi(words[1])
	}
	return fmt.Appendf(nil, "%s %d %04d", today, n+1, lot%10_000) // too little to know anybody by
}

// Front is the name of the slot that was last on the screen, "" where nobody
// knows.
func Front(a Area) string {
	b, _ := a.Read(FrontName)
	return string(b)
}

// SetFront notes the slot that is on the screen, also where it is that already: an
// Area may keep it for each window as well. It is a convenience: failing to is no
// harm.
func SetFront(a Area, slot string) { _ = a.Write(FrontName, []byte(slot)) }

// Adopt moves or copies into a pack's slot, where nothing lies there yet, the
// game that an older program or another place left: one of the very same pack,
// which is copied, or one under the pack's id alone, where that is not the id of
// a pack that comes with the program, which is moved. Failing to leaves all as
// it was.
func Adopt(a Area, o Origin, taken bool) {
	own := o.Name()
	names, err := a.List()
	if o.Shipped || err != nil || slices.Contains(names, own) {
		return
	}
	slices.Sort(names)
	for _, name := range names {
		if id, _, _ := strings.Cut(name, "@"); id != o.ID || !isSlot(name) {
			continue
		}
		b, err := a.Read(name)
		if err != nil {
			continue
		}
		j, err := play.ReadJournal(b)
		same := err == nil && j.Hash == o.Hash
		if _, class := IsLesson(name); class || !same && (name != o.ID || taken) {
			continue
		}
		if a.Write(own, b) == nil && !same {
			_ = a.Remove(name) // else it is there twice, which is no harm
		}
		return
	}
}

// Offer puts aside for a pack's slot, where nothing lies there yet, a copy of the game
// that was played in another version of the pack: of one that lies nowhere in
// particular the versions are packs of their own. It says whether it did.
func Offer(a Area, o Origin, today func() string) bool {
	own := o.Name()
	names, err := a.List()
	if o.Shipped || o.Place != "" || err != nil || slices.Contains(names, own) {
		return false
	}
	var most play.Journal
	for _, name := range names {
		id, at, _ := strings.Cut(name, "@")
		if _, class := IsLesson(name); class || id != o.ID || at == "" || !isSlot(name) {
			continue
		}
		b, err := a.Read(name)
		if err != nil {
			continue
		}
		switch j, _, err := join(a, b); {
		case err != nil: // damaged, or newer: not for this one to say
		case j.Hash == o.Hash:
			return false // the very pack's, which is adopted
		case j.Played() && len(j.Msgs) > len(most.Msgs):
			most = j
		}
	}
	if !most.Played() {
		return false
	}
	_, err = Open(a, own, today).PutAside(most)
	return err == nil
}
