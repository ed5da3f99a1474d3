package author_test

import (
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/author"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestName(t *testing.T) {
	for folder, want := range map[string]string{
		"mine": "mine", "Mine_2": "Mine_2", "Mon paquet": "mon-paquet", "Été 2020": "ete-2020",
		"E\u0301te\u0301": "ete", "Straße & Œuvre": "strasse-oeuvre", "L’île d'Yeu": "lile-dyeu", " --x-- ": "x", "2020": "2020",
		"a.b.c": "a-b-c", "ﬁne": "fine", "null": "null", "cloudflare": "my-cloudflare", "Elsewhere": "my-Elsewhere",
		"x/": "x", "x/..": "", strings.Repeat("é", 100): strings.Repeat("e", 64), "日本 2": "2",
	} {
		dir := filepath.Join(t.TempDir(), "top")
		id, err := author.Name(dir + "/" + folder)
		require.NoError(t, err, folder)
		if want == "" {
			want = "top"
		}
		assert.Equal(t, want, id, folder)
	}
	for _, folder := range []string{"日本", "…", "Ελλάδα"} {
		dir := filepath.Join(t.TempDir(), folder)
		assert.ErrorContains(t, author.New(dir), "gives the pack no id")
		assert.NoDirExists(t, dir, "nothing is made")
	}
}

// TestNewPacksHaveIdsOfTheirOwn begins packs in folders of odd names: each is
// whole, and has its own id.
func TestNewPacksHaveIdsOfTheirOwn(t *testing.T) {
	for folder, want := range map[string]string{"Mon paquet": "mon-paquet", "Été 2020": "ete-2020", "null": "null", "1e3": "1e3", "0x10": "0x10", "true": "true"} {
		dir := filepath.Join(t.TempDir(), folder)
		require.NoError(t, author.New(dir))
		source, found := author.Load(dir)
		require.Empty(t, found, folder)
		assert.Equal(t, want, source.Content().ID)
	}
}
