package paint

import "hardcases/scenes/layout"

// moved draws a mark where it is now: at its place, on its way there, or not at
// all.
func (p *Painter) moved(i int, m *layout.Mark) {
	move := p.moveOf(i, func(m *layout.Move) layout.Span { return m.Marks })
	switch {
	case move == nil:
		p.mark(m)
	case move.Path >= 0 && p.view.Since >= move.From:
		at := p.res.Along(move.Path, eased((p.view.Since-move.From)/(move.To-move.From)))
		dx, dy := p.dx, p.dy
		p.dx += (at.X - m.Rect.X - m.Rect.W/2) * p.view.Unit
		p.dy += (at.Y - m.Rect.Y - m.Rect.H/2) * p.view.Unit
		p.mark(m)
		p.dx, p.dy = dx, dy
	}
}

// come says whether a run is to be seen by now.
func (p *Painter) come(i int) bool {
	return p.moveOf(i, func(m *layout.Move) layout.Span { return m.Runs }) == nil
}

// moveOf is the movement that a mark or run is still in, nil for none.
func (p *Painter) moveOf(i int, of func(*layout.Move) layout.Span) *layout.Move {
	if !p.view.Moving {
		return nil
	}
	for j := range p.res.Moves {
		m := &p.res.Moves[j]
		if s := of(m); i >= s.From && i < s.To && p.view.Since < m.To {
			return m
		}
	}
	return nil
}

// eased is how far a movement is at a share of its time: slow at both ends.
func eased(t float64) float64 {
	if t < 0.5 {
		return 4 * t * t * t
	}
	t = 2 - 2*t
	return 1 - t*t*t/2
}
