package main

import (
	"syscall/js"

	policy "hardcases/game/host"
	"hardcases/game/view"
	"hardcases/scenes"
)

// giver hands the player what was made here. What becomes of a file only the
// browser knows.
type giver struct{ host *host }

// Files implements policy.Giver. Of several the browser may ask whether it
// should; what is said names the first.
func (giver) Files(_ string, files []policy.File, done policy.Done) {
	name := files[0].Name
	for _, f := range files {
		if len(files) > 1 {
			f.Name = "hard-cases-" + f.Name
		}
		download(f.Name, f.Kind, f.Data)
	}
	if len(files) > 1 {
		name = "hard-cases-" + name
	}
	done(policy.Given{Where: name}, nil)
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

// Picture implements policy.Giver. Without the canvas there is nothing to paint
// with. What is painted can be read only while a frame is drawn, for which the
// event that asked for it must have ended.
func (g giver) Picture(root *view.Node, name string, done policy.Done) {
	if g.host.picture == nil || g.host.page.plain {
		done(policy.Given{}, policy.ErrNoPicture)
		return
	}
	go func() {
		wake()
		b, err := scenes.Picture(root)
		if err == nil {
			download(name, "image/png", b)
		}
		done(policy.Given{Where: name}, err)
		g.host.sync()
	}()
}
