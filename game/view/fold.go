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
	b := counted(f.id, f.title, f.count, play.Unfold{ID: f.id})
	b.Expanded = is
	return b
}

// counted is a button that shows more, with how much of it there is.
func counted(id, title string, count int, on play.Msg) Node {
	return Node{ID: id, Role: Button, Look: Fold, On: on, Children: []Node{
		{ID: id + "-what", Role: TextRole, Text: title},
		{ID: id + "-count", Role: TextRole, Look: Small, Text: "\u00a0" + strconv.Itoa(count)},
	}}
}
