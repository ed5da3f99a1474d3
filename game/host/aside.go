package host

import (
	"errors"
	"strings"

	"hardcases/game/keep"
	"hardcases/game/play"
	"hardcases/game/view"
)

// dress adds to what a screen is written with what only the host knows.
func (h *Host) dress(s play.State, c *view.Context) {
	c.Trouble, c.Framed, c.Fault, c.Renewed = h.troubleKey(), h.ports.Framed, h.fault, h.renewed
	switch s.Screen {
	case play.InClass:
		c.Devices = h.devicesOf(&s.Class)
		if h.atStep() {
			c.Running = h.clock.minute
		}
	case play.TakeAway:
		if h.ports.Link != nil {
			c.Link = h.ports.Link(h.book)
		}
	case play.Settings:
		c.Aside = len(keep.Copies(h.ports.Keep))
	case play.Aside:
		for _, kept := range keep.Copies(h.ports.Keep) {
			c.Copies = append(c.Copies, h.copyOf(kept))
		}
	default: // the others need nothing of the host
	}
}

// troubleKey names what keeps the game from being saved; "" for nothing.
func (h *Host) troubleKey() string {
	switch {
	case errors.Is(h.trouble, play.ErrTooLong):
		return "long"
	case errors.Is(h.trouble, keep.ErrFull):
		return "full"
	case errors.Is(h.trouble, keep.ErrForbidden):
		return view.Forbidden
	case h.trouble != nil:
		return "failed"
	case len(h.shown.session.Journal().Msgs) >= play.NearlyFull:
		return "nearly-long"
	}
	return ""
}

// copyOf says what a game is that was put aside.
func (h *Host) copyOf(kept keep.Copy) view.Copy {
	c := view.Copy{Name: kept.Name, Date: kept.Date}
	slot := kept.Slot
	slot, c.Lesson = keep.IsLesson(slot)
	c.Pack, _, _ = strings.Cut(slot, "@")
	book, ok := h.bookOf(slot)
	if ok {
		c.Pack = h.titleOf(book.Pack)
	}
	j, err := kept.Read(h.ports.Keep)
	switch {
	case errors.Is(err, play.ErrNewer):
		c.Fault = "newer"
	case err != nil:
		c.Fault = "damaged"
	case !ok || j.Pack != book.Pack.Head().ID:
		c.Fault = "no-pack"
	default:
		session, _ := play.Restore(book.Pack, j)
		s := session.State()
		c.Answers = len(s.Answers) + len(s.Rounds)
		c.Lesson = c.Lesson || s.InLesson()
	}
	return c
}

// bookOf finds the pack on the shelf whose game is kept in a slot.
func (h *Host) bookOf(slot string) (view.Book, bool) {
	for _, b := range h.stage.Shelf() {
		if h.origin(b).Name() == slot {
			return b, true
		}
	}
	return view.Book{}, false
}

// lessonSlot is the slot of the lessons with the pack that is played.
func (h *Host) lessonSlot() string { return keep.Lesson(h.origin(h.book).Name()) }

// bringBack goes on with a game that was put aside. The one before it takes its
// place among those.
func (h *Host) bringBack(name string) {
	kept, ok := keep.Find(name)
	slot, _ := keep.IsLesson(kept.Slot)
	book, there := h.bookOf(slot)
	if !ok || !there {
		h.stage.Notify("notice.not-brought-back", "")
		return
	}
	j, err := kept.Read(h.ports.Keep)
	if err != nil || j.Pack != book.Pack.Head().ID {
		h.stage.Notify("notice.not-brought-back", "")
		return
	}
	if book.Pack.Hash() != h.book.Pack.Hash() {
		h.change(book)
	}
	if h.resume(j, "notice.brought-back") {
		_ = h.ports.Keep.Remove(name) // it is kept in its slot now; twice is no harm
	}
}
