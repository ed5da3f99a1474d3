package exchange_test

import (
	"regexp"
	"strings"
	"testing"

	"hardcases/cmd/internal/exchange"
	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a pack of a few texts in two languages.
func small() *pack.Content {
	return &pack.Content{ID: "small", Version: "1", Locales: []string{"en", "fr", "pt-BR"}, Text: map[string]map[string]string{
		"en": {"a": "One", "b": "Two\n\nThree", "c": "Say \"yes\"\\", "quotes.q": "Exactly"},
		"fr": {"a": "Un (old)", "b": "Deux (old)", "c": "Oui (old)", "quotes.q": "Exactly"},
	}}
}

const header = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

// TestImportReadsWhatToolsWrite takes entries as msgmerge, Poedit and Weblate
// leave them.
func TestImportReadsWhatToolsWrite(t *testing.T) {
	const a = "msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"Un\"\n"
	for _, tt := range []struct {
		name, po string
		taken    map[string]string
		unsure   []string
	}{
		{"plain", header + a, map[string]string{"a": "Un"}, nil},
		{"fuzzy", header + "#, fuzzy\n" + a, nil, []string{"a"}},
		{"fuzzy among other marks", header + "#, c-format, fuzzy, no-wrap\n" + a, nil, []string{"a"}},
		{"fuzzy without a space", header + "#,fuzzy\n" + a, nil, []string{"a"}},
		{"a mark that only sounds like it", header + "#, fuzzy-ish\n" + a, map[string]string{"a": "Un"}, nil},
		{"what it was before", header + "#: en.yaml:4\n#, fuzzy\n#| msgctxt \"a\"\n#| msgid \"Won\"\n" + a, nil, []string{"a"}},
		{"one fuzzy, one not, with no line between", header + "#, fuzzy\n" + a + "msgctxt \"c\"\nmsgid \"Say \\\"yes\\\"\\\\\"\nmsgstr \"Oui\\t\\\\ \\\"n\\\"\"\n", map[string]string{"c": "Oui\t\\ \"n\""}, []string{"a"}},
		{"the header is marked", "# Translators\n#, fuzzy\n" + header + a, map[string]string{"a": "Un"}, nil},
		{"obsolete", header + a + "\n#~ msgctxt \"b\"\n#~ msgid \"Two\"\n#~ msgstr \"Alt\"\n", map[string]string{"a": "Un"}, nil},
		{"obsolete and fuzzy", header + "#, fuzzy\n#~ msgctxt \"b\"\n#~ msgid \"Two\"\n#~ msgstr \"Alt\"\n\n" + a, map[string]string{"a": "Un"}, nil},
		{"several lines, ends of Windows", header + "msgctxt \"b\"\nmsgid \"\"\n\"Two\\n\"\n\"\\n\"\n\"Three\"\nmsgstr \"\"\n\"Deux\\r\\n\"\n\"\\r\\n\"\n\"Trois\\n\"\n", map[string]string{"b": "Deux\n\nTrois"}, nil},
		{"a fuzzy text of several lines", header + "#, fuzzy\nmsgctxt \"b\"\nmsgid \"\"\n\"Two\\n\"\n\"\\n\"\n\"Three\"\nmsgstr \"\"\n\"Deux\"\n" + a, map[string]string{"a": "Un"}, []string{"b"}},
		{"a context on two lines", header + "#, fuzzy\nmsgctxt \"\"\n\"a\"\nmsgid \"One\"\nmsgstr \"Un\"\n", nil, []string{"a"}},
		{"saved by Windows", "\ufeff" + strings.ReplaceAll(header+a, "\n", "\r\n"), map[string]string{"a": "Un"}, nil},
		{"empty and fuzzy", header + "#, fuzzy\nmsgctxt \"a\"\nmsgid \"One\"\nmsgstr \"\"\n", nil, []string{"a"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := small()
			got, r, err := exchange.Import(c, []byte(tt.po), "")
			require.NoError(t, err)
			assert.Equal(t, len(tt.taken), r.Taken)
			assert.Equal(t, tt.unsure, r.Unsure)
			for key, old := range c.Text["fr"] {
				want := old
				if now, is := tt.taken[key]; is {
					want = now
				}
				assert.Equal(t, want, got[key], key)
			}
		})
	}
}

func TestImportListsPlurals(t *testing.T) {
	_, r, err := exchange.Import(small(), []byte(header+"msgctxt \"a\"\nmsgid \"One\"\nmsgid_plural \"Many\"\nmsgstr[0] \"Un\"\nmsgstr[1] \"Beaucoup\"\n"), "")
	require.NoError(t, err)
	assert.Zero(t, r.Taken)
	assert.Equal(t, []string{"a"}, r.Unknown)
}

// TestImportNamesNoFiles gives names that would be files of their own, or
// devices: none is a language of the pack.
func TestImportNamesNoFiles(t *testing.T) {
	for _, name := range []string{"pack", "PACK", "nul", "CON", "aux", "../x", "..", "/etc/passwd", "C:fr", "fr/../pack", "schema", "de", "fr.yaml", "fr ", ".fr", "fr\x00"} {
		po := strings.Replace(header, "Language: fr", "Language: "+strings.ReplaceAll(name, "\x00", "\\000"), 1) + "msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"Un\"\n"
		_, r, err := exchange.Import(small(), []byte(po), "")
		if name == "fr " { // headers are trimmed
			require.NoError(t, err)
			continue
		}
		require.ErrorContains(t, err, "the languages of the pack are en, fr, pt-BR", name)
		require.Empty(t, r.Locale)
	}
	_, r, err := exchange.Import(small(), []byte(strings.Replace(header, "Language: fr", "Language: de_AT", 1)+"msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"Eins\"\n"), "de-AT")
	require.NoError(t, err)
	assert.Equal(t, "de-AT", r.Locale, "one that the caller adds")
	for name, want := range map[string]string{"pt_BR": "pt-BR", "pt-br": "pt-BR", "FR": "fr"} {
		_, r, err := exchange.Import(small(), []byte(strings.Replace(header, "Language: fr", "Language: "+name, 1)+"msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"Um\"\n"), "")
		require.NoError(t, err)
		assert.Equal(t, want, r.Locale)
	}
	_, _, err = exchange.Import(small(), []byte(strings.Replace(header, "Language: fr", "Language: en", 1)+"msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"Um\"\n"), "")
	assert.ErrorContains(t, err, "translated from")
}

func TestImportNamesTheLine(t *testing.T) {
	for text, says := range map[string]string{
		header + "msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"U\\'n\"\n": "line 8 cannot be read: msgstr \"U\\'n\"",
		header + "msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"Un\n":      "line 8 cannot be read",
		header + "<<<<<<< HEAD\n":                                   "line 6 cannot be read",
		"\xff\xfem\x00":                                             "is saved as UTF-16",
		header + "msgctxt \"a\"\nmsgid \"One\"\nmsgstr \"\xc9t\"\n": "line 8, column 9: holds bytes that are not UTF-8",
	} {
		_, _, err := exchange.Import(small(), []byte(text), "")
		assert.ErrorContains(t, err, says)
	}
}

// TestMergedAndBack exports a shipped pack, changes one of its English texts, does
// to the file what msgmerge does, and imports it: the old translation of the
// changed text stays out and is named, all others come back.
func TestMergedAndBack(t *testing.T) {
	c := shipped(t, "elsewhere")
	po, err := exchange.Export(c, "fr")
	require.NoError(t, err)
	const key = "actors.amazon"
	entry := regexp.MustCompile(`(?m)^msgctxt "` + key + `"\nmsgid ".*"\nmsgstr ".*"$`)
	require.Len(t, entry.FindAll(po, -1), 1)
	merged := entry.ReplaceAll(po, []byte("#, fuzzy\n#| msgctxt \""+key+"\"\n#| msgid \"Amazon\"\nmsgctxt \""+key+"\"\nmsgid \"Not Amazon\"\nmsgstr \"Amazon\""))
	c.Text["en"][key] = "Not Amazon"
	got, r, err := exchange.Import(c, merged, "")
	require.NoError(t, err)
	assert.Equal(t, []string{key}, r.Unsure)
	assert.Empty(t, r.Stale)
	assert.Equal(t, c.Text["fr"], got)
}
