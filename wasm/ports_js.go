package main

import (
	"math/rand/v2"
	"syscall/js"
	"time"

	policy "hardcases/game/host"
	"hardcases/game/markup"
	"hardcases/game/play"
	"hardcases/scenes/svg"
	"hardcases/scenes/theme"
)

// ports are the browser's.
func (h *host) ports() policy.Ports {
	top := js.Global().Get("top")
	ports := policy.Ports{
		Keep: h.store, Give: giver{h}, Draw: onPaper, Ask: asker{h}, Time: &clock{host: h}, Lot: rand.Uint64, Words: h.fetchWords, Live: h.openLive(), Link: h.link,
		Again:  h.store.Again(),
		Named:  js.Global().Get("gate").Get("lang").String() != "",
		Framed: !top.Equal(js.Global().Get("self")),
	}
	if h.course != nil {
		h.course.enrol(&ports)
	}
	return ports
}

// onPaper draws charts for pages that are printed.
func onPaper() markup.Draw { return svg.ForPaper(newMeasurer(), theme.Of(play.Light, false)).Draw }

// asker asks the player through the browser.
type asker struct{ *host }

// File implements policy.Asker.
func (a asker) File() bool {
	a.choose()
	return true
}

// Codes implements policy.Asker.
func (a asker) Codes() bool {
	a.askCodes()
	return true
}

// OwnTab implements policy.Asker. The new tab has no hold on this one.
func (asker) OwnTab() bool {
	js.Global().Call("open", js.Global().Get("location").Get("href"), "_blank", "noopener")
	return true
}

// Update implements policy.Asker: boot.js does it, which knows of the version.
func (asker) Update() bool {
	js.Global().Call("dispatchEvent", js.Global().Get("Event").New("renew"))
	return true
}

// clock is the browser's, as it runs on when somebody sets the one on the wall.
// Pages in the background are woken seldom, which is why what has passed is read
// from it.
type clock struct {
	host     *host
	interval js.Value
	tick     js.Func
	on       bool
}

// Now implements policy.Clock.
func (*clock) Now() time.Duration {
	return time.Duration(js.Global().Get("performance").Call("now").Float() * float64(time.Millisecond))
}

// Wake implements policy.Clock.
func (c *clock) Wake(on bool) {
	if c.on {
		js.Global().Call("clearInterval", c.interval)
		c.tick.Release()
	}
	if c.on = on; !on {
		return
	}
	c.tick = js.FuncOf(func(js.Value, []js.Value) any {
		if c.host.Tick() {
			c.host.sync()
		}
		return nil
	})
	c.interval = js.Global().Call("setInterval", c.tick, 1000)
}

// Today implements policy.Clock: the player's own date.
func (*clock) Today() string { return time.Now().Format(time.DateOnly) }
