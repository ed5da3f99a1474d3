package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// quietPad is the room at the sides of a button of the header: five of them and
// the name of the game find room on one line of a phone.
const quietPad = 6.0

// padding is the room between the edge of a control and its text, border
// included, and the width of the border.
func (p *pass) padding(l view.Look) (x, y, border float64) {
	switch l {
	case view.Primary:
		return 26, 13, 0
	case view.Secondary:
		return 22, 13, 1.5
	case view.Chip:
		return 12, 10, 1.5
	case view.Key:
		return 6, 10, 1.5
	case view.Fold:
		return 15, 11, 1.5
	default:
		return quietPad, 4, 0
	}
}

func (p *pass) buttonStyle(n *view.Node) style {
	st := p.style(n, setting{})
	look := lookOf(n)
	switch {
	case n.Disabled:
		st.token = theme.Muted
	case look == view.Primary:
		st.token = theme.Paper
	case look == view.Chip && n.Checked:
		st.token, st.face = theme.You, SemiBold
	case look == view.Key && n.Checked:
		st.token = theme.Theirs
	case look == view.Quiet && (n.Current || n.Checked):
		st.token, st.face = theme.Ink, SemiBold
	}
	return st
}

func buttonPanel(n *view.Node, border float64) Panel {
	panel := Panel{Radius: buttonRadius, Border: theme.Edge, Width: border}
	switch look := lookOf(n); {
	case look == view.Quiet, look == view.Aside:
		return Panel{Radius: buttonRadius}
	case n.Disabled:
		panel.Border, panel.Width = theme.Line, 1.5
	case look == view.Primary:
		panel.Fill = theme.Ink
	case look == view.Chip && n.Checked:
		panel.Fill, panel.Border, panel.Width = theme.YouBack, theme.You, 2
	case look == view.Key && n.Checked:
		panel.Fill, panel.Border, panel.Width = theme.TheirsBack, theme.Theirs, 2
	case look == view.Chip, look == view.Key:
		panel.Fill = theme.Card
	case look == view.Fold:
		panel.Fill = theme.Card
		if n.Expanded == view.Unfolded {
			panel.Border, panel.Width = theme.Ink, 2
		}
	case n.Checked || n.Current:
		panel.Border = theme.You
	}
	return panel
}

// buttonWidth is how wide a button would like to be: never narrower than a
// finger.
func (p *pass) buttonWidth(n *view.Node) float64 {
	padX, _, _ := p.padding(lookOf(n))
	st := p.buttonStyle(n)
	if lookOf(n) == view.Chip { // as wide as when it is chosen: that moves nothing
		st.face = SemiBold
	}
	return math.Max(touch, math.Ceil(p.natural(p.buttonSpans(n, -1, st))+2*padX))
}

// buttonSpans is what a button says: of a key that could have words its letter alone.
func (p *pass) buttonSpans(n *view.Node, box int, st style) []span {
	if lookOf(n) == view.Key && n.Mark != "" {
		return []span{{text: signBefore(n) + n.Mark, style: st, box: box}}
	}
	return p.spans(n, box, st)
}

// button places a control that is one text in one box.
func (p *pass) button(n *view.Node, s slot) float64 {
	look := lookOf(n)
	padX, padY, border := p.padding(look)
	st := p.buttonStyle(n)
	w := s.w
	if !s.set.fill {
		w = math.Min(s.w, p.buttonWidth(n))
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: w})
	t := p.tally()
	h := p.text(p.buttonSpans(n, box, st), s.x+padX, s.y+padY, w-2*padX, atCenter)
	high := math.Max(touch, h+2*padY)
	p.move(t, 0, (high-h)/2-padY)
	panel := buttonPanel(n, border)
	if look == view.Chip {
		panel.Radius = math.Min(high/2, (24*p.in.TextScale+20)/2)
	}
	p.out.Boxes[box].Panel = panel
	return p.close(box, high)
}

// choices places a radio group: what heads it, then options one below the
// other or chips side by side.
func (p *pass) choices(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	first := 0
	for first < len(n.Children) && n.Children[first].Role != view.Radio {
		first++
	}
	if lookOf(n) == view.Switch && first == 1 {
		if h, ok := p.inOneLine(n, box, s); ok {
			return p.close(box, h)
		}
	}
	h := p.children(n.Children[:first], s.in(box, s.x, s.y, s.w))
	if h > 0 {
		h += 8
	}
	rest := n.Children[first:]
	in := s.in(box, s.x, s.y+h, s.w)
	if lookOf(n) == view.Chips || lookOf(n) == view.Switch {
		return p.close(box, h+p.rows(p.items(rest, in), in, 8, false))
	}
	if p.pairs(rest, in) {
		return p.close(box, h+p.inPairs(rest, in))
	}
	y := in.y
	for i := range rest {
		if drawn(&rest[i]) && y > in.y {
			y += optionGap
		}
		y += p.node(&rest[i], in.at(y))
	}
	return p.close(box, y-s.y)
}

// optionGap is the space between two options.
const optionGap = 8.0

// pairs says whether options go two by two: four that are a few words each, in a
// window with room for two columns.
func (p *pass) pairs(options []view.Node, s slot) bool {
	if len(options) != 4 || !p.twoColumns() {
		return false
	}
	s.parent = -1
	for i := range options {
		c := options[i].Children
		if len(c) != 1 || p.want(&c[0], s)+optionRoom > (s.w-optionGap)/2 {
			return false
		}
	}
	return true
}

// optionRoom is what an option takes beside its words: its letter, and the space
// around both.
const optionRoom = 80.0

// inPairs places options two by two, and returns how high they are.
func (p *pass) inPairs(options []view.Node, s slot) float64 {
	half, y, high := s, s.y, 0.0
	half.w = (s.w - optionGap) / 2
	for i := range options {
		if half.x = s.x; i%2 == 1 {
			half.x += half.w + optionGap
		} else if i > 0 {
			y += high + optionGap
			high = 0
		}
		high = math.Max(high, p.node(&options[i], half.at(y)))
	}
	return y + high - s.y
}

// option is a choice with its letter in a box, a title and a detail.
func (p *pass) option(n *view.Node, s slot) float64 {
	const padX, padY, between = 16, 7, 14
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	panel := Panel{Fill: theme.Card, Border: theme.Edge, Width: 1.5, Radius: cardRadius}
	letter := p.scaled(style{Bold, 16, 24, theme.Muted})
	square := Mark{Kind: Block, Token: theme.Muted, Width: 2, Radius: 6}
	if n.Checked {
		panel.Fill, panel.Border, panel.Width = theme.YouBack, theme.You, 2
		letter.token, square.Token, square.Width = theme.Card, theme.You, 0
	}
	p.out.Boxes[box].Panel = panel
	in := s.in(box, s.x+padX, s.y+padY, s.w-2*padX)
	in.set.panel, in.set.fact = true, true
	least := 0.0
	if n.Mark != "" {
		spans := []span{{text: n.Mark, style: letter, box: box}}
		side := 28 * p.in.TextScale
		wide := math.Max(side, p.natural(spans)+12)
		square.Rect = Rect{X: in.x, Y: in.y, W: wide, H: side}
		p.mark(box, square)
		p.text(spans, in.x, in.y+(side-letter.line)/2, wide, atCenter)
		in.x += wide + between
		in.w -= wide + between
		least = side
	}
	h := math.Max(least, p.optionText(n, in))
	return p.close(box, math.Max(touch, h+2*padY))
}

// optionText places title and detail close together.
func (p *pass) optionText(n *view.Node, s slot) float64 {
	if n.Text != "" {
		st := p.style(n, s.set)
		return p.text([]span{{text: n.Text, style: st, box: s.parent}}, s.x, s.y, s.w, atStart)
	}
	y := s.y
	for i := range n.Children {
		y += p.node(&n.Children[i], s.at(y))
	}
	return y - s.y
}

// stratum is one layer of the stack: what it is at the start, what it can do
// at the end, or below where both find no room. The player's is marked.
func (p *pass) stratum(n *view.Node, s slot) float64 {
	const padX, padY, between = 16, 10, 16
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	panel := Panel{Fill: theme.Card, Border: theme.Line, Width: 2, Radius: buttonRadius}
	if n.Current {
		panel = Panel{Fill: theme.YouBack, Border: theme.You, Width: 3, Radius: buttonRadius}
	}
	p.out.Boxes[box].Panel = panel
	in := s.in(box, s.x+padX, s.y+padY, s.w-2*padX)
	in.set.panel, in.set.fact = true, true
	y, left := in.y, in.w
	for i := range n.Children {
		c := &n.Children[i]
		if !drawn(c) {
			p.hide(c, box, in.x, y)
			continue
		}
		st := p.style(c, in.set)
		if i > 0 {
			st = p.scaled(style{Text, 15, 25, theme.Muted})
		}
		if n.Current {
			st.token = theme.You
		}
		y, left = p.stratumText(c, i, st, n.Current, in, y, left)
	}
	if n.Text != "" {
		y += p.text([]span{{text: n.Text, style: p.style(n, in.set), box: box}}, in.x, y, in.w, atStart)
	}
	return p.close(box, math.Max(46, y-s.y+padY))
}

// stratumText places one of the texts of a layer. y is where the texts end so
// far and left the room at the end of the last line.
func (p *pass) stratumText(n *view.Node, i int, st style, current bool, in slot, y, left float64) (float64, float64) {
	if i == 0 && current {
		st.face = Bold
	}
	cell := p.open(n, in.parent, Rect{X: in.x, Y: y, W: in.w})
	spans := p.spans(n, cell, st)
	if i == 0 && current {
		spans = append(spans, span{text: "\u00a0" + circleSign[:len("\u25cf")], style: st, box: cell})
	}
	want := math.Ceil(p.natural(spans))
	b := &p.out.Boxes[cell].Rect
	if i > 0 && want+16 <= left {
		y -= st.line
		*b = Rect{X: in.x + in.w - want, Y: y, W: want}
	}
	h := p.text(spans, b.X, b.Y, math.Min(b.W, in.w), atStart)
	p.close(cell, h)
	if i == 0 && h <= st.line {
		p.out.Boxes[cell].Rect.W = want
		return y + h, in.w - want
	}
	return y + h, 0
}
