//go:build page

package main

import (
	"syscall/js"
	"time"

	"hardcases/game/play"
)

// start starts the game, which another program may go on with (relay.js).
func start() error {
	h, err := startHost()
	if err != nil {
		return err
	}
	gate := js.Global().Get("gate")
	gate.Set("enter", js.FuncOf(func(js.Value, []js.Value) any {
		h.appear()
		h.enter()
		return nil
	}))
	relay := gate.Get("relay")
	relay.Set("give", js.FuncOf(func(js.Value, []js.Value) any { return h.yield() }))
	relay.Set("rest", js.FuncOf(func(js.Value, []js.Value) any {
		h.Rest()
		return nil
	}))
	relay.Set("fail", js.FuncOf(func(_ js.Value, args []js.Value) any {
		h.fail(args[0].String())
		return nil
	}))
	return nil
}

// enter does what was pressed while the first screen stood and the game was there.
func (h *host) enter() {
	if n := h.pressed(); n != nil {
		h.history.touched(h.shown)
		h.page.activate(n)
	}
}

// yield gives all that another program needs to go on with the game and its page from
// here, nil where that cannot be now.
func (h *host) yield() any {
	p := h.page
	if !h.wantsPicture() || h.inPrint || p.awaited != nil || !p.guard.Open(time.Now()) || h.history.trail.Moving() {
		return nil
	}
	b, ok := h.Yield()
	if !ok {
		return nil
	}
	bytes, err := b.MarshalMsg(nil)
	if err != nil {
		return nil
	}
	return map[string]any{"game": arrayOf(bytes), "keys": p.byKeys, "opener": p.focus.Opener, "said": h.aloud.said, "typed": h.typed}
}

// fail tells the player that there is no picture, and why, a key of a notice, where
// that is known; else only one who has asked for it. What else is being told stays.
func (h *host) fail(why string) {
	if why == "" && h.Prefs().Picture == play.AlwaysPicture {
		why = "notice.picture-missing"
	}
	h.appear()
	if why != "" && h.Stage().State().Notice == "" {
		h.Notify(why, "")
		h.sync()
	}
}
