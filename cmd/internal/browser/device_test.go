//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// renewed does something that makes the page load itself anew, and waits until
// the game is there again.
func (p *tab) renewed(do func()) {
	p.t.Helper()
	eval[bool](p, `(window.old = true)`)
	do()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		anew, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](`!window.old && document.documentElement.dataset.state === "playing"`))
		if err == nil && anew { // while a page is loading there may be nothing to ask
			return
		}
		require.True(p.t, time.Now().Before(deadline), "the page was not loaded anew: %v", err)
	}
}

// atDecision goes to the first decision and chooses there.
func (p *tab) atDecision() (chosen []string) {
	p.t.Helper()
	p.toAnswer()
	p.press("b")
	p.until(`document.querySelector("#screen input:checked")`)
	return p.checked()
}

// goOn plays the decision to its reveal, whatever view is shown.
func (p *tab) goOn() {
	p.t.Helper()
	p.agrees()
	p.decideByKeys(1)
	require.True(p.t, strings.HasPrefix(p.screen(), "reveal-"))
	p.agrees()
}

// TestDeviceScaleChangesWhilePlaying moves the window to monitors of other
// densities: the picture has as many pixels as the screen, so text is sharp.
func TestDeviceScaleChangesWhilePlaying(t *testing.T) {
	p := open(t, setup{})
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	chosen := p.atDecision()
	for _, m := range []struct {
		scale float64
		want  []int
	}{{2, []int{2732, 1536}}, {1.5, []int{2049, 1152}}, {1, []int{1366, 768}}} {
		p.renewed(func() {
			p.size(1366, 768, m.scale)
			p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 600, 300)) // whoever moves a window moves the pointer
		})
		require.Equal(t, m.want, eval[[]int](p, `(() => { const c = document.querySelector("canvas"); return [c.width, c.height]; })()`))
		require.Equal(t, "decision-A2", p.screen())
		require.Equal(t, chosen, p.checked())
	}
	p.goOn()
}

// TestNoPictureIsStretched opens windows whose sides are not whole pixels of the
// device, as most are at 125 or 150 %: the picture lies pixel by pixel on the screen.
func TestNoPictureIsStretched(t *testing.T) {
	p := open(t, setup{})
	p.size(1365, 767, 1.5)
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	for _, side := range [][2]int{{1365, 767}, {1367, 769}, {1101, 663}} {
		p.size(side[0], side[1], 1.5)
		p.until(fmt.Sprintf(`(() => {
			const c = document.querySelector("canvas");
			const lies = c.getBoundingClientRect(), pixels = (side) => Math.round(side * devicePixelRatio);
			return c.width === %d && c.height === %d && pixels(lies.width) === c.width && pixels(lies.height) === c.height;
		})()`, side[0]*3/2, side[1]*3/2))
	}
	eval[bool](p, `(window.sized = 0, new MutationObserver(() => sized++).observe(document.querySelector("canvas"), {attributes: true}), true)`)
	p.size(1365, 767, 1.5)
	p.rests()
	require.Less(t, eval[int](p, `sized`), 12, "one size leads to no other")
}

const loseCanvas = `(document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext(), true)`

// TestCanvasLostDuringADecision: the first time the picture comes back, the
// second time the plain page takes its place. Nothing chosen is lost.
func TestCanvasLostDuringADecision(t *testing.T) {
	p := open(t, setup{})
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	chosen := p.atDecision()
	p.renewed(func() { eval[bool](p, loseCanvas) })
	require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
	require.Equal(t, "decision-A2", p.screen())
	require.Equal(t, chosen, p.checked())
	p.agrees()

	eval[bool](p, loseCanvas)
	p.until(`document.documentElement.dataset.view === "plain"`)
	require.NotEmpty(t, eval[string](p, notice), "the player is told")
	require.Equal(t, "decision-A2", p.screen())
	require.Equal(t, chosen, p.checked())
	p.decideByKeys(1) // which puts the notice away
	require.True(t, strings.HasPrefix(p.screen(), "reveal-"))
	p.agrees()
}

// TestCanvasLostAndNothingCanBeSaved: loading the page again would lose the
// game, so the plain page comes at once.
func TestCanvasLostAndNothingCanBeSaved(t *testing.T) {
	p := open(t, setup{before: `Object.defineProperty(window, "localStorage",
		{get() { throw new DOMException("denied", "SecurityError"); }})`})
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	chosen := p.atDecision()
	eval[bool](p, loseCanvas)
	p.until(`document.documentElement.dataset.view === "plain"`)
	require.NotEmpty(t, eval[string](p, notice))
	require.Equal(t, chosen, p.checked())
	p.decideByKeys(1)
	require.True(t, strings.HasPrefix(p.screen(), "reveal-"))
}

// TestReadingAloud speaks each new screen once, by a voice of the device; a
// voice that would send the text away is not used.
func TestReadingAloud(t *testing.T) {
	voices := map[string]string{
		"none at all":     `delete window.speechSynthesis; Object.defineProperty(window, "speechSynthesis", {value: undefined});`,
		"only far voices": `speechSynthesis.getVoices = () => [{lang: "en-GB", localService: false}];`,
	}
	for name, script := range voices {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{before: script, plain: true})
			p.visit(serveSite(t) + "?lang=en")
			p.playing()
			p.readAloud()
			p.until(notice)
			require.Contains(t, eval[string](p, notice), "voice")
			p.after(func() { p.press("\x1b") })
			p.playOneStep()
		})
	}
	t.Run("voices that come late", func(t *testing.T) { // as most browsers have them
		p := open(t, setup{plain: true, before: `
			window.heard = [];
			let asked;
			window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
			Object.defineProperty(window, "speechSynthesis", {value: {
				getVoices: () => performance.now() - (asked ??= performance.now()) < 1500 ? [] : [{lang: "en-GB", localService: true}],
				cancel() {}, speak(u) { heard.push(u.text); },
			}});`})
		p.visit(serveSite(t) + "?lang=en")
		p.playing()
		p.readAloud()
		p.until(`heard.length > 0`)
		require.Empty(t, eval[string](p, notice), "nothing is said of voices that are only late")
		require.Contains(t, eval[string](p, `heard[0]`), eval[string](p, `document.querySelector("#screen h1").textContent`))
		p.after(func() { p.press("\x1b") })
		p.playOneStep()
	})
	t.Run("a voice here", func(t *testing.T) {
		p := open(t, setup{before: `
			window.heard = [];
			window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
			Object.defineProperty(window, "speechSynthesis", {value: {
				getVoices: () => [{lang: "fr_FR", localService: true}, {lang: "en_GB", localService: true}],
				cancel() {}, speak(u) { heard.push([u.lang, u.voice.lang, u.text]); },
			}});`})
		p.visit(serveSite(t) + "?lang=en")
		p.playing()
		require.Zero(t, eval[int](p, `heard.length`), "off unless asked for")
		p.readAloud()
		p.after(func() { p.press("\x1b") })
		eval[bool](p, `(heard.length = 0, true)`)
		p.after(func() { p.press("\r") })
		said := eval[[][]string](p, `heard`)
		require.NotEmpty(t, said)
		require.Equal(t, []string{"en", "en_GB"}, said[0][:2])
		require.Contains(t, strings.Join(eval[[]string](p, `heard.map((h) => h[2])`), " "), eval[string](p, `document.querySelector("#screen h1").textContent`))
		n := len(said)
		eval[bool](p, `(document.querySelector("#screen button").focus(), true)`)
		time.Sleep(200 * time.Millisecond)
		require.Equal(t, n, eval[int](p, `heard.length`), "nothing is read twice")
	})
}

// readAloud turns reading aloud on, in the settings.
func (p *tab) readAloud() {
	p.t.Helper()
	p.after(func() { p.hit("bar-settings") })
	p.hit("aloud-on")
	p.until(`document.getElementById("n-aloud-on-input").checked`)
}
