package terminal_test

import (
	"strconv"
	"testing"

	"hardcases/cmd/internal/terminal"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestEndsByNumber says by numbers how lanes ended, and reads it beside what it came to.
func TestEndsByNumber(t *testing.T) {
	p, c := open(t)
	s := play.NewSession(p, 1, "en")
	s.Send(play.OpenCase{Case: "y2019"})
	s.Send(play.Begin{})
	for s.State().Screen != play.Debrief {
		s.Send(play.Begin{})
		s.Send(play.Pass{})
		s.Send(play.Next{})
	}
	s.Send(play.Show{Screen: play.BecameScreen})
	ctx := view.NewContext(p, c, "en")
	read := func() (view.Node, string) {
		root := view.Screen(ctx, s.State())
		return root, terminal.Render(&root, ctx.Strings)
	}
	number := func(id string) {
		t.Helper()
		root, text := read()
		for i, n := range terminal.Choices(&root) {
			if n.ID == id {
				require.Contains(t, text, "["+strconv.Itoa(i+1)+"] "+n.Text)
				s.Send(n.On)
				return
			}
		}
		require.Fail(t, "no number", id)
	}
	_, text := read()
	require.Contains(t, text, "Shield, at the end\n")
	require.Contains(t, text, "unknown, which is not")
	number("end-shield-gone")
	number("end-carrier-gone")
	_, text = read()
	require.Contains(t, text, ctx.Strings.Get("terminal.chosen", locale.A("text", "gone")))
	number("see")
	_, text = read()
	require.Contains(t, text, "Shield · You: gone. In fact: in place.")
	require.Contains(t, text, "Carrier · You: gone. In fact: unknown.")
	option, ok := s.State().Guessed("y2019", play.EndGuess(pack.CarrierLane))
	require.True(t, ok)
	require.Equal(t, "gone", option)
}
