// Package exchange compares the languages of a pack, and hands its texts to
// translators and back as PO files, which their tools know.
package exchange

import (
	"fmt"
	"maps"
	"net/textproto"
	"slices"
	"strings"

	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
	"hardcases/game/reading"

	"github.com/leonelquinteros/gotext"
)

// Language is how far one language of a pack is. Its lists hold keys, sorted.
type Language struct {
	Locale string `json:"locale"`
	Texts  int    `json:"texts"`
	// Missing are asked for and not there; Stale are there and used by nothing;
	// Untranslated are word for word those of the first language.
	Missing      []string `json:"missing"`
	Stale        []string `json:"stale"`
	Untranslated []string `json:"untranslated"`
}

// Whole says whether nothing is left to do.
func (l Language) Whole() bool { return len(l.Missing)+len(l.Stale)+len(l.Untranslated) == 0 }

// names is the most words that a text can have and be the same in two languages
// without anyone wondering: it may be a name.
const names = 3

// Compare looks at every language of a pack.
func Compare(c *pack.Content) []Language {
	found := lint.Check(c, lint.Settings{})
	out := make([]Language, len(c.Locales))
	for i, locale := range c.Locales {
		l := Language{Locale: locale, Texts: len(c.Text[locale]), Missing: []string{}, Stale: []string{}, Untranslated: []string{}}
		for _, f := range found {
			switch {
			case f.Locale != locale:
			case f.Code == "string-stale":
				l.Stale = append(l.Stale, f.Path)
			case slices.Contains([]string{"string-missing", "distance-missing", "discuss-missing", "stakes-missing"}, f.Code),
				f.Code == "caveat" && c.Text[locale][f.Path] == "":
				l.Missing = append(l.Missing, f.Path)
			}
		}
		if i > 0 {
			l.Untranslated = same(c.Text[c.Locales[0]], c.Text[locale])
		}
		slices.Sort(l.Missing)
		slices.Sort(l.Stale)
		out[i] = l
	}
	return out
}

// same gives the keys of longer texts that are the same in two languages.
func same(first, text map[string]string) []string {
	out := []string{}
	for _, key := range slices.Sorted(maps.Keys(text)) {
		if text[key] == first[key] && reading.Words(text[key]) > names && !verbatim(key) {
			out = append(out, key)
		}
	}
	return out
}

// verbatim says whether a text is somebody's exact words, which stay as they
// are.
func verbatim(key string) bool {
	return strings.HasPrefix(key, "quotes.") || pack.IsExtract(key)
}

// Export writes the texts of a language as a PO file: the key as the context,
// the first language's text as the message. A language that the pack does not
// have gives a file to be filled in. Exact quotations are left out.
func Export(c *pack.Content, locale string) ([]byte, error) {
	if !pack.ValidID(locale) {
		return nil, fmt.Errorf("%q is no language: write a tag such as de or pt-BR", locale)
	}
	if locale == c.Locales[0] {
		return nil, fmt.Errorf("%s is the language that the others are translated from", locale)
	}
	po := gotext.NewPo()
	d := po.GetDomain()
	d.Headers = gotext.HeaderMap(textproto.MIMEHeader{
		"Project-Id-Version": {c.ID + " " + c.Version}, "Language": {locale}, "X-Source-Language": {c.Locales[0]},
		"MIME-Version": {"1.0"}, "Content-Type": {"text/plain; charset=UTF-8"}, "Content-Transfer-Encoding": {"8bit"},
	})
	for key, text := range c.Text[c.Locales[0]] {
		if !verbatim(key) {
			d.SetC(text, key, c.Text[locale][key])
		}
	}
	b, err := d.MarshalText()
	return append(b, '\n'), err
}
