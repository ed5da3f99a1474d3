package exchange_test

import (
	"bytes"
	"maps"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/exchange"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func shipped(t *testing.T, id string) *pack.Content {
	t.Helper()
	p := packs.Named(t, id)
	c, err := p.Unpack()
	require.NoError(t, err)
	return c
}

// TestThereAndBack exports the French of each shipped pack and imports it into a
// pack that has none: nothing is lost, nothing added.
func TestThereAndBack(t *testing.T) {
	for _, id := range assets.Packs() {
		c := shipped(t, id)
		po, err := exchange.Export(c, "fr")
		require.NoError(t, err)
		again, err := exchange.Export(c, "fr")
		require.NoError(t, err)
		assert.True(t, bytes.Equal(po, again))
		want := maps.Clone(c.Text["fr"])
		delete(c.Text, "fr")
		got, r, err := exchange.Import(c, po, "")
		require.NoError(t, err)
		assert.Equal(t, "fr", r.Locale)
		for key := range want {
			if _, first := c.Text["en"][key]; !first {
				delete(want, key) // only the French has it, so a PO file cannot
			}
		}
		for key, text := range want {
			require.Equal(t, text, got[key], key)
		}
		assert.Empty(t, r.Stale)
		assert.Empty(t, r.Unknown)
	}
}

func TestImportTakesOnlyWhatFits(t *testing.T) {
	c := shipped(t, "elsewhere")
	po, err := exchange.Export(c, "de")
	require.NoError(t, err)
	_, r, err := exchange.Import(c, po, "de")
	require.NoError(t, err)
	assert.Zero(t, r.Taken)
	assert.NotEmpty(t, r.Empty)

	filled := strings.Replace(string(po), "msgctxt \"actors.amazon\"\nmsgid \"Amazon\"\nmsgstr \"\"", "msgctxt \"actors.amazon\"\nmsgid \"Amazon\"\nmsgstr \"Amazone\"", 1)
	require.NotEqual(t, string(po), filled)
	c.Text["en"]["actors.github"] = "GitHub, Inc."
	got, r, err := exchange.Import(c, []byte(filled), "de")
	require.NoError(t, err)
	assert.Equal(t, 1, r.Taken)
	assert.Equal(t, "Amazone", got["actors.amazon"])
	assert.Equal(t, []string{"actors.github"}, r.Stale)

	delete(c.Text["en"], "actors.icann")
	_, r, err = exchange.Import(c, []byte(filled), "de")
	require.NoError(t, err)
	assert.Equal(t, []string{"actors.icann"}, r.Unknown)
	for _, bad := range []string{"", "not a PO file", "msgid \"a\"\nmsgstr \"b\"\n"} {
		_, _, err := exchange.Import(c, []byte(bad), "de")
		assert.ErrorContains(t, err, "no PO file", bad)
	}
}

func TestExportRefuses(t *testing.T) {
	c := shipped(t, "elsewhere")
	_, err := exchange.Export(c, "en")
	assert.ErrorContains(t, err, "translated from")
	_, err = exchange.Export(c, "pt BR")
	assert.ErrorContains(t, err, "is no language")
}

func TestCompare(t *testing.T) {
	c := shipped(t, "elsewhere")
	for _, l := range exchange.Compare(c) {
		assert.Empty(t, l.Missing)
		assert.Empty(t, l.Stale)
		assert.Empty(t, l.Untranslated, l.Locale)
	}
	delete(c.Text["fr"], "pack.summary")
	c.Text["fr"]["actors.nobody"] = "Personne"
	c.Text["fr"]["pack.note"] = c.Text["en"]["pack.note"]
	all := exchange.Compare(c)
	assert.True(t, all[0].Whole())
	assert.Equal(t, []string{"pack.summary"}, all[1].Missing)
	assert.Equal(t, []string{"actors.nobody"}, all[1].Stale)
	assert.Equal(t, []string{"pack.note"}, all[1].Untranslated)
}
