//go:build browser

package browser

import (
	"fmt"
	"testing"

	"hardcases/game/play"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// answers counts what the saved game has answered.
func (p *tab) answers() int {
	p.t.Helper()
	return len(p.native().Session().State().Answers)
}

// TestTwoTabs plays in two tabs of one browser, both in use as far as each can
// tell: the second goes on with what the first has kept, and says so.
func TestTwoTabs(t *testing.T) {
	address := serveSite(t)
	first := open(t, setup{plain: true})
	first.visit(address)
	first.playing()
	second := first.beside(setup{})
	second.visit(address)
	second.playing()
	first.playOneStep()
	require.Equal(t, 1, first.answers())
	require.Equal(t, "home", second.screen(), "a tab in use is left alone")
	second.press("?")
	second.until(`(` + notice + `).includes("went on in another window")`)
	require.Equal(t, first.screen(), second.screen())
	require.Equal(t, 1, second.answers())
	second.after(func() { second.press("\r") })
	require.Equal(t, 1, second.answers())
	first.press("l")
	first.until(`(` + notice + `).includes("went on in another window")`)
	require.Equal(t, second.screen(), first.screen())
}

// TestPageThatComesBack leaves the game for another page, plays on in a second
// tab, and goes back: the page that the browser had put away shows what is kept
// now, freshly painted, and overwrites nothing.
func TestPageThatComesBack(t *testing.T) {
	address := serveSite(t)
	first := open(t, setup{before: `addEventListener("pageshow", (e) => { window.restored = e.persisted; });`})
	first.visit(address)
	first.playing()
	first.after(func() { first.press("\r") })
	first.until(`navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === "activated"`) // or it takes a page that is put away
	first.visit(address + "manifest.json")
	second := first.beside(setup{plain: true})
	second.visit(address)
	second.playing()
	second.after(func() { second.press("\r") })
	second.decideByKeys(1)
	reveal := second.screen()
	require.Equal(t, 1, second.answers())

	_, err := chromedp.Run(first.ctx, chromedp.Evaluate[bool](`(history.back(), true)`))
	require.NoError(t, err)
	first.until(`window.restored === true`)
	first.until(atScreen + ` === "` + reveal + `"`)
	first.ready()
	first.press("l")
	first.until(atScreen + ` === "log"`)
	require.Equal(t, 1, first.answers())
	require.Equal(t, play.Log, first.native().Session().State().Screen)
}

// TestPageThatComesBackIsPainted tells a page at rest that the browser has brought it
// back: it paints, as WebKit shows nothing of what was there before.
func TestPageThatComesBackIsPainted(t *testing.T) {
	p := open(t, setup{before: `
		window.drawn = 0;
		const draw = WebGL2RenderingContext.prototype.drawElements;
		WebGL2RenderingContext.prototype.drawElements = function (...all) { drawn++; return draw.apply(this, all); };`})
	p.visit(serveSite(t))
	p.playing()
	p.rests()
	drawn := eval[int](p, `drawn`)
	require.Positive(t, drawn)
	eval[bool](p, `dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}))`)
	p.until(fmt.Sprintf(`drawn > %d`, drawn))
}
