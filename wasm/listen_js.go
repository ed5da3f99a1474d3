package main

import (
	"strings"
	"syscall/js"
	"time"

	"hardcases/game/markup"
	"hardcases/game/view"
	"hardcases/wasm/mirror"
	"hardcases/wasm/store"
)

// listen takes in what happens to the page. The functions live as long as the
// page does. Clicks are heard by the document: where an element around them does,
// screen readers call each heading in it clickable.
func (p *page) listen() {
	on(p.document, "click", p.click)
	on(p.top, "change", p.change)
	on(p.top, "input", p.slide)
	on(p.top, "focusin", p.focusIn)
	on(p.top, "focusout", p.focusOut)
	on(p.document, "keydown", p.keyDown)
	for _, width := range []string{narrow, broad} {
		on(media(width), "change", p.widen)
	}
}

// listenForOthers goes on with the game as another tab has saved it: when that
// happens, for a tab that is not in use, or whose own game was written over; when
// the page comes back that the browser had put away, which no event had reached
// there and whose picture may be gone; and when it comes into view.
func (h *host) listenForOthers() {
	document := js.Global().Get("document")
	follow := func(redraw bool) {
		if h.Follow() || redraw {
			h.redraw()
			h.sync()
		}
	}
	on(js.Global(), "storage", func(event js.Value) {
		key := event.Get("key")
		if key.Type() != js.TypeString {
			return
		}
		own, ours := strings.CutPrefix(key.String(), place())
		if name, ok := store.Name(own); !ours || !ok || !h.Follows(name) {
			return
		}
		if !document.Call("hasFocus").Bool() || h.Overwritten() {
			follow(false)
		}
	})
	on(js.Global(), "renewed", func(js.Value) {
		h.Offer()
		h.sync()
	})
	on(js.Global(), "pageshow", func(event js.Value) {
		if event.Get("persisted").Bool() {
			follow(true)
		}
	})
	on(document, "visibilitychange", func(js.Value) {
		if document.Get("visibilityState").String() == "visible" {
			follow(false)
		}
	})
}

// redraw paints the picture again, where there is one.
func (h *host) redraw() {
	if h.picture != nil {
		h.picture.Redraw()
	}
}

func on(target js.Value, event string, do func(event js.Value)) {
	target.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		do(args[0])
		return nil
	}))
}

// click activates a button or link. Radio buttons tell by a change, sliders by what
// is put into them, or by a click on the place where they begin.
func (p *page) click(event js.Value) {
	n := p.nodeAt(event.Get("target"))
	if n != nil && n.Slide != nil {
		p.slide(event) // where it was before, which is no input
		return
	}
	if n == nil || n.Role == view.Radio {
		return
	}
	event.Call("preventDefault")
	p.host.history.touched(p.host.shown)
	p.activate(n)
}

func (p *page) change(event js.Value) {
	if n := p.nodeAt(event.Get("target")); n != nil && n.Slide == nil {
		p.activate(n)
	}
}

// slide moves a slider to where it was put.
func (p *page) slide(event js.Value) {
	n := p.nodeAt(event.Get("target"))
	if n == nil || n.Slide == nil {
		return
	}
	if on := n.SlideTo((int(event.Get("target").Get("valueAsNumber").Float()) - n.Slide.Low) / n.Slide.By); on != nil {
		p.host.Send(on)
	}
}

// activate does what a node is for.
func (p *page) activate(n *view.Node) {
	if n.On != nil && !n.Disabled && p.guard.Lets(n, time.Now()) {
		p.host.Send(n.On)
		p.lead(n.To)
	}
}

// lead gives the focus to where an act leads, and brings that into view.
func (p *page) lead(to string) {
	id := view.Entry(p.host.shown, to)
	if id == "" {
		return
	}
	p.focusOn(id)
	if p.host.picture != nil && !p.plain {
		p.host.picture.ScrollTo(id)
	}
}

// nodeAt finds the node that an element, or what it is in, stands for and that
// can be activated; nil for none.
func (p *page) nodeAt(element js.Value) *view.Node {
	for ; element.Truthy() && !element.Equal(p.top); element = element.Get("parentElement") {
		if n := p.nodeOf(element); n != nil && n.On != nil {
			return n
		}
	}
	return nil
}

// nodeOf finds the node that an element stands for; nil for none.
func (p *page) nodeOf(element js.Value) *view.Node {
	id, ours := strings.CutPrefix(element.Get("id").String(), markup.Prefix)
	if !ours {
		return nil
	}
	if n := view.Find(p.host.shown, id); n != nil {
		return n
	}
	if name, ok := strings.CutSuffix(id, "-input"); ok {
		return view.Find(p.host.shown, name)
	}
	return nil
}

func (p *page) focusIn(event js.Value) {
	if n := p.nodeOf(event.Get("target")); n != nil {
		p.focused = n.ID
		p.untold = true
		wake()
	}
}

func (p *page) focusOut(event js.Value) {
	if !p.top.Call("contains", event.Get("relatedTarget")).Bool() {
		p.focused = ""
		p.untold = true
	}
}

func (p *page) keyDown(event js.Value) {
	if p.host.shown == nil || event.Get("defaultPrevented").Bool() {
		return
	}
	k := mirror.Key{
		Key: event.Get("key").String(), Code: event.Get("code").String(), Repeat: event.Get("repeat").Bool(),
		Shift:   event.Get("shiftKey").Bool(),
		Command: event.Get("ctrlKey").Bool() || event.Get("metaKey").Bool(),
	}
	k.Modified = k.Command || event.Get("altKey").Bool()
	if k.Key == "F9" && !k.Modified && p.host.picture != nil {
		println(p.host.picture.Report()) // in the browser's console
	}
	p.seek(k)
	p.byKeys = true
	if !p.plain && p.host.picture != nil && p.host.picture.Skip() { // a key that ends a movement is for nothing else
		if !k.Modified {
			event.Call("preventDefault")
		}
		return
	}
	p.host.history.touched(p.host.shown)
	if k.Repeat && k.Key == "Enter" {
		event.Call("preventDefault") // a button that is held down is pressed once
		return
	}
	if !p.plain {
		windows, toEnd := mirror.Scroll(p.host.shown, k, event.Get("shiftKey").Bool(), p.focused)
		if windows != 0 {
			event.Call("preventDefault")
			p.host.scroll(windows, toEnd)
			return
		}
	}
	if n := mirror.Press(p.host.shown, k, p.focused); n != nil {
		event.Call("preventDefault")
		if n.Role == view.Radio {
			p.byLetter = n.ID
			p.focusOn(n.ID) // as if it had been reached by Tab and arrows
			if n.Checked {
				return
			}
		}
		p.activate(n)
	}
}
