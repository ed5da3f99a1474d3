// Command wasm is the game in a browser: a canvas that Ebitengine paints, and
// beside it, or instead of it, a page of real elements.
package main

func main() {
	h, err := newHost()
	if err != nil {
		println("the game cannot start:", err.Error())
		return // the page says so
	}
	h.run()
}
