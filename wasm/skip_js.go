package main

import (
	"syscall/js"

	"hardcases/game/locale"
	"hardcases/game/markup"
	"hardcases/game/view"
)

// skip is the first thing that Tab stops at: a link past the header, and on a
// decision past the facts, which shows only while it has the focus. It is no
// part of the screens: the picture and the terminal have no such order.
type skip struct {
	link js.Value
}

func newSkip(p *page) skip {
	s := skip{p.document.Call("createElement", "a")}
	s.link.Set("className", "skip")
	s.link.Set("hidden", true)
	s.attach(p)
	return s
}

// attach has the link lead somewhere.
func (s skip) attach(p *page) {
	on(s.link, "click", func(event js.Value) {
		event.Call("preventDefault") // the address stays, and the history
		if id := skipTo(p.host.shown); id != "" {
			p.byKeys = true
			p.focusOn(id)
		}
	})
	on(s.link, "keydown", func(event js.Value) {
		if event.Get("key").String() == "Enter" {
			event.Call("stopPropagation") // the screen's own Enter is not meant
		}
	})
}

// show sets where the link leads from a screen. A sheet over it has nothing to
// pass over.
func (s skip) show(root *view.Node, words *locale.Strings) {
	to, text := skipTo(root), words.Get("skip.content")
	if n := view.Find(root, to); n != nil && n.Role == view.Radio {
		text = words.Get("skip.options")
	}
	// The reading place may be in it: it is touched for a reason only.
	if s.link.Get("textContent").String() != text {
		s.link.Set("textContent", text)
	}
	if href := "#" + markup.Prefix + to; s.link.Call("getAttribute", "href").String() != href {
		s.link.Set("href", href)
	}
	if hidden := to == "" || view.Modal(root) != nil; s.link.Get("hidden").Bool() != hidden {
		s.link.Set("hidden", hidden)
	}
}

// skipTo is where the link leads: to the choice, or the first of those on offer,
// else to the heading.
func skipTo(root *view.Node) string {
	heading, radio := "", ""
	view.Walk(root, func(n *view.Node, _ int) bool {
		switch {
		case n.Role == view.Heading && heading == "":
			heading = n.ID
		case n.Role == view.RadioGroup && n.Look == view.Options && len(n.Children) > 0:
			radio = n.Children[0].ID
			for _, c := range n.Children {
				if c.Checked {
					radio = c.ID
				}
			}
		}
		return true
	})
	if radio != "" {
		return radio
	}
	return heading
}
