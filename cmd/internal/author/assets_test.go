package author_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/lint"
	"hardcases/scenes/coverage"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// update writes what tests compare with: go test ./cmd/internal/author -update
var update = flag.Bool("update", false, "write the compiled sample anew")

func asset(parts ...string) string {
	return filepath.Join(append([]string{"..", "..", "..", "assets"}, parts...)...)
}

// TestCompiledAssetsAreUpToDate holds that hardcases assets would change nothing, in a
// folder of any name, but for a compiled file that has no source.
func TestCompiledAssetsAreUpToDate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a [b]")
	require.NoError(t, os.CopyFS(dir, os.DirFS(asset())))
	files, found, err := author.Assets(dir, settings(t))
	require.NoError(t, err)
	require.False(t, author.Failed(found), "%v", found)
	require.Contains(t, files, "packs/elsewhere/en.msgp")
	changed, err := author.WriteAssets(dir, files)
	require.NoError(t, err)
	assert.Empty(t, changed, "these are not what their sources give: run go generate ./assets")

	stray := filepath.Join(dir, "strings", "de.msgp")
	require.NoError(t, os.WriteFile(stray, nil, 0o600))
	changed, err = author.WriteAssets(dir, files)
	require.NoError(t, err)
	assert.Equal(t, []string{stray}, changed)
	assert.NoFileExists(t, stray)

	// A file is not written in place: a build that is stopped leaves it whole.
	file, was := filepath.Join(dir, "strings", "en.msgp"), filepath.Join(dir, "strings", "was")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o600))
	require.NoError(t, os.Link(file, was))
	changed, err = author.WriteAssets(dir, files)
	require.NoError(t, err)
	assert.Equal(t, []string{file}, changed)
	b, err := os.ReadFile(was)
	require.NoError(t, err)
	assert.Equal(t, "old", string(b))
}

// TestShippedPacksAreClean holds the packs that are shipped to every rule, those
// that only warn with the others.
func TestShippedPacksAreClean(t *testing.T) {
	for _, id := range assets.Packs() {
		assert.Empty(t, check(asset("packs", id), settings(t)), id)
	}
}

// TestTextsAreSetInTheGamesType holds every text of the packs and the interface to
// the glyphs of the fonts: what the canvas sets by a rule alone, the plain page and the
// papers take from another font. That is right for a narrow space, which has no ink,
// and for the arrow of the working model.
func TestTextsAreSetInTheGamesType(t *testing.T) {
	shown, err := coverage.New()
	require.NoError(t, err)
	strict := settings(t)
	strict.Covers = func(r rune) bool { return r == '\n' || r == '\u202f' || r == '→' || shown.Sets(r) }
	_, found, err := author.Assets(asset(), strict)
	require.NoError(t, err)
	assert.Empty(t, found)

	strict.Covers = func(r rune) bool { return shown.Sets(r) }
	_, found, err = author.Assets(asset(), strict)
	require.NoError(t, err)
	assert.NotEmpty(t, found, "the rule is asked")
}

// TestCompiledSampleIsUpToDate holds the pack that the golden screens are of to its
// sources.
func TestCompiledSampleIsUpToDate(t *testing.T) {
	const file = "../../../game/view/testdata/sample.msgp"
	source, found := author.Load("sample")
	require.Empty(t, found)
	b, err := source.Build()
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(file, b, 0o644))
	}
	stale, err := author.Stale(file, b)
	require.NoError(t, err)
	assert.False(t, stale, "%s is not what its sources give: run go test ./cmd/internal/author -update", file)
}

// TestAssetsFollowTheirSources changes sources in a copy, and takes a language
// away.
func TestAssetsFollowTheirSources(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(asset())))
	write := func() (changed []string, found []author.Finding) {
		files, found, err := author.Assets(dir, settings(t))
		require.NoError(t, err)
		changed, err = author.WriteAssets(dir, files)
		require.NoError(t, err)
		for i := range changed {
			changed[i], err = filepath.Rel(dir, changed[i])
			require.NoError(t, err)
			changed[i] = filepath.ToSlash(changed[i])
		}
		slices.Sort(changed)
		return changed, found
	}
	require.NoError(t, os.Remove(filepath.Join(dir, "packs", "elsewhere", "fr.yaml")))
	changed, found := write()
	require.False(t, author.Failed(found), "%v", found)
	assert.Equal(t, []string{"packs/elsewhere/fr.msgp", "packs/elsewhere/structure.msgp"}, changed)
	assert.NoFileExists(t, filepath.Join(dir, "packs", "elsewhere", "fr.msgp"))

	list := filepath.Join(dir, "strings", "languages.txt")
	require.NoError(t, os.WriteFile(list, []byte("en English\n"), 0o644))
	_, found, err := author.Assets(dir, settings(t))
	require.NoError(t, err)
	found = errorsOf(found)
	require.Len(t, found, 1)
	assert.Equal(t, "is of a language that languages.txt does not list", found[0].Reason)

	require.NoError(t, os.WriteFile(list, []byte("en\n"), 0o644))
	_, found, err = author.Assets(dir, settings(t))
	require.NoError(t, err)
	found = errorsOf(found)
	require.Len(t, found, 1)
	assert.Contains(t, found[0].Reason, `"en" is not a new tag with a name`)
}

// errorsOf leaves warnings out.
func errorsOf(found []author.Finding) []author.Finding {
	return slices.DeleteFunc(found, func(f author.Finding) bool { return f.Level != lint.Error })
}

func TestPack(t *testing.T) {
	assert.Nil(t, assets.Pack("nothing"))
	assert.Equal(t, assets.First(), assets.Pack(assets.Packs()[0]))
}
