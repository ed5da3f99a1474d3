// Package layout places a screen: from a tree of nodes and the size of the
// window it makes boxes, runs of text and marks. It draws nothing, needs no
// display, and the same input always gives the same result.
//
// All lengths are in layout units: device independent pixels, except on very
// large windows, where Result.Zoom pixels make one unit. Horizontal positions
// are worked out from the start edge of the text direction and mirrored at the
// end for languages that run from right to left.
package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// Input is what a layout depends on beside the tree.
type Input struct {
	// Width and Height are the window's, in device independent pixels.
	Width, Height float64
	// TextScale enlarges text, 1 to 2. Columns give way when text grows.
	TextScale float64
	// LineSpacing stretches the distance between lines, 1 to 2; 0 means 1.
	LineSpacing float64
	// DeviceScale is how many device pixels make one device independent one; 0
	// means 1. Type is set at sizes of whole device pixels.
	DeviceScale float64
	// RightToLeft mirrors the picture.
	RightToLeft bool
	// MaxWidth bounds the content at text scale 1; 0 means 1248.
	MaxWidth float64
	// Undocked leaves the main actions where they stand in the tree.
	Undocked bool
}

// Result is a placed screen.
type Result struct {
	Root *view.Node
	// Width and Height are the window's in layout units.
	Width, Height float64
	// Zoom is how many device independent pixels make one layout unit, 1 to 2.
	Zoom float64
	// RightToLeft says that the picture is mirrored.
	RightToLeft bool
	// Layers lie over each other, the last on top.
	Layers []Layer
	// Boxes are in the order of the tree, which is the reading order.
	Boxes []Box
	// Runs, Marks and Points are what Boxes refer to.
	Runs   []Run
	Marks  []Mark
	Points []Point
	// Moves is what comes to its place by itself.
	Moves []Move
	// Scenes are the pictures of the network.
	Scenes []Scene
	// Modal is the first layer that takes input: what lies under an open
	// sheet takes none.
	Modal int
}

// Layer is a part of the window with its own scrolling.
type Layer struct {
	Kind LayerKind
	// Frame is what the layer covers of the window, and Back how it is filled.
	Frame Rect
	Back  Panel
	// View is where the layer's content shows in the window.
	View Rect
	// Content is the height of the content; where it is more than View.H the
	// layer scrolls.
	Content float64
}

// MaxScroll is how far the layer's content can be moved up.
func (l *Layer) MaxScroll() float64 { return math.Max(0, l.Content-l.View.H) }

// LayerKind says what a layer holds.
type LayerKind uint8

// The kinds of layer, from the lowest to the highest.
const (
	PageLayer      LayerKind = iota // the screen; scrolls
	BarLayer                        // the header, where it stays
	DockLayer                       // the main actions, where they are docked
	ScrimLayer                      // dims all below a sheet
	SheetLayer                      // a sheet; scrolls
	SheetDockLayer                  // a sheet's main actions
)

// Box is where a node stands. Its Rect is in the coordinates of its layer's
// content: what is at (0, 0) stands at the corner of the layer's View while
// the layer is not scrolled.
type Box struct {
	Node *view.Node
	// Parent is the index of the box around it, -1 for the root's.
	Parent int
	// Layer is an index in Result.Layers.
	Layer int
	Rect  Rect
	// Hit is where a touch counts as being on the box, at least 44 × 44; it is
	// empty for what cannot be activated.
	Hit   Rect
	Panel Panel
	Runs  Span
	Marks Span
	// Inline says that the box is set in running text, so that its parts are
	// its runs.
	Inline bool
	// Hidden says that the node is not drawn.
	Hidden bool
}

// Target says whether the box can be activated.
func (b *Box) Target() bool { return b.Node.On != nil && !b.Node.Disabled && !b.Hidden }

// Panel is a filled and bordered rectangle with round corners. The border lies
// inside the rectangle.
type Panel struct {
	Fill, Border theme.Token
	Width        float64 // of the border
	Radius       float64
}

// Run is a piece of text on one line.
type Run struct {
	Text  string
	Face  Face
	Size  float64
	Token theme.Token
	Under Underline
	// Rect is as high as the line.
	Rect Rect
	// Base is where the baseline is.
	Base float64
	// Parted says that the text ends in a hyphen of the layout's: its last word
	// goes on in the next run.
	Parted bool
	// Box is an index in Result.Boxes.
	Box int
}

// Underline is the line under a run.
type Underline uint8

// The underlines.
const (
	NoLine Underline = iota
	Solid            // a button in running text
	Dotted           // a word that can be explained
)

// Mark is a shape.
type Mark struct {
	Kind  MarkKind
	Rect  Rect
	Token theme.Token
	// Halo is drawn around the shape, so that it is told from one under it.
	Halo theme.Token
	// Width is the thickness of strokes; 0 for filled shapes.
	Width float64
	// Radius is the radius of the corners of a Block.
	Radius float64
	// Points are the corners of a Line or an Area, in Result.Points.
	Points Span
	// Each is how many points each polygon of an Area has, 0 where they are one.
	Each int
	// Dash and Gap are how a Line is dashed; 0 for a whole one.
	Dash, Gap float64
	// Box is an index in Result.Boxes.
	Box int
}

// HaloRect is what the mark's halo covers.
func (m *Mark) HaloRect() Rect {
	if m.Kind == Diamond {
		return m.Rect.Grow(3, 3)
	}
	return m.Rect.Grow(2, 2)
}

// How dashed lines are dashed.
const (
	DashLength = 8.0
	DashGap    = 5.0
)

// MarkKind is what shape a mark is.
type MarkKind uint8

// The kinds of mark.
const (
	Circle  MarkKind = iota // filled, or a ring where Width is set
	Diamond                 // filled
	Block                   // a filled rectangle
	Line                    // a line through Points
	Area                    // polygons through Points, filled
)

// Point is a place in a layer's content.
type Point struct{ X, Y float64 }

// Span is a range of indices: From is in it, To is not.
type Span struct{ From, To int }

// Len is how many there are.
func (s Span) Len() int { return s.To - s.From }

// Rect is a rectangle by its corner and size.
type Rect struct{ X, Y, W, H float64 }

// Right is the X of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the Y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Empty says whether the rectangle holds nothing.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Contains says whether a point is in the rectangle.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.X && x < r.Right() && y >= r.Y && y < r.Bottom()
}

// Grow is the rectangle with dx more at both sides and dy above and below.
func (r Rect) Grow(dx, dy float64) Rect {
	return Rect{X: r.X - dx, Y: r.Y - dy, W: r.W + 2*dx, H: r.H + 2*dy}
}

// Union is the smallest rectangle around both; an empty one counts for nothing.
func (r Rect) Union(s Rect) Rect {
	switch {
	case r.Empty():
		return s
	case s.Empty():
		return r
	}
	x, y := math.Min(r.X, s.X), math.Min(r.Y, s.Y)
	return Rect{X: x, Y: y, W: math.Max(r.Right(), s.Right()) - x, H: math.Max(r.Bottom(), s.Bottom()) - y}
}

// Intersect is what both have in common, empty for nothing.
func (r Rect) Intersect(s Rect) Rect {
	x, y := math.Max(r.X, s.X), math.Max(r.Y, s.Y)
	i := Rect{X: x, Y: y, W: math.Min(r.Right(), s.Right()) - x, H: math.Min(r.Bottom(), s.Bottom()) - y}
	if i.Empty() {
		return Rect{}
	}
	return i
}

// Engine lays out screens and remembers where texts may be broken. It is not
// safe for use by several goroutines at once.
type Engine struct {
	measurer Measurer
	breaks   map[string][]piece
	space    [Faces]float64 // the width of a space, in em
	// boxes and runs are how many there were last: the next screen has about
	// as many.
	boxes, runs int
	lastDocks   docks
}

// New is an engine that measures text with m.
func New(m Measurer) *Engine {
	return &Engine{measurer: m, breaks: map[string][]piece{}}
}

// Layout places the tree under root. The result refers to the tree's nodes.
func (e *Engine) Layout(root *view.Node, in Input) *Result {
	p := e.place(root, in.bounded())
	e.boxes, e.runs = len(p.out.Boxes), len(p.out.Runs)
	p.finish()
	return p.out
}

// Chart places a chart by itself, in one box over the whole width of the input,
// for pages that show its marks and runs as they are. The result's Height is
// that of the chart: 0 for one that is not drawn.
func (e *Engine) Chart(c *view.Chart, in Input) *Result {
	in.Height = 0
	n := &view.Node{ID: "chart", Role: view.Figure, Chart: c}
	p := newPass(e, n, in.bounded(), docks{})
	p.push(Layer{Kind: PageLayer, View: Rect{W: p.out.Width}})
	at := Rect{W: p.out.Width}
	pl := p.plot(n, -1, at, setting{panel: true})
	p.out.Height = p.close(pl.box, pl.draw(at))
	p.finish()
	return p.out
}

// bounded is the input with all that is left out or out of bounds put right.
func (in Input) bounded() Input {
	if in.DeviceScale <= 0 {
		in.DeviceScale = 1
	}
	in.LineSpacing = math.Min(2, math.Max(1, in.LineSpacing))
	in.TextScale = math.Min(2, math.Max(1, in.TextScale))
	return in
}

// place docks the main actions where a screen would scroll without that. That is
// found out by placing it without docks; but most screens are like the last one,
// so that its docks are tried first. They are right where they took everything,
// and the screen would scroll even with the room that they take.
func (e *Engine) place(root *view.Node, in Input) *pass {
	if in.Undocked {
		p, _ := e.try(root, in, docks{})
		return p
	}
	tried := e.lastDocks
	first, scrolls := e.try(root, in, tried)
	p := first
	if tried.page && (!scrolls.page || p.flowing.page) || tried.sheet && (!scrolls.sheet || p.flowing.sheet) {
		p, scrolls = e.try(root, in, docks{})
	}
	e.lastDocks = scrolls
	switch {
	case scrolls == tried:
		return first
	case scrolls.page && p.flowing.page, scrolls.sheet && p.flowing.sheet:
		p, _ = e.try(root, in, scrolls)
	}
	return p
}

func (e *Engine) try(root *view.Node, in Input, d docks) (p *pass, scrolls docks) {
	p = newPass(e, root, in, d)
	return p, p.screen()
}

// zoom is how much larger than life a window is drawn: nothing up to 1920 by
// 1080, then three quarters of the growth, so that a 4K wall is read from
// where people sit, and shows more as well.
func zoom(width, height float64) float64 {
	grown := math.Min(width/1920, height/1080)
	return math.Min(2, math.Max(1, 1+(grown-1)*0.75))
}
