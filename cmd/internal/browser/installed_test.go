//go:build browser

package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// active is true once the page's worker has all files.
const active = `navigator.serviceWorker.getRegistration().then((r) => window.active = Boolean(r && r.active && r.active.state === "activated")) && window.active`

// TestFirstVisitIsEnough: once the game has begun, the site may go away.
func TestFirstVisitIsEnough(t *testing.T) {
	var down atomic.Bool
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if down.Load() {
				panic(http.ErrAbortHandler)
			}
			h.ServeHTTP(w, r)
		})
	})
	p := open(t, setup{})
	p.visit(address)
	p.playing()
	p.until(active)
	down.Store(true)
	p.playOneStep()
	for _, screen := range []string{"l", "?"} {
		p.after(func() { p.press(screen) })
		p.press("\x1b")
	}
	for _, language := range []string{"fr", "en"} {
		p.visit(address + "?lang=" + language)
		p.playing()
		p.until(`document.documentElement.lang === "` + language + `"`)
	}
	require.Equal(t, 1, p.answers())
	p.after(func() { p.press("\r") })
	p.decideByKeys(2)
	require.Equal(t, 2, p.answers())
	seen := map[play.Screen]bool{}
	for _, stop := range sights(t, shipped(t), "en") {
		if seen[stop.State.Screen] {
			continue
		}
		seen[stop.State.Screen] = true
		p.follow(stop.Journal)
		p.agrees()
	}
	require.Greater(t, len(seen), 12, "every kind of screen")
	p.reload() // a game alone in memory would need no worker
	p.playing()
	p.agrees()
}

// TestKeptPageInPlaceOfAnError: who has the game is not shown that its site is in
// trouble.
func TestKeptPageInPlaceOfAnError(t *testing.T) {
	var status atomic.Int32
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if code := status.Load(); code != 0 {
				http.Error(w, "in trouble", int(code))
				return
			}
			h.ServeHTTP(w, r)
		})
	})
	p := open(t, setup{plain: true})
	p.visit(address)
	p.playing()
	p.until(active)
	status.Store(http.StatusServiceUnavailable)
	p.visit(address)
	p.playing()
	require.True(t, p.has("start"))
	status.Store(http.StatusNotFound) // the site is gone, and says so
	p.visit(address)
	p.until(visibleText + `.includes("in trouble")`)
}

// rewritten serves a file as another version of the site may have it.
func rewritten(w http.ResponseWriter, r *http.Request, h http.Handler, as func(string) string) {
	r.Header.Del("Accept-Encoding")
	r.Header.Del("If-None-Match")
	said := httptest.NewRecorder()
	h.ServeHTTP(said, r)
	for _, name := range []string{"Content-Type", "Cache-Control", "Content-Security-Policy"} {
		if w.Header().Get(name) == "" {
			w.Header().Set(name, said.Header().Get(name))
		}
	}
	fmt.Fprint(w, as(said.Body.String()))
}

// numbered is the page or the worker of another version.
func numbered(text string, n int32) string {
	for _, mark := range []string{`data-version="`, `const page = "`, `const version = "`} {
		text = strings.Replace(text, mark, fmt.Sprintf("%s%d", mark, n), 1)
	}
	return text
}

// TestEachVersionKeepsItsOwn: where a host lets browsers keep for a while what has the
// same name in all versions, the newer one still has its own page and pack without a
// network.
func TestEachVersionKeepsItsOwn(t *testing.T) {
	packs := [][]byte{ferry(t, "First"), ferry(t, "Second")}
	var edition atomic.Int32
	var down atomic.Bool
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n := edition.Load()
			switch {
			case down.Load():
				panic(http.ErrAbortHandler)
			case r.URL.Path == "/packs/ferry.msgp":
				w.Header().Set("Cache-Control", "max-age=600")
				_, _ = w.Write(packs[n])
			case r.URL.Path == "/" || r.URL.Path == "/worker.js":
				w.Header().Set("Cache-Control", "max-age=600")
				rewritten(w, r, h, func(text string) string {
					text = strings.Replace(text, "<html", `<html data-pack="ferry"`, 1)
					return numbered(strings.Replace(text, "const files = [", `const files = ["packs/ferry.msgp",`, 1), n)
				})
			default:
				h.ServeHTTP(w, r)
			}
		})
	})
	version := `document.documentElement.dataset.version`
	p := open(t, setup{plain: true})
	p.visit(address + "?lang=en")
	p.playing()
	p.until(headline + ` === "First"`)
	p.until(active)
	before := eval[string](p, version)

	edition.Store(1)
	eval[bool](p, `document.dispatchEvent(new Event("visibilitychange"))`)
	p.until(`document.querySelector('` + at("renewed") + `')`)
	p.hit("renewed-take")
	p.until(version + ` === "1` + before[1:] + `"`)
	p.playing()
	p.until(`navigator.serviceWorker.getRegistration().then((r) => window.calm = Boolean(r.active && !r.waiting && !r.installing)) && window.calm`)
	down.Store(true)
	p.visit(address + "?lang=en")
	p.playing()
	require.Equal(t, "1"+before[1:], eval[string](p, version))
	p.until(headline + ` === "Second"`)
}

// TestNewerVersionIsOffered: a newer version comes while a decision is half made.
// The player is told, not interrupted, and goes on in the newer one where they were.
func TestNewerVersionIsOffered(t *testing.T) {
	var edition atomic.Int32
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n := edition.Load()
			if n == 0 || r.URL.Path != "/" && r.URL.Path != "/worker.js" {
				h.ServeHTTP(w, r)
				return
			}
			rewritten(w, r, h, func(text string) string { return numbered(text, n) })
		})
	})
	version := `document.documentElement.dataset.version`
	p := open(t, setup{plain: true})
	p.visit(address)
	p.playing()
	p.until(active)
	before := eval[string](p, version)
	p.toAnswer()
	p.press("b")
	p.until(`document.activeElement.checked`)
	chosen, screen := eval[string](p, `document.activeElement.id`), p.screen()

	edition.Store(1)
	eval[bool](p, `document.dispatchEvent(new Event("visibilitychange"))`)
	p.until(`document.querySelector('` + at("renewed") + `')`)
	require.Equal(t, before, eval[string](p, version), "nothing happens by itself")
	require.Equal(t, screen, p.screen())
	require.True(t, eval[bool](p, `document.getElementById("`+chosen+`").checked`))
	p.hit("renewed-take")
	p.until(version + ` === "1` + before + `"`)
	p.playing()
	p.until(atScreen + ` === "` + screen + `"`)
	require.True(t, eval[bool](p, `document.getElementById("`+chosen+`").checked`))
	require.Nil(t, eval[any](p, `document.querySelector('`+at("renewed")+`')`), "it has been taken")

	// Who comes by a link has the newest page at once, and is asked nothing.
	edition.Store(2)
	p.visit(address)
	p.playing()
	p.until(`navigator.serviceWorker.getRegistration().then((r) => window.calm = Boolean(r.active && !r.waiting && !r.installing)) && window.calm`)
	require.Equal(t, "2"+before, eval[string](p, version))
	require.Nil(t, eval[any](p, `document.querySelector('`+at("renewed")+`')`))
}
