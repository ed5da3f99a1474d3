//go:build browser

package browser

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// watching notes when a screen comes, when the focus comes where, and when a key
// is pressed, in milliseconds and in frames of the picture.
const watching = `window.seen = [];
window.note = (what) => seen.push({what, at: performance.now(), frames: window.gate.frames});
document.addEventListener("focusin", (event) => note("focus " + event.target.id));
let screen = "";
new MutationObserver(() => {
	const now = document.getElementById("screen")?.dataset.screen || "";
	if (now === screen) return;
	screen = now;
	note(now.split("-")[0]);
	dispatchEvent(new Event("came"));
}).observe(document, {attributes: true, attributeFilter: ["data-screen"], subtree: true});
`

// waited is how long after something the reveal took the focus, in milliseconds and
// in frames.
func (p *tab) waited(what string) (ms float64, frames int) {
	p.t.Helper()
	p.until(`document.activeElement.id === "n-title" && document.getElementById("screen").dataset.settled === "true"`)
	type note struct {
		At     float64
		Frames int
	}
	notes := eval[[]note](p, `[seen.find((e) => e.what === "`+what+`"), seen.findLast((e) => e.what === "focus n-title")]`)
	return notes[1].At - notes[0].At, notes[1].Frames - notes[0].Frames
}

// TestTheFocusWaitsForTheMoment: the reveal shows itself bit by bit, and takes the
// focus with its last picture.
func TestTheFocusWaitsForTheMoment(t *testing.T) {
	p := open(t, setup{moves: true, before: watching})
	p.visit(serveSite(t))
	p.playing()
	p.playOneStep()
	ms, frames := p.waited("reveal")
	require.Greater(t, ms, 450.0, "half a second for the diamond alone")
	require.Greater(t, frames, 2, "there are pictures between the first and the last")
	time.Sleep(time.Second)
	still := eval[int](p, `gate.frames`)
	time.Sleep(2 * time.Second)
	require.Equal(t, still, eval[int](p, `gate.frames`), "no frame at rest")
}

// TestLessMotionWaitsForNothing: where less motion is asked, the reveal and the
// focus come at once.
func TestLessMotionWaitsForNothing(t *testing.T) {
	p := open(t, setup{before: watching})
	p.visit(serveSite(t))
	p.playing()
	p.playOneStep()
	_, frames := p.waited("reveal")
	require.Zero(t, frames)
}

// TestAKeyEndsTheMoment: the key is for nothing else, and the focus comes after it.
// That it comes without a wait is held where time is counted and not measured:
// TestAnyPressEndsTheMoment in scenes.
func TestAKeyEndsTheMoment(t *testing.T) {
	p := open(t, setup{moves: true, before: watching + `
		addEventListener("came", () => {
			if (screen.startsWith("reveal")) setTimeout(() => {
				note("key");
				document.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
			}, 100);
		});`})
	p.visit(serveSite(t))
	p.playing()
	p.playOneStep()
	p.waited("key")
	require.Contains(t, p.screen(), "reveal-")
	p.after(func() { p.do(chromedp.KeyEvent("\r")) })
	require.Contains(t, p.screen(), "seat-", "the next one goes on")
}

// TestAMomentEndsBehindAnotherTab: a browser draws no frames of a page that nobody
// sees. The focus goes on without them, whether the page goes out of sight before the
// screen comes or while it does.
func TestAMomentEndsBehindAnotherTab(t *testing.T) {
	const away = watching + `
		let away = false;
		let drawn = 0;
		Object.defineProperty(document, "hidden", {get: () => away});
		const draw = window.requestAnimationFrame;
		window.requestAnimationFrame = (callback) => draw((now) => {
			if (away) return;
			drawn++;
			callback(now);
		});
		window.leave = () => {
			away = true;
			drawn = 0;
			note("left");
			document.dispatchEvent(new Event("visibilitychange"));
		};
		addEventListener("came", () => {
			if (screen.startsWith(leaveAt)) setTimeout(leave, 100);
		});`
	for _, at := range []string{"decision", "reveal"} {
		t.Run(at, func(t *testing.T) {
			p := open(t, setup{moves: true, before: `window.leaveAt = "` + at + `";` + away})
			p.visit(serveSite(t))
			p.playing()
			p.playOneStep()
			p.until(`document.activeElement.id === "n-title" && document.getElementById("screen").dataset.screen.startsWith("reveal-")`)
			require.Zero(t, eval[int](p, `drawn`), "nothing is drawn of a page that nobody sees")
		})
	}
}
