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
	"hardcases/wasm/store"
)

// host is the game in this page.
type host struct {
	stage *stage.Stage
	store *store.Store
	page  *page
	shown *view.Node // the tree that the page holds
	told  string     // the last message about storage, told once
}

// newHost opens the pack, brings back the saved game and takes over the page.
func newHost() (*host, error) {
	p, err := pack.Open(assets.Pack())
	if err != nil {
		return nil, err
	}
	words, err := locale.Read(assets.Strings())
	if err != nil {
		return nil, err
	}
	h := &host{store: store.New(localArea{}, p.Head().ID)}
	session, notice := h.resume(p)
	h.stage = stage.New(session, words, h.perform)
	if asked := js.Global().Get("gate").Get("lang").String(); asked != "" && asked != h.stage.Prefs().Locale {
		h.stage.Send(play.SetLocale{Locale: asked})
	}
	if notice != "" {
		h.tell(notice)
	}
	h.page = newPage(h)
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

// perform does what the game asks of its host.
func (h *host) perform(e play.Effect) {
	notice := ""
	switch e.(type) {
	case play.Save:
		notice = h.store.Save(h.stage.Session().Journal())
		p := h.stage.Prefs()
		h.store.SaveLook(store.Look{Locale: p.Locale, Theme: string(p.Theme)})
	case play.Erased:
		notice = h.store.Erase()
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
		h.stage.Notify(notice)
	}
}

// Tree is the current screen.
func (h *host) Tree() *view.Node { return h.stage.Tree() }

// Prefs are the player's choices of comfort.
func (h *host) Prefs() play.Prefs { return h.stage.Prefs() }

// Send tells the game what the player did, and brings the page up to date.
func (h *host) Send(m play.Msg) {
	h.stage.Send(m)
	h.sync()
}

// sync makes the page hold the current screen.
func (h *host) sync() {
	if tree := h.stage.Tree(); tree != h.shown {
		h.page.show(h.shown, tree, h.stage.Prefs())
		h.shown = tree
	}
	wake()
}

func (h *host) run() error {
	h.sync()
	h.page.playing()
	select {}
}

// root is the page's html element.
func root() js.Value { return js.Global().Get("document").Get("documentElement") }

// wake lets the canvas draw the next frames.
func wake() { js.Global().Get("gate").Call("wake") }
