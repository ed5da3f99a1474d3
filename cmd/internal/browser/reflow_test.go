//go:build browser

package browser

import (
	"slices"
	"testing"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"

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
			p := open(t, setup{width: 320, height: 256, plain: plain})
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
			p := open(t, setup{plain: plain})
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

// TestHeadlinesKeepWordsWhole shows French screens on a phone, whose headlines have words
// with a hyphen: none is parted. At 400 % with letters of twice the size they are, where
// the headline were else wider than its window.
func TestHeadlinesKeepWordsWhole(t *testing.T) {
	p := open(t, setup{width: 390, height: 844, languages: "fr"})
	p.visit(serveSite(t) + "?lang=fr")
	p.playing()
	stops, err := tour.All(shipped(t), "fr")
	require.NoError(t, err)
	words := 0
	seen := map[string]bool{}
	for _, stop := range stops {
		root := view.Screen(view.NewContext(shipped(t), packs.Words(t), "fr"), stop.State)
		title := view.Headline(&root)
		if len(view.Whole(title)) == 1 || seen[title] || len(seen) == 12 {
			continue
		}
		seen[title] = true
		s, _ := play.Restore(shipped(t), dressed(t, shipped(t), stop.Journal, true, play.Light))
		p.size(390, 844, 1)
		p.follow(s.Journal())
		p.left()
		const whole = `[...document.querySelectorAll("#n-title .whole")]`
		words += eval[int](p, whole+`.length`)
		require.Empty(t, eval[[]string](p, whole+`.filter((e) => e.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(e).lineHeight)).map((e) => e.textContent)`), stop.Name)
		s.Send(play.SetTextSize{Percent: 200})
		p.size(320, 256, 1)
		p.follow(s.Journal())
		p.left()
		require.Empty(t, eval[[]string](p, `[...document.querySelectorAll("#n-title, #n-title *")].filter((e) => e.getBoundingClientRect().right > innerWidth).map((e) => e.textContent)`), stop.Name)
	}
	require.GreaterOrEqual(t, words, 12)
}
