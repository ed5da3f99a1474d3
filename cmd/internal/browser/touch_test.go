//go:build browser

package browser

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// touched opens the game on a phone, which is touched.
func touched(t *testing.T, s setup) *tab {
	t.Helper()
	s.width, s.height = 390, 844
	p := open(t, s)
	_, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 5})
	require.NoError(t, err)
	p.hold(390, 844)
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	return p
}

// phone opens the game on a phone, at its first decision.
func phone(t *testing.T) *tab {
	t.Helper()
	p := touched(t, setup{moves: true})
	for range 3 { // home, briefing, the seat
		p.after(func() { p.tap(p.middle("[id=n-dock] button, [id=n-start]")) })
	}
	require.Equal(t, "decision-A2", p.screen())
	p.settled()
	return p
}

// hold turns the phone.
func (p *tab) hold(width, height int) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: 2, Mobile: true,
	})
	require.NoError(p.t, err)
}

// spot is a place in the window, in CSS pixels.
type spot struct{ x, y float64 }

func (s spot) down(by float64) spot { return spot{s.x, s.y + by} }

// middle is the middle of an element, as it lies on the screen now.
func (p *tab) middle(selector string) spot {
	p.t.Helper()
	p.settled()
	r := p.rect(selector)
	return spot{r.X + r.W/2, r.Y + r.H/2}
}

// settled waits until the elements lie where the picture has them, and nothing
// moves.
func (p *tab) settled() {
	p.t.Helper()
	p.until(`document.getElementById("screen").dataset.settled === "true"`)
	for frames := -1; ; time.Sleep(100 * time.Millisecond) {
		now := eval[int](p, `gate.frames`)
		if now == frames {
			return
		}
		frames = now
	}
}

func (p *tab) touch(kind input.DispatchTouchEventType, at ...spot) {
	p.t.Helper()
	points := []*input.TouchPoint{}
	for _, s := range at {
		points = append(points, &input.TouchPoint{X: s.x, Y: s.y})
	}
	_, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
	require.NoError(p.t, err)
}

// tap touches for no time at all.
func (p *tab) tap(at spot) {
	p.t.Helper()
	p.touch(input.DispatchTouchEventTypeTouchStart, at)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
}

// drag moves a finger by so many CSS pixels in ten moves, and leaves it there.
func (p *tab) drag(from spot, by float64, pause time.Duration) {
	p.t.Helper()
	p.touch(input.DispatchTouchEventTypeTouchStart, from)
	for i := range 10 {
		p.touch(input.DispatchTouchEventTypeTouchMove, from.down(by*float64(i+1)/10))
		time.Sleep(pause)
	}
}

// option is the place of the first option, brought into view by dragging.
func (p *tab) option() spot {
	p.t.Helper()
	return p.reached(at(p.radios("options")[0]))
}

// reached is the place of an element, brought into view by dragging.
func (p *tab) reached(selector string) spot {
	p.t.Helper()
	for range 20 {
		s := p.middle(selector)
		if s.y > 100 && s.y < 600 {
			return s
		}
		from := spot{195, 400}
		p.drag(from, max(-250, min(250, 350-s.y)), 20*time.Millisecond)
		time.Sleep(150 * time.Millisecond) // rests before it lets go: no fling
		p.touch(input.DispatchTouchEventTypeTouchEnd)
	}
	require.FailNow(p.t, "it cannot be reached by dragging", selector)
	return spot{}
}

func TestTouch(t *testing.T) {
	p := phone(t)
	p.flings()
	first := at(p.radios("options")[0])

	// A drag that begins on an option scrolls and chooses nothing.
	from := p.option()
	p.drag(from, -180, 20*time.Millisecond)
	time.Sleep(150 * time.Millisecond)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	now := p.middle(first)
	require.InDelta(t, from.y-180, now.y, 25, "the page follows the finger")
	require.Empty(t, p.checked())

	// A finger that the system takes away chooses nothing.
	p.touch(input.DispatchTouchEventTypeTouchStart, p.option())
	p.touch(input.DispatchTouchEventTypeTouchCancel)
	p.settled()
	require.Empty(t, p.checked())

	// Nor does a second finger: that is a pinch.
	from = p.option()
	p.touch(input.DispatchTouchEventTypeTouchStart, from)
	p.touch(input.DispatchTouchEventTypeTouchStart, from, from.down(120))
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.settled()
	require.Empty(t, p.checked())

	// A tap does, even one of no time at all.
	p.tap(p.option())
	p.until(`document.querySelector('` + first + ` input').checked`)

	// Turning the phone loses nothing.
	p.hold(844, 390)
	p.until(`document.querySelector('` + first + `').getBoundingClientRect().right > 390`)
	p.settled()
	require.Equal(t, "decision-A2", p.screen())
	require.Equal(t, []string{"n-" + p.radios("options")[0] + "-input"}, p.checked())
	require.LessOrEqual(t, p.rect(first).X+p.rect(first).W, 844.0)
	p.hold(390, 844)
	p.until(`document.querySelector('` + first + `').getBoundingClientRect().right <= 390`)
	p.settled()

	// A long press is a press: no menu, no selection, nothing twice.
	second := at(p.radios("options")[1])
	p.drag(spot{195, 300}, min(0, 400-p.middle(second).y), 20*time.Millisecond)
	time.Sleep(150 * time.Millisecond)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.touch(input.DispatchTouchEventTypeTouchStart, p.middle(second))
	time.Sleep(900 * time.Millisecond)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.until(`document.querySelector('` + second + ` input').checked`)
	require.Empty(t, eval[string](p, `String(getSelection())`))
	require.Equal(t, "decision-A2", p.screen())
}

// throw drags a finger by so many CSS pixels and lets go while it moves. The
// page does it itself: by way of the debugger the finger could rest too long
// before it is gone.
func (p *tab) throw(from spot, by float64) {
	p.t.Helper()
	script := fmt.Sprintf(`(async () => {
		const canvas = document.querySelector("canvas");
		canvas.setPointerCapture = () => {}; // knows none of this finger
		const finger = (type, y) => canvas.dispatchEvent(new PointerEvent(type,
			{pointerId: 7, pointerType: "touch", isPrimary: true, button: 0, clientX: %v, clientY: y, bubbles: true, cancelable: true}));
		finger("pointerdown", %[2]v);
		for (let i = 1; i <= 10; i++) {
			await new Promise((done) => setTimeout(done, 8));
			finger("pointermove", %[2]v + %[3]v * i / 10);
		}
		finger("pointerup", %[2]v + %[3]v);
		delete canvas.setPointerCapture;
		return true;
	})()`, from.x, from.y, by)
	_, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise))
	require.NoError(p.t, err)
}

// flings throws the page: it goes on by itself, and a finger on it stops it without
// choosing.
func (p *tab) flings() {
	p.t.Helper()
	first := at(p.radios("options")[0])
	place := func() float64 { return p.rect(first).Y }
	p.settled()
	start := place()
	p.throw(spot{195, 700}, -200)
	p.until(fmt.Sprintf(`document.querySelector('%s').getBoundingClientRect().y < %v`, first, start-200-50)) // on, after the finger has left
	p.settled()
	require.Empty(p.t, p.checked())

	p.throw(spot{195, 300}, 200)
	p.touch(input.DispatchTouchEventTypeTouchStart, spot{195, 420})
	p.settled()
	caught := place()
	time.Sleep(300 * time.Millisecond)
	require.InDelta(p.t, caught, place(), 1, "a finger holds it")
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.settled()
	require.Empty(p.t, p.checked(), "catching a page is no choice")
}

// TestAChoiceMovesNothingOnAPhone chooses on a phone, in either view: nothing that can be
// chosen moves away from the rest, whatever a reason means and whatever docks, and each
// bet has its words beside its letter.
func TestAChoiceMovesNothingOnAPhone(t *testing.T) {
	for name, plain := range map[string]bool{"picture": false, "plain": true} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{width: 390, height: 844, plain: plain})
			p.visit(serveSite(t) + "?lang=en&case=y2019")
			p.playing()
			p.hit("begin")
			p.until(`document.getElementById("screen").dataset.screen === "decision-B1"`)
			p.left()
			p.until(`document.getElementById("screen").dataset.settled === "true" && document.getElementById("n-bets").getBoundingClientRect().height > 150`)
			const places = `JSON.stringify(["known", "options", "reasons", "bets", "stakes"].map((id) => {
				const from = document.getElementById("n-title").getBoundingClientRect().top;
				return Math.round(document.getElementById("n-" + id).getBoundingClientRect().top - from);
			}))`
			before := eval[string](p, places)
			for _, id := range append(append(p.radios("options")[:1], p.radios("reasons")...), p.radios("bets")[1]) {
				p.hit(id)
				p.until(`document.getElementById("n-` + id + `-input").checked`)
				p.left()
				p.until(`document.getElementById("screen").dataset.settled === "true"`)
				require.Equal(t, before, eval[string](p, places), id)
			}
			require.Contains(t, eval[string](p, `document.getElementById("n-bets").textContent`), "under review")
		})
	}
}
