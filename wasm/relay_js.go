//go:build !page

package main

import (
	"runtime/debug"
	"syscall/js"
	"time"

	"hardcases/game/guard"
	policy "hardcases/game/host"
)

// start starts the game, or waits to go on with it where another program plays it
// already (relay.js).
func start() error {
	relay := js.Global().Get("gate").Get("relay")
	if !relay.Truthy() {
		_, err := startHost()
		return err
	}
	l, err := openLibrary()
	if err != nil {
		return err
	}
	h := newHost(l)
	answer := func(name string, do func(given js.Value) any) {
		relay.Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return do(args[0]) }))
	}
	answer("warm", func(given js.Value) any { return why(h.warm(given)) })
	answer("take", func(given js.Value) any { return why(h.takeOver(given)) })
	answer("show", func(js.Value) any {
		h.unveil()
		return nil
	})
	answer("settle", func(js.Value) any {
		h.settleReading()
		return nil
	})
	return nil
}

// why is what an error says, "" for none.
func why(err error) string {
	if err != nil {
		return err.Error()
	}
	return ""
}

// resume makes the game that another program gives this host's.
func (h *host) resume(given js.Value) error {
	var b policy.Baton
	if _, err := b.UnmarshalMsg(bytesOf(given.Get("game"))); err != nil {
		return err
	}
	if err := h.library.hear(js.Global().Get("gate").Get("spoken")); err != nil {
		return err
	}
	next, err := policy.Resume(h.ports(), h.library.words, h.library.books[0], h.library.books, b)
	if err != nil {
		return err
	}
	if js.Global().Get("gate").Get("renewed").Bool() {
		next.Offer()
	}
	h.Host, h.shown = next, next.Tree()
	return nil
}

// warm draws the game as it is now behind the page, while the other program plays on
// and tells the time: the first pictures take long. Nobody sees this, and nothing comes
// of it.
func (h *host) warm(given js.Value) error {
	if err := h.resume(given); err != nil {
		return err
	}
	h.Rest()
	h.page = pageOf(h)
	h.warming = true
	js.Global().Get("gate").Call("shut", false)
	h.startPicture()
	return nil
}

// warmed tells relay.js, with the second picture, that the next one comes soon.
func (p *picture) warmed() {
	if p.drawn == 1 {
		wake()
		return
	}
	debug.SetGCPercent(garbage)
	gate := js.Global().Get("gate")
	gate.Call("shut", true)
	gate.Get("relay").Call("drawn")
}

// takeOver goes on with the game that another program gives, and with the elements
// that it has made. It fails, and has changed nothing, where they are not as this
// program would have made them.
func (h *host) takeOver(given js.Value) error {
	before, shown := h.Host, h.shown
	if err := h.resume(given); err != nil {
		return err
	}
	if err := h.page.takeOver(); err != nil {
		h.Rest()
		h.Host, h.shown = before, shown
		return err
	}
	h.typed, h.aloud.said = given.Get("typed").String(), given.Get("said").String()
	h.page.byKeys, h.page.focus.Opener = given.Get("keys").Bool(), given.Get("opener").String()
	h.page.guard = guard.Guard{}
	h.page.guard.Show(h.shown, time.Now())
	h.warming = false
	h.page.listen()
	h.listen()
	h.listenForRooms()
	return nil
}

// unveil puts the picture in the place of the page.
func (h *host) unveil() {
	h.reading = h.page.reading()
	h.sync()
	h.page.show(h.shown, h.shown, h.Prefs()) // the plain page has other elements
	if gate := js.Global().Get("gate"); gate.Get("stands").Bool() {
		gate.Set("stands", false)
		h.page.open()
	}
}

// settleReading brings what the player was reading to where it was, once the picture
// is as large as the window.
func (h *host) settleReading() {
	p, ok := h.picture.(*picture)
	if !ok || h.page.plain {
		return
	}
	h.page.untold = true
	p.tellFocus()
	p.Skip() // the player has seen the screen
	p.laidOut()
	if by := h.page.drift(h.reading); by != 0 {
		p.ScrollBy(by)
		p.laidOut()
	}
	wake()
}

// hear adds the languages that have come since.
func (l *library) hear(spoken js.Value) error {
	tags := js.Global().Get("Object").Call("keys", spoken)
	for i := range tags.Length() {
		tag := tags.Index(i).String()
		if l.words.Has(tag) {
			continue
		}
		if err := l.add(spoken.Get(tag)); err != nil {
			return err
		}
	}
	return nil
}
