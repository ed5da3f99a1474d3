package author_test

import (
	"os"
	"path/filepath"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestComposeLosesNothing writes the texts of shipped packs anew: the folder
// still gives the same pack.
func TestComposeLosesNothing(t *testing.T) {
	for _, id := range assets.Packs() {
		dir := t.TempDir()
		require.NoError(t, os.CopyFS(dir, os.DirFS(asset("packs", id))))
		source, found := author.Load(dir)
		require.Empty(t, found)
		for _, l := range source.Content().Locales {
			file, kept, err := source.WriteText(l, source.Content().Text[l])
			require.NoError(t, err)
			assert.Equal(t, filepath.Join(dir, l+".yaml"), file)
			assert.Empty(t, kept)
		}
		again, found := author.Load(dir)
		require.Empty(t, found)
		assert.Equal(t, source.Content().Text, again.Content().Text)
		b, err := again.Build()
		require.NoError(t, err)
		shipped, err := pack.Join(assets.Pack(id)...)
		require.NoError(t, err)
		assert.Equal(t, len(shipped), len(b))
	}
}
