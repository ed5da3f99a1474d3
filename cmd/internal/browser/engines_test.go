//go:build browser

package browser

import (
	"cmp"
	"context"
	"encoding/base64"
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hardcases/game/play"
	"hardcases/proving/engine"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestEngines plays the core of the game in every engine, by pointer and by keys, does
// what a browser does around it, and takes away from each what it may be without.
func TestEngines(t *testing.T) {
	for _, name := range []engine.Name{engine.Chromium, engine.Firefox, engine.WebKit} {
		t.Run(string(name), func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			c := &core{tab: openEngine(t, name, engine.Setup{Downloads: folder}), name: name, address: serveSite(t), folder: folder}
			for _, part := range coreParts {
				if part.whole && !*every {
					continue
				}
				if part.in != nil && !slices.Contains(part.in, name) {
					continue
				}
				if !t.Run(part.name, func(t *testing.T) { c.t = t; part.run(c) }) {
					break // what comes after goes on from there
				}
			}
			for without, test := range doingWithout {
				t.Run("without "+string(without), func(t *testing.T) {
					p := openEngine(t, name, engine.Setup{Without: without})
					p.visit(serveSite(t))
					test(p)
				})
			}
		})
	}
}

// core is one engine's way through the core.
type core struct {
	*tab
	name    engine.Name
	address string
	folder  string // where files are saved
}

// coreParts each go on where the one before has ended. What is in some engines only
// has not been seen to work in the others yet, as they are driven here. The whole way
// is gone with -every only.
var coreParts = []struct {
	name  string
	run   func(c *core)
	in    []engine.Name // nil for all
	whole bool
}{
	{"start", (*core).start, nil, false},
	{"a case by pointer", (*core).byPointer, nil, false},
	{"a case by keys", (*core).byKeys, nil, false},
	{"reload", (*core).reloaded, notWebKit, false},
	{"back and forward", (*core).backAndForward, []engine.Name{engine.Firefox, engine.WebKit}, false}, // two tabs of Chromium: TestTwoTabsAtRandom,
	{"two tabs", (*core).twoTabs, notWebKit, false},
	{"print", (*core).printed, notWebKit, false}, // its driver has no such command
	{"a save leaves and comes back", (*core).saveAndOpen, notWebKit, false},
	{"a phone", (*core).phone, notWebKit, false},
	{"the whole way by pointer", (*core).wholeByPointer, notWebKit, true},
	{"the cases by keys", (*core).casesByKeys, nil, true},
}

var notWebKit = []engine.Name{engine.Chromium, engine.Firefox}

func (c *core) start() {
	c.visit(c.address + "?lang=en")
	c.playing()
	require.Equal(c.t, "home", c.screen())
	require.Equal(c.t, "canvas", eval[string](c.tab, `document.documentElement.dataset.view`))
	require.Equal(c.t, "n-title", eval[string](c.tab, `document.activeElement.id`))
	c.agrees()
	c.pictured = c.name != engine.Chromium // whose tests look at all of the hand-over
}

// home goes to the first screen.
func (c *core) home() {
	c.visit(c.address + "?lang=en")
	c.playing()
	if c.screen() != "home" {
		c.after(func() { c.hit("bar-home") })
	}
}

// byPointer plays the first case on the picture.
func (c *core) byPointer() {
	c.after(func() { c.hit("start") })
	c.toDebrief(func(button string) { c.after(func() { c.hit(button) }) }, func() {
		for _, group := range []string{"options", "reasons", "bets", "stakes"} {
			if c.has(group) {
				all := c.radios(group)
				c.choose(all[1%len(all)])
			}
		}
		c.after(func() { c.hit("commit") })
	})
}

// byKeys plays the second case without a pointer.
func (c *core) byKeys() {
	c.home()
	c.after(func() { c.tabTo("case-y2019", "\r") })
	press := func(string) {
		c.after(func() { c.press("\r") })
		require.Equal(c.t, "n-title", eval[string](c.tab, `document.activeElement.id`))
	}
	c.toDebrief(press, func() { c.decideByKeys(1) })
}

// toDebrief goes on to the end of a case: by a button from screen to screen, and by
// decide through its decisions.
func (c *core) toDebrief(by func(button string), decide func()) {
	buttons := map[string]string{"briefing": "begin", "seat": "take", "reveal": "next"}
	for decisions := 0; ; {
		kind, _, _ := strings.Cut(c.screen(), "-")
		c.agrees()
		switch {
		case kind == "debrief":
			require.GreaterOrEqual(c.t, decisions, 2)
			return
		case kind == "decision":
			decide()
			decisions++
		default:
			require.Contains(c.t, buttons, kind)
			by(buttons[kind])
		}
	}
}

// reloaded chooses, loads the page again, and finds the choice.
func (c *core) reloaded() {
	c.home()
	c.after(func() { c.tabTo("case-y2022", "\r") })
	c.toAnswer()
	c.press("b")
	c.until(`document.activeElement.checked`)
	c.reloadInTheMiddle()
}

// backAndForward leaves the page in a decision and comes back to it, twice: the browser
// may have kept the page, but not its picture.
func (c *core) backAndForward() {
	c.home()
	c.after(func() { c.tabTo("case-y2022", "\r") })
	c.toAnswer()
	c.press("b")
	c.until(`document.activeElement.checked`)
	screen, checked, before := c.screen(), c.checked(), c.looks()
	eval[bool](c.tab, `(window.kept = true)`)
	away := c.address + "licences.txt"
	c.visit(away)
	for range 2 {
		require.NoError(c.t, c.page.Traverse(-1))
		c.until(`location.href !== "` + away + `" && document.documentElement.dataset.view === "canvas"`)
		c.playing()
		require.Equal(c.t, screen, c.screen())
		require.Equal(c.t, checked, c.checked())
		require.Equal(c.t, before, c.looks(), "the picture")
		require.True(c.t, eval[bool](c.tab, `window.kept === true`), "the page is the one that was left")
		require.NoError(c.t, c.page.Traverse(1))
		c.until(`location.href === "` + away + `"`)
	}
	require.NoError(c.t, c.page.Traverse(-1))
	c.until(`location.href !== "` + away + `"`)
	c.playing()
}

// looks is the picture of the page, once it stands still.
func (c *core) looks() image.Image {
	c.until(`document.getElementById("screen").dataset.settled === "true"`)
	time.Sleep(500 * time.Millisecond)
	shot, err := c.page.Picture()
	require.NoError(c.t, err)
	return shot
}

// twoTabs opens the game in a second tab, and finds there what the first has decided
// meanwhile, once that tab comes into view.
func (c *core) twoTabs() {
	page, err := c.page.Beside()
	require.NoError(c.t, err)
	second := &tab{t: c.t, page: page, seen: map[string]bool{}}
	eval[bool](c.tab, alwaysPicture)
	second.visit(c.address + "?lang=en")
	second.playing()
	answers := second.answers()
	c.decideByKeys(2)
	require.Equal(c.t, answers+1, second.answers())
	eval[bool](second, `document.dispatchEvent(new Event("visibilitychange"))`)
	second.until(atScreen + ` === "` + c.screen() + `"`)
	require.NoError(c.t, second.page.Close())
}

// wholeByPointer goes the whole way with a pointer.
func (c *core) wholeByPointer() {
	c.goes(hand{
		act:    c.hitUntilHeard,
		choose: func(group string, n int) { all := c.radios(group); c.choose(all[n%len(all)]) },
	})
}

// hitUntilHeard presses a button that leads to another screen, and once more where nothing
// has come of it in a while: on a busy machine WebKit's driver has lost a click.
func (c *core) hitUntilHeard(button string) {
	before := c.screen()
	c.ready()
	c.hit(button)
	for deadline := time.Now().Add(10 * time.Second); c.screen() == before; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			c.t.Log("pressed once more: ", button)
			c.after(func() { c.hit(button) })
		}
	}
	c.left()
}

// casesByKeys goes through all cases without a pointer.
func (c *core) casesByKeys() {
	c.goes(hand{casesOnly: true, act: func(button string) {
		c.after(func() { c.tabTo(button, "\r") })
		require.Equal(c.t, "n-title", eval[string](c.tab, `document.activeElement.id`))
	}, choose: func(group string, n int) {
		all := c.radios(group)
		c.tabTo(group, " ")
		for range n % len(all) {
			c.press(kb.ArrowDown)
		}
		c.until(`document.querySelector('` + at(all[n%len(all)]) + ` input').checked`)
	}})
}

// goes begins anew and goes the whole way, and says how long that was.
func (c *core) goes(h hand) {
	screens, steps, act, choose := 0, 0, h.act, h.choose
	h.act = func(button string) { screens++; steps++; act(button) }
	h.choose = func(group string, n int) { steps++; choose(group, n) }
	defer func() { c.t.Logf("%d screens, %d steps, to %s", screens, steps, c.screen()) }()
	h.stays = c.name == engine.WebKit
	eval[bool](c.tab, `(localStorage.clear(), sessionStorage.clear(), true)`)
	c.visit(c.address + "?lang=en")
	c.playing()
	c.theWholeWay(h)
}

// printed puts the page on paper.
func (c *core) printed() {
	paper, err := c.page.Paper()
	require.NoError(c.t, err)
	require.True(c.t, strings.HasPrefix(string(paper), "%PDF-"))
	require.Greater(c.t, len(paper), 10_000, "a page of text")
}

// saveAndOpen writes the save as a file, forgets it, and opens the file. The dialog
// of the browser is left out: the file is put where the dialog would put it.
func (c *core) saveAndOpen() {
	before := c.journal()
	c.after(func() { c.hit("bar-settings") })
	c.hit("export")
	b := c.saved(filepath.Join(c.folder, "hard-cases.save"))
	kept, err := play.ReadJournal(b)
	require.NoError(c.t, err)
	require.Equal(c.t, before.Msgs, kept.Msgs[:len(before.Msgs)])
	eval[bool](c.tab, `(localStorage.clear(), sessionStorage.clear(), true)`)
	c.visit(c.address + "?lang=en")
	c.playing()
	require.Equal(c.t, "home", c.screen())
	require.Zero(c.t, c.answers())
	c.after(func() { c.hit("bar-settings") })
	eval[bool](c.tab, fmt.Sprintf(`(HTMLInputElement.prototype.click = function () {
		const data = new DataTransfer();
		data.items.add(new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], "hard-cases.save"));
		this.files = data.files;
		this.dispatchEvent(new Event("change"));
	}, true)`, base64.StdEncoding.EncodeToString(b)))
	c.hit("import")
	c.until(notice)
	require.Equal(c.t, kept.Msgs, c.journal().Msgs[:len(kept.Msgs)])
	c.after(func() { c.press("\x1b") })
}

// phone has the page as small as a phone's, where nothing is wider than the page.
func (c *core) phone() {
	require.NoError(c.t, c.page.Size(390, 844))
	c.visit(c.address + "?lang=en")
	c.playing()
	c.after(func() { c.hit("bar-settings") })
	c.agrees()
	c.until(`document.getElementById("screen").dataset.settled === "true"`)
	require.LessOrEqual(c.t, eval[int](c.tab, `document.documentElement.scrollWidth`), 390)
	require.Equal(c.t, []int{390, 844}, eval[[]int](c.tab, `[document.querySelector("canvas").clientWidth, document.querySelector("canvas").clientHeight]`))
	c.after(func() { c.press("\x1b") })
	require.NoError(c.t, c.page.Size(1366, 768))
}

// doingWithout says what there is to see where something is missing.
var doingWithout = map[engine.Without]func(p *tab){
	engine.JavaScript: func(p *tab) {
		p.until(`document.readyState === "complete"`)
		text := eval[string](p, visibleText)
		for _, want := range []string{"You run the network.", "This game needs JavaScript", "Vous dirigez le réseau.", "Ce jeu a besoin de JavaScript"} {
			require.Contains(p.t, text, want)
		}
		require.NotContains(p.t, text, "Loading the game")
	},
	engine.WebAssembly: func(p *tab) { p.saysOnly("nowasm") },
	engine.WebGL: func(p *tab) {
		p.playing()
		require.Equal(p.t, "plain", eval[string](p, `document.documentElement.dataset.view`))
		p.until(`(` + notice + `).includes("WebGL 2 is missing")`)
		p.after(func() { p.press("\r") })
		p.agrees()
	},
	engine.Storage: func(p *tab) {
		p.playing()
		p.until(trouble)
		require.Contains(p.t, eval[string](p, trouble), "Nothing may be kept here")
		p.after(func() { p.press("\r") })
		require.Contains(p.t, eval[string](p, trouble), "Nothing may be kept here", "it lasts")
	},
}

// inAll is how long an engine may take: as in the other tests, or for the whole.
func inAll() time.Duration {
	if *every {
		return 80 * time.Minute
	}
	return 8 * time.Minute
}

// openEngine opens a page of an engine, with empty storage.
func openEngine(t *testing.T, name engine.Name, s engine.Setup) *tab {
	t.Helper()
	s.Languages = cmp.Or(s.Languages, "en")
	ctx, late := context.WithTimeout(t.Context(), inAll())
	t.Cleanup(late)
	p := &tab{t: t, seen: map[string]bool{}}
	var stop func()
	var err error
	switch name {
	case engine.Chromium:
		return openChromium(t, s)
	case engine.Firefox:
		p.page, stop, err = engine.OfFirefox(ctx, s)
	case engine.WebKit:
		p.page, stop, err = engine.OfWebKit(ctx, s)
	}
	require.NoError(t, err)
	t.Cleanup(stop)
	require.NoError(t, p.page.Size(1366, 768))
	return p
}

// openChromium opens a page of the Chromium that all tests share. What there is no
// switch for, a script takes away.
func openChromium(t *testing.T, s engine.Setup) *tab {
	t.Helper()
	look := setup{width: 1366, height: 768, relayed: true, limit: inAll(), noWebGL: s.Without == engine.WebGL, languages: s.Languages, before: map[engine.Without]string{
		engine.WebAssembly: `delete window.WebAssembly`,
		engine.Storage: `for (const name of ["localStorage", "sessionStorage"])
			Object.defineProperty(window, name, {get() { throw new DOMException("denied", "SecurityError"); }})`,
	}[s.Without]}
	p := openIn(t, shared(t, look), look, ownWindow...)
	if s.Without == engine.JavaScript {
		_, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		require.NoError(t, err)
	}
	if s.Downloads != "" {
		_, err := chromedp.Call(p.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
			Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: s.Downloads,
			BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
		})
		require.NoError(t, err)
	}
	return p
}
