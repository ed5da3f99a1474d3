//go:build browser

package browser

import (
	"slices"
	"strconv"
	"strings"

	"hardcases/cmd/internal/replay"
	"hardcases/game/score"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

func (p *tab) choose(radio string) {
	p.t.Helper()
	p.hit(radio)
	p.until(`document.getElementById("n-` + radio + `-input").checked`)
}

// toAnswer goes on by Enter until the screen asks for an answer.
func (p *tab) toAnswer() {
	p.t.Helper()
	for range 4 {
		if strings.HasPrefix(p.screen(), "decision-") {
			return
		}
		p.after(func() { p.press("\r") })
	}
	require.FailNow(p.t, "no question comes", p.screen())
}

// takeSeat takes another seat, where the screen says that it changes.
func (p *tab) takeSeat() {
	p.t.Helper()
	if strings.HasPrefix(p.screen(), "seat-") {
		p.after(func() { p.press("\r") })
	}
}

// decideByKeys picks an option by its letter, and the rest by Tab, arrows and
// Space. On the scale of a bet the arrows stop at its ends.
func (p *tab) decideByKeys(n int) {
	p.t.Helper()
	p.takeSeat()
	options := p.radios("options")
	pick := n % len(options)
	p.press(string(rune('a' + pick)))
	p.until(`document.activeElement.id === "n-` + options[pick] + `-input" && document.activeElement.checked`)
	if p.has("reasons") {
		p.tabTo("reasons", " ")
	}
	if p.has("bets") {
		p.tabTo("bets", " ")
		p.tabTo("stakes", " ")
		stop := func(n int) { p.until(`document.getElementById("n-stake-` + strconv.Itoa(n) + `-input").checked`) }
		p.press(kb.ArrowLeft)
		stop(1)
		for range n % 9 {
			p.press(kb.ArrowRight)
		}
		stop(min(n%9+1, 6))
	}
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
	row := func(i int, match float64, of int, better *float64, bets int) {
		require.Contains(p.t, table[i][1], words.Number(match, 1))
		require.Contains(p.t, table[i][1], strconv.Itoa(of))
		require.Contains(p.t, table[i][2], strconv.Itoa(bets))
		if better != nil {
			n := score.Shown(*better)
			require.Contains(p.t, table[i][2], strconv.Itoa(max(n, -n)))
		}
	}
	for i, c := range played {
		row(i, c.Match, c.Of, c.Better, c.Bets)
	}
	require.NotNil(p.t, report.Better)
	row(len(played), report.Match, report.Of, report.Better, report.Bets)
	require.Empty(p.t, p.said())
}
