package layout_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/scenes/theme"
)

// TestNoLabelLiesOnALine draws every level that can be drawn, and over it what was
// found, on phones and laptops, in both languages: no line runs through the words of
// the chart.
func TestNoLabelLiesOnALine(t *testing.T) {
	engine := layout.New(face.New())
	words, err := packs.Strings()
	require.NoError(t, err)
	p, err := packs.Open("cloudflare")
	require.NoError(t, err)
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		ctx := view.NewContext(p, words, language)
		i := slices.IndexFunc(stops, func(s tour.Stop) bool {
			root := view.Screen(ctx, s.State)
			return s.State.Screen == play.Reveal && view.Find(&root, "drawing") != nil
		})
		require.GreaterOrEqual(t, i, 0)
		c, _ := p.Case(stops[i].State.Case)
		step := &c.Steps[stops[i].State.Step]
		labels := 0
		for level := 0; level <= step.Draw.Top; level += pack.DrawBy {
			state := drew(stops[i].State, c.ID, step, level)
			root := view.Screen(ctx, state)
			for _, width := range []float64{320, 390, 480, 768, 1366} {
				r := engine.Layout(&root, layout.Input{Width: width, Height: 700, TextScale: 1})
				labels += offLines(t, r, language, level, width)
			}
		}
		assert.Greater(t, labels, 500, language)
	}
}

// drew is a state in which a step was answered by drawing a level.
func drew(s play.State, caseID string, step *pack.Step, level int) play.State {
	first := play.Choice{Option: step.Nearest(level).ID}
	if m, ok := play.Drawing(step, level).(play.Draw); ok {
		first.Drawn = m.Level
	}
	s.Answers = slices.Clone(s.Answers)
	for i := range s.Answers {
		if a := &s.Answers[i]; a.Case == caseID && a.Step == step.ID {
			a.First, a.Last, a.Skipped = first, first, false
		}
	}
	return s
}

// offLines holds that no point of a line of the chart lies on its words, and returns
// how many words it looked at.
func offLines(t *testing.T, r *layout.Result, language string, level int, width float64) (labels int) {
	t.Helper()
	chart := r.Find("drawing")
	for i := range r.Runs {
		run := &r.Runs[i]
		if run.Box != chart {
			continue
		}
		labels++
		words := run.Rect.Grow(-1, -1)
		for _, m := range r.Marks {
			if m.Box != chart || m.Kind != layout.Line || m.Token == theme.Line {
				continue
			}
			for j := m.Points.From; j+1 < m.Points.To; j++ {
				a, b := r.Points[j], r.Points[j+1]
				for part := 0.0; part <= 1; part += 0.02 {
					if !assert.False(t, words.Contains(a.X+(b.X-a.X)*part, a.Y+(b.Y-a.Y)*part), "%s at %.0f, drawn %d: a line runs through %q", language, width, level, run.Text) {
						return labels
					}
				}
			}
		}
	}
	return labels
}
