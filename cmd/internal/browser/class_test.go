//go:build browser

package browser

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image/png"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"hardcases/cmd/internal/desk"
	"hardcases/game/class"
	"hardcases/game/code"
	"hardcases/game/kit"
	"hardcases/game/pack"
	"hardcases/game/view"
	"hardcases/proving/lesson"
	"hardcases/proving/packs"
	"hardcases/scenes"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestALessonByKeys runs a whole plan of 50 minutes with 28 votes a decision,
// every one of them typed, reloads in the middle of a vote, and holds what is
// exported at the end against the same lesson outside the browser.
func TestALessonByKeys(t *testing.T) {
	p := open(t, setup{})
	dir := p.downloads()
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	p.after(func() { p.tabTo("to-class", "\r") })
	require.Equal(t, "class-plan", p.screen())
	p.tabTo("plan-m30-1", " ")
	p.press(kb.ArrowDown)
	p.until(`document.getElementById("n-plan-m50-1-input").checked`)
	p.after(func() { p.tabTo("start", "\r") })
	votes, bets := 0, 0
	for screen := p.screen(); screen != "class-end"; screen = p.screen() {
		if votes < 2 { // the other decisions look alike
			p.agrees()
		}
		if strings.HasPrefix(screen, "class-vote-") {
			p.typeVotes(votes == 1)
			votes++
		}
		if strings.HasPrefix(screen, "class-bet-") {
			p.typeVotes(false)
			bets++
		}
		p.after(func() { p.press("\r") })
	}
	require.Equal(t, 5, votes)
	require.Equal(t, 5, bets)
	p.agrees()
	game := p.native()
	state := game.Session().State()
	require.Equal(t, class.Ended, state.Class.Stage)
	want := lesson.Give(shipped(t), "en", "m50", []int{12, 9, 7})
	require.Equal(t, want.Class.Votes, state.Class.Votes)
	p.tabTo("take-table", "\r")
	table := string(p.saved(filepath.Join(dir, "hard-cases-class.csv")))
	require.Equal(t, "\ufeff"+view.ClassTable(game.Context(), want), table)
	require.Equal(t, 2*5, strings.Count(table, ",12,"), "hands and bets of each decision")
	p.hit("take-road")
	road, err := png.Decode(bytes.NewReader(p.saved(filepath.Join(dir, "hard-cases-class.png"))))
	require.NoError(t, err)
	require.Equal(t, scenes.PictureWidth, road.Bounds().Dx())
	require.Greater(t, len(colours(road)), 50, "more than a plain ground")
}

// typeVotes types 12, 9 and 7 hands, and reloads the page after the first.
func (p *tab) typeVotes(reload bool) {
	p.t.Helper()
	count := func(option int, want string) {
		p.until(fmt.Sprintf(`document.querySelectorAll('[id^="n-vote-"][id$="-input"]')[%d]?.getAttribute("aria-label").includes(": %s hand")`, option, want))
	}
	p.press("12")
	count(0, "12")
	if reload {
		screen := p.screen()
		p.reload()
		p.playing()
		require.Equal(p.t, screen, p.screen())
		count(0, "12")
	}
	p.press(kb.ArrowDown)
	p.press("9")
	count(1, "9")
	p.press(kb.ArrowDown)
	p.press("7")
	count(2, "7")
}

// TestPapersOfALesson saves the five papers by one press, as one file, since browsers
// keep no more than one or ask; and holds them against those made outside the browser.
func TestPapersOfALesson(t *testing.T) {
	p := open(t, setup{before: `
		window.downloads = 0;
		const click = HTMLAnchorElement.prototype.click;
		HTMLAnchorElement.prototype.click = function () { window.downloads += this.hasAttribute("download"); click.call(this); }`})
	dir := p.downloads()
	p.visit(serveSite(t) + "?lang=fr")
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.hit("plan-m50-1")
	p.until(`document.getElementById("n-plan-m50-1-input").checked`)
	p.hit("age-2")
	p.until(`document.getElementById("n-age-2-input").checked`)
	p.hit("kit")
	p.until(`(` + notice + `).includes("hard-cases-m50.zip")`)
	b := p.saved(filepath.Join(dir, "hard-cases-m50.zip"))
	require.Equal(t, 1, eval[int](p, `downloads`))
	got, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	want, err := kit.Make(p.native().Context(), kit.Options{Plan: "m50", Age: class.Gentle, Draw: desk.OnPaper()})
	require.NoError(t, err)
	require.Len(t, want, 5)
	require.Len(t, got.File, len(want))
	for _, f := range want {
		text, err := fs.ReadFile(got, f.Name)
		require.NoError(t, err)
		require.Equal(t, f.HTML, string(text))
	}
	require.Empty(t, p.said(), "that nothing here serves live classes is no error")
}

// TestPastingCodes pastes 200 codes at once and some that are no use, and reads
// what is said of each of those.
func TestPastingCodes(t *testing.T) {
	p := open(t, setup{plain: true})
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.after(func() { p.hit("to-codes") })
	p.hit("ask-codes")
	p.until(`document.querySelector("dialog.codes[open]")`)
	eval[bool](p, `(document.getElementById("codes-text").value = "7T2N-", true)`)
	p.clickOn("dialog.codes .secondary:last-of-type") // as Escape does
	p.until(`!document.querySelector("dialog.codes")`)
	p.hit("ask-codes")
	p.until(`document.querySelector("dialog.codes[open]") && document.getElementById("codes-text").value === "7T2N-"`)
	good := resultCodes(t, shipped(t), 200)
	bad := []struct{ code, kind string }{
		{good[2][:6] + "O" + good[2][7:], string(code.UnknownCharacter)},
		{good[0][:len(good[0])-2], string(code.WrongLength)},
		{good[1][1:2] + good[1][:1] + good[1][2:], string(code.Damaged)},
		{resultCodes(t, elsewhere(t), 1)[0], string(code.OtherPack)},
		{resultCodes(t, renewed(t), 1)[0], string(code.OtherVersion)},
	}
	text := strings.Join(good, "\n")
	for _, b := range bad {
		text += "\n" + b.code
	}
	eval[bool](p, `(document.getElementById("codes-text").value = `+strconv.Quote(text)+`, true)`)
	p.clickOn("dialog.codes .primary")
	p.until(`document.getElementById("n-codes-count").textContent.includes("200 codes")`)
	p.until(`document.getElementById("n-refused-` + strconv.Itoa(len(bad)) + `-why")`)
	p.agrees()
	state := p.native().Session().State()
	require.Equal(t, 200, state.Class.Added)
	words := p.native().Strings()
	for i, b := range bad {
		require.Equal(t, b.kind, state.Class.Refused[i].Kind, b.code)
		said := eval[string](p, `document.getElementById("n-refused-`+strconv.Itoa(i+1)+`-why").textContent`)
		begin, _, _ := strings.Cut(words.Get("class.refused-"+b.kind), "{")
		require.True(t, strings.HasPrefix(said, begin), "%s: %s", b.kind, said)
	}
}

// resultCodes are n codes of a pack, with choices that differ.
func resultCodes(t *testing.T, p *pack.Pack, n int) []string {
	t.Helper()
	form, err := code.NewForm(p)
	require.NoError(t, err)
	var out []string
	for k := range n {
		choices := make([]code.Choice, len(form.Steps))
		for i, s := range form.Steps {
			choices[i] = code.Choice{Option: (k + i*k/3) % s.Options}
		}
		out = append(out, form.Code(choices))
	}
	return out
}

func elsewhere(t *testing.T) *pack.Pack {
	t.Helper()
	return packs.Named(t, "elsewhere")
}

// renewed is the shipped pack with an option at another place.
func renewed(t *testing.T) *pack.Pack {
	t.Helper()
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	c.Cases[0].Steps[0].Options[1].Ladder++
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	return p
}
