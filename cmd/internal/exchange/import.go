package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hardcases/cmd/internal/plain"
	"hardcases/game/pack"

	"github.com/leonelquinteros/gotext"
)

// Imported is what became of a PO file's messages. Its lists hold keys, sorted.
type Imported struct {
	Locale string
	Taken  int
	// Empty have no translation yet; Stale translate a text that has changed
	// since; Unsure are marked as such (fuzzy) by the translator's tool: they are
	// guesses, or translate what the text was before; Unknown belong to no text of
	// the pack. None of them was taken.
	Empty, Stale, Unsure, Unknown []string
}

// Import takes the translations of a PO file that Export wrote, whatever
// translators' tools have made of it: all texts of its language, those from the
// file in the place of the old ones. It fails on a file that is none of this
// pack's, and on one for a language that neither the pack has nor the caller adds
// ("" for none): the name that a stranger gives never becomes that of a file.
func Import(c *pack.Content, b []byte, added string) (map[string]string, Imported, error) {
	b, err := plain.Text(b)
	if err != nil {
		return nil, Imported{}, err
	}
	if !bytes.Contains(b, []byte("msgid")) {
		return nil, Imported{}, errNotPO
	}
	sure, unsure, err := sift(string(plain.Lines(b)))
	if err != nil {
		return nil, Imported{}, err
	}
	d := read(sure)
	named := d.Headers.Get("Language")
	r := Imported{Locale: languageOf(slices.Concat(c.Locales, []string{added}), named)}
	switch {
	case named == "" || len(d.GetCtxTranslations())+len(unsure) == 0:
		return nil, r, errNotPO
	case r.Locale == "":
		return nil, r, fmt.Errorf("its header Language says %q, and the languages of the pack are %s: correct the header, or name a new language with --new", named, strings.Join(c.Locales, ", "))
	case r.Locale == c.Locales[0]:
		return nil, r, fmt.Errorf("%s is the language that the others are translated from", r.Locale)
	}
	text := maps.Clone(c.Text[r.Locale])
	if text == nil {
		text = map[string]string{}
	}
	r.take(c.Text[c.Locales[0]], d, text)
	for _, entry := range unsure {
		for key := range read(entry).GetCtxTranslations() {
			r.Unsure = append(r.Unsure, key)
		}
	}
	for _, list := range []*[]string{&r.Empty, &r.Stale, &r.Unsure, &r.Unknown} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return text, r, nil
}

var errNotPO = errors.New("this is no PO file of a pack: it needs the header Language, and a msgctxt for each message")

// take puts translations into the texts of a language, first being those of the
// language that they are translated from.
func (r *Imported) take(first map[string]string, d *gotext.Domain, text map[string]string) {
	for key, messages := range d.GetCtxTranslations() {
		for source, m := range messages {
			was, there := first[key]
			now := strings.ReplaceAll(m.Trs[0], "\r\n", "\n")
			if !strings.HasSuffix(source, "\n") {
				now = strings.TrimRight(now, "\n")
			}
			switch {
			case source == "": // what the parser begins each context with
			case !there || verbatim(key) || m.PluralID != "": // no text of a pack has a plural
				r.Unknown = append(r.Unknown, key)
			case was != source:
				r.Stale = append(r.Stale, key)
			case now == "":
				r.Empty = append(r.Empty, key)
			default:
				text[key] = now
				r.Taken++
			}
		}
	}
	for key, quote := range first { // exact words stay those of the original
		if verbatim(key) {
			text[key] = quote
		}
	}
}

// read gives the messages of a PO file.
func read(text string) *gotext.Domain {
	po := gotext.NewPo()
	po.Parse([]byte(text))
	return po.GetDomain()
}

// languageOf finds the language that a PO file names, in whatever way its tool
// writes it: pt_BR for pt-BR; "" for none.
func languageOf(locales []string, named string) string {
	for _, locale := range locales {
		if strings.EqualFold(strings.ReplaceAll(named, "_", "-"), strings.ReplaceAll(locale, "_", "-")) {
			return locale
		}
	}
	return ""
}
