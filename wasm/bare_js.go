//go:build page

package main

import (
	"runtime"
	"runtime/debug"
	"syscall/js"

	policy "hardcases/game/host"
	"hardcases/game/view"
	"hardcases/wasm/mirror"
)

// This program has no picture: what it shows is the plain page.

// own is what only the host of this program has.
type own struct {
	without bool   // the player wanted no picture when last looked at
	tidied  string // the screen after which garbage was collected
}

// tidy collects garbage once a new screen is there and the browser has nothing to do, and
// from then on lets little of it gather: memory that a page has once taken it never gives
// back.
func (h *host) tidy() {
	if h.tidied == h.shown.ID {
		return
	}
	h.tidied = h.shown.ID
	whenIdle(func() {
		debug.SetGCPercent(garbage)
		go runtime.GC()
	})
}

// seek does nothing: on the plain page the browser shows what it finds.
func (*page) seek(mirror.Key) {}

// look finds nothing out: whether this browser can paint is of no interest.
func (*host) look() {}

// plain says that the plain page is shown. Where the player did without a picture and
// now wants one, the program that has it goes on with the game, which is kept; where
// that did not come before, or could not be handed the game, the page is loaded again.
func (h *host) plain() bool {
	h.saveLook()
	wanted := h.wantsPicture() && h.Kept()
	if wanted && h.without {
		if js.Global().Get("gate").Get("relay").Truthy() && !h.Waits() {
			js.Global().Get("gate").Call("follow", true)
		} else {
			js.Global().Get("location").Call("reload")
		}
	}
	h.without = !wanted
	if h.shown != nil && h.Tree() != h.shown {
		h.appear()
	}
	return true
}

// appear has the game come in the place of the first screen as the page has it, where
// that stands.
func (h *host) appear() {
	if gate := js.Global().Get("gate"); gate.Get("stands").Bool() {
		gate.Set("stands", false)
		h.page.open()
		h.page.loadFonts()
	}
}

// setPlain shows the plain page.
func (h *host) setPlain(plain bool) {
	h.page.setPlain(plain)
	gate := js.Global().Get("gate")
	gate.Call("shut", plain)
	if !gate.Get("stands").Bool() {
		h.page.playing()
	}
}

// sitting is a pupil's time with a course, which has the other program: this one knows of
// no platforms.
type sitting struct{}

func openCourse() *sitting           { return nil }
func (*sitting) enrol(*policy.Ports) {}
func (*host) report()                {}
func (*host) attend()                {}

// Picture implements policy.Giver: there is nothing to paint with.
func (giver) Picture(_ *view.Node, _ string, done policy.Done) {
	done(policy.Given{}, policy.ErrNoPicture)
}
