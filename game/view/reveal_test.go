package view_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestNothingFollowed: where a step tells nothing of what followed, nothing is
// there to unfold.
func TestNothingFollowed(t *testing.T) {
	p, c := shipped(t)
	reveal := func(p *pack.Pack) view.Node {
		return view.Screen(view.NewContext(p, c, "en"), at(t, p, "en", "y2017", "A1", true).State())
	}
	whole := reveal(p)
	require.NotNil(t, view.Find(&whole, "fold-then"))
	require.NotNil(t, view.Find(&whole, "first"))
	content, err := p.Unpack()
	require.NoError(t, err)
	content.Cases[0].Steps[0].Then = nil
	b, err := pack.Build(content)
	require.NoError(t, err)
	p, err = pack.Open(b)
	require.NoError(t, err)
	bare := reveal(p)
	require.NotNil(t, view.Find(&bare, "fold-people"))
	require.Nil(t, view.Find(&bare, "fold-then"))
	require.Nil(t, view.Find(&bare, "first"))
}

// TestFolds unfolds each part of a reveal: what stands above its button stays as it
// was, what it says comes below, and a count says how much that is.
func TestFolds(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s := at(t, p, "en", "y2022", "C4", true)
	root := view.Screen(ctx, s.State())
	row := view.Find(&root, "folds")
	require.NotNil(t, row)
	for _, b := range row.Children {
		if b.ID == "discuss" {
			continue // which opens a sheet
		}
		require.Equal(t, view.Folded, b.Expanded, b.ID)
		require.Nil(t, view.Find(&root, b.ID+"-card"))
		s.Send(b.On)
		open := view.Screen(ctx, s.State())
		require.Equal(t, view.Unfolded, view.Find(&open, b.ID).Expanded)
		card := view.Find(&open, b.ID+"-card")
		require.NotNil(t, card, b.ID)
		require.NotEmpty(t, view.Text(card))
		require.Equal(t, order(&root, b.ID), order(&open, b.ID), "nothing above %s has moved", b.ID)
		s.Send(b.On)
	}
	require.Equal(t, root, view.Screen(ctx, s.State()))
	count := func(id string) string { return view.Find(&root, id+"-count").Text }
	_, st := mustCase(t, p, "y2022").Step("C4")
	require.Equal(t, "\u00a0"+strconv.Itoa(len(st.Then)), count("fold-then"))
	require.Equal(t, "\u00a0"+strconv.Itoa(len(st.Sources)), count("fold-sources"))
	require.Equal(t, "\u00a0"+strconv.Itoa(len(st.Options)), count("fold-options"))
}

// order lists the IDs of a screen down to that of a node.
func order(root *view.Node, until string) (ids []string) {
	view.Walk(root, func(n *view.Node, _ int) bool {
		if len(ids) > 0 && ids[len(ids)-1] == until {
			return false
		}
		ids = append(ids, n.ID)
		return true
	})
	return ids
}

// TestNothingTheScoreNeedsStandsBelow holds the order of a reveal: headline,
// ladder, what happened, the people affected, the score, the first consequence,
// then what is folded, and the way on last.
func TestNothingTheScoreNeedsStandsBelow(t *testing.T) {
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p, c := named(t, id)
		for _, s := range screens(t, p, c, "en") {
			if !strings.HasPrefix(s.root.ID, "reveal-") || view.Find(s.root, "ladder") == nil {
				continue
			}
			parts := []string{"title", "ladder", "happened", "affected", "score", "first", "folds", "next"}
			if view.Find(s.root, "first") == nil {
				parts = slices.DeleteFunc(parts, func(id string) bool { return id == "first" })
			}
			var found []string
			view.Walk(s.root, func(n *view.Node, _ int) bool {
				if slices.Contains(parts, n.ID) {
					found = append(found, n.ID)
				}
				return true
			})
			require.Equal(t, parts, found, s.name)
		}
	}
}

// TestTheirColourIsTheirs: on a reveal only what they did is said in their colour,
// and the only texts in the player's are the player's own.
func TestTheirColourIsTheirs(t *testing.T) {
	p, c := shipped(t)
	root := view.Screen(view.NewContext(p, c, "en"), at(t, p, "en", "y2022", "C4", true).State())
	looks := map[view.Look][]string{}
	view.Walk(&root, func(n *view.Node, _ int) bool {
		looks[n.Look] = append(looks[n.Look], n.ID)
		return true
	})
	require.Equal(t, []string{"title-theirs"}, looks[view.TheirWords])
	require.Equal(t, []string{"title-yours"}, looks[view.YourWords])
	value := view.Find(&root, "score-match-value")
	require.Equal(t, view.Value, value.Look, "right and wrong have no colour")
}
