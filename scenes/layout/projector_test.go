package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/assets"
	"hardcases/game/view"
	"hardcases/proving/screens"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// TestTheRoomCanRead lays out every screen for a room on four projectors, in
// both languages: no text under 28 at 1366 × 768, under 20.5 where much stands
// side by side, and in proportion elsewhere, nothing to scroll, nothing cut off.
func TestTheRoomCanRead(t *testing.T) {
	engine := layout.New(face.New())
	for _, pack := range assets.Packs() {
		for _, language := range screens.Shipped() {
			list, err := screens.Of(pack, language)
			require.NoError(t, err)
			seen := 0
			for _, s := range list {
				least := map[view.Look]float64{view.Projector: 28, view.ProjectorDense: 20.5}[s.Root.Look]
				if least == 0 {
					continue
				}
				seen++
				for _, w := range [][2]float64{{1280, 720}, {1366, 768}, {1920, 1080}, {3840, 2160}} {
					readable(t, engine, s, least, w)
				}
			}
			require.Greater(t, seen, 30)
		}
	}
}

func readable(t *testing.T, engine *layout.Engine, s screens.Screen, least float64, w [2]float64) {
	r := engine.Layout(s.Root, layout.Input{Width: w[0], Height: w[1], TextScale: 1})
	assert.Empty(t, layout.Audit(r), "%s at %v", s.Name, w)
	least *= w[0] / 1366
	for _, run := range r.Runs {
		require.GreaterOrEqual(t, run.Size*r.Zoom, least-0.75, "%s at %v: %q", s.Name, w, run.Text)
	}
	for _, l := range r.Layers {
		assert.LessOrEqual(t, l.MaxScroll(), 0.5, "%s at %v scrolls", s.Name, w)
	}
}

// TestARoomOnAPhone is a screen like any other.
func TestARoomOnAPhone(t *testing.T) {
	root, err := screens.Find("fr", "class-A4-vote-counted")
	require.NoError(t, err)
	r := layout.New(face.New()).Layout(root, layout.Input{Width: 390, Height: 844, TextScale: 1.5})
	require.Empty(t, layout.Audit(r))
	require.Equal(t, 1.0, r.Zoom)
	for _, run := range r.Runs {
		if strings.HasPrefix(run.Text, "A") {
			require.Less(t, run.Size, 40.0)
		}
	}
}
