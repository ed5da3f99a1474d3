package host

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"hardcases/game/keep"
	"hardcases/game/play"
)

// load brings back the game of a slot, or begins one, and says what became of
// what was kept.
func (h *Host) load(name, language string) *game {
	if g := h.parked[name]; g != nil {
		delete(h.parked, name)
		if g.session.Pack() != h.book.Pack { // it was changed meanwhile
			h.refit(g)
		}
		h.follow(g)
		return g
	}
	g := &game{slot: keep.Open(h.ports.Keep, name, h.ports.Time.Today)}
	if err := h.read(g, language); err != nil {
		h.worry(err)
	}
	return g
}

// read makes a game what its slot holds. It fails where nobody can say what that
// is; the game then is a new one.
func (h *Host) read(g *game, language string) error {
	j, ok, err := g.slot.Load()
	if !ok {
		g.session = play.NewSession(h.book.Pack, h.ports.Lot(), language)
		switch {
		case errors.Is(err, play.ErrNewer):
			g.session.Notify("notice.save-newer", "")
		case errors.Is(err, play.ErrDamaged), errors.Is(err, play.ErrTooLong):
			g.session.Notify("notice.save-corrupt", "")
		default:
			return err
		}
		h.news = g.session.State().Notice
		return nil
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
	default:
		return nil
	}
	h.news = session.State().Notice // also of a game that does not come on the screen
	return nil
}

// refit does a game again in the version of its pack that is played now. What lies
// in the slot is put aside where not all of it applies any more.
func (h *Host) refit(g *game) {
	before := g.session.Journal()
	g.session, _ = play.Restore(h.book.Pack, before)
	if g.session.Journal().Holds(before) {
		g.session.Notify("", "")
		return
	}
	g.slot.Owe(keep.Before)
	g.slot.Anew()
	h.news = g.session.State().Notice
}

// park holds on to the games that leave the screen and could not be kept.
func (h *Host) park() {
	for _, g := range []*game{h.solo, h.lesson} {
		if g != nil && g.slot.Unsaved(g.session.Journal()) > 0 {
			h.parked[g.slot.Name()] = g
		}
	}
}

// save keeps a game, each time anew: what could not be kept a moment ago may be
// kept now. Where the game has gone on elsewhere it is followed instead.
func (h *Host) save(g *game) {
	err := h.write(g)
	if errors.Is(err, keep.ErrMoved) || errors.Is(err, keep.ErrForgotten) {
		h.follow(g)
		h.showAgain()
		return
	}
	h.worry(cmp.Or(err, h.saveOthers(g)))
}

// saveOthers keeps what could not be kept before of the games that are not on
// the screen. Of those that went on elsewhere it is put aside.
func (h *Host) saveOthers(saved *game) error {
	for _, name := range slices.Sorted(maps.Keys(h.parked)) {
		if err := h.unpark(h.parked[name]); err != nil {
			return err
		}
		delete(h.parked, name)
	}
	for _, g := range []*game{h.solo, h.lesson} {
		if g == nil || g == saved || g.slot.Unsaved(g.session.Journal()) <= 0 {
			continue
		}
		err := h.write(g)
		if err != nil && !errors.Is(err, keep.ErrMoved) && !errors.Is(err, keep.ErrForgotten) {
			return err // one that has moved is followed when it is shown
		}
	}
	return nil
}

// unpark keeps a game that had to be held.
func (h *Host) unpark(g *game) error {
	err := h.write(g)
	switch {
	case errors.Is(err, keep.ErrForgotten):
		return nil // so is this
	case errors.Is(err, keep.ErrMoved):
		fresh, err := g.slot.PutAside(g.session.Journal())
		if fresh && err == nil {
			h.news = "notice.held-aside"
		}
		return err
	}
	return err
}

// write keeps a game, and tells of a copy that had been owed since there was no
// room for it.
func (h *Host) write(g *game) error {
	err := g.slot.Save(g.session.Journal())
	if g.slot.Paid() { // though the game itself may not be kept
		h.news = "notice.owed-aside"
	}
	return err
}

// keep saves a game that nothing is known to lie in the way of.
func (h *Host) keep(g *game) {
	h.worry(cmp.Or(h.write(g), h.saveOthers(g)))
}

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
	if h.shown.session != before {
		h.showAgain()
	}
	h.settle()
	return h.shown.session != before
}

// Overwritten says whether another window, which wrote at the same moment, has put its
// game in the place of the one on the screen: what is done here is then kept nowhere
// until Follow puts it aside.
func (h *Host) Overwritten() bool { return h.shown.slot.Overwritten(h.shown.session.Journal()) }

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
	before := g.session
	err := g.slot.Moved()
	switch {
	case errors.Is(err, keep.ErrForgotten):
		if err = h.read(g, h.Prefs().Locale); err == nil {
			g.session.Notify("notice.forgotten-elsewhere", "")
		}
	case errors.Is(err, keep.ErrMoved):
		err = h.goOn(g)
	}
	if err != nil {
		h.worry(err)
	}
	if g.session != before {
		if g == h.solo {
			h.part()
		}
		h.news = cmp.Or(g.session.State().Notice, h.news)
	}
}

// goOn goes on with what lies in a game's slot. It fails, and changes nothing,
// where that cannot be read, or what was done here not put aside.
func (h *Host) goOn(g *game) error {
	here, unsaved := g.session.Journal(), g.slot.Unsaved(g.session.Journal())
	there := &game{slot: keep.Open(h.ports.Keep, g.slot.Name(), h.ports.Time.Today)}
	if err := h.read(there, h.Prefs().Locale); err != nil {
		return err
	}
	notice := "notice.followed"
	if unsaved == 1 && h.Kept() { // the press that found it out is not done
		here.Msgs = here.Msgs[:len(here.Msgs)-unsaved]
	} else if unsaved <= 0 {
		notice = ""
	}
	if !there.session.Journal().Holds(here) && here.Played() {
		fresh, err := g.slot.PutAside(here)
		if err != nil {
			return err
		}
		if fresh { // else whoever saved the other game did this, and said so
			notice = "notice.followed-aside"
		}
	}
	if there.session.State().Notice == "" && notice != "" {
		there.session.Notify(notice, "")
	}
	g.session, g.slot = there.session, there.slot
	h.worry(h.saveOthers(g))
	return nil
}

// erase forgets all that was ever kept, of every pack and of lessons, and says
// so where it is so.
func (h *Host) erase() {
	err := keep.Erase(h.ports.Keep, h.ports.Time.Today(), h.ports.Lot())
	language := h.Prefs().Locale
	for _, g := range []*game{h.solo, h.lesson} {
		if g != nil {
			g.slot = keep.Open(h.ports.Keep, g.slot.Name(), h.ports.Time.Today)
			_, _, _ = g.slot.Load() // to know what lies there now
		}
	}
	h.solo.session = h.solo.session.Anew(h.ports.Lot())
	if h.lesson != nil {
		h.lesson.session = play.NewSession(h.book.Pack, h.ports.Lot(), language)
	}
	clear(h.parked)
	h.show(h.solo)
	if err != nil {
		h.stage.Notify("notice.erase-failed", "")
		return
	}
	h.worry(nil)
	h.stage.Notify("notice.erased", "")
}
