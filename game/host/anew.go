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

// anotherClass begins a lesson anew, in a journal of its own. That of the class before
// is put aside; where there is no room for it, its figures stay. Where nothing may be
// kept at all they go, as the teacher was told who asked for it.
func (h *Host) anotherClass(m play.Class) {
	g, before := h.shown, h.shown.session
	if h.follow(g); g.session != before { // the press that found it out is not done
		h.showAgain()
		return
	}
	switch _, err := g.slot.PutAside(before.Journal()); {
	case errors.Is(err, keep.ErrForbidden):
		h.stage.Send(m)
		return
	case err != nil:
		h.stage.Notify("notice.not-replaced", "")
		return
	}
	g.session = before.AnotherClass(h.ports.Lot(), m.N)
	g.slot.Anew()
	h.show(g)
	h.save(g)
	if h.stage.State().Notice == "" {
		h.stage.Notify("notice.class-aside", "")
	}
}
