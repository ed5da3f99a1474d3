package screens

import "hardcases/game/view"

// Stops counts how often Tab is pressed from the beginning of a screen to a control; ok
// is false where Tab does not come there. A group of radio buttons is one stop.
func Stops(tree *view.Node, control string) (stops int, ok bool) {
	view.Walk(tree, func(n *view.Node, _ int) bool {
		if ok {
			return false
		}
		if n.Role == view.RadioGroup || n.Role != view.Radio && n.On != nil && !n.Disabled {
			stops++
			ok = n.ID == control || n.Role == view.RadioGroup && view.Find(n, control) != nil
		}
		return true
	})
	return stops, ok
}
