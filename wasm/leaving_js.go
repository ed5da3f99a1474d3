package main

import (
	"syscall/js"
	"time"
)

// leaving is what a new screen takes away or shuts off: elements that go, and
// those that a dialog makes inert. A screen reader that loses the element that it
// reads looks for another place by itself, in silence, and does not tell where the
// focus was moved then. So they stay for a moment after the focus has moved on,
// unseen and without names by which anything could find them.
type leaving struct {
	gone []js.Value
	shut []js.Value
}

// farewell is how long they stay: browsers tell screen readers of what went before
// they tell of the focus, if both come together.
const farewell = 400 * time.Millisecond

// take has an element go.
func (l *leaving) take(e js.Value) {
	unnamed(e)
	inside := e.Call("querySelectorAll", "[id], [name]")
	for i := range inside.Get("length").Int() {
		unnamed(inside.Index(i))
	}
	e.Get("classList").Call("add", "going")
	l.gone = append(l.gone, e)
}

// unnamed takes an element's names away.
func unnamed(e js.Value) {
	e.Call("removeAttribute", "id")
	e.Call("removeAttribute", "name")
}

// leave takes all away.
func (l *leaving) leave() {
	if l == nil {
		return
	}
	for _, e := range l.gone {
		e.Call("remove")
	}
	for _, e := range l.shut {
		e.Call("setAttribute", "inert", "")
	}
	l.gone, l.shut = nil, nil
}
