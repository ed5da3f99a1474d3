package layout_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/scenes/face"
	"hardcases/scenes/internal/screens"
	"hardcases/scenes/layout"
)

// windows are the sizes that everything must fit into.
func windows() [][2]float64 {
	return [][2]float64{{320, 480}, {390, 844}, {844, 390}, {768, 1024}, {1366, 768}, {1920, 1080}, {3840, 2160}}
}

func TestEveryScreenFits(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			list, err := screens.All(language)
			require.NoError(t, err)
			require.Greater(t, len(list), 60)
			engine := layout.New(face.New())
			for i, s := range list {
				if view.Modal(s.Root) != nil && i%8 != 0 {
					continue // sheets are many and alike
				}
				for _, w := range windows() {
					for _, scale := range []float64{1, 1.5, 2} {
						fits(t, engine, s, layout.Input{Width: w[0], Height: w[1], TextScale: scale, RightToLeft: scale == 1.5})
					}
				}
			}
		})
	}
}

func fits(t *testing.T, engine *layout.Engine, s screens.Screen, in layout.Input) {
	problems := layout.Audit(engine.Layout(s.Root, in))
	for i := range min(3, len(problems)) {
		assert.Fail(t, fmt.Sprintf("%s at %.0f × %.0f, text %.1f", s.Name, in.Width, in.Height, in.TextScale), problems[i].String())
	}
}
