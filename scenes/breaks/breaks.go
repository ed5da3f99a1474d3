// Package breaks parts texts by the rules of Unicode alone, for measurers that have no
// shaper which knows them.
package breaks

import "github.com/rivo/uniseg"

// Unicode parts texts as layout.Measurer asks for it.
type Unicode struct{}

// Lines implements layout.Measurer: https://www.unicode.org/reports/tr14/.
func (Unicode) Lines(text string, each func(end int, must bool)) {
	for rest, state := text, -1; rest != ""; {
		var must bool
		_, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		each(len(text)-len(rest), must)
	}
}

// Graphemes implements layout.Measurer: https://www.unicode.org/reports/tr29/.
func (Unicode) Graphemes(text string, each func(end int)) {
	for rest, state := text, -1; rest != ""; {
		_, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		each(len(text) - len(rest))
	}
}
