//go:build browser

package browser

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// over is a game with a case behind it, at what became of its site.
func over(t *testing.T, caseID, language string) play.Journal {
	t.Helper()
	s := play.NewSession(shipped(t), 1, language)
	s.Send(play.OpenCase{Case: caseID})
	s.Send(play.Begin{})
	for s.State().Screen != play.Debrief {
		s.Send(play.Begin{}) // takes a seat
		s.Send(play.Pass{})
		s.Send(play.Next{})
	}
	s.Send(play.Show{Screen: play.BecameScreen})
	return s.Journal()
}

// TestEndsOfLanesAreGuessed says how lanes ended: by pointing at the picture or at the
// plain page, by keys, and by the native radios alone. The page says what the saved
// game says, and all three come to the same journal.
func TestEndsOfLanesAreGuessed(t *testing.T) {
	address := serveSite(t)
	for _, way := range []string{"pointer", "plain", "keys", "tree"} {
		t.Run(way, func(t *testing.T) {
			p := open(t, setup{plain: way == "plain", width: 390, height: 844})
			p.visit(address)
			p.playing()
			p.follow(over(t, "y2019", "en"))
			p.until(atScreen + ` === "became-guess-y2019"`)
			checked := func(radio string) string { return `document.getElementById("n-` + radio + `-input").checked` }
			press := func(node string) {
				t.Helper()
				p.ready()
				switch way {
				case "tree":
					eval[bool](p, `(document.getElementById("n-`+node+`-input") || document.getElementById("n-`+node+`")).click() === undefined`)
				case "keys":
					eval[bool](p, `(document.getElementById("n-`+node+`-input") || document.getElementById("n-`+node+`")).focus() === undefined`)
					p.do(chromedp.KeyEvent(map[bool]string{true: kb.Enter, false: " "}[node == "see"]))
				default:
					p.hit(node)
				}
			}
			for _, node := range []string{"end-shield-gone", "end-carrier-unknown", "guess-b"} {
				press(node)
				p.until(checked(node))
			}
			if way == "keys" { // the arrows go through a group
				p.do(chromedp.KeyEvent(kb.ArrowUp))
				p.until(checked("guess-a"))
				p.do(chromedp.KeyEvent(kb.ArrowDown))
				p.until(checked("guess-b"))
			}
			p.agrees()
			press("see")
			p.until(atScreen + ` === "became-y2019"`)
			p.agrees()
			s := p.native().State()
			for try, want := range map[string]string{play.EndGuess(pack.ShieldLane): "gone", play.EndGuess(pack.CarrierLane): "unknown", play.BecameDraft: "b", play.BecameGuess: "b"} {
				option, ok := s.Guessed("y2019", try)
				require.True(t, ok, try)
				require.Equal(t, want, option, try)
			}
			_, ok := s.Guessed("y2019", play.EndGuess(pack.NameLane))
			require.False(t, ok, "what is left out stays so")
			require.Len(t, s.Guesses, 4)
			require.Contains(t, eval[string](p, `document.getElementById("n-ended-shield").textContent`), "You: gone. In fact: in place.")
		})
	}
}
