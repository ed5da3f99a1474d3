//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestAtRestNothingIsDrawn guards the gate of animation frames, which leans on
// how this version of Ebitengine asks for them. The network on the first screen moves
// for a while.
func TestAtRestNothingIsDrawn(t *testing.T) {
	p := open(t, setup{moves: true})
	p.visit(serveSite(t))
	p.playing()
	p.rests()
	frames := eval[int](p, `gate.frames`)
	require.Positive(t, frames)
	time.Sleep(3 * time.Second)
	require.Equal(t, frames, eval[int](p, `gate.frames`), "frames while nothing happens")

	p.after(func() { p.hit("start") })
	p.until(fmt.Sprintf(`gate.frames > %d`, frames)) // a click is drawn
	p.rests()
	frames = eval[int](p, `gate.frames`)
	time.Sleep(2 * time.Second)
	require.Equal(t, frames, eval[int](p, `gate.frames`), "at rest again")
}

// rests waits until the picture stands still.
func (p *tab) rests() {
	p.t.Helper()
	p.until(`(window.stood?.frames === gate.frames ? performance.now() - stood.at : (window.stood = {frames: gate.frames, at: performance.now()}, 0)) > 3000`)
}

// What the player is told once, and for as long as it lasts.
const (
	notice  = `document.querySelector('[id="n-notice"]')?.textContent || ""`
	trouble = `document.querySelector('[id="n-trouble"]')?.textContent || ""`
)

// playOneStep goes from the first screen to the first reveal by keys.
func (p *tab) playOneStep() {
	p.t.Helper()
	p.toAnswer()
	p.decideByKeys(1)
	require.True(p.t, strings.HasPrefix(p.screen(), "reveal-"))
}

func TestStorageForbidden(t *testing.T) {
	p := open(t, setup{plain: true, before: `Object.defineProperty(window, "localStorage",
		{get() { throw new DOMException("denied", "SecurityError"); }})`})
	p.visit(serveSite(t))
	p.playing()
	p.until(trouble)
	require.Contains(t, eval[string](p, trouble), "Nothing may be kept here")
	p.playOneStep()
	require.Contains(t, eval[string](p, trouble), "Nothing may be kept here", "it lasts")
}

func TestStorageFull(t *testing.T) {
	p := open(t, setup{plain: true, before: `
		window.full = false;
		const set = Storage.prototype.setItem;
		Storage.prototype.setItem = function (key, value) {
			if (window.full) throw new DOMException("full", "QuotaExceededError");
			set.call(this, key, value);
		}`})
	p.visit(serveSite(t))
	p.playing()
	p.after(func() { p.press("\r") })
	before := p.journal()
	eval[bool](p, `window.full = true`)
	p.after(func() { p.press("\r") })
	p.until(trouble)
	require.Contains(t, eval[string](p, trouble), "no room left")
	require.Equal(t, before, p.journal(), "what was kept before is still there")
	p.decideByKeys(1)
	require.Contains(t, eval[string](p, trouble), "no room left", "it lasts")
	screen := p.screen()
	eval[bool](p, `(window.full = false, true)`)
	p.after(func() { p.press("l") })
	require.Empty(t, eval[string](p, trouble))
	p.after(func() { p.press("\x1b") })
	p.reload()
	p.playing()
	require.Equal(t, screen, p.screen(), "what was done without room is kept now")
}

func TestCorruptSaveIsPutAside(t *testing.T) {
	p := open(t, setup{plain: true})
	address := serveSite(t)
	p.visit(address)
	p.playing()
	p.after(func() { p.press("\r") })
	p.visit(address + "no-such-page") // the game itself would see it as soon as it comes into view
	eval[bool](p, `localStorage.setItem(`+saveKey+`, "no save at all") || true`)
	p.visit(address)
	p.playing()
	require.Equal(t, "home", p.screen())
	p.until(`(` + notice + `).includes("could not be read")`)
	const aside = `Object.keys(localStorage).filter((key) => key.startsWith(` + saveKey + ` + ".damaged-")).map((key) => atob(localStorage.getItem(key)))`
	require.Equal(t, []string{"no save at all"}, eval[[]string](p, aside))
	p.playOneStep()
	require.Equal(t, []string{"no save at all"}, eval[[]string](p, aside))
}

func TestWithoutWebGL(t *testing.T) {
	p := open(t, setup{noWebGL: true, relayed: true})
	p.visit(serveSite(t))
	p.playing()
	require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
	p.until(`(` + notice + `).includes("WebGL 2 is missing")`)
	require.False(t, p.fetched("game."), "%v", p.asked())
	p.clickOn(at("start"))
	p.until(atScreen + `.startsWith("briefing")`)
	p.agrees()
	p.after(func() { p.press("\r") })
	p.decideByKeys(2)
	p.agrees()
}

func TestPlainPageAndBack(t *testing.T) {
	p := open(t, setup{})
	p.visit(serveSite(t))
	p.playing()
	p.playOneStep()
	reveal := p.screen()
	for _, view := range []string{"plain", "picture", "plain"} {
		p.hit("bar-settings")
		p.until(atScreen + ` === "settings"`)
		p.hit("view-" + view)
		p.until(`document.getElementById("n-view-` + view + `-input").checked`)
		want := map[string]string{"plain": "plain", "picture": "canvas"}[view]
		p.until(`document.documentElement.dataset.view === "` + want + `"`)
		p.agrees()
		if view == "plain" {
			time.Sleep(200 * time.Millisecond) // for a frame of the picture that comes late
			require.Zero(t, eval[int](p, `document.querySelectorAll("#screen [data-placed], #screen [style*=px]").length`))
		}
		p.after(func() { p.press("\x1b") })
		require.Equal(t, reveal, p.screen())
	}
	p.reload()
	p.playing()
	require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
	require.Equal(t, reveal, p.screen())
}

func TestLanguageChangesInPlace(t *testing.T) {
	p := open(t, setup{plain: true})
	p.visit(serveSite(t))
	p.playing()
	p.toAnswer()
	p.press("b")
	screen, chosen := p.screen(), p.checked()
	p.hit("bar-language")
	p.until(`document.documentElement.lang === "fr"`)
	require.Equal(t, screen, p.screen())
	require.Equal(t, chosen, p.checked())
	require.Equal(t, "n-title", eval[string](p, `document.activeElement.id`), "which is read in the new language")
	p.agrees()
	p.reload()
	p.playing()
	require.Equal(t, "fr", eval[string](p, `document.documentElement.lang`))
	p.visit(eval[string](p, `location.origin`) + "/?lang=en")
	p.playing()
	require.Equal(t, "en", eval[string](p, `document.documentElement.lang`))
	require.Equal(t, chosen, p.checked())
}
