//go:build !page

package main

import (
	"strconv"
	"syscall/js"
)

// takeCanvas makes Ebitengine's canvas a picture and nothing more: it is not
// heard, does not take the focus, and its pointers go to the scene.
func (p *picture) takeCanvas() {
	canvas := p.host.page.document.Call("querySelector", "canvas")
	canvas.Call("setAttribute", "aria-hidden", "true")
	canvas.Call("setAttribute", "tabindex", "-1")
	canvas.Set("focus", js.FuncOf(func(js.Value, []js.Value) any { return nil }))
	p.feed(canvas)
	p.watch(canvas)
}

// fit gives the canvas the size of its pixels. Ebitengine counts them from whole CSS
// pixels, so that in most windows at 125 or 150 % they are one too few for the window,
// and a picture stretched over it would be soft.
func (p *picture) fit(canvas js.Value) {
	window := p.host.page.document.Get("body").Call("getBoundingClientRect")
	for _, side := range []string{"width", "height"} {
		over := window.Get(side).Float() - canvas.Get(side).Float()/p.scale
		canvas.Get("style").Set(side, "calc(100% - "+strconv.FormatFloat(over, 'f', 4, 64)+"px)")
	}
}

// watch follows what changes around the picture.
func (p *picture) watch(canvas js.Value) {
	for _, query := range []string{"(prefers-color-scheme: dark)", moreContrast, "(prefers-reduced-motion: reduce)"} {
		on(media(query), "change", func(js.Value) {
			p.Redraw()
			wake()
		})
	}
	js.Global().Get("MutationObserver").New(js.FuncOf(func(js.Value, []js.Value) any {
		p.fit(canvas)
		return nil
	})).Call("observe", canvas, map[string]any{"attributeFilter": []any{"width", "height"}})
	on(js.Global(), "resize", func(js.Value) { p.rescale() })
	on(js.Global(), "outgrown", func(js.Value) { // in the place of a resize
		p.rescale()
		if !p.host.warming {
			p.host.sync()
		}
	})
	on(media("(resolution: "+strconv.FormatFloat(p.scale, 'g', -1, 64)+"dppx)"), "change", func(js.Value) { p.rescale() })
	// Ebitengine loads the page again when the canvas is lost. That helps once;
	// a second loss, or a game that is not saved, means the plain page.
	js.Global().Call("addEventListener", "webglcontextlost", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if !args[0].Get("target").Equal(canvas) || (p.host.Kept() && firstLoss()) {
			return nil
		}
		args[0].Call("stopPropagation")
		p.host.goBlind("notice.webgl-lost")
		return nil
	}), true)
}

// rescale follows a change of the device's scale, as when the window is moved to
// another monitor. Ebitengine reads the scale once. The game is saved, so
// loading the page again shows the same screen, sharp; where it cannot be saved,
// a soft picture is the lesser harm.
func (p *picture) rescale() {
	if scale() != p.scale && p.host.Kept() && !p.host.warming {
		p.scale = scale() // once
		js.Global().Get("location").Call("reload")
	}
}

// scale is how many pixels of the device a CSS pixel has on a side.
func scale() float64 { return js.Global().Get("devicePixelRatio").Float() }

// firstLoss notes that the canvas was lost, and says whether it is the first
// time since the player came.
func firstLoss() (first bool) {
	const key = "hardcases.lost"
	_ = session.with(func(storage js.Value) {
		first = !storage.Call("getItem", key).Truthy()
		storage.Call("setItem", key, "yes")
	})
	return first
}
