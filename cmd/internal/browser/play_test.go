//go:build browser

package browser

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"hardcases/cmd/internal/replay"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestPlayEverythingByMouseInEnglish plays all steps by clicks on the canvas,
// reloads in the middle of some, and compares the scores at the end with those
// of the same game replayed outside the browser.
func TestPlayEverythingByMouseInEnglish(t *testing.T) {
	p := open(t, setup{})
	p.visit(serve(t) + "?lang=en")
	p.playing()
	require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
	decided, total := 0, steps(t)
	for screen := p.screen(); screen != "results"; screen = p.screen() {
		p.agrees()
		switch {
		case screen == "home" && decided == total:
			p.after(func() { p.hit("see-results") })
		case screen == "home":
			p.after(func() { p.hit("start") })
		case strings.HasPrefix(screen, "briefing-"):
			p.after(func() { p.hit("begin") })
		case strings.HasPrefix(screen, "decision-"):
			p.decideByMouse(decided)
			decided++
		case strings.HasPrefix(screen, "debrief-"):
			p.after(func() { p.hit("go-home") })
		case strings.HasPrefix(screen, "reveal-"):
			p.after(func() { p.hit("next") })
		default:
			require.FailNow(t, "unexpected screen", screen)
		}
	}
	require.Equal(t, total, decided)
	p.finished()
}

// decideByMouse answers the step's questions, not always in the same way, and
// reloads the page in the middle of every fifth step.
func (p *tab) decideByMouse(n int) {
	p.t.Helper()
	options := p.radios("options")
	p.choose(options[n%len(options)])
	if p.has("reasons") {
		reasons := p.radios("reasons")
		p.choose(reasons[n%len(reasons)])
	}
	if n%5 == 2 {
		before, chosen := p.screen(), p.checked()
		require.NotEmpty(p.t, chosen)
		p.reload()
		p.playing()
		require.Equal(p.t, before, p.screen())
		require.Equal(p.t, chosen, p.checked())
	}
	p.choose("level-" + strconv.Itoa(n%5+1))
	p.after(func() { p.hit("commit") })
}

func (p *tab) choose(radio string) {
	p.t.Helper()
	p.hit(radio)
	p.until(`document.getElementById("n-` + radio + `-input").checked`)
}

// TestPlayEverythingByKeysInFrench plays all steps without a pointer.
func TestPlayEverythingByKeysInFrench(t *testing.T) {
	p := open(t, setup{languages: "fr"})
	p.visit(serve(t))
	p.playing()
	decided, total := 0, steps(t)
	for screen := p.screen(); screen != "results"; screen = p.screen() {
		p.agrees()
		require.Equal(t, "n-title", eval[string](p, `document.activeElement.id`), "the focus is on the heading of "+screen)
		switch {
		case screen == "home" && decided == total:
			p.after(func() { p.tabTo("see-results", "\r") })
		case strings.HasPrefix(screen, "debrief-"):
			p.after(func() { p.tabTo("go-home", "\r") })
		case screen == "home", strings.HasPrefix(screen, "briefing-"), strings.HasPrefix(screen, "reveal-"):
			p.after(func() { p.press("\r") })
		case strings.HasPrefix(screen, "decision-"):
			p.decideByKeys(decided)
			decided++
		default:
			require.FailNow(t, "unexpected screen", screen)
		}
	}
	require.Equal(t, total, decided)
	p.finished()
}

// decideByKeys picks an option by its letter, and the rest by Tab, arrows and
// Space.
func (p *tab) decideByKeys(n int) {
	p.t.Helper()
	options := p.radios("options")
	pick := n % len(options)
	p.press(string(rune('a' + pick)))
	p.until(`document.activeElement.id === "n-` + options[pick] + `-input" && document.activeElement.checked`)
	if p.has("reasons") {
		p.tabTo("reasons", " ")
	}
	p.tabTo("levels", " ")
	for range n % 5 {
		p.press(kb.ArrowRight)
	}
	p.until(`document.getElementById("n-level-` + strconv.Itoa(n%5+1) + `-input").checked`)
	p.after(func() { p.press("\r") })
}

// tabTo goes on by Tab until the focus is on a node, or in it, and presses a
// key there.
func (p *tab) tabTo(node, key string) {
	p.t.Helper()
	for range 60 {
		p.press("\t")
		if eval[bool](p, `Boolean(document.activeElement.closest('`+at(node)+`'))`) {
			p.press(key)
			return
		}
	}
	require.FailNow(p.t, "Tab does not reach "+node)
}

// finished compares the end of a game with its replay, to the last digit.
func (p *tab) finished() {
	p.t.Helper()
	p.agrees()
	native := p.native()
	report := replay.Sum(native.Session())
	words := native.Strings()
	table := eval[[][]string](p, `[...document.querySelectorAll('`+at("case-table")+` tr')].slice(1).map(
		(row) => [...row.children].map((cell) => cell.textContent))`)
	played := slices.DeleteFunc(report.Cases, func(c replay.Case) bool { return len(c.Steps) == 0 })
	require.Len(p.t, table, len(played)+1)
	row := func(i int, match float64, of int, forecast *float64) {
		require.Contains(p.t, table[i][1], words.Number(match, 1))
		require.Contains(p.t, table[i][1], strconv.Itoa(of))
		require.NotNil(p.t, forecast)
		require.Equal(p.t, words.Number(*forecast, 1), table[i][2])
	}
	for i, c := range played {
		row(i, c.Match, c.Of, c.Forecast)
	}
	row(len(played), report.Match, report.Of, report.Forecast)
	require.Empty(p.t, p.said())
}
