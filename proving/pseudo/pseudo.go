// Package pseudo makes languages that nobody speaks, for tests: they show texts
// that are cut off, joined from pieces or left in the code.
package pseudo

import (
	"slices"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
)

// The pseudo languages. Their tags are those that CLDR keeps
// for the purpose: XA for accented and longer text, XB for right-to-left.
const (
	Longer   = "en-XA"
	Mirrored = "ar-XB"
)

// Stretch makes a text 40 % longer, accented and bracketed, so that text that
// was cut, joined from pieces or left in the code can be seen. What stands in
// {braces} stays as it is.
func Stretch(text string) string {
	if text == "" {
		return ""
	}
	var b strings.Builder
	b.WriteByte('[')
	inBraces, debt := false, 0.0
	for _, r := range text {
		switch {
		case r == '{':
			inBraces = true
		case r == '}':
			inBraces = false
		}
		if inBraces || r == '}' || r == '{' {
			b.WriteRune(r)
			continue
		}
		accented := accent(r)
		isVowel := accented != r
		b.WriteRune(accented)
		if debt += 0.4; isVowel && debt >= 1 {
			n := int(debt)
			b.WriteString(strings.Repeat(string(accented), n))
			debt -= float64(n)
		}
	}
	b.WriteByte(']')
	return b.String()
}

// accent gives a vowel of English its accent; other characters stay.
func accent(r rune) rune {
	const plain, accented = "aeiouyAEIOUY", "áéíöüýÁÉÍÖÜÝ"
	if i := strings.IndexRune(plain, r); i >= 0 {
		return []rune(accented)[i]
	}
	return r
}

// Add gives a pack and a catalog with the pseudo languages added: Longer is the
// first language stretched, Mirrored is the first language as it is. It fails on
// a pack that cannot be read.
func Add(p *pack.Pack, c *locale.Catalog) (*pack.Pack, *locale.Catalog, error) {
	content, err := p.Unpack()
	if err != nil {
		return nil, nil, err
	}
	first := content.Locales[0]
	content.Locales = append(slices.Clone(content.Locales), Longer, Mirrored)
	content.Text[Mirrored] = content.Text[first]
	content.Text[Longer] = map[string]string{}
	for key, text := range content.Text[first] {
		if !pack.IsWordList(key) {
			text = stretchLines(text)
		}
		content.Text[Longer][key] = text
	}
	b, err := pack.Build(content)
	if err != nil {
		return nil, nil, err
	}
	with, err := pack.Open(b)
	if err != nil {
		return nil, nil, err
	}
	longer, mirrored := locale.Words{Locale: Longer}, locale.Words{Locale: Mirrored}
	for _, e := range words(c, first) {
		mirrored.Entries = append(mirrored.Entries, e)
		if !strings.HasPrefix(e.Key, "date.") && !strings.HasPrefix(e.Key, "number.") {
			e.Text = Stretch(e.Text)
		}
		longer.Entries = append(longer.Entries, e)
	}
	return with, &locale.Catalog{
		Languages: append(slices.Clone(c.Languages), locale.Language{Tag: Longer, Name: "Longer"}, locale.Language{Tag: Mirrored, Name: "Mirrored"}),
		Words:     append(slices.Clone(c.Words), longer, mirrored),
	}, nil
}

// words are the entries of the interface in one language.
func words(c *locale.Catalog, tag string) []pack.Entry {
	for _, w := range c.Words {
		if w.Locale == tag {
			return w.Entries
		}
	}
	return nil
}

// stretchLines stretches each paragraph by itself, as screens show them apart.
func stretchLines(text string) string {
	parts := strings.Split(text, "\n\n")
	for i := range parts {
		parts[i] = Stretch(parts[i])
	}
	return strings.Join(parts, "\n\n")
}
