package main

import "syscall/js"

// playing says that the first frame is drawn, in the same way as the game does.
func playing() {
	js.Global().Get("document").Get("documentElement").Get("dataset").Set("state", "playing")
}
