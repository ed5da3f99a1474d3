package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// TestTheRevealIsSeenAtOneGlance holds that the headline, the ladder, what happened,
// the people affected and the score of every decision are in one view on a
// Chromebook, whatever stands docked; and on a phone those that say in brief what
// happened.
func TestTheRevealIsSeenAtOneGlance(t *testing.T) {
	engine := layout.New(face.New())
	words, err := packs.Strings()
	require.NoError(t, err)
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p, err := packs.Open(id)
		require.NoError(t, err)
		for _, language := range p.Head().Locales {
			stops, err := tour.All(p, language)
			require.NoError(t, err)
			ctx := view.NewContext(p, words, language)
			for _, s := range stops {
				root := view.Screen(ctx, s.State)
				if s.State.Screen != play.Reveal || !strings.HasSuffix(s.Name, root.ID) || view.Find(&root, "ladder") == nil {
					continue
				}
				windows := [][2]float64{{1366, 768}}
				if c, _ := p.Case(s.State.Case); ctx.Text.Get("cases", c.ID, "steps", c.Steps[s.State.Step].ID, "brief") != "" {
					windows = append(windows, [2]float64{390, 844})
				}
				for _, w := range windows {
					r := engine.Layout(&root, layout.Input{Width: w[0], Height: w[1], TextScale: 1})
					for _, id := range []string{"title", "ladder", "happened", "affected", "score-table"} {
						at, seen := r.OnWindow(r.Find(id), nil)
						bottom := r.Layers[0].View.Bottom()
						assert.True(t, seen && at.Bottom() <= bottom, "%s, %s at %.0f × %.0f: %s ends at %.0f of %.0f", s.Name, language, w[0], w[1], id, at.Bottom(), bottom)
					}
				}
			}
		}
	}
}
