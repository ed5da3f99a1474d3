package main

import (
	"math/rand/v2"
	"syscall/js"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/wasm/mirror"
	"hardcases/wasm/store"
)

// host is the game in this page.
type host struct {
	stage *stage.Stage
	store *store.Store
	page  *page
	// picture is nil until it is wanted for the first time.
	picture *picture
	blind   bool       // the picture cannot be painted
	inPrint bool       // the page is being printed, which a canvas cannot be
	shown   *view.Node // the tree that the page holds
	told    string     // the last message about storage, told once
	aloud   aloud
	clock   *clock // nil while no timer runs
	history *history
}

// newHost opens the pack, brings back the saved game and takes over the page.
func newHost() (*host, error) {
	p, err := pack.Open(assets.First()...)
	if err != nil {
		return nil, err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return nil, err
	}
	h := &host{store: store.New(local, p.Head().ID)}
	game, notice := h.resume(p)
	h.stage = stage.New(game, words, h.perform)
	if asked := js.Global().Get("gate").Get("lang").String(); asked != "" && asked != h.stage.Prefs().Locale {
		h.stage.Send(play.SetLocale{Locale: asked})
	}
	if notice != "" {
		h.tell(notice)
	}
	h.fill(p)
	h.page = newPage(h)
	on(js.Global(), "beforeprint", func(js.Value) { h.print(true) })
	on(js.Global(), "afterprint", func(js.Value) { h.print(false) })
	h.history = newHistory(h)
	h.listenForFiles()
	return h, nil
}

// resume gives the saved game, or a new one, and what to tell the player.
func (h *host) resume(p *pack.Pack) (*play.Session, string) {
	journal, ok, notice := h.store.Load()
	if !ok {
		language := root().Get("lang").String()
		return play.NewSession(p, rand.Uint64(), language), notice
	}
	session, report := play.Restore(p, journal)
	if report.Notice() != "" {
		// What is saved from now on is no longer what was saved before.
		if h.store.PutAside("before") != nil {
			return session, store.NoticeFull
		}
	}
	return session, ""
}

// follow goes on with the game as it is kept now.
func (h *host) follow() {
	h.setClock(false)
	session, notice := h.resume(h.stage.Session().Pack())
	h.stage.Resume(session)
	if notice != "" {
		h.tell(notice)
	}
	h.sync()
}

// perform does what the game asks of its host.
func (h *host) perform(e play.Effect) {
	notice := ""
	switch e := e.(type) {
	case play.Switch:
		h.swap(h.stage.Book(e.Hash))
		return
	case play.Save:
		notice = h.store.Save(h.stage.Session().Journal())
		p := h.stage.Prefs()
		h.store.SaveLook(store.Look{Locale: p.Locale, Theme: string(p.Theme)})
	case play.Erased:
		notice = h.store.Erase()
	case play.Export:
		h.export()
		return
	case play.Import:
		h.choose()
		return
	case play.GiveCard, play.GivePage, play.GiveText:
		h.take(e)
		return
	default:
		h.teach(e)
		return
	}
	if notice != h.told {
		h.tell(notice)
	}
}

// tell puts a message on the screen; once, so that a storage that stays full
// does not repeat itself at every step.
func (h *host) tell(notice string) {
	h.told = notice
	if notice != "" {
		h.stage.Notify(notice, "")
	}
}

// Tree is the current screen.
func (h *host) Tree() *view.Node { return h.stage.Tree() }

// Prefs are the player's choices of comfort.
func (h *host) Prefs() play.Prefs { return h.stage.Prefs() }

// Send tells the game what the player did, and brings the page up to date.
func (h *host) Send(m play.Msg) {
	before := h.stage.Tree()
	h.stage.Send(m)
	h.sync()
	h.history.follow(before, h.stage.Tree(), m)
}

// sync makes the page hold the current screen, and shows the picture or the
// plain page, as the player wants it and the browser can.
func (h *host) sync() {
	if plain := h.stage.Prefs().Plain || h.blind || h.inPrint; plain != h.page.plain || h.shown == nil {
		h.setPlain(plain)
	}
	if tree := h.stage.Tree(); tree != h.shown {
		old := h.shown
		h.shown = tree
		h.page.show(old, tree, h.stage.Prefs())
		h.speak(tree)
	}
	wake()
}

// setPlain changes between the picture and the plain page.
func (h *host) setPlain(plain bool) {
	h.page.setPlain(plain)
	js.Global().Get("gate").Call("shut", plain)
	switch {
	case plain:
		h.page.playing()
	case h.picture == nil:
		h.picture = newPicture(h)
		h.page.takeCanvas(h.picture.Scene)
		go h.paint()
	default:
		h.picture.Redraw()
	}
}

// print shows the plain page while the page is being printed.
func (h *host) print(yes bool) {
	h.inPrint = yes
	h.sync()
	h.page.show(h.shown, h.shown, h.stage.Prefs()) // the plain page has other elements
}

// paint runs the picture. Where it cannot go on, the plain page can.
func (h *host) paint() {
	err := h.picture.run()
	println("the picture has stopped:", err.Error())
	h.goBlind("notice.no-webgl")
}

// goBlind shows the plain page for good, and says why.
func (h *host) goBlind(notice string) {
	h.blind = true
	h.stage.Notify(notice, "")
	h.sync()
}

// scroll moves the picture by so many windows, or to an end.
func (h *host) scroll(windows float64, toEnd bool) {
	if h.picture == nil {
		return
	}
	distance := windows * js.Global().Get("innerHeight").Float()
	if toEnd {
		distance = windows * farAway
	}
	h.picture.ScrollBy(distance)
	wake()
}

// farAway is longer than any screen, in CSS pixels.
const farAway = 1e7

// speak reads a new screen aloud, where the player wants that.
func (h *host) speak(tree *view.Node) {
	if !h.stage.Prefs().Aloud {
		h.aloud.hush()
		return
	}
	if !h.aloud.read(view.Place(tree)+" "+tree.Lang, tree.Lang, mirror.Speech(tree)) {
		h.stage.Notify("notice.no-voice", "")
		h.sync()
	}
}

// run shows the game, for as long as the page is there.
func (h *host) run() {
	if why := blindness(); why != "" {
		h.blind = true
		h.stage.Notify(why, "")
	}
	h.ask(readAsked())
	h.sync()
	select {}
}

// root is the page's html element.
func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// wake lets the canvas draw the next frames.
func wake() { js.Global().Get("gate").Call("wake") }
