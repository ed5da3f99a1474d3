package host

import (
	"errors"

	"hardcases/game/keep"
	"hardcases/game/play"
)

// load brings back the game of a slot, or begins one, and says what became of
// what was kept.
func (h *Host) load(name, language string) *game {
	g := &game{slot: keep.Open(h.ports.Keep, name, h.ports.Time.Today)}
	h.read(g, language)
	return g
}

// read makes a game what its slot holds.
func (h *Host) read(g *game, language string) {
	j, ok, err := g.slot.Load()
	if !ok {
		g.session = play.NewSession(h.book.Pack, h.ports.Lot(), language)
		switch {
		case errors.Is(err, play.ErrNewer):
			g.session.Notify("notice.save-newer", "")
		case errors.Is(err, play.ErrDamaged), errors.Is(err, play.ErrTooLong):
			g.session.Notify("notice.save-corrupt", "")
		case err != nil:
			h.worry(err)
		}
		return
	}
	session, report := play.Restore(h.book.Pack, j)
	g.session = session
	switch {
	case report.OtherPack:
		session.Notify(report.Notice(), "")
		g.slot.Owe(keep.Other)
	case !session.Journal().Holds(j): // what is saved from now on lacks something
		g.slot.Owe(keep.Before)
		g.slot.Anew()
	}
}

// save keeps a game, each time anew: what could not be kept a moment ago may be
// kept now. Where the game has gone on elsewhere it is followed instead.
func (h *Host) save(g *game) {
	err := g.slot.Save(g.session.Journal())
	if errors.Is(err, keep.ErrMoved) || errors.Is(err, keep.ErrForgotten) {
		h.follow(g)
		h.showAgain()
		return
	}
	h.worry(err)
}

// keep saves a game that nothing is known to lie in the way of.
func (h *Host) keep(g *game) { h.worry(g.slot.Save(g.session.Journal())) }

// worry notes what keeps the game from being saved, nil for nothing. It stays on
// the screen until it is over.
func (h *Host) worry(err error) {
	if (err == nil) != (h.trouble == nil) || err != nil && err.Error() != h.trouble.Error() {
		h.stage.Stale()
	}
	h.trouble = err
}

// Follow looks whether the game on the screen has gone on elsewhere, as after
// the page has come back or the window is in front again, and goes on with that.
// It says whether the screen has changed.
func (h *Host) Follow() bool {
	before := h.shown.session
	h.follow(h.shown)
	if h.shown.session == before {
		return false
	}
	h.showAgain()
	return true
}

// Follows says whether a name in the Area is that of the game on the screen.
func (h *Host) Follows(name string) bool { return name == h.shown.slot.Name() }

// showAgain shows what is on the screen after a game was read anew; a lesson
// that is none any more gives way to the player's game, as it is kept now.
func (h *Host) showAgain() {
	if h.shown == h.lesson && !h.lesson.session.State().InLesson() {
		told := h.lesson.session.State().Notice
		h.shown = h.solo
		h.follow(h.solo)
		if h.solo.session.State().Notice == "" {
			h.solo.session.Notify(told, "")
		}
	}
	h.show(h.shown)
}

// follow goes on with a game as it is kept now, where that is not what this host
// last saw. What it does not hold of what was done here is put aside first;
// where that fails nothing is followed, and nothing overwritten.
func (h *Host) follow(g *game) {
	err := g.slot.Moved()
	switch {
	case errors.Is(err, keep.ErrForgotten):
		h.read(g, h.Prefs().Locale)
		g.session.Notify("notice.forgotten-elsewhere", "")
	case errors.Is(err, keep.ErrMoved):
		h.goOn(g)
	case err != nil:
		h.worry(err)
	}
}

func (h *Host) goOn(g *game) {
	here, unsaved := g.session.Journal(), g.slot.Unsaved(g.session.Journal())
	there := &game{slot: keep.Open(h.ports.Keep, g.slot.Name(), h.ports.Time.Today)}
	p := h.Prefs()
	h.read(there, p.Locale)
	notice := "notice.followed"
	if unsaved <= 1 && unsaved > 0 { // the press that found it out is not done
		here.Msgs = here.Msgs[:len(here.Msgs)-unsaved]
	} else if unsaved <= 0 {
		notice = ""
	}
	if !there.session.Journal().Holds(here) && here.Played() {
		fresh, err := g.slot.PutAside(here)
		if err != nil {
			h.worry(err)
			return
		}
		if fresh { // else whoever saved the other game did this, and said so
			notice = "notice.followed-aside"
		}
	}
	if there.session.State().Notice == "" && notice != "" {
		there.session.Notify(notice, "")
	}
	g.session, g.slot = there.session, there.slot
	h.worry(nil)
}

// erase forgets all that was ever kept, of every pack and of lessons, and says
// so where it is so.
func (h *Host) erase() {
	err := keep.Erase(h.ports.Keep, h.ports.Time.Today())
	language := h.Prefs().Locale
	for _, g := range []*game{h.solo, h.lesson} {
		if g != nil {
			g.slot = keep.Open(h.ports.Keep, g.slot.Name(), h.ports.Time.Today)
			_, _, _ = g.slot.Load() // to know what lies there now
		}
	}
	if h.lesson != nil {
		h.lesson.session = play.NewSession(h.book.Pack, h.ports.Lot(), language)
	}
	h.show(h.solo)
	if err != nil {
		h.stage.Notify("notice.erase-failed", "")
		return
	}
	h.worry(nil)
	h.stage.Notify("notice.erased", "")
}
