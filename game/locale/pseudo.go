package locale

import (
	"slices"
	"strings"

	"hardcases/game/pack"
)

// The pseudo languages that tests play in. Their tags are those that CLDR keeps
// for the purpose: XA for accented and longer text, XB for right-to-left.
const (
	Longer   = "en-XA"
	Mirrored = "ar-XB"
)

// RightToLeft says whether a language, a BCP 47 tag, is written from right to
// left, by its primary subtag.
func RightToLeft(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return slices.Contains([]string{"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}, primary)
}

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

// Pseudo gives a pack and a catalog with the pseudo languages added: Longer is
// the first language stretched, Mirrored is the first language as it is.
func Pseudo(p *pack.Pack, c *Catalog) (*pack.Pack, *Catalog, error) {
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
	words := &Catalog{
		Languages: append(slices.Clone(c.Languages), Language{Longer, "Longer"}, Language{Mirrored, "Mirrored"}),
		Words:     slices.Clone(c.Words),
	}
	longer, mirrored := Words{Locale: Longer}, Words{Locale: Mirrored}
	for _, e := range c.Strings(first).entries {
		mirrored.Entries = append(mirrored.Entries, e)
		if !strings.HasPrefix(e.Key, "date.") && !strings.HasPrefix(e.Key, "number.") {
			e.Text = Stretch(e.Text)
		}
		longer.Entries = append(longer.Entries, e)
	}
	words.Words = append(words.Words, longer, mirrored)
	return with, words, nil
}

// stretchLines stretches each paragraph by itself, as screens show them apart.
func stretchLines(text string) string {
	parts := strings.Split(text, "\n\n")
	for i := range parts {
		parts[i] = Stretch(parts[i])
	}
	return strings.Join(parts, "\n\n")
}
