//go:build !page

package main

import (
	"syscall/js"

	"hardcases/game/view"
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
func (p *picture) feed(canvas js.Value) {
	for name, kind := range pointerKinds {
		intercept(canvas, name, func(e js.Value) {
			p.point(canvas, kind, e)
		})
	}
	intercept(canvas, "wheel", func(e js.Value) {
		if e.Get("ctrlKey").Bool() {
			return // the browser zooms
		}
		e.Call("preventDefault")
		p.Point(scenes.PointerEvent{
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

func (p *picture) point(canvas js.Value, kind scenes.PointerKind, e js.Value) {
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
		p.host.page.byKeys = false
		p.SetFocus("", false)
		p.focusUnder(event.X, event.Y)
	}
	p.Point(event)
}

// tellFocus shows the focus in the picture, after the picture has the same
// screen as the page. Focus that a pointer gave is not shown, nor scrolled to.
func (p *picture) tellFocus() {
	page := p.host.page
	if !page.untold {
		return
	}
	page.untold = false
	n, letter := view.Find(p.host.shown, page.focused), page.byLetter
	page.byLetter = ""
	switch {
	case n == nil || !page.byKeys:
		p.SetFocus("", false)
	case n.ID == letter:
		p.Chose(letter)
	default:
		p.SetFocus(n.ID, n.On != nil)
	}
}

// focusUnder gives the focus to the control at a place, so that keys go on
// from where the pointer was.
func (p *picture) focusUnder(x, y float64) {
	id := ""
	view.Active(p.host.shown, func(n *view.Node) {
		if r, ok := p.host.page.places[n.ID]; ok && x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H {
			id = n.ID
		}
	})
	if id != "" && id != p.host.page.focused {
		p.host.page.focusOn(id)
	}
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
