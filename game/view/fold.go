package view

import (
	"slices"
	"strconv"

	"hardcases/game/play"
)

// fold is something that a screen shows once it is asked for.
type fold struct {
	id, title string
	count     int // how many things it holds
	content   []Node
}

// folds is a row of buttons that unfold, and below it what is unfolded, in the
// order of the row: what stands above stays where it is. Those that hold nothing
// are left out.
func (w *writer) folds(id string, list ...fold) []Node {
	row := flow(id)
	var open []Node
	for _, f := range list {
		if f.count == 0 {
			continue
		}
		row.Children = append(row.Children, w.foldButton(f))
		if w.unfolded(f.id) {
			open = append(open, card(f.id+"-card", f.title, f.content...))
		}
	}
	if len(row.Children) == 0 {
		return nil
	}
	return append([]Node{row}, open...)
}

func (w *writer) unfolded(id string) bool { return slices.Contains(w.state.Unfolded, id) }

func (w *writer) foldButton(f fold) Node {
	is := Folded
	if w.unfolded(f.id) {
		is = Unfolded
	}
	return Node{ID: f.id, Role: Button, Look: Fold, Expanded: is, On: play.Unfold{ID: f.id}, Children: []Node{
		{ID: f.id + "-what", Role: TextRole, Text: f.title},
		{ID: f.id + "-count", Role: TextRole, Look: Small, Text: "\u00a0" + strconv.Itoa(f.count)},
	}}
}
