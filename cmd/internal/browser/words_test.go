//go:build browser

package browser

import (
	"testing"

	"hardcases/game/play"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestTheWrongWordIsFound points at words of an extract by the mouse and by arrow keys,
// on the canvas and on the plain page: all are one group of native radio buttons, and
// the page says what the saved game says.
func TestTheWrongWordIsFound(t *testing.T) {
	address := serveSite(t)
	for _, view := range []string{"canvas", "plain"} {
		t.Run(view, func(t *testing.T) {
			p := open(t, setup{plain: view == "plain"})
			p.visit(address)
			p.playing()
			s := play.NewSession(shipped(t), 1, "en")
			s.Send(play.Show{Screen: play.Desk})
			s.Send(play.Begin{})
			p.follow(s.Journal())
			p.until(atScreen + ` === "round-r1"`)
			require.Equal(t, "option-f option-g option-a option-e", eval[string](p, `[...document.querySelectorAll("#n-options input[type=radio]")].map(e => e.id.slice(2, -6)).join(" ")`))
			require.Equal(t, float64(1), eval[float64](p, `new Set([...document.querySelectorAll("#n-options input")].map(e => e.name)).size`), "one group")
			require.Equal(t, "pêche à la traîne: fishing with a towed line", eval[string](p, `document.getElementById("n-option-a-input").getAttribute("aria-label")`))
			p.hit("option-g")
			p.until(`document.getElementById("n-option-g-input").checked`)
			require.Equal(t, "g", p.native().State().Draft.Option)
			eval[bool](p, `(document.getElementById("n-option-g-input").focus(), true)`)
			p.do(chromedp.KeyEvent(kb.ArrowRight))
			p.until(`document.getElementById("n-option-a-input").checked && document.activeElement.id === "n-option-a-input"`)
			require.Equal(t, "a", p.native().State().Draft.Option)
			p.agrees()
			p.hit("commit")
			p.until(atScreen + ` === "judged-r1"`)
			require.Equal(t, "Right.", eval[string](p, `document.getElementById("n-title").textContent`))
			require.Equal(t, "pêche à la traîne", eval[string](p, `document.querySelector("#n-extract-text strong").textContent`))
			p.agrees()
		})
	}
}
