package host

import (
	"hardcases/game/class"
	"hardcases/game/keep"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
)

// Host is one game on one screen. The player's own game and a lesson with a
// class are two games, each with a save of its own; one of them is on the
// screen. It is not safe for use by several goroutines at once.
type Host struct {
	stage  *stage.Stage
	ports  Ports
	book   view.Book // that is played
	solo   *game
	lesson *game // nil until there is one
	shown  *game // one of the two
	// parked are games that have left the screen and are not kept, by their
	// slots: each is kept as soon as that can be.
	parked map[string]*game
	// met are the slots whose games whoever plays has been shown.
	met     map[string]bool
	clock   clock
	words   words
	devices devices
	// renewed: a newer version of the program lies ready.
	renewed bool
	// fault is where the files of the pack that is being written are wrong, "" for nowhere.
	fault string
	// trouble is why the game is not kept, nil for no reason.
	trouble error
	// news is the key of what became of a game by what goes on now, "" for
	// nothing: it must be read whatever else that does to the screen.
	news string
}

// game is a running game and where it is kept.
type game struct {
	session *play.Session
	slot    *keep.Slot
}

// Start brings back the saved game of a pack, or begins one. shelf is the other
// packs that can be played; language is that of a new game, and Ports.Named of any.
func Start(ports Ports, words *locale.Catalog, played view.Book, shelf []view.Book, language string) *Host {
	h := set(ports, words, played, shelf, language)
	h.begin(played, language)
	if ports.Named && h.Prefs().Locale != language {
		h.Send(play.SetLocale{Locale: language})
	}
	h.settle()
	return h
}

// set sets a host with its shelf, before a game is on the screen.
func set(ports Ports, words *locale.Catalog, played view.Book, shelf []view.Book, language string) *Host {
	h := &Host{ports: ports, parked: map[string]*game{}, met: map[string]bool{}}
	h.stage = stage.New(play.NewSession(played.Pack, 0, language), words, h.perform)
	for _, b := range append(shelf[:len(shelf):len(shelf)], played) {
		h.stage.Put(b)
	}
	h.stage.Dress(h.dress)
	return h
}

// begin puts the first game on the screen.
func (h *Host) begin(played view.Book, language string) {
	played, _ = h.stage.Book(played.Pack.Hash())
	if h.ports.Again {
		played = h.again(played)
	}
	h.open(played, language)
	h.meet(h.ports.Again)
}

// again is the pack whose game was on the screen last, where that is on the shelf.
func (h *Host) again(played view.Book) view.Book {
	slot, _ := keep.IsLesson(keep.Front(h.ports.Keep))
	if b, ok := h.bookOf(slot); ok {
		return b
	}
	return played
}

// open goes on with the game of a pack: the lesson, where that was last on the
// screen.
func (h *Host) open(b view.Book, language string) {
	h.book, h.lesson = b, nil
	name := h.origin(b).Name()
	keep.Adopt(h.ports.Keep, h.origin(b), h.isShipped(b.Pack.Head().ID))
	h.solo = h.load(name, language)
	wasLesson := keep.Front(h.ports.Keep) == keep.Lesson(name)
	h.part()
	if wasLesson && h.lesson == nil {
		h.lesson = h.load(keep.Lesson(name), language)
	}
	if h.lesson != nil && wasLesson && !h.lesson.session.State().InLesson() {
		h.lesson = nil
	}
	if h.lesson != nil {
		h.show(h.lesson)
	} else {
		h.show(h.solo)
	}
}

// meet shows the first screen, from which to go on or to begin anew, of a game
// that whoever plays has not seen: somebody else may have played it, whose answers
// are nobody's business. A lesson goes on where it was.
func (h *Host) meet(before bool) {
	name := h.solo.slot.Name()
	before, h.met[name] = before || h.met[name], true
	if !before && h.shown == h.solo && h.solo.session.Journal().Played() {
		goHome(h.solo.session)
		h.stage.Stale()
	}
}

// goHome shows the first screen of a game, with what the player is told there.
func goHome(s *play.Session) {
	state := s.State()
	if state.Screen != play.Home {
		s.Send(play.Show{Screen: play.Home})
		s.Notify(state.Notice, state.Detail)
	}
}

// part takes a lesson out of the player's game, where an older program has kept both
// as one: before this one was started, or beside it.
func (h *Host) part() {
	state := h.solo.session.State()
	if !state.InLesson() {
		return
	}
	if h.lesson == nil {
		h.lesson = h.load(h.lessonSlot(), state.Prefs.Locale)
	} else {
		h.follow(h.lesson)
	}
	if !h.lesson.session.State().InLesson() && !h.lesson.session.Journal().Played() {
		h.lesson.session, _ = play.Restore(h.book.Pack, h.solo.session.Journal())
		h.lesson.slot.Anew()
		h.keep(h.lesson)
	}
	goHome(h.solo.session)
}

// show puts a game on the screen.
func (h *Host) show(g *game) {
	other := h.solo
	if g == h.solo {
		other = h.lesson
	}
	var beside *play.Session
	if other != nil {
		beside = other.session
	}
	h.shown = g
	h.arrive()
	h.stage.Resume(g.session, beside)
	keep.SetFront(h.ports.Keep, g.slot.Name())
	h.wind()
}

// Send tells the game what the player did.
func (h *Host) Send(m play.Msg) {
	if l, ok := m.(play.SetLocale); ok && !h.speaks(l) {
		return
	}
	m = h.spent(h.turn(m))
	h.clock.told = "" // what is told anew stays as long as before
	if act, ok := m.(play.Class); ok && act.Act == class.Anew && h.stage.State().Class.Stage == class.Renew {
		h.anotherClass(act)
	} else {
		h.stage.Send(m)
	}
	h.settle()
}

// settle ends whatever came from outside: what became of a game is told, the clock
// runs where it must, devices are heard, and words that are wanted are fetched.
func (h *Host) settle() {
	if h.news != "" && h.stage.State().Notice == "" {
		h.stage.Notify(h.news, "")
	}
	h.news = ""
	h.wind()
	h.tend()
	h.understand()
}

// turn puts the game on the screen that a message is for: a lesson is entered by
// visiting it, and left for anything that is not beside it. It gives the message
// to send.
func (h *Host) turn(m play.Msg) play.Msg {
	visit, isClass := m.(play.Class)
	if h.shown == h.lesson {
		state := h.lesson.session.State()
		if next, _ := play.Update(h.book.Pack, state, m); !next.InLesson() {
			h.turnTo(h.solo)
			if _, back := m.(play.Back); back {
				return play.Show{Screen: play.Home}
			}
		}
		return m
	}
	if isClass && visit.Act == class.Visit {
		if h.lesson == nil {
			h.lesson = h.load(h.lessonSlot(), h.Prefs().Locale)
		}
		h.turnTo(h.lesson)
	}
	return m
}

// turnTo puts the other game on the screen, as it is kept now and with the
// player's comfort as it is.
func (h *Host) turnTo(g *game) {
	p := h.Prefs()
	h.follow(g)
	h.show(g)
	h.comfort(p)
}

// comfort gives the game on the screen the player's comfort, where it is not so
// already.
func (h *Host) comfort(p play.Prefs) {
	s, before := h.shown.session, len(h.shown.session.Journal().Msgs)
	for _, m := range []play.Msg{
		play.SetLocale{Locale: p.Locale}, play.SetTextSize{Percent: p.TextSize}, play.SetSpacing{Percent: p.Spacing},
		play.SetTheme{Theme: p.Theme}, play.SetMotion{Motion: p.Motion}, play.SetPicture{When: p.Picture}, play.SetAloud{On: p.Aloud}, play.SetKeys{On: !p.NoKeys},
	} {
		state := s.State()
		if next, _ := play.Update(s.Pack(), state, m); next.Prefs != state.Prefs {
			s.Send(m)
		}
	}
	if len(s.Journal().Msgs) > before {
		h.save(h.shown)
	}
	h.stage.Stale()
}

// perform does what the game asks.
func (h *Host) perform(e play.Effect) {
	switch e := e.(type) {
	case play.Save:
		if !h.clock.quiet {
			h.save(h.shown)
		}
	case play.Erased:
		h.erase()
	case play.Ask:
		h.grant(e)
	}
}

// grant does what the player asks of the host.
func (h *Host) grant(a play.Ask) {
	switch a.What {
	case play.OpenPack:
		if b, ok := h.stage.Book(a.Of); ok {
			h.change(b)
		}
	case play.BringBack:
		h.bringBack(a.Of)
	case play.ImportSave:
		if !h.ports.Ask.File() {
			h.stage.Notify("notice.import-how", "")
		}
	case play.BeginAnew:
		h.anotherPlayer()
	case play.OpenAlone:
		h.ports.Ask.OwnTab()
	case play.TakeUpdate:
		h.update()
	case play.AskCodes:
		if !h.ports.Ask.Codes() {
			h.stage.Notify("notice.codes-how", "")
		}
	case play.OpenRoom:
		h.openRoom()
	case play.LeadRoom:
		h.lead()
	case play.TakeLink:
		h.takeLink()
	case play.EmptyRoom:
		h.emptyRoom()
	case play.CloseRoom:
		h.closeRoom()
	case play.ExportSave, play.TakeText, play.TakePage, play.TakeCard, play.TakeTable, play.TakeRoad, play.TakeKit:
		h.give(a.What)
	}
}

// change goes on with the game of another pack, with the player's comfort as it
// is.
func (h *Host) change(b view.Book) {
	p := h.Prefs()
	h.park()
	h.open(b, p.Locale)
	h.meet(false)
	h.comfort(p)
}

// Tree is the current screen; see stage.Stage.
func (h *Host) Tree() *view.Node { return h.stage.Tree() }

// Prefs are the player's choices of comfort.
func (h *Host) Prefs() play.Prefs { return h.stage.Prefs() }

// Strings is the interface in the player's language.
func (h *Host) Strings() *locale.Strings { return h.stage.Strings() }

// Stage is the stage with the screen, for what only reads it.
func (h *Host) Stage() *stage.Stage { return h.stage }

// Notify puts a message of the program on the screen, by its key.
func (h *Host) Notify(key, detail string) { h.stage.Notify(key, detail) }

// Offer tells the player, for as long as the program runs, that a newer version of
// it lies ready, and lets them take it.
func (h *Host) Offer() {
	h.renewed = true
	h.stage.Stale()
}

// TellFault tells the player, until it is called with "", where the files of a pack that
// is being written are wrong.
func (h *Host) TellFault(where string) {
	h.fault = where
	h.stage.Stale()
}

// update takes a newer version of the program, which begins with what is kept: not
// before all is.
func (h *Host) update() {
	h.save(h.shown)
	if h.Kept() {
		h.ports.Ask.Update()
	}
}

// Kept says whether all that the player did is safe here.
func (h *Host) Kept() bool { return h.trouble == nil }

// origin is what the game of a pack is kept by.
func (h *Host) origin(b view.Book) keep.Origin {
	return keep.Origin{ID: b.Pack.Head().ID, Hash: b.Pack.Hash(), Shipped: b.Shipped, Place: b.Place}
}

// isShipped says whether an id is that of a pack that comes with the program.
func (h *Host) isShipped(id string) bool {
	for _, b := range h.stage.Shelf() {
		if b.Shipped && b.Pack.Head().ID == id {
			return true
		}
	}
	return false
}

// titleOf is what a pack is called in the player's language, "" for nil.
func (h *Host) titleOf(p *pack.Pack) string {
	return p.Text(h.Strings().Locale()).Get("pack", "title")
}
