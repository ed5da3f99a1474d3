//go:build !page

package main

import (
	"syscall/js"
	"time"

	"hardcases/scenes"
)

// pace asks for the frames of a picture that drifts by itself.
type pace struct {
	scenes.Pace
	waits bool // a frame is to be asked for
}

// drift asks for the next frame of such a picture, now or later.
func (p *pace) drift() {
	if p.waits {
		return
	}
	wait := p.Next(time.Now())
	if wait == 0 {
		wake()
		return
	}
	p.waits = true
	after(wait, func() {
		p.waits = false
		js.Global().Get("gate").Call("wake", 1)
	})
}
