//go:build browser

package browser

import (
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/host"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// tried are the controls by which the three questions of the first case are guessed and
// tried on the working model: radios that are the first or the second of their group,
// and buttons.
var tried = []string{
	"guess-b", "switch-name-on-hold", "later", "later", "next-try",
	"guess-b", "switch-shield-none", "next-try",
	"guess-b", "switch-host-locks",
}

// trier is how somebody uses a control of a game, and the game as it is kept.
type trier struct {
	use  func(id string)
	game func() *stage.Stage
}

// TestTheModelByEveryHand tries the working model by mouse, by touch, by keys, by the
// accessibility tree alone and in the terminal. All keep the same journal, which
// replayed has the network as it should stand.
func TestTheModelByEveryHand(t *testing.T) {
	want := []play.Msg{
		play.OpenCase{Case: shipped(t).Head().Cases[0].ID},
		play.Guess{Try: "m1", Option: "b"}, play.Turn{Switch: "name", To: "on-hold"}, play.Later{Hours: 1}, play.Later{Hours: 1}, play.OpenTry{Try: "m2"},
		play.Guess{Try: "m2", Option: "b"}, play.Turn{Switch: "shield", To: "none"}, play.OpenTry{Try: "m3"},
		play.Guess{Try: "m3", Option: "b"}, play.Turn{Switch: "host", To: "locks"},
	}
	for name, begin := range map[string]func(t *testing.T) trier{
		"mouse": byMouse, "touch": byTouch, "keys": byKeys, "tree": byTree, "terminal": byNumbers,
	} {
		t.Run(name, func(t *testing.T) {
			h := begin(t)
			for _, id := range tried {
				h.use(id)
			}
			session := h.game().Session()
			var did []play.Msg
			for _, r := range session.Journal().Msgs {
				m, err := r.Msg()
				require.NoError(t, err)
				did = append(did, m)
			}
			require.Equal(t, want, did)
			require.True(t, session.State().Model.Tried)
			report := session.State().Model.Net.Report()
			require.Zero(t, report.Reached, "nobody gets what the host has locked")
			require.Zero(t, report.Pages.Host)
		})
	}
}

// briefed opens the game at the briefing of the first case.
func briefed(t *testing.T, s setup) *tab {
	t.Helper()
	p := open(t, s)
	p.visit(serveSite(t) + "?lang=en")
	p.playing()
	p.after(func() { p.hit("start") })
	return p
}

// shows waits until the page shows what a control does: a radio is chosen, a button
// gives way to another question or to another hour.
func (p *tab) shows(id string, use func()) {
	p.t.Helper()
	before := len(p.journal().Msgs)
	use()
	for deadline := time.Now().Add(patience); len(p.journal().Msgs) == before; time.Sleep(50 * time.Millisecond) {
		require.True(p.t, time.Now().Before(deadline), "%s does nothing", id)
	}
	if p.has(id) && eval[bool](p, `document.querySelector('`+at(id)+`').matches("label")`) {
		p.until(`document.querySelector('` + at(id) + ` input').checked`)
	}
}

func byMouse(t *testing.T) trier {
	p := briefed(t, setup{})
	return trier{func(id string) { p.shows(id, func() { p.hit(id) }) }, p.native}
}

func byTouch(t *testing.T) trier {
	p := touched(t, setup{})
	p.after(func() { p.tap(p.middle(at("start"))) })
	return trier{func(id string) { p.shows(id, func() { p.tap(p.reached(at(id))) }) }, p.native}
}

// byKeys goes to a group by Tab and to its second choice by an arrow, which chooses it.
func byKeys(t *testing.T) trier {
	p := briefed(t, setup{width: 800, height: 600})
	return trier{func(id string) {
		to, key := id, "\r"
		if eval[bool](p, `document.querySelector('`+at(id)+`').matches("label")`) {
			to = eval[string](p, `document.querySelector('`+at(id)+`').closest("[role=radiogroup], fieldset").id.slice(2)`)
			require.Equal(p.t, id, p.radios(to)[1], "an arrow leads to it")
			key = kb.ArrowDown
		}
		for range 60 { // past the end of the page it begins again
			if eval[bool](p, `Boolean(document.activeElement.closest('`+at(to)+`'))`) {
				break
			}
			p.press("\t")
		}
		p.inSight()
		p.shows(id, func() { p.press(key) })
	}, p.native}
}

// byTree uses what is heard under the name that the game gives it.
func byTree(t *testing.T) trier {
	p := briefed(t, setup{plain: true})
	return trier{func(id string) {
		n := view.Find(p.native().Tree(), id)
		key := map[view.Role]string{view.Radio: " ", view.Button: "\r"}[n.Role]
		for _, h := range p.listen() {
			if h.name == n.Text && (h.role == "radio" || h.role == "button") {
				p.shows(id, func() { p.use(h, key) })
				return
			}
		}
		require.FailNow(t, "not heard", "%s: %q", id, n.Text)
	}, p.native}
}

// byNumbers plays in a terminal.
func byNumbers(t *testing.T) trier {
	asker := &terminal.Asker{}
	ports := desk.Ports(desk.Saves(t.TempDir()), desk.Files{Dir: t.TempDir()}, nil)
	ports.Ask = asker
	g := host.Start(ports, packs.Words(t), view.Book{Pack: shipped(t), Shipped: true}, nil, "en")
	say := func(line string) {
		read := func(string) ([]byte, error) { return nil, os.ErrNotExist }
		require.NoError(t, terminal.Play(g, asker, read, strings.NewReader(line+"\n"), io.Discard))
	}
	say("") // start
	return trier{func(id string) {
		i := slices.IndexFunc(terminal.Choices(g.Tree()), func(n *view.Node) bool { return n.ID == id })
		require.GreaterOrEqual(t, i, 0, id)
		say(strconv.Itoa(i + 1))
	}, g.Stage}
}
