package main

import (
	"strings"
	"syscall/js"

	"hardcases/game/view"
	"hardcases/wasm/mirror"
)

// listen takes in what happens to the page. The functions live as long as the
// page does.
func (p *page) listen() {
	on(p.top, "click", p.click)
	on(p.top, "change", p.change)
	on(p.top, "focusin", p.focusIn)
	on(p.top, "focusout", p.focusOut)
	on(p.document, "keydown", p.keyDown)
}

func on(target js.Value, event string, do func(event js.Value)) {
	target.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		do(args[0])
		return nil
	}))
}

// click activates a button or link. Radio buttons tell by a change.
func (p *page) click(event js.Value) {
	n := p.nodeAt(event.Get("target"))
	if n == nil || n.Role == view.Radio {
		return
	}
	event.Call("preventDefault")
	p.activate(n)
}

func (p *page) change(event js.Value) {
	if n := p.nodeAt(event.Get("target")); n != nil {
		p.activate(n)
	}
}

// activate does what a node is for.
func (p *page) activate(n *view.Node) {
	if n.On != nil && !n.Disabled {
		p.host.Send(n.On)
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
	id, ours := strings.CutPrefix(element.Get("id").String(), mirror.Prefix)
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
	}
}

func (p *page) focusOut(event js.Value) {
	if !event.Get("relatedTarget").Truthy() {
		p.focused = ""
	}
}

func (p *page) keyDown(event js.Value) {
	if p.host.shown == nil || event.Get("defaultPrevented").Bool() {
		return
	}
	k := mirror.Key{
		Key: event.Get("key").String(), Code: event.Get("code").String(), Repeat: event.Get("repeat").Bool(),
		Modified: event.Get("ctrlKey").Bool() || event.Get("altKey").Bool() || event.Get("metaKey").Bool(),
	}
	if n := mirror.Press(p.host.shown, k, p.focused); n != nil {
		event.Call("preventDefault")
		if n.Role == view.Radio {
			p.focusOn(n.ID) // as if it had been reached by Tab and arrows
		}
		p.activate(n)
	}
}
