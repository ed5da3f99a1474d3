//go:build browser

package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/cmd/internal/serve"
	"hardcases/game/pack"
	"hardcases/game/room"
	"hardcases/proving/packs"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// livePupils is a live server with one room, for pupils' pages.
type livePupils struct {
	t           *testing.T
	dir, addr   string
	stop        func()
	code, token string
	pack        string
	kept        store.Store
}

func startPupils(t *testing.T) *livePupils {
	t.Helper()
	l := &livePupils{t: t, dir: t.TempDir(), addr: "127.0.0.1:0"}
	l.start()
	t.Cleanup(func() { l.stop() })
	var r struct{ Code, Token string }
	l.ask("POST", "/live/rooms", map[string]any{"pack": l.pack, "locale": "en"}, &r)
	l.code, l.token = r.Code, r.Token
	return l
}

// start starts the server, again at the same address and with the same store.
func (l *livePupils) start() {
	l.t.Helper()
	p := packs.Named(l.t, "cloudflare")
	l.pack = p.Hash()
	site, err := whole(l.t.Context())
	require.NoError(l.t, err)
	l.kept, err = store.Embedded(l.t.Context(), l.dir)
	require.NoError(l.t, err)
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- live.Run(ctx, live.Options{
			Addr: l.addr, Kept: l.kept, Packs: []*pack.Pack{p}, Words: packs.Words(l.t), Site: serve.Handler(site),
			Ready: func(at net.Addr) { ready <- at.String() },
		})
	}()
	select {
	case l.addr = <-ready:
	case err := <-ended:
		require.NoError(l.t, err)
	}
	l.stop = func() { cancel(); require.NoError(l.t, <-ended) }
}

func (l *livePupils) ask(method, path string, body, into any) {
	l.t.Helper()
	b, err := json.Marshal(body)
	require.NoError(l.t, err)
	r, err := http.NewRequestWithContext(l.t.Context(), method, "http://"+l.addr+path, bytes.NewReader(b))
	require.NoError(l.t, err)
	r.Header.Set("Authorization", "Bearer "+l.token)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(l.t, err)
	defer answer.Body.Close()
	require.Less(l.t, answer.StatusCode, 300)
	require.NoError(l.t, json.NewDecoder(answer.Body).Decode(into))
}

// goes goes to a phase.
func (l *livePupils) goes(phase string) {
	l.t.Helper()
	var f struct{}
	l.ask("PUT", "/live/rooms/"+l.code, map[string]any{"case": "y2017", "step": "A5", "phase": phase, "n": 1, "of": 5}, &f)
}

// votes are those that are kept, also where they are too few for the teacher to be told.
func (l *livePupils) votes() []int {
	l.t.Helper()
	votes := make([]int, 4)
	ctx, cancel := context.WithCancel(l.t.Context())
	require.NoError(l.t, l.kept.Follow(ctx, func(e store.Entry) {
		if e.Key == "" {
			cancel()
		}
		if ctx.Err() != nil || e.Gone || !strings.HasPrefix(e.Key, "vote."+l.code+".y2017/A5.") {
			return
		}
		b, err := room.ParseBallot(string(e.Value))
		require.NoError(l.t, err)
		votes[b.Option[0]-'a']++
	}))
	return votes
}

// comesIn opens the room in a tab, as a pupil does, and comes in.
func (l *livePupils) comesIn(p *tab, base, lang string) *tab {
	l.t.Helper()
	p.visit(base + "/" + l.code + "?lang=" + lang)
	p.until(`document.querySelector("button")`)
	eval[any](p, `document.querySelector("button").click()`)
	p.until(`document.getElementById("page").dataset.phase`)
	return p
}

func (p *tab) ticks(field, value string) {
	p.t.Helper()
	eval[any](p, fmt.Sprintf(`document.querySelector('input[name="%s"][value="%s"]').click()`, field, value))
}

func (p *tab) sends() {
	p.t.Helper()
	eval[any](p, `document.querySelector("button").click()`)
}

// phase waits for a page to show a phase.
func (p *tab) phase(name string) {
	p.t.Helper()
	p.until(`document.getElementById("page").dataset.phase === "` + name + `"`)
}

// sizes are those at which axe-core looks at a pupil's page, with the size of its text in
// percent.
func sizes() [][3]int {
	if *every {
		return [][3]int{{320, 640, 100}, {320, 640, 200}, {390, 844, 100}, {390, 844, 200}, {768, 1024, 100}, {1366, 768, 100}, {1366, 768, 200}}
	}
	return [][3]int{{320, 640, 200}, {1366, 768, 100}}
}

// clean has axe-core look at a page at all sizes, where it also scrolls sideways at none.
func (p *tab) clean() {
	p.t.Helper()
	for _, s := range sizes() {
		p.size(s[0], s[1], 1)
		eval[any](p, fmt.Sprintf(`(document.documentElement.style.fontSize = "%d%%", 0)`, s[2]))
		at := fmt.Sprint(eval[string](p, `document.title`), s)
		require.Empty(p.t, p.violations(), at)
		require.LessOrEqual(p.t, eval[float64](p, `document.documentElement.scrollWidth - innerWidth`), 0.0, at)
	}
}

// bare loads a page as a browser without JavaScript shows it, for axe-core, which is a
// script. That such a page renews itself is left out: it has to, and axe-core would say so.
func (p *tab) bare(address string) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/live/pupil.js", Block: true}}})
	require.NoError(p.t, err)
	p.visit(address)
	p.until(`document.readyState === "complete"`)
	eval[any](p, `(document.body.querySelectorAll("noscript").forEach((e) => e.outerHTML = e.textContent), 0)`)
}

// broken are the heads and figures of a table's last column that stand in two lines.
const broken = `[...document.querySelectorAll("th:last-child, td:last-child")].filter((e) => {
	const text = document.createRange();
	text.selectNodeContents(e);
	return new Set([...text.getClientRects()].map((r) => r.top)).size > 1;
}).map((e) => e.textContent)`

// TestPupilsPages votes on pages with their script: it follows the lesson, keeps
// the place over a reload, and sends what could not be sent when the server is
// back. axe-core finds nothing in any phase, with and without scripts, from 320 pixels
// and letters of twice the size to a desktop, in both languages, nor on the pages before it.
func TestPupilsPages(t *testing.T) {
	script, err := os.ReadFile(axeFile)
	require.NoError(t, err)
	l := startPupils(t)
	base := "http://" + l.addr
	en := l.comesIn(open(t, setup{width: 320, height: 640, before: string(script)}), base, "en")
	fr := l.comesIn(en.apart(setup{before: string(script)}), base, "fr")
	without := en.beside(setup{before: string(script)})
	for _, lang := range []string{"?lang=en", "?lang=fr"} {
		for _, path := range []string{"/" + l.code, "/BBBBBB", "/" + l.code + "/nobody", "/in", "/live/check"} {
			without.bare(base + path + lang)
			without.clean()
		}
	}
	seats := []string{eval[string](en, `location.href`), eval[string](fr, `location.href`)}
	clean := func() {
		t.Helper()
		for i, p := range []*tab{en, fr} {
			p.clean()
			require.Empty(t, eval[[]string](p, broken))
			without.bare(seats[i])
			without.clean()
		}
	}
	en.phase("wait")
	clean()
	for _, phase := range []string{"guess", "try", "tried"} {
		l.goes(phase)
		en.phase(phase)
		fr.phase(phase)
		clean()
		if phase == "guess" {
			en.ticks("guess", "b")
			en.sends()
			en.until(`document.body.textContent.includes("Your guess has arrived")`)
		}
	}
	l.goes("vote")
	en.phase("vote")
	fr.phase("vote")
	require.Equal(t, "H1", eval[string](en, `document.activeElement.tagName`), "a new question takes the focus")
	clean()
	en.ticks("option", "b")
	fr.ticks("option", "d")
	l.goes("vote") // the same again: what is being chosen stays
	time.Sleep(300 * time.Millisecond)
	en.sends()
	en.until(`document.body.textContent.includes("Your vote has arrived")`)
	en.reload()
	en.until(`document.querySelector('input[value="b"]').checked`)

	l.stop()
	fr.sends()
	fr.until(`document.body.textContent.includes("Pas encore envoyé")`)
	l.start()
	fr.until(`document.body.textContent.includes("Votre vote est arrivé")`)
	require.Equal(t, []int{0, 1, 0, 1}, l.votes())

	seat := eval[string](en, `location.pathname`)
	again := en.beside(setup{}) // the page was closed, and the picture is scanned once more
	again.visit(base + "/" + l.code)
	again.until(`location.pathname === "` + seat + `"`)
	kept := `JSON.stringify(Object.keys(localStorage).filter((k) => k.startsWith("hard-cases-seat-")))`
	require.Equal(t, `["hard-cases-seat-`+l.code+`"]`, eval[string](en, kept))
	eval[any](en, `(localStorage.setItem("hard-cases-seat-BCDFGH", "old " + (Date.now() - 13 * 3600 * 1000)), 0)`)
	en.reload()
	en.phase("vote")
	require.Equal(t, `["hard-cases-seat-`+l.code+`"]`, eval[string](en, kept), "what is older than a room can be is forgotten")

	for _, phase := range []string{"bet", "told", "over"} {
		l.goes(phase)
		en.phase(phase)
		fr.phase(phase)
		clean()
	}
	require.Equal(t, `[]`, eval[string](en, kept), "nothing stays once the lesson is over")
	for _, said := range en.said() {
		if !strings.Contains(said, "net::ERR_CONNECTION_REFUSED") { // as long as the server was away
			require.NotContains(t, said, "error")
		}
	}
}

// TestPagesInMoreContrast looks at a page where more contrast is asked for, by day and by
// night, and where the system gives the colours.
func TestPagesInMoreContrast(t *testing.T) {
	l := startPupils(t)
	p := l.comesIn(open(t, setup{width: 390, height: 844}), "http://"+l.addr, "en")
	l.goes("vote")
	p.phase("vote")
	p.ticks("option", "b")
	p.sends()
	p.until(`document.body.textContent.includes("Your vote has arrived")`)
	colours := `JSON.stringify([getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector(".muted")).color, getComputedStyle(document.querySelector("label")).borderTopColor])`
	for scheme, want := range map[string]string{
		"light": `["rgb(255, 255, 255)","rgb(0, 0, 0)","rgb(0, 0, 0)"]`, "dark": `["rgb(0, 0, 0)","rgb(255, 255, 255)","rgb(255, 255, 255)"]`,
	} {
		p.media(map[string]string{"prefers-contrast": "more", "prefers-color-scheme": scheme})
		require.Equal(t, want, eval[string](p, colours), scheme)
	}
	p.media(map[string]string{"forced-colors": "active"})
	require.Equal(t, "solid", eval[string](p, `getComputedStyle(document.querySelector("button")).borderTopStyle`))
	require.Equal(t, "solid", eval[string](p, `getComputedStyle(document.querySelector("label:has(:checked)")).outlineStyle`))
}

// media has the page see what a browser was asked for.
func (p *tab) media(features map[string]string) {
	p.t.Helper()
	var list []*emulation.MediaFeature
	for name, value := range features {
		list = append(list, &emulation.MediaFeature{Name: name, Value: value})
	}
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: list})
	require.NoError(p.t, err)
}

// TestTheTeachersLook opens the page of --check behind a proxy that gathers streams, and at
// a server where none comes: each time it says how the class votes.
func TestTheTeachersLook(t *testing.T) {
	l := startPupils(t)
	p := open(t, setup{width: 390, height: 844})
	for says, do := range map[string]func(w http.ResponseWriter, r *http.Request, on http.Handler){
		"Changes arrive at once": func(w http.ResponseWriter, r *http.Request, on http.Handler) { on.ServeHTTP(w, r) },
		"gathers what is sent": func(w http.ResponseWriter, r *http.Request, on http.Handler) {
			kept := httptest.NewRecorder()
			on.ServeHTTP(kept, r)
			maps.Copy(w.Header(), kept.Header())
			_, _ = w.Write(kept.Body.Bytes())
		},
		"streams do not get through": func(w http.ResponseWriter, r *http.Request, on http.Handler) {
			if strings.HasSuffix(r.URL.Path, "/events") {
				http.Error(w, "no streams here", http.StatusBadGateway)
				return
			}
			on.ServeHTTP(w, r)
		},
	} {
		p.visit(l.through(do) + "/live/check?lang=en")
		p.until(`document.getElementById("check").textContent.includes("` + says + `")`)
	}
}

// proxies are what stands between a class and its server in schools.
var proxies = map[string]func(to http.Handler) http.HandlerFunc{
	"gathers streams": func(to http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if !strings.HasSuffix(r.URL.Path, "/events") {
				to.ServeHTTP(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/event-stream")
			w.WriteHeader(http.StatusOK)
			http.NewResponseController(w).Flush()
			<-r.Context().Done()
		}
	},
	"cuts what is quiet": func(to http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			ctx, cancel := context.WithTimeout(r.Context(), mostQuiet)
			defer cancel()
			to.ServeHTTP(w, r.WithContext(ctx))
		}
	},
	"adds two seconds": func(to http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			time.Sleep(2 * time.Second)
			to.ServeHTTP(w, r)
		}
	},
	"answers 502 once": func(to http.Handler) http.HandlerFunc {
		var first atomic.Bool
		return func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/events") && first.CompareAndSwap(false, true) {
				http.Error(w, "the server is being started", http.StatusBadGateway)
				return
			}
			to.ServeHTTP(w, r)
		}
	},
}

// mostQuiet is how long a connection may be quiet behind the proxy that cuts it.
const mostQuiet = 20 * time.Second

// TestPupilsBehindProxies has a class behind proxies: it votes, and sees the reveal
// within five seconds, also after the stream has been cut.
func TestPupilsBehindProxies(t *testing.T) {
	for name, proxy := range proxies {
		t.Run(name, func(t *testing.T) {
			l := startPupils(t)
			to, err := url.Parse("http://" + l.addr)
			require.NoError(t, err)
			server := httptest.NewServer(proxy(httputil.NewSingleHostReverseProxy(to)))
			t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
			p := l.comesIn(open(t, setup{width: 390, height: 844}), server.URL, "en")
			l.goes("vote")
			p.phase("vote")
			p.ticks("option", "c")
			p.sends()
			p.until(`document.body.textContent.includes("Your vote has arrived")`)
			require.Equal(t, []int{0, 0, 1, 0}, l.votes())
			l.goes("bet")
			p.phase("bet")
			p.ticks("bet", "a")
			p.ticks("stop", "2")
			p.sends()
			p.until(`document.body.textContent.includes("Your bet has arrived")`)
			if strings.HasPrefix(name, "cuts") {
				time.Sleep(mostQuiet)
			}
			told := time.Now()
			l.goes("told")
			p.phase("told")
			require.Less(t, time.Since(told), 5*time.Second)
			t.Log("told after", time.Since(told).Round(time.Millisecond))
		})
	}
}

// through serves the class through something that may do otherwise.
func (l *livePupils) through(do func(w http.ResponseWriter, r *http.Request, on http.Handler)) (base string) {
	to, err := url.Parse("http://" + l.addr)
	require.NoError(l.t, err)
	on := httputil.NewSingleHostReverseProxy(to)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { do(w, r, on) }))
	l.t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return server.URL
}

// isPage says whether a request is for the page of a seat.
func isPage(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.Count(r.URL.Path, "/") == 2 && !strings.HasPrefix(r.URL.Path, "/live/")
}

// TestPagesOfAServerThatIsBehind has a page hear of a turn from one server, and come from
// another that hears of it seconds later: it goes on asking until it is there, and shows no
// earlier one again.
func TestPagesOfAServerThatIsBehind(t *testing.T) {
	l := startPupils(t)
	var old atomic.Pointer[httptest.ResponseRecorder]
	var served atomic.Int32
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		if o := old.Load(); o != nil && isPage(r) {
			maps.Copy(w.Header(), o.Header())
			w.Write(o.Body.Bytes())
			served.Add(1)
			return
		}
		on.ServeHTTP(w, r)
	})
	p := l.comesIn(open(t, setup{width: 390, height: 844}), base, "en")
	keep := func() *httptest.ResponseRecorder {
		kept := httptest.NewRecorder()
		r := httptest.NewRequestWithContext(t.Context(), "GET", "http://"+l.addr+eval[string](p, `location.pathname + location.search`), nil)
		r.RequestURI = ""
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		defer answer.Body.Close()
		kept.Header().Set("Content-Type", answer.Header.Get("Content-Type"))
		_, err = kept.Body.ReadFrom(answer.Body)
		require.NoError(t, err)
		return kept
	}
	old.Store(keep())
	l.goes("vote")
	require.Eventually(t, func() bool { return served.Load() > 1 }, patience, 50*time.Millisecond, "it asks again")
	p.phase("wait")
	old.Store(nil)
	p.phase("vote")
	before := keep()
	l.goes("bet")
	l.goes("told")
	p.phase("told")
	served.Store(0)
	old.Store(before)
	for range 3 { // with the last answer those before have been shown, if ever
		n := served.Load()
		eval[bool](p, `dispatchEvent(new Event("online"))`)
		require.Eventually(t, func() bool { return served.Load() > n }, patience, 50*time.Millisecond)
	}
	p.until(`document.readyState === "complete"`)
	require.Equal(t, "told", eval[string](p, `document.getElementById("page").dataset.phase`))
	old.Store(nil)
	l.goes("vote")
	p.phase("vote")
	p.ticks("option", "b")
	p.sends()
	p.until(`document.body.textContent.includes("Your vote has arrived")`)
}

// TestANetworkThatSwallows never answers what is sent at first: the page says so, and sends
// what is chosen by then.
func TestANetworkThatSwallows(t *testing.T) {
	l := startPupils(t)
	var swallows atomic.Bool
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		if r.Method == http.MethodPost && swallows.Load() {
			_, _ = io.Copy(io.Discard, r.Body) // only then it is seen that the page has given up
			<-r.Context().Done()
			return
		}
		on.ServeHTTP(w, r)
	})
	p := l.comesIn(open(t, setup{width: 390, height: 844}), base, "en")
	l.goes("vote")
	p.phase("vote")
	swallows.Store(true)
	p.ticks("option", "b")
	p.sends()
	begin := time.Now()
	p.until(`document.getElementById("n-sent").textContent === document.getElementById("page").dataset.offline`)
	require.Less(t, time.Since(begin), 12*time.Second)
	p.ticks("option", "d")
	swallows.Store(false)
	p.until(`document.body.textContent.includes("Your vote has arrived")`)
	require.Equal(t, []int{0, 0, 0, 1}, l.votes(), "what was chosen last")
}

// TestComingInWithoutANetwork taps at the door while there is no network: the page says so,
// and comes in with one seat once there is one again, however often it was tapped.
func TestComingInWithoutANetwork(t *testing.T) {
	l := startPupils(t)
	p := open(t, setup{width: 390, height: 844})
	p.visit("http://" + l.addr + "/" + l.code + "?lang=fr")
	p.until(`document.readyState === "complete"`) // the page's script has run
	p.offline(true)
	p.sends()
	p.until(`document.getElementById("n-trouble").textContent === ` + strconv.Quote(packs.Words(t).Strings("fr").Get("live.offline")))
	p.sends()
	p.offline(false)
	p.until(`document.getElementById("page")?.dataset.phase === "wait"`)
	require.Equal(t, 1, l.seats())
}

// TestADoorThatIsAway has the door say that nobody can look just now, and then be gone for a
// while: the page comes again by itself once there is one.
func TestADoorThatIsAway(t *testing.T) {
	l := startPupils(t)
	var away, gone atomic.Bool
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		switch isDoor := r.URL.Path == "/"+l.code; {
		case isDoor && gone.Load():
			panic(http.ErrAbortHandler)
		case isDoor && away.Load():
			kept := httptest.NewRecorder()
			on.ServeHTTP(kept, r)
			w.Header().Set("Content-Type", kept.Header().Get("Content-Type"))
			w.WriteHeader(http.StatusServiceUnavailable)
			io.WriteString(w, strings.NewReplacer(`id="page"`, `id="page" data-again=""`, `id="n-enter"`, `id="n-none"`).Replace(kept.Body.String()))
		default:
			on.ServeHTTP(w, r)
		}
	})
	away.Store(true)
	p := open(t, setup{width: 390, height: 844})
	p.visit(base + "/" + l.code)
	p.until(`document.getElementById("n-none")`)
	gone.Store(true)
	time.Sleep(5 * time.Second) // it has tried meanwhile
	gone.Store(false)
	away.Store(false)
	p.until(`document.getElementById("n-enter")`)
}

// TestANetworkThatAsksToLogIn answers what is sent with a page of its own, as if all were
// well: nothing of that is taken for the server's answer.
func TestANetworkThatAsksToLogIn(t *testing.T) {
	l := startPupils(t)
	var asks atomic.Int32
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		if r.Method == http.MethodPost && asks.Add(-1) >= 0 {
			io.WriteString(w, "<p>Log in</p>")
			return
		}
		on.ServeHTTP(w, r)
	})
	p := l.comesIn(open(t, setup{width: 390, height: 844}), base, "en")
	l.goes("vote")
	p.phase("vote")
	asks.Store(2)
	p.ticks("option", "b")
	p.sends()
	p.until(`document.getElementById("n-sent").textContent === document.getElementById("page").dataset.offline`)
	p.until(`document.body.textContent.includes("Your vote has arrived")`)
	require.Equal(t, []int{0, 1, 0, 0}, l.votes())
}

// TestTakenOutUnheard takes a class out while a phone sleeps, which then sends: it is led to
// the door, and has one place behind it.
func TestTakenOutUnheard(t *testing.T) {
	l := startPupils(t)
	var sleeps atomic.Bool
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		if strings.HasSuffix(r.URL.Path, "/events") || sleeps.Load() && r.Method == http.MethodGet && !isPage(r) {
			http.Error(w, "asleep", http.StatusServiceUnavailable)
			return
		}
		on.ServeHTTP(w, r)
	})
	p := l.comesIn(open(t, setup{width: 390, height: 844}), base, "en")
	l.goes("vote")
	p.phase("vote")
	seat := eval[string](p, `location.pathname`)
	eval[any](p, `(Object.defineProperty(document, "visibilityState", {value: "hidden"}), 0)`)
	l.deletes("/seats")
	p.ticks("option", "b")
	p.sends()
	p.until(`document.getElementById("n-enter")`)
	eval[any](p, `document.querySelector("button").click()`)
	p.until(`document.getElementById("page").dataset.phase === "vote" && location.pathname !== "` + seat + `"`)
	p.ticks("option", "b")
	p.sends()
	p.until(`document.body.textContent.includes("Your vote has arrived")`)
	l.goes("bet")
	p.phase("bet")
	require.Equal(t, 1, l.seats())
	require.Equal(t, []int{0, 1, 0, 0}, l.votes())
}

// refusals are answers after which nothing is sent again by itself.
var refusals = []int{http.StatusBadRequest, http.StatusForbidden, http.StatusRequestEntityTooLarge}

// TestWhatIsRefusedForGood has something on the way refuse a vote, without a word that a pupil
// could read: the page says so once, in the pupil's language, sends it no more by itself, and
// sends it when the pupil does.
func TestWhatIsRefusedForGood(t *testing.T) {
	l := startPupils(t)
	var refuses, sent atomic.Int32
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		if status := int(refuses.Load()); r.Method == http.MethodPost && status != 0 {
			sent.Add(1)
			w.WriteHeader(status)
			return
		}
		on.ServeHTTP(w, r)
	})
	p := l.comesIn(open(t, setup{width: 390, height: 844}), base, "fr")
	l.goes("vote")
	p.phase("vote")
	p.ticks("option", "b")
	says := packs.Words(t).Strings("fr").Get("live.refused")
	for i, status := range refusals {
		refuses.Store(int32(status))
		p.sends()
		p.until(`document.getElementById("n-sent").textContent === ` + strconv.Quote(fmt.Sprintf("%s (%d)", says, status)))
		time.Sleep(3 * time.Second) // longer than it waits where it tries again
		require.EqualValues(t, i+1, sent.Load())
		require.True(t, eval[bool](p, `document.querySelector('input[value="b"]').checked`), "what was chosen stays")
	}
	refuses.Store(0)
	p.sends()
	p.until(`document.body.textContent.includes("Votre vote est arrivé")`)
	require.Equal(t, []int{0, 1, 0, 0}, l.votes())
}

// TestAVoteForARoomThatIsGone sends from a page that has not heard that its room was deleted:
// once, and the page that follows says what became of the place. Its button is answered, too.
func TestAVoteForARoomThatIsGone(t *testing.T) {
	l := startPupils(t)
	var sent, asked atomic.Int32
	base := l.through(func(w http.ResponseWriter, r *http.Request, on http.Handler) {
		switch {
		case r.Method == http.MethodPost:
			sent.Add(1)
		case isPage(r):
			asked.Add(1)
		case strings.HasSuffix(r.URL.Path, "/events"), strings.HasSuffix(r.URL.Path, "/turn"):
			http.Error(w, "asleep", http.StatusServiceUnavailable)
			return
		}
		on.ServeHTTP(w, r)
	})
	p := l.comesIn(open(t, setup{width: 390, height: 844}), base, "en")
	l.goes("vote")
	eval[any](p, `(dispatchEvent(new Event("online")), 0)`)
	p.phase("vote")
	eval[any](p, `(Object.defineProperty(document, "visibilityState", {value: "hidden"}), 0)`)
	time.Sleep(time.Second) // what it was asking for has been answered
	l.deletes("")
	p.ticks("option", "b")
	sent.Store(0)
	asked.Store(0)
	words := packs.Words(t).Strings("en")
	p.sends()
	p.until(`document.body.textContent.includes(` + strconv.Quote(words.Get("live.trouble-gone")) + ")")
	time.Sleep(3 * time.Second)
	require.EqualValues(t, 1, sent.Load())
	require.EqualValues(t, 1, asked.Load())
	p.sends()
	p.until(`document.body.textContent.includes(` + strconv.Quote(words.Get("live.trouble-room")) + ")")
	time.Sleep(3 * time.Second)
	require.EqualValues(t, 2, sent.Load())
}

// deletes has the server forget the room, or a part of it.
func (l *livePupils) deletes(part string) {
	l.t.Helper()
	r, err := http.NewRequestWithContext(l.t.Context(), "DELETE", "http://"+l.addr+"/live/rooms/"+l.code+part, nil)
	require.NoError(l.t, err)
	r.Header.Set("Authorization", "Bearer "+l.token)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(l.t, err)
	answer.Body.Close()
	require.Equal(l.t, http.StatusNoContent, answer.StatusCode)
}

// lost is how long phones are without a network: longer than a stream may be quiet
// before a page asks by itself.
var lost = flag.Duration("lost", 25*time.Second, "how long pupils' phones are without a network")

// TestPhonesLoseTheNetwork has one phone lose the network while it sends, and another
// while the class goes on to the bets: what was sent arrives once the network is back,
// and the page is where the class is.
func TestPhonesLoseTheNetwork(t *testing.T) {
	l := startPupils(t)
	base := "http://" + l.addr
	sends := l.comesIn(open(t, setup{width: 390, height: 844}), base, "en")
	waits := l.comesIn(sends.apart(setup{width: 390, height: 844}), base, "fr")
	l.goes("vote")
	for _, p := range []*tab{sends, waits} {
		p.phase("vote")
		p.ticks("option", "b")
		p.sends()
		p.sent("options")
	}
	require.Equal(t, []int{0, 2, 0, 0}, l.votes())
	seat := eval[string](sends, `location.pathname`)
	for _, p := range []*tab{sends, waits} {
		p.offline(true)
	}
	sends.ticks("option", "c")
	sends.sends()
	sends.until(`document.getElementById("n-sent").textContent === document.getElementById("page").dataset.offline`)
	time.Sleep(*lost)
	require.Equal(t, []int{0, 2, 0, 0}, l.votes(), "what had arrived is kept")
	require.True(t, eval[bool](sends, `document.querySelector('input[value="c"]').checked`), "what was chosen stays")
	sends.offline(false)
	sends.until(`document.body.textContent.includes("Your vote has arrived")`)
	require.Equal(t, []int{0, 1, 1, 0}, l.votes())
	require.Equal(t, seat, eval[string](sends, `location.pathname`), "the seat is the same")

	l.goes("bet")
	sends.phase("bet")
	time.Sleep(time.Second)
	require.Equal(t, "vote", eval[string](waits, `document.getElementById("page").dataset.phase`), "it hears nothing")
	waits.offline(false)
	back := time.Now()
	waits.phase("bet")
	require.Less(t, time.Since(back), 10*time.Second)
	waits.ticks("bet", "d")
	waits.ticks("stop", "4")
	waits.sends()
	waits.until(`document.body.textContent.includes("Votre pari est arrivé")`)
	require.Equal(t, []int{0, 1, 1, 0}, l.votes())
	l.goes("told")
	for _, p := range []*tab{sends, waits} {
		p.phase("told")
	}
}
