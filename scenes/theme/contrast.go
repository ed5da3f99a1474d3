package theme

import (
	"image/color"
	"math"
)

// Pair is a colour that must be told from the one behind it.
type Pair struct {
	Front, Back Token
}

// TextPairs are the pairs in which words are set. WCAG 2.2, 1.4.3 asks for 4.5
// and 1.4.6 for 7, which the contrast themes keep.
func TextPairs() []Pair {
	return cross([]Token{Ink, Muted}, []Token{Paper, Card, YouBack, TheirsBack, Over},
		[]Token{You}, []Token{Paper, Card, YouBack, Over},
		[]Token{Theirs}, []Token{Paper, Card, TheirsBack, Over},
		[]Token{Paper}, []Token{Ink, InkOver, Muted},
		[]Token{Card}, []Token{You, Theirs},
	)
}

// ShapePairs are the pairs in which a shape carries meaning: marks, axes, the
// edges of controls, the focus ring. WCAG 2.2, 1.4.11 asks for 3.
func ShapePairs() []Pair {
	return cross([]Token{Edge, Ink, Muted, You, Theirs, Warn}, []Token{Paper, Card, Over},
		[]Token{Edge, Ink, You}, []Token{YouBack},
		[]Token{Edge, Ink, Theirs}, []Token{TheirsBack},
	)
}

// Contrast is the contrast ratio of two opaque colours, 1 to 21.
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func Contrast(a, b color.RGBA) float64 {
	hi, lo := luminance(a), luminance(b)
	if hi < lo {
		hi, lo = lo, hi
	}
	return (hi + 0.05) / (lo + 0.05)
}

// luminance is relative luminance, 0 to 1.
// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
func luminance(c color.RGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// cross lists every front of a group with every back of the group after it.
func cross(groups ...[]Token) []Pair {
	var pairs []Pair
	for i := 0; i+1 < len(groups); i += 2 {
		for _, front := range groups[i] {
			for _, back := range groups[i+1] {
				pairs = append(pairs, Pair{Front: front, Back: back})
			}
		}
	}
	return pairs
}
