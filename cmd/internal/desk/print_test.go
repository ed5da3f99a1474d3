package desk

import (
	"html"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestPrinted holds the printed page of every screen to its tree: figures keep
// their titles, their words and their pictures, and what is for the ear alone is
// left out.
func TestPrinted(t *testing.T) {
	c, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(t, err)
	figures, clocks, heard := 0, 0, 0
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Pack(id)...)
		require.NoError(t, err)
		for _, language := range p.Head().Locales {
			stops, err := tour.All(p, language)
			require.NoError(t, err)
			for _, s := range stops {
				root := view.Screen(view.NewContext(p, c, language), s.State)
				got := Printable(&root)
				view.Walk(mainOf(&root), func(n *view.Node, _ int) bool {
					switch {
					case n.On != nil || n.Look == view.Dock || n.Role == view.Status:
						return false
					case n.Look == view.Unseen:
						heard++
						require.NotContains(t, got, `id="n-`+n.ID+`"`, s.Name)
						return false
					case n.Role == view.Figure:
						figures++
						hidden := ""
						if n.Chart.YName == n.Name { // the picture says it
							hidden = ` hidden="hidden"`
						}
						require.Contains(t, got, "<figcaption class=\"name\" aria-hidden=\"true\""+hidden+">"+html.EscapeString(n.Name)+"</figcaption>", s.Name)
						require.Contains(t, got, html.EscapeString(n.Text), s.Name)
						require.Contains(t, got, "chart "+string(n.Chart.Kind), s.Name)
						if n.Chart.Kind == view.Clocks {
							clocks++
							require.Equal(t, 4*len(n.Chart.Series), strings.Count(got, "<circle"), "%s: a dial, its middle and its hand with a rim for each clock", s.Name)
						}
					}
					return true
				})
				require.NotContains(t, got, "var(--", "%s: the page stands alone", s.Name)
			}
		}
	}
	require.Greater(t, figures, 20)
	require.Positive(t, clocks)
	require.Positive(t, heard)
}

// mainOf is the part of a screen that is printed.
func mainOf(root *view.Node) *view.Node {
	for i := range root.Children {
		if root.Children[i].Role == view.Main {
			return &root.Children[i]
		}
	}
	return root
}
