package mirror

import "hardcases/game/view"

// Focus works out where the keyboard focus belongs when the screen changes.
type Focus struct {
	Opener string // what had the focus before a dialog opened, "" for nothing
}

// Move gives the ID of the node that takes the focus when the tree changes
// from old (nil at the start) to now, while the node focused ("" for none) has
// it; "" leaves the focus where it is. A new screen gives it to its heading, a
// new dialog to its own, and a closed dialog back to what opened it. A button that
// changes the language gives it to the heading as well, so that the change is said.
func (f *Focus) Move(old, now *view.Node, focused string) string {
	modal := view.Modal(now)
	var before *view.Node
	if old != nil {
		before = view.Modal(old)
	}
	sameScreen := old != nil && old.ID == now.ID
	switch {
	case modal != nil && (before == nil || before.ID != modal.ID || before.Name != modal.Name):
		if before == nil {
			f.Opener = focused
		}
		return view.FirstHeading(modal)
	case modal != nil:
		return kept(modal, focused)
	case before != nil && sameScreen && view.Find(now, f.Opener) != nil:
		return f.Opener
	case !sameScreen || before != nil:
		return view.FirstHeading(now)
	case old.Lang != now.Lang && isButton(now, focused):
		return view.FirstHeading(now)
	default:
		return kept(now, focused)
	}
}

func isButton(root *view.Node, id string) bool {
	n := view.Find(root, id)
	return n != nil && n.Role == view.Button
}

// kept leaves the focus on a node that is still there and else gives it to the
// heading, so that it is never lost to nowhere.
func kept(root *view.Node, focused string) string {
	if focused == "" || view.Find(root, focused) != nil {
		return ""
	}
	return view.FirstHeading(root)
}
