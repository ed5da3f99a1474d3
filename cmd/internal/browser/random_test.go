//go:build browser

package browser

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hardcases/game/keep"
	"hardcases/game/play"
	"hardcases/proving/ledger"
	"hardcases/wasm/store"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

var (
	games     = flag.Int("games", 1, "how many random games TestTwoTabsAtRandom plays")
	firstGame = flag.Uint64("game", 1, "the seed of the first of them")
)

// TestTwoTabsAtRandom presses what comes in two tabs of one browser, which are
// loaded again, left and come back to, closed and opened, with room and without.
// Whatever was kept stays in the storage, in its place or put aside; a tab that
// puts something aside says so; each tab goes on answering.
func TestTwoTabsAtRandom(t *testing.T) {
	address := serveSite(t)
	for n := range *games {
		seed := *firstGame + uint64(n)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			g := &twoTabs{t: t, address: address, random: rand.New(rand.NewPCG(seed, 2)), aside: map[string]bool{}}
			g.owner = open(t, setup{limit: patient})
			for i := range g.tabs {
				g.open(i)
			}
			for range 40 {
				g.step(g.random.IntN(2))
			}
			t.Log(len(g.kept), "kept,", len(g.aside), "put aside,", g.restored, "restored:", g.trace)
		})
	}
}

// telling notes that the page tells of something: what is told once may be gone
// when somebody looks. And that it came back out of the browser's memory.
const telling = `window.told = false;
addEventListener("pageshow", (e) => { window.restored = e.persisted; });
addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
	window.told ||= Boolean((` + notice + `) + (` + trouble + `));
}).observe(document.body, {subtree: true, childList: true, characterData: true}));`

// patient is how long one game may take.
const patient = 15 * time.Minute

// twoTabs is two tabs of one browser, and what must be in its storage.
type twoTabs struct {
	t       *testing.T
	address string
	random  *rand.Rand
	owner   *tab // of the storage, and empty: it goes with the tab that it came with
	tabs    [2]*tab
	kept    ledger.Ledger
	aside   map[string]bool // what was put aside, and told
	full    bool
	trace   []string

	restored int // how often a page came back out of the browser's memory
}

// open opens a tab with the game in it.
func (g *twoTabs) open(i int) {
	g.tabs[i] = g.owner.beside(setup{before: telling, limit: patient, plain: i == 1}) // one of them without its picture
	g.tabs[i].visit(g.address)
	g.tabs[i].playing()
	g.tabs[i].ready()
}

// step does one thing in a tab, and holds what must be so afterwards.
func (g *twoTabs) step(i int) {
	p := g.tabs[i]
	acts := []struct {
		name string
		do   func()
	}{
		{"press", func() { g.press(p) }}, {"press", func() { g.press(p) }}, {"press", func() { g.press(p) }},
		{"decide", func() { g.decide(p) }}, {"decide", func() { g.decide(p) }}, {"decide", func() { g.decide(p) }},
		{"reload", func() { p.reload(); p.playing() }},
		{"leave and come back", func() {
			p.visit(g.address + "manifest.json")
			_, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](`(history.back(), true)`))
			require.NoError(g.t, err)
			p.playing()
			if eval[bool](p, `window.restored`) {
				g.restored++
			}
		}},
		{"another tab", func() {
			require.NoError(g.t, chromedp.Cancel(p.ctx))
			g.open(i)
			p = g.tabs[i]
		}},
		{"room", func() { g.room(p) }},
	}
	act := acts[g.random.IntN(len(acts))]
	g.trace = append(g.trace, fmt.Sprintf("%d %s at %s", i, act.name, p.screen()))
	act.do()
	p.ready()
	g.check(p)
}

// pressable are the controls of the screen that lead to no other program, and
// have nothing forgotten.
const pressable = `[...document.querySelectorAll('#screen button, #screen a[href^="#"], #screen input')].filter((e) =>
	!e.disabled && e.getAttribute("aria-disabled") !== "true" && e.getClientRects().length &&
	!/erase|print|export|import|open-pack|full|codes/.test(e.id)).map((e) => e.id).filter(Boolean)`

// press uses any control of the screen.
func (g *twoTabs) press(p *tab) {
	all := eval[[]string](p, pressable)
	if len(all) == 0 {
		return
	}
	id := all[g.random.IntN(len(all))]
	g.trace = append(g.trace, id)
	eval[bool](p, `(document.getElementById(`+strconv.Quote(id)+`)?.click(), true)`)
}

// decide goes on to a decision, where one is near, and makes it.
func (g *twoTabs) decide(p *tab) {
	for range 4 {
		if strings.HasPrefix(p.screen(), "decision-") {
			break
		}
		p.press("\r")
		p.ready()
	}
	for _, group := range []string{"options", "reasons", "bets", "stakes"} {
		eval[bool](p, `((all) => (all[`+strconv.Itoa(g.random.IntN(12))+` % all.length]?.click(), true))(document.querySelectorAll('`+at(group)+` input'))`)
	}
	eval[bool](p, `(document.querySelector('`+at("commit")+`')?.click(), true)`)
}

// room fills the storage to the last byte, or makes room again.
func (g *twoTabs) room(p *tab) {
	g.full = !g.full
	if !g.full {
		eval[bool](p, `(localStorage.removeItem("filler"), true)`)
		return
	}
	eval[bool](p, `(() => {
		let text = "";
		for (let size = 1 << 23; size >= 1; size >>= 1) {
			try { localStorage.setItem("filler", text + "x".repeat(size)); text += "x".repeat(size); } catch {}
		}
		return true;
	})()`)
}

// check holds that what was kept is there, and that what was put aside was told. Two
// tabs are two processes, and what one writes reaches the other after a moment: who
// presses in both within it has one write over the other, which then hears of it, and
// puts its own game aside. So what is amiss may be so for a moment.
func (g *twoTabs) check(p *tab) {
	told := false
	for deadline := time.Now().Add(settling); ; time.Sleep(50 * time.Millisecond) {
		for _, tab := range g.tabs {
			told = eval[bool](tab, `[window.told, window.told = false][0]`) || told
		}
		amiss := g.amiss(p, told)
		if amiss == "" {
			return
		}
		require.True(g.t, time.Now().Before(deadline), "%v: %s", g.trace, amiss)
	}
}

// settling is the longest that a tab may take to hear of what another has written.
const settling = 10 * time.Second

// amiss says what is not as it must be, "" for nothing. told says whether a tab has
// told of something since the last step.
func (g *twoTabs) amiss(p *tab, told bool) string {
	words := eval[storage](p, `Object.fromEntries(Object.entries(localStorage).filter(([key]) => key !== "filler"))`)
	area := store.New(words, storage{})
	names, err := area.List()
	require.NoError(g.t, err)
	slices.Sort(names)
	var found []play.Journal
	var aside []string
	for _, name := range names {
		b, err := area.Read(name)
		require.NoError(g.t, err)
		if _, copied := keep.Find(name); copied && !g.aside[string(b)] {
			if !told {
				return name + " was put aside without a word"
			}
			aside = append(aside, string(b))
		}
		if j, err := play.ReadJournal(b); err == nil {
			found = append(found, j)
		}
	}
	if j, lost := g.kept.Missing(found); lost {
		return fmt.Sprintf("a game of %s, %v, is gone; there are %v", j.Pack, j.Msgs, names)
	}
	for _, b := range aside {
		g.aside[b] = true
	}
	for _, j := range found {
		g.kept.Note(j)
	}
	return ""
}
