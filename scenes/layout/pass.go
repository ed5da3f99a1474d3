package layout

import (
	"math"

	"hardcases/game/view"
	"hardcases/scenes/stack"
	"hardcases/scenes/theme"
)

// pass is one layout in the making.
type pass struct {
	*Engine
	in    Input
	out   *Result
	docks docks
	// flowing says where main actions stand in the flow, some or all.
	flowing docks
	room    float64 // the least size of type where the screen is for a whole room, else 0
	layer   int
	since   float64 // when the next movement may begin, in milliseconds
	line    []part
	parts   []part
}

// docks says where to take main actions out of the flow, to the bottom edge.
type docks struct{ page, sheet bool }

// note adds the dock that is a layer of a kind.
func (d *docks) note(kind LayerKind) {
	d.page = d.page || kind == DockLayer
	d.sheet = d.sheet || kind == SheetDockLayer
}

// slot is the column that a node may fill.
type slot struct {
	parent  int // index of the box around it
	x, y, w float64
	page    float64 // where the column of the page or sheet begins
	set     setting
}

// at is the same column lower down.
func (s slot) at(y float64) slot { s.y = y; return s }

// in is the same column inside a box, with another width.
func (s slot) in(parent int, x, y, w float64) slot {
	s.parent, s.x, s.y, s.w = parent, x, y, w
	return s
}

// setting is what the boxes around a text say about how it is set.
type setting struct {
	panel bool        // in a card: as wide as the card
	fact  bool        // in a list of facts: slightly smaller
	fill  bool        // a button fills the width that it is given
	below bool        // the values of scores stand below their words
	cell  bool        // in a cell: values are large, and what names them is small
	dense bool        // one of many facts: close together
	title float64     // the size of titles, 0 for their own
	token theme.Token // the colour of all text, where not None
}

// Measures that hold at every text size.
const (
	barHeight    = 56.0
	pageBottom   = 24.0 // below the content, and at least as much as is left where less keeps it in one view
	leastBottom  = 8.0
	touch        = 44.0 // least width and height of what is touched, WCAG 2.5.5
	gutter       = 32.0 // between two columns
	narrowGutter = 24.0 // where both are full
	cardRadius   = 10.0
	buttonRadius = 8.0
)

func newPass(e *Engine, root *view.Node, in Input, d docks) *pass {
	z, room := zoom(in.Width, in.Height), projected(root, in)
	if room > 0 {
		z, in = projectorZoom(in), projectorInput(in)
	}
	return &pass{Engine: e, in: in, docks: d, room: room, out: &Result{
		Root: root, Zoom: z, RightToLeft: in.RightToLeft, Width: in.Width / z, Height: in.Height / z,
		Boxes: make([]Box, 0, max(256, e.boxes)), Runs: make([]Run, 0, max(256, e.runs)),
	}}
}

// narrow says whether the window is a phone's, or as good as one at this text
// size.
func (p *pass) narrow() bool { return p.out.Width < 700*p.in.TextScale }

// twoColumns says whether there is room for columns side by side.
func (p *pass) twoColumns() bool { return p.out.Width >= 900*p.in.TextScale }

// margin is what stays free at both sides of the page.
func (p *pass) margin() float64 {
	if p.narrow() {
		return 16
	}
	return 24
}

// pageTop is what stays free above the page's content.
func (p *pass) pageTop() float64 {
	if p.narrow() {
		return 10
	}
	return 16
}

// contentWidth is how wide the page's content may be.
func (p *pass) contentWidth() float64 {
	most := p.in.MaxWidth
	if most == 0 {
		most = 1248
	}
	return math.Min(p.out.Width, most*p.in.TextScale) - 2*p.margin()
}

// screen places the whole tree and says what of it would have to scroll even
// without docks.
func (p *pass) screen() (scrolls docks) {
	root := p.out.Root
	sheet := view.Modal(root)
	p.push(Layer{Kind: PageLayer, Back: Panel{Fill: theme.Paper}, View: Rect{W: p.out.Width, H: p.out.Height}})
	body := p.open(root, -1, Rect{W: p.out.Width})
	x := (p.out.Width - p.contentWidth()) / 2
	s := slot{parent: body, x: x, w: p.contentWidth(), page: x}
	top, started := 0.0, false
	for i := range root.Children {
		n := &root.Children[i]
		switch {
		case n == sheet:
		case lookOf(n) == view.Bar:
			top = p.bar(n, s)
			s.y += top
		default:
			if !started && drawn(n) {
				s.y += p.pageTop()
				started = true
			}
			s.y += p.node(n, s)
		}
	}
	p.close(body, s.y+math.Min(pageBottom, math.Max(leastBottom, p.end()+leastBottom-s.y)))
	scrolls.page = !p.frame()
	if sheet != nil {
		scrolls.sheet = !p.sheet(sheet, body)
	}
	return scrolls
}

// frame gives the page the room that the bar and the dock leave, and says
// whether its content fits into what the bar leaves.
func (p *pass) frame() bool {
	page := &p.out.Layers[0]
	page.Frame = Rect{W: p.out.Width, H: p.out.Height}
	page.View = page.Frame
	dock := 0.0
	for _, l := range p.out.Layers {
		switch l.Kind {
		case BarLayer:
			page.View.Y += l.Frame.H
			page.View.H -= l.Frame.H
		case DockLayer:
			dock += l.Frame.H
		case PageLayer, ScrimLayer, SheetLayer, SheetDockLayer: // they lie over the page
		}
	}
	page.View.H -= dock
	page.Content = p.out.Boxes[0].Rect.H
	return page.Content <= page.View.H+dock
}

// push begins a layer over the others and returns its index.
func (p *pass) push(l Layer) int {
	p.out.Layers = append(p.out.Layers, l)
	return len(p.out.Layers) - 1
}

// open begins the box of a node; its height is known at close.
func (p *pass) open(n *view.Node, parent int, r Rect) int {
	b := Box{Node: n, Parent: parent, Layer: p.layer, Rect: r}
	b.Runs = Span{From: len(p.out.Runs), To: len(p.out.Runs)}
	b.Marks = Span{From: len(p.out.Marks), To: len(p.out.Marks)}
	p.out.Boxes = append(p.out.Boxes, b)
	return len(p.out.Boxes) - 1
}

// close ends a box at the given height.
func (p *pass) close(box int, h float64) float64 {
	p.out.Boxes[box].Rect.H = h
	return h
}

// mark adds a shape to a box. All shapes of a box are added before those of
// the next.
func (p *pass) mark(box int, m Mark) {
	m.Box = box
	p.out.Marks = append(p.out.Marks, m)
	b := &p.out.Boxes[box]
	if b.Marks.Len() == 0 {
		b.Marks.From = len(p.out.Marks) - 1
	}
	b.Marks.To = len(p.out.Marks)
}

// lineMark adds a line through points to a box.
func (p *pass) lineMark(box int, m Mark, points ...Point) {
	m.Kind = Line
	p.pointMark(box, m, points...)
}

// pointMark adds a mark that is made of points to a box.
func (p *pass) pointMark(box int, m Mark, points ...Point) {
	m.Points = Span{From: len(p.out.Points), To: len(p.out.Points) + len(points)}
	p.out.Points = append(p.out.Points, points...)
	m.Rect = boundsOf(points)
	p.mark(box, m)
}

// shapes adds a drawing to a box, larger by a factor, with its origin at a place.
func (p *pass) shapes(box int, list []stack.Shape, at Point, factor float64) {
	for _, s := range list {
		points := make([]Point, len(s.Points))
		for i, q := range s.Points {
			points[i] = Point{at.X + q.X*factor, at.Y + q.Y*factor}
		}
		m := Mark{Token: s.Token, Width: s.Width * factor, Each: s.Each, Dash: s.Dash * factor, Gap: s.Gap * factor}
		switch s.Kind {
		case stack.Area:
			m.Kind = Area
			p.pointMark(box, m, points...)
		case stack.Line:
			p.lineMark(box, m, points...)
		case stack.Disc:
			r := s.Radius * factor
			m.Kind, m.Rect = Circle, Rect{X: points[0].X - r, Y: points[0].Y - r, W: 2 * r, H: 2 * r}
			p.mark(box, m)
		}
	}
}

func boundsOf(points []Point) Rect {
	x0, y0 := math.Inf(1), math.Inf(1)
	x1, y1 := math.Inf(-1), math.Inf(-1)
	for _, q := range points {
		x0, y0 = math.Min(x0, q.X), math.Min(y0, q.Y)
		x1, y1 = math.Max(x1, q.X), math.Max(y1, q.Y)
	}
	return Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}

// tally is how much has been placed, so that what comes after can be moved.
type tally struct{ boxes, runs, marks int }

func (p *pass) tally() tally {
	return tally{len(p.out.Boxes), len(p.out.Runs), len(p.out.Marks)}
}

// move shifts what the present layer got since t.
func (p *pass) move(t tally, dx, dy float64) { p.moveRange(t, p.tally(), dx, dy) }

// moveRange shifts what the present layer got between two tallies.
func (p *pass) moveRange(from, to tally, dx, dy float64) {
	if dx == 0 && dy == 0 {
		return
	}
	for i := from.boxes; i < to.boxes; i++ {
		if b := &p.out.Boxes[i]; b.Layer == p.layer {
			b.Rect.X += dx
			b.Rect.Y += dy
		}
	}
	for i := from.runs; i < to.runs; i++ {
		if r := &p.out.Runs[i]; p.out.Boxes[r.Box].Layer == p.layer {
			r.Rect.X += dx
			r.Rect.Y += dy
			r.Base += dy
		}
	}
	for i := from.marks; i < to.marks; i++ {
		m := &p.out.Marks[i]
		if p.out.Boxes[m.Box].Layer != p.layer {
			continue
		}
		m.Rect.X += dx
		m.Rect.Y += dy
		for j := m.Points.From; j < m.Points.To; j++ {
			p.out.Points[j].X += dx
			p.out.Points[j].Y += dy
		}
	}
	for i := range p.out.Scenes {
		if sc := &p.out.Scenes[i]; sc.Box >= from.boxes && sc.Box < to.boxes && p.out.Boxes[sc.Box].Layer == p.layer {
			sc.At.X += dx
			sc.At.Y += dy
		}
	}
}

// hide notes a node that is not drawn, and all in it, so that hosts which ask
// for its place get an answer.
func (p *pass) hide(n *view.Node, parent int, x, y float64) {
	box := p.open(n, parent, Rect{X: x, Y: y})
	p.out.Boxes[box].Hidden = true
	for i := range n.Children {
		p.hide(&n.Children[i], box, x, y)
	}
}
