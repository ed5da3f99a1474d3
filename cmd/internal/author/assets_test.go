package author_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/game/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// update writes what tests compare with: go test ./cmd/internal/author -update
var update = flag.Bool("update", false, "write the compiled assets anew")

func asset(parts ...string) string {
	return filepath.Join(append([]string{"..", "..", "..", "assets"}, parts...)...)
}

func TestCompiledAssetsAreUpToDate(t *testing.T) {
	words, found := author.LoadWords(asset("strings"))
	require.Empty(t, found)
	strings, err := words.Build()
	require.NoError(t, err)
	fresh := map[string][]byte{asset("strings", "strings.msgp"): strings}
	for _, id := range assets.Packs() {
		source, found := author.Load(asset("packs", id))
		require.Empty(t, found)
		require.Equal(t, id, source.Content().ID)
		fresh[asset("packs", id+".msgp")], err = source.Build()
		require.NoError(t, err)
	}
	source, found := author.Load("sample")
	require.Empty(t, found)
	fresh["../../../game/view/testdata/sample.msgp"], err = source.Build()
	require.NoError(t, err)
	for file, b := range fresh {
		if *update {
			require.NoError(t, os.WriteFile(file, b, 0o644))
		}
		stale, err := author.Stale(file, b)
		require.NoError(t, err)
		assert.False(t, stale, "%s is not what its sources give: run go test ./cmd/internal/author -update", file)
	}
}

func TestShippedTextsKeepTheRules(t *testing.T) {
	words, found := author.LoadWords(asset("strings"))
	require.Empty(t, found)
	found = words.Lint(settings(t))
	for _, id := range assets.Packs() {
		source, shape := author.Load(asset("packs", id))
		require.Empty(t, shape)
		found = append(found, source.Lint(settings(t))...)
	}
	for _, f := range found {
		assert.NotEqual(t, lint.Error, f.Level, "%s", f)
	}
}

func TestPackNamed(t *testing.T) {
	assert.Nil(t, assets.PackNamed("nothing"))
	assert.Equal(t, assets.Pack(), assets.PackNamed(assets.Packs()[0]))
}
