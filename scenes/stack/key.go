package stack

import "hardcases/scenes/theme"

// Pair is two visitors, one with a page and one who waits, for the key.
func Pair() []Shape {
	var d drawing
	d.put(person(theme.Ink, theme.None), 8, 0, 0.62)
	d.put(person(theme.None, theme.Edge), 27, 0, 0.62)
	return d
}

// Water is a piece of the flood, for the key.
func Water() []Shape {
	var d drawing
	d.area(theme.TideDeep, theme.None, 0, box(0, -9, 26, 18)...)
	for _, at := range []Point{{4, -6}, {12, -1}, {19, -6}, {19, 4}} {
		d.area(theme.Machine, theme.None, 0, box(at.X, at.Y, 4, 4)...)
	}
	return d
}

// SignAt is where a sign of the key begins, from its left edge and its middle.
func SignAt(i int) Point {
	return [5]Point{{17, 0}, {7, 0}, {0, 3}, {}, {}}[i]
}
