package terminal

import (
	"slices"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/view"
)

// since writes what a player has to be told of a screen that they have before them,
// as it was, nil for none: what they have just chosen, and whatever else is new; where
// nothing is, what the screen says all the same, or what they have used.
// same is false where that will not do: it is another screen, or the numbers mean
// something else.
func since(was, now *view.Node, acted []*view.Node, words *locale.Strings) (text string, same bool) {
	if was == nil || was.ID != now.ID || !slices.Equal(ids(was), ids(now)) {
		return "", false
	}
	before := map[string]string{}
	for _, p := range render(was, words).pieces {
		before[p.node.ID] = p.text
	}
	var b, says, uses strings.Builder
	for _, p := range render(now, words).pieces {
		in := slices.ContainsFunc(acted, func(n *view.Node) bool { return n.ID == p.node.ID })
		used := p.node.Role == view.Radio && in
		switch {
		case p.text == "":
		case p.node.Role == view.Status:
			says.WriteString(p.text + "\n")
		case in:
			uses.WriteString(p.text + "\n")
		}
		old, there := before[p.node.ID]
		switch {
		case p.text == "", p.node.Role == view.Radio && !p.node.Checked, there && old == p.text && !used:
		default:
			b.WriteString(p.text + "\n")
		}
	}
	switch {
	case b.Len() > 0 || len(acted) == 0:
		return b.String(), true
	case says.Len() > 0:
		return says.String(), true
	}
	return uses.String(), true
}

// ids names what can be activated, by number.
func ids(root *view.Node) []string {
	var all []string
	for _, n := range Choices(root) {
		all = append(all, n.ID)
	}
	return all
}
