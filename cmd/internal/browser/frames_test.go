//go:build browser

package browser

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"hardcases/proving/engine"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// portal serves the page of another site, which shows an address in a frame with
// further attributes. Chromium keeps "localhost" apart from "127.0.0.1": frames of the
// one in pages of the other run in a process of their own.
func portal(t *testing.T, address, attributes string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<!doctype html><title>portal</title><style>body{margin:0}iframe{position:absolute;border:0;width:100%%;height:100%%}</style>
			<iframe %s src="%s"></iframe>`, attributes, html.EscapeString(address))
	}))
	t.Cleanup(s.Close)
	at, err := url.Parse(s.URL)
	require.NoError(t, err)
	return "http://localhost:" + at.Port() + "/"
}

// framed gives the frame of another site that a page shows, as a tab that ends with it.
func (p *tab) framed(address string) *tab {
	p.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		infos, err := chromedp.Targets(p.ctx)
		require.NoError(p.t, err)
		for _, i := range infos {
			if i.Type != "iframe" || !strings.HasPrefix(i.URL, address) {
				continue
			}
			ctx, leave := chromedp.NewContext(p.ctx, chromedp.WithTargetID(i.TargetID), chromedp.WithDetachOnCancel())
			context.AfterFunc(p.ctx, leave)
			require.NoError(p.t, chromedp.Do(ctx))
			return &tab{t: p.t, page: engine.OfChromium(ctx), ctx: ctx, seen: map[string]bool{}}
		}
		require.True(p.t, time.Now().Before(deadline), "no frame shows %s", address)
	}
}

const sandbox = `sandbox="allow-scripts allow-same-origin"`

// mayKeep says what a page may keep: "kept", or the name of the error.
const mayKeep = `(() => { try { localStorage.setItem("tried", "1"); localStorage.removeItem("tried"); return "kept"; } catch (e) { return e.name; } })()`

// TestCourseInAnotherSitesPage: the platform itself stands in a frame of another site,
// as in a school's portal, which may forbid it to keep anything in the browser.
func TestCourseInAnotherSitesPage(t *testing.T) {
	for name, attributes := range map[string]string{"frame": "", "sandbox": sandbox} {
		for _, strict := range []bool{false, true} {
			t.Run(fmt.Sprint(name, ", strict ", strict), func(t *testing.T) {
				l := newLMS(t)
				p := open(t, setup{strict: strict})
				p.visit(portal(t, l.URL+"/", attributes))
				q := p.framed(l.URL)
				q.until(`frames[0].document.readyState === "complete"`)
				require.Equal(t, map[bool]string{false: "kept", true: "SecurityError"}[strict], eval[string](q, mayKeep))
				eval[bool](p, `document.querySelector("iframe").focus() === undefined`)
				eval[bool](q, `frames[0].focus() === undefined`)
				q.frame = "frames[0]"
				q.playing()
				q.ready()
				q.playOneStep()
				require.Equal(t, 1, l.answers(t))
				require.Nil(t, eval[any](q, `document.querySelector('`+at("trouble")+`')`), "the platform keeps it")
				q.follows(l)
				p.visit("about:blank")
				l.finished(t, 1)

				r := p.apart(setup{strict: strict})
				r.visit(portal(t, l.URL+"/", attributes))
				s := r.framed(l.URL)
				s.until(`frames[0].document.readyState === "complete"`)
				s.frame = "frames[0]"
				s.playing()
				s.until(atScreen + `.startsWith("reveal-")`)
			})
		}
	}
}

// TestGameInAnotherSitesPage: the site, and the page of a course that finds no platform
// there, play in a frame of another site, and say where they may keep nothing.
func TestGameInAnotherSitesPage(t *testing.T) {
	for _, strict := range []bool{false, true} {
		t.Run(fmt.Sprint("strict ", strict), func(t *testing.T) {
			l := newLMS(t)
			p := open(t, setup{strict: strict})
			p.visit(portal(t, l.URL+"/course/index.html", sandbox))
			q := p.framed(l.URL)
			eval[bool](p, `document.querySelector("iframe").focus() === undefined`)
			q.playing()
			q.ready()
			q.playOneStep()
			if strict {
				q.until(`document.querySelector('` + at("trouble") + `').textContent.includes("Nothing may be kept here")`)
				return
			}
			require.Nil(t, eval[any](q, `document.querySelector('`+at("trouble")+`')`))
			require.Equal(t, 1, q.answers())
		})
	}
}
