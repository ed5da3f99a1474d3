package element

import "strings"

// The namespaces of elements, as they stand in XML.
const (
	htmlSpace = "http://www.w3.org/1999/xhtml"
	svgSpace  = "http://www.w3.org/2000/svg"
)

// XML is an element and all in it as XML. Reading it gives these very elements, where
// the rules of HTML would add some, such as the body of a table, and move others.
func (e *Element) XML() string {
	var b strings.Builder
	e.xml(&b, "")
	return b.String()
}

// xml writes an element that is in one of a namespace, "" for none.
func (e *Element) xml(b *strings.Builder, around string) {
	space := htmlSpace
	if e.SVG {
		space = svgSpace
	}
	b.WriteString("<" + e.Tag)
	if space != around {
		b.WriteString(` xmlns="` + space + `"`)
	}
	for _, a := range e.Attrs {
		b.WriteString(" " + a.Name + `="` + literal(a.Value) + `"`)
	}
	if e.Text == "" && len(e.Children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">" + literal(e.Text))
	for _, c := range e.Children {
		c.xml(b, space)
	}
	b.WriteString("</" + e.Tag + ">")
}

// literal is a text as it stands in XML, in content and in attributes: what could be
// markup is none, and white space stays as it is. What XML cannot hold at all is the sign
// for a character that cannot be read.
func literal(text string) string { return literals.Replace(strings.Map(holdable, text)) }

var literals = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")

// holdable is a character that XML can hold (XML 1.0, production 2).
func holdable(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000:
		return r
	}
	return 0xfffd
}
