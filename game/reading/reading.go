// Package reading estimates how long a text takes to read and how hard it is.
// Both are rules of thumb: they help to compare texts, and judge none.
package reading

import (
	"math"
	"strings"
	"time"
	"unicode"
)

// Words counts words: what stands between spaces and holds a letter or a digit.
func Words(text string) int { return len(words(text)) }

func words(text string) []string {
	var out []string
	for _, w := range strings.Fields(text) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, w)
		}
	}
	return out
}

// manner is how a language is read and measured.
type manner struct {
	speed   int // words a minute
	formula string
	harder  bool // a higher value is a harder text
	// value is the level of a text with so many words a sentence, syllables a word,
	// and percent of words of more than six letters.
	value func(words, syllables, long float64) float64
	mute  []string // endings that make no syllable after a consonant
	heard string   // consonants before which such an ending is heard all the same
}

// manners are those of languages by the first part of their tag; of any other, "".
var manners = map[string]manner{
	"": {speed: 184, formula: "LIX", harder: true, mute: []string{"e", "es"}, heard: "l",
		value: func(words, _, long float64) float64 { return words + long }},
	"en": {speed: 228, formula: "Flesch–Kincaid", harder: true, mute: []string{"e", "es"}, heard: "l", // ta-ble, peo-ples
		value: func(words, syllables, _ float64) float64 { return 0.39*words + 11.8*syllables - 15.59 }},
	"fr": {speed: 195, formula: "Kandel–Moles", mute: []string{"e", "es", "ent"},
		value: func(words, syllables, _ float64) float64 { return 207 - 1.015*words - 73.6*syllables }},
}

func mannerOf(locale string) manner {
	primary, _, _ := strings.Cut(locale, "-")
	if m, ok := manners[primary]; ok {
		return m
	}
	return manners[""]
}

// Speed is how many words of a language adults read in a minute, aloud, by the
// International Reading Speed Texts (Trauzettel-Klosinski and Dietz 2012,
// doi:10.1167/iovs.11-8284): 228 in English, 195 in French, and 184 on average
// over 17 languages, for any other.
func Speed(locale string) int { return mannerOf(locale).speed }

// Time is how long so many words take.
func Time(words int, locale string) time.Duration {
	return (time.Duration(words) * time.Minute / time.Duration(Speed(locale))).Round(time.Second)
}

// Level is how hard a text is, with the name of the formula. The formulas have
// scales of their own, so that levels of different languages cannot be compared.
type Level struct {
	Formula string
	Value   float64
	// Harder says whether a higher value is a harder text.
	Harder bool
}

// LevelOf measures a text in its language:
//
//   - English: the Flesch–Kincaid grade (Kincaid and others 1975), 0.39·W +
//     11.8·S − 15.59, about the school year in the United States;
//   - French: the reading ease of Kandel and Moles (1958), 207 − 1.015·W −
//     73.6·S, from 0, hard, to 100, easy;
//   - any other: LIX (Björnsson 1968), W plus the percentage of words of more
//     than six letters: 20 is easy, 60 is hard.
//
// W is words a sentence, S syllables a word. A text without words has level 0.
func LevelOf(text, locale string) Level {
	w, m := words(text), mannerOf(locale)
	l := Level{Formula: m.formula, Harder: m.harder}
	if len(w) == 0 {
		return l
	}
	syllables, long := 0, 0
	for _, word := range w {
		syllables += Syllables(word, locale)
		if letters(word) > 6 {
			long++
		}
	}
	n := float64(len(w))
	value := m.value(n/float64(sentences(text)), float64(syllables)/n, 100*float64(long)/n)
	l.Value = math.Round(value*10) / 10
	return l
}

// sentences counts what ends in . ! ? … or a line's end; at least 1.
func sentences(text string) int {
	n, open := 0, false
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			open = true
		case open && strings.ContainsRune(".!?…\n", r):
			n, open = n+1, false
		}
	}
	if open {
		n++
	}
	return max(n, 1)
}

func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// Syllables counts groups of vowels, without a mute e at the end; at least 1.
func Syllables(word, locale string) int {
	const vowels = "aeiouyàâäéèêëîïôöùûüœæ"
	word = strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
	n, in := 0, false
	for _, r := range word {
		v := strings.ContainsRune(vowels, r)
		if v && !in {
			n++
		}
		in = v
	}
	m := mannerOf(locale)
	for _, end := range m.mute {
		stem, ok := strings.CutSuffix(word, end)
		if ok && n > 1 && stem != "" && !strings.ContainsRune(vowels, last(stem)) {
			if strings.ContainsRune(m.heard, last(stem)) {
				continue
			}
			n--
			break
		}
	}
	return max(n, 1)
}

func last(s string) rune {
	r := []rune(s)
	return r[len(r)-1]
}
