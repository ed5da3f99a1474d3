package author

import (
	"maps"
	"os"
	"slices"

	"hardcases/cmd/internal/lint"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// languagesFile lists the languages of the interface, one a line: see
// locale.Read.
const languagesFile = "languages.txt"

// Words is the interface strings as their authors wrote them: a folder with a
// list of languages, and one file for each.
type Words struct {
	source  Source
	list    []byte
	catalog locale.Catalog
}

// LoadWords reads the folder of interface strings.
func LoadWords(dir string) (*Words, []Finding) {
	w := &Words{source: *newSource(dir)}
	fail := func(code, reason string) (*Words, []Finding) {
		return w, []Finding{{Code: code, Level: lint.Error, File: w.source.file(languagesFile), Reason: reason}}
	}
	var err error
	if w.list, err = os.ReadFile(w.source.file(languagesFile)); err != nil {
		return fail("file-missing", unread(err))
	}
	languages, err := locale.Read(w.list)
	if err != nil {
		return fail("languages", err.Error())
	}
	w.source.content.Locales = languages.Tags()
	var found []Finding
	for _, tag := range w.source.content.Locales {
		found = append(found, w.source.readText(tag, "")...)
	}
	found = append(found, w.source.strays(languagesFile)...)
	w.catalog = locale.Catalog{Languages: languages.Languages}
	for _, tag := range w.source.content.Locales {
		text := w.source.content.Text[tag]
		words := locale.Words{Locale: tag}
		for _, key := range slices.Sorted(maps.Keys(text)) {
			words.Entries = append(words.Entries, pack.Entry{Key: key, Text: text[key]})
		}
		w.catalog.Words = append(w.catalog.Words, words)
	}
	return w, Sort(found)
}

// Lint checks the texts and that the languages agree with the first.
func (w *Words) Lint(settings lint.Settings) []Finding {
	return w.source.place(lint.CheckWords(w.source.content.Text, w.catalog.Languages[0].Tag, settings))
}

// Catalog gives the strings: the languages in the order of their list, and in
// each the texts by key.
func (w *Words) Catalog() *locale.Catalog { return &w.catalog }
