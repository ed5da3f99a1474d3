//go:build browser

package browser

import (
	"fmt"
	"testing"
	"time"

	"hardcases/game/play"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// atEstimate is a game at the estimate of the longest case.
func (p *tab) atEstimate(language string) {
	p.t.Helper()
	s := play.NewSession(shipped(p.t), 1, language)
	s.Send(play.OpenCase{Case: "y2022"})
	s.Send(play.Begin{})
	for range 7 {
		for s.State().Screen == play.Seat {
			s.Send(play.Begin{})
		}
		s.Send(play.Pass{})
		s.Send(play.Next{})
	}
	for s.State().Screen == play.Seat {
		s.Send(play.Begin{})
	}
	require.Equal(p.t, play.Deciding, s.State().Screen)
	p.follow(s.Journal())
	p.until(atScreen + ` === "decision-C8"`)
}

// level is what the slider says, and what is kept.
func (p *tab) level() (value string, drawn play.Choice) {
	p.t.Helper()
	return eval[string](p, `document.getElementById("n-draw").value`), p.native().State().Draft
}

// TestAnEstimateIsDrawn draws by keys and by the mouse over the canvas, and by the
// native slider of the plain page; the page says what the saved game says.
func TestAnEstimateIsDrawn(t *testing.T) {
	address := serveSite(t)
	for _, view := range []string{"canvas", "plain"} {
		t.Run(view, func(t *testing.T) {
			p := open(t, setup{plain: view == "plain"})
			p.visit(address)
			p.playing()
			p.atEstimate("en")
			require.Equal(t, "range", eval[string](p, `document.getElementById("n-draw").type`))
			require.Equal(t, play.Choice{}, p.native().State().Draft)
			eval[bool](p, `(document.getElementById("n-draw").click(), true)`)
			p.until(`document.getElementById("n-option-c-input").checked`)
			_, drawn := p.level()
			require.Equal(t, play.Choice{Option: "c"}, drawn, "where it begins is chosen by a click, too")
			eval[bool](p, `(document.getElementById("n-draw").focus(), true)`)
			for key, want := range map[string]string{"Home": "0", "End": "125"} {
				p.do(chromedp.KeyEvent(map[string]string{"Home": kb.Home, "End": kb.End}[key]))
				p.until(fmt.Sprintf(`document.getElementById("n-draw").value === %q`, want))
			}
			if view == "plain" {
				eval[bool](p, `(() => { const e = document.getElementById("n-draw"); e.value = "35"; e.dispatchEvent(new Event("input", {bubbles: true})); return true; })()`)
			} else {
				p.settled()
				r := p.rect("[id=n-draw]")
				at := func(level float64) float64 { return r.Y + r.H - r.H*level/125 }
				for _, m := range []struct {
					kind  string
					level float64
				}{{"pointerdown", 110}, {"pointermove", 80}, {"pointermove", 35}, {"pointerup", 35}} {
					eval[bool](p, fmt.Sprintf(`(() => { const c = document.querySelector("canvas"); c.setPointerCapture = () => {}; c.dispatchEvent(new PointerEvent(%q, {bubbles: true, pointerId: 1, pointerType: "mouse", clientX: %f, clientY: %f, button: 0})); return true; })()`, m.kind, r.X+r.W-20, at(m.level)))
				}
			}
			p.until(`document.getElementById("n-draw").value === "35"`)
			var value string
			value, drawn = p.level()
			require.Equal(t, "35", value)
			require.Equal(t, play.Choice{Option: "b", Drawn: 35}, drawn)
			p.agrees()
			p.hit("commit")
			p.until(atScreen + ` === "reveal-C8"`)
			p.agrees()
		})
	}
}

// TestAnEstimateIsDrawnByAFinger takes the point of an estimate on a phone and draws it up
// and down: the page holds still. A drag beside it scrolls, and draws nothing.
func TestAnEstimateIsDrawnByAFinger(t *testing.T) {
	p := touched(t, setup{})
	p.atEstimate("en")
	p.reached("[id=n-draw]")
	p.settled()
	r := p.rect("[id=n-draw]")
	value := func() float64 { return eval[float64](p, `Number(document.getElementById("n-draw").value)`) }
	for _, beside := range []float64{-8, 0, 8} { // the finger is not always on its middle
		drawn := value()
		point := spot{r.X + r.W + beside, r.Y + r.H - r.H*drawn/125}
		by := 40.0
		if drawn < 80 {
			by = -40
		}
		p.drag(point, by, 20*time.Millisecond)
		p.touch(input.DispatchTouchEventTypeTouchEnd)
		p.settled()
		require.InDelta(t, drawn-by*125/r.H, value(), 6)
		require.InDelta(t, r.Y, p.rect("[id=n-draw]").Y, 30, "the page holds still")
		r = p.rect("[id=n-draw]")
	}
	drawn := value()
	p.drag(spot{r.X + 40, r.Y + 60}, -60, 20*time.Millisecond)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.settled()
	require.Equal(t, drawn, value())
	require.Less(t, p.rect("[id=n-draw]").Y, r.Y-30)
}
