package view_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
)

// passed is a game with every step of a case passed, at what became of its site.
func passed(t *testing.T, p *pack.Pack, caseID, language string) *play.Session {
	t.Helper()
	s := play.NewSession(p, 3, language)
	s.Send(play.OpenCase{Case: caseID})
	s.Send(play.Begin{})
	for s.State().Screen != play.Debrief {
		s.Send(play.Begin{}) // takes a seat
		s.Send(play.Pass{})
		s.Send(play.Next{})
	}
	s.Send(play.Show{Screen: play.BecameScreen})
	return s
}

// TestEndsAreGuessedThenSeen goes by the screens alone: each lane of which anything was
// found can be given an end, nothing says how it ended before, and then both stand
// beside each other, drawn and in words.
func TestEndsAreGuessedThenSeen(t *testing.T) {
	p, words := shipped(t)
	for _, language := range p.Head().Locales {
		for _, h := range p.Head().Cases {
			c, err := p.Case(h.ID)
			require.NoError(t, err)
			if c.Became == nil {
				continue
			}
			ctx := view.NewContext(p, words, language)
			s := passed(t, p, c.ID, language)
			look := func() (root view.Node, lanes *view.Node) {
				root = view.Screen(ctx, s.State())
				return root, view.Find(&root, "lanes")
			}
			root, lanes := look()
			asked := c.Became.Asked()
			require.Len(t, lanes.Chart.Lanes, len(asked))
			require.Empty(t, lanes.Chart.Series)
			require.Nil(t, view.Find(&root, "became-why"))
			for i, lane := range asked {
				group := view.Find(&root, lanes.Chart.Lanes[i].Choices)
				require.Equal(t, view.RadioGroup, group.Role)
				require.Len(t, group.Children, 1+len(pack.Stands()))
				require.Contains(t, group.Name, lanes.Chart.Lanes[i].Name)
				require.Equal(t, view.Open, lanes.Chart.Lanes[i].Yours)
				if i == len(asked)-1 {
					continue // left out
				}
				s.Send(group.Children[2].On)
				s.Send(group.Children[1].On)
				root, lanes = look()
				require.True(t, view.Find(&root, "end-"+string(lane)+"-in-place").Checked)
				require.False(t, view.Find(&root, "end-"+string(lane)+"-partly").Checked)
				require.NotEqual(t, view.Open, lanes.Chart.Lanes[i].Yours)
			}
			s.Send(view.Find(&root, "guess").Children[1].On)
			root, _ = look()
			require.True(t, view.Find(&root, "guess").Children[1].Checked)
			s.Send(view.Shortcut(&root, "Enter").On)

			root, lanes = look()
			require.Nil(t, view.Find(&root, "guess"))
			require.NotNil(t, view.Find(&root, "became-said"))
			require.Len(t, lanes.Chart.Lanes, len(pack.Lanes()))
			require.Len(t, view.Find(&root, "lanes-card").Children, len(asked))
			for i, lane := range asked[:len(asked)-1] {
				said := view.Find(&root, "ended-"+string(lane))
				text := view.Text(said)
				yours := ctx.Strings.Get("became.end-serves")
				if lane == pack.VisitorsLane {
					yours = ctx.Strings.Get("became.end-reached")
				}
				assert.Contains(t, text, yours)
				_, end := c.Became.Stood(lane)
				assert.Equal(t, end == pack.Unknown, view.Text(&said.Children[3]) == " "+ctx.Strings.Get("became.end-unknown"), "%s: %s", c.ID, text)
				assert.Equal(t, view.YourWords, said.Children[2].Look)
				for j, other := range pack.Lanes() {
					if other == lane {
						assert.NotEmpty(t, lanes.Chart.Lanes[j].Yours, i)
					}
				}
			}
			for i, lane := range pack.Lanes() {
				if lane == asked[len(asked)-1] {
					assert.Empty(t, lanes.Chart.Lanes[i].Yours, "what was left out is not drawn")
				}
			}
		}
	}
}

// TestWhatBecameOfItUnguessed shows all at one press, and says nothing of guesses.
func TestWhatBecameOfItUnguessed(t *testing.T) {
	p, words := shipped(t)
	s := passed(t, p, "y2022", "en")
	ctx := view.NewContext(p, words, "en")
	root := view.Screen(ctx, s.State())
	s.Send(view.Find(&root, "see").On)
	root = view.Screen(ctx, s.State())
	lanes := view.Find(&root, "lanes")
	require.Len(t, view.Find(&root, "lanes-card").Children, 1)
	require.Nil(t, view.Find(&root, "became-said"))
	require.NotNil(t, view.Find(&root, "became-why"))
	for _, key := range lanes.Chart.Key {
		assert.NotEqual(t, view.YourEnd, key.Stand)
	}
}

// TestNoEndBeforeItsTime holds that no screen of the tour gives an end away: before all
// is seen a lane has only its beginning.
func TestNoEndBeforeItsTime(t *testing.T) {
	p, words := shipped(t)
	stops, err := tour.All(p, "en")
	require.NoError(t, err)
	ctx := view.NewContext(p, words, "en")
	open := 0
	for _, s := range stops {
		root := view.Screen(ctx, s.State)
		if view.Find(&root, "see") == nil {
			continue
		}
		open++
		assert.Nil(t, view.Find(&root, "became-table"), s.Name)
		for _, lane := range view.Find(&root, "lanes").Chart.Lanes {
			require.Len(t, lane.Pieces, 2, s.Name)
			assert.Equal(t, view.Open, lane.Pieces[1].Stand, s.Name)
		}
	}
	assert.Equal(t, 3*3, open, "from the last reveal, from the debrief and with choices, in each case that tells of a site")
}
