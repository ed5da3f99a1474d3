package mirror

import "hardcases/game/element"

// Rect is a place on the screen in CSS pixels, from its top left corner.
type Rect struct{ X, Y, W, H float64 }

// Style is where an element lies within the nearest element around it that
// has a place of its own, in CSS pixels.
type Style struct {
	Key  string
	Rect Rect
}

// Layout gives the place of each element whose node has a place in the window.
// The places given are relative to the element around them, so that scrolling a column moves one
// element and not all that are in it.
func Layout(top *element.Element, places map[string]Rect) []Style {
	var styles []Style
	var walk func(e *element.Element, around Rect)
	walk = func(e *element.Element, around Rect) {
		if r, ok := places[e.Node]; ok && e.Node != "" && !e.Radio {
			styles = append(styles, Style{e.Key, Rect{r.X - around.X, r.Y - around.Y, r.W, r.H}})
			around = r
		}
		for _, c := range e.Children {
			walk(c, around)
		}
	}
	walk(top, Rect{})
	return styles
}
