package paint

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"hardcases/game/view"
	"hardcases/scenes/glyph"
	"hardcases/scenes/layout"
	"hardcases/scenes/theme"
)

// run draws a piece of text on its baseline, and the line under it.
func (p *Painter) run(r *layout.Run, b *layout.Box) {
	k := p.livelyToken(r, b)
	size := math.Round(r.Size * p.view.Unit)
	at := p.faces.At(r.Face, size)
	x, base := float64(p.px(r.Rect.X)), float64(p.py(r.Base))
	top := base - at.Metrics().HAscent
	for rest := r.Text; rest != ""; {
		var seg glyph.Segment
		seg, rest = glyph.Next(rest)
		if seg.Text == "" {
			p.sign(seg, x, base, size, k)
			x += seg.Advance * size
			continue
		}
		op := &p.letter
		op.GeoM.Reset()
		op.GeoM.Translate(math.Round(x), math.Round(top))
		op.ColorScale = p.scale(k)
		text.Draw(p.dst, seg.Text, at, op)
		if rest != "" {
			x += text.AdvanceAt(seg.Text, len(seg.Text), at)
		}
	}
	p.underline(r, k, base, size)
}

// livelyToken is the colour of a text as the pointer makes it look.
func (p *Painter) livelyToken(r *layout.Run, b *layout.Box) theme.Token {
	if p.state == calm || r.Token != theme.Muted {
		return r.Token
	}
	if b.Inline && b.Target() || b.Node.Look == view.Quiet {
		return theme.Ink
	}
	return r.Token
}

// sign draws a character that is a shape: as high as a capital letter, for
// discs and diamonds a little less.
func (p *Painter) sign(s glyph.Segment, x, base, size float64, k theme.Token) {
	f, ok := formOf(s.Shape)
	if !ok {
		return
	}
	side := int(math.Round(size * 0.7))
	y := base - size*0.69
	if f == diamond {
		side = int(math.Round(size * 0.76))
		y = base - size*0.72
	}
	key := maskKey{form: f, size: max(1, side)}
	left := x + (s.Advance*size-float64(side))/2
	p.stamp(p.shapes.mask(key), image.Rect(0, 0, key.size, key.size), int(math.Round(left)), int(math.Round(y)), k)
}

// underline draws the line under a run: solid, twice as thick under the
// pointer, or dotted.
func (p *Painter) underline(r *layout.Run, k theme.Token, base, size float64) {
	if r.Under == layout.NoLine {
		return
	}
	thick := max(1, int(math.Round(size/16)))
	y := int(base) + max(2, int(math.Round(size*0.13)))
	x0, x1 := p.px(r.Rect.X), p.px(r.Rect.Right())
	if p.state != calm {
		thick *= 2
	}
	if r.Under == layout.Solid {
		p.fill(image.Rect(x0, y, x1, y+thick), k)
		return
	}
	thick = max(thick, p.length(1.5))
	for x := x0; x < x1; x += 2 * thick {
		p.fill(image.Rect(x, y, min(x+thick, x1), y+thick), k)
	}
}
