// Command wasm is the game in a browser: a canvas that Ebitengine paints, and
// beside it, or instead of it, a page of real elements.
package main

import "runtime/debug"

// How much garbage is let grow beside what is in use, in percent: until the first
// picture, or page, there is next to none, and collecting it would hold that up.
// After it, it is collected when a new screen is there and nobody waits.
const (
	garbageAtStart = 400
	garbage        = 25
)

func main() {
	debug.SetGCPercent(garbageAtStart)
	if err := start(); err != nil {
		println("the game cannot start:", err.Error())
		return // the page says so
	}
	select {}
}
