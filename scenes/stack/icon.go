package stack

import "hardcases/scenes/theme"

// The layers that have a sign of their own, by the ids that packs use.
const (
	Visitor = "visitor"
	Name    = "name"
	Carrier = "carrier"
	Shield  = "shield"
	Host    = "host"
	Archive = "archive"
)

// IconWidth and IconHeight are how large an icon is.
const IconWidth, IconHeight = 34.0, 36.0

// Icon is a small sign for a layer, IconWidth by IconHeight, its lines in a
// colour; ok is false for a layer that has none.
func Icon(layer string, k theme.Token) (icon []Shape, ok bool) {
	var d drawing
	switch layer {
	case Visitor:
		d.put(person(k, theme.None), IconWidth/2, 23, 0.9)
	case Name:
		d.area(theme.Card, k, 2, Point{3, 6}, Point{23, 6}, Point{31, 13}, Point{23, 20}, Point{3, 20})
		d.line(k, 2.5, Point{13, 20}, Point{13, 31})
	case Carrier:
		d.line(k, 2, Point{2, 10}, Point{32, 10})
		d.line(k, 2, Point{2, 26}, Point{32, 26})
		d.dashed(k, 2, 5, 5, Point{5, 18}, Point{31, 18})
	case Shield:
		d.line(k, 5.5, append([]Point{{24, 4}}, cubic(Point{24, 4}, Point{11, 11}, Point{11, 26}, Point{24, 33})...)...)
	case Host:
		d.area(theme.Card, k, 2, rounded(7, 5, 20, 27, 3)...)
		d.line(k, 1.5, Point{7, 14}, Point{27, 14})
		d.line(k, 1.5, Point{7, 23}, Point{27, 23})
	case Archive:
		d.area(theme.Card, k, 1.8, box(5, 7, 9, 18)...)
		d.area(theme.Card, k, 1.8, box(18, 7, 9, 18)...)
		d.line(k, 2.5, Point{2, 28}, Point{31, 28})
	default:
		return nil, false
	}
	return d, true
}

// person is head and shoulders, as high as 30 above the middle: filled, or an
// outline only.
func person(fill, edge theme.Token) []Shape {
	var d drawing
	shoulders := append([]Point{{-10.5, 9}}, cubic(Point{-10.5, 9}, Point{-10.5, 0}, Point{-6, -4}, Point{0, -4})...)
	shoulders = append(shoulders, cubic(Point{0, -4}, Point{6, -4}, Point{10.5, 0}, Point{10.5, 9})...)
	d.area(fill, edge, 2, shoulders...)
	if fill != theme.None {
		d.disc(fill, 0, -13, 6.5)
	}
	if edge != theme.None {
		d.ring(edge, 0, -13, 7.5, 2)
	}
	return d
}

// page is a sheet with a folded corner, 13 by 17 from its upper left corner.
func page(edge theme.Token) []Shape {
	var d drawing
	d.area(theme.Card, edge, 1.8, Point{0, 0}, Point{9, 0}, Point{13, 4}, Point{13, 17}, Point{0, 17})
	for i, end := range [3]float64{10, 10, 7.5} {
		y := 7.5 + 3*float64(i)
		d.line(edge, 1.3, Point{3, y}, Point{end, y})
	}
	return d
}
