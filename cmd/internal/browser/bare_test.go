//go:build browser

package browser

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// fetched says whether the page has asked for a file, by how its name begins.
func (p *tab) fetched(name string) bool {
	for _, address := range p.asked() {
		if strings.Contains(address, "/"+name) {
			return true
		}
	}
	return false
}

// chooses has the player choose in the settings whether there is a picture, and go
// back to where that was.
func (p *tab) chooses(node string) {
	p.t.Helper()
	screen := p.screen()
	p.hit("bar-settings")
	p.until(atScreen + ` === "settings"`)
	p.ready()
	p.hit(node)
	p.until(`document.getElementById("n-` + node + `-input")?.checked`)
	p.playing()
	p.after(func() { p.press("\x1b") })
	require.Equal(p.t, screen, p.screen())
}

// TestWithoutPicture: who wants no picture fetches nothing of it, has the same game
// as a page, with charts, and gets a picture at the same place by wanting one.
func TestWithoutPicture(t *testing.T) {
	for name, before := range map[string]string{
		"never":        "",
		"save data":    `Object.defineProperty(navigator, "connection", {value: {saveData: true}})`,
		"small memory": `Object.defineProperty(navigator, "deviceMemory", {value: 2})`,
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{before: before, relayed: true})
			address := serveSite(t)
			p.visit(address)
			p.playing()
			if name == "never" {
				p.chooses("view-plain")
				p.mu.Lock()
				p.requests = nil
				p.mu.Unlock()
				p.reload()
				p.playing()
			}
			require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
			require.False(t, p.fetched("game."), "%v", p.asked())
			require.True(t, p.fetched("page."))
			p.agrees()
			if name == "save data" {
				return // from here on one cause is as the other
			}
			p.playOneStep()
			reveal := p.screen()
			p.agrees()
			p.until(`[...document.fonts].filter((f) => f.status === "loaded").length === 5`)
			p.until(`document.querySelector("#screen svg.chart text[textLength]")`)
			for class, width := range map[string]int{"narrow": 390, "wide": 1366} { // as many as before it, in the window's width
				n := eval[int](p, `document.querySelectorAll("#screen svg.chart").length`)
				p.size(width, 768, 1)
				p.until(fmt.Sprintf(`document.querySelectorAll("#screen svg.chart.%s").length === %d`, class, n))
				require.Equal(t, n, eval[int](p, `[...document.querySelectorAll("#screen svg.chart")].filter((e) => e.checkVisibility()).length`))
			}
			require.False(t, p.fetched("game."), "%v", p.asked())
			require.False(t, eval[bool](p, `Boolean(document.querySelector("canvas"))`))
			p.chooses("view-picture")
			p.until(`document.documentElement.dataset.view === "canvas"`)
			require.Equal(t, reveal, p.screen())
			require.True(t, p.fetched("game."))
			p.hit("bar-settings")
			p.until(atScreen + ` === "settings"`)
			require.Empty(t, p.said())
		})
	}
}

// TestWithoutPictureNeedsNoNetwork: the second visit is served from the browser's own
// store, and so is the program with the picture where that alone was kept.
func TestWithoutPictureNeedsNoNetwork(t *testing.T) {
	var down atomic.Bool
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if down.Load() {
				panic(http.ErrAbortHandler)
			}
			h.ServeHTTP(w, r)
		})
	})
	const kept = `caches.keys().then((all) => Promise.all(all.map((key) => caches.open(key).then((c) => c.keys()))))
		.then((lists) => window.kept = lists.flat().map((r) => r.url.split("/").pop())) && (window.kept || []).some((name) => name.startsWith("%"))`
	p := open(t, setup{})
	p.visit(address)
	p.playing()
	p.until(strings.ReplaceAll(kept, "%", "game."))
	p.until(`navigator.serviceWorker.controller`)
	require.False(t, eval[bool](p, `kept.some((name) => name.startsWith("page."))`))
	p.chooses("view-plain")
	down.Store(true)
	p.reload()
	p.playing()
	require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
	down.Store(false)
	p.reload()
	p.playing()
	p.until(strings.ReplaceAll(kept, "%", "page."))
	down.Store(true)
	p.reload()
	p.playing()
	p.playOneStep()
	p.agrees()
}
