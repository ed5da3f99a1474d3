package main

import (
	"syscall/js"

	"hardcases/assets"
)

// faces are the fonts of the plain page, as the style sheet names them.
var faces = []struct{ font, family, weight string }{
	{"text-400", "Atkinson Hyperlegible Next", "400"},
	{"text-600", "Atkinson Hyperlegible Next", "600"},
	{"text-700", "Atkinson Hyperlegible Next", "700"},
	{"head-400", "Newsreader", "400"},
	{"head-600", "Newsreader", "600"},
}

// loadFonts gives the page the fonts that the game carries, so that nothing is
// fetched for them.
func loadFonts(document js.Value) {
	for _, f := range faces {
		b := assets.Font(f.font)
		bytes := js.Global().Get("Uint8Array").New(len(b))
		js.CopyBytesToJS(bytes, b)
		options := js.Global().Get("Object").New()
		options.Set("weight", f.weight)
		document.Get("fonts").Call("add", js.Global().Get("FontFace").New(f.family, bytes, options))
	}
}
