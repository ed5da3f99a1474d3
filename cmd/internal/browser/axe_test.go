//go:build browser

package browser

import (
	"encoding/base64"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"hardcases/game/keep"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/wasm/store"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// every makes axe-core look at every screen, not only at those that have
// something new.
var every = flag.Bool("every", false, "every way is played, and axe-core looks at every screen (takes far longer)")

// axeFile is where `npm ci` puts axe-core.
const axeFile = "testdata/axe/node_modules/axe-core/axe.min.js"

// axeRules asks for WCAG 2.2 A and AA and for what axe-core calls best practice.
// The size of targets is tested by axe-core only where it is asked for.
const axeRules = `runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
	rules: {"target-size": {enabled: true}}`

const axeRun = `axe.run(document, {%s, resultTypes: ["violations"]}).then((found) => found.violations.flatMap((v) => v.nodes.map(
	(n) => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " "))))`

// openForAxe opens the game with axe-core in the page.
func openForAxe(t *testing.T, language string, plain bool) *tab {
	t.Helper()
	script, err := os.ReadFile(axeFile)
	require.NoError(t, err, "axe-core is missing; `go run ./cmd/check --only set-up` fetches it")
	p := open(t, setup{limit: time.Hour, before: string(script), plain: plain})
	p.visit(serveSite(t) + "?lang=" + language)
	p.playing()
	return p
}

// violations lists what axe-core finds wrong with the page as it is now.
func (p *tab) violations() []string {
	p.t.Helper()
	found, err := chromedp.Run(p.ctx, chromedp.Evaluate[[]string](fmt.Sprintf(axeRun, axeRules), chromedp.EvalAwaitPromise))
	require.NoError(p.t, err)
	return found
}

// follow makes the page go on with a game, as when another tab has opened it
// from a file and put the one before it aside. A lesson has a save of its own,
// to which a page does not change by itself: it is loaded again.
func (p *tab) follow(j play.Journal) {
	p.t.Helper()
	b, err := j.Bytes()
	require.NoError(p.t, err)
	s, _ := play.Restore(shipped(p.t), j)
	slot := "cloudflare"
	if s.State().InLesson() {
		slot = keep.Lesson(slot)
	}
	front := base64.StdEncoding.EncodeToString([]byte(slot))
	again := eval[bool](p, `(() => {
		const key = "`+store.Key(slot)+`", front = "`+store.Key(keep.FrontName)+`";
		const before = localStorage.getItem(key), again = sessionStorage.getItem(front) !== "`+front+`";
		if (before) localStorage.setItem(key + ".before-1", before);
		localStorage.setItem(key, "`+base64.StdEncoding.EncodeToString(b)+`");
		localStorage.setItem(front, "`+front+`");
		sessionStorage.setItem(front, "`+front+`");
		if (again) return true;
		const has = document.hasFocus;
		document.hasFocus = () => false; // a page in use is not followed
		window.dispatchEvent(new StorageEvent("storage", {key}));
		document.hasFocus = has;
		return false;
	})()`)
	if again {
		p.reload()
		if s.State().Prefs.Picture == play.NeverPicture {
			p.onPage()
		} else {
			p.playing()
		}
	}
	p.until(`document.getElementById("screen").dataset.settled === "true"`)
}

// dressed gives the journal of a game that is shown in a theme, as the plain
// page or not.
func dressed(t *testing.T, p *pack.Pack, j play.Journal, plain bool, theme play.Theme) play.Journal {
	t.Helper()
	s, report := play.Restore(p, j)
	require.Empty(t, report.Notice())
	s.Send(play.SetPicture{When: map[bool]play.Picture{true: play.NeverPicture, false: play.AutoPicture}[plain]})
	s.Send(play.SetTheme{Theme: theme})
	return s.Journal()
}

// parts lists what a screen is built of, without its texts: each kind of node
// with the kind of node that it lies in.
func parts(root *view.Node) []string {
	var all []string
	var walk func(within string, n *view.Node)
	walk = func(within string, n *view.Node) {
		here := fmt.Sprint(n.Role, " ", n.Look, " ", n.Level, n.Checked, n.Disabled, n.Current, n.Lang != "", n.Mark != "", n.On != nil)
		if n.Chart != nil {
			here += " " + string(n.Chart.Kind)
		}
		all = append(all, within+" > "+here)
		for i := range n.Children {
			walk(here, &n.Children[i])
		}
	}
	walk("", root)
	return all
}

// sights are the screens of a tour that have a part, or a place in the game,
// that none before them has; or all.
func sights(t *testing.T, game *pack.Pack, language string) []tour.Stop {
	t.Helper()
	words := packs.Words(t)
	stops, err := tour.All(game, language)
	require.NoError(t, err)
	known := map[string]bool{}
	return slices.DeleteFunc(stops, func(stop tour.Stop) bool {
		root := view.Screen(view.NewContext(game, words, language), stop.State)
		old := !*every
		for _, part := range append(parts(&root), string(stop.State.Screen)) {
			old = old && known[part]
			known[part] = true
		}
		return old
	})
}

// TestAxeFindsNothing shows the screens of the tour to axe-core: as the plain
// page in each theme, and as the page over the canvas, which has no colours. The
// colours are those of the English page in French, too: there each screen has one theme,
// and without -every only one in three is looked at, as its parts are the English ones.
func TestAxeFindsNothing(t *testing.T) {
	themes := []play.Theme{play.Light, play.Dark, play.Contrast}
	for _, language := range []string{"en", "fr"} {
		for name, plain := range map[string]bool{"plain page": true, "canvas": false} {
			t.Run(language+", "+name, func(t *testing.T) {
				p, game := openForAxe(t, language, plain), shipped(t)
				stops := sights(t, game, language)
				for i, stop := range stops {
					if !*every && language != "en" && i/len(themes)%3 != 0 { // the themes go by turns
						continue
					}
					for n, theme := range themes {
						if !*every && (!plain || language != "en") && n != i%len(themes) {
							continue
						}
						p.follow(dressed(t, game, stop.Journal, plain, theme))
						assert.Empty(t, p.violations(), fmt.Sprint(stop.Name, ", ", theme))
					}
				}
				t.Log(len(stops), "screens")
				require.Empty(t, p.said())
			})
		}
	}
}

// TestAxeFindsFaults holds that axe-core is at work: with a fault in the page it
// says so.
func TestAxeFindsFaults(t *testing.T) {
	for fault, script := range map[string]string{
		"button-name":    `(e => (e.removeAttribute("aria-label"), e.replaceChildren()))(document.querySelector("#screen button"))`,
		"color-contrast": `document.querySelector("#screen h1").style.color = "#eee"`,
		"heading-order":  `document.querySelector("#screen h1").insertAdjacentHTML("afterend", "<h4>Too deep</h4>")`,
	} {
		t.Run(fault, func(t *testing.T) {
			p := openForAxe(t, "en", true)
			p.follow(dressed(t, shipped(t), play.NewSession(shipped(t), 1, "en").Journal(), true, play.Light))
			require.Empty(t, p.violations())
			eval[bool](p, `(`+script+`, true)`)
			require.Contains(t, strings.Join(p.violations(), "\n"), fault+":")
		})
	}
}
