//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/replay"
	"hardcases/game/locale"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// hand is how a player acts on the page: with a pointer, or with keys.
type hand struct {
	// act uses a button that leads to another screen.
	act func(button string)
	// choose picks the nth choice of a group of radio buttons.
	choose func(group string, n int)
	// casesOnly leaves out the checks and the desk.
	casesOnly bool
	// stays never loads the page again.
	stays bool
}

// TestTheWholeWay goes from the first check through all cases, the source desk
// and the second check to the result to take away, with a pointer. On every screen,
// what the page says is what the saved game says when it is replayed outside the
// browser. It takes longest, so its file has a name by which it begins first; with
// -every the keys go the whole way in French, too, and through the cases in English.
func TestTheWholeWay(t *testing.T) {
	t.Run("pointer, en", func(t *testing.T) {
		p := open(t, setup{limit: 12 * time.Minute})
		p.visit(serveSite(t) + "?lang=en")
		p.playing()
		p.theWholeWay(hand{
			act:    func(button string) { p.after(func() { p.hit(button) }) },
			choose: func(group string, n int) { all := p.radios(group); p.choose(all[n%len(all)]) },
		})
	})
	var languages []string
	if *every {
		languages = []string{"fr", "en"}
	}
	for _, language := range languages {
		t.Run("keys, "+language, func(t *testing.T) {
			p := open(t, setup{width: 800, height: 600, languages: language, limit: 12 * time.Minute})
			p.visit(serveSite(t))
			p.playing()
			p.theWholeWay(hand{act: p.actByKeys, choose: p.chooseByKeys, casesOnly: language == "en"})
		})
	}
}

// actByKeys goes on by Tab to a button and presses Enter there; the focus is
// seen all the way, and a new screen begins at its heading.
func (p *tab) actByKeys(button string) {
	p.t.Helper()
	p.after(func() {
		p.tabInSight(button)
		if kind, _, _ := strings.Cut(p.screen(), "-"); !p.seen[kind+button] {
			p.seen[kind+button] = true
			p.ringed()
		}
		p.press("\r")
	})
	require.Equal(p.t, "n-title", eval[string](p, `document.activeElement.id`), "the focus is on the heading of "+p.screen())
}

// chooseByKeys goes on by Tab to a group and by arrows to the nth choice.
func (p *tab) chooseByKeys(group string, n int) {
	p.t.Helper()
	p.tabInSight(group)
	all := p.radios(group)
	p.press(" ")
	for range n % len(all) {
		p.press(kb.ArrowDown)
	}
	p.until(`document.querySelector('` + at(all[n%len(all)]) + ` input').checked`)
	p.inSight()
}

// theWholeWay plays from the first screen to the last.
func (p *tab) theWholeWay(h hand) {
	p.t.Helper()
	seen := map[string]int{}
	for n := 0; ; n++ {
		screen := p.screen()
		kind, _, _ := strings.Cut(screen, "-")
		p.agrees()
		switch {
		case screen == "take-away":
			rounds := shipped(p.t).Head().Rounds
			want := map[string]int{
				"decision": steps(p.t), "reveal": steps(p.t), "round": rounds, "judged": rounds, "check": 2*(2+8) + 1, "results": 1,
			}
			for kind, times := range want {
				require.Equal(p.t, times, seen[kind], kind)
			}
			return
		case h.casesOnly && screen == "home" && seen["home"] == 0:
			h.act("start")
		case h.casesOnly && seen["decision"] == steps(p.t) && screen == "home":
			h.act("see-results")
		case h.casesOnly && seen["decision"] == steps(p.t) && kind == "debrief":
			h.act("go-home")
		case h.casesOnly && screen == "results":
			p.finished()
			return
		case kind == "debrief" && p.has("more"): // the way was the short one
			h.act("more")
		case screen == "home":
			h.act("to-check")
		case screen == "check-end":
			h.act("next")
		case screen == "check-result":
			p.checksAgree()
			h.act("see-results")
		case strings.HasPrefix(screen, "check-item-"):
			h.choose("levels", n)
			h.act("commit")
		case kind == "check", kind == "briefing", screen == "desk":
			h.act("begin")
		case kind == "seat":
			h.act("take")
		case kind == "decision":
			for _, group := range []string{"options", "reasons", "bets", "stakes"} {
				if p.has(group) {
					h.choose(group, n)
				}
			}
			if seen[kind]%5 == 2 && !h.stays {
				p.reloadInTheMiddle()
			}
			h.act("commit")
		case kind == "round":
			h.choose("options", n)
			h.act("commit")
		case screen == "desk-end":
			p.deskAgrees()
			h.act("check")
		case screen == "results":
			p.finished()
			h.act("take-away")
		default: // reveal, debrief, judged
			h.act("next")
		}
		seen[kind]++
	}
}

// deskAgrees compares the score of the source desk with its replay.
func (p *tab) deskAgrees() {
	p.t.Helper()
	native := p.native()
	report, words := replay.Sum(native.Session()), native.Strings()
	require.NotNil(p.t, report.Desk)
	require.Equal(p.t, shipped(p.t).Head().Rounds, report.Desk.Of)
	want := []string{
		of(words, report.Desk.Right, report.Desk.Of), of(words, report.Desk.Found, report.Desk.Faulty),
		of(words, report.Desk.FalseAlarms, report.Desk.Sound),
	}
	require.Equal(p.t, want, eval[[]string](p, `[...document.querySelectorAll('`+at("score-table")+` td')].map((e) => e.textContent)`))
}

// checksAgree compares both checks, side by side, with their replay.
func (p *tab) checksAgree() {
	p.t.Helper()
	native := p.native()
	report, words := replay.Sum(native.Session()), native.Strings()
	require.Len(p.t, report.Checks, 2)
	for i, c := range report.Checks {
		want := []string{
			of(words, c.Hits, c.Unsound), of(words, c.FalseAlarms, c.Sound), words.Number(c.Discrimination, 2), words.Number(c.Brier, 2),
		}
		require.Equal(p.t, want, eval[[]string](p, fmt.Sprint(`[...document.querySelectorAll('`, at("result-table"), ` tr')].slice(1)
			.map((row) => row.children[`, i+1, `].textContent)`)))
	}
}

func of(words *locale.Strings, n, total int) string {
	return words.Get("reveal.evidence-of", locale.N("n", n), locale.N("total", total))
}

// reloadInTheMiddle loads the page again: it shows the same step, with the same
// choices.
func (p *tab) reloadInTheMiddle() {
	p.t.Helper()
	before, chosen := p.screen(), p.checked()
	require.NotEmpty(p.t, chosen)
	p.reload()
	p.playing()
	require.Equal(p.t, before, p.screen())
	require.Equal(p.t, chosen, p.checked())
}

// tabInSight goes on by Tab until the focus is on a node, or in it. On the way
// the focus is never lost, and always in sight.
func (p *tab) tabInSight(node string) {
	p.t.Helper()
	for range 60 {
		p.press("\t")
		p.inSight()
		if eval[bool](p, `Boolean(document.activeElement.closest('`+at(node)+`'))`) {
			return
		}
	}
	require.FailNow(p.t, "Tab does not reach "+node)
}

// inSight demands that what has the focus lies in the window, and not behind
// the bar or the dock.
func (p *tab) inSight() {
	p.t.Helper()
	p.until(`document.getElementById("screen").dataset.settled === "true"`)
	p.until(`(() => {
		const e = document.activeElement;
		if (!e || e === document.body) return false;
		const r = e.getBoundingClientRect();
		const edge = (id, within) => within ? null : document.getElementById(id)?.getBoundingClientRect();
		const bar = edge("n-bar", e.closest('[id="n-bar"]')), dock = edge("n-dock", e.closest('[id="n-dock"]'));
		const top = bar ? bar.bottom : 0, low = dock && dock.top > innerHeight / 2 ? dock.top : innerHeight;
		return r.width > 0 && r.height > 0 && r.top >= top - 4 && Math.min(r.bottom, r.top + 60) <= low + 4;
	})()`)
}
