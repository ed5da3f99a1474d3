package main

import (
	"syscall/js"

	policy "hardcases/game/host"
	"hardcases/game/view"
	"hardcases/wasm/parcel"
)

// giver hands the player what was made here. What becomes of a file only the
// browser knows.
type giver struct{ host *host }

// Files implements policy.Giver. For one press a page may save one file: of several
// some browsers keep the last, and others ask. So they travel in one archive.
func (giver) Files(folder string, files []policy.File, done policy.Done) {
	one := files[0]
	if len(files) > 1 {
		one = policy.File{Name: folder + ".zip", Kind: "application/zip", Data: parcel.Zip(files)}
	}
	download(one.Name, one.Kind, one.Data)
	done(policy.Given{Where: one.Name}, nil)
}

// Page implements policy.Giver: the browser prints, and says so itself.
func (giver) Page(_ *view.Node, _ string, done policy.Done) {
	js.Global().Call("print")
	done(policy.Given{}, nil)
}

// Text implements policy.Giver: on the clipboard, or as a file where the browser
// does not let a page do that.
func (g giver) Text(text, name string, done policy.Done) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	asFile := func(js.Value) {
		download(name, "text/plain", []byte(text))
		done(policy.Given{Where: name}, nil)
		g.host.sync()
	}
	if !clipboard.Truthy() {
		asFile(js.Undefined())
		return
	}
	then(clipboard.Call("writeText", text), func(js.Value) {
		done(policy.Given{Copied: true}, nil)
		g.host.sync()
	}, asFile)
}
