package main

import (
	"syscall/js"
	"time"

	policy "hardcases/game/host"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/wasm/mirror"
	"hardcases/wasm/store"
)

// host is the game in this page.
type host struct {
	*policy.Host
	own
	store   *store.Store
	course  *sitting // nil where the page is no part of a course
	library *library
	page    *page
	// picture is nil until it is wanted for the first time, and where this program
	// has none.
	picture painter
	inPrint bool       // the page is being printed, which a canvas cannot be
	shown   *view.Node // the tree that the page holds
	aloud   aloud
	typed   string // codes that were typed and not taken yet
	history *history
}

// painter is the picture, as the page needs to know it.
type painter interface {
	// Comes says whether it moves by itself when one screen follows another.
	Comes(old, now *view.Node) bool
	// Skip ends such a movement, and says whether there was one.
	Skip() bool
	// Redraw has it painted again.
	Redraw()
	// ScrollBy and ScrollTo move it, by CSS pixels or to a node.
	ScrollBy(distance float64)
	ScrollTo(id string)
	// Report is what it has done so far, for those who look for what takes time.
	Report() string
}

// newHost is a host without a game.
func newHost(l *library) *host {
	return &host{store: store.New(store.Under(place(), local), store.Under(place(), session)), library: l}
}

// startHost brings back the saved game, takes over the page and shows the game, for
// as long as the page is there.
func startHost() (*host, error) {
	l, err := openLibrary()
	if err != nil {
		return nil, err
	}
	h := newHost(l)
	h.course = openCourse()
	h.Host = policy.Start(h.ports(), l.words, l.books[0], l.books, root().Get("lang").String())
	h.page = newPage(h)
	h.listen()
	if js.Global().Get("gate").Get("renewed").Bool() {
		h.Offer()
	}
	h.look()
	h.ask(readAsked())
	h.listenForRooms()
	to := h.begin()
	h.sync()
	h.page.lead(to)
	return h, nil
}

// listen takes in what happens around the page. The functions live as long as the
// page does.
func (h *host) listen() {
	on(js.Global(), "beforeprint", func(js.Value) { h.print(true) })
	on(js.Global(), "afterprint", func(js.Value) { h.print(false) })
	h.history = newHistory(h)
	h.listenForFiles()
	h.listenForOthers()
	h.attend()
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
	h.store.SaveLook(store.Look{Locale: p.Locale, Theme: string(p.Theme), Picture: string(p.Picture)})
}

// sync makes the page hold the current screen, and shows the picture or the
// plain page, as the player wants it and the browser can.
func (h *host) sync() {
	if plain := h.plain(); plain != h.page.plain || h.shown == nil {
		h.setPlain(plain)
	}
	h.report()
	if tree := h.Tree(); tree != h.shown {
		old := h.shown
		h.shown = tree
		h.page.show(old, tree, h.Prefs())
		h.speak(tree)
		h.tidy()
	}
	wake()
}

// print shows the plain page while the page is being printed.
func (h *host) print(yes bool) {
	h.inPrint = yes
	h.sync()
	h.page.show(h.shown, h.shown, h.Prefs()) // the plain page has other elements
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

// wantsPicture says whether the player, or else the device, wants a picture.
func (h *host) wantsPicture() bool {
	switch h.Prefs().Picture {
	case play.AlwaysPicture:
		return true
	case play.NeverPicture:
		return false
	case play.AutoPicture:
	}
	return !js.Global().Get("gate").Get("spare").Bool()
}

// speak reads a new screen aloud, where the player wants that.
func (h *host) speak(tree *view.Node) {
	if !h.Prefs().Aloud {
		h.aloud.hush()
		return
	}
	h.aloud.read(view.Place(tree)+" "+tree.Lang, tree.Lang, mirror.Speech(tree), func() {
		h.Notify("notice.no-voice", "")
		h.sync()
	})
}

// pressed is what was pressed on the first screen before the game was there, nil for
// nothing.
func (h *host) pressed() *view.Node {
	id := js.Global().Get("gate").Get("pressed").String()
	if id == "" {
		return nil
	}
	return view.Find(h.Tree(), id)
}

// begin does what was pressed before anything is shown, as nobody waits for the screen
// that it was pressed on. It gives the node that the focus is led to, "" for none.
func (h *host) begin() (to string) {
	n := h.pressed()
	if n == nil || n.On == nil || n.Disabled {
		return ""
	}
	before := h.Tree()
	h.page.guard.Show(before, time.Now())
	h.Host.Send(n.On)
	h.saveLook()
	h.history.follow(before, h.Tree(), n.On)
	return n.To
}

// root is the page's html element.
func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// wake lets the canvas draw the next frames.
func wake() { js.Global().Get("gate").Call("wake") }
