package view_test

import (
	"strings"
	"testing"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNothingIsSaidTwice demands of each screen that no box has the name of the heading
// that it begins with, or of what it holds; and that no sign between words is read out.
func TestNothingIsSaidTwice(t *testing.T) {
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		view.Walk(root, func(n *view.Node, _ int) bool {
			for i := range n.Children {
				c := &n.Children[i]
				named := c.Name
				if c.Role == view.Heading {
					named = view.Text(c)
				}
				if n.Name != "" && n.Role != view.RadioGroup && n.Role != view.Dialog && c.Role != view.Slider { // those need one
					assert.NotEqual(t, n.Name, named, "%s: %s", s.Name, n.ID)
				}
			}
			if n.Role == view.Figure {
				assert.NotContains(t, n.Text, "·", "%s: %s", s.Name, n.ID)
			}
			return true
		})
	})
}

// TestAHeadingIsFollowedByItsPlace demands of a decision that the heading, to which one
// is led, is followed by which step it is and by the date with its year.
func TestAHeadingIsFollowedByItsPlace(t *testing.T) {
	decisions := 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		if s.State.Screen != play.Deciding || view.Modal(root) != nil {
			return
		}
		decisions++
		title := place(root, "title")
		require.Equal(t, title+1, place(root, "where"), s.Name)
		require.Equal(t, title+2, place(root, "meta"), s.Name)
		require.Contains(t, view.Text(view.Find(root, "where")), view.Text(view.Find(root, "progress")), s.Name)
	})
	require.Positive(t, decisions)
}

// TestWhoDidItIsNamed demands that a bet and what came of it name the provider, and that
// the outcome of the bet is said before all that is told of the step.
func TestWhoDidItIsNamed(t *testing.T) {
	first, _ := named(t, "cloudflare")
	second, _ := named(t, "elsewhere")
	bets, told := 0, 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		if n := view.Find(root, "bet-title"); n != nil {
			bets++
			p := first
			c, err := p.Case(s.State.Case)
			if err != nil {
				p = second
				c, err = p.Case(s.State.Case)
			}
			require.NoError(t, err)
			require.Contains(t, view.Text(n), p.Text(root.Lang).Get("actors", c.Steps[s.State.Step].Actor), s.Name)
		}
		if view.Find(root, "score-bet") != nil && s.State.Screen == play.Reveal {
			told++
			require.Contains(t, view.Text(view.Find(root, "bet-told")), view.Text(view.Find(root, "score-bet-value")), s.Name)
			require.Less(t, place(root, "bet-told"), place(root, "said"), s.Name)
		}
	})
	require.Positive(t, bets)
	require.Positive(t, told)
}

// TestATurnIsAnswered turns the shield away and back: each time what is said changes,
// also where as many visitors get the page as before.
func TestATurnIsAnswered(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s := play.NewSession(p, 7, "en")
	s.Send(play.OpenCase{Case: "y2017"})
	said := func() string {
		root := view.Screen(ctx, s.State())
		why := view.Find(&root, "network-why")
		require.Equal(t, view.Status, why.Role)
		return view.Text(view.Find(&root, "network-state")) + why.Text
	}
	before := said()
	s.Send(play.Turn{Switch: "shield", To: "none"})
	away := said()
	require.NotEqual(t, before, away)
	s.Send(play.Turn{Switch: "shield", To: "yours"})
	require.NotEqual(t, away, said())
	require.True(t, strings.Contains(said(), "stays known"), said())
}

// TestASheetNamesItsFact opens who says so of each fact of a decision.
func TestASheetNamesItsFact(t *testing.T) {
	sheets := 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		if s.State.Screen != play.Deciding || s.State.Sheet.Kind != play.SourceSheet {
			return
		}
		sheets++
		require.Regexp(t, `(Fact|Fait) \d.(of|sur).\d$`, view.Modal(root).Name, s.Name)
	})
	require.Positive(t, sheets)
}
