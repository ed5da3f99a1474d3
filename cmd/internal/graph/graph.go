// Package graph draws a pack as one picture: its cases, their steps, and in each
// step the options at their places on the ladder, with what happened and the
// claims that are used.
package graph

import (
	"fmt"
	"strconv"
	"strings"

	"hardcases/game/element"
	"hardcases/game/pack"
	"hardcases/scenes/layout"
	"hardcases/scenes/svg"
)

// Measures of the picture, in pixels.
const (
	margin   = 24
	cell     = 300 // width of a step
	across   = 4   // steps beside each other
	line     = 16  // height of a line of text
	ladder   = 150 // least height of a ladder
	gap      = 20  // between the lines above two cases
	apart    = 34  // least distance of two options' labels
	wide     = 44  // characters of a line of text
	narrower = 36  // characters of an option's label
)

// The colours of the game: panels, history's, lines, muted and plain text.
const (
	paper  = "#fffdf8"
	theirs = "#a83a17"
	rule   = "#d8d0bf"
	muted  = "#565e6b"
	ink    = "#1a1f27"
)

// SVG draws a pack in one of its languages. The same pack gives the same bytes.
// It fails on a pack that cannot be opened.
func SVG(p *pack.Pack, locale string) ([]byte, error) {
	c, err := p.Unpack()
	if err != nil {
		return nil, err
	}
	w := &writer{text: p.Text(locale)}
	w.y = margin + line
	w.words(margin, w.y, 20, ink, true, w.text.Get("pack", "title"))
	w.y += line + 4
	w.words(margin, w.y, 13, muted, false, fmt.Sprintf("%s %s · %.12s · %s", c.ID, c.Version, p.Hash(), strings.Join(c.Locales, " ")))
	w.y += line
	for from := 0; from < len(c.Cases); {
		n, steps := 1, len(c.Cases[from].Steps)
		for from+n < len(c.Cases) && steps+len(c.Cases[from+n].Steps) <= across {
			steps += len(c.Cases[from+n].Steps)
			n++
		}
		w.cases(c.Cases[from : from+n])
		from += n
	}
	width, height := 2*margin+across*cell, w.y+margin
	ground := shape(svg.Rect(layout.Rect{W: float64(width), H: float64(height)}), "fill", paper)
	picture := &element.Element{Tag: "svg", SVG: true, Children: append([]*element.Element{ground}, w.parts...)}
	picture.Set("xmlns", "http://www.w3.org/2000/svg").Set("width", strconv.Itoa(width)).Set("height", strconv.Itoa(height)).
		Set("viewBox", fmt.Sprintf("0 0 %d %d", width, height)).
		Set("font-family", "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif").
		Set("role", "img").Set("aria-label", c.ID)
	return []byte(picture.String()), nil
}

type writer struct {
	parts []*element.Element
	text  *pack.Text
	y     int // where the next thing goes
}

// shape gives an element attributes, each a name and a value.
func shape(e *element.Element, attrs ...string) *element.Element {
	for i := 0; i+1 < len(attrs); i += 2 {
		e.Set(attrs[i], attrs[i+1])
	}
	return e
}

func (w *writer) add(e *element.Element, attrs ...string) {
	w.parts = append(w.parts, shape(e, attrs...))
}

func (w *writer) words(x, y, size int, colour string, bold bool, text string) {
	e := svg.Text(text, float64(x), float64(y), float64(size)).Set("fill", colour)
	if bold {
		e.Set("font-weight", "700")
	}
	w.add(e)
}

// line draws a line between two points.
func (w *writer) line(x1, y1, x2, y2 int, attrs ...string) {
	w.add(svg.Polyline([]layout.Point{at(x1, y1), at(x2, y2)}), attrs...)
}

func at(x, y int) layout.Point { return layout.Point{X: float64(x), Y: float64(y)} }

// around is the square of a width around a point.
func around(x, y, width int) layout.Rect {
	return layout.Rect{X: float64(x) - float64(width)/2, Y: float64(y) - float64(width)/2, W: float64(width), H: float64(width)}
}

// cases draws cases beside each other, or one that takes rows of its own.
func (w *writer) cases(list []pack.Case) {
	top, bottom, x, lines := w.y, 0, margin, 1
	for i := range list {
		lines = max(lines, len(wrap(w.marks(&list[i]), room(&list[i]))))
	}
	for i := range list {
		w.y = top
		w.oneCase(&list[i], x, lines)
		x += cell * len(list[i].Steps)
		bottom = max(bottom, w.y)
	}
	w.y = bottom
}

// oneCase draws a case from x on, with so many lines for its marks.
func (w *writer) oneCase(c *pack.Case, x, lines int) {
	w.y += 2 * line
	for _, text := range wrap(w.text.Get("cases", c.ID, "title"), room(c)*2/3) { // in larger letters
		w.words(x, w.y, 17, ink, true, text)
		w.y += line + 2
	}
	for i, text := range wrap(w.marks(c), room(c)) {
		w.words(x, w.y+i*line, 12, muted, false, text)
	}
	w.y += lines * line
	for from := 0; from < len(c.Steps); from += across {
		w.row(c, c.Steps[from:min(from+across, len(c.Steps))], x)
	}
}

// room is how many characters fit above a case's steps.
func room(c *pack.Case) int { return max(1, min(len(c.Steps), across)) * (wide - 4) }

// marks is what is said of a case besides its title.
func (w *writer) marks(c *pack.Case) string {
	marks := []string{c.ID, w.text.Get("cases", c.ID, "period"), fmt.Sprintf("%d\u00A0min", c.Minutes), w.text.Get("layers", c.Seat, "name")}
	if c.Older {
		marks = append(marks, "older")
	}
	if c.Optional {
		marks = append(marks, "optional")
	}
	if n := len(c.Tries); n > 0 {
		marks = append(marks, fmt.Sprintf("%d\u00A0model", n))
	}
	if c.Became != nil {
		marks = append(marks, fmt.Sprintf("%d\u00A0changes", len(c.Became.Changes)))
	}
	return strings.Join(marks, " · ")
}

// row draws steps beside each other, below a line, and joins what happened where
// the ladders are the same.
func (w *writer) row(c *pack.Case, steps []pack.Step, x int) {
	top, height, high := w.y, 0, ladder
	for i := range steps {
		high = max(high, (len(steps[i].Options)-1)*apart)
	}
	w.line(x, top, x+len(steps)*cell-gap, top, "stroke", rule)
	var road []layout.Point
	for i := range steps {
		s := &stepBox{writer: w, step: &steps[i], at: "cases." + c.ID, x: x + i*cell, y: top, high: high}
		s.draw(c)
		height = max(height, s.y-top)
		if steps[i].OnRoad() {
			_, o := steps[i].Option(steps[i].Happened)
			road = append(road, at(s.x+8, s.place(o.Ladder)))
		}
	}
	if len(road) > 1 {
		w.add(svg.Polyline(road), "stroke", theirs, "stroke-dasharray", "2 5", "opacity", ".45")
	}
	w.y = top + height + line/2
}

// stepBox draws one step.
type stepBox struct {
	*writer
	step *pack.Step
	at   string // path of the case
	x, y int
	top  int // of the ladder
	high int
}

// titleLines is how many lines a title gets, so that ladders stand level.
const titleLines = 3

func (s *stepBox) draw(c *pack.Case) {
	get := func(parts ...string) string {
		return s.text.Get(append([]string{"cases", c.ID, "steps", s.step.ID}, parts...)...)
	}
	s.y += line + 2
	s.words(s.x, s.y, 11, muted, false, fmt.Sprintf("%s · %s · %s · %s", s.step.ID, s.step.Kind, s.step.Date, s.text.Get("actors", s.step.Actor)))
	title := wrap(get("title"), wide-12)
	for i := range titleLines {
		s.y += line
		if i < len(title) {
			s.words(s.x, s.y, 13, ink, true, title[i])
		}
	}
	low, high := get("low"), get("high")
	if low == "" {
		low = s.text.Get("cases", c.ID, "low")
	}
	if high == "" {
		high = s.text.Get("cases", c.ID, "high")
	}
	s.y += line + 4
	s.words(s.x, s.y, 11, muted, false, "100 "+high)
	s.top = s.y + 16
	s.line(s.x+8, s.top, s.x+8, s.top+s.high, "stroke", muted, "stroke-width", "2")
	s.options(get)
	s.y = s.top + s.high + 38
	s.words(s.x, s.y, 11, muted, false, "0 "+low)
	s.claims()
}

// place is how high a place on the ladder is.
func (s *stepBox) place(ladder int) int { return s.top + s.high*(100-ladder)/100 }

// options draws the options from the top of the ladder down; labels that would
// lie over each other move down, with a line to their place.
func (s *stepBox) options(get func(...string) string) {
	labels := spread(s.step.Options, s.place, s.top+s.high)
	for i, o := range s.step.Options {
		y := s.place(o.Ladder)
		if o.ID == s.step.Happened {
			s.add(svg.Diamond(around(s.x+8, y, 14)), "fill", theirs)
		} else {
			s.add(svg.Circle(around(s.x+8, y, 10)), "fill", paper, "stroke", ink, "stroke-width", "2")
		}
		s.line(s.x+16, y, s.x+26, labels[i], "stroke", rule)
		colour := ink
		if o.ID == s.step.Happened {
			colour = theirs
		}
		for n, text := range wrap(fmt.Sprintf("%s %d %s ·\u00A0%s", strings.ToUpper(o.ID), o.Ladder, get("options", o.ID, "short"), o.Match), narrower) {
			s.words(s.x+30, labels[i]+4+n*(line-2), 12, colour, o.ID == s.step.Happened, text)
		}
	}
}

// spread gives the height of each option's label, at least apart from the next.
func spread(options []pack.Option, place func(int) int, bottom int) []int {
	y := make([]int, len(options))
	floor := bottom + 1
	for i := range options { // from the lowest upwards
		y[i] = min(place(options[i].Ladder), floor)
		floor = y[i] - apart
	}
	return y
}

// claims lists what the step rests on.
func (s *stepBox) claims() {
	var known, then []string
	for _, f := range s.step.Known {
		known = append(known, f.Claims...)
	}
	for _, t := range s.step.Then {
		then = append(then, t.Claims...)
	}
	for _, l := range []struct {
		name string
		ids  []string
	}{{"known", known}, {"happened", s.step.Outcome}, {"then", then}, {"sources", s.step.Sources}} {
		for _, text := range wrap(l.name+": "+strings.Join(l.ids, " "), wide) {
			s.y += line - 2
			s.words(s.x, s.y, 11, muted, false, text)
		}
	}
}

// wrap breaks text into lines of at most so many characters, where it can.
func wrap(text string, most int) []string {
	var out []string
	row := ""
	for _, word := range strings.Split(text, " ") { // not at no-break spaces
		switch {
		case row == "":
			row = word
		case len([]rune(row))+1+len([]rune(word)) > most:
			out = append(out, row)
			row = word
		default:
			row += " " + word
		}
	}
	return append(out, row)
}
