package main

import (
	"syscall/js"

	"hardcases/game/class"
	"hardcases/game/play"
)

// codeBox is the box to paste, type or scan result codes into.
type codeBox struct {
	host                 *host
	dialog, area, status js.Value
	scan                 js.Value // the button; undefined where nothing can be scanned
	camera               *camera  // nil while it is off
	waiting, closed      bool
	taken                bool
	found                int
}

// askCodes opens a box for codes. Keys typed there are no keys of the game's.
func (h *host) askCodes() {
	box := &codeBox{host: h, dialog: element("dialog", "codes"), status: element("p", "small"), area: element("textarea", "")}
	label := element("label", "")
	label.Set("textContent", box.word("class.paste-how"))
	label.Set("htmlFor", "codes-text")
	box.area.Set("rows", 8)
	box.area.Set("id", "codes-text")
	box.area.Set("value", h.typed)
	box.area.Set("spellcheck", false)
	box.status.Call("setAttribute", "role", "status")
	box.status.Set("id", "codes-status")
	take := box.button("class.paste-take", "primary", func() {
		text := box.area.Get("value").String()
		box.taken = true
		box.close()
		h.Send(play.Class{Act: class.Paste, Text: text})
	})
	cancel := box.button("class.paste-cancel", "secondary", box.close)
	for _, part := range []js.Value{label, box.area, box.status, take, cancel} {
		box.dialog.Call("append", part)
	}
	on(box.dialog, "keydown", func(event js.Value) { event.Call("stopPropagation") })
	on(box.dialog, "close", func(js.Value) { // Escape closes it too
		box.closed = true
		box.stop()
		box.keep()
		box.dialog.Call("remove")
	})
	js.Global().Get("document").Get("body").Call("append", box.dialog)
	box.dialog.Call("showModal")
	box.offerCamera(cancel)
}

func element(tag, class string) js.Value {
	e := js.Global().Get("document").Call("createElement", tag)
	e.Set("className", class)
	return e
}

func (b *codeBox) word(key string) string { return b.host.Strings().Get(key) }

func (b *codeBox) say(text string) { b.status.Set("textContent", text) }

func (b *codeBox) button(name, look string, do func()) js.Value {
	e := element("button", look)
	e.Set("type", "button")
	e.Set("textContent", b.word(name))
	on(e, "click", func(js.Value) { do() })
	return e
}

// offerCamera puts a button to scan before another, where the browser can read
// QR pictures itself and has a way to a camera; else it says that it cannot.
func (b *codeBox) offerCamera(before js.Value) {
	cannot := func(js.Value) { b.say(b.word("class.scan-none")) }
	detector := js.Global().Get("BarcodeDetector")
	if !detector.Truthy() || !devices().Truthy() {
		cannot(js.Undefined())
		return
	}
	then(detector.Call("getSupportedFormats"), func(formats js.Value) {
		if !formats.Call("includes", "qr_code").Bool() {
			cannot(js.Undefined())
			return
		}
		b.scan = b.button("class.scan", "secondary", b.toggle)
		b.scan.Set("id", "codes-scan")
		b.dialog.Call("insertBefore", b.scan, before)
	}, cannot)
}

// toggle starts the camera, or stops it.
func (b *codeBox) toggle() {
	switch {
	case b.waiting:
	case b.camera != nil:
		b.stop()
		b.say("")
	default:
		b.waiting = true
		b.say(b.word("class.scan-wait"))
		then(devices().Call("getUserMedia", js.ValueOf(map[string]any{
			"audio": false, "video": map[string]any{"facingMode": "environment"},
		})), b.start, b.refused)
	}
}

// start reads what the camera shows. Nothing of it is kept or sent.
func (b *codeBox) start(stream js.Value) {
	b.waiting = false
	b.camera = newCamera(stream, b.code)
	if b.closed { // while the browser asked
		b.stop()
		return
	}
	b.dialog.Call("insertBefore", b.camera.video, b.area)
	b.scan.Set("textContent", b.word("class.scan-stop"))
	b.say(b.word("class.scan-how"))
}

// refused says why there is no camera, by the names that the Media Capture
// specification gives to the reasons.
func (b *codeBox) refused(reason js.Value) {
	b.waiting = false
	switch reason.Get("name").String() {
	case "NotAllowedError", "SecurityError":
		b.say(b.word("class.scan-denied"))
	case "NotFoundError", "OverconstrainedError":
		b.say(b.word("class.scan-missing"))
	default:
		b.say(b.word("class.scan-failed"))
	}
}

// code takes one code that the camera saw.
func (b *codeBox) code(text string) {
	b.found++
	value := b.area.Get("value").String()
	if value != "" && value[len(value)-1] != '\n' {
		value += "\n"
	}
	b.area.Set("value", value+text+"\n")
	b.say(b.host.Strings().Plural("class.scan-found", b.found))
}

// keep keeps what was typed for the next time, unless it has been taken.
func (b *codeBox) keep() {
	b.host.typed = ""
	if !b.taken {
		b.host.typed = b.area.Get("value").String()
	}
}

func (b *codeBox) close() {
	b.closed = true
	b.stop()
	b.dialog.Call("close")
}

func (b *codeBox) stop() {
	if b.camera != nil {
		b.camera.stop()
		b.camera = nil
		b.scan.Set("textContent", b.word("class.scan"))
	}
}
