package lint

import (
	"fmt"
	"strings"
	"unicode"

	"hardcases/game/pack"
)

func typeRules() []Rule {
	return []Rule{
		{"hidden-character", Error, "What cannot be seen can still turn a line round or break a word.", hiddenCharacters},
		{"glyph-missing", Error, "A character that the fonts lack is drawn as an empty box.", missingGlyphs},
		{"typography", Error, "Each language has its quotation marks, apostrophes and spaces.", typography},
	}
}

// The spaces that typography is about.
const (
	narrow = '\u202F' // narrow no-break space
	noBrk  = '\u00A0' // no-break space
)

// hiddenCharacters finds control characters, marks that turn the direction of
// writing round, and spaces and hyphens of no width.
func hiddenCharacters(s *subject) {
	for _, t := range s.shown() {
		for _, r := range t.text {
			if hidden(r) {
				s.reportText(t.locale, t.key, "Take it out.", "holds the hidden character %U", r)
				break
			}
		}
	}
}

func hidden(r rune) bool {
	return pack.Hidden(r) || strings.ContainsRune("\u00AD\u200B\u2028\u2029\u2060\uFEFF", r)
}

// missingGlyphs finds characters that cannot be drawn. Words to
// search for are never drawn.
func missingGlyphs(s *subject) {
	if s.settings.Covers == nil {
		return
	}
	for _, t := range s.shown() {
		if t.list {
			continue
		}
		told := map[rune]bool{}
		for _, r := range t.text {
			if told[r] || hidden(r) || s.settings.Covers(r) {
				continue
			}
			told[r] = true
			s.reportText(t.locale, t.key, "Write it otherwise.", "holds %q (%U), which the fonts do not have", r, r)
		}
	}
}

// habit is the typography of one language.
type habit struct {
	slip  func(before, at, after rune) string // what is wrong at a character, "" for nothing
	lists bool                                // also in words to search for
}

// habits are those of languages by their first part; of any other, "".
var habits = map[string]habit{
	"":   {slip: plainSlip},
	"en": {slip: englishSlip, lists: true},
	"fr": {slip: frenchSlip},
}

// typography checks every text in the habits of the language that its words are
// in: exact quotations are English in every language.
func typography(s *subject) {
	for _, t := range s.texts() {
		if !t.extract && (t.habit.lists || !t.list) {
			s.slips(t, t.habit.slip)
		}
	}
}

// habitOf gives the typography of a language.
func habitOf(locale string) habit {
	if h, ok := habits[language(locale)]; ok {
		return h
	}
	return habits[""]
}

// language is the first part of a locale: fr for fr-CA.
func language(locale string) string {
	primary, _, _ := strings.Cut(locale, "-")
	return primary
}

// slips reports the first slip of a text, with what stands round it.
func (s *subject) slips(t text, slip func(before, at, after rune) string) {
	r := []rune(t.text)
	around := func(i int) rune {
		if i < 0 || i >= len(r) {
			return 0
		}
		return r[i]
	}
	for i := range r {
		if what := slip(around(i-1), r[i], around(i+1)); what != "" {
			near := string(r[max(i-12, 0):min(i+13, len(r))])
			mend := "Change it."
			if strings.Contains(what, "apostrophe") || strings.Contains(what, "dots") || strings.Contains(what, "has no narrow") {
				mend = "Change it, or let hardcases pack tidy do so in the whole folder."
			}
			s.reportText(t.locale, t.key, mend, "%s, near %s", what, strings.ReplaceAll(near, "\n", " "))
			return
		}
	}
}

// plainSlip finds what is wrong in any language.
func plainSlip(before, at, after rune) string {
	switch {
	case at == '\'':
		return "has a straight apostrophe (write ’)"
	case at == '"':
		return "has a straight quotation mark"
	case at == '.' && before == '.':
		return "has dots in a row (write …)"
	case at == ' ' && after == ' ':
		return "has two spaces in a row"
	}
	return ""
}

func englishSlip(before, at, after rune) string {
	switch {
	case strings.ContainsRune(";:!?", at) && unicode.IsSpace(before):
		return fmt.Sprintf("has a space before %q", at)
	case at == narrow:
		return "has a narrow no-break space (U+202F)"
	case at == '«' || at == '»':
		return "has French quotation marks"
	}
	return plainSlip(before, at, after)
}

// frenchSlip follows the usage of the Imprimerie nationale, with the narrow
// space before all four marks. Clock times such as 22:17, a mark after another
// mark, and a mark that stands by itself in brackets need none.
func frenchSlip(before, at, after rune) string {
	switch {
	case at == ':' && unicode.IsDigit(before) && unicode.IsDigit(after):
		return ""
	case strings.ContainsRune(";:!?", at) && before != narrow && before != 0 && !strings.ContainsRune("?!([", before):
		return fmt.Sprintf("has no narrow no-break space (U+202F) before %q", at)
	case at == '»' && before != narrow:
		return "has no narrow no-break space (U+202F) before »"
	case at == '«' && after != narrow:
		return "has no narrow no-break space (U+202F) after «"
	case at == narrow && (before == ' ' || after == ' ' || before == noBrk || after == noBrk):
		return "has a space beside a narrow no-break space"
	}
	return plainSlip(before, at, after)
}
