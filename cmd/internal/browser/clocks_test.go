//go:build browser

package browser

import (
	"fmt"
	"math"
	"testing"

	"hardcases/game/play"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// atClocks is a game at the first round of the desk that has clocks.
func (p *tab) atClocks() {
	p.t.Helper()
	s := play.NewSession(shipped(p.t), 1, "en")
	s.Send(play.Show{Screen: play.Desk})
	s.Send(play.Begin{})
	for range 4 {
		s.Send(play.Skip{})
	}
	p.follow(s.Journal())
	p.until(atScreen + ` === "round-r5"`)
}

// hour waits until all clocks are turned by so many hours, in the native sliders and in
// the saved game.
func (p *tab) hour(hours int) {
	p.t.Helper()
	p.until(fmt.Sprintf(`[...document.querySelectorAll("#n-clocks input[type=range]")].map(e => e.value).join(" ") === "%[1]d %[1]d %[1]d %[1]d"`, hours))
	require.Equal(p.t, hours, p.native().State().Turned)
}

// TestOneClockTurnsTheOthers turns clocks by the mouse over the canvas, by the native
// sliders of the plain page, by arrow keys and by buttons; the page says in words what all
// of them show, and answers nothing.
func TestOneClockTurnsTheOthers(t *testing.T) {
	address := serveSite(t)
	for _, view := range []string{"canvas", "plain"} {
		t.Run(view, func(t *testing.T) {
			p := open(t, setup{plain: view == "plain"})
			p.visit(address)
			p.playing()
			p.atClocks()
			p.hour(0)
			says := func() string { return eval[string](p, `document.getElementById("n-clocks-now").textContent`) }
			require.Equal(t, "The same moment: San Francisco 06:00, London 14:00, Paris 15:00 and Sydney 23:00.", says())
			if view == "plain" {
				eval[bool](p, `(() => { const e = document.getElementById("n-turn-paris"); e.value = "3"; e.dispatchEvent(new Event("input", {bubbles: true})); return true; })()`)
			} else {
				p.settled()
				r := p.rect("[id=n-turn-paris]")
				at := func(hour float64) (x, y float64) {
					a := 2 * math.Pi * hour / 12
					return r.X + r.W/2 + 0.3*r.W*math.Sin(a), r.Y + r.H/2 - 0.3*r.H*math.Cos(a)
				}
				for _, m := range []struct {
					kind string
					hour float64
				}{{"pointerdown", 3}, {"pointermove", 4.1}, {"pointermove", 5}, {"pointermove", 6}, {"pointerup", 6}} {
					x, y := at(m.hour)
					eval[bool](p, fmt.Sprintf(`(() => { const c = document.querySelector("canvas"); c.setPointerCapture = () => {}; c.dispatchEvent(new PointerEvent(%q, {bubbles: true, pointerId: 1, pointerType: "mouse", clientX: %f, clientY: %f, button: 0})); return true; })()`, m.kind, x, y))
				}
			}
			p.hour(3)
			require.Equal(t, "3 hours later: San Francisco Wednesday 31 August 09:00, London Wednesday 31 August 17:00, Paris Wednesday 31 August 18:00 and Sydney Thursday 1 September 02:00.", says())
			require.Equal(t, "Thursday 1 September 02:00", eval[string](p, `document.getElementById("n-turn-sydney").getAttribute("aria-valuetext")`))
			require.Equal(t, "polite", eval[string](p, `document.getElementById("n-clocks-now").getAttribute("aria-live") || "polite"`))
			p.agrees()
			eval[bool](p, `(document.getElementById("n-turn-london").focus(), true)`)
			for _, key := range []struct {
				name string
				to   int
			}{{kb.ArrowRight, 4}, {kb.ArrowDown, 3}, {kb.Home, -24}, {kb.End, 24}} {
				p.do(chromedp.KeyEvent(key.name))
				p.hour(key.to)
			}
			require.Equal(t, "n-turn-london", eval[string](p, `document.activeElement.id`))
			p.hit("clocks-earlier")
			p.hour(23)
			p.hit("clocks-back")
			p.hour(0)
			require.Empty(t, p.native().State().Draft, "nothing is answered")
			p.hit("option-c")
			p.until(`document.getElementById("n-option-c-input").checked`)
			p.hit("commit")
			p.until(atScreen + ` === "judged-r5"`)
			require.Equal(t, "Right.", eval[string](p, `document.getElementById("n-title").textContent`))
			require.Contains(t, says(), "Sydney Wednesday 31 August 23:00")
			p.agrees()
		})
	}
}
