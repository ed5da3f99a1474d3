package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// inOneLine places a switch in one line: its name at the start, its positions as
// one piece at the end. ok is false, and nothing is placed, where they do not fit.
func (p *pass) inOneLine(n *view.Node, box int, s slot) (h float64, ok bool) {
	head, radios := &n.Children[0], n.Children[1:]
	st := p.style(&radios[0], setting{})
	wides, total := make([]float64, len(radios)), 4.0
	for i := range radios {
		wides[i] = math.Max(touch, math.Ceil(p.natural([]span{{text: radios[i].Text, style: st}}))+2*segmentPad)
		total += wides[i]
	}
	name := p.style(head, setting{})
	name.size, name.line = p.scaled(style{SemiBold, 17, 24, theme.Ink}).size, p.scaled(style{SemiBold, 17, 24, theme.Ink}).line
	if math.Ceil(p.natural([]span{{text: head.Text, style: name}}))+dotRoom+12+total > s.w {
		return 0, false
	}
	high := math.Max(touch, st.line+2*10)
	x := s.x + s.w - total
	p.mark(box, Mark{Kind: Block, Token: theme.Edge, Radius: buttonRadius, Width: 2, Rect: Rect{X: x, Y: s.y, W: total, H: high}})
	p.segmentName(head, box, Rect{X: s.x, Y: s.y, W: x - s.x, H: high}, n.Current)
	x += 2
	for i := range radios {
		if i > 0 {
			p.mark(box, Mark{Kind: Block, Token: theme.Edge, Rect: Rect{X: x - 1, Y: s.y + 2, W: 1, H: high - 4}})
		}
		w := wides[i]
		if i < len(radios)-1 {
			w-- // for the line between two
		}
		p.segment(&radios[i], box, Rect{X: x, Y: s.y + 2, W: w, H: high - 4}, st, n.Current)
		x += wides[i]
	}
	return high, true
}

// segmentPad is the room beside the words of a position, dotRoom that of the sign
// of the player's seat.
const segmentPad, dotRoom = 11.0, 20.0

// segmentName is what a switch is called, after the player's sign where it is
// theirs.
func (p *pass) segmentName(n *view.Node, parent int, r Rect, mine bool) {
	box := p.open(n, parent, r)
	st := p.style(n, setting{})
	large := p.scaled(style{SemiBold, 17, 24, theme.Ink})
	st.face, st.size, st.line, st.token = SemiBold, large.size, large.line, theme.Ink
	if mine {
		p.mark(box, Mark{Kind: Circle, Token: theme.You, Rect: Rect{X: r.X, Y: r.Y + r.H/2 - 6, W: 12, H: 12}})
		r.X, r.W = r.X+dotRoom, r.W-dotRoom
	}
	p.text([]span{{text: n.Text, style: st, box: box}}, r.X, r.Y+(r.H-st.line)/2, r.W, atStart)
	p.close(box, r.H)
}

// segment is one position of a switch.
func (p *pass) segment(n *view.Node, parent int, r Rect, st style, mine bool) {
	box := p.open(n, parent, r)
	panel := Panel{Fill: theme.Card, Radius: 6}
	if n.Checked {
		panel.Fill, st.token, st.face = theme.Ink, theme.Paper, SemiBold
		if mine {
			panel.Fill, st.token = theme.You, theme.Card
		}
	}
	p.text([]span{{text: n.Text, style: st, box: box}}, r.X, r.Y+(r.H-st.line)/2, r.W, atCenter)
	p.out.Boxes[box].Panel = panel
	p.close(box, r.H)
}
