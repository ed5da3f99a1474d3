package layout_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/proving/screens"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// BenchmarkLongest lays out the screen with the most words at 200 % text, with
// warm caches, as when a window is resized.
func BenchmarkLongest(b *testing.B) {
	list, err := screens.All("fr")
	require.NoError(b, err)
	longest := list[0].Root
	for _, s := range list {
		if len(view.Text(s.Root)) > len(view.Text(longest)) {
			longest = s.Root
		}
	}
	engine := layout.New(face.New())
	in := layout.Input{Width: 390, Height: 844, TextScale: 2}
	b.ReportAllocs()
	for b.Loop() {
		engine.Layout(longest, in)
	}
}

// BenchmarkCold does the same with nothing remembered, as for a new screen.
func BenchmarkCold(b *testing.B) {
	list, err := screens.All("en")
	require.NoError(b, err)
	in := layout.Input{Width: 1366, Height: 768, TextScale: 1}
	b.ReportAllocs()
	for b.Loop() {
		engine := layout.New(face.New())
		engine.Layout(list[1].Root, in)
	}
}
