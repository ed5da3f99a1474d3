package main

import (
	"syscall/js"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes"
)

// take gives the player the result to keep. All of it is made here.
func (h *host) take(e play.Effect) {
	state := h.stage.Session().State()
	switch e.(type) {
	case play.GiveText:
		h.copy(view.ResultText(h.stage.Context(), state))
	case play.GivePage:
		js.Global().Call("print")
	case play.GiveCard:
		h.give(view.ShareCard(h.stage.Context(), state), cardName)
	}
}

// copy puts text on the clipboard, and offers it as a file where the browser
// does not let a page do that.
func (h *host) copy(text string) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	asFile := func() {
		download("hard-cases.txt", "text/plain", []byte(text))
		h.stage.Notify("notice.text-saved", "hard-cases.txt")
		h.sync()
	}
	if !clipboard.Truthy() {
		asFile()
		return
	}
	var done, failed js.Func
	release := func() {
		done.Release()
		failed.Release()
	}
	done = js.FuncOf(func(js.Value, []js.Value) any {
		release()
		h.stage.Notify("notice.text-copied", "")
		h.sync()
		return nil
	})
	failed = js.FuncOf(func(js.Value, []js.Value) any {
		release()
		asFile()
		return nil
	})
	clipboard.Call("writeText", text).Call("then", done, failed)
}

// give paints a tree and hands it to the player as a picture. Without the
// canvas there is nothing to paint with, and the player is told to take the
// text. What is painted can be read only while a frame is drawn, for which the
// event that asked for it must have ended.
func (h *host) give(root view.Node, name string) {
	if h.picture == nil || h.page.plain {
		h.stage.Notify("notice.no-picture", "")
		return
	}
	go func() {
		wake()
		b, err := scenes.Picture(&root)
		if err != nil {
			h.stage.Notify("notice.take-failed", "")
		} else {
			download(name, "image/png", b)
			h.stage.Notify("notice.card-saved", name)
		}
		h.sync()
	}()
}
