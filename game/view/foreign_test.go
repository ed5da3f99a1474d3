package view_test

import (
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/pack"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestForeignWordsNameTheirLanguage looks at every screen of the shipped packs: words of
// another language are read in theirs, the text is what it was, and each of the list is
// met somewhere.
func TestForeignWordsNameTheirLanguage(t *testing.T) {
	for _, id := range assets.Packs() {
		p := packs.Named(t, id)
		for _, locale := range p.Head().Locales {
			ctx := view.NewContext(p, packs.Words(t), locale)
			missing := map[string]string{}
			for _, lang := range p.Head().Locales {
				for _, words := range strings.FieldsFunc(ctx.Text.Get(pack.ForeignWords(lang)), func(r rune) bool { return r == '|' }) {
					missing[words] = lang
				}
			}
			stops, err := tour.All(p, locale)
			require.NoError(t, err)
			ids := map[string]bool{}
			var look func(n *view.Node, screen string)
			look = func(n *view.Node, screen string) {
				assert.False(t, ids[n.ID] && n.ID != "", "%s: %s twice", screen, n.ID)
				ids[n.ID] = true
				if (n.Role == view.TextRole || n.Role == view.Strong) && n.Lang != "" {
					assert.NotEqual(t, locale, n.Lang)
					delete(missing, n.Text)
				}
				for i := range n.Children {
					look(&n.Children[i], screen)
				}
			}
			for _, stop := range stops {
				clear(ids)
				root := view.Screen(ctx, stop.State)
				look(&root, stop.Name)
			}
			assert.Empty(t, missing, "%s: listed, and on no screen", locale)
		}
	}
}
