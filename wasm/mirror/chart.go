package mirror

import (
	"math"
	"strconv"
	"strings"

	"hardcases/game/view"
	"hardcases/scenes/qr"
)

// A chart is drawn in a box of 1000 units across; a unit of data is 8.
const (
	left, top     = 40.0, 60.0
	across        = 920.0
	roadHeight    = 340.0
	rung          = 46.0 // between bars
	pointR        = 14.0
	otherR        = 7.0
	labelBaseline = 6.0 // below a line's middle
)

// draw is a chart as a picture. It is hidden from assistive technology: the
// words and the table beside it say the same.
func draw(id string, c *view.Chart) *Element {
	d := &drawing{id: id}
	var height float64
	switch c.Kind {
	case view.Ladder:
		height = d.ladder(c)
	case view.Bars:
		height = d.bars(c)
	case view.QR:
		height = d.qr(c)
	case view.DotRow:
		height = 0
	default:
		height = d.plot(c)
	}
	svg := &Element{Key: id + "/svg", Tag: "svg", SVG: true, Children: d.parts}
	svg.Attrs = []Attr{
		{"class", "chart " + string(c.Kind)}, {"viewBox", "0 0 1000 " + num(height)},
		{"aria-hidden", "true"}, {"focusable", "false"},
	}
	return svg
}

type drawing struct {
	id    string
	parts []*Element
}

func (d *drawing) add(tag, class, text string, attrs ...Attr) {
	e := &Element{Key: d.id + "/svg-" + strconv.Itoa(len(d.parts)), Tag: tag, SVG: true, Text: text}
	e.Attrs = append([]Attr{{"class", class}}, attrs...)
	d.parts = append(d.parts, e)
}

func (d *drawing) line(class string, x1, y1, x2, y2 float64) {
	d.add("line", class, "", Attr{"x1", num(x1)}, Attr{"y1", num(y1)}, Attr{"x2", num(x2)}, Attr{"y2", num(y2)})
}

func (d *drawing) text(class, anchor, s string, x, y float64) {
	d.add("text", class, s, Attr{"x", num(x)}, Attr{"y", num(y)}, Attr{"text-anchor", anchor})
}

// mark is a point in the shape of its series: never colour alone.
func (d *drawing) mark(kind view.SeriesKind, x, y float64) {
	switch kind {
	case view.You:
		d.add("circle", "you", "", Attr{"cx", num(x)}, Attr{"cy", num(y)}, Attr{"r", num(pointR)})
	case view.Happened:
		r := pointR * 1.2
		d.add("path", "happened", "", Attr{"d", "M" + num(x) + " " + num(y-r) + "l" + num(r) + " " + num(r) +
			"l" + num(-r) + " " + num(r) + "l" + num(-r) + " " + num(-r) + "z"})
	default:
		d.add("circle", "others", "", Attr{"cx", num(x)}, Attr{"cy", num(y)}, Attr{"r", num(otherR)})
	}
}

// ladder is one axis; marks that fall on one place stand one above the other.
func (d *drawing) ladder(c *view.Chart) float64 {
	const x0, width = 40.0, 920.0
	y := 110.0
	d.line("axis", x0, y, x0+width, y)
	stacked := map[float64]int{}
	for _, s := range c.Series {
		for _, p := range s.Points {
			x := x0 + p.X/100*width
			up := float64(stacked[p.X]) * 2.4 * pointR
			if s.Kind != view.Others {
				stacked[p.X]++
			}
			d.mark(s.Kind, x, y-up)
		}
	}
	for i, t := range c.XTicks {
		anchor := "start"
		if i > 0 {
			anchor = "end"
		}
		d.text("tick", anchor, t.Label, x0+t.At/100*width, y+52)
	}
	return d.legend(c, y+100)
}

// bars are counts, each with its words on the left.
func (d *drawing) bars(c *view.Chart) float64 {
	y := top
	for _, s := range c.Series {
		for _, p := range s.Points {
			d.text("tick", "end", p.Label, 390, y+labelBaseline)
			d.add("rect", "bar "+string(s.Kind), "", Attr{"x", "410"}, Attr{"y", num(y - 14)},
				Attr{"width", num(p.X / 100 * 550)}, Attr{"height", "28"})
			y += rung
		}
	}
	return y
}

// qr is a text for a camera, dark on light in every theme.
func (d *drawing) qr(c *view.Chart) float64 {
	if len(c.Table) < 2 || len(c.Table[1]) == 0 {
		return 0
	}
	bars, n := qr.Code(c.Table[1][0])
	if n == 0 {
		return 0
	}
	module := 400 / float64(n+2*qr.Quiet)
	rect := func(fill string, x, y, w, h float64) {
		d.add("rect", "qr", "", Attr{"fill", fill}, Attr{"x", num(x)}, Attr{"y", num(y)}, Attr{"width", num(w)}, Attr{"height", num(h)}, Attr{"shape-rendering", "crispEdges"})
	}
	rect("#fff", 0, 0, 400, 400)
	for _, b := range bars {
		rect("#000", module*float64(b.X+qr.Quiet), module*float64(b.Y+qr.Quiet), module*float64(b.W), module)
	}
	return 400
}

// plot is points over two axes.
func (d *drawing) plot(c *view.Chart) float64 {
	px := func(x float64) float64 { return left + x/100*across }
	py := func(y float64) float64 { return top + (100-y)/100*roadHeight }
	for _, t := range c.YTicks {
		d.line("grid", left, py(t.At), left+across, py(t.At))
		d.text("tick", "start", t.Label, left, py(t.At)-2*labelBaseline)
	}
	for i, t := range c.XTicks {
		class := "tick"
		if i%2 == 1 && len(c.XTicks) > 4 {
			class = "tick spare" // left out where there is little room
		}
		d.text(class, "middle", t.Label, px(t.At), top+roadHeight+56)
	}
	for _, s := range c.Series {
		if s.Kind != view.Others && c.Kind == view.Road {
			var points []string
			for _, p := range s.Points {
				points = append(points, num(px(p.X))+","+num(py(p.Y)))
			}
			d.add("polyline", "path "+string(s.Kind), "", Attr{"points", strings.Join(points, " ")})
		}
	}
	for _, s := range c.Series {
		for _, p := range s.Points {
			d.mark(s.Kind, px(p.X), py(p.Y))
		}
	}
	return d.legend(c, top+roadHeight+100)
}

// legend names the series, in one row below the picture.
func (d *drawing) legend(c *view.Chart, y float64) float64 {
	x, named := 40.0, false
	for _, s := range c.Series {
		if s.Name == "" {
			continue
		}
		named = true
		d.mark(s.Kind, x, y)
		d.text("name "+string(s.Kind), "start", s.Name, x+26, y+labelBaseline+2)
		x += 90 + 24*float64(len([]rune(s.Name)))
	}
	if !named {
		return y - 30
	}
	return y + 40
}

// num writes a length with at most one decimal.
func num(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}
