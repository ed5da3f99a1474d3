package terminal_test

import (
	"os"
	"strings"
	"testing"

	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/host"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestTheModelIsTried guesses, turns a switch, lets hours pass and reads what the model
// rests on, by numbers alone: what a picture shows is said.
func TestTheModelIsTried(t *testing.T) {
	p, c := open(t)
	asker := &terminal.Asker{}
	ports := desk.Ports(desk.Saves(t.TempDir()), desk.Files{Dir: t.TempDir()}, nil)
	ports.Ask = asker
	g := host.Start(ports, c, view.Book{Pack: p, Shipped: true}, nil, "en")
	read := func(string) ([]byte, error) { return nil, os.ErrNotExist }
	say := func(line string) string {
		var out strings.Builder
		require.NoError(t, terminal.Play(g, asker, read, strings.NewReader(line+"\n"), &out))
		return squeeze(out.String())
	}
	press := func(id string) string {
		for i, n := range terminal.Choices(g.Tree()) {
			if n.ID == id {
				return say(itoa(i + 1))
			}
		}
		t.Fatalf("no %s on %s", id, g.Tree().ID)
		return ""
	}
	say("") // start: the briefing of 2017
	press("guess-b")
	require.Equal(t, "b", g.Stage().Session().State().Guesses[0].Option)
	said := press("switch-name-on-hold")
	require.Contains(t, said, "Three of ten visitors get the page.")
	require.Contains(t, said, "You said: A few, for a while. The model agrees.")
	require.Contains(t, say("again"), "visitors 3/10 · name ON HOLD")
	for range 12 {
		said = press("later")
	}
	require.Contains(t, said, "Nobody gets the page.")
	said = press("rules")
	require.Contains(t, said, "What the model rests on")
	require.Contains(t, said, c.Strings("en").Get("model.rule.on-hold"))
}
