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
		"change": func() { h.take(input.Get("files")) },
		"cancel": func() {},
	})
	input.Call("click")
}

// take takes the files of a list, which a browser may empty later, where they are together
// of a length that can be of use.
func (h *host) take(list js.Value) {
	files, size := make([]js.Value, list.Length()), 0
	for i := range files {
		files[i] = list.Index(i)
		size += files[i].Get("size").Int()
	}
	if size > policy.MaxFile {
		h.Refuse(policy.ErrLong)
		h.sync()
		return
	}
	h.read(files, nil)
}

// read reads files, one after the other, and takes all of them; got are those before.
func (h *host) read(files []js.Value, got [][]byte) {
	if len(files) == 0 {
		if len(got) > 0 {
			h.TakeAll(got)
			h.sync()
		}
		return
	}
	file := files[0]
	read := js.Global().Get("FileReader").New()
	first(read, map[string]func(){
		"load": func() { h.read(files[1:], append(got, bytesOf(read.Get("result")))) },
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

// drop takes files that were dropped; what else may be dropped is left alone.
func (h *host) drop(event js.Value) {
	event.Call("preventDefault")
	h.take(event.Get("dataTransfer").Get("files"))
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
