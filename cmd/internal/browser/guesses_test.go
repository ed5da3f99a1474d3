//go:build browser

package browser

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// TestAClassGuessesOnDevices opens a case with devices, one of them with a script: they
// guess what the working model will show beside raised hands, the model is tried by its
// keys, and all are told. Projector, pupils, table and the journal, replayed, have the
// same figures.
func TestAClassGuessesOnDevices(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		t.Run(lang, func(t *testing.T) { classGuesses(t, lang) })
	}
}

func classGuesses(t *testing.T, lang string) {
	c := &liveClass{pack: shipped(t)}
	c.teacher = open(t, setup{plain: true})
	c.livePupils = startPupils(t)
	p := c.teacher
	p.visit("http://" + c.addr + "/?lang=" + lang)
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.until(`document.querySelector('` + at("to-devices") + `')`)
	p.hit("plan-m30-1")
	p.until(`document.getElementById("n-plan-m30-1-input").checked`)
	p.after(func() { p.hit("to-devices") })
	p.press("\r")
	p.until(`document.querySelector('` + at("room-code") + `')`)
	c.room = strings.ReplaceAll(eval[string](p, `document.querySelector('`+at("room-code")+`').textContent`), "\u00a0", "")
	c.code = c.room
	page := c.comesIn(p.apart(setup{width: 390, height: 844}), "http://"+c.addr, lang)
	for range 6 {
		c.joins()
	}
	c.pages = append(c.pages, &pupil{page, true, packs.Words(t).Strings(lang)})
	p.after(func() { p.press("\x1b") })
	p.after(func() { p.press("\r") })
	for !strings.HasPrefix(p.screen(), "class-guess-") {
		p.after(func() { p.press("\r") })
	}
	page.phase("guess")
	page.ticks("guess", "a")
	page.sends()
	page.sent("guess")
	for i, f := range c.forms {
		f.sends(url.Values{"guess": {string("bbbcba"[i])}})
	}
	c.all()
	p.press("2")
	p.until(`document.querySelector('` + at("count") + `').textContent.startsWith("9 ")`)
	said := func(node string) string {
		return eval[string](p, `document.querySelector('`+at(node)+`').textContent`)
	}
	both := map[string]string{"en": "2 hands · 2 on devices", "fr": "2 mains · 2 sur les appareils"}[lang]
	require.Equal(t, both, said("guess-a-hands"), "all devices have guessed, so all can be seen")
	p.after(func() { p.press("\r") })
	page.phase("try")
	require.Contains(t, said("guess"), "2 × ")
	require.Contains(t, said("guess-devices"), "4 × ")
	p.press("1")
	page.phase("tried")
	p.until(`document.querySelector('` + at("try-answer") + `')`)
	require.Equal(t, []int{2, 4, 1}, eval[[]int](page, `[...document.querySelectorAll('`+at("class-table")+` td')].map((e) => Number(e.textContent)).filter((n) => !isNaN(n))`))

	for !strings.HasPrefix(p.screen(), "class-vote-") {
		p.after(func() { p.press("\r") })
	}
	page.phase("vote")
	p.press("3")
	for !strings.HasPrefix(p.screen(), "class-end") {
		p.after(func() { p.press("\r") })
	}
	for p.has("next") {
		p.after(func() { p.press("\r") })
	}
	require.True(t, p.has("guesses"))
	state := p.native().Session().State()
	require.Equal(t, []int{2, 4, 1}, state.Class.Guesses[0].Sum, "the journal, replayed")
	require.Equal(t, []int{2, 0, 0}, state.Class.Guesses[0].Counts)
	dir := p.downloads()
	p.hit("take-table")
	game := p.native()
	table := string(p.saved(filepath.Join(dir, "hard-cases-class.csv")))
	require.Equal(t, "\ufeff"+view.ClassTable(game.Context(), play.State{Class: state.Class, Prefs: state.Prefs}), table)
}
