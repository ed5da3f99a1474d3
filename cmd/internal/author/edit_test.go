package author

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEdit(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		set       map[string]string
		want      string // "" where it cannot be done
	}{
		{"nothing", "locale: fr # mine\n\n# a\na: b\n", nil, "locale: fr # mine\n\n# a\na: b\n"},
		{"a plain text with a note", "a: one # note\nb: x\n", map[string]string{"a": "two"}, "a: \"two\" # note\nb: x\n"},
		{"quotes of both kinds", "a: \"o\\\"ne\"\nb: 'it''s' # note\n", map[string]string{"a": "1", "b": "2"}, "a: \"1\"\nb: \"2\" # note\n"},
		{"a block becomes a line", "# top\na: |\n  one\n\n  two\n\n# end\nb: x\n", map[string]string{"a": "three"}, "# top\na: \"three\"\n\n# end\nb: x\n"},
		{"a line becomes a block", "x:\n  a: one\n  b: y\n", map[string]string{"x.a": "1\n\n2"}, "x:\n  a: |\n    1\n\n    2\n  b: y\n"},
		{"a line with a note does not", "a: one # note\n", map[string]string{"a": "1\n2"}, "a: \"1\\n2\" # note\n"},
		{"in braces", "a: {b: one, c: 'x'} # note\n", map[string]string{"a.b": "1\n2"}, "a: {b: \"1\\n2\", c: 'x'} # note\n"},
		{"nothing after the key", "a:\nb: x\n", map[string]string{"a": "one"}, "a: \"one\"\nb: x\n"},
		{"letters of several bytes", "é: {a: «\u202foui\u202f», b: ü}\n", map[string]string{"é.b": "ö"}, "é: {a: «\u202foui\u202f», b: \"ö\"}\n"},
		{"a new key at the end", "a:\n  b: x # note\n# end\n", map[string]string{"a.c.d": "1"}, "a:\n  b: x # note\n  c:\n    d: \"1\"\n# end\n"},
		{"a new key on top", "a: x\n\n", map[string]string{"z": "1"}, "a: x\nz: \"1\"\n\n"},
		{"a new key after a block", "a:\n  b: |\n    x\n    y\n", map[string]string{"a.c": "1"}, "a:\n  b: |\n    x\n    y\n  c: \"1\"\n"},
		{"words to search for", "gentle: {match: [a, b]} # note\n", map[string]string{"gentle.match": "c|d"}, "gentle: {match: [\"c\", \"d\"]} # note\n"},
		{"a new key in braces", "a: {b: x}\n", map[string]string{"a.c": "1"}, ""},
		{"words one a line", "gentle:\n  match:\n    - a\n", map[string]string{"gentle.match": "c|d"}, ""},
		{"no YAML", "a: [\n", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := &reader{}
			text := map[string]string{}
			if root := r.parse([]byte(tt.src)); root != nil {
				_, text = r.words(root)
			}
			maps.Copy(text, tt.set)
			got, ok := edit(tt.src, text)
			if tt.want == "" {
				require.False(t, ok, got)
				return
			}
			require.True(t, ok)
			require.Equal(t, tt.want, got)
		})
	}
}

// TestWriteTextKeepsWhatIsAround changes each text of the files of packs, in turn
// and all at once: the comments stay, and no copy is needed.
func TestWriteTextKeepsWhatIsAround(t *testing.T) {
	for _, from := range []string{"sample", "../../../assets/packs/elsewhere", "../../../assets/packs/cloudflare"} {
		dir := t.TempDir()
		for _, name := range []string{"pack.yaml", "en.yaml", "fr.yaml"} {
			b, err := os.ReadFile(filepath.Join(from, name))
			require.NoError(t, err)
			text := strings.Replace(string(b), "\npack:", "\n# my own note\n\npack: # and another", 1)
			if name == "fr.yaml" {
				text = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
			}
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		}
		for _, locale := range []string{"en", "fr"} {
			source, found := Load(dir)
			require.False(t, Failed(found), "%v", found)
			text := maps.Clone(source.content.Text[locale])
			for key := range text {
				if key == "gentle.match" || strings.HasSuffix(key, ".match") {
					continue
				}
				text[key] += " ± “x”"
			}
			file, kept, err := source.WriteText(locale, text)
			require.NoError(t, err)
			require.Empty(t, kept, from)
			again, found := Load(dir)
			require.False(t, Failed(found), "%v", found)
			require.Equal(t, text, again.content.Text[locale])
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Contains(t, string(b), "# my own note")
			assert.Contains(t, string(b), "pack: # and another")
			assert.Equal(t, locale == "fr", strings.Contains(string(b), "\r\n"))
			info, err := os.Stat(file)
			require.NoError(t, err)
			assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
		}
	}
}

// TestWriteTextKeepsACopy writes into a file that cannot be changed in place: it
// is written anew, and what it was is there under another name.
func TestWriteTextKeepsACopy(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("sample")))
	file := filepath.Join(dir, "fr.yaml")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	source, _ := Load(dir)
	text := maps.Clone(source.content.Text["fr"])
	text["principles.safety.more"] = "in braces"
	for _, want := range []string{".before-1", ".before-2"} {
		source, _ = Load(dir)
		text["principles.safety.more"+want[8:]] = "again"
		_, kept, err := source.WriteText("fr", text)
		require.NoError(t, err)
		if want == ".before-2" {
			assert.Empty(t, kept, "written anew, the file has no braces left")
			continue
		}
		assert.Equal(t, file+want, kept)
		old, err := os.ReadFile(kept)
		require.NoError(t, err)
		assert.Equal(t, b, old)
	}
	again, found := Load(dir)
	require.False(t, Failed(found), "%v", found)
	assert.Equal(t, text, again.content.Text["fr"])
}
