package pack_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBuildThenUnpackLosesNothing(t *testing.T) {
	for _, content := range []func() *pack.Content{sample, whole} {
		got, err := unpack(build(t, content()))
		require.NoError(t, err)
		assert.Equal(t, content(), got)
	}
}

func TestDesk(t *testing.T) {
	p, err := pack.Open(build(t, whole()))
	require.NoError(t, err)
	assert.Equal(t, 2, p.Head().Rounds)
	assert.Equal(t, 1, p.Head().CheckItems)
	d, err := p.Desk()
	require.NoError(t, err)
	i, verdict := d.Rounds[0].Verdict("b")
	assert.Equal(t, 1, i)
	assert.Equal(t, pack.JudgesSound, verdict.Judges)
	assert.Equal(t, "Bureau", p.Text("fr").Get("desk.title"))
	assert.Equal(t, "An item.", p.Text("en").Get("check", "sets", "a", "a1", "text"))

	p, err = pack.Open(build(t, sample()))
	require.NoError(t, err)
	d, err = p.Desk()
	require.NoError(t, err)
	assert.Empty(t, d.Rounds)
	assert.Empty(t, p.Text("fr").Get("desk.title"))
}

func TestBuildIsStable(t *testing.T) {
	first := build(t, whole())
	for range 20 {
		require.True(t, bytes.Equal(first, build(t, whole())), "the same content must give the same bytes")
	}
}

func TestHashFollowsEveryText(t *testing.T) {
	open := func(c *pack.Content) *pack.Pack {
		p, err := pack.Open(build(t, c))
		require.NoError(t, err)
		return p
	}
	changed := sample()
	changed.Text["fr"]["claims.C-1"] = "Une autre chose."
	assert.Len(t, open(sample()).Hash(), 64)
	assert.Equal(t, open(sample()).Hash(), open(sample()).Hash())
	assert.NotEqual(t, open(sample()).Hash(), open(changed).Hash())
}

func TestText(t *testing.T) {
	p, err := pack.Open(build(t, sample()))
	require.NoError(t, err)
	tests := []struct {
		locale, key, want string
	}{
		{"en", "pack.title", "Sample"},
		{"fr", "pack.title", "Exemple"},
		{"fr", "cases.one.title", "Un"},
		{"fr", "cases.one.steps.A1.title", "Et maintenant ?"},
		{"fr", "claims.C-1", "Une chose."},
		{"xx", "pack.title", "Sample"}, // an unknown language gives the first
		{"en", "cases.one.steps.A9.title", ""},
		{"en", "cases.none.title", ""},
		{"en", "cases.none.steps.A1.title", ""},
		{"en", "cases.library.steps.A1.title", ""},
		{"en", "", ""},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, p.Text(tt.locale).Get(tt.key), "%s %s", tt.locale, tt.key)
	}
	assert.True(t, p.Text("en").Has("cases", "one", "title"))
	assert.False(t, p.Text("en").Has("cases", "two", "title"))
}

func TestLookUps(t *testing.T) {
	p, err := pack.Open(build(t, sample()))
	require.NoError(t, err)
	assert.Equal(t, "company", p.Claim("C-2").Says)
	assert.Equal(t, &pack.Claim{ID: "none"}, p.Claim("none"))
	assert.Equal(t, "A paper", p.Source("S-1").Publisher)
	assert.Equal(t, &pack.Source{ID: "none"}, p.Source("none"))
	c, err := p.Case("one")
	require.NoError(t, err)
	i, step := c.Step("A2")
	assert.Equal(t, 1, i)
	i, option := step.Option("b")
	assert.Equal(t, 1, i)
	assert.Equal(t, 100, option.Ladder)
	i, _ = c.Step("A3")
	assert.Equal(t, -1, i)
	i, _ = step.Option("c")
	assert.Equal(t, -1, i)
	none, err := p.Case("two")
	assert.EqualError(t, err, "cases.two: is not in this pack")
	assert.Empty(t, none.Steps)
}

// TestOldFilesStillLoad opens what older programs have written: a sample that is
// known word for word, and the packs that the game came with before their
// languages were files of their own, and before they had a working model.
func TestOldFilesStillLoad(t *testing.T) {
	for _, tt := range []struct {
		file, id string
		cases    int
	}{
		{"format1/sample.msgp", "sample", 1}, {"format1/cloudflare.msgp", "cloudflare", 4}, {"format1/elsewhere.msgp", "elsewhere", 9},
		{"format2/sample.msgp", "sample", 1}, {"format2/cloudflare", "cloudflare", 4}, {"format2/elsewhere.msgp", "elsewhere", 9},
	} {
		p, err := pack.Open(old(t, tt.file)...)
		require.NoError(t, err, tt.file)
		got, err := p.Unpack()
		require.NoError(t, err, tt.file)
		assert.Equal(t, tt.id, got.ID)
		assert.Len(t, got.Cases, tt.cases, tt.file)
		assert.NotEmpty(t, p.Text("fr").Get("pack.title"), tt.file)
		assert.Empty(t, got.Library.Model, tt.file)
		for _, c := range got.Cases {
			assert.Empty(t, c.Tries, tt.file)
			assert.Nil(t, c.Became, tt.file)
		}
		if tt.id == "sample" {
			assert.Equal(t, sample(), got, tt.file)
		}
	}
}

// old reads what an older program has written: a file, or a folder with the
// structure and the languages apart.
func old(t *testing.T, name string) (files [][]byte) {
	t.Helper()
	name = filepath.Join("testdata", filepath.FromSlash(name))
	names := []string{name}
	if filepath.Ext(name) == "" {
		names = []string{filepath.Join(name, "structure.msgp"), filepath.Join(name, "en.msgp"), filepath.Join(name, "fr.msgp")}
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		files = append(files, b)
	}
	return files
}
