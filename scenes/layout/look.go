package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// lookOf is the look of a node: its own, or what its role implies.
func lookOf(n *view.Node) view.Look {
	if n.Look != "" {
		return n.Look
	}
	switch n.Role {
	case view.Banner:
		return view.Bar
	case view.Main:
		return view.Page
	case view.Heading:
		return headingLook(n.Level)
	case view.Button:
		return view.Secondary
	case view.Link:
		return view.Inline
	case view.Radio:
		return view.Chip
	case view.Table:
		return view.Data
	case view.Dialog:
		return view.Sheet
	case view.Progress:
		return view.Dots
	case view.Status:
		return view.Muted
	case view.Navigation:
		return view.Flow
	case view.Document, view.Region, view.Group, view.Generic, view.Paragraph, view.TextRole, view.Strong,
		view.List, view.ListItem, view.RadioGroup, view.Figure, view.Row, view.RowHeader, view.ColHeader,
		view.Cell, view.Separator, view.Slider: // what they hold decides
	}
	if len(n.Children) > 0 && !view.Running(n) {
		return view.Stack
	}
	return view.Body
}

func headingLook(level int) view.Look {
	switch level {
	case 1:
		return view.Title
	case 2:
		return view.Subtitle
	}
	return view.Label
}

// drawn says whether any of a node is to be seen.
func drawn(n *view.Node) bool {
	switch n.Look {
	case view.Unseen, view.HiddenTable:
		return false
	default:
	}
	if n.Text != "" || n.Mark != "" || n.Chart != nil || n.Role == view.Separator || n.Look == view.Stop {
		return true
	}
	for i := range n.Children {
		if drawn(&n.Children[i]) {
			return true
		}
	}
	return false
}

// firstDrawn is the index of the first child that is to be seen, -1 for none.
func firstDrawn(nodes []view.Node) int {
	for i := range nodes {
		if drawn(&nodes[i]) {
			return i
		}
	}
	return -1
}

// lastDrawn is the index of the last child that is to be seen, -1 for none.
func lastDrawn(nodes []view.Node) int {
	for i := len(nodes) - 1; i >= 0; i-- {
		if drawn(&nodes[i]) {
			return i
		}
	}
	return -1
}

// textual says whether a node is set as a text: it has words of its own or a
// running text.
func textual(n *view.Node) bool { return n.Text != "" || view.Running(n) }

// Sizes and line heights at text scale 1. None is under 15.
func (p *pass) style(n *view.Node, set setting) style {
	s := style{face: Text, size: 18, line: 27, token: theme.Ink}
	if set.fact || p.narrow() && lookOf(n) == view.Body {
		s.size, s.line = 17, 25
	}
	switch lookOf(n) {
	case view.Display:
		s = style{Headline, 52, 56, theme.Ink}
		switch {
		case p.room > 0: // the question for the room has the screen to itself
			s.size, s.line = 70, 76
		case p.narrow():
			s.size, s.line = 40, 44
		}
	case view.Title:
		s = style{Headline, 32, 38, theme.Ink}
		switch {
		case p.narrow() && len(n.Children) > 0: // two sentences
			s.size, s.line = 24, 29
		case p.narrow():
			s.size, s.line = 27, 32
		}
		if set.title > 0 {
			s.size, s.line = set.title, math.Ceil(set.title*1.2)
		}
	case view.Subtitle:
		s = style{Headline, 24, 30, theme.Ink}
	case view.Label:
		s = style{Bold, 15, 22, theme.Ink} // as high as a note, which may stand beside it
	case view.Lead:
		s = style{Text, 20, 30, theme.Ink}
	case view.Muted, view.Dots:
		s = style{Text, 16, 23, theme.Muted}
	case view.Small, view.Gloss:
		s = style{Text, 15, 22, theme.Muted}
	case view.Value:
		s.face = Bold
		if set.cell {
			s = style{Headline, 24, 31, theme.Ink}
			if p.narrow() {
				s.size, s.line = 18, 24
			}
		}
	case view.Caveat, view.Unknown:
		s = style{Text, 16, 23, theme.Ink}
	case view.Cite:
		s = style{Text, 15, 22, theme.Muted}
	case view.Quote:
		s = style{Reading, 23, 34, theme.Ink}
	case view.Yours, view.Theirs:
		s = style{SemiBold, 16, 23, signToken(n.Look)}
		if set.cell { // the sign alone has the colour
			s = style{Text, 15, 22, theme.Muted}
		}
	case view.Weighty:
		s = style{Headline, 20, 27, theme.Ink}
		if p.narrow() {
			s.size, s.line = 18, 24
		}
	case view.Brand:
		s = style{Headline, 20, 28, theme.Ink}
	case view.Primary, view.Secondary:
		s = style{SemiBold, 18, 24, theme.Ink}
	case view.Quiet:
		s = style{Text, 16, 24, theme.Muted}
	case view.Chip, view.Fold:
		s = style{Text, 16, 24, theme.Ink}
	case view.Key:
		s = style{Bold, 17, 24, theme.Ink}
	case view.Aside:
		s = style{Text, 16, 24, theme.Muted}
	case view.Projector, view.ProjectorDense, view.Bar, view.Page, view.NarrowWide, view.WideNarrow, view.FirstFits, view.Halves, view.Thirds, view.Hero, view.Stack, view.Form, view.Flow,
		view.Card, view.CardButton, view.Marked, view.Dock, view.WideDock, view.Sheet, view.Fact, view.ScoreRow, view.TitleRow, view.Foot, view.Cells, view.YourWords, view.TheirWords, view.Facts, view.Options, view.Chips,
		view.Switch, view.Words, view.Word, view.PictureSide, view.Letters, view.Scale, view.Beside, view.Stop, view.Layers, view.Data, view.HiddenTable, view.Body, view.Unseen, view.Option, view.Inline, view.Term, view.Tally, view.Layer:
	}
	if (n.Role == view.Strong || n.Role == view.Heading) && s.face == Text {
		s.face = Bold
	}
	if set.token != theme.None {
		s.token = set.token
	}
	return p.scaled(s)
}

// smallest is the least size of type, in layout units.
const smallest = 15.0

// scaled is a style at the player's text size, in whole device pixels.
func (p *pass) scaled(s style) style {
	if p.room > 0 {
		s = forRoom(s, p.room)
	}
	unit := p.in.DeviceScale * p.out.Zoom
	s.size = math.Max(math.Ceil(smallest*unit), math.Round(s.size*p.in.TextScale*unit)) / unit
	s.line = math.Round(s.line * p.in.TextScale * p.in.LineSpacing)
	return s
}

// The signs that go before what is the player's and what is history's, with a
// space that does not break. The faces have no glyphs for them: they are drawn.
const (
	circleSign  = "\u25cf\u00a0"
	diamondSign = "\u25c6\u00a0"
)

// signBefore is what goes before the text of a node.
func signBefore(n *view.Node) string {
	switch look := lookOf(n); {
	case look == view.Yours:
		return circleSign
	case look == view.Theirs, look == view.Key && n.Checked:
		return diamondSign
	}
	return ""
}

// signToken is the colour of what goes before a text of this look.
func signToken(l view.Look) theme.Token {
	if l == view.Theirs {
		return theme.Theirs
	}
	return theme.You
}
