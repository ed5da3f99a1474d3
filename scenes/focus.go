package scenes

import (
	"hardcases/game/view"
	"hardcases/scenes/layout"
)

// focus is which control the keyboard is at. The ring shows only after keys
// have been used.
type focus struct {
	box     int // -1 for none
	visible bool
	opener  string // ID of what opened the sheet that lies over the screen
}

// shown is the box with a ring, -1 for none.
func (f *focus) shown() int {
	if f.visible {
		return f.box
	}
	return -1
}

// replace carries the focus over to a new layout. It stays with the node; a
// sheet that opens takes it, and gives it back when it closes; another screen
// begins without.
func (f *focus) replace(old, next *layout.Result, same bool) {
	id := ""
	if old != nil && f.box >= 0 {
		id = old.Boxes[f.box].Node.ID
	}
	f.box = -1
	if !same {
		f.opener = ""
		return
	}
	switch {
	case old.Modal == 0 && next.Modal > 0:
		f.opener = id
		return
	case old.Modal > 0 && next.Modal == 0:
		id, f.opener = f.opener, ""
	}
	if i := next.Find(id); i >= 0 && next.Live(i) {
		f.box = i
	}
}

// byPointer puts the focus where the pointer pressed, without showing it.
func (f *focus) byPointer(s *Scene, box int) {
	if f.visible {
		f.visible = false
		s.mark(CauseFocus)
	}
	f.box = box
}

// stops lists, in reading order, the controls that Tab stops at: of a radio
// group only the chosen one, or the first.
func stops(r *layout.Result, list []int) []int {
	for i := range r.Boxes {
		if !r.Live(i) {
			continue
		}
		if g := groupOf(r, i); g >= 0 && i != representative(r, g) {
			continue
		}
		list = append(list, i)
	}
	return list
}

// representative is the member of a radio group that Tab stops at.
func representative(r *layout.Result, group int) int {
	first := -1
	for i := group + 1; i < len(r.Boxes); i++ {
		if !r.Live(i) || groupOf(r, i) != group {
			continue
		}
		if r.Boxes[i].Node.Checked {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// member is the next radio of the group of a box in a direction, round its ends;
// on a scale, which has ends, the box itself there.
func member(r *layout.Result, box, step int) int {
	group := groupOf(r, box)
	if group < 0 {
		return -1
	}
	n := len(r.Boxes)
	for k := 1; k < n; k++ {
		i := box + step*k
		if (i < 0 || i >= n) && r.Boxes[group].Node.Look == view.Scale {
			return box
		}
		if i = (i%n + n) % n; r.Live(i) && groupOf(r, i) == group {
			return i
		}
	}
	return -1
}

// tab is where the focus goes from a box: the next stop, round the ends. From
// no box, or one that is no stop, it goes on from there in reading order.
func tab(list []int, box, step int) int {
	if len(list) == 0 {
		return -1
	}
	if step > 0 {
		for _, i := range list {
			if i > box {
				return i
			}
		}
		return list[0]
	}
	for k := len(list) - 1; k >= 0; k-- {
		if box >= 0 && list[k] < box {
			return list[k]
		}
	}
	return list[len(list)-1]
}

// isRadio says whether a box is a choice in a group.
func isRadio(r *layout.Result, box int) bool {
	return box >= 0 && r.Boxes[box].Node.Role == view.Radio
}

// groupOf is the box of the radio group that a box is in, -1 for none.
func groupOf(r *layout.Result, box int) int {
	if box < 0 || r.Boxes[box].Node.Role != view.Radio {
		return -1
	}
	for i := r.Boxes[box].Parent; i >= 0; i = r.Boxes[i].Parent {
		if r.Boxes[i].Node.Role == view.RadioGroup {
			return i
		}
	}
	return -1
}
