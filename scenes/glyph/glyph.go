// Package glyph parts a text into what a font sets and what is set by a rule, such
// as spaces and marks that are drawn as shapes. It reads no font.
package glyph

import "unicode/utf8"

// Shape is what is drawn for a character that the fonts lack.
type Shape uint8

// The shapes. All but Nothing are drawn within the height of a capital letter.
const (
	Nothing Shape = iota // a space, or a sign that only steers the setting
	Disc                 // the player
	Diamond              // what happened
	Check
	ArrowStart // to the left
	ArrowEnd   // to the right
	Return     // the enter key
)

// Segment is a part of a text that is set in one way: Text by the font, or one
// Shape of the given Advance.
type Segment struct {
	Text    string
	Shape   Shape
	Advance float64 // in em; only where Text is empty
}

// narrow is the width of a narrow space, in em: French typography sets a fifth
// to a quarter of an em before ; : ! and ?.
const narrow = 0.2

// ruled is how a character is set that is not left to the font.
func ruled(r rune) (Segment, bool) {
	switch r {
	case '\u202f', '\u2009', '\u2006':
		return Segment{Advance: narrow}, true
	case '\u200a':
		return Segment{Advance: narrow / 2}, true
	case '\u2010', '\u2011':
		return Segment{Text: "-"}, true
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\u2066', '\u2067', '\u2068', '\u2069', '\ufeff':
		return Segment{}, true
	case '\u25cf':
		return Segment{Shape: Disc, Advance: 0.78}, true
	case '\u25c6':
		return Segment{Shape: Diamond, Advance: 0.78}, true
	case '\u2713':
		return Segment{Shape: Check, Advance: 0.8}, true
	case '\u2190':
		return Segment{Shape: ArrowStart, Advance: 0.9}, true
	case '\u2192':
		return Segment{Shape: ArrowEnd, Advance: 0.9}, true
	case '\u21b5':
		return Segment{Shape: Return, Advance: 0.9}, true
	}
	return Segment{}, false
}

// Next cuts the first segment off a text. The text must not be empty.
func Next(text string) (first Segment, rest string) {
	for i, r := range text {
		s, ok := ruled(r)
		switch {
		case !ok:
			continue
		case i > 0:
			return Segment{Text: text[:i]}, text[i:]
		}
		return s, text[utf8.RuneLen(r):]
	}
	return Segment{Text: text}, ""
}
