package main

import (
	"strings"
	"syscall/js"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/wasm/trail"
)

// trailKey is where an entry of the browser's history keeps its number.
const trailKey = "hardcases"

// history is the browser's own Back and Forward.
type history struct {
	trail trail.Trail
	js    js.Value
	back  bool // the game goes back since the browser did
	// resumed: the page was loaded again, or come back to.
	resumed bool
}

// newHistory takes up the history where it is, as after a reload.
func newHistory(h *host) *history {
	b := &history{js: js.Global().Get("history")}
	b.js.Set("scrollRestoration", "manual") // a new screen begins at its top
	if at, ours := entry(b.js.Get("state")); ours {
		b.trail, b.resumed = trail.Resume(at), true
	} else {
		b.put("replaceState", 0)
	}
	on(js.Global(), "popstate", func(event js.Value) {
		at, ours := entry(event.Get("state"))
		if !ours {
			return // somebody has changed the fragment of the address
		}
		back, move := b.trail.Popped(at)
		b.perform(move)
		for range back {
			if root := h.Tree(); !isFirst(root) {
				b.back = true
				h.Send(play.Back{})
				b.back = false
			}
		}
	})
	return b
}

// entry is the number of an entry, by its state.
func entry(state js.Value) (at int, ours bool) {
	if state.Type() != js.TypeObject || state.Get(trailKey).Type() != js.TypeNumber {
		return 0, false
	}
	return state.Get(trailKey).Int(), true
}

func numbered(at int) js.Value {
	state := js.Global().Get("Object").New()
	state.Set(trailKey, at)
	return state
}

// isFirst says whether there is no way back from a screen within the game.
func isFirst(root *view.Node) bool { return root.ID == string(play.Home) && view.Modal(root) == nil }

// follow brings the history in step after the player has done something.
func (b *history) follow(before, now *view.Node, m play.Msg) {
	if b.back || before == nil || view.Place(before) == view.Place(now) {
		return
	}
	if strings.HasPrefix(before.ID, "seat-") && strings.HasPrefix(now.ID, "decision-") {
		return // one entry for both: the way back from the decision leads past the seat
	}
	_, back := m.(play.Back)
	b.perform(b.trail.Went(back, isFirst(now)))
}

// touched is told of every press: only a page that was used may add entries.
func (b *history) touched(root *view.Node) {
	if root != nil && !isFirst(root) {
		b.perform(b.trail.Away())
	}
}

func (b *history) perform(m trail.Move) {
	for _, at := range m.Push {
		b.put("pushState", at)
	}
	if m.Go != 0 {
		b.js.Call("go", m.Go)
	}
}

// put writes an entry of the browser's history. A frame that may not do that has
// none, which is no reason to stop.
func (b *history) put(how string, at int) {
	defer func() {
		if thrown := recover(); thrown != nil {
			if _, theirs := thrown.(js.Error); !theirs {
				panic(thrown)
			}
		}
	}()
	b.js.Call(how, numbered(at), "")
}
