//go:build browser

package browser

import (
	"encoding/base64"
	"flag"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/game/class"
	"hardcases/game/keep"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/wasm/store"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// handOvers is how often TestHandOversInARow loads a page and has the game handed over.
var handOvers = flag.Int("handovers", 4, "how many hand-overs in a row (a hundred take six minutes)")

// unkept has the browser keep no program, so that each comes from the server.
const unkept = `Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined});`

// picture holds the program with the picture back, at the server.
type picture struct {
	let     chan struct{} // one for each page that may have it
	address string
}

func holdPicture(t *testing.T) *picture {
	t.Helper()
	s := &picture{let: make(chan struct{}, 1000)}
	s.address = serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasPrefix(r.URL.Path, "/game.") {
				w = unstored{w}
				select {
				case <-s.let:
				case <-r.Context().Done():
					return
				}
			}
			h.ServeHTTP(w, r)
		})
	})
	return s
}

// unstored is an answer that the browser asks for again each time.
type unstored struct{ http.ResponseWriter }

// WriteHeader implements http.ResponseWriter.
func (u unstored) WriteHeader(code int) {
	u.Header().Set("Cache-Control", "no-store")
	u.ResponseWriter.WriteHeader(code)
}

// at opens the page where a game of this journal is.
func (s *picture) at(p *tab, j play.Journal) {
	p.t.Helper()
	b, err := j.Bytes()
	require.NoError(p.t, err)
	session, _ := play.Restore(shipped(p.t), j)
	slot := "cloudflare"
	if session.State().InLesson() {
		slot = keep.Lesson(slot)
	}
	front := base64.StdEncoding.EncodeToString([]byte(slot))
	p.visit(s.address + "no-such-page")
	eval[bool](p, `(() => {
		localStorage.clear();
		localStorage.setItem("`+store.Key(slot)+`", "`+base64.StdEncoding.EncodeToString(b)+`");
		for (const storage of [localStorage, sessionStorage]) storage.setItem("`+store.Key(keep.FrontName)+`", "`+front+`");
		return true;
	})()`)
	p.visit(s.address)
	p.onPage()
}

// seen is what a player has before them.
type seen struct {
	Screen, Title, Lang, Focus string
	Checked                    []string
	Said                       map[string]string
}

const seeing = `({
	Screen: ` + atScreen + `, Title: document.title, Lang: document.documentElement.lang, Focus: document.activeElement.id,
	Checked: [...document.querySelectorAll("#screen input:checked")].map((e) => e.id),
	Said: Object.fromEntries([...document.querySelectorAll("#screen [id]:not(input)")].map((e) => {
		const copy = e.cloneNode(true);
		for (const other of copy.querySelectorAll("svg, .going")) other.remove();
		return [e.id, copy.textContent];
	})),
})`

// noting notes each element that there is, and all that happens to them: a screen
// reader would hear of it.
const noting = `(() => {
	window.there = [...document.querySelectorAll("#screen *")].filter((e) => !e.closest("svg"));
	window.changes = [];
	new MutationObserver((list) => {
		for (const m of list) {
			if (m.type === "attributes") continue;
			if ([...m.removedNodes].every((n) => n.tagName === "svg") && !m.addedNodes.length) continue;
			changes.push(m.type + " in " + (m.target.id || m.target.parentNode?.id));
		}
	}).observe(document.getElementById("screen"), {childList: true, subtree: true, characterData: true});
	return true;
})()`

// anywhere has the picture come also where the player is in the middle of something.
func (p *tab) anywhere() {
	p.t.Helper()
	eval[bool](p, `gate.relay.anywhere = true`)
}

// handsOver lets the picture come and demands that nothing is another than it was.
func (s *picture) handsOver(p *tab) {
	p.t.Helper()
	p.until(`!gate.owed && !document.getElementById("screen").dataset.guarded`)
	before := eval[seen](p, seeing)
	done := p.journal().Msgs // before there are any, nothing is kept
	said := p.said()
	eval[bool](p, noting)
	p.anywhere()
	s.let <- struct{}{}
	p.playing()
	require.Equal(p.t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
	p.until(`document.getElementById("screen").dataset.settled === "true"`)
	require.Equal(p.t, before, eval[seen](p, seeing))
	require.Equal(p.t, done, p.journal().Msgs)
	require.Empty(p.t, eval[[]string](p, `changes`), "what is read was touched")
	require.Zero(p.t, eval[int](p, `there.filter((e) => !e.isConnected).length`), "elements are others")
	require.Equal(p.t, said, p.said())
	p.agrees()
}

// TestHandOverOnEveryKindOfScreen hands the game over on each screen that has a part
// that none before it has.
func TestHandOverOnEveryKindOfScreen(t *testing.T) {
	s := holdPicture(t)
	p := open(t, setup{width: 800, height: 600, limit: time.Hour, before: unkept, relayed: true})
	game := shipped(t)
	stops := sights(t, game, "en")
	if !*every {
		stops = aKind(stops)
	}
	for _, stop := range stops {
		t.Log(stop.Name)
		s.at(p, stop.Journal)
		s.handsOver(p)
	}
}

// aKind are the first stop on each screen, and with each kind of sheet.
func aKind(stops []tour.Stop) []tour.Stop {
	var first []tour.Stop
	known := map[string]bool{}
	for _, stop := range stops {
		kind := fmt.Sprint(stop.State.Screen, stop.State.Sheet.Kind)
		if !known[kind] {
			known[kind] = true
			first = append(first, stop)
		}
	}
	return first
}

// decides has a tab at a decision.
func (s *picture) decides(p *tab) {
	p.t.Helper()
	p.visit(s.address)
	p.onPage()
	p.toAnswer()
	p.anywhere()
}

// TestHandOverInTheMiddle hands the game over in the middle of what a player does.
func TestHandOverInTheMiddle(t *testing.T) {
	t.Run("a draft, with a radio in focus", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
		s.decides(p)
		p.press("b")
		p.until(`document.activeElement.type === "radio"`)
		s.handsOver(p)
		p.press(kb.ArrowDown)
		p.until(`document.activeElement.id !== "" && document.activeElement.checked`)
		p.decideByKeys(2)
		require.True(t, strings.HasPrefix(p.screen(), "reveal-"))
		p.agrees()
	})
	t.Run("a sheet that gives the focus back", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
		s.decides(p)
		const who = `document.querySelector('[id^="n-fact-"][id$="-who"]')`
		opener := eval[string](p, who+`.id`)
		eval[bool](p, who+`.focus() || true`)
		p.press("\r")
		p.until(`document.querySelector('#screen [role="dialog"]')`)
		s.handsOver(p)
		p.press("\x1b")
		p.until(`!document.querySelector('#screen [role="dialog"]')`)
		require.Equal(t, opener, eval[string](p, `document.activeElement.id`))
	})
	t.Run("a page that is scrolled", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{width: 390, height: 844, before: unkept, relayed: true})
		s.decides(p)
		const top = `[...document.querySelectorAll("#screen [id]")].find((e) => !e.children.length && e.textContent && e.getBoundingClientRect().top >= 64)`
		eval[bool](p, `scrollTo(0, 500) === undefined`)
		id := eval[string](p, top+`.id`)
		y := p.rect("#" + id).Y
		s.handsOver(p)
		require.InDelta(t, y, p.rect("#"+id).Y, 2, id)
	})
	t.Run("a notice", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
		p.visit(s.address)
		p.onPage()
		p.until(`!document.getElementById("screen").dataset.guarded`)
		eval[bool](p, `localStorage.setItem(`+saveKey+`, "no save at all") || true`)
		p.visit(s.address + "no-such-page")
		p.visit(s.address)
		p.onPage()
		p.until(`(` + notice + `).includes("could not be read")`)
		s.handsOver(p)
	})
	t.Run("another language, and Back", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
		s.decides(p)
		p.clickOn(at("bar-language"))
		p.until(`document.documentElement.lang === "fr"`)
		s.handsOver(p)
		eval[bool](p, `history.back() === undefined`)
		p.until(atScreen + `.startsWith("briefing")`)
	})
}

// arrives waits until the program with the picture could go on, and a while longer.
func (p *tab) arrives() {
	p.t.Helper()
	p.until(`gate.relay?.take`)
	time.Sleep(time.Second)
}

const coming = `document.documentElement.dataset.picture === "coming" && document.documentElement.dataset.view === "plain"`

// TestHandOverWaits for the hand to be off the keys and the pointer, for a selection to
// be gone, and for storage to answer. Each holds the picture back alone for a second; the
// next begins before it ends.
func TestHandOverWaits(t *testing.T) {
	key := func(p *tab, kind input.DispatchKeyEventType) {
		_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: "Shift", Code: "ShiftLeft"})
		require.NoError(p.t, err)
	}
	mouse := func(p *tab, kind input.DispatchMouseEventType) {
		_, err := chromedp.Call(p.ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: 5, Y: 300, Button: "left", ClickCount: 1})
		require.NoError(p.t, err)
	}
	holds := []struct {
		name        string
		begin, ends func(*tab)
	}{
		{"a key", func(p *tab) { key(p, "keyDown") }, func(p *tab) { key(p, "keyUp") }},
		{
			"a selection",
			func(p *tab) {
				eval[bool](p, `getSelection().selectAllChildren(document.querySelector("#screen h1")) === undefined`)
			},
			func(p *tab) { eval[bool](p, `getSelection().removeAllRanges() === undefined`) },
		},
		{"a pointer", func(p *tab) { mouse(p, "mousePressed") }, func(p *tab) { mouse(p, "mouseReleased") }},
		{
			"storage",
			func(p *tab) {
				eval[bool](p, `(Storage.prototype.getItem = () => { throw new DOMException("denied", "SecurityError"); }, true)`)
			},
			func(p *tab) {
				eval[bool](p, `(Storage.prototype.getItem = getItem, true)`)
				p.press("\t")
			},
		},
	}
	s, p := holdPicture(t), open(t, setup{before: unkept + `window.getItem = Storage.prototype.getItem`, relayed: true})
	s.decides(p)
	p.until(`gate.relay && !gate.owed`)
	p.until(`document.querySelector('script[src*="relay."]')`)
	time.Sleep(200 * time.Millisecond)
	holds[0].begin(p)
	s.let <- struct{}{}
	p.until(`gate.relay?.take`)
	for i, hold := range holds {
		time.Sleep(time.Second) // longer than it waits after a press
		require.True(t, eval[bool](p, coming), hold.name)
		if i+1 < len(holds) {
			holds[i+1].begin(p)
		}
		hold.ends(p)
	}
	p.playing()
	require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
	p.decideByKeys(1)
	p.agrees()
	require.Empty(t, p.said())
}

// wound has the page count its intervals, and a test wind its clock on.
const wound = `window.skip = 0;
	const now = performance.now.bind(performance);
	performance.now = () => now() + skip;
	window.intervals = new Set();
	const [set, clear] = [setInterval, clearInterval];
	window.setInterval = (...args) => {
		const id = set(...args);
		intervals.add(id);
		return id;
	};
	window.clearInterval = (id) => {
		intervals.delete(id);
		clear(id);
	};`

// TestALessonGoesOnBesideThePicture leaves a class at a vote for more than a minute while
// the program with the picture is ready behind the page: of the two one tells the time.
func TestALessonGoesOnBesideThePicture(t *testing.T) {
	s, p := holdPicture(t), open(t, setup{before: unkept + wound, relayed: true})
	lesson := play.NewSession(shipped(t), 1, "en")
	for _, m := range []play.Msg{play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start}} {
		lesson.Send(m)
	}
	for lesson.State().Class.Stage != class.Voting {
		lesson.Send(play.Class{Act: class.Forward})
	}
	s.at(p, lesson.Journal())
	said := p.said()
	p.until(`gate.calm`)
	p.press("3") // hands, which leave the screen as it is
	s.let <- struct{}{}
	p.arrives()
	p.until(`document.querySelector("canvas")`)
	time.Sleep(time.Second)
	require.True(t, eval[bool](p, coming))
	eval[bool](p, `(skip = 61_000, true)`)
	p.until(`document.getElementById("n-progress").textContent.includes("1 of ")`)
	time.Sleep(2 * time.Second)
	require.True(t, eval[bool](p, coming), "the page is still what is read")
	require.Empty(t, eval[[]string](p, `[...document.querySelectorAll("#screen [id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) !== i)`), "there twice")
	p.after(func() { p.press("\r") })
	p.playing()
	require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
	p.agrees()
	require.Equal(t, 1, eval[int](p, `intervals.size`), "one program tells the time")
	p.clickOn(at("bar-home"))
	p.until(`!intervals.size`)
	require.Equal(t, said, p.said())
}

// TestThePictureWaitsForTheNextScreen: what is being read does not change under the
// reader.
func TestThePictureWaitsForTheNextScreen(t *testing.T) {
	s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
	p.visit(s.address)
	p.onPage()
	p.clickOn(`#boot [lang=en] [data-node=start]`)
	p.until(atScreen + `.startsWith("briefing")`)
	p.wheel(40)
	s.let <- struct{}{}
	p.arrives()
	require.True(t, eval[bool](p, coming))
	p.after(func() { p.press("\r") })
	p.playing()
	require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
	p.toAnswer()
	p.agrees()
	require.Empty(t, p.said())
}

// TestTheFirstScreenStands until its picture comes, or for a while, or until it is
// pressed, which is answered at once.
func TestTheFirstScreenStands(t *testing.T) {
	const start = `#boot [lang=en] [data-node=start]`
	const boot = `getComputedStyle(document.getElementById("boot")).display`
	for _, end := range []string{"picture", "press", "key", "patience"} {
		t.Run(end, func(t *testing.T) {
			s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
			p.visit(s.address)
			button := p.rect(start)
			p.onPage()
			if end != "patience" {
				require.Equal(t, button, p.rect(start), "nothing has moved")
				require.Equal(t, "block", eval[string](p, boot))
			}
			switch end {
			case "picture":
				s.let <- struct{}{}
				p.playing()
				require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
				require.Equal(t, "home", p.screen())
				p.until(`document.activeElement.id === "n-title"`)
			case "press":
				p.clickOn(start)
				p.until(atScreen + `.startsWith("briefing")`)
			case "key":
				p.after(func() { p.press("?") })
				require.Equal(t, "help", p.screen())
			case "patience":
				p.until(playable)
				require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
				require.Equal(t, "home", p.screen())
			}
			require.Equal(t, "none", eval[string](p, boot))
			require.Equal(t, "n-title", eval[string](p, `document.activeElement.id`))
			p.agrees()
			require.Empty(t, p.said())
		})
	}
}

// TestThePictureDoesNotCome: the game goes on on the page, whatever comes in its place,
// and says so once to who has asked for the picture.
func TestThePictureDoesNotCome(t *testing.T) {
	for name, answer := range map[string]func(w http.ResponseWriter, h http.Handler, r *http.Request){
		"an error": func(w http.ResponseWriter, _ http.Handler, _ *http.Request) {
			http.Error(w, "broken", http.StatusBadGateway)
		},
		"another file": func(w http.ResponseWriter, _ http.Handler, _ *http.Request) {
			_, _ = w.Write([]byte("<!doctype html>"))
		},
		"half of it": func(w http.ResponseWriter, h http.Handler, r *http.Request) {
			h.ServeHTTP(&cut{w, 100_000}, r)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var failing atomic.Bool
			failing.Store(true)
			address := serveThrough(t, func(h http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if strings.HasPrefix(r.URL.Path, "/game.") && failing.Load() {
						answer(w, h, r)
						return
					}
					h.ServeHTTP(w, r)
				})
			})
			p := open(t, setup{relayed: true})
			p.visit(address)
			p.playing()
			require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
			require.Empty(t, eval[string](p, notice))
			p.playOneStep()
			p.agrees()
			screen := p.screen()
			p.chooses("view-picture")
			p.reload()
			p.playing()
			p.until(`(` + notice + `).includes("The picture did not come")`)
			require.Equal(t, screen, p.screen())
			if name != "an error" {
				return // once is enough to see that it comes after all
			}
			failing.Store(false)
			p.reload()
			p.playing()
			require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
			require.Equal(t, screen, p.screen())
			require.Empty(t, eval[string](p, notice))
			p.agrees()
		})
	}
}

// TestCrashBehindThePage: a picture that stops its program before it is shown is none,
// and the game goes on without it.
func TestCrashBehindThePage(t *testing.T) {
	p := open(t, setup{before: `WebGL2RenderingContext.prototype.bufferData = () => { throw new Error("broken driver"); }`, relayed: true})
	p.visit(serveSite(t))
	p.playing()
	require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
	require.False(t, eval[bool](p, `Boolean(document.querySelector("canvas"))`))
	p.playOneStep()
	p.agrees()
}

// cut is an answer that breaks off.
type cut struct {
	http.ResponseWriter
	left int
}

// Write implements io.Writer.
func (c *cut) Write(b []byte) (int, error) {
	if len(b) > c.left {
		_, _ = c.ResponseWriter.Write(b[:c.left])
		panic(http.ErrAbortHandler)
	}
	c.left -= len(b)
	return c.ResponseWriter.Write(b)
}

// TestHandOversInARow plays on over many hand-overs, with presses before, while and
// after each, and demands that each of them was done once.
func TestHandOversInARow(t *testing.T) {
	p := open(t, setup{limit: time.Hour, before: keepingInstances, relayed: true})
	p.visit(serveSite(t))
	p.onPage()
	p.toAnswer()
	options := p.radios("options")
	for i := range *handOvers {
		p.reload()
		p.onPage()
		p.anywhere()
		before := len(p.journal().Msgs)
		var want []string
		press := func(n int) {
			want = append(want, strings.TrimPrefix(options[n%3], "option-"))
			p.press(string(rune('a' + n%3)))
		}
		for n := range 6 {
			press(i + n)
			time.Sleep(time.Duration(n*60) * time.Millisecond)
		}
		p.playing()
		press(i + 6)
		p.until(`document.getElementById("n-` + options[(i+6)%3] + `-input").checked`)
		var done []string
		for _, r := range p.journal().Msgs[before:] {
			done = append(done, r.A)
		}
		require.Equal(t, want, done, "hand-over %d", i)
		require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
		p.agrees()
		require.Empty(t, p.said())
		p.onlyOneProgram()
	}
}

// keepingInstances notes each program without holding it.
const keepingInstances = `window.programs = [];
	const instantiate = WebAssembly.instantiateStreaming;
	WebAssembly.instantiateStreaming = async (...args) => {
		const made = await instantiate(...args);
		programs.push(new WeakRef(made.instance.exports.mem));
		return made;
	};`

// onlyOneProgram demands that of two programs the first has given its memory back.
func (p *tab) onlyOneProgram() {
	p.t.Helper()
	for range 20 {
		_, err := chromedp.Call(p.ctx, heapprofiler.CollectGarbage, cdp.Empty{})
		require.NoError(p.t, err)
		if eval[int](p, `programs.filter((ref) => ref.deref()).length`) == 1 {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	require.Equal(p.t, []bool{false, true}, eval[[]bool](p, `programs.map((ref) => Boolean(ref.deref()))`))
}
