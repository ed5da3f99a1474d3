//go:build browser

package browser

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/manifest"
	"hardcases/game/pack"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// ferry is a pack that does not come with the game, with a tagline to know it by.
func ferry(t *testing.T, tagline string) []byte {
	t.Helper()
	source, found := author.Load("../author/sample")
	require.Empty(t, found)
	source.Content().Text["en"]["pack.tagline"] = tagline
	b, err := source.Build()
	require.NoError(t, err)
	return b
}

const headline = `document.querySelector('[id="n-title"]').textContent`

func TestPacksOfThisSiteOnly(t *testing.T) {
	b := ferry(t, `<b onclick="alert(1)">Sail?</b>`)
	cut := assets.Pack("elsewhere")[0][:4000]
	address := serveWith(t, func(name string) []byte {
		return map[string][]byte{"ferry": b, "cut": cut}[name]
	}, nil)
	p := open(t, setup{plain: true})
	p.visit(address + "?pack=ferry&lang=en")
	p.playing()
	p.until(headline + `.includes('<b onclick="alert(1)">Sail?</b>')`)
	require.True(t, eval[bool](p, `document.querySelector('[id="n-title"] b') === null`), "text stays text")
	p.hit("fold-packs")
	p.until(`document.querySelector('` + at("packs") + `')`) // the others are on the shelf

	p.visit(address + "?pack=elsewhere")
	p.playing()
	p.until(headline + `.includes("Other layers")`)

	for _, bad := range []string{"cut", "missing"} {
		p.visit(address + "?pack=" + bad)
		p.playing()
		p.until(`document.body.textContent.includes("could not be opened")`)
		require.True(t, p.has("start"), "the game goes on")
	}
	for _, bad := range []string{"..%2F..%2Fx", "https:%2F%2Fexample.org%2Fa", "%00", "a.b", "elsewhere.", strings.Repeat("x", 4000)} {
		p.visit(address + "?pack=" + bad)
		p.playing()
		p.until(`document.body.textContent.includes("could not be opened")`)
		require.True(t, p.has("start"), bad)
		require.Less(t, len(eval[string](p, notice)), 300)
	}
}

// TestPackThatDoesNotCome: a site in trouble, or none, is not said to lack the pack; one
// that answers with its first page in place of what is missing does.
func TestPackThatDoesNotCome(t *testing.T) {
	answers := map[string]http.HandlerFunc{
		"/packs/cut.msgp": func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) },
		"/packs/ill.msgp": func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "ill", http.StatusServiceUnavailable) },
		"/packs/page.msgp": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<!doctype html><title>Hard Cases</title>")
		},
	}
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if answer := answers[r.URL.Path]; answer != nil {
				answer(w, r)
				return
			}
			h.ServeHTTP(w, r)
		})
	})
	p := open(t, setup{plain: true})
	for name, said := range map[string]string{
		"cut": "does not answer", "ill": "does not answer", "page": "did not provide it", "gone": "did not provide it",
	} {
		p.visit(address + "?lang=en&pack=" + name)
		p.playing()
		p.until(notice + `.includes("` + said + `")`)
	}
}

// TestWatchedPackIsRenewedInPlace changes a pack while its first step is on the
// screen.
func TestWatchedPackIsRenewedInPlace(t *testing.T) {
	var now atomic.Pointer[[]byte]
	first, second := ferry(t, "First"), ferry(t, "Second")
	now.Store(&first)
	var fault atomic.Pointer[string]
	fault.Store(new(string))
	address := serveWith(t, func(string) []byte { return *now.Load() }, func() string { return *fault.Load() })
	p := open(t, setup{plain: true})
	p.visit(address + "?pack=ferry&watch=1&lang=en")
	p.playing()
	p.until(headline + ` === "First"`)
	eval[any](p, `document.getElementById("n-start").click()`)
	p.until(`document.querySelector('[id="n-begin"]') !== null`)
	screen := p.screen()
	now.Store(&second)
	one, err := pack.Open(bytes.Clone(second))
	require.NoError(t, err)
	p.until(`Object.keys(localStorage).some((key) => key.startsWith("hardcases.save.ferry@") && atob(localStorage.getItem(key)).includes("` + one.Hash() + `"))`)
	require.Equal(t, screen, p.screen(), "the place is kept")

	wrong := "steps.yaml:12:3 [claim-missing]"
	fault.Store(&wrong)
	p.until(`document.querySelector('[id="n-fault"]')?.textContent.includes("` + wrong + `")`)
	fault.Store(new(string))
	p.until(`!document.querySelector('[id="n-fault"]')`)
	require.Equal(t, screen, p.screen())
}

// TestWatchedPackIsAskedForAgain: a change whose file does not come at once is not
// missed.
func TestWatchedPackIsAskedForAgain(t *testing.T) {
	var now atomic.Pointer[[]byte]
	first, second := ferry(t, "First"), ferry(t, "Second")
	now.Store(&first)
	var failed atomic.Int32
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			b := *now.Load()
			switch r.URL.Path {
			case "/packs/ferry.version":
				_, _ = io.WriteString(w, manifest.Sum(b)+"\n")
			case "/packs/ferry.msgp":
				if bytes.Equal(b, second) && failed.Add(1) == 1 {
					panic(http.ErrAbortHandler)
				}
				_, _ = w.Write(b)
			default:
				h.ServeHTTP(w, r)
			}
		})
	})
	p := open(t, setup{plain: true})
	p.visit(address + "?pack=ferry&watch=1&lang=en")
	p.playing()
	p.until(headline + ` === "First"`)
	now.Store(&second)
	p.until(headline + ` === "Second"`)
	require.Greater(t, failed.Load(), int32(1))
}

// dropFile drags a file from outside over the page and lets it go at a place.
func (p *tab) dropFile(x, y float64, file string) {
	p.t.Helper()
	for _, phase := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		_, err := chromedp.Call(p.ctx, input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: phase, X: x, Y: y, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: 1},
		})
		require.NoError(p.t, err)
	}
}

// TestDroppedPackIsPlayed drops a pack on the page, plays a step of it, and goes
// back to the first pack by the shelf.
func TestDroppedPackIsPlayed(t *testing.T) {
	b := ferry(t, "Dropped from outside")
	file := filepath.Join(t.TempDir(), "ferry.msgp")
	require.NoError(t, os.WriteFile(file, b, 0o644))
	other := filepath.Join(t.TempDir(), "notes.txt")
	require.NoError(t, os.WriteFile(other, []byte("buy bread"), 0o644))
	one, err := pack.Open(bytes.Clone(b))
	require.NoError(t, err)
	card := "pack-" + one.Hash()[:12]

	p := open(t, setup{})
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	require.False(t, p.has(card))
	p.dropFile(700, 400, other)
	p.until(notice)
	require.Contains(t, eval[string](p, notice), "could not be opened")

	p.dropFile(700, 400, file)
	p.until(headline + ` === "Dropped from outside"`)
	p.hit("fold-packs")
	p.until(`document.querySelector('` + at(card) + `')`) // it is on the shelf
	require.Equal(t, "true", eval[string](p, `document.querySelector('`+at(card)+`').getAttribute("aria-current")`))
	words := eval[string](p, `document.querySelector('`+at(card)+`').textContent`)
	for _, said := range append([]string{"The ferry", one.Head().Licence, "EN FR", one.Hash()[:12]}, one.Head().Authors...) {
		require.Contains(t, words, said)
	}

	p.after(func() { p.hit("start") })
	require.Equal(t, "briefing-crossing", p.screen())
	p.after(func() { p.press("\r") })
	p.decideByKeys(1)
	require.Equal(t, "reveal-A1", p.screen())

	p.after(func() { p.hit("bar-home") })
	p.hit("fold-packs")
	p.until(`document.querySelector('` + at("pack-"+shipped(t).Hash()[:12]) + `')`)
	p.hit("pack-" + shipped(t).Hash()[:12])
	p.until(headline + ` !== "Dropped from outside"`)
	require.Equal(t, "home", p.screen())
}
