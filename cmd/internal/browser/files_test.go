//go:build browser

package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// downloads lets the page save files, and gives the folder where they come.
func (p *tab) downloads() string {
	p.t.Helper()
	dir := p.t.TempDir()
	_, err := chromedp.Call(p.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
	})
	require.NoError(p.t, err)
	return dir
}

// saved waits for a file that the page has the browser save.
func (p *tab) saved(path string) []byte {
	p.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if b, err := os.ReadFile(path); err == nil && len(b) > 0 {
			return b
		}
		require.True(p.t, time.Now().Before(deadline), path)
	}
}

// give answers the next question for a file with one.
func (p *tab) give(path string, ask func()) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true})
	require.NoError(p.t, err)
	asked := make(chan *page.EventFileChooserOpened, 1)
	require.NoError(p.t, chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*page.EventFileChooserOpened); ok {
			select {
			case asked <- e:
			default:
			}
		}
	}))
	ask()
	select {
	case e := <-asked:
		_, err = chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, BackendNodeID: e.BackendNodeID})
		require.NoError(p.t, err)
	case <-time.After(patience):
		require.FailNow(p.t, "the page asked for no file")
	}
}

// TestSaveLeavesAndComesBackAsAFile exports a game, forgets it, and imports it
// again; a file that is no save changes nothing.
func TestSaveLeavesAndComesBackAsAFile(t *testing.T) {
	p := open(t, setup{plain: true})
	dir := p.downloads()
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	p.playOneStep()
	p.after(func() { p.hit("bar-settings") })
	p.hit("export")
	b := p.saved(filepath.Join(dir, "hard-cases.save"))
	kept, err := play.ReadJournal(b)
	require.NoError(t, err)
	require.Equal(t, p.journal(), kept)
	p.until(notice)

	eval[bool](p, `(localStorage.clear(), true)`)
	p.reload()
	p.playing()
	require.Equal(t, "home", p.screen())
	p.after(func() { p.hit("bar-settings") })
	bad := filepath.Join(t.TempDir(), "holiday.txt")
	require.NoError(t, os.WriteFile(bad, []byte("Not a save at all."), 0o600))
	before := p.journal()
	p.give(bad, func() { p.hit("import") })
	p.until(notice)
	require.Equal(t, "settings", p.screen())
	require.Equal(t, before, p.journal())

	p.give(filepath.Join(dir, "hard-cases.save"), func() { p.hit("import") })
	p.until(`(` + notice + `).includes("taken")  || document.querySelectorAll('[id="n-notice"]').length > 0 && ` + strconv.Itoa(len(kept.Msgs)) + ` > 0 && localStorage.getItem(` + saveKey + `).length > 200`)
	require.Equal(t, kept, p.journal())
	p.after(func() { p.press("\x1b") })
	p.agrees()
}

// TestShareCard takes the result away as a picture: of the right size, painted
// all over, with the player's colour in it.
func TestShareCard(t *testing.T) {
	p := open(t, setup{})
	address := serveSite(t)
	for _, language := range []string{"en", "fr"} {
		dir := p.downloads()
		p.visit(address + "?lang=" + language)
		p.playing()
		p.follow(played(t, language))
		p.after(func() { p.hit("take-away") })
		p.agrees()
		p.hit("take-card")
		card, err := png.Decode(bytes.NewReader(p.saved(filepath.Join(dir, "hard-cases.png"))))
		require.NoError(t, err)
		require.Equal(t, image.Pt(1200, 630), card.Bounds().Size(), "what others show beside a link")
		require.Greater(t, len(colours(card)), 50, "more than a plain ground")
		p.until(notice)

		eval[bool](p, `(navigator.clipboard.writeText = async (text) => { window.copied = text; }, true)`)
		p.hit("take-text")
		p.until(`window.copied`)
		require.Equal(t, view.ResultText(p.native().Context(), p.native().Session().State()), eval[string](p, `copied`))
	}
}

func colours(m image.Image) map[color.Color]int {
	seen := map[color.Color]int{}
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			seen[m.At(x, y)]++
		}
	}
	return seen
}

// TestPrintedResult prints the result from either view: all of its text is on
// the paper, and nothing that is only for the screen.
func TestPrintedResult(t *testing.T) {
	for _, plain := range []bool{false, true} {
		t.Run(fmt.Sprint("plain ", plain), func(t *testing.T) {
			p := open(t, setup{plain: plain, before: `window.print = () => { window.printed = true; };`})
			p.visit(serveSite(t) + "?lang=en")
			p.playing()
			p.follow(dressed(t, shipped(t), played(t, "en"), plain, play.Dark))
			p.after(func() { p.hit("take-away") })
			p.hit("take-page")
			p.until(`window.printed`)
			eval[bool](p, `window.dispatchEvent(new Event("beforeprint"))`) // as the browser does
			_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
			require.NoError(t, err)
			require.Equal(t, "none", eval[string](p, `getComputedStyle(document.querySelector("canvas") || document.createElement("i")).display || "none"`))
			require.Equal(t, "1", eval[string](p, `getComputedStyle(document.getElementById("screen")).opacity`))
			require.Empty(t, eval[[]string](p, `[...document.querySelectorAll("#screen main p, #screen main h1, #screen main h2, #screen main td, #screen main th")]
				.filter((e) => !e.closest(".dock") && e.textContent && !(e.getClientRects().length && e.checkVisibility({opacityProperty: true})))
				.map((e) => e.id)`), "text that is not printed")
			require.Empty(t, eval[[]string](p, `[...document.querySelectorAll("#screen figure")]
				.filter((f) => [...f.querySelectorAll("svg.chart")].filter((e) => e.checkVisibility()).length > 1).map((f) => f.id)`), "a chart that is printed twice")
			require.Empty(t, eval[[]string](p, `[...document.querySelectorAll("#screen .bar, #screen nav, .skip")].filter((e) => e.checkVisibility()).map((e) => e.id)`), "what is only for the screen")
			paper, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: 8.27, PaperHeight: 11.69, PrintBackground: new(bool)})
			require.NoError(t, err)
			require.Contains(t, []int{1, 2}, pages(paper.Data))
			eval[bool](p, `window.dispatchEvent(new Event("afterprint"))`)
			require.Equal(t, map[bool]string{false: "canvas", true: "plain"}[plain], eval[string](p, `document.documentElement.dataset.view`))
		})
	}
}

// pages counts the pages of a PDF as Chromium writes it.
func pages(pdf []byte) int {
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1))
}

// played is a game played to its results.
func played(t *testing.T, language string) play.Journal {
	t.Helper()
	stops, err := tour.All(shipped(t), language)
	require.NoError(t, err)
	for _, s := range stops {
		if s.Name == "results" {
			return s.Journal
		}
	}
	require.FailNow(t, "the tour has no results")
	return play.Journal{}
}
