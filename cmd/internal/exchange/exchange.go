// Package exchange compares the languages of a pack, and hands its texts to
// translators and back as PO files, which their tools know.
package exchange

import (
	"fmt"
	"maps"
	"net/textproto"
	"slices"
	"strings"

	"hardcases/cmd/internal/reading"
	"hardcases/game/lint"
	"hardcases/game/pack"

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
	return strings.HasPrefix(key, "quotes.") || strings.HasPrefix(key, "desk.rounds.") && strings.HasSuffix(key, ".extract")
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

// Imported is what became of a PO file's messages. Its lists hold keys, sorted.
type Imported struct {
	Locale string
	Taken  int
	// Empty have no translation yet; Stale translate a text that has changed
	// since; Unknown belong to no text of the pack. None of them was taken.
	Empty, Stale, Unknown []string
}

// Import takes the translations of a PO file that Export wrote: all texts of its
// language, those from the file in the place of the old ones. It fails on a file
// that is none of this pack's.
func Import(c *pack.Content, b []byte) (map[string]string, Imported, error) {
	po := gotext.NewPo()
	po.Parse(b)
	d := po.GetDomain()
	r := Imported{Locale: d.Headers.Get("Language")}
	first := c.Text[c.Locales[0]]
	switch {
	case !pack.ValidID(r.Locale) || len(d.GetCtxTranslations()) == 0:
		return nil, r, fmt.Errorf("this is no PO file of a pack: it needs the header Language, and a msgctxt for each message")
	case r.Locale == c.Locales[0]:
		return nil, r, fmt.Errorf("%s is the language that the others are translated from", r.Locale)
	}
	text := maps.Clone(c.Text[r.Locale])
	if text == nil {
		text = map[string]string{}
	}
	for key, messages := range d.GetCtxTranslations() {
		for source, m := range messages {
			was, there := first[key]
			switch {
			case source == "": // what the parser begins each context with
			case !there || verbatim(key):
				r.Unknown = append(r.Unknown, key)
			case was != source:
				r.Stale = append(r.Stale, key)
			case m.Trs[0] == "":
				r.Empty = append(r.Empty, key)
			default:
				text[key] = m.Trs[0]
				r.Taken++
			}
		}
	}
	for key, quote := range first { // exact words stay those of the original
		if verbatim(key) {
			text[key] = quote
		}
	}
	slices.Sort(r.Empty)
	slices.Sort(r.Stale)
	slices.Sort(r.Unknown)
	return text, r, nil
}
