package main

import (
	"slices"
	"syscall/js"

	pieces "hardcases/game/element"
)

// spots are the elements of the page, by key. Each call to the page costs more than all
// that is done here: elements that came together are one list, from which each is taken
// when it is needed for the first time.
type spots map[string]spot

// spot is an element, or a place in a list of them as long as it was not needed.
type spot struct {
	element, list js.Value
	place         int
}

// at is the element with a key.
func (s spots) at(key string) js.Value {
	spot := s[key]
	if spot.element.IsUndefined() && !spot.list.IsUndefined() {
		spot.element, spot.list = spot.list.Index(spot.place), js.Undefined()
		s[key] = spot
	}
	return spot.element
}

func newParser() js.Value { return js.Global().Get("DOMParser").New() }

// create makes an element with all in it, which is in no place of the page yet. What a
// dialog shuts off is shut off later.
func (p *page) create(e *pieces.Element) {
	list := p.parser.Call("parseFromString", e.XML(), "application/xhtml+xml").Call("querySelectorAll", "*")
	place := 0
	e.Walk(func(e *pieces.Element) {
		p.elements[e.Key] = spot{list: list, place: place}
		place++
		if slices.ContainsFunc(e.Attrs, func(a pieces.Attr) bool { return a.Name == "inert" }) {
			shut := p.elements.at(e.Key)
			shut.Call("removeAttribute", "inert")
			p.leaving.shut = append(p.leaving.shut, shut)
		}
	})
}
