// Package mirror makes of a screen's tree what a web page holds: native
// elements with real focus, for keyboards and assistive technology beside the
// canvas, and as the plain page. It works out what to change and touches no
// page itself, so that it is tested without a browser.
package mirror

import (
	"strconv"
	"strings"

	"hardcases/game/view"
)

// Element is one element that the page should hold.
type Element struct {
	// Key says which element it is from one tree to the next. Elements with
	// another key, or another tag, are other elements.
	Key string
	Tag string
	SVG bool // in the namespace of SVG
	// Attrs are the attributes, in the order they were added.
	Attrs []Attr
	// Text is the content; an element has Text or Children, never both.
	Text     string
	Children []*Element
	// Node is the ID of the node that the element stands for, "" for a part of
	// one that cannot be told apart from outside.
	Node string
	// Radio and Checked are the state of a native radio button, which is not
	// an attribute.
	Radio, Checked bool
}

// Attr is one attribute.
type Attr struct{ Name, Value string }

// Prefix stands before a node's ID in the id attribute of its element, so that
// no screen can take an id of the page's own.
const Prefix = "n-"

func (e *Element) set(name, value string) {
	e.Attrs = append(e.Attrs, Attr{name, value})
}

// setIf sets an attribute that is not empty.
func (e *Element) setIf(name, value string) {
	if value != "" {
		e.set(name, value)
	}
}

// Attr gives the value of an attribute, "" for none.
func (e *Element) Attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Walk visits an element and all in it, parents first.
func (e *Element) Walk(visit func(*Element)) {
	visit(e)
	for _, c := range e.Children {
		c.Walk(visit)
	}
}

// TextContent is all text in an element, in order, as the DOM has it.
func (e *Element) TextContent() string {
	var b strings.Builder
	e.Walk(func(e *Element) { b.WriteString(e.Text) })
	return b.String()
}

// Render gives the element for a screen's tree. With charts it draws them as
// SVG, for the plain page; beside the canvas their words and tables are enough.
func Render(root *view.Node, charts bool) *Element {
	r := renderer{screen: root.ID, charts: charts, modal: view.Modal(root)}
	top := &Element{Key: "screen", Tag: "div"}
	for i := range root.Children {
		c := r.node(&root.Children[i], false)
		if r.modal != nil && &root.Children[i] != r.modal {
			c.set("inert", "")
		}
		top.Children = append(top.Children, c)
	}
	return top
}

type renderer struct {
	screen string
	charts bool
	modal  *view.Node
	group  string // of the radios that are being rendered
}

// node renders one node. In a phrase, such as the content of a button, only
// inline elements may stand.
func (r *renderer) node(n *view.Node, phrase bool) *Element {
	e := &Element{Key: n.ID, Tag: tag(n, phrase), Node: n.ID}
	e.set("id", Prefix+n.ID)
	e.setIf("class", class(n))
	e.setIf("lang", n.Lang)
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
	case view.Figure:
		r.figure(e, n)
		return e
	}
	r.role(e, n)
	phrase = phrase || n.Role == view.Button || n.Role == view.Link ||
		n.Role == view.Paragraph || n.Role == view.Heading
	group := r.group
	if n.Role == view.RadioGroup {
		r.group = n.ID
	}
	r.content(e, n, phrase)
	r.group = group
	return e
}

// content puts a node's mark, text and children into its element.
func (r *renderer) content(e *Element, n *view.Node, phrase bool) {
	if n.Mark == "" && len(n.Children) == 0 {
		e.Text = n.Text
		return
	}
	if n.Mark != "" {
		e.Children = append(e.Children, part(n.ID, "mark", "span", n.Mark))
	}
	if n.Text != "" {
		e.Children = append(e.Children, part(n.ID, "text", "span", n.Text))
	}
	for i := range n.Children {
		e.Children = append(e.Children, r.node(&n.Children[i], phrase))
	}
}

// part is a piece of a node that has no ID of its own.
func part(id, name, tag, text string) *Element {
	e := &Element{Key: id + "/" + name, Tag: tag, Text: text}
	e.set("class", name)
	return e
}

// tag is the HTML element for a node.
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
	}
	if phrase {
		return "span"
	}
	if t, ok := tags[n.Role]; ok {
		return t
	}
	if n.Role == view.Heading {
		return "h" + strconv.Itoa(min(max(n.Level, 1), 6))
	}
	return "div"
}
