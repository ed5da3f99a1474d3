package markup

import (
	"hardcases/game/element"
	"hardcases/game/view"
)

// Paper is a screen as a page that stands alone: to print, and to read without
// the game. Its controls are left out, as there is no game to tell, and so is
// what is only for the ear, as the eye finds it in another place. draw draws the
// charts; nil leaves them to their words and tables.
func Paper(root *view.Node, draw Draw) element.Document {
	d := element.Document{Lang: root.Lang, Title: root.Name, Style: paperStyle}
	r := renderer{screen: root.ID, draw: draw}
	for i := range root.Children {
		if n := &root.Children[i]; n.Role == view.Main {
			sheet := onPaper(n)
			d.Body = append(d.Body, r.node(&sheet, false))
		}
	}
	return d
}

// onPaper is a node without what paper has no use for.
func onPaper(n *view.Node) view.Node {
	out := *n
	out.Children = nil
	for i := range n.Children {
		c := &n.Children[i]
		switch {
		case c.On != nil && view.InRunningText(c):
			out.Children = append(out.Children, view.Node{ID: c.ID, Role: view.TextRole, Text: c.Text, Lang: c.Lang})
		case c.On != nil, c.Look == view.Dock, c.Look == view.WideDock, c.Look == view.Unseen, c.Role == view.Status:
		default:
			out.Children = append(out.Children, onPaper(c))
		}
	}
	return out
}

// paperStyle is for paper, which is light.
const paperStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
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
figcaption{font-weight:700}
.chart{display:block;max-width:100%;height:auto;margin:.5em 0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
@page{margin:18mm}
`
