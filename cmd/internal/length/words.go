package length

import (
	"unicode/utf8"

	"hardcases/game/reading"
	"hardcases/game/view"
)

// Words counts the words that a screen says before anything is opened, in a wide
// window: those of the dialog that lies over it, else all but the header's.
func Words(root *view.Node) int { return count(root, wide) }

// PhoneWords counts the words of a screen in a narrow window down to the options,
// if it has some: the first tap is on one of them, and what is asked after that
// stands below. A fact's row shows its first line alone there.
func PhoneWords(root *view.Node) int { return count(root, narrow) }

type window bool

const (
	wide   window = false
	narrow window = true
)

func count(root *view.Node, w window) int {
	if m := view.Modal(root); m != nil {
		root = m
	}
	words, tapped := 0, false
	view.Walk(root, func(n *view.Node, _ int) bool {
		if tapped {
			return false
		}
		switch {
		case n.Role == view.Banner, n.Look == view.Unseen, n.Look == view.HiddenTable:
			return false
		case w == narrow && n.Look == view.Options:
			words += count(&view.Node{Children: n.Children}, wide)
			tapped = true
			return false
		case n.Look == view.Key: // its letter alone: the option is in view, or the first tap is above
			return false
		case w == narrow && n.Look == view.Fact:
			if first := firstLine(n); first != nil {
				words += reading.Words(view.Text(first))
				return false
			}
		}
		words += said(n.Mark)
		if n.Chart != nil {
			words += drawn(n.Chart)
			return true // its text is the words for those who do not see it
		}
		if view.Running(n) {
			words += reading.Words(view.Text(unmarked(n)))
			return false
		}
		words += said(n.Text)
		return true
	})
	return words
}

// said counts the words of a text that stands by itself: the letter of an option
// and the number of a fact are none.
func said(text string) int {
	if utf8.RuneCountInString(text) < 2 {
		return 0
	}
	return reading.Words(text)
}

func unmarked(n *view.Node) *view.Node {
	bare := *n
	bare.Mark = ""
	return &bare
}

// firstLine is the bold beginning of a fact that goes on behind its row, nil for
// any other.
func firstLine(n *view.Node) *view.Node {
	last := len(n.Children) - 1
	if last < 1 || n.Children[last].Look != view.Cite {
		return nil
	}
	text := &n.Children[0]
	if len(text.Children) == 0 || text.Children[0].Role != view.Strong {
		return nil
	}
	return &text.Children[0]
}

// drawn counts the words that stand in a picture.
func drawn(c *view.Chart) int {
	words := reading.Words(c.XName) + reading.Words(c.YName)
	for _, t := range append(append([]view.Tick{}, c.XTicks...), c.YTicks...) {
		words += reading.Words(t.Label)
	}
	if c.Kind == view.Rungs { // all of its table is in the picture
		for _, row := range c.Table {
			for _, cell := range row {
				words += said(cell)
			}
		}
		return words
	}
	for _, s := range c.Series {
		if len(s.Points) > 0 {
			words += said(s.Name)
		}
		for _, p := range s.Points {
			words += said(p.Label)
		}
	}
	return words
}
