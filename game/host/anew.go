package host

import (
	"errors"

	"hardcases/game/keep"
	"hardcases/game/play"
)

// anotherPlayer begins a new game with the comfort as it is. The one before it
// is put aside.
func (h *Host) anotherPlayer() {
	if h.shown != h.solo {
		h.turnTo(h.solo)
	}
	p := h.Prefs()
	h.met = map[string]bool{h.solo.slot.Name(): true}
	if h.replace(h.solo, play.NewSession(h.book.Pack, h.ports.Lot(), p.Locale)) {
		h.comfort(p)
		h.stage.Notify("notice.begun-anew", "")
	}
}

// anotherClass begins a lesson anew. That of the class before is put aside; where
// there is no room for it, its figures stay. Where nothing may be kept at all they
// go, as the teacher was told who asked for it.
func (h *Host) anotherClass(m play.Class) {
	_, err := h.shown.slot.PutAside(h.shown.session.Journal())
	if err != nil && !errors.Is(err, keep.ErrForbidden) {
		h.stage.Notify("notice.not-replaced", "")
		return
	}
	h.stage.Send(m)
	if err == nil && h.stage.State().Notice == "" {
		h.stage.Notify("notice.class-aside", "")
	}
}
