package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hardcases/game/pack"
)

func gentleRules() []Rule {
	return []Rule{
		{"gentle-words", Error, "A teacher who picks the gentler wording for 13 to 15 must be able to rely on it in every step.", gentleWords},
		{"gentle-same", Warning, "A gentler wording that is the usual one softens nothing.", gentleSame},
		{"gentle-long", Warning, "The gentler wording stands where the usual one does, on the screen and on paper.", gentleLong},
	}
}

// gentleRoom is how much longer a gentler wording may be than the usual one, in
// characters and in parts of a hundred.
const (
	gentleRoom  = 30
	gentleShare = 125
)

// gentleWords finds, in the steps that plans play with every class, the words
// that the gentler wording of a language does without.
func gentleWords(s *subject) {
	if s.badIDs {
		return
	}
	played := s.playedByAll()
	for _, locale := range s.Locales {
		avoid := strings.FieldsFunc(s.Text[locale][pack.GentleWords], func(r rune) bool { return r == '|' })
		if len(avoid) == 0 {
			continue
		}
		for _, t := range s.texts() {
			gentle, ok := pack.GentleKey(t.key)
			if t.locale != locale || !ok || !played[stepOf(t.key)] {
				continue
			}
			if softer := s.Text[locale][gentle]; softer != "" {
				t.key, t.text = gentle, softer
			}
			for _, word := range avoid {
				if holdsWord(t.text, word) {
					s.reportText(locale, t.key, "Say it without that word, under gentle in the step.", "says “%s”, which the gentler wording does without", word)
					break
				}
			}
		}
	}
}

// playedByAll is the steps that plans play with every class, by the beginning
// of their keys.
func (s *subject) playedByAll() map[string]bool {
	played := map[string]bool{}
	s.lessons(func(_ string, l *pack.Lesson) {
		for _, at := range l.Steps(false) {
			played["cases."+at.Case+".steps."+at.Step] = true
		}
	})
	return played
}

// stepOf is the beginning of the key of a step's text: cases.y2019.steps.B1.
func stepOf(key string) string { return strings.Join(strings.SplitN(key, ".", 5)[:4], ".") }

// holdsWord says whether a text has a word, or several in a row, as whole words;
// capitals do not matter.
func holdsWord(text, word string) bool {
	letters := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	text, word = strings.ToLower(text), strings.ToLower(strings.TrimSpace(word))
	for from := 0; word != ""; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			break
		}
		at := from + i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !letters(before) && !letters(after) {
			return true
		}
		from = at + len(word)
	}
	return false
}

// eachGentle visits the gentler wordings that have a usual one.
func (s *subject) eachGentle(visit func(gentle text, usual string)) {
	s.byText = true
	for _, locale := range s.Locales {
		for key := range s.softer {
			softer, usual := s.Text[locale][key], s.Text[locale][usualKey(key)]
			if softer != "" && usual != "" {
				visit(newText(locale, key, softer), usual)
			}
		}
	}
}

// gentleKeys is the keys of gentler wordings that some language has.
func gentleKeys(c *pack.Content) map[string]bool {
	keys := map[string]bool{}
	for _, locale := range c.Locales {
		for key := range c.Text[locale] {
			if usualKey(key) != "" {
				keys[key] = true
			}
		}
	}
	return keys
}

// usualKey is where the usual wording of a gentler one stands; "" for what is no
// gentler wording.
func usualKey(gentle string) string {
	step, rest, ok := strings.Cut(gentle, ".gentle.")
	if key := step + "." + rest; ok {
		if back, _ := pack.GentleKey(key); back == gentle {
			return key
		}
	}
	return ""
}

func gentleSame(s *subject) {
	s.eachGentle(func(gentle text, usual string) {
		if gentle.text == usual {
			s.reportText(gentle.locale, gentle.key, "Soften it, or take it away in every language.", "is the usual wording")
		}
	})
}

func gentleLong(s *subject) {
	s.eachGentle(func(gentle text, usual string) {
		n, most := utf8.RuneCountInString(gentle.text), max(utf8.RuneCountInString(usual)*gentleShare/100, utf8.RuneCountInString(usual)+gentleRoom)
		if n > most {
			s.reportText(gentle.locale, gentle.key, "Say it shorter.", "has %d characters; with the usual wording in its place, %d are enough", n, most)
		}
	})
}
