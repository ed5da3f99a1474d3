// Package locale holds the words of the interface and writes dates, numbers and
// plurals as each language does.
package locale

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"hardcases/game/pack"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -o catalog_gen.go

//msgp:limit arrays:8192 maps:64
//msgp:noduplicates
//msgp:ignore Strings Arg Catalog Language

// Catalog is the interface: the languages that the program has, and the words of
// as many of them as are at hand.
type Catalog struct {
	Languages []Language // at least one; the first is used where no other fits
	Words     []Words
}

// Language is one that the program has.
type Language struct {
	Tag  string // BCP 47
	Name string // what the language calls itself
}

// Words is the interface in one language.
type Words struct {
	Locale  string       `msg:"locale"`  // BCP 47
	Entries []pack.Entry `msg:"entries"` // sorted by key
}

// Read makes a catalog of files: the list of languages, one a line with its tag
// and its name, and the compiled words of as many of them as are at hand.
func Read(languages []byte, words ...[]byte) (*Catalog, error) {
	c := &Catalog{}
	for line := range strings.Lines(string(languages)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		tag, name, ok := strings.Cut(line, " ")
		if !ok || !pack.ValidID(tag) || c.Name(tag) != "" {
			return nil, fmt.Errorf("the list of languages: %q is not a new tag with a name", line)
		}
		c.Languages = append(c.Languages, Language{tag, strings.TrimSpace(name)})
	}
	if len(c.Languages) == 0 {
		return nil, errors.New("the list of languages is empty")
	}
	for _, b := range words {
		if err := c.Add(b); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Add gives the catalog the compiled words of one of its languages.
func (c *Catalog) Add(b []byte) error {
	var w Words
	if _, err := w.UnmarshalMsg(b); err != nil {
		return fmt.Errorf("interface strings: %w", err)
	}
	if c.Name(w.Locale) == "" {
		return fmt.Errorf("interface strings: %q is not in the list of languages", w.Locale)
	}
	if !c.Has(w.Locale) {
		c.Words = append(c.Words, w)
	}
	return nil
}

// Has says whether the words of a language are there.
func (c *Catalog) Has(tag string) bool { return c.index(tag) >= 0 }

func (c *Catalog) index(tag string) int {
	return slices.IndexFunc(c.Words, func(w Words) bool { return w.Locale == tag })
}

// Name is what a language calls itself, "" where the program does not have it.
func (c *Catalog) Name(tag string) string {
	for _, l := range c.Languages {
		if l.Tag == tag {
			return l.Name
		}
	}
	return ""
}

// Tags lists the languages.
func (c *Catalog) Tags() []string {
	tags := make([]string, len(c.Languages))
	for i, l := range c.Languages {
		tags[i] = l.Tag
	}
	return tags
}

// Match finds the first of the wanted languages that the program has, by its
// primary subtag, and otherwise the program's first.
func (c *Catalog) Match(wanted ...string) string {
	for _, w := range wanted {
		primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(w, "_", "-")), "-")
		for _, l := range c.Languages {
			if strings.EqualFold(l.Tag, w) || l.Tag == primary {
				return l.Tag
			}
		}
	}
	return c.Languages[0].Tag
}

// Strings gives one language's words. Where they are not there, it gives those of
// the first language that is; there must be one.
func (c *Catalog) Strings(locale string) *Strings {
	i := c.index(locale)
	for _, l := range c.Languages {
		if i < 0 {
			i = c.index(l.Tag)
		}
	}
	w := c.Words[i]
	tag, err := language.Parse(w.Locale)
	if err != nil {
		tag = language.English
	}
	return &Strings{entries: w.Entries, locale: w.Locale, tag: tag}
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
