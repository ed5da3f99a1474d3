//go:build browser

package browser

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// toDecision goes to the next decision and answers it, all but committing.
func (p *tab) toDecision() {
	p.t.Helper()
	p.toAnswer()
	p.press("a")
	if p.has("reasons") {
		p.tabTo("reasons", " ")
	}
	if p.has("bets") {
		p.tabTo("bets", " ")
		p.tabTo("stakes", " ")
		p.until(`document.querySelector('` + at("stakes") + ` input:checked')`)
	}
}

// twice are ways of pressing Commit twice within a moment.
var twice = []func(p *tab){
	func(p *tab) { p.do(chromedp.KeyEvent("\r"), chromedp.KeyEvent("\r")) }, // Enter
	func(p *tab) { // Enter on the button
		p.tabTo("commit", "")
		p.do(chromedp.KeyEvent("\r"), chromedp.KeyEvent("\r"))
	},
	func(p *tab) { // a double click
		if eval[string](p, `document.documentElement.dataset.view`) == "plain" {
			eval[bool](p, `document.querySelector('`+at("commit")+`').scrollIntoView({block: "center"}) === undefined`)
		}
		p.until(`document.getElementById("screen").dataset.settled === "true"`)
		r := p.rect(at("commit"))
		x, y := r.X+r.W/2, r.Y+r.H/2
		p.do(chromedp.MouseClickXY(x, y), chromedp.MouseClickXY(x, y))
	},
	func(p *tab) { // Enter held down
		p.tabTo("commit", "")
		for i := range 6 {
			_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{
				Type: input.DispatchKeyEventTypeKeyDown, Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13, AutoRepeat: new(i > 0),
			})
			require.NoError(p.t, err)
			time.Sleep(100 * time.Millisecond)
		}
	},
}

// TestPressedTwice demands that the second press of two does not take the
// reveal away before it was seen, and that the next one, after that, counts.
func TestPressedTwice(t *testing.T) {
	address := serveSite(t)
	for _, view := range []string{"canvas", "plain"} {
		t.Run(view, func(t *testing.T) {
			p := open(t, setup{moves: true, plain: view == "plain"})
			p.visit(address + "?lang=en&case=y2022") // which has most steps
			p.playing()
			for i, press := range twice {
				p.toDecision()
				p.ready()
				press(p)
				p.until(atScreen + `.startsWith("reveal-")`)
				p.ready()
				require.True(t, strings.HasPrefix(p.screen(), "reveal-"), "%d: nothing is on its way any more", i)
				p.after(func() { p.press("\r") })
			}
		})
	}
}

// goBack does what the browser's Back does.
func (p *tab) goBack() {
	p.t.Helper()
	h, err := chromedp.Call(p.ctx, page.GetNavigationHistory, cdp.Empty{})
	require.NoError(p.t, err)
	require.Positive(p.t, h.CurrentIndex)
	_, err = chromedp.Call(p.ctx, page.NavigateToHistoryEntry, page.NavigateToHistoryEntryParams{EntryID: h.Entries[h.CurrentIndex-1].ID})
	require.NoError(p.t, err)
}

// TestBrowserBack goes back by the browser through sheets and screens to the
// first one, reloads in between, and leaves from there, with nothing lost.
func TestBrowserBack(t *testing.T) {
	p := open(t, setup{plain: true})
	p.visit("about:blank")
	address := serveSite(t) + "?lang=en"
	p.visit(address)
	p.playing()
	p.toDecision()
	p.after(func() { p.press("\r") })
	reveal := p.screen()
	p.after(func() { p.press("\r") })
	p.after(func() { p.goBack() })
	require.Equal(t, reveal, p.screen(), "the screen before")
	p.agrees()
	p.hit("discuss")
	p.until(`document.querySelector('#screen [role="dialog"]')`)
	p.goBack()
	p.until(`!document.querySelector('#screen [role="dialog"]')`)
	require.Equal(t, reveal, p.screen(), "a sheet is closed and the screen stays")
	p.reload()
	p.playing()
	require.Equal(t, reveal, p.screen())
	p.after(func() { p.goBack() })
	require.True(t, strings.HasPrefix(p.screen(), "decision-"))
	p.after(func() { p.press("l") })
	p.after(func() { p.press("\x1b") }) // the game's own way back takes its entry along
	p.until(`history.state.hardcases === 2`)
	p.after(func() { p.goBack() })
	require.True(t, strings.HasPrefix(p.screen(), "briefing-"))
	p.after(func() { p.goBack() })
	require.Equal(t, "home", p.screen())
	require.Equal(t, address, eval[string](p, `location.href`), "the address says nothing of the play")
	answers := p.native().Session().State().Answers
	require.Len(t, answers, 1)
	p.goBack()
	p.until(`location.href === "about:blank"`)
	p.visit(address)
	p.playing()
	require.Equal(t, answers, p.native().Session().State().Answers)
	require.Empty(t, p.said())
}

// TestBrowserBackAfterHome leaves the game from its first screen at once,
// however it was reached, and from a game gone on with only after going back.
func TestBrowserBackAfterHome(t *testing.T) {
	p := open(t, setup{plain: true})
	p.visit("about:blank")
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	p.toDecision()
	eval[bool](p, `scrollTo(0, 0) === undefined`) // the header has gone with the page
	p.after(func() { p.clickOn(at("bar-home")) })
	p.until(`history.state.hardcases === 0`)
	p.goBack()
	p.until(`location.href === "about:blank"`)
}

// TestSkipLink takes the first stop of Tab past the header and the facts.
func TestSkipLink(t *testing.T) {
	for _, view := range []string{"canvas", "plain"} {
		t.Run(view, func(t *testing.T) {
			p := open(t, setup{plain: view == "plain", languages: "fr"})
			p.visit(serveSite(t))
			p.playing()
			first := func(text string) {
				eval[bool](p, `(document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute("tabindex"), true)`)
				require.Equal(t, "unseen", eval[string](p, `(() => {
					const s = getComputedStyle(document.querySelector(".skip"));
					return s.clipPath === "none" ? "seen" : "unseen";
				})()`), "not seen without the focus")
				p.press("\t")
				require.True(t, eval[bool](p, `document.activeElement.matches(".skip")`), "the first stop")
				require.Equal(t, text, eval[string](p, `document.activeElement.textContent`))
				r := p.rect(".skip")
				require.GreaterOrEqual(t, r.H, 44.0)
				require.GreaterOrEqual(t, r.X, 0.0)
				require.Equal(t, "none", eval[string](p, `getComputedStyle(document.activeElement).clipPath`))
			}
			first("Aller au contenu")
			p.press("\r")
			p.until(`document.activeElement.id === "n-title"`)
			require.Equal(t, "home", p.screen(), "Enter was the link's, not the screen's")
			p.toAnswer()
			first("Aller aux options")
			p.press("\r")
			p.until(`document.activeElement.closest('` + at("options") + `')`)
			require.Empty(t, p.checked(), "to go there chooses nothing")
			p.press("l")
			p.until(atScreen + ` === "log"`)
			require.Empty(t, p.said())
		})
	}
}
