package main

import (
	"syscall/js"

	"hardcases/scenes"
)

// pointerKinds are the pointer events that a scene knows, by their name.
var pointerKinds = map[string]scenes.PointerKind{
	"pointermove": scenes.PointerMove, "pointerdown": scenes.PointerDown, "pointerup": scenes.PointerUp,
	"pointercancel": scenes.PointerCancel, "pointerleave": scenes.PointerLeave,
}

// feed passes what pointers do on the canvas to the scene. Ebitengine's own
// listeners never hear of it: they know no cancelled touches, take the focus
// from the page, and stop the browser from zooming.
func (p *page) feed(canvas js.Value, scene *scenes.Scene) {
	for name, kind := range pointerKinds {
		intercept(canvas, name, func(e js.Value) {
			p.point(canvas, scene, kind, e)
		})
	}
	intercept(canvas, "wheel", func(e js.Value) {
		if e.Get("ctrlKey").Bool() {
			return // the browser zooms
		}
		e.Call("preventDefault")
		scene.Point(scenes.PointerEvent{
			Kind: scenes.PointerWheel, X: e.Get("clientX").Float(), Y: e.Get("clientY").Float(), DY: wheelPixels(e),
		})
	})
	for _, name := range []string{"mousedown", "touchstart", "touchmove", "touchend"} {
		intercept(canvas, name, func(e js.Value) { e.Call("preventDefault") })
	}
	intercept(canvas, "drop", p.host.drop) // it also fails on a picture dragged from another page
	for _, name := range []string{"mouseup", "mousemove"} {
		intercept(canvas, name, func(js.Value) {})
	}
}

func (p *page) point(canvas js.Value, scene *scenes.Scene, kind scenes.PointerKind, e js.Value) {
	if e.Get("button").Int() > 0 {
		return // only the main button means something here
	}
	event := scenes.PointerEvent{
		Kind: kind, ID: e.Get("pointerId").Int(), Touch: e.Get("pointerType").String() == "touch",
		X: e.Get("clientX").Float(), Y: e.Get("clientY").Float(),
	}
	if kind == scenes.PointerDown {
		canvas.Call("setPointerCapture", event.ID)
		p.host.history.touched(p.host.shown)
		p.byKeys = false
		scene.SetFocus("", false)
		p.focusUnder(event.X, event.Y)
	}
	scene.Point(event)
}

// wheelPixels is how far a wheel turns: browsers may count in lines or pages.
// https://www.w3.org/TR/uievents/#dom-wheelevent-deltamode
func wheelPixels(e js.Value) float64 {
	unit := 1.0
	switch e.Get("deltaMode").Int() {
	case 1:
		unit = 40
	case 2:
		unit = js.Global().Get("innerHeight").Float()
	}
	return e.Get("deltaY").Float() * unit
}

// intercept hears of an event on an element before anyone else, and keeps it
// from them.
func intercept(element js.Value, event string, do func(event js.Value)) {
	options := js.Global().Get("Object").New()
	options.Set("capture", true)
	options.Set("passive", false)
	js.Global().Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		if e := args[0]; e.Get("target").Equal(element) {
			e.Call("stopPropagation")
			do(e)
		}
		return nil
	}), options)
}
