package view

import (
	"strings"
	"unicode"
)

// Walk visits a tree in reading order, parents first. It stops going deeper
// where visit returns false.
func Walk(n *Node, visit func(n *Node, depth int) bool) { walk(n, 0, visit) }

func walk(n *Node, depth int, visit func(*Node, int) bool) {
	if !visit(n, depth) {
		return
	}
	for i := range n.Children {
		walk(&n.Children[i], depth+1, visit)
	}
}

// Find gives the node with an ID, nil for none.
func Find(root *Node, id string) *Node {
	var found *Node
	Walk(root, func(n *Node, _ int) bool {
		if n.ID == id {
			found = n
		}
		return found == nil
	})
	return found
}

// Text is all that a node says, with its marks, in reading order; pieces of
// running text are joined as they stand, other pieces by a space.
func Text(n *Node) string {
	var b strings.Builder
	text(&b, n)
	return b.String()
}

func text(b *strings.Builder, n *Node) {
	if n.Mark != "" {
		part(b, n.Mark)
	}
	if n.Text != "" {
		part(b, n.Text)
	}
	if Running(n) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for i := range n.Children {
			b.WriteString(n.Children[i].Text)
		}
		return
	}
	for i := range n.Children {
		text(b, &n.Children[i])
	}
}

func part(b *strings.Builder, s string) {
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	b.WriteString(s)
}

// Running says whether a node's children are pieces of one running text: whether
// all are inline, in a node that is no box.
func Running(n *Node) bool {
	if n.Look.box() {
		return false
	}
	for i := range n.Children {
		if !InRunningText(&n.Children[i]) {
			return false
		}
	}
	return len(n.Children) > 0
}

// box says whether a look sets what it holds apart from each other.
func (l Look) box() bool {
	switch l {
	case Projector, ProjectorDense, Bar, Page, NarrowWide, WideNarrow, FirstFits, PictureSide, Halves, Thirds, Hero, Stack, Form, Flow, Card, CardButton, Marked,
		Dock, WideDock, Sheet, Fact, ScoreRow, TitleRow, Foot, Cells, Facts, Options, Chips, Switch, Words, Word, Letters, Scale, Beside, Layers, Data, HiddenTable,
		Dots, Option, Stop, Tally, Layer:
		return true
	case Display, Title, Subtitle, Label, Lead, Body, Muted, Small, Gloss, Value, Caveat, Unknown, Cite, Quote, Yours, Theirs, Brand, Unseen, Weighty, YourWords, TheirWords,
		Chip, Key, Aside, Primary, Secondary, Quiet, Fold, Inline, Term:
		return false
	}
	return false // "" follows from the role
}

// InRunningText says whether a node can be a piece of a running text.
func InRunningText(n *Node) bool {
	switch n.Role {
	case TextRole, Strong:
		return true
	case Button, Link:
		return n.Look == Inline || n.Look == Term || n.Role == Link && n.Look == ""
	default:
		return false
	}
}

// Again says whether one of some nodes shows in pieces, for the eye, what the one before
// it has said as a whole for the ear.
func Again(nodes []Node, i int) bool {
	return i > 0 && nodes[i-1].Look == Unseen && nodes[i-1].Role == Paragraph && nodes[i].Role == Paragraph && Text(&nodes[i-1]) == Text(&nodes[i])
}

// Entry is the ID of what takes the focus where a node is led to: in a radio group
// its chosen or first radio, else the node itself. It is "" for what is not there.
func Entry(root *Node, id string) string {
	n := Find(root, id)
	switch {
	case n == nil:
		return ""
	case n.Role != RadioGroup:
		return id
	}
	entry := id
	for i := range n.Children {
		if c := &n.Children[i]; c.Role == Radio && (c.Checked || entry == id) {
			entry = c.ID
		}
	}
	return entry
}

// Headline is the text of the screen's first heading, "" where it has none.
func Headline(root *Node) string {
	title := ""
	Walk(root, func(n *Node, _ int) bool {
		if title == "" && n.Role == Heading && n.Level == 1 {
			title = Text(n)
		}
		return title == ""
	})
	return title
}

// FirstHeading is the ID of what takes the focus on a new screen or dialog: its
// first heading, or the dialog itself where it has none.
func FirstHeading(root *Node) string {
	id := ""
	Walk(root, func(n *Node, _ int) bool {
		if id == "" && n.Role == Heading {
			id = n.ID
		}
		return id == ""
	})
	if id == "" && root.Role == Dialog {
		return root.ID
	}
	return id
}

// Modal is the dialog that lies over the screen, nil for none. While there is
// one, only what is in it can be activated.
func Modal(root *Node) *Node {
	if n := len(root.Children); n > 0 && root.Children[n-1].Role == Dialog {
		return &root.Children[n-1]
	}
	return nil
}

// Place names a screen together with the dialog over it: while it stays the
// same, the player is where they were.
func Place(root *Node) string {
	if m := Modal(root); m != nil {
		return root.ID + " " + m.ID
	}
	return root.ID
}

// News gives the message to the player that a screen has and that the tree
// before it, of the same screen, had not: nil for none. It stands at the top,
// however far down the player was when it came.
func News(old, now *Node) *Node {
	if old == nil || old.ID != now.ID {
		return nil
	}
	for _, id := range []string{Notice, Trouble, Fault} {
		n, was := Find(now, id), Find(old, id)
		if n != nil && (was == nil || was.Text != n.Text) {
			return n
		}
	}
	return nil
}

// Active calls visit, in reading order, for each node that can be activated
// now: the modal's where there is one, else the whole screen's.
func Active(root *Node, visit func(*Node)) {
	if m := Modal(root); m != nil {
		root = m
	}
	Walk(root, func(n *Node, _ int) bool {
		if n.On != nil && !n.Disabled {
			visit(n)
		}
		return true
	})
}

// Shortcut finds the node that a key activates now: nil for none. Keys are as
// in Node.Keys; the last node with the key wins, as it lies nearest the eye.
// For a key of Node.Typed it gives a node that is not on the screen.
func Shortcut(root *Node, key string) *Node {
	var found *Node
	Active(root, func(n *Node) {
		for _, k := range n.Keys {
			if k == key {
				found = n
			}
		}
	})
	if found == nil && Modal(root) == nil {
		for _, t := range root.Typed {
			if t.Key == key {
				found = &Node{On: t.On}
			}
		}
	}
	return found
}

// OfOtherScript says whether a typed character is a letter that no shortcut has, as of
// a Greek, Russian or Arabic keyboard: there the place of its key tells which letter is
// meant.
func OfOtherScript(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
