// Package html writes screens as pages that stand alone: to print, and to read
// without the game. All text is text: nothing of a pack reaches the page as
// markup.
package html

import (
	"fmt"
	"html"
	"strings"

	"hardcases/game/view"
)

// Page writes a tree as one page. Controls are left out, as there is no game to
// tell; charts are drawn as tables.
func Page(root *view.Node) string {
	w := &writer{}
	fmt.Fprintf(&w.b, "<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>%s</style>\n", esc(root.Lang), esc(root.Name), style)
	for i := range root.Children {
		if root.Children[i].Role == view.Main {
			w.node(&root.Children[i])
		}
	}
	w.b.WriteString("\n</html>\n")
	return w.b.String()
}

const style = `
:root{color-scheme:light}
body{font:18px/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif;color:#1a1f27;background:#fff;max-width:42em;margin:2em auto;padding:0 1em}
h1,h2,h3{line-height:1.2;break-after:avoid}
h1{font-family:Newsreader,Georgia,serif}
section,li,tr,figure{break-inside:avoid}
section{border-top:1px solid #d8d0bf;margin-top:1em}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #d8d0bf;padding:.3em .6em .3em 0}
.small,.muted{color:#565e6b;font-size:.88em}
.quote{font-family:Newsreader,Georgia,serif;font-size:1.2em}
.mark{font-weight:700;margin-right:.6em}
figure{margin:1em 0}
@page{margin:18mm}
`

type writer struct{ b strings.Builder }

func esc(s string) string { return html.EscapeString(s) }

// element is the tag of a role.
func element(n *view.Node) string {
	switch n.Role {
	case view.Main:
		return "main"
	case view.Region:
		return "section"
	case view.Paragraph, view.Status:
		return "p"
	case view.List:
		return "ul"
	case view.ListItem:
		return "li"
	case view.Table:
		return "table"
	case view.Row:
		return "tr"
	case view.RowHeader, view.ColHeader:
		return "th"
	case view.Cell:
		return "td"
	case view.Strong:
		return "strong"
	case view.TextRole:
		return "span"
	case view.Heading:
		return fmt.Sprintf("h%d", min(max(n.Level, 1), 6))
	}
	return "div"
}

func (w *writer) node(n *view.Node) {
	switch {
	case n.Role == view.Button && (n.Look == view.Term || n.Look == view.Inline):
		w.b.WriteString(esc(n.Text))
		return
	case n.On != nil || n.Look == view.Dock || n.Role == view.Status:
		return
	case n.Role == view.Figure:
		w.figure(n)
		return
	}
	tag := element(n)
	w.b.WriteString("<" + tag)
	if n.Look != "" {
		fmt.Fprintf(&w.b, " class=\"%s\"", esc(string(n.Look)))
	}
	if n.Lang != "" {
		fmt.Fprintf(&w.b, " lang=\"%s\"", esc(n.Lang))
	}
	w.b.WriteString(">")
	if n.Mark != "" {
		fmt.Fprintf(&w.b, "<span class=\"mark\">%s</span>", esc(n.Mark))
	}
	w.b.WriteString(esc(n.Text))
	for i := range n.Children {
		w.node(&n.Children[i])
	}
	w.b.WriteString("</" + tag + ">\n")
}

// figure writes a chart as its title, its summary and its data.
func (w *writer) figure(n *view.Node) {
	fmt.Fprintf(&w.b, "<figure><figcaption>%s</figcaption>\n<table>", esc(n.Text))
	if n.Chart != nil {
		for r, row := range n.Chart.Table {
			w.b.WriteString("<tr>")
			for _, cell := range row {
				tag := "td"
				if r == 0 {
					tag = "th"
				}
				fmt.Fprintf(&w.b, "<%s>%s</%s>", tag, esc(cell), tag)
			}
			w.b.WriteString("</tr>\n")
		}
	}
	w.b.WriteString("</table></figure>\n")
}
