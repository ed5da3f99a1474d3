package pack_test

import (
	"bytes"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// apart gives a pack as files: its structure, and each language.
func apart(t testing.TB, c *pack.Content) (structure []byte, languages map[string][]byte) {
	t.Helper()
	p, err := pack.Open(build(t, c))
	require.NoError(t, err)
	languages = map[string][]byte{}
	for _, l := range c.Locales {
		languages[l] = p.Language(l)
	}
	return p.Structure(), languages
}

func TestLanguagesAreFilesOfTheirOwn(t *testing.T) {
	for _, content := range []func() *pack.Content{sample, whole} {
		structure, languages := apart(t, content())
		assert.True(t, pack.IsPack(structure))
		assert.True(t, pack.IsLanguage(languages["en"]))
		assert.False(t, pack.IsPack(languages["en"]))
		assert.False(t, pack.IsLanguage(structure))

		p, err := pack.Open(structure, languages["fr"], languages["en"])
		require.NoError(t, err)
		got, err := p.Unpack()
		require.NoError(t, err)
		assert.Equal(t, content(), got)
		again, err := p.Whole()
		require.NoError(t, err)
		assert.True(t, bytes.Equal(build(t, content()), again), "the parts are the whole")
		assert.Equal(t, structure, p.Structure())
	}
}

// TestLanguagesComeAsTheyAreWanted opens a structure alone and adds to it.
func TestLanguagesComeAsTheyAreWanted(t *testing.T) {
	structure, languages := apart(t, sample())
	p, err := pack.Open(structure)
	require.NoError(t, err)
	one, err := p.Case("one")
	require.NoError(t, err)
	assert.Len(t, one.Steps, 2, "the structure is there without a word")
	assert.False(t, p.Has("en"))
	assert.Empty(t, p.Text("en").Get("pack.title"))
	assert.EqualError(t, p.Validate(), "text.en: is in a file of its own, which was not given")
	_, err = p.Whole()
	assert.EqualError(t, err, "text.en: is in a file of its own, which was not given")
	assert.Nil(t, p.Language("en"))
	assert.Nil(t, p.Language("xx"))

	require.NoError(t, p.Add(languages["fr"]))
	assert.True(t, p.Has("fr"))
	assert.Equal(t, "fr", p.Text("en").Locale(), "until English comes, French is there")
	assert.Equal(t, "Exemple", p.Text("en").Get("pack.title"))
	require.NoError(t, p.Add(languages["en"]))
	assert.Equal(t, "Sample", p.Text("en").Get("pack.title"))
	assert.Equal(t, "Exemple", p.Text("fr").Get("pack.title"))
	require.NoError(t, p.Add(bytes.Clone(languages["en"])), "twice is no harm")
	require.NoError(t, p.Validate())
}

func TestLanguageFilesAreChecked(t *testing.T) {
	structure, languages := apart(t, sample())
	changed := sample()
	changed.Text["fr"]["pack.title"] = "Autre"
	_, others := apart(t, changed)
	assert.Equal(t, languages["en"], others["en"], "a file changes with its own language alone")
	stranger := sample()
	stranger.ID = "stranger"
	_, strangers := apart(t, stranger)
	changedLetter := bytes.Clone(languages["fr"])
	changedLetter[len(changedLetter)-3] ^= 1
	cut := func(n int) []byte { return languages["en"][:len(languages["en"])-n] }
	strange := bytes.Replace(bytes.Clone(languages["en"]), []byte("\xa2en"), []byte("\xa2xx"), 1)
	for _, tt := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "this is not the file of a pack's language"},
		{"a pack", structure, "this is not the file of a pack's language"},
		{"another pack", strangers["en"], "this language belongs to another pack than sample"},
		{"another version", others["fr"], "sections[5] (titles, language 1): has 56 bytes where the head says 58"},
		{"a changed letter", changedLetter, "sections[7] (text of case 0, language 1): is damaged, or of another version of the pack: its bytes do not have the sum that the head gives"},
		{"a language that the pack lacks", strange, "text: does not agree with the head of the pack"},
		{"cut", cut(1), "sections[4] (text of case 0, language 0): the bytes end too early"},
		{"cut in its head", languages["en"][:40], "sections[2] (titles, language 0): the bytes end too early"},
		{"one byte more", append(bytes.Clone(languages["en"]), 0), "1 stray bytes follow the last section"},
	} {
		p, err := pack.Open(structure)
		require.NoError(t, err)
		assert.EqualError(t, p.Add(tt.file), tt.want, tt.name)
		assert.False(t, p.Has("en"), tt.name)
		require.NoError(t, p.Add(languages["en"]), "the pack stays as it was: %s", tt.name)
	}
	for n := range languages["en"] {
		p, err := pack.Open(structure)
		require.NoError(t, err)
		require.IsType(t, &pack.Error{}, p.Add(languages["en"][:n]), "the first %d", n)
	}
	_, err := pack.Open(structure, changedLetter)
	assert.ErrorContains(t, err, "is damaged")
	_, err = pack.Open(languages["en"])
	assert.EqualError(t, err, "this is not a pack: it does not begin with the mark of one")
	_, err = pack.Open()
	assert.Error(t, err)
}

func FuzzLanguage(f *testing.F) {
	structure, languages := apart(f, sample())
	for _, b := range languages {
		f.Add(b)
	}
	f.Add(structure)
	f.Fuzz(func(t *testing.T, file []byte) {
		p, err := pack.Open(structure)
		require.NoError(t, err)
		if p.Add(file) == nil {
			for _, l := range p.Head().Locales {
				p.Text(l).Get("cases.one.steps.A1.title")
			}
			_ = p.Validate()
		}
	})
}
