//go:build browser

package browser

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/proving/chromium"
	"hardcases/proving/engine"

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
	t        *testing.T
	page     engine.Page
	ctx      context.Context // of chromedp, for what only Chromium can be asked; else nil
	seen     map[string]bool // controls whose focus ring was looked at, by kind of screen
	pictured bool            // from the next visit on each page begins with its picture
	plain    bool            // its pages begin without one, and so do those beside it
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
	plain         bool          // the page alone, as on a device with little memory; else with its picture
	before        string        // script that runs before the page's own
	languages     string        // of the browser, by preference; "" for English
	strict        bool          // frames of another site may keep nothing
	crowd         bool          // the page is one of many small ones
	scriptless    bool          // JavaScript is switched off
	moves         bool          // the picture moves; else its player wants less motion
	relayed       bool          // the game begins on the page, as for most; else with its picture
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
	return openIn(t, shared(t, s), s, ownWindow...)
}

// shared is the Chromium for such a tab.
func shared(t *testing.T, s setup) context.Context {
	t.Helper()
	ctx, err := browsers.browser(kind{noWebGL: s.noWebGL, strict: s.strict, crowd: s.crowd})
	require.NoError(t, err)
	return ctx
}

// ownWindow is a new window with storage of its own.
var ownWindow = []chromedp.ContextOption{chromedp.WithNewWindow(true), chromedp.WithNewBrowserContext()}

// beside opens another tab with the storage of this one.
func (p *tab) beside(s setup) *tab {
	p.t.Helper()
	s.width, s.height, s.plain = 1366, 768, s.plain || p.plain
	return openIn(p.t, p.ctx, s, chromedp.WithExistingBrowserContext(chromedp.FromContext(p.ctx).BrowserContextID))
}

// apart opens a window with empty storage, as another device has.
func (p *tab) apart(s setup) *tab {
	p.t.Helper()
	s.width, s.height, s.plain = 1366, 768, s.plain || p.plain
	return openIn(p.t, shared(p.t, s), s, ownWindow...)
}

// openIn opens a tab in a browser.
func openIn(t *testing.T, shared context.Context, s setup, options ...chromedp.ContextOption) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(shared, options...)
	t.Cleanup(closeTab)
	ctx, late := context.WithTimeout(ctx, cmp.Or(s.limit, 8*time.Minute)) // a page that hangs fails one test, not all
	t.Cleanup(late)
	tab := &tab{t: t, page: engine.OfChromium(ctx), ctx: ctx, seen: map[string]bool{}, plain: s.plain}
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
	if !s.moves { // what moves would keep the processor from all else
		_, err = chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}},
		})
		require.NoError(t, err)
	}
	if s.scriptless {
		_, err = chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		require.NoError(t, err)
	}
	_, err = chromedp.Call(ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{AcceptLanguage: cmp.Or(s.languages, "en")})
	require.NoError(t, err)
	switch {
	case s.plain:
		require.NoError(t, chromium.Before(ctx, littleMemory))
	case !s.relayed:
		require.NoError(t, chromium.Before(ctx, alwaysPicture))
	}
	if s.before != "" {
		require.NoError(t, chromium.Before(ctx, s.before))
	}
	tab.size(s.width, s.height, 1)
	return tab
}

// littleMemory has each page begin without its picture, and fetch none. To draw one by
// the processor costs more than all else: tests that do not look at it go without.
const littleMemory = `Object.defineProperty(navigator, "deviceMemory", {value: 1});`

// alwaysPicture has each page begin as for a player who always wants the picture and
// none else, unless there is to be none at all: most tests are not about the start, and
// a second program for each would cost them a third more of the processor.
const alwaysPicture = `(() => {
	try {
		const key = "hardcases.look", [language, theme, picture] = (localStorage.getItem(key) || "- auto").split(" ");
		if (picture !== "never") localStorage.setItem(key, language + " " + theme + " always");
	} catch {} // nothing may be kept
	return true;
})()`

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
	if p.pictured { // of an engine that runs no script before the page's own
		eval[bool](p, alwaysPicture)
	}
	require.NoError(p.t, p.page.Visit(address))
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
	v, err := evaluated[T](p, expression)
	require.NoError(p.t, err, expression)
	return v
}

// evaluated is eval where the page may be on its way to another.
func evaluated[T any](p *tab, expression string) (T, error) {
	var v T
	b, err := p.page.Eval(p.within(expression))
	if err != nil {
		return v, err
	}
	if string(b) == "null" {
		switch any(v).(type) {
		case bool, string, int, float64:
			return v, errors.New("null, or nothing")
		}
	}
	return v, json.Unmarshal(b, &v)
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
		there, err := evaluated[bool](p, "Boolean("+expression+")")
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
	frames: window.gate?.frames, owed: window.gate?.owed, arrived: Boolean(window.gate?.relay?.take),
	focus: document.activeElement?.id, visible: document.visibilityState, at: location.href,
	text: document.body?.innerText.slice(0, 500),
})`

// playing waits until the game has been drawn for the first time, where it is to be
// drawn, and else until it can be played on the page.
func (p *tab) playing() {
	p.t.Helper()
	p.until(playable + ` && document.documentElement.dataset.picture !== "coming"`)
}

// onPage waits until the game can be played, with its picture or before it, or behind
// the first screen that stands.
func (p *tab) onPage() {
	p.t.Helper()
	p.until(playable + ` || gate.stands && gate.enter`)
}

const playable = `document.documentElement?.dataset.state === "playing"`

// ready waits until the screen takes presses: one that has just come takes none.
func (p *tab) ready() {
	p.t.Helper()
	p.until(`!document.getElementById("screen")?.dataset.guarded`)
}

// press presses and releases a key, or types a text.
func (p *tab) press(keys string) {
	p.t.Helper()
	p.ready()
	require.NoError(p.t, p.page.Press(keys))
}

// click clicks at a place of the page, in CSS pixels.
func (p *tab) click(x, y float64) {
	p.t.Helper()
	p.ready()
	require.NoError(p.t, p.page.Click(x, y))
}

// wheel turns the wheel over the middle of the page, by so many CSS pixels.
func (p *tab) wheel(by float64) {
	p.t.Helper()
	require.NoError(p.t, p.page.Wheel(by))
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
