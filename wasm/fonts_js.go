package main

import "syscall/js"

// typefaces are the fonts of the plain page, as the style sheet names them.
var typefaces = []struct{ font, family, weight string }{
	{"text-400", "Atkinson Hyperlegible Next", "400"},
	{"text-600", "Atkinson Hyperlegible Next", "600"},
	{"text-700", "Atkinson Hyperlegible Next", "700"},
	{"head-400", "Newsreader", "400"},
	{"head-600", "Newsreader", "600"},
}

// addFont gives the page a font.
func addFont(family, weight string, b []byte) {
	options := js.Global().Get("Object").New()
	options.Set("weight", weight)
	js.Global().Get("document").Get("fonts").Call("add", js.Global().Get("FontFace").New(family, arrayOf(b), options))
}
