package main

import (
	"runtime"
	"runtime/debug"
	"syscall/js"

	"hardcases/scenes"
	"hardcases/wasm/mirror"

	"github.com/hajimehoshi/ebiten/v2"
)

// picture is the game as painted on the canvas.
type picture struct {
	*scenes.Scene
	host  *host
	drawn int // pictures so far, up to 2
	// tidied is the screen after which garbage was collected.
	tidied string
}

func newPicture(h *host) *picture {
	p := &picture{host: h}
	p.Scene = scenes.New(h, scenes.Options{
		FedPointer: true,
		Contrast:   func() bool { return media(moreContrast).Get("matches").Bool() },
		Still:      func() bool { return media("(prefers-reduced-motion: reduce)").Get("matches").Bool() },
		OnLayout:   p.laidOut,
		Guard:      &h.page.guard,
	})
	return p
}

// run paints until the game stops or there is nothing to paint with.
func (p *picture) run() error {
	// One tick for each frame: a frame that the gate gives must take its
	// input in.
	ebiten.SetTPS(ebiten.SyncWithFPS)
	return ebiten.RunGameWithOptions(p, &ebiten.RunGameOptions{InitUnfocused: true, ScreenTransparent: true})
}

// Update implements ebiten.Game.
func (p *picture) Update() error {
	if err := p.Scene.Update(); err != nil {
		return err
	}
	p.host.page.rescale() // not every browser tells of it
	p.host.page.tellFocus(p.Scene)
	return nil
}

// Draw implements ebiten.Game. It asks for more frames only while something
// moves.
func (p *picture) Draw(screen *ebiten.Image) {
	p.Scene.Draw(screen)
	if p.drawn < 2 && p.Placed() != nil {
		p.drawn++
		p.begin()
	}
	if placed := p.Placed(); !p.Moving() && placed != nil && placed.Root == p.host.shown {
		p.host.page.arrive()
	}
	switch {
	case !p.Idle():
		wake()
	case p.tidied != p.host.shown.ID:
		p.tidied = p.host.shown.ID
		whenIdle(func() { go runtime.GC() }) // memory that a page has once taken it never gives back
	}
}

// begin takes the page over with the first picture, and with the second does
// what would only hold up the first.
func (p *picture) begin() {
	if p.drawn == 1 {
		p.host.page.playing()
		wake()
		return
	}
	debug.SetGCPercent(garbage)
	p.host.page.firstFocus()
}

// laidOut puts the real elements where the picture has them now.
func (p *picture) laidOut() {
	places := map[string]mirror.Rect{}
	p.Bounds(func(id string, r scenes.Rect, _ bool) {
		if r.W > 0 && r.H > 0 {
			places[id] = mirror.Rect(r)
		}
	})
	p.host.page.place(places)
}

// blindness is why this browser cannot paint the picture, the key of a notice; ""
// where it can.
func blindness() string { return js.Global().Get("gate").Get("blind").String() }

// moreContrast is what those ask for who see little, in the words of macOS and
// mobile systems and in those of Windows, whose colours a picture cannot take.
const moreContrast = "(prefers-contrast: more), (forced-colors: active)"

// outgrown says whether the window is larger than a picture can be.
func outgrown() bool { return js.Global().Get("gate").Call("outgrown").Bool() }

// media asks about the device.
func media(query string) js.Value { return js.Global().Call("matchMedia", query) }
