package mirror

import (
	"strings"

	"hardcases/game/view"
)

// Speech is a screen as pieces to be read aloud one after another, without the
// header: the dialog's where there is one, else the main part's.
func Speech(root *view.Node) []string {
	part := view.Modal(root)
	if part == nil {
		part = root
		for i := range root.Children {
			if root.Children[i].Role == view.Main {
				part = &root.Children[i]
			}
		}
	}
	var pieces []string
	add := func(words ...string) {
		s := strings.TrimSpace(strings.Join(words, " "))
		if s != "" && (len(pieces) == 0 || pieces[len(pieces)-1] != s) { // an extract in pieces was read as a whole
			pieces = append(pieces, s)
		}
	}
	view.Walk(part, func(n *view.Node, _ int) bool {
		switch {
		case n.Role == view.Radio && n.Name != "":
			add(n.Name)
			return false
		case n.Role == view.Radio, n.Role == view.Row, n.Role == view.Button, view.Running(n):
			add(view.Text(n))
			return false
		case n.Role == view.Figure:
			add(n.Name)
			add(n.Text)
			return len(n.Children) > 0
		}
		add(n.Mark, n.Text)
		return true
	})
	return pieces
}
