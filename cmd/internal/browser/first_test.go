//go:build browser

package browser

import (
	"net/http"
	"testing"
	"time"

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
	p := open(t, setup{plain: true})
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

// TestTheFirstScreenKeepsItsReader: who reads it with a screen reader, whose cursor is in
// its text, is left there until they press something; and the focus stays on the button
// that it is on.
func TestTheFirstScreenKeepsItsReader(t *testing.T) {
	t.Run("in its text", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
		p.visit(s.address)
		p.onPage()
		const inText = `document.querySelector("#boot [lang=en] .lead").contains(getSelection().anchorNode)`
		eval[bool](p, `getSelection().collapse(document.querySelector("#boot [lang=en] .lead").firstChild, 9) === undefined`)
		s.let <- struct{}{}
		p.arrives()
		time.Sleep(6 * time.Second) // longer than the screen waits for its picture
		require.True(t, eval[bool](p, inText))
		require.Equal(t, "BODY", eval[string](p, `document.activeElement.tagName`))
		require.Equal(t, "block", eval[string](p, `getComputedStyle(document.getElementById("boot")).display`))
		eval[bool](p, `document.querySelector("#boot [lang=en] [data-node=start]").click() === undefined`)
		p.until(atScreen + `.startsWith("briefing")`)
		p.until(`document.activeElement.id === "n-title"`)
		p.playing()
		require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
		p.agrees()
		require.Empty(t, p.said())
	})
	t.Run("on a button", func(t *testing.T) {
		s, p := holdPicture(t), open(t, setup{before: unkept, relayed: true})
		p.visit(s.address)
		p.onPage()
		eval[bool](p, `document.querySelector("#boot [lang=en] [data-node=to-check]").focus() === undefined`)
		s.let <- struct{}{}
		p.playing()
		require.Equal(t, "canvas", eval[string](p, `document.documentElement.dataset.view`))
		p.until(`document.activeElement.id === "n-to-check"`)
		p.after(func() { p.press("\r") })
		require.Equal(t, "check", p.screen())
		p.agrees()
	})
}

// TestReadinessIsSaid once to who has waited for it, and not to whose press was noted: the
// screen that it leads to says as much.
func TestReadinessIsSaid(t *testing.T) {
	const long = `(() => {
		const now = performance.now.bind(performance);
		performance.now = () => now() + 5000;
		window.heard = [];
		new MutationObserver((list) => list.forEach((m) => m.target.id === "ready" && heard.push(m.target.textContent))).observe(document, {childList: true, subtree: true});
	})();`
	for name, press := range map[string]bool{"waited": false, "pressed": true} {
		t.Run(name, func(t *testing.T) {
			s, p := holdPicture(t), open(t, setup{before: unkept + long, relayed: true})
			p.visit(s.address + "?lang=fr")
			if press {
				p.clickOn(`#boot [lang=fr] [data-node=start]`)
			}
			p.onPage()
			s.let <- struct{}{}
			if press {
				p.until(atScreen + `.startsWith("briefing")`)
				time.Sleep(3 * time.Second)
				require.Empty(t, eval[[]string](p, `heard`))
				return
			}
			p.playing()
			p.until(`heard.includes("")`) // and taken away again
			require.Equal(t, []string{"Le jeu est prêt.", ""}, eval[[]string](p, `heard`))
		})
	}
}
