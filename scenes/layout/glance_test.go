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

// TestEverySwitchIsInView holds that each question to the working model, guessed or
// not, shows its picture's sentence and all of its switches in one view on a
// Chromebook, above whatever is docked.
func TestEverySwitchIsInView(t *testing.T) {
	engine := layout.New(face.New())
	words, err := packs.Strings()
	require.NoError(t, err)
	p, err := packs.Open("cloudflare")
	require.NoError(t, err)
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		ctx := view.NewContext(p, words, language)
		looked := 0
		for _, s := range stops {
			if !s.State.ShowsModel() || s.State.Model.Tried || s.State.Sheet.Kind != play.NoSheet {
				continue
			}
			root := view.Screen(ctx, s.State)
			r := engine.Layout(&root, layout.Input{Width: 1366, Height: 768, TextScale: 1})
			for i := range r.Boxes {
				if id := r.Boxes[i].Node.ID; id == "network-state" || r.Boxes[i].Node.Look == view.Switch {
					looked++
					at, seen := r.OnWindow(i, nil)
					bottom := r.Layers[0].View.Bottom()
					assert.True(t, seen && at.Bottom() <= bottom, "%s, %s: %s ends at %.0f of %.0f", s.Name, language, id, at.Bottom(), bottom)
				}
			}
		}
		assert.Greater(t, looked, 100, language)
	}
}

// TestADecisionIsSeenAtOneGlance holds that all of every decision is in one view on a
// Chromebook, taken in a row or on the short way, before anything is chosen and after:
// its facts, what nobody knew, the options, the reasons, the bet and what commits it.
// Only what says that something is still to choose may take it out of one.
func TestADecisionIsSeenAtOneGlance(t *testing.T) {
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
			looked := map[string]bool{}
			for _, s := range stops {
				if s.State.Screen != play.Deciding || s.State.Sheet.Kind != play.NoSheet || s.State.TooEarly {
					continue
				}
				root := view.Screen(ctx, s.State)
				looked[root.ID] = true
				r := engine.Layout(&root, layout.Input{Width: 1366, Height: 768, TextScale: 1})
				bottom := r.Layers[0].View.Bottom()
				for i := range r.Boxes {
					b := &r.Boxes[i]
					if b.Hidden || b.Inline || b.Layer != 0 || i == 0 {
						continue
					}
					at, seen := r.OnWindow(i, nil)
					if !assert.True(t, seen && at.Bottom() <= bottom, "%s, %s: %s ends at %.0f of %.0f", s.Name, language, b.Node.ID, at.Bottom(), bottom) {
						break
					}
				}
			}
			steps := 0
			for _, c := range p.Head().Cases {
				full, err := p.Case(c.ID)
				require.NoError(t, err)
				steps += len(full.Steps)
			}
			assert.Len(t, looked, steps, language)
		}
	}
}

// TestAChoiceMovesNothing holds that whatever is chosen at a decision, all that can be
// chosen stays where it is, in a wide window and on a phone, at letters of twice the size,
// too. On a phone the main action docks once an option is chosen.
func TestAChoiceMovesNothing(t *testing.T) {
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
			moved := 0
			for _, s := range stops {
				if s.State.Screen != play.Deciding || s.State.Sheet.Kind != play.NoSheet || s.State.TooEarly || s.State.Draft != (play.Choice{}) {
					continue
				}
				root := view.Screen(ctx, s.State)
				c, _ := p.Case(s.State.Case)
				step := &c.Steps[s.State.Step]
				var chosen []view.Node
				for _, reason := range append([]string{""}, step.Reasons...) {
					state := s.State
					state.Draft = play.Choice{Option: step.Options[0].ID, Principle: reason, Bet: step.Options[1].ID, Stop: 3}
					chosen = append(chosen, view.Screen(ctx, state))
				}
				for _, in := range []layout.Input{{Width: 1366, Height: 768, TextScale: 1}, {Width: 390, Height: 844, TextScale: 1}, {Width: 390, Height: 664, TextScale: 2}} {
					before := engine.Layout(&root, in)
					for k := range chosen {
						after := engine.Layout(&chosen[k], in)
						for _, id := range []string{"known", "options", "reasons", "bets", "stakes", "commit"} {
							wide := in.Width > 1000 // on a phone the first choice gives an estimate's chart more words
							if i := before.Find(id); i >= 0 && (wide || id != "commit" && step.Draw == nil) {
								moved++
								assert.Equal(t, before.Boxes[i].Rect, after.Boxes[after.Find(id)].Rect, "%s, %s at %.0f: %s at reason %d", s.Name, language, in.Width, id, k)
							}
						}
					}
				}
			}
			assert.Greater(t, moved, 300)
		}
	}
}

// TestAPhoneBeginsWithFacts holds that a small phone shows three facts of a decision at
// first, and the options within one more view.
func TestAPhoneBeginsWithFacts(t *testing.T) {
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
			seen := map[string]bool{}
			for _, s := range stops {
				if s.State.Screen != play.Deciding || s.State.Sheet.Kind != play.NoSheet || s.State.Draft != (play.Choice{}) {
					continue
				}
				root := view.Screen(ctx, s.State)
				if view.Find(&root, "bets") == nil || seen[root.ID] {
					continue
				}
				seen[root.ID] = true
				c, _ := p.Case(s.State.Case)
				step := &c.Steps[s.State.Step]
				r := engine.Layout(&root, layout.Input{Width: 390, Height: 664, TextScale: 1})
				facts := 0
				for _, f := range step.Known {
					if at, in := r.OnWindow(r.Find("fact-"+f.ID), nil); in && at.Bottom() <= r.Layers[0].View.Bottom() {
						facts++
					}
				}
				assert.GreaterOrEqual(t, facts, min(3, len(step.Known)), "%s, %s: facts at first on a phone", s.Name, language)
				at, _ := r.OnWindow(r.Find("options"), nil)
				assert.LessOrEqual(t, at.Y, 2*r.Layers[0].View.Bottom(), "%s, %s: options on a phone", s.Name, language)
			}
			require.NotEmpty(t, seen)
		}
	}
}
