//go:build browser

package browser

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/serve"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// serveThrough serves the built site through a handler that can hold up or
// spoil what it likes.
func serveThrough(t *testing.T, wrap func(http.Handler) http.Handler) string {
	t.Helper()
	site, err := whole(t.Context())
	require.NoError(t, err)
	server := httptest.NewServer(wrap(serve.Handler(site)))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

func isGame(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, ".wasm") }

// slow sends what is written to it in small pieces, with a pause after each.
type slow struct {
	http.ResponseWriter
	pause time.Duration
}

func (s slow) Write(b []byte) (int, error) {
	for n := 0; n < len(b); {
		end := min(n+64<<10, len(b))
		m, err := s.ResponseWriter.Write(b[n:end])
		n += m
		if err != nil {
			return n, err
		}
		s.ResponseWriter.(http.Flusher).Flush()
		time.Sleep(s.pause)
	}
	return len(b), nil
}

// visibleText is all text that is drawn on the page.
const visibleText = `document.body.innerText`

func TestTextAndProgressComeBeforeTheGame(t *testing.T) {
	let := make(chan struct{})
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if isGame(r) {
				select {
				case <-let:
				case <-r.Context().Done():
				}
				w = slow{w, 40 * time.Millisecond}
			}
			h.ServeHTTP(w, r)
		})
	})
	p := open(t, setup{relayed: true})
	p.visit(address)
	p.until(`performance.getEntriesByType("resource").some((e) => e.name.includes("/boot."))`)
	require.Equal(t, "loading", eval[string](p, `document.documentElement.dataset.state`))
	text := eval[string](p, visibleText)
	require.Contains(t, text, "You run the network.")
	require.Contains(t, text, "Three times, a company")
	require.Contains(t, text, "harassment, extremist violence")
	require.Contains(t, text, "Loading the game")
	require.NotContains(t, text, "Vous dirigez")
	close(let)

	values := map[float64]bool{}
	total := eval[float64](p, `document.querySelector("#boot [lang=en] progress").max`)
	require.Greater(t, total, 5e6)
	for eval[string](p, `document.documentElement.dataset.state`) == "loading" {
		v := eval[float64](p, `document.querySelector("#boot [lang=en] progress").value`)
		require.LessOrEqual(t, v, total)
		values[v] = true
		time.Sleep(50 * time.Millisecond)
	}
	require.Greater(t, len(values), 5, "the bar moves with the bytes")
	p.onPage()
	require.Equal(t, total, eval[float64](p, `document.querySelector("#boot [lang=en] progress").value`))
}

// halting is an answer whose page halts before its first text.
type halting struct{ http.ResponseWriter }

// Write implements io.Writer.
func (h halting) Write(b []byte) (int, error) {
	head, _, ok := bytes.Cut(b, []byte("<section"))
	if !ok {
		return h.ResponseWriter.Write(b)
	}
	n, err := h.ResponseWriter.Write(head)
	if err != nil {
		return n, err
	}
	if err := http.NewResponseController(h.ResponseWriter).Flush(); err != nil {
		return n, err
	}
	time.Sleep(500 * time.Millisecond)
	m, err := h.ResponseWriter.Write(b[n:])
	return n + m, err
}

// TestFirstPaintHasTheText: no empty page is painted before it, however slowly
// the page comes.
func TestFirstPaintHasTheText(t *testing.T) {
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" {
				r.Header.Del("Accept-Encoding")
				w = halting{w}
			}
			h.ServeHTTP(w, r)
		})
	})
	p := open(t, setup{})
	p.visit(address)
	p.until(`performance.getEntriesByType("paint").length === 2`)
	paints := eval[[]float64](p, `performance.getEntriesByType("paint").map((e) => e.startTime)`)
	require.Greater(t, paints[0], 500.0)
	require.Equal(t, paints[0], paints[1], "the first paint and the first text")
}

// TestFailedDownloadCanBeTriedAgain: whichever file of the game does not come.
func TestFailedDownloadCanBeTriedAgain(t *testing.T) {
	p := open(t, setup{plain: true})
	for _, name := range []string{"page.", "style.", "boot.", "wasm_exec.", "strings.", "elsewhere."} {
		var failing atomic.Bool
		failing.Store(true)
		p.visit(serveThrough(t, func(h http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.HasPrefix(r.URL.Path, "/"+name) && failing.Load() {
					http.Error(w, "broken", http.StatusBadGateway)
					return
				}
				h.ServeHTTP(w, r)
			})
		}))
		p.until(`document.documentElement.dataset.state === "failed"`)
		require.Contains(t, eval[string](p, visibleText), "The site sent an error instead of the game.", name)
		failing.Store(false)
		p.clickOn(`#boot [lang=en] [data-on=failed] .reload`)
		p.playing()
		require.Equal(t, 1, eval[int](p, `document.querySelectorAll("link[rel=stylesheet]").length`), name)
	}
}

func TestWithoutJavaScriptBothLanguagesAreThere(t *testing.T) {
	p := open(t, setup{})
	_, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	require.NoError(t, err)
	p.visit(serveSite(t))
	p.until(`document.readyState === "complete"`) // what is shown hangs on the style sheet
	text := eval[string](p, visibleText)
	for _, want := range []string{"You run the network.", "This game needs JavaScript", "Vous dirigez le réseau.", "Ce jeu a besoin de JavaScript"} {
		require.Contains(t, text, want)
	}
	require.NotContains(t, text, "Loading the game")
	for _, address := range p.asked() {
		require.False(t, strings.HasSuffix(address, ".js"), address)
	}
}

func TestWithoutWebAssembly(t *testing.T) {
	p := open(t, setup{before: `delete window.WebAssembly`})
	p.visit(serveSite(t) + "?lang=fr")
	p.until(`document.documentElement.dataset.state === "nowasm"`)
	require.Contains(t, eval[string](p, visibleText), "Ce navigateur est trop ancien")
}

func TestLanguageOfThePage(t *testing.T) {
	address := serveSite(t)
	for name, test := range map[string]struct{ browser, query, want string }{
		"asked for":               {"en-GB", "?lang=fr", "fr"},
		"the browser's":           {"fr-CA", "", "fr"},
		"the browser's second":    {"de,fr", "", "fr"},
		"none that there is":      {"de", "", "en"},
		"asked for what is not":   {"fr", "?lang=xx", "fr"},
		"asked for with a region": {"en", "?lang=fr-CH", "fr"},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{languages: test.browser, plain: true})
			p.visit(address + test.query)
			p.playing()
			require.Equal(t, test.want, eval[string](p, `document.documentElement.lang`))
			require.Equal(t, test.want == "fr", strings.Contains(eval[string](p, visibleText), "Vous dirigez"))
		})
	}
}

// TestNothingComesFromElsewhere also plays a little, since the game itself
// could ask for things.
func TestNothingComesFromElsewhere(t *testing.T) {
	address := serveSite(t)
	p := open(t, setup{relayed: true, before: `
		window.violations = [];
		document.addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + " " + e.blockedURI))`})
	p.visit(address)
	p.playing()
	p.press("\r")
	p.until(`document.getElementById("screen").dataset.screen.startsWith("briefing")`)
	site, err := url.Parse(address)
	require.NoError(t, err)
	for _, asked := range p.asked() {
		u, err := url.Parse(asked)
		require.NoError(t, err)
		require.True(t, u.Scheme == "data" || u.Host == site.Host, asked)
	}
	require.Empty(t, eval[[]string](p, `violations`))
	require.Empty(t, p.said())
	require.Empty(t, eval[string](p, `document.cookie`))
}

func TestSecondVisitNeedsNoNetwork(t *testing.T) {
	var bytes atomic.Int64
	var down atomic.Bool
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if down.Load() {
				panic(http.ErrAbortHandler)
			}
			h.ServeHTTP(counting{w, &bytes}, r)
		})
	})
	p := open(t, setup{plain: true})
	p.visit(address)
	p.playing()
	p.until(`navigator.serviceWorker.getRegistration().then((r) => window.active = Boolean(r && r.active)) && window.active`)
	first := bytes.Swap(0)
	require.Greater(t, first, int64(1<<20))

	p.visit(address)
	p.playing()
	require.Less(t, bytes.Load(), int64(10<<10), "the second visit brings the game again")

	down.Store(true)
	p.visit(address)
	p.playing()
}

// counting counts the bytes that are sent.
type counting struct {
	http.ResponseWriter
	bytes *atomic.Int64
}

func (c counting) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.bytes.Add(int64(n))
	return n, err
}
