package element

import (
	"html"
	"strings"
)

// Document is a page that stands alone.
type Document struct {
	Lang  string // BCP 47
	Title string
	Style string     // CSS
	Head  []*Element // what else its head holds
	Body  []*Element
}

// HTML is the page as text. The same page gives the same bytes.
func (d Document) HTML() string {
	var w writer
	w.b.WriteString("<!doctype html>\n")
	head := New("html").Set("lang", d.Lang)
	w.open(head)
	w.b.WriteString("\n")
	w.write(New("meta").Set("charset", "utf-8"))
	w.write(New("meta").Set("name", "viewport").Set("content", "width=device-width"))
	w.write(Of("title", "", d.Title))
	if d.Style != "" {
		w.write(Of("style", "", d.Style))
	}
	for _, e := range d.Head {
		w.write(e)
	}
	for _, e := range d.Body {
		w.write(e)
	}
	w.b.WriteString("</html>\n")
	return w.b.String()
}

// String is an element and all in it as text: HTML, and as SVG or MathML in it
// also well-formed XML.
func (e *Element) String() string {
	var w writer
	w.write(e)
	return w.b.String()
}

type writer struct{ b strings.Builder }

// void are the elements of HTML that have no end.
var void = map[string]bool{"br": true, "hr": true, "input": true, "link": true, "meta": true}

// inline are the elements that are parts of a line, where a line break of the
// file's would be a space on the page, and those of a row, which is one line.
var inline = map[string]bool{
	"": true, "a": true, "button": true, "input": true, "span": true, "strong": true, "text": true, "tspan": true,
	"td": true, "th": true,
}

func (w *writer) write(e *Element) {
	switch {
	case e.Tag == "":
		w.b.WriteString(escape(e.Text))
		return
	case e.Tag == "style":
		w.open(e)
		w.b.WriteString(strings.ReplaceAll(e.Text, "</", `<\/`)) // raw text: the same in CSS, and no end
	default:
		w.open(e)
		w.b.WriteString(escape(e.Text))
		for _, c := range e.Children {
			w.write(c)
		}
	}
	if !void[e.Tag] {
		w.b.WriteString("</" + e.Tag + ">")
	}
	if !inline[e.Tag] {
		w.b.WriteString("\n")
	}
}

func (w *writer) open(e *Element) {
	w.b.WriteString("<" + e.Tag)
	for _, a := range e.Attrs {
		w.b.WriteString(" " + a.Name + `="` + escape(a.Value) + `"`)
	}
	if e.Checked {
		w.b.WriteString(` checked=""`)
	}
	w.b.WriteString(">")
}

// escape makes text of what could be markup, in content and in attributes.
func escape(text string) string { return html.EscapeString(text) }
