//go:build browser

package browser

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
)

// counts is what the page says of a press that counts.
const counts = `[...document.querySelectorAll("#boot .counts")].map((e) => e.innerText).join("")`

// TestTheFirstPressCounts: a button of the first screen can be pressed before the game
// is there, which does it once, and the page says that it will.
func TestTheFirstPressCounts(t *testing.T) {
	for name, before := range map[string]string{
		"picture": "",
		"plain":   `Object.defineProperty(navigator, "connection", {value: {saveData: true}})`,
	} {
		t.Run(name, func(t *testing.T) {
			let := make(chan struct{})
			address := serveThrough(t, func(h http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if isGame(r) {
						select {
						case <-let:
						case <-r.Context().Done():
						}
					}
					h.ServeHTTP(w, r)
				})
			})
			p := open(t, setup{before: before, relayed: true, width: 390, height: 844})
			p.visit(address + "?lang=fr")
			const start = `#boot [lang=fr] [data-node=start]`
			title := p.rect(`#boot [lang=fr] h1`)
			button := p.rect(start)
			require.Empty(t, eval[string](p, counts))
			p.clickOn(start)
			p.until(counts)
			require.Equal(t, "C’est noté\u202f: le jeu s’ouvrira là dès qu’il sera chargé.", eval[string](p, counts))
			require.Equal(t, title, p.rect(`#boot [lang=fr] h1`))
			require.Equal(t, button, p.rect(start), "nothing has moved")
			p.clickOn(`#boot [lang=fr] [data-node=to-class]`) // one press counts
			p.clickOn(start)
			close(let)
			p.onPage()
			p.until(atScreen + `.startsWith("briefing")`)
			require.Len(t, p.journal().Msgs, 1)
			p.agrees()
			p.after(func() { p.press("\x1b") })
			require.Equal(t, "home", p.screen())
		})
	}
}

// TestAKeptGameHasItsOwnButtons: where one is kept, the page offers nothing that would
// not be on its first screen.
func TestAKeptGameHasItsOwnButtons(t *testing.T) {
	p := open(t, setup{})
	address := serveSite(t)
	p.visit(address)
	require.Equal(t, "block", eval[string](p, `getComputedStyle(document.querySelector("#boot [lang=en] .doors")).display`))
	p.playing()
	p.after(func() { p.press("\r") })
	p.reload()
	require.Equal(t, "none", eval[string](p, `getComputedStyle(document.querySelector("#boot [lang=en] .doors")).display`))
	p.visit(address + "?pack=elsewhere")
	require.Equal(t, "none", eval[string](p, `getComputedStyle(document.querySelector("#boot [lang=en] .doors")).display`))
	p.playing()
}
