package layout

import "math"

// finish places docks, draws boxes round the parts of running texts, finds
// where touches count, and mirrors the picture for
// languages that run from right to left.
func (p *pass) finish() {
	out := p.out
	for i := range out.Layers {
		if l := &out.Layers[i]; l.Kind == DockLayer {
			l.Frame.Y = out.Height - l.Frame.H
			l.View = l.Frame
		}
	}
	for i := range out.Boxes {
		b := &out.Boxes[i]
		for j := b.Runs.From; b.Inline && j < b.Runs.To; j++ {
			b.Rect = b.Rect.Union(out.Runs[j].Rect)
		}
	}
	if p.in.RightToLeft {
		p.mirror()
	}
	for i := range out.Boxes {
		if b := &out.Boxes[i]; b.Target() {
			b.Hit = b.Rect.Grow(math.Max(0, touch-b.Rect.W)/2, math.Max(0, touch-b.Rect.H)/2)
		}
	}
}

// mirror turns every layer's content round its middle.
func (p *pass) mirror() {
	out := p.out
	for i := range out.Layers {
		l := &out.Layers[i]
		l.Frame.X = out.Width - l.Frame.Right()
		l.View.X = out.Width - l.View.Right()
	}
	width := func(box int) float64 { return out.Layers[out.Boxes[box].Layer].View.W }
	for i := range out.Boxes {
		r := &out.Boxes[i].Rect
		r.X = width(i) - r.Right()
	}
	for i := range out.Runs {
		r := &out.Runs[i].Rect
		r.X = width(out.Runs[i].Box) - r.Right()
	}
	for i := range out.Marks {
		m := &out.Marks[i]
		m.Rect.X = width(m.Box) - m.Rect.Right()
		for j := m.Points.From; j < m.Points.To; j++ {
			out.Points[j].X = width(m.Box) - out.Points[j].X
		}
	}
	for i := range out.Scenes {
		sc := &out.Scenes[i]
		sc.At.X, sc.Mirrored = width(sc.Box)-sc.Rect().Right(), true
	}
}
