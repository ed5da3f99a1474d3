package author

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/game/lint"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// fallback is the language of the interface where the player's is not there: it
// comes first in the catalogue.
const fallback = "en"

// Words is the interface strings as their authors wrote them: a folder of one
// file for each language.
type Words struct {
	source Source
}

// LoadWords reads the folder of interface strings.
func LoadWords(dir string) (*Words, []Finding) {
	w := &Words{Source{dir: dir, bytes: map[string][]byte{}, trees: map[string]*node{}, content: pack.Content{Text: map[string]map[string]string{}}}}
	names, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err == nil && len(names) == 0 {
		_, err = os.Stat(filepath.Join(dir, fallback+".yaml"))
	}
	if err != nil {
		return w, []Finding{{Code: "file-missing", Level: lint.Error, File: dir, Reason: plain(err)}}
	}
	var found []Finding
	for _, name := range names {
		found = append(found, w.source.readText(strings.TrimSuffix(filepath.Base(name), ".yaml"), "")...)
	}
	return w, Sort(found)
}

// Lint checks the texts and that the languages agree.
func (w *Words) Lint(settings lint.Settings) []Finding {
	return w.source.place(lint.CheckWords(w.source.content.Text, fallback, settings))
}

// Catalog gives the strings in order: English first, then the other languages
// by name, and in each the texts by key.
func (w *Words) Catalog() *locale.Catalog {
	all := w.source.content.Text
	names := slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		if (a == fallback) != (b == fallback) {
			return map[bool]int{true: -1, false: 1}[a == fallback]
		}
		return strings.Compare(a, b)
	})
	c := &locale.Catalog{}
	for _, name := range names {
		l := locale.LocaleStrings{Locale: name}
		for _, key := range slices.Sorted(maps.Keys(all[name])) {
			l.Entries = append(l.Entries, pack.Entry{Key: key, Text: all[name][key]})
		}
		c.Locales = append(c.Locales, l)
	}
	return c
}

// Build writes the catalogue's file. The same folder gives the same bytes.
func (w *Words) Build() ([]byte, error) { return w.Catalog().MarshalMsg(nil) }

// Bytes gives the text of the file that a finding names, for Excerpt.
func (w *Words) Bytes(f Finding) []byte { return w.source.Bytes(f) }
