//go:build browser

package browser

import (
	"slices"
	"testing"

	"hardcases/game/play"
	"hardcases/game/tour"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kinds gives a screen of each of these kinds, with what follows from a choice on it.
func kinds(t *testing.T) []tour.Stop {
	t.Helper()
	stops, err := tour.All(shipped(t), "en")
	require.NoError(t, err)
	left := []play.Screen{play.Home, play.Deciding, play.Reveal, play.Debrief, play.Results, play.Settings}
	return slices.DeleteFunc(stops, func(s tour.Stop) bool {
		i := slices.Index(left, s.State.Screen)
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
		return i < 0
	})
}

// clipped lists what is cut off, and what reaches beyond the page to the side where
// nothing lets it be brought into view. What is only for the ear is left out.
const clipped = `[...document.querySelectorAll("#screen *")].filter((e) => {
	const r = e.getBoundingClientRect(), s = getComputedStyle(e);
	if (!r.width || r.width <= 1 || e.closest("svg") || e.matches("input")) return false;
	const cut = s.overflow === "hidden" && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
	let over = r.right > innerWidth + 1;
	for (let up = e; over && up; up = up.parentElement) over = !/auto|scroll/.test(getComputedStyle(up).overflowX);
	return cut || over;
}).map((e) => e.id || e.tagName + " " + e.textContent.slice(0, 30))`

// TestReflow demands that a page of 320 by 256, which is 1280 by 1024 at 400 %, is
// not wider than its window in either view: WCAG 1.4.10. On the plain page nothing
// is cut off there even with all the space between lines, words and letters that
// 1.4.12 names, nor is it in a wide window.
func TestReflow(t *testing.T) {
	for name, plain := range map[string]bool{"picture": false, "plain": true} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{width: 320, height: 256})
			p.visit(serveSite(t) + "?lang=en")
			p.playing()
			for _, stop := range kinds(t) {
				p.follow(dressed(t, shipped(t), stop.Journal, plain, play.Light))
				p.left()
				assert.LessOrEqual(t, eval[int](p, `document.documentElement.scrollWidth`), 320, stop.Name)
				if !plain {
					continue
				}
				assert.Empty(t, eval[[]string](p, clipped), stop.Name)
				eval[bool](p, `(() => {
					const wide = new CSSStyleSheet();
					wide.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
					document.adoptedStyleSheets = [wide];
					return true;
				})()`)
				for _, width := range []int{320, 1280} {
					p.size(width, 800, 1)
					assert.Empty(t, eval[[]string](p, clipped), "%s, with space, %d wide", stop.Name, width)
					assert.LessOrEqual(t, eval[int](p, `document.documentElement.scrollWidth`), width, stop.Name)
				}
				eval[bool](p, `(document.adoptedStyleSheets = [], true)`)
				p.size(320, 256, 1)
			}
		})
	}
}

// TestFocusIsNotObscured goes through the controls of screens by Tab, in either view,
// in a window and at 400 %: none that has the focus lies behind the header, the dock,
// or out of sight. WCAG 2.4.11.
func TestFocusIsNotObscured(t *testing.T) {
	for name, plain := range map[string]bool{"picture": false, "plain": true} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{})
			p.visit(serveSite(t) + "?lang=en")
			p.playing()
			for _, stop := range kinds(t) {
				p.follow(dressed(t, shipped(t), stop.Journal, plain, play.Light))
				p.left()
				for _, size := range [][2]int{{1280, 720}, {320, 256}} {
					p.size(size[0], size[1], 1)
					eval[bool](p, `(document.getElementById("n-title").focus(), true)`)
					for range 12 {
						p.press("\t")
						p.until(`document.getElementById("screen").dataset.settled === "true"`)
						if eval[bool](p, `document.activeElement.matches("body, .skip")`) {
							break // the last one is behind us
						}
						p.inSight()
					}
				}
			}
		})
	}
}
