//go:build browser

package browser

import (
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestALessonByKeys runs the 30-minute plan with 28 votes a decision, every one
// of them typed, reloads in the middle of a vote, and holds the figures at the
// end against those of the same lesson outside the browser.
func TestALessonByKeys(t *testing.T) {
	p := open(t, setup{})
	p.size(1366, 768, 1)
	p.visit(serve(t) + "?lang=en")
	p.playing()
	p.after(func() { p.tabTo("to-class", "\r") })
	require.Equal(t, "class-plan", p.screen())
	p.hit("plan-m30-1")
	p.until(`document.getElementById("n-plan-m30-1-input").checked`)
	p.after(func() { p.hit("start") })
	votes := 0
	for screen := p.screen(); screen != "class-end"; screen = p.screen() {
		p.agrees()
		if strings.HasPrefix(screen, "class-vote-") {
			p.typeVotes(votes == 1)
			votes++
		}
		p.after(func() { p.press("\r") })
	}
	require.Equal(t, 3, votes)
	p.agrees()
	game := p.native()
	state := game.Session().State()
	require.Equal(t, play.InClass, state.Screen)
	require.Equal(t, class.Ended, state.Class.Stage)
	for _, v := range state.Class.Votes {
		require.Equal(t, []int{12, 9, 7, 0}, v.Counts)
	}
	require.Contains(t, view.ClassTable(game.Context(), state), "A4,2017-08-16,A,")
}

// typeVotes types 12, 9 and 7 hands, and reloads the page after the first.
func (p *tab) typeVotes(reload bool) {
	p.t.Helper()
	count := func(option, want string) {
		p.until(`document.querySelector('[id^="n-vote-"][id$="-input"]') && document.getElementById("n-vote-` + option + `-input").getAttribute("aria-label").includes(": ` + want + ` hand")`)
	}
	p.press("12")
	count("a", "12")
	if reload {
		screen := p.screen()
		p.reload()
		p.playing()
		require.Equal(p.t, screen, p.screen())
		count("a", "12")
	}
	p.press(kb.ArrowDown)
	p.press("9")
	count("b", "9")
	p.press(kb.ArrowDown)
	p.press("7")
	count("c", "7")
}

// TestPastingCodes opens the box, pastes good and bad codes, and reads what is
// said of them.
func TestPastingCodes(t *testing.T) {
	p := open(t, setup{})
	p.visit(serve(t) + "?lang=en")
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.after(func() { p.hit("to-codes") })
	p.hit("ask-codes")
	p.until(`document.querySelector("dialog.codes[open]")`)
	code := view.ResultCode(p.native().Context(), play.State{})
	eval[bool](p, `(document.getElementById("codes-text").value = "`+strings.Repeat(code+`\n`, 200)+`HELLO", true)`)
	p.clickOn("dialog.codes .primary")
	p.until(`document.getElementById("n-codes-count").textContent.includes("200 codes")`)
	p.until(`document.getElementById("n-refused-1-why").textContent.includes("L")`)
	p.agrees()
}
