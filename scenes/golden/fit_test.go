//go:build pictures

package golden

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/game/locale"
	"hardcases/scenes/face"
	"hardcases/scenes/internal/screens"
	"hardcases/scenes/layout"
)

// TestEveryScreenFitsEverywhere is the whole of what package layout samples:
// every screen in every language, window and text size.
func TestEveryScreenFitsEverywhere(t *testing.T) {
	for _, language := range screens.Languages() {
		t.Run(language, func(t *testing.T) {
			list, err := screens.All(language)
			require.NoError(t, err)
			engine := layout.New(face.New())
			for _, s := range list {
				for _, w := range [][2]float64{{320, 480}, {390, 844}, {844, 390}, {768, 1024}, {1366, 768}, {1920, 1080}, {3840, 2160}} {
					for _, scale := range []float64{1, 1.25, 1.5, 1.75, 2} {
						in := layout.Input{Width: w[0], Height: w[1], TextScale: scale, RightToLeft: locale.RightToLeft(language)}
						problems := layout.Audit(engine.Layout(s.Root, in))
						require.Empty(t, problems, fmt.Sprintf("%s at %.0f × %.0f, text %.2f", s.Name, w[0], w[1], scale))
					}
				}
			}
		})
	}
}
