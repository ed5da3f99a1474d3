// Package graph draws a pack as one picture: its cases, their steps, and in each
// step the options at their places on the ladder, with what happened and the
// claims that are used.
package graph

import (
	"fmt"
	"html"
	"strings"

	"hardcases/game/pack"
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

// The colours of the game: history's, lines, muted and plain text.
const (
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
	head := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif" role="img" aria-label="%s">`,
		width, height, width, height, esc(c.ID))
	return []byte(head + "\n" + fmt.Sprintf(`<rect width="%d" height="%d" fill="#fffdf8"/>`, width, height) + "\n" + w.b.String() + "</svg>\n"), nil
}

type writer struct {
	b    strings.Builder
	text *pack.Text
	y    int // where the next thing goes
}

func esc(s string) string { return html.EscapeString(s) }

func (w *writer) words(x, y, size int, colour string, bold bool, text string) {
	weight := ""
	if bold {
		weight = ` font-weight="700"`
	}
	fmt.Fprintf(&w.b, "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"%s\"%s>%s</text>\n", x, y, size, colour, weight, esc(text))
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
	return strings.Join(marks, " · ")
}

// row draws steps beside each other, below a line, and joins what happened where
// the ladders are the same.
func (w *writer) row(c *pack.Case, steps []pack.Step, x int) {
	top, height, high := w.y, 0, ladder
	for i := range steps {
		high = max(high, (len(steps[i].Options)-1)*apart)
	}
	fmt.Fprintf(&w.b, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n", x, top, x+len(steps)*cell-gap, top, rule)
	var road []string
	for i := range steps {
		s := &stepBox{writer: w, step: &steps[i], at: "cases." + c.ID, x: x + i*cell, y: top, high: high}
		s.draw(c)
		height = max(height, s.y-top)
		if steps[i].OnRoad() {
			_, o := steps[i].Option(steps[i].Happened)
			road = append(road, fmt.Sprintf("%d,%d", s.x+8, s.place(o.Ladder)))
		}
	}
	if len(road) > 1 {
		fmt.Fprintf(&w.b, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-dasharray=\"2 5\" opacity=\".45\"/>\n", strings.Join(road, " "), theirs)
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
	fmt.Fprintf(&s.b, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>\n", s.x+8, s.top, s.x+8, s.top+s.high, muted)
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
			fmt.Fprintf(&s.b, "<path d=\"M%d %dl7 7-7 7-7-7z\" fill=\"%s\"/>\n", s.x+8, y-7, theirs)
		} else {
			fmt.Fprintf(&s.b, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#fffdf8\" stroke=\"%s\" stroke-width=\"2\"/>\n", s.x+8, y, ink)
		}
		fmt.Fprintf(&s.b, "<path d=\"M%d %dL%d %d\" stroke=\"%s\" fill=\"none\"/>\n", s.x+16, y, s.x+26, labels[i], rule)
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
