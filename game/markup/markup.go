// Package markup makes of a screen's tree what a web page holds: native elements
// with real focus, for keyboards and assistive technology beside the canvas, as
// the plain page, and on paper. It touches no page itself.
package markup

import (
	"strconv"
	"unicode/utf8"

	"hardcases/game/element"
	"hardcases/game/view"
)

// Prefix stands before a node's ID in the id attribute of its element, so that
// no screen can take an id of the page's own.
const Prefix = "n-"

// Draw makes the picture of a chart, in one size or several, none where there is
// nothing to draw. The keys of its elements begin with id. Pictures are hidden
// from assistive technology: the words and the table beside them say the same.
type Draw func(id string, c *view.Chart) []*element.Element

// Render gives the element for a screen's tree. draw draws its charts, for the
// plain page; it may be nil, as beside the canvas their words and tables are
// enough.
func Render(root *view.Node, draw Draw) *element.Element {
	r := renderer{screen: root.ID, draw: draw, modal: view.Modal(root), led: map[string]bool{view.FirstHeading(root): true}}
	if r.modal != nil {
		r.led[view.FirstHeading(r.modal)] = true
	}
	top := &element.Element{Key: "screen", Tag: "div"}
	for i := range root.Children {
		c := r.node(&root.Children[i], false)
		if r.modal != nil && &root.Children[i] != r.modal {
			c.Set("inert", "")
		}
		top.Children = append(top.Children, c)
	}
	return top
}

type renderer struct {
	screen string
	draw   Draw
	modal  *view.Node
	led    map[string]bool // what takes the focus on a new screen
	group  string          // of the radios that are being rendered
	head   bool            // a headline is being rendered
}

// node renders one node. In a phrase, such as the content of a button, only
// inline elements may stand.
func (r *renderer) node(n *view.Node, phrase bool) *element.Element {
	e := &element.Element{Key: n.ID, Tag: tag(n, phrase), Node: n.ID}
	e.Set("id", Prefix+n.ID)
	e.SetIf("class", class(n))
	e.SetIf("lang", n.Lang)
	if n.Role == view.Status || n.Role == view.Heading && n.Level == 1 {
		// On another screen these must be new elements: a heading that had
		// the focus already would not be read, and a status would be read
		// as if something had happened.
		e.Key = r.screen + "/" + n.ID
	}
	switch n.Role {
	case view.Radio:
		r.radio(e, n)
		return e
	case view.Slider:
		slider(e, n)
		return e
	case view.Figure:
		r.figure(e, n)
		return e
	default:
	}
	r.role(e, n)
	e.SetIf("data-room", longest(n.Room))
	if n.Role == view.Status && n.Text != "" && e.Tag != "span" {
		// Bare text in a status is announced when it comes, but passed over by
		// those who read on by lines.
		e.Add(part(n.ID, "text", "p", n.Text))
		return e
	}
	phrase = phrase || n.Role == view.Button || n.Role == view.Link ||
		n.Role == view.Paragraph || n.Role == view.Heading
	group, head := r.group, r.head
	r.head = head || n.Role == view.Heading
	if n.Role == view.RadioGroup {
		r.group = n.ID
	}
	r.content(e, n, phrase)
	r.group, r.head = group, head
	if n.Role == view.RadioGroup {
		hush(e, n)
	}
	return e
}

// longest is the longest of some texts, whose place a style sheet keeps.
func longest(texts []string) string {
	most := ""
	for _, text := range texts {
		if utf8.RuneCountInString(text) > utf8.RuneCountInString(most) {
			most = text
		}
	}
	return most
}

// hush keeps from being read what the choices of a group and its name say already: its
// heading, what stands at the ends of a scale, and what stands between the words of an
// extract, which was read as a whole before.
func hush(e *element.Element, n *view.Node) {
	for i := range n.Children {
		if c := &n.Children[i]; n.Name != "" && i == 0 && c.Role == view.Heading || n.Look == view.Scale && c.Role != view.Radio || n.Look == view.Words && c.Role == view.TextRole {
			e.Children[i].Set("aria-hidden", "true")
		}
	}
}

// content puts a node's mark, text and children into its element.
func (r *renderer) content(e *element.Element, n *view.Node, phrase bool) {
	if n.Mark == "" && len(n.Children) == 0 {
		r.text(e, n)
		return
	}
	if n.Mark != "" {
		mark := part(n.ID, "mark", "span", n.Mark)
		if n.Role == view.ListItem && len(n.Children) > 0 {
			mark.Node = n.Children[0].ID // where that lies: both are read as one line
		}
		e.Children = append(e.Children, mark)
	}
	if n.Text != "" {
		e.Children = append(e.Children, part(n.ID, "text", "span", n.Text))
	}
	for i := range n.Children {
		child := r.node(&n.Children[i], phrase)
		if n.Role == view.Button && i < len(n.Children)-1 && child.Text != "" {
			child.Text += " " // lines of a card are words apart, as its name has them
		}
		if view.Again(n.Children, i) || n.Look == view.Cite && n.Children[i].On == nil { // its button says it, too
			child.Set("aria-hidden", "true")
		}
		e.Children = append(e.Children, child)
	}
}

// text puts a node's text into its element, in a headline with its words that have a
// hyphen apart: a style sheet keeps each on one line.
func (r *renderer) text(e *element.Element, n *view.Node) {
	pieces := []string{n.Text}
	if r.head {
		pieces = view.Whole(n.Text)
	}
	if len(pieces) == 1 {
		e.Text = n.Text
		return
	}
	for i, text := range pieces {
		c := &element.Element{Key: n.ID + "/piece-" + strconv.Itoa(i), Tag: "span", Text: text}
		switch {
		case i%2 == 1:
			e.Add(c.Set("class", "whole"))
		case text != "":
			e.Add(c)
		}
	}
}

// part is a piece of a node that has no ID of its own.
func part(id, name, tag, text string) *element.Element {
	e := &element.Element{Key: id + "/" + name, Tag: tag, Text: text}
	e.Set("class", name)
	return e
}

// tag is the HTML element for a node. In a phrase only those stand that may.
func tag(n *view.Node, phrase bool) string {
	switch n.Role {
	case view.Strong:
		return "strong"
	case view.Button:
		return "button"
	case view.Link:
		return "a"
	case view.Radio:
		return "label"
	case view.Slider:
		return "input"
	default:
	}
	if phrase {
		return "span"
	}
	return block(n)
}

// block is the HTML element for a node outside of phrases.
func block(n *view.Node) string {
	switch n.Role {
	case view.Heading:
		return "h" + strconv.Itoa(min(max(n.Level, 1), 6))
	case view.Banner:
		return "header"
	case view.Main:
		return "main"
	case view.Navigation:
		return "nav"
	case view.Region, view.Dialog:
		return "section"
	case view.Paragraph, view.Progress:
		return "p"
	case view.TextRole, view.Strong, view.Button, view.Link, view.Radio, view.Slider:
		return "span"
	case view.List:
		return "ul"
	case view.ListItem:
		return "li"
	case view.RadioGroup:
		return "fieldset"
	case view.Figure:
		return "figure"
	case view.Table:
		return "table"
	case view.Row:
		return "tr"
	case view.RowHeader, view.ColHeader:
		return "th"
	case view.Cell:
		return "td"
	case view.Separator:
		return "hr"
	case view.Document, view.Group, view.Generic, view.Status:
	}
	return "div"
}
