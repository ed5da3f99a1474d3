package author_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/game/kit"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// third is a language that the game does not come with.
const third = "de"

// TestAThirdLanguageFits adds a language as its translators would, to a copy of the
// assets: its files are compiled, keep the rules and the budgets, and every screen
// and paper is there in it. Nothing of the program knows of it.
func TestAThirdLanguageFits(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("../../../assets")))
	byHand := translate(t, dir)
	assert.LessOrEqual(t, len(byHand), 4, "%v", byHand)

	settings, err := author.Settings()
	require.NoError(t, err)
	files, found, err := author.Assets(dir, settings)
	require.NoError(t, err)
	require.False(t, author.Failed(found), "%v", found)
	changed, err := author.WriteAssets(dir, files)
	require.NoError(t, err)
	for i := range changed {
		changed[i] = strings.TrimPrefix(changed[i], dir)
	}
	assert.Len(t, changed, 5, "three files of the language, and the structures, which list it: %v", changed)
	t.Logf("by hand: %v\ncompiled: %v", byHand, changed)
	for name, b := range files {
		assert.LessOrEqual(t, len(b), 215_000, "%s: as much as a language may have", name)
	}

	list, err := os.ReadFile(filepath.Join(dir, "strings", "languages.txt"))
	require.NoError(t, err)
	var words [][]byte
	for _, tag := range []string{"en", "fr", third} {
		words = append(words, files["strings/"+tag+".msgp"])
	}
	catalog, err := locale.Read(list, words...)
	require.NoError(t, err)
	require.Equal(t, "Deutsch", catalog.Name(third))
	for _, id := range assets.Packs() {
		screens(t, catalog, files["packs/"+id+"/structure.msgp"], files["packs/"+id+"/"+third+".msgp"])
	}
}

// translate adds a language, whose words are the English ones, and gives the files
// that it has touched.
func translate(t *testing.T, dir string) (touched []string) {
	t.Helper()
	write := func(name string, b []byte) {
		touched = append(touched, name)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), b, 0o644))
	}
	for _, folder := range []string{"strings", "packs/cloudflare", "packs/elsewhere"} {
		b, err := os.ReadFile(filepath.Join(dir, folder, "en.yaml"))
		require.NoError(t, err)
		write(folder+"/"+third+".yaml", bytes.Replace(b, []byte("locale: en\n"), []byte("locale: "+third+"\n"), 1))
	}
	list, err := os.ReadFile(filepath.Join(dir, "strings", "languages.txt"))
	require.NoError(t, err)
	write("strings/languages.txt", append(list, third+" Deutsch\n"...))
	return touched
}

// screens shows every screen of a pack, and makes the papers of its plans, with
// nothing loaded but the third language.
func screens(t *testing.T, catalog *locale.Catalog, structure, language []byte) {
	t.Helper()
	p, err := pack.Open(structure, language)
	require.NoError(t, err)
	stops, err := tour.All(p, third)
	require.NoError(t, err)
	ctx := view.NewContext(p, catalog, third)
	require.Equal(t, third, ctx.Strings.Locale())
	require.True(t, slices.ContainsFunc(ctx.Languages, func(l locale.Language) bool { return l.Tag == third }))
	for _, s := range stops {
		root := view.Screen(ctx, s.State)
		require.Equal(t, third, root.Lang, s.Name)
		require.NotEmpty(t, strings.TrimSpace(view.Text(&root)), s.Name)
	}
	lib, err := p.Library()
	require.NoError(t, err)
	for _, plan := range lib.Plans {
		_, err := kit.Make(ctx, kit.Options{Plan: plan.ID})
		require.NoError(t, err)
	}
}
