package view_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/pack"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"
)

// TestLanesKnowNoHindsight holds that until a case is over its lanes show only what
// had surely happened, and was surely public, by the day of the step; that each lane is
// whole, and unknown until something is told of it.
func TestLanesKnowNoHindsight(t *testing.T) {
	p, err := packs.Open("cloudflare")
	require.NoError(t, err)
	words, err := packs.Strings()
	require.NoError(t, err)
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		ctx := view.NewContext(p, words, language)
		early, whole := 0, 0
		for _, s := range stops {
			root := view.Screen(ctx, s.State)
			n := view.Find(&root, "lanes")
			if n == nil || view.Find(&root, "see") != nil {
				continue // ends that are still to be guessed: TestNoEndBeforeItsTime
			}
			c, err := p.Case(s.State.Case)
			require.NoError(t, err)
			told := c.Became.Changes
			if !s.State.Finished(c) {
				early++
				told = nil
				for i := range c.Became.Changes {
					if c.Became.Changes[i].ToldBy(c.Steps[s.State.Step].Date, p.Claim) {
						told = append(told, c.Became.Changes[i])
					}
				}
			} else {
				whole++
			}
			seen := map[pack.Lane]bool{}
			steps := 0
			for i := range told {
				for _, l := range told[i].Lanes {
					seen[l.Lane] = seen[l.Lane] || l.State != pack.Unknown
				}
				if told[i].Step {
					steps++
				}
			}
			assert.Len(t, n.Chart.Series[0].Points, steps, s.Name)
			require.Len(t, n.Chart.Lanes, len(pack.Lanes()), s.Name)
			for i, lane := range n.Chart.Lanes {
				at, known := 0.0, false
				for _, piece := range lane.Pieces {
					assert.InDelta(t, at, piece.From, 1e-9, "%s: %s", s.Name, lane.Name)
					assert.Greater(t, piece.To, piece.From, "%s: %s", s.Name, lane.Name)
					at, known = piece.To, known || piece.Stand != view.Hatched
				}
				assert.InDelta(t, 100, at, 1e-9, "%s: %s", s.Name, lane.Name)
				assert.Equal(t, seen[pack.Lanes()[i]], known, "%s: %s", s.Name, lane.Name)
			}
		}
		assert.Positive(t, early, language)
		assert.Positive(t, whole, language)
	}
}
