// Package contrast measures how well one colour is told from another, for tests.
package contrast

import (
	"image/color"
	"math"
)

// Ratio is the contrast ratio of two opaque colours, 1 to 21.
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
func Ratio(a, b color.RGBA) float64 {
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
