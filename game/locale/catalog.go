// Package locale holds the words of the interface and writes dates, numbers and
// plurals as each language does.
package locale

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"hardcases/game/pack"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:generate go tool msgp -io=false -tests=false -o catalog_gen.go

//msgp:limit arrays:8192 maps:64
//msgp:noduplicates
//msgp:ignore Strings Arg

// Catalog is the interface in every language that the program has.
type Catalog struct {
	Locales []LocaleStrings `msg:"locales,limit=64"`
}

// LocaleStrings is the interface in one language.
type LocaleStrings struct {
	Locale  string       `msg:"locale"`  // BCP 47
	Entries []pack.Entry `msg:"entries"` // sorted by key
}

// Read decodes a catalog.
func Read(b []byte) (*Catalog, error) {
	var c Catalog
	if _, err := c.UnmarshalMsg(b); err != nil {
		return nil, fmt.Errorf("interface strings: %w", err)
	}
	if len(c.Locales) == 0 {
		return nil, fmt.Errorf("interface strings: no language")
	}
	return &c, nil
}

// Names lists the languages, as BCP 47 tags.
func (c *Catalog) Names() []string {
	names := make([]string, len(c.Locales))
	for i, l := range c.Locales {
		names[i] = l.Locale
	}
	return names
}

// Match finds the first of the wanted languages that the catalog has, by its
// primary subtag, and otherwise the catalog's first.
func (c *Catalog) Match(wanted ...string) string {
	for _, w := range wanted {
		primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(w, "_", "-")), "-")
		for _, l := range c.Locales {
			if strings.EqualFold(l.Locale, w) || l.Locale == primary {
				return l.Locale
			}
		}
	}
	return c.Locales[0].Locale
}

// Strings gives one language's words, or the first language's where the
// catalog does not have it.
func (c *Catalog) Strings(locale string) *Strings {
	i := max(slices.IndexFunc(c.Locales, func(l LocaleStrings) bool { return l.Locale == locale }), 0)
	tag, err := language.Parse(c.Locales[i].Locale)
	if err != nil {
		tag = language.English
	}
	return &Strings{entries: c.Locales[i].Entries, locale: c.Locales[i].Locale, tag: tag}
}

// Strings is the interface in one language.
type Strings struct {
	entries []pack.Entry
	locale  string
	tag     language.Tag
}

// Arg fills one {name} of a text.
type Arg struct{ Name, Value string }

// A makes an Arg.
func A(name, value string) Arg { return Arg{name, value} }

// N makes an Arg of a whole number.
func N(name string, value int) Arg { return Arg{name, strconv.Itoa(value)} }

// Locale is the language, a BCP 47 tag.
func (s *Strings) Locale() string { return s.locale }

// Has says whether there is a text for a key.
func (s *Strings) Has(key string) bool {
	_, ok := s.find(key)
	return ok
}

// Get gives the text of a key with its {names} filled in. A key without a text
// gives the key itself, which a test never lets through.
func (s *Strings) Get(key string, args ...Arg) string {
	text, ok := s.find(key)
	if !ok {
		return key
	}
	for _, a := range args {
		text = strings.ReplaceAll(text, "{"+a.Name+"}", a.Value)
	}
	return text
}

// Plural gives the text of key.one, key.other and so on, as the language's
// plural rule (CLDR) has it for n, with {n} filled in.
func (s *Strings) Plural(key string, n int, args ...Arg) string {
	form := plural.Cardinal.MatchPlural(s.tag, max(n, -n), 0, 0, 0, 0)
	name := [...]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}[form]
	if !s.Has(key + "." + name) {
		name = "other"
	}
	return s.Get(key+"."+name, append(args, N("n", n))...)
}

func (s *Strings) find(key string) (string, bool) {
	i := sort.Search(len(s.entries), func(i int) bool { return s.entries[i].Key >= key })
	if i < len(s.entries) && s.entries[i].Key == key {
		return s.entries[i].Text, true
	}
	return "", false
}
