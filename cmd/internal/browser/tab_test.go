//go:build browser

package browser

import (
	"cmp"
	"context"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/proving/chromium"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// patience is how long a test waits for the page to do something: long, since
// the machine may be slow and draws in software.
const patience = 60 * time.Second

// tab is a page in a window of its own, with empty storage.
type tab struct {
	t    *testing.T
	ctx  context.Context
	seen map[string]bool // controls whose focus ring was looked at, by kind of screen
	// frame is what holds the game where the page itself does not, as an expression.
	frame string

	mu       sync.Mutex
	requests []string // every address asked for
	console  []string // errors and warnings
}

// setup says how a tab differs from the usual one.
type setup struct {
	width, height int
	noWebGL       bool
	before        string        // script that runs before the page's own
	languages     string        // of the browser, by preference; "" for English
	limit         time.Duration // for all that is done in the tab; 0 for eight minutes
}

// open opens a window. It ends with the test, which from here on runs beside
// others: much of its time it waits.
func open(t *testing.T, s setup) *tab {
	t.Helper()
	t.Parallel()
	if s.width == 0 {
		s.width, s.height = 1366, 768
	}
	k := kind{noWebGL: s.noWebGL, languages: cmp.Or(s.languages, "en")}
	shared, err := browsers.browser(k)
	require.NoError(t, err)
	return openIn(t, shared, s, k.window()...)
}

// beside opens another tab with the storage of this one.
func (p *tab) beside(s setup) *tab {
	p.t.Helper()
	s.width, s.height = 1366, 768
	return openIn(p.t, p.ctx, s, chromedp.WithExistingBrowserContext(chromedp.FromContext(p.ctx).BrowserContextID))
}

// apart opens a window with empty storage, as another device has.
func (p *tab) apart(s setup) *tab {
	p.t.Helper()
	s.width, s.height = 1366, 768
	k := kind{languages: "en"}
	shared, err := browsers.browser(k)
	require.NoError(p.t, err)
	return openIn(p.t, shared, s, k.window()...)
}

// openIn opens a tab in a browser.
func openIn(t *testing.T, shared context.Context, s setup, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(shared, options...)
	t.Cleanup(closeTab)
	ctx, late := context.WithTimeout(ctx, cmp.Or(s.limit, 8*time.Minute)) // a page that hangs fails one test, not all
	t.Cleanup(late)
	tab := &tab{t: t, ctx: ctx, seen: map[string]bool{}}
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			tab.mu.Lock()
			defer tab.mu.Unlock()
			tab.requests = append(tab.requests, e.Request.URL)
		}
	}))
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			tab.mu.Lock()
			tab.console = append(tab.console, string(m.Type)+" "+m.Text)
			tab.mu.Unlock()
		}
	}()
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	_, err = chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	require.NoError(t, err)
	if s.before != "" {
		require.NoError(t, chromium.Before(ctx, s.before))
	}
	tab.size(s.width, s.height, 1)
	return tab
}

// size sets the size of the page, in CSS pixels, and the device's scale.
func (p *tab) size(width, height int, scale float64) {
	p.t.Helper()
	require.NoError(p.t, chromium.Size(p.ctx, width, height, scale))
}

// do runs actions of chromedp.
func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	require.NoError(p.t, chromedp.Do(p.ctx, actions...))
}

// visit goes to an address and waits until its text is there, not until all
// that the page fetches has come.
func (p *tab) visit(address string) {
	p.t.Helper()
	require.NoError(p.t, chromium.Visit(p.ctx, address))
	p.until(`document.readyState !== "loading"`)
}

// reload loads the page again.
func (p *tab) reload() {
	p.t.Helper()
	p.visit(eval[string](p, `location.href`))
}

// eval gives the value of a JavaScript expression.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	v, err := chromium.Eval[T](p.ctx, p.within(expression))
	require.NoError(p.t, err)
	return v
}

// within has an expression mean the page that holds the game.
func (p *tab) within(expression string) string {
	if p.frame == "" {
		return expression
	}
	return "with (" + p.frame + ") { (" + expression + ") }"
}

// until waits for an expression to become true. It does not ask for animation
// frames, which would disturb the gate.
func (p *tab) until(expression string) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		there, err := chromium.Eval[bool](p.ctx, p.within("Boolean("+expression+")"))
		if there && err == nil {
			return
		}
		if time.Now().After(deadline) { // until then a page may be on its way to another
			require.NoError(p.t, err)
			require.FailNow(p.t, "the page did not get there", "%s\nstate: %s\nconsole:\n%s",
				expression, eval[string](p, state), strings.Join(p.said(), "\n"))
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// state is what to know of a page that did not get where it should.
const state = `JSON.stringify({
	html: {...document.documentElement.dataset}, screen: {...document.getElementById("screen")?.dataset},
	frames: window.gate?.frames, focus: document.activeElement?.id, visible: document.visibilityState,
})`

// playing waits until the game has been drawn for the first time.
func (p *tab) playing() {
	p.t.Helper()
	p.until(`document.documentElement?.dataset.state === "playing"`)
}

// ready waits until the screen takes presses: one that has just come takes none.
func (p *tab) ready() {
	p.t.Helper()
	p.until(`!document.getElementById("screen")?.dataset.guarded`)
}

// press presses and releases a key, or types a text.
func (p *tab) press(keys string, options ...chromedp.KeyOption) {
	p.t.Helper()
	p.ready()
	p.do(chromedp.KeyEvent(keys, options...))
}

// click clicks at a place of the page, in CSS pixels.
func (p *tab) click(x, y float64) {
	p.t.Helper()
	p.ready()
	require.NoError(p.t, chromium.Click(p.ctx, x, y))
}

// wheel turns the wheel over the middle of the page, by so many CSS pixels.
func (p *tab) wheel(by float64) {
	p.t.Helper()
	require.NoError(p.t, chromium.Wheel(p.ctx, by))
}

// clickOn clicks in the middle of the element that a selector finds, as it lies
// on the screen now.
func (p *tab) clickOn(selector string) {
	p.t.Helper()
	r := p.rect(selector)
	p.click(r.X+r.W/2, r.Y+r.H/2)
}

// rect is a place in the window, in CSS pixels.
type rect struct{ X, Y, W, H float64 }

// rect says where an element lies.
func (p *tab) rect(selector string) rect {
	p.t.Helper()
	return eval[rect](p, `(() => {
		const r = document.querySelector(`+strconv.Quote(selector)+`).getBoundingClientRect();
		return {X: r.x, Y: r.y, W: r.width, H: r.height};
	})()`)
}

// said gives what the page wrote to the console.
func (p *tab) said() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.console...)
}

// asked gives the addresses that the page asked for.
func (p *tab) asked() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.requests...)
}
