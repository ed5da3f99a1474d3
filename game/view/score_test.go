package view_test

import (
	"os"
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNothingOfAnUnplayedCase plays one case alone, then looks at all that looks back
// on cases: what others chose in the cases that were not played is nowhere. The short
// words for what they did there are looked for, where they are no other option's too.
func TestNothingOfAnUnplayedCase(t *testing.T) {
	p, words := shipped(t)
	for _, language := range p.Head().Locales {
		ctx := view.NewContext(p, words, language)
		for _, h := range p.Head().Cases {
			s := play.NewSession(p, 2, language)
			s.Send(play.OpenCase{Case: h.ID})
			s.Send(play.Begin{})
			for range h.Steps {
				st := stepAt(t, p, s.State())
				s.Send(play.Choose{Option: st.Options[0].ID})
				s.Send(play.Bet{Option: st.Options[0].ID})
				s.Send(play.Stake{Stop: 2})
				s.Send(play.Commit{})
				s.Send(play.Next{})
			}
			for _, screen := range []play.Screen{play.Home, play.Results, play.Log, play.TakeAway} {
				s.Send(play.Show{Screen: screen})
				root := view.Screen(ctx, s.State())
				said := view.Text(&root) + view.ResultText(ctx, s.State())
				for _, other := range p.Head().Cases {
					if other.ID == h.ID {
						continue
					}
					c, err := p.Case(other.ID)
					require.NoError(t, err)
					for i := range c.Steps {
						st := &c.Steps[i]
						short := ctx.Text.Get("cases", c.ID, "steps", st.ID, "options", st.Happened, "short")
						if len(short) > 12 {
							assert.False(t, strings.Contains(said, short), "%s, %s alone, %s: %q of %s", language, h.ID, screen, short, st.ID)
						}
					}
				}
				s.Send(play.Back{})
			}
		}
	}
}

// TestTheScoreOfABetSaysWhereItLeads demands that who hears the button with the sign
// "(?)" hears what it opens.
func TestTheScoreOfABetSaysWhereItLeads(t *testing.T) {
	p, words := shipped(t)
	for _, language := range p.Head().Locales {
		ctx := view.NewContext(p, words, language)
		s := play.NewSession(p, 2, language)
		for _, m := range []play.Msg{play.OpenCase{Case: "y2019"}, play.Begin{}, play.Choose{Option: "a"}, play.Bet{Option: "a"}, play.Stake{Stop: 3}, play.Commit{}} {
			s.Send(m)
		}
		root := view.Screen(ctx, s.State())
		how := view.Find(&root, "score-how")
		require.Contains(t, how.Name, words.Strings(language).Get("help.scores"))
		require.Contains(t, how.Name, how.Text)
		s.Send(how.On)
		root = view.Screen(ctx, s.State())
		require.Contains(t, view.Text(&root), words.Strings(language).Get("help.scores"))
	}
}

func stepAt(t *testing.T, p *pack.Pack, s play.State) *pack.Step {
	t.Helper()
	c, err := p.Case(s.Case)
	require.NoError(t, err)
	return &c.Steps[s.Step]
}

// TestThreeStates tells a step that was decided from one that was skipped and one
// that was not played, wherever cases are looked back on.
func TestThreeStates(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	s := play.NewSession(p, 2, "en")
	s.Send(play.OpenCase{Case: "y2019"})
	s.Send(play.Begin{})
	for s.State().Screen == play.Deciding {
		s.Send(play.Pass{})
		root := view.Screen(ctx, s.State())
		require.Equal(t, play.Reveal, s.State().Screen)
		require.Contains(t, view.Headline(&root), "You skipped this.")
		require.Contains(t, view.Text(view.Find(&root, "score")), "nothing is scored")
		require.Nil(t, view.Find(&root, "score-bet"))
		s.Send(play.Next{})
	}
	s.Send(play.Show{Screen: play.Results})
	root := view.Screen(ctx, s.State())
	skipped, unplayed := view.Text(view.Find(&root, "across-y2019")), view.Text(view.Find(&root, "across-y2017"))
	assert.Contains(t, skipped, "You: skipped.")
	assert.Contains(t, unplayed, "Not reached yet")
	assert.NotContains(t, unplayed, "You:")
	require.Nil(t, view.Find(&root, "sum-forecast"))
	require.Contains(t, view.Text(view.Find(&root, "sum-bets")), "none made")
}

// TestOldForecastsSayByWhichRule opens a game of format 2 and looks at every screen
// that has a score of it: it is the score of then, and marked so, apart from bets.
func TestOldForecastsSayByWhichRule(t *testing.T) {
	p, words := shipped(t)
	b, err := os.ReadFile("../play/testdata/journal-format-2-forecasts.save")
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	s, _ := play.Restore(p, j)
	ctx := view.NewContext(p, words, "en")
	find := func(id string) string {
		root := view.Screen(ctx, s.State())
		n := view.Find(&root, id)
		require.NotNil(t, n, id)
		return view.Text(n)
	}
	s.Send(play.Show{Screen: play.Help})
	require.Contains(t, find("score-then"), "100 × (1 − (p − o)²)")
	s.Send(play.Show{Screen: play.Log})
	require.Equal(t, "Forecast “Likely”: 94 of 100, by the old rule", find("log-A1-forecast"))
	s.Send(play.GoTo{Case: "y2017", Step: "A1"})
	require.Contains(t, find("score-forecast"), "Your forecast (“Likely”), scored by the old rule 94 of 100")
	s.Send(play.ShowDebrief{Case: "y2017"})
	require.Contains(t, find("sum-forecast"), "scored by the old rule 59.5 of 100, over 3 forecasts")
	s.Send(play.Unfold{ID: "fold-steps"})
	require.Contains(t, find("step-table"), "94 of 100, old rule")
	s.Send(play.Show{Screen: play.Results})
	require.Contains(t, find("sum-forecast"), "65.4 of 100, over 10 forecasts")
	require.Contains(t, find("calibration-card"), "No bets were made.")
	require.Contains(t, view.ResultText(ctx, s.State()), "by the old rule: 65.4 of 100")
}
