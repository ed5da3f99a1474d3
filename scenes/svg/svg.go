// Package svg writes charts as SVG for pages: the marks and texts that the layout
// places, which the picture shows as pixels.
package svg

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hardcases/game/element"
	"hardcases/game/view"
	"hardcases/scenes/layout"
	"hardcases/scenes/theme"
)

// The widths that charts are placed at, in CSS pixels: all of a large window, for those
// that have no column beside them, a column of a wide one, and a phone's. A style sheet
// shows one of the last two.
const (
	Broad  = 960
	Wide   = 480
	Narrow = 288
)

// Drawer draws charts.
type Drawer struct {
	engine *layout.Engine
	in     layout.Input
	paint  func(theme.Token) string
	widths []float64
}

// ForPage draws for a page that may be shown in any window and in any theme:
// colours are its custom properties. Texts are as large as the player has them,
// 1 to 2, and lines as far apart. widths are those that the window may show: Broad, or
// Wide, Narrow or both.
func ForPage(m layout.Measurer, textScale, spacing float64, widths ...float64) *Drawer {
	paint := func(k theme.Token) string {
		if k.Name() == "" {
			return theme.Of("", false).Hex(k) // black or white, in every theme
		}
		return "var(--" + k.Name() + ")"
	}
	return &Drawer{layout.New(m), layout.Input{TextScale: textScale, LineSpacing: spacing}, paint, widths}
}

// ForPaper draws for a page that is printed, in the colours of a theme.
func ForPaper(m layout.Measurer, t *theme.Theme) *Drawer {
	return &Drawer{layout.New(m), layout.Input{}, t.Hex, []float64{Wide}}
}

// Draw draws a chart in each of the widths, as markup.Draw asks for it. An element
// has the classes chart, its kind, and wide or narrow.
func (d *Drawer) Draw(id string, c *view.Chart) []*element.Element {
	var out []*element.Element
	for _, width := range d.widths {
		if width == Broad && c.Kind != view.Rungs && c.Kind != view.LaneChart {
			width = Wide
		}
		in := d.in
		in.Width = width
		placed := d.engine.Chart(c, in)
		if placed.Height <= 0 {
			continue
		}
		name := "wide"
		if width < Wide {
			name = "narrow"
		}
		w := &writer{id: id + "/" + name, paint: d.paint, placed: placed}
		out = append(out, w.picture("chart "+string(c.Kind)+" "+name))
	}
	return out
}

// writer writes one chart.
type writer struct {
	id     string
	paint  func(theme.Token) string
	placed *layout.Result
	parts  []*element.Element
}

// picture is the whole of it, with its own coordinates: 1 is a CSS pixel at the
// width that it was placed at.
func (w *writer) picture(class string) *element.Element {
	for i := range w.placed.Marks {
		w.mark(&w.placed.Marks[i])
	}
	for i := range w.placed.Runs {
		w.run(&w.placed.Runs[i])
	}
	width, height := num(w.placed.Width), num(math.Ceil(w.placed.Height))
	e := &element.Element{Key: w.id, Tag: "svg", SVG: true, Children: w.parts}
	return e.Set("class", class).Set("viewBox", "0 0 "+width+" "+height).Set("width", width).Set("height", height).
		Set("direction", "ltr").Set("aria-hidden", "true").Set("focusable", "false")
}

// add puts an element into the picture.
func (w *writer) add(e *element.Element) *element.Element {
	e.Key, e.SVG = w.id+"-"+strconv.Itoa(len(w.parts)), true
	w.parts = append(w.parts, e)
	return e
}

func (w *writer) mark(m *layout.Mark) {
	switch m.Kind {
	case layout.Block:
		if m.Width > 0 { // a frame lies within its rectangle
			w.add(Rect(m.Rect.Grow(-m.Width/2, -m.Width/2)).Set("fill", "none").Set("stroke", w.paint(m.Token)).Set("stroke-width", num(m.Width)).Set("rx", num(m.Radius)))
			return
		}
		e := w.add(Rect(m.Rect).Set("fill", w.paint(m.Token)))
		if m.Radius > 0 {
			e.Set("rx", num(m.Radius))
		} else {
			e.Set("shape-rendering", "crispEdges")
		}
	case layout.Circle, layout.Diamond:
		shape := Circle
		if m.Kind == layout.Diamond {
			shape = Diamond
		}
		if m.Halo != theme.None {
			w.add(shape(m.HaloRect()).Set("fill", w.paint(m.Halo)))
		}
		if m.Width > 0 { // a ring lies within its rectangle
			w.add(shape(m.Rect.Grow(-m.Width/2, -m.Width/2)).Set("fill", "none").Set("stroke", w.paint(m.Token)).Set("stroke-width", num(m.Width)))
			return
		}
		w.add(shape(m.Rect).Set("fill", w.paint(m.Token)))
	case layout.Line:
		if m.Token == theme.None {
			return // a way, which is not drawn
		}
		e := w.add(Polyline(w.placed.Points[m.Points.From:m.Points.To])).Set("stroke", w.paint(m.Token)).Set("stroke-width", num(m.Width))
		if m.Dash > 0 {
			e.Set("stroke-dasharray", num(m.Dash)+" "+num(m.Gap))
		} else {
			e.Set("stroke-linecap", "round").Set("stroke-linejoin", "round")
		}
	case layout.Area:
		w.add(Polygons(w.placed.Points[m.Points.From:m.Points.To], m.Each)).Set("fill", w.paint(m.Token))
	}
}

// Rect is a rectangle.
func Rect(r layout.Rect) *element.Element {
	return tag("rect").Set("x", num(r.X)).Set("y", num(r.Y)).Set("width", num(r.W)).Set("height", num(r.H))
}

// Circle is the circle in the middle of a rectangle, as wide as it.
func Circle(r layout.Rect) *element.Element {
	return tag("circle").Set("cx", num(r.X+r.W/2)).Set("cy", num(r.Y+r.H/2)).Set("r", num(r.W/2))
}

// Diamond is a square on its corner in the middle of a rectangle, as wide as it.
func Diamond(r layout.Rect) *element.Element {
	half := num(r.W / 2)
	return tag("path").Set("d", "M"+num(r.X+r.W/2)+" "+num(r.Y+r.H/2-r.W/2)+
		"l"+half+" "+half+"l-"+half+" "+half+"l-"+half+" -"+half+"z")
}

// Polyline is a line through points.
func Polyline(points []layout.Point) *element.Element {
	var at []string
	for _, p := range points {
		at = append(at, num(p.X)+","+num(p.Y))
	}
	return tag("polyline").Set("points", strings.Join(at, " ")).Set("fill", "none")
}

// Polygons are polygons of each so many corners, or one of all where that is 0.
func Polygons(points []layout.Point, each int) *element.Element {
	if each == 0 {
		each = max(1, len(points))
	}
	var d strings.Builder
	for corners := range slices.Chunk(points, each) {
		for i, p := range corners {
			d.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + num(p.X) + " " + num(p.Y))
		}
		d.WriteString("z")
	}
	return tag("path").Set("d", d.String())
}

func tag(name string) *element.Element { return &element.Element{Tag: name, SVG: true} }

// num writes a length with at most two decimals. They are written as a whole number of
// hundredths: to find the shortest text of any number takes a browser several times as long,
// and a chart has thousands.
func num(x float64) string {
	n := int64(math.Round(x * 100))
	b := make([]byte, 0, 16)
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	switch rest := n % 100; {
	case rest == 0:
	case rest%10 == 0:
		b = append(b, '.', byte('0'+rest/10))
	default:
		b = append(b, '.', byte('0'+rest/10), byte('0'+rest%10))
	}
	return string(b)
}
