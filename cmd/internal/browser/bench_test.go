package browser

import (
	"testing"

	"hardcases/game/markup"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/wasm/mirror"

	"github.com/stretchr/testify/require"
)

// BenchmarkChangeOfScreen is what the page does when a decision is committed,
// and when the player goes back to it: the message, the tree, its layout, and
// what to change in the page's elements. Painting is not in it.
func BenchmarkChangeOfScreen(b *testing.B) {
	p := packs.First(b)
	words := packs.Words(b)
	session := play.NewSession(p, 1, "en")
	s := stage.New(session, words, func(play.Effect) {})
	first := p.Head().Cases[0].ID
	for _, m := range []play.Msg{play.OpenCase{Case: first}, play.Begin{}, play.Choose{Option: "a"}, play.GiveReason{Principle: "safety"}, play.Bet{Option: "c"}, play.Stake{Stop: 4}} {
		s.Send(m)
	}
	engine := layout.New(face.New())
	in := layout.Input{Width: 1366, Height: 768, TextScale: 1}
	held := markup.Render(s.Tree(), nil)
	show := func(m play.Msg) string {
		s.Send(m)
		tree := s.Tree()
		now := markup.Render(tree, nil)
		mirror.Diff(held, now)
		held = now
		placed := engine.Layout(tree, in)
		places := map[string]mirror.Rect{}
		for i := range placed.Boxes {
			if box := &placed.Boxes[i]; box.Node.ID != "" {
				places[box.Node.ID] = mirror.Rect{X: box.Rect.X, Y: box.Rect.Y, W: box.Rect.W, H: box.Rect.H}
			}
		}
		mirror.Layout(held, places)
		return tree.ID
	}
	decision := s.Tree().ID
	there := []play.Msg{play.Commit{}, play.Back{}}
	require.NotEqual(b, decision, show(there[0]))
	require.Equal(b, decision, show(there[1]))
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		show(there[n%2])
		n++
	}
	require.NotNil(b, view.Find(s.Tree(), "title"))
}
