//go:build !page

package main

import (
	"runtime"
	"runtime/debug"
	"syscall/js"

	"hardcases/scenes"
	"hardcases/wasm/mirror"

	"github.com/hajimehoshi/ebiten/v2"
)

// own is what only the host of this program has.
type own struct {
	blind bool // the picture cannot be painted
	// warming: the picture is painted behind the page, which another program plays.
	warming bool
	reading reading // what was read there when this one took over
	sought  bool    // the player was told where the browser shows what it finds
}

// picture is the game as painted on the canvas.
type picture struct {
	*scenes.Scene
	host  *host
	drawn int     // pictures so far, up to 2
	scale float64 // of the device, as Ebitengine has it
	pace  pace
	// tidied is the screen after which garbage was collected.
	tidied string
}

func newPicture(h *host) *picture {
	p := &picture{host: h, scale: scale()}
	p.Scene = scenes.New(h, scenes.Options{
		FedPointer: true,
		Contrast:   func() bool { return media(moreContrast).Get("matches").Bool() },
		Still:      func() bool { return media("(prefers-reduced-motion: reduce)").Get("matches").Bool() },
		OnLayout:   p.laidOut,
		Guard:      &h.page.guard,
	})
	on(h.page.document, "visibilitychange", func(js.Value) {
		if h.page.unseen() {
			h.page.arrive()
		}
	})
	return p
}

// look finds out whether this browser can paint.
func (h *host) look() {
	if why := js.Global().Get("gate").Get("blind").String(); why != "" {
		h.blind = true
		h.Notify(why, "")
	}
}

// plain says whether the plain page is to be shown, and not the picture.
func (h *host) plain() bool {
	wanted := h.wantsPicture()
	if !h.blind && wanted && js.Global().Get("gate").Call("outgrown").Bool() {
		h.blind = true
		h.Notify("notice.small-texture", "")
	}
	return !wanted || h.blind || h.inPrint
}

// setPlain changes between the picture and the plain page.
func (h *host) setPlain(plain bool) {
	h.page.setPlain(plain)
	js.Global().Get("gate").Call("shut", plain)
	switch {
	case plain:
		h.page.playing()
	case h.picture == nil:
		h.startPicture()
	default:
		h.picture.Redraw()
	}
}

// startPicture begins to paint.
func (h *host) startPicture() {
	p := newPicture(h)
	h.picture = p
	p.takeCanvas()
	go p.paint()
}

// goBlind shows the plain page for good, and says why.
func (h *host) goBlind(notice string) {
	if h.warming { // there is another program to go on
		js.Global().Get("gate").Get("relay").Call("lost", notice)
		return
	}
	h.blind = true
	h.Notify(notice, "")
	h.sync()
}

// paint paints. Where that cannot go on, the plain page can.
func (p *picture) paint() {
	err := p.run()
	println("the picture has stopped:", err.Error())
	p.host.goBlind("notice.no-webgl")
}

// Report implements painter.
func (p *picture) Report() string { return p.Stats().String() }

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
	p.rescale() // not every browser tells of it
	p.tellFocus()
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
	case p.Drifts():
		p.pace.drift()
	case !p.Idle():
		p.pace.Broken()
		wake()
	case p.tidied != p.host.shown.ID:
		p.tidied = p.host.shown.ID
		whenIdle(func() { go runtime.GC() }) // memory that a page has once taken it never gives back
	}
}

// tidy does nothing: the picture collects garbage once it stands still.
func (*host) tidy() {}

// begin takes the page over with the first picture, and with the second does
// what would only hold up the first.
func (p *picture) begin() {
	if p.host.warming {
		p.warmed()
		return
	}
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

// moreContrast is what those ask for who see little, in the words of macOS and
// mobile systems and in those of Windows, whose colours a picture cannot take.
const moreContrast = "(prefers-contrast: more), (forced-colors: active)"
