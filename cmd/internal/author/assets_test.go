package author_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/game/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// update writes what tests compare with: go test ./cmd/internal/author -update
var update = flag.Bool("update", false, "write the compiled assets and the broken samples anew")

func asset(parts ...string) string {
	return filepath.Join(append([]string{"..", "..", "..", "assets"}, parts...)...)
}

func TestCompiledAssetsAreUpToDate(t *testing.T) {
	source, found := author.Load(asset("packs", "cloudflare"))
	require.Empty(t, found)
	pack, err := source.Build()
	require.NoError(t, err)
	words, found := author.LoadWords(asset("strings"))
	require.Empty(t, found)
	strings, err := words.Build()
	require.NoError(t, err)
	for file, fresh := range map[string][]byte{
		asset("packs", "cloudflare.msgp"): pack,
		asset("strings", "strings.msgp"):  strings,
	} {
		if *update {
			require.NoError(t, os.WriteFile(file, fresh, 0o644))
		}
		stale, err := author.Stale(file, fresh)
		require.NoError(t, err)
		assert.False(t, stale, "%s is not what its sources give: run go test ./cmd/internal/author -update", file)
	}
}

func TestShippedTextsKeepTheRules(t *testing.T) {
	source, found := author.Load(asset("packs", "cloudflare"))
	require.Empty(t, found)
	words, found := author.LoadWords(asset("strings"))
	require.Empty(t, found)
	for _, f := range append(source.Lint(settings(t)), words.Lint(settings(t))...) {
		assert.NotEqual(t, lint.Error, f.Level, "%s", f)
	}
}
