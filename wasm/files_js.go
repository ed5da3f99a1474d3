package main

import (
	"errors"
	"io/fs"
	"syscall/js"

	policy "hardcases/game/host"
)

// download hands the player a file that was made here.
func download(name, kind string, b []byte) {
	options := js.Global().Get("Object").New()
	options.Set("type", kind)
	blob := js.Global().Get("Blob").New([]any{arrayOf(b)}, options)
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
	first(input, map[string]func(){
		"change": func() { h.read(input.Get("files").Index(0)) },
		"cancel": func() {},
	})
	input.Call("click")
}

// read reads a file and takes it.
func (h *host) read(file js.Value) {
	if !file.Truthy() {
		return
	}
	if file.Get("size").Int() > policy.MaxFile {
		h.Refuse(policy.ErrLong)
		h.sync()
		return
	}
	read := js.Global().Get("FileReader").New()
	first(read, map[string]func(){
		"load": func() {
			h.Take(bytesOf(read.Get("result")))
			h.sync()
		},
		"error": func() {
			h.Refuse(unread(read.Get("error").Get("name").String()))
			h.sync()
		},
	})
	read.Call("readAsArrayBuffer", file)
}

// unread is why a browser could not read a file, by its own name for that.
func unread(name string) error {
	switch name {
	case "NotFoundError": // it has been moved since it was chosen
		return fs.ErrNotExist
	case "NotReadableError", "SecurityError":
		return fs.ErrPermission
	}
	return errors.New(name)
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

// first waits for the first of some events.
func first(target js.Value, events map[string]func()) {
	owe(1)
	listeners := map[string]js.Func{}
	for event, do := range events {
		listeners[event] = js.FuncOf(func(js.Value, []js.Value) any {
			for other, f := range listeners {
				target.Call("removeEventListener", other, f)
				f.Release()
			}
			do()
			owe(-1)
			return nil
		})
		target.Call("addEventListener", event, listeners[event])
	}
}
