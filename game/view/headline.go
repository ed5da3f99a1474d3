package view

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hyphened says whether a byte of a text lies behind a hyphen within a word, as that of
// « Auriez-vous »: where there is room a headline goes on there, and does not begin a line.
func Hyphened(text string, at int) bool {
	if at < 2 || at >= len(text) || text[at-1] != '-' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at-1])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// Whole parts a headline into what may be parted anywhere and words with a hyphen, in
// turns and with the signs that stand at them: every second piece, from the second on, is
// such a word. A headline without any is one piece.
func Whole(text string) []string {
	pieces, from := []string{""}, 0
	for from < len(text) {
		to := from + strings.IndexByte(text[from:]+" ", ' ')
		if word := text[from:to]; holdsHyphen(word) {
			pieces = append(pieces, word, "")
		} else {
			pieces[len(pieces)-1] += word
		}
		if to < len(text) {
			pieces[len(pieces)-1] += " "
		}
		from = to + 1
	}
	return pieces
}

func holdsHyphen(word string) bool {
	for i := range word {
		if Hyphened(word, i) {
			return true
		}
	}
	return false
}
