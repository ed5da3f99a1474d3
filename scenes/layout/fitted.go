package layout

import (
	"hardcases/game/locale"
	"hardcases/game/view"
)

// The narrowest layout of a picture, how much wider each try is than the one before,
// and the widest: wider ones would only be zoomed.
const (
	fittedLeast = 800
	fittedStep  = 20
	fittedMost  = 1900
)

// Fitted lays a tree out on a sheet with the proportions of a picture, as large as it
// can be with all of it on the sheet. What is too long for that makes a higher sheet.
func Fitted(e *Engine, root *view.Node, width, height float64) *Result {
	in := Input{Width: fittedLeast, TextScale: 1, MaxWidth: fittedMost, Undocked: true, RightToLeft: locale.RightToLeft(root.Lang)}
	for {
		in.Height = in.Width * height / width
		placed, high := e.Layout(root, in), 0.0
		for _, l := range placed.Layers {
			high = max(high, l.Content)
		}
		if high <= placed.Height {
			return placed
		}
		if in.Width >= fittedMost {
			in.Height = high
			return e.Layout(root, in)
		}
		in.Width += fittedStep
	}
}
