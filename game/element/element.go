// Package element holds the pieces that pages are made of: a tree of elements,
// and how it is written as text. Every page of the game is such a tree, the one
// in the browser as well as those that are printed or read elsewhere, so that
// there is one place where text could become markup, and it does not.
package element

import (
	"slices"
	"strings"
)

// Element is one element of a page, or a stretch of bare text where it has no
// Tag.
type Element struct {
	// Key says which element it is from one tree to the next. Elements with
	// another key, or another tag, are other elements. Pages that are written
	// once need none.
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
	// Value is where a native slider is, "" for all others: no attribute either, once
	// somebody has moved it.
	Value string
}

// Attr is one attribute.
type Attr struct{ Name, Value string }

// New is an element around others.
func New(tag string, children ...*Element) *Element {
	return &Element{Tag: tag, Children: children}
}

// Of is an element with a text; class may be "".
func Of(tag, class, text string) *Element {
	return (&Element{Tag: tag, Text: text}).SetIf("class", class)
}

// Words is bare text, for an element that holds other elements as well.
func Words(text string) *Element { return &Element{Text: text} }

// Set adds an attribute, which the element must not have yet.
func (e *Element) Set(name, value string) *Element {
	e.Attrs = append(e.Attrs, Attr{name, value})
	return e
}

// SetIf adds an attribute that is not empty.
func (e *Element) SetIf(name, value string) *Element {
	if value != "" {
		e.Set(name, value)
	}
	return e
}

// Add puts elements after those that there are.
func (e *Element) Add(children ...*Element) *Element {
	e.Children = append(e.Children, children...)
	return e
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

// Reset sets an attribute, whether the element has it or not; with an empty value
// it takes it away.
func (e *Element) Reset(name, value string) *Element {
	e.Attrs = slices.DeleteFunc(e.Attrs, func(a Attr) bool { return a.Name == name })
	return e.SetIf(name, value)
}
