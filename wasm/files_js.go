package main

import (
	"fmt"
	"syscall/js"

	"hardcases/game/pack"
	"hardcases/game/play"
)

// cardName is the name that the share card has at first.
const cardName = "hard-cases.png"

// saveName is the name that an exported game has at first.
const saveName = "hard-cases.save"

// export gives the player the game as a file.
func (h *host) export() {
	journal := h.stage.Session().Journal()
	b, err := journal.MarshalMsg(nil)
	if err != nil {
		h.stage.Notify("notice.export-failed", "")
		return
	}
	download(saveName, "application/octet-stream", b)
	h.stage.Notify("notice.exported", saveName)
}

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
	if n := file.Get("size").Int(); n > pack.MaxFile {
		h.stage.Notify("notice.pack-failed", fmt.Sprintf("the file has %d bytes; a pack has at most %d.", n, pack.MaxFile))
		h.sync()
		return
	}
	read := js.Global().Get("FileReader").New()
	once(read, "load", func() {
		bytes := js.Global().Get("Uint8Array").New(read.Get("result"))
		b := make([]byte, bytes.Get("length").Int())
		js.CopyBytesToGo(b, bytes)
		h.accept(b)
		h.sync()
	})
	once(read, "error", func() {
		h.stage.Notify("notice.import-failed", "")
		h.sync()
	})
	read.Call("readAsArrayBuffer", file)
}

// open goes on with the game in a file. The one before it is put aside.
func (h *host) open(b []byte) {
	j, err := play.ReadJournal(b)
	if err != nil {
		h.stage.Notify("notice.import-failed", "")
		return
	}
	session, report := play.Restore(h.stage.Session().Pack(), j)
	if report.OtherPack {
		h.stage.Notify(report.Notice(), "")
		return
	}
	if h.store.PutAside("before") != nil {
		h.stage.Notify("notice.storage-full", "") // nothing is replaced that is not safe
		return
	}
	h.stage.Resume(session)
	h.perform(play.Save{})
	if report.Notice() == "" {
		h.stage.Notify("notice.imported", "")
	}
}

// once waits for one event.
func once(target js.Value, event string, do func()) {
	options := js.Global().Get("Object").New()
	options.Set("once", true)
	target.Call("addEventListener", event, callback(do), options)
}
