//go:build browser

package browser

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"hardcases/assets"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// spoken finds the language of a file that holds what the game says.
var spoken = regexp.MustCompile(`^/[a-z]+\.([a-z]{2})\.[0-9a-f]{12}\.msgp$`)

// wire is the way to the site, which can be cut, and notes what goes over it.
type wire struct {
	mu       sync.Mutex
	down     bool
	noWorker bool     // the site has no service worker
	files    []string // of a language, as they were asked for
}

func (n *wire) cut(yes bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.down = yes
}

// languages lists the languages of the files that were asked for since the last
// call, each once for each file.
func (n *wire) languages() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	var found []string
	for _, f := range n.files {
		found = append(found, spoken.FindStringSubmatch(f)[1])
	}
	n.files = nil
	slices.Sort(found)
	return found
}

func (n *wire) wrap(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.mu.Lock()
		down, hidden := n.down, n.noWorker && r.URL.Path == "/worker.js"
		if spoken.MatchString(r.URL.Path) && !down {
			n.files = append(n.files, r.URL.Path)
		}
		n.mu.Unlock()
		switch {
		case down:
			panic(http.ErrAbortHandler)
		case hidden:
			http.NotFound(w, r)
		default:
			h.ServeHTTP(w, r)
		}
	})
}

// filesOf is what a language comes in, as languages lists it.
func filesOf(language string) []string {
	return slices.Repeat([]string{language}, 1+len(assets.Packs()))
}

// forgetful has the browser ask for every file, each time.
func (p *tab) forgetful() {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	require.NoError(p.t, err)
}

// TestFirstVisitFetchesOneLanguage: that of the address, of the last visit, of the
// browser; and the other when it is asked for.
func TestFirstVisitFetchesOneLanguage(t *testing.T) {
	n := &wire{noWorker: true}
	address := serveThrough(t, n.wrap)
	p := open(t, setup{languages: "fr-CA", plain: true})
	p.forgetful()
	p.visit(address)
	p.playing()
	require.Equal(t, filesOf("fr"), n.languages())
	p.playOneStep()
	p.hit("bar-settings")
	p.until(atScreen + ` === "settings"`)
	require.Empty(t, n.languages())
	p.hit("language-en")
	p.until(`document.documentElement.lang === "en"`)
	require.Equal(t, filesOf("en"), n.languages())
	require.Equal(t, "settings", p.screen())
	p.agrees()
	p.hit("language-fr")
	p.until(`document.documentElement.lang === "fr"`)
	p.hit("language-en")
	p.until(`document.documentElement.lang === "en"`)
	require.Empty(t, n.languages(), "both are here")

	p.reload()
	p.playing()
	require.Equal(t, "en", eval[string](p, `document.documentElement.lang`))
	require.Equal(t, filesOf("en"), n.languages(), "as it was chosen")

	p.visit(address + "?lang=fr")
	p.playing()
	require.Equal(t, "fr", eval[string](p, `document.documentElement.lang`))
	require.Equal(t, filesOf("fr"), n.languages(), "as the address asks")
	p.agrees()
}

// TestLanguageWithoutANetwork: what cannot be had is told in the language that is
// here, and the game goes on; once the network is back it can be had.
func TestLanguageWithoutANetwork(t *testing.T) {
	n := &wire{noWorker: true}
	p := open(t, setup{plain: true})
	p.visit(serveThrough(t, n.wrap))
	p.playing()
	p.playOneStep()
	reveal, before := p.screen(), p.journal()
	n.cut(true)
	p.hit("bar-language")
	p.until(`(` + notice + `).includes("Français could not be fetched")`)
	require.Equal(t, "en", eval[string](p, `document.documentElement.lang`))
	require.Equal(t, reveal, p.screen())
	require.Equal(t, before, p.journal(), "nothing was done")
	p.after(func() { p.press("l") })
	n.cut(false)
	p.ready()
	p.hit("bar-language")
	p.until(`document.documentElement.lang === "fr"`)
	require.Empty(t, eval[string](p, notice))
	p.agrees()
}

// TestEveryLanguageIsKept: once the browser has the game in its own store, any
// language can be had without a network, in the page that is there and later.
func TestEveryLanguageIsKept(t *testing.T) {
	n := &wire{}
	p := open(t, setup{plain: true})
	p.visit(serveThrough(t, n.wrap))
	p.playing()
	p.until(`navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === "activated"`)
	n.cut(true)
	p.after(func() { p.press("\r") })
	p.hit("bar-language")
	p.until(`document.documentElement.lang === "fr"`)
	p.agrees()
	p.reload()
	p.playing()
	require.Equal(t, "fr", eval[string](p, `document.documentElement.lang`))
	p.hit("bar-language")
	p.until(`document.documentElement.lang === "en"`)
	p.agrees()
}

// TestGameInAnotherLanguage: a game that was kept in a language that the page did
// not begin with is shown in its own as soon as that is here.
func TestGameInAnotherLanguage(t *testing.T) {
	n := &wire{noWorker: true}
	address := serveThrough(t, n.wrap)
	p := open(t, setup{plain: true})
	p.forgetful()
	p.visit(address + "?lang=fr")
	p.playing()
	p.after(func() { p.press("\r") })
	require.Equal(t, filesOf("fr"), n.languages())
	eval[any](p, `localStorage.removeItem("hardcases.look")`)
	p.visit(address)
	p.playing()
	p.until(`document.documentElement.lang === "fr"`)
	require.Equal(t, append(filesOf("en"), filesOf("fr")...), n.languages())
	p.agrees()
}

// TestLanguageOfAnAuthorsPack: the pack brings its own words, the interface's are
// fetched.
func TestLanguageOfAnAuthorsPack(t *testing.T) {
	b := ferry(t, "Sail?")
	address := serveWith(t, func(name string) []byte {
		if name == "ferry" {
			return b
		}
		return nil
	}, nil)
	p := open(t, setup{plain: true})
	p.visit(address + "?pack=ferry&lang=en")
	p.playing()
	p.until(headline + ` === "Sail?"`)
	p.hit("bar-language")
	p.until(`document.documentElement.lang === "fr"`)
	require.True(t, strings.Contains(eval[string](p, `document.querySelector('`+at("start")+`').textContent`), "Commencer"))
}
