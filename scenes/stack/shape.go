// Package stack draws the network: the layers between a visitor and a page, as
// shapes. It knows geometry and tokens of colour, and neither pixels nor texts.
package stack

import (
	"math"

	"hardcases/scenes/theme"
)

// Point is a place, in units of the drawing.
type Point struct{ X, Y float64 }

// Shape is one part of a drawing. Later shapes lie over earlier ones.
type Shape struct {
	Kind  Kind
	Token theme.Token
	// Points are the corners of an Area or the places on a Line; the middle of a
	// Disc.
	Points []Point
	// Each is how many points each polygon of an Area has, 0 where they are one.
	Each int
	// Width is the thickness of a Line; of a Disc that of its ring, 0 for a full one.
	Width float64
	// Radius is that of a Disc.
	Radius float64
	// Dash and Gap are the lengths of a Line's dashes and of what is between them,
	// 0 for a line without gaps.
	Dash, Gap float64
}

// Kind is what sort of shape it is.
type Kind uint8

// The kinds.
const (
	Area Kind = iota // polygons, filled
	Line             // round at its ends and corners
	Disc
)

// drawing gathers shapes.
type drawing []Shape

func (d *drawing) add(s Shape) { *d = append(*d, s) }

// area fills a polygon and draws its edge, each where its token is one.
func (d *drawing) area(fill, edge theme.Token, width float64, corners ...Point) {
	if fill != theme.None {
		d.add(Shape{Kind: Area, Token: fill, Points: corners})
	}
	if edge != theme.None {
		d.line(edge, width, append(append([]Point{}, corners...), corners[0])...)
	}
}

func (d *drawing) line(k theme.Token, width float64, points ...Point) {
	d.add(Shape{Kind: Line, Token: k, Width: width, Points: points})
}

func (d *drawing) dashed(k theme.Token, width, dash, gap float64, points ...Point) {
	d.add(Shape{Kind: Line, Token: k, Width: width, Dash: dash, Gap: gap, Points: points})
}

func (d *drawing) disc(k theme.Token, x, y, radius float64) {
	d.add(Shape{Kind: Disc, Token: k, Radius: radius, Points: []Point{{x, y}}})
}

func (d *drawing) ring(k theme.Token, x, y, radius, width float64) {
	d.add(Shape{Kind: Disc, Token: k, Radius: radius, Width: width, Points: []Point{{x, y}}})
}

// put adds shapes, larger by a factor, with what was at (0, 0) at a place. Lines
// stay as thick as they are.
func (d *drawing) put(shapes []Shape, x, y, factor float64) {
	for _, s := range shapes {
		points := make([]Point, len(s.Points))
		for i, p := range s.Points {
			points[i] = Point{x + p.X*factor, y + p.Y*factor}
		}
		s.Points = points
		s.Radius *= factor
		d.add(s)
	}
}

// box is the corners of a rectangle.
func box(x, y, w, h float64) []Point {
	return []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// rounded is the outline of a rectangle with round corners.
func rounded(x, y, w, h, r float64) []Point {
	r = math.Min(r, math.Min(w, h)/2)
	var points []Point
	for _, c := range [4]struct{ x, y, from float64 }{
		{x + w - r, y + r, -math.Pi / 2}, {x + w - r, y + h - r, 0}, {x + r, y + h - r, math.Pi / 2}, {x + r, y + r, math.Pi},
	} {
		points = append(points, arc(c.x, c.y, r, c.from, c.from+math.Pi/2)...)
	}
	return points
}

// arc is places on a circle from one angle to another.
func arc(x, y, r, from, to float64) []Point {
	n := max(3, int(math.Ceil(math.Abs(to-from)*math.Sqrt(r)*1.4)))
	points := make([]Point, 0, n+1)
	for i := range n + 1 {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		points = append(points, Point{x + r*cos, y + r*sin})
	}
	return points
}

// curve is of how many straight parts a curve is made.
const curve = 24

// cubic is places on a Bézier curve, but for its first.
func cubic(a, b, c, d Point) []Point {
	points := make([]Point, 0, curve)
	for i := 1; i <= curve; i++ {
		points = append(points, bezier(a, b, c, d, float64(i)/curve))
	}
	return points
}

// bezier is the place on a cubic Bézier curve at a share of it.
func bezier(a, b, c, d Point, t float64) Point {
	u := 1 - t
	at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
	return Point{at(a.X, b.X, c.X, d.X), at(a.Y, b.Y, c.Y, d.Y)}
}
