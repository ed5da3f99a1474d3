package view_test

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
)

// TestShelf shows two packs: each with what it is, and the open one marked.
func TestShelf(t *testing.T) {
	p, c := shipped(t)
	other, _ := named(t, "elsewhere")
	ctx := view.NewContext(p, c, "fr")
	alone := view.Screen(ctx, play.NewState(1, "fr"))
	assert.Nil(t, view.Find(&alone, "packs"))

	ctx.Shelf = []view.Book{{Pack: p, Shipped: true}, {Pack: other}}
	folded := play.NewState(1, "fr")
	root := view.Screen(ctx, folded)
	assert.Equal(t, "Les dossiers\u00a02", view.Text(view.Find(&root, "fold-packs")))
	assert.Nil(t, view.Find(&root, "packs"))
	folded.Unfolded = []string{"fold-packs"}
	root = view.Screen(ctx, folded)
	assert.Empty(t, problems(&root))
	open := view.Find(&root, "pack-"+p.Hash()[:12])
	assert.True(t, open.Current)
	card := view.Find(&root, "pack-"+other.Hash()[:12])
	assert.False(t, card.Current)
	assert.Equal(t, play.Ask{What: play.OpenPack, Of: other.Hash()}, card.On)
	says := view.Text(card)
	for _, part := range []string{other.Text("fr").Get("pack", "title"), "CC-BY-4.0", "The Hard Cases authors", "EN FR", other.Hash()[:12], "Ajouté"} {
		assert.Contains(t, says, part)
	}
	assert.NotContains(t, view.Text(open), "Ajouté")
}
