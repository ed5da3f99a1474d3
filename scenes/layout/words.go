package layout

import (
	"math"
	"unicode"
	"unicode/utf8"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Measures of a sentence whose words are choices.
const (
	wordPadX, wordPadY = 12.0, 7.0
	wordsApart         = 10.0
	signsApart         = 3.0  // between a word and the sign before or after it
	wordRows           = 10.0 // between two lines of the sentence
	wordsToOptions     = 14.0
)

// pointing places a sentence of words that can be pointed at, and below it the choices
// that are none of its words.
func (p *pass) pointing(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	from, to := len(n.Children), len(n.Children)
	for i := range n.Children {
		if n.Children[i].Look == view.Word && from > i {
			from = i
		}
		if n.Children[i].Look == view.Option && to > i {
			to = i
		}
	}
	for from > 0 && n.Children[from-1].Role == view.TextRole {
		from--
	}
	in := s.in(box, s.x, s.y, s.w)
	h := p.children(n.Children[:from], in)
	h += p.sentence(p.items(n.Children[from:to], in.at(s.y+h)), in.at(s.y+h))
	for i := range n.Children[to:] {
		between := optionGap
		if i == 0 {
			between = wordsToOptions
		}
		h += between + p.node(&n.Children[to+i], in.at(s.y+h+between))
	}
	return p.close(box, h)
}

// sentence places words and what stands between them side by side, line below line;
// what stands between them is on the line of the words.
func (p *pass) sentence(list []item, s slot) float64 {
	y := s.y
	for len(list) > 0 {
		used, n := list[0].want, 1
		for n < len(list) && used+gapAfter(list[n-1:])+list[n].want <= s.w {
			used += gapAfter(list[n-1:]) + list[n].want
			n++
		}
		if y > s.y {
			y += wordRows
		}
		x, high := s.x, 0.0
		for i, it := range list[:n] {
			in := s.in(it.parent, x, y, it.want)
			if it.node.Role == view.TextRole {
				in.y += wordPadY
			}
			high = math.Max(high, in.y-y+p.node(it.node, in))
			if x += it.want; i < n-1 {
				x += gapAfter(list[i:])
			}
		}
		y += high
		list = list[n:]
	}
	return y - s.y
}

// gapAfter is the space between the first of some pieces of a sentence and the next: signs
// such as a full stop stand close to their word.
func gapAfter(list []item) float64 {
	last, _ := utf8.DecodeLastRuneInString(list[0].node.Text)
	next, _ := utf8.DecodeRuneInString(list[1].node.Text)
	opens := func(r rune) bool { return unicode.In(r, unicode.Pi, unicode.Ps) }
	if opens(last) || unicode.IsPunct(next) && !opens(next) {
		return signsApart
	}
	return wordsApart
}

// word is words that can be pointed at, with what they mean below them.
func (p *pass) word(n *view.Node, s slot) float64 {
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	panel := Panel{Fill: theme.Card, Border: theme.Edge, Width: 1.5, Radius: buttonRadius}
	if n.Checked {
		panel.Fill, panel.Border, panel.Width = theme.YouBack, theme.You, 2
	}
	p.out.Boxes[box].Panel = panel
	y := s.y + wordPadY
	for i := range n.Children {
		c := &n.Children[i]
		at := p.open(c, box, Rect{X: s.x + wordPadX, Y: y, W: s.w - 2*wordPadX})
		y += p.close(at, p.text(p.spans(c, at, p.style(c, s.set)), s.x+wordPadX, y, s.w-2*wordPadX, atCenter))
	}
	return p.close(box, math.Max(touch, y+wordPadY-s.y))
}

// wordWidth is how wide words that can be pointed at would like to be.
func (p *pass) wordWidth(n *view.Node, s slot) float64 {
	widest := 0.0
	for i := range n.Children {
		c := &n.Children[i]
		widest = math.Max(widest, p.natural(p.spans(c, -1, p.style(c, s.set))))
	}
	return math.Max(touch, math.Ceil(widest)+2*wordPadX)
}
