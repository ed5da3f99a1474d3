//go:build !page

package main

import (
	"hardcases/game/markup"
	"hardcases/game/view"
)

// arrive moves the focus to where a new screen wants it, now that the picture
// stands still.
func (p *page) arrive() {
	if lead := p.awaited; lead != nil {
		p.awaited = nil
		lead()
		p.settle(true)
	}
}

// firstFocus gives the focus to where it belongs on the first screen, if nothing
// has it by now: taking it makes the browser lay out the page, which a first
// picture does not wait for.
func (p *page) firstFocus() {
	if p.focused == "" {
		p.moveFocus(nil, p.host.shown, "")
	}
	p.say(view.Notice)
}

// say has a status read once more, or for the first time where it came with the
// page: screen readers speak of statuses that change.
func (p *page) say(node string) {
	part := p.document.Call("querySelector", "#"+markup.Prefix+node+" > p")
	if !part.Truthy() {
		return
	}
	text := part.Get("textContent").String()
	part.Set("textContent", "")
	after(farewell/4, func() {
		if part.Get("textContent").String() == "" {
			part.Set("textContent", text)
		}
	})
}
