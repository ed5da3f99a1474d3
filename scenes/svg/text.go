package svg

import (
	"hardcases/game/element"
	"hardcases/scenes/glyph"
	"hardcases/scenes/layout"
)

// run writes a text on its baseline. The game's signs, which its typefaces lack,
// are shapes as in the picture.
func (w *writer) run(r *layout.Run) {
	left, x := r.Text, r.Rect.X
	for left != "" {
		seg, rest := glyph.Next(left)
		if seg.Shape != glyph.Disc && seg.Shape != glyph.Diamond {
			break
		}
		w.sign(seg, x, r)
		x += seg.Advance * r.Size
		left = rest
	}
	if left == "" {
		return
	}
	width := r.Rect.Right() - x
	e := w.add(Text(left, x, r.Base, r.Size)).Set("fill", w.paint(r.Token))
	if r.Face == layout.Bold || r.Face == layout.SemiBold {
		e.Set("font-weight", "700")
	}
	// In another typeface than the one that was measured it takes the same room.
	e.Set("textLength", num(width)).Set("lengthAdjust", "spacingAndGlyphs")
}

// sign is as high as a capital letter, or a little less, as in the picture.
func (w *writer) sign(s glyph.Segment, x float64, r *layout.Run) {
	shape, side, up := Circle, r.Size*0.7, r.Size*0.69
	if s.Shape == glyph.Diamond {
		shape, side, up = Diamond, r.Size*0.76, r.Size*0.72
	}
	at := layout.Rect{X: x + (s.Advance*r.Size-side)/2, Y: r.Base - up, W: side, H: side}
	w.add(shape(at).Set("fill", w.paint(r.Token)))
}

// Text is a text whose first letter stands at x on a baseline.
func Text(text string, x, base, size float64) *element.Element {
	e := tag("text").Set("x", num(x)).Set("y", num(base)).Set("font-size", num(size))
	e.Text = text
	return e
}
