package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func wordRules() []Rule {
	return []Rule{
		{"string-missing", Error, "A text that one language lacks shows its key instead.", missingWords},
		{"string-stale", Error, "A text that the first language does not have is a slip, or left over.", staleWords},
		{"placeholder", Error, "A text without its {name} leaves out what it is about.", placeholders},
		{"quoted-label", Error, "Whoever is sent to a button looks for it by the name that it has now.", quotedLabels},
	}
}

// missingWords finds texts that the first language has and another does not,
// and texts that are empty.
func missingWords(s *subject) {
	for _, locale := range s.Locales {
		for _, t := range s.first() {
			text, there := s.Text[locale][t.key]
			switch {
			case !there && !pluralForm(t.key):
				s.reportText(locale, t.key, "Write the text.", "is missing")
			case there && strings.TrimSpace(text) == "" && t.text != "":
				s.reportText(locale, t.key, "Write the text.", "is empty")
			}
		}
	}
}

func staleWords(s *subject) {
	for _, t := range s.texts() {
		if _, there := s.Text[s.Locales[0]][t.key]; !there && !ownForm(t.key) {
			s.reportText(t.locale, t.key, "Correct the key, or take the text away.", "is not in %s", s.Locales[0])
		}
	}
}

// placeholders holds each text to the {names} of the first language. Plural
// forms may leave out the number.
func placeholders(s *subject) {
	name := regexp.MustCompile(`\{[a-z0-9-]+\}`)
	for _, t := range s.texts() {
		first, there := s.Text[s.Locales[0]][t.key]
		if !there || pluralForm(t.key) {
			continue
		}
		want, got := name.FindAllString(first, -1), name.FindAllString(t.text, -1)
		for _, p := range want {
			if !slices.Contains(got, p) {
				s.reportText(t.locale, t.key, "Put it where it belongs in the sentence.", "lacks %s", p)
			}
		}
		for _, p := range got {
			if !slices.Contains(want, p) {
				s.reportText(t.locale, t.key, "Use the names of "+s.Locales[0]+".", "has %s, which %s does not", p, s.Locales[0])
			}
		}
	}
}

// quotedLabels finds quotations that no other text of their language is: labels of
// buttons and screens as they once were. One that begins with a small letter may be
// a part of a text, one that all languages have alike is a name, and one with a
// {name} is put in.
func quotedLabels(s *subject) {
	said := map[string][]string{} // by language, as if all were small letters
	for _, t := range s.texts() {
		said[t.locale] = append(said[t.locale], strings.ToLower(t.text))
	}
	for _, t := range s.texts() {
		for _, label := range labels(t.text) {
			small := strings.ToLower(label)
			is := func(text string) bool { return text == small }
			if first, _ := utf8.DecodeRuneInString(label); unicode.IsLower(first) {
				own := strings.ToLower(t.text)
				is = func(text string) bool { return text != own && strings.Contains(text, small) }
			}
			if strings.Contains(label, "{") || s.name(t.key, label) || slices.ContainsFunc(said[t.locale], is) {
				continue
			}
			s.reportText(t.locale, t.key, "Quote the label as it is now.", "quotes %q, which no text says", label)
		}
	}
}

// labels gives what a text quotes.
func labels(text string) []string {
	quotes, _ := quotations(text)
	for i, q := range quotes {
		quotes[i] = strings.TrimSpace(q)
	}
	return quotes
}

// name says whether every language quotes the same words at a key.
func (s *subject) name(key, words string) bool {
	return !slices.ContainsFunc(s.Locales, func(locale string) bool {
		return !slices.Contains(labels(s.Text[locale][key]), words)
	})
}

// first gives the texts of the first language.
func (s *subject) first() []text {
	return slices.DeleteFunc(slices.Clone(s.texts()), func(t text) bool { return t.locale != s.Locales[0] })
}

// ownForm says whether one language may have a key that others lack: a plural
// form, or the form of one number, such as the French first of a month.
func ownForm(key string) bool {
	form := key[strings.LastIndexByte(key, '.')+1:]
	_, err := strconv.Atoi(form)
	return err == nil || pluralForm(key)
}

// pluralForm says whether a key is one of a word's plural forms, of which
// languages have different sets (CLDR).
func pluralForm(key string) bool {
	form := key[strings.LastIndexByte(key, '.')+1:]
	return slices.Contains([]string{"zero", "one", "two", "few", "many"}, form)
}
