package main

import (
	"syscall/js"

	policy "hardcases/game/host"
)

// download hands the player a file that was made here.
func download(name, kind string, b []byte) {
	bytes := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(bytes, b)
	options := js.Global().Get("Object").New()
	options.Set("type", kind)
	blob := js.Global().Get("Blob").New([]any{bytes}, options)
	address := js.Global().Get("URL").Call("createObjectURL", blob)
	link := js.Global().Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	js.Global().Get("URL").Call("revokeObjectURL", address)
}

// choose lets the player choose a file: a saved game, or a pack.
func (h *host) choose() {
	input := js.Global().Get("document").Call("createElement", "input")
	input.Set("type", "file")
	once(input, "change", func() {
		h.read(input.Get("files").Index(0))
	})
	input.Call("click")
}

// read reads a file and takes it.
func (h *host) read(file js.Value) {
	if !file.Truthy() {
		return
	}
	if file.Get("size").Int() > policy.MaxFile {
		h.Refuse()
		h.sync()
		return
	}
	read := js.Global().Get("FileReader").New()
	once(read, "load", func() {
		h.Take(bytesOf(read.Get("result")))
		h.sync()
	})
	once(read, "error", func() {
		h.Refuse()
		h.sync()
	})
	read.Call("readAsArrayBuffer", file)
}

// listenForFiles takes files that are dropped on the page.
func (h *host) listenForFiles() {
	document := js.Global().Get("document")
	on(document, "dragover", func(event js.Value) { event.Call("preventDefault") })
	on(document, "drop", h.drop)
}

// drop takes a file that was dropped; what else may be dropped is left alone.
func (h *host) drop(event js.Value) {
	event.Call("preventDefault")
	if file := event.Get("dataTransfer").Get("files").Index(0); file.Truthy() {
		h.read(file)
	}
}

// once waits for one event.
func once(target js.Value, event string, do func()) {
	options := js.Global().Get("Object").New()
	options.Set("once", true)
	target.Call("addEventListener", event, callback(do), options)
}
