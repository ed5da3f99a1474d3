package main

import (
	"syscall/js"

	policy "hardcases/game/host"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/wasm/course"
	"hardcases/wasm/mirror"
	"hardcases/wasm/store"
)

// host is the game in this page.
type host struct {
	*policy.Host
	store   *store.Store
	course  *course.Course // nil where the page is no part of one
	library *library
	page    *page
	// picture is nil until it is wanted for the first time.
	picture *picture
	blind   bool       // the picture cannot be painted
	inPrint bool       // the page is being printed, which a canvas cannot be
	shown   *view.Node // the tree that the page holds
	aloud   aloud
	typed   string // codes that were typed and not taken yet
	history *history
}

// newHost opens the pack, brings back the saved game and takes over the page.
func newHost() (*host, error) {
	l, err := openLibrary()
	if err != nil {
		return nil, err
	}
	h := &host{store: store.New(store.Under(place(), local), store.Under(place(), session)), library: l}
	h.course = openCourse()
	h.Host = policy.Start(h.ports(), l.words, l.books[0], l.books, root().Get("lang").String())
	h.page = newPage(h)
	on(js.Global(), "beforeprint", func(js.Value) { h.print(true) })
	on(js.Global(), "afterprint", func(js.Value) { h.print(false) })
	h.history = newHistory(h)
	h.listenForFiles()
	h.listenForOthers()
	h.attend()
	return h, nil
}

// Send tells the game what the player did, and brings the page up to date.
func (h *host) Send(m play.Msg) {
	before := h.Tree()
	h.Host.Send(m)
	h.saveLook()
	h.sync()
	h.history.follow(before, h.Tree(), m)
}

// saveLook keeps what the page needs to know before the game is there.
func (h *host) saveLook() {
	if h.course != nil {
		return // the next at this computer may be another pupil
	}
	p := h.Prefs()
	h.store.SaveLook(store.Look{Locale: p.Locale, Theme: string(p.Theme)})
}

// sync makes the page hold the current screen, and shows the picture or the
// plain page, as the player wants it and the browser can.
func (h *host) sync() {
	if !h.blind && !h.Prefs().Plain && outgrown() {
		h.blind = true
		h.Notify("notice.small-texture", "")
	}
	if plain := h.Prefs().Plain || h.blind || h.inPrint; plain != h.page.plain || h.shown == nil {
		h.setPlain(plain)
	}
	h.report()
	if tree := h.Tree(); tree != h.shown {
		old := h.shown
		h.shown = tree
		h.page.show(old, tree, h.Prefs())
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
	h.page.show(h.shown, h.shown, h.Prefs()) // the plain page has other elements
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
	h.Notify(notice, "")
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
	if !h.Prefs().Aloud {
		h.aloud.hush()
		return
	}
	if !h.aloud.read(view.Place(tree)+" "+tree.Lang, tree.Lang, mirror.Speech(tree)) {
		h.Notify("notice.no-voice", "")
		h.sync()
	}
}

// run shows the game, for as long as the page is there.
func (h *host) run() {
	if why := blindness(); why != "" {
		h.blind = true
		h.Notify(why, "")
	}
	h.ask(readAsked())
	h.sync()
	select {}
}

// root is the page's html element.
func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// wake lets the canvas draw the next frames.
func wake() { js.Global().Get("gate").Call("wake") }
