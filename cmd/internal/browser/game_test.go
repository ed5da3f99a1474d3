//go:build browser

package browser

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/desk"
	"hardcases/game/element"
	"hardcases/game/host"
	"hardcases/game/locale"
	"hardcases/game/markup"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/wasm/store"

	"github.com/stretchr/testify/require"
)

// Words of the page that tests read.
const (
	atScreen = `document.getElementById("screen").dataset.screen`
	saveKey  = `"hardcases.save.cloudflare"`
)

// screen is the ID of the screen that the page shows.
func (p *tab) screen() string {
	p.t.Helper()
	return eval[string](p, atScreen)
}

// after does something and waits until the page shows another screen.
func (p *tab) after(do func()) {
	p.t.Helper()
	before := p.screen()
	p.ready()
	do()
	p.until(atScreen + ` !== ` + strconv.Quote(before))
	p.left()
}

// left waits until what the screen before has left behind for readers is gone.
func (p *tab) left() {
	p.t.Helper()
	p.until(`!document.querySelector(".going")`)
}

// at is the selector of a node's element.
func at(node string) string { return `[id="` + markup.Prefix + node + `"]` }

// radios lists the choices of a radio group.
func (p *tab) radios(group string) []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll('`+at(group)+` label')].map((e) => e.id.slice(`+
		strconv.Itoa(len(markup.Prefix))+`))`)
}

func (p *tab) has(node string) bool {
	p.t.Helper()
	return eval[bool](p, `Boolean(document.querySelector('`+at(node)+`'))`)
}

// storage is the page's storage, for a host outside the browser.
type storage map[string]string

func (s storage) Get(key string) (string, error) { return s[key], nil }

func (s storage) Set(key, value string) error {
	s[key] = value
	return nil
}

func (s storage) Remove(key string) error {
	delete(s, key)
	return nil
}

func (s storage) Keys() ([]string, error) { return slices.Collect(maps.Keys(s)), nil }

// journal reads the saved game that is on the screen; before anything was done
// that is a new one.
func (p *tab) journal() play.Journal { return p.native().Session().Journal() }

// shipped is the pack that the game comes with.
func shipped(t *testing.T) *pack.Pack {
	t.Helper()
	return packs.First(t)
}

// native goes on with the saved game outside the browser.
func (p *tab) native() *stage.Stage {
	p.t.Helper()
	local := eval[storage](p, `Object.fromEntries(Object.entries(localStorage))`)
	page := eval[storage](p, `Object.fromEntries(Object.entries(sessionStorage))`)
	place := eval[string](p, `document.documentElement.dataset.saves || ""`)
	return nativeOf(p.t, store.Under(place, local), store.Under(place, page), eval[string](p, `document.documentElement.lang`))
}

// nativeOf goes on with what a page keeps, and keeps for itself.
func nativeOf(t *testing.T, local, page store.Words, language string) *stage.Stage {
	t.Helper()
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(t, err)
	var shelf []view.Book
	for _, id := range assets.Packs() {
		other, err := pack.Open(assets.Pack(id)...)
		require.NoError(t, err)
		shelf = append(shelf, view.Book{Pack: other, Shipped: true})
	}
	ports := desk.Ports(desk.Folder{}, desk.Files{Dir: t.TempDir()}, nil)
	area := store.New(local, page)
	ports.Keep, ports.Again = area, area.Again()
	return host.Start(ports, words, shelf[0], shelf, language).Stage()
}

// agrees demands that the page says, node by node, what the saved game says
// when it is replayed outside the browser.
func (p *tab) agrees() {
	p.t.Helper()
	tree := p.native().Tree()
	require.Equal(p.t, tree.ID, p.screen())
	want := map[string]string{}
	markup.Render(tree, nil).Walk(func(e *element.Element) {
		if e.Node != "" && !e.Radio {
			want[markup.Prefix+e.Node] = e.TextContent()
		}
	})
	got := eval[map[string]string](p, `Object.fromEntries( // the pictures of charts are not said
		[...document.querySelectorAll('#screen [id^="`+markup.Prefix+`"]:not([type="radio"])')].map((e) => {
			const copy = e.cloneNode(true);
			for (const other of copy.querySelectorAll("svg, .going")) other.remove();
			return [e.id, copy.textContent];
		}))`)
	require.Equal(p.t, want, got)
	require.Equal(p.t, tree.Name, eval[string](p, `document.title`))
	require.Equal(p.t, tree.Lang, eval[string](p, `document.documentElement.lang`))
}

// checked lists the chosen radio buttons, as the browser has them.
func (p *tab) checked() []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll("#screen input:checked")].map((e) => e.id)`)
}

// stands brings an element into view, and says whether it has been in one place for a
// while: fonts, what was left behind for readers, and what a server says move the rest.
const stands = `(() => {
	const e = document.querySelector('%s');
	e.scrollIntoView({block: "center"});
	const {x, y, width, height} = e.getBoundingClientRect();
	const place = [x, y, width, height].join();
	if (window.steady?.place !== place) window.steady = {place, at: performance.now()};
	return document.fonts.status === "loaded" && performance.now() - steady.at > 150;
})()`

// aims notes whether the next click meets an element.
const aims = `(() => {
	window.aimed = "not yet";
	addEventListener("click", (e) => { window.aimed = e.target.closest('%s') ? "met" : "missed"; }, {capture: true, once: true});
	return true;
})()`

// hitElement clicks in the middle of an element once it stands still, and again where it
// has moved all the same between looking and clicking, as when the fonts come.
func (p *tab) hitElement(selector string) {
	p.t.Helper()
	for range 5 {
		p.left()
		p.until(fmt.Sprintf(stands, selector))
		eval[bool](p, fmt.Sprintf(aims, selector))
		p.clickOn(selector)
		p.until(`window.aimed !== "not yet"`) // a link may have led to another page
		if missed, err := evaluated[bool](p, `window.aimed === "missed"`); err != nil || !missed {
			return
		}
	}
	require.FailNow(p.t, "it does not stand still", selector)
}

// hit clicks in the middle of a node's element, in either view. Where there is a
// picture, the wheel brings it into the part of the window that can be clicked, and only
// bounds are asked for, never the element itself: the click goes to the canvas.
func (p *tab) hit(node string) {
	p.t.Helper()
	if eval[string](p, `document.documentElement.dataset.view`) == "plain" {
		p.hitElement(at(node))
		return
	}
	bottom := `((node) => Math.min(innerHeight, ...[...document.querySelectorAll('[id="n-dock"]')].map((e) => e.getBoundingClientRect())
		.filter((dock) => dock.left < node.right && node.left < dock.right).map((dock) => dock.top)))(document.querySelector('` + at(node) + `').getBoundingClientRect())` // a dock beside it hides nothing
	for range 60 {
		p.until(`document.getElementById("screen").dataset.settled === "true"`)
		r := p.rect(at(node))
		if eval[bool](p, `Boolean(document.querySelector('`+at("bar")+` `+at(node)+`'))`) {
			p.click(r.X+r.W/2, r.Y+r.H/2)
			return
		}
		low := eval[float64](p, bottom)
		if eval[bool](p, `Boolean(document.querySelector('`+at("dock")+` `+at(node)+`'))`) {
			low = eval[float64](p, `innerHeight`)
		}
		middle := r.Y + r.H/2
		if middle > 60 && middle < low-16 { // the dock's band reaches 12 above what is in it
			p.click(r.X+r.W/2, middle)
			return
		}
		p.wheel(middle - (60+low)/2)
	}
	require.FailNow(p.t, "could not bring "+node+" into view", "it lies at %+v, the window ends at %v", p.rect(at(node)), eval[float64](p, bottom))
}

// steps counts the steps that the shipped pack asks for: all but those of the
// cases that it merely offers.
func steps(t *testing.T) int {
	t.Helper()
	n := 0
	for _, c := range shipped(t).Head().Cases {
		if !c.Optional {
			n += c.Steps
		}
	}
	return n
}
