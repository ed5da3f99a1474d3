package view

import (
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// Rounds of the desk in a lesson: the class votes as at any step, beside the extract, and
// is then told what is right, where that was checked, or how the pack reads it.

// classDesk is what a class must know before it reads extracts: what lies before it, and
// of what the report is.
func (w *writer) classDesk() Node {
	words := append([]Node{para("seat", Lead, w.d("seat"))}, w.prose("intro", Body, w.d("intro"))...)
	if about := w.d("about"); about != "" {
		words = append(words, para("about", Body, about))
	}
	if w.state.Class.At == 0 {
		words = append(words, para("may-leave", Muted, w.t("class.may-leave")))
	}
	return w.projector("class-opening-desk", w.d("title"), w.goOn(w.t("class.to-extract")), append([]Node{heading("title", 1, Title, w.d("title"))}, words...)...)
}

// classJudged is how the class split over the answers of a round, and which is right.
func (w *writer) classJudged(at pack.Place) Node {
	r := w.round()
	v, _ := w.state.Class.Vote(at)
	mine, decided := v.Choice()
	title := w.t("class.desk-split")
	switch {
	case decided && mine < len(r.Options):
		title = w.t(verdictOn(r, r.Options[mine].ID))
	case v.All() == 0:
		title = w.t("class.desk-none")
	}
	list := Node{ID: "vote", Role: List, Look: Options, Name: w.t("desk.options")}
	for i, o := range r.Options {
		row := tally("vote-"+o.ID, i, w.s("options", o.ID, "label"), v.Count(i), v.All(), You)
		notes := []string{w.votes(v.Count(i))}
		if decided && mine == i {
			notes = append(notes, w.t("class.class"))
		}
		if o.ID == r.Answer {
			notes = append(notes, w.t(byBasis("desk.answer", r)))
		}
		row.Children = append(row.Children, para(row.ID+"-notes", Small, strings.Join(notes, " · ")))
		list.Children = append(list.Children, row)
	}
	return w.atExtract("class-shown-", title, w.t("class.desk-why"), list)
}

// classBecause is why, and how to check it oneself.
func (w *writer) classBecause() Node {
	return w.atExtract("class-story-", w.s("title"), w.toNext(), w.becauseOf(w.round())...)
}

// atExtract is a screen with the extract, and something beside it.
func (w *writer) atExtract(id, title, next string, beside ...Node) Node {
	root := w.projector(id+w.step.ID, w.s("title"), w.goOn(next), heading("title", 1, Subtitle, title),
		Node{ID: "columns", Role: Generic, Look: w.atExtractLook(), Children: []Node{w.extract(w.round()), stack("right", beside...)}})
	root.Look = ProjectorDense
	return root
}

// atExtractLook gives an extract more room where it has clocks, so that they stand in one
// row.
func (w *writer) atExtractLook() Look {
	if len(w.round().Clocks) > 0 {
		return WideNarrow
	}
	return NarrowWide
}

// reading is what a class made of a round of the desk.
type reading struct {
	at pack.Place
	*pack.Round
	class.Vote
}

// readings lists the rounds that the class voted on.
func (w *writer) readings() []reading {
	var all []reading
	d, _ := w.Pack.Desk()
	for _, at := range w.state.Class.Steps(w.Pack) {
		v, _ := w.state.Class.Vote(at)
		if r, ok := d.Round(at.Step); ok && at.Case == pack.AtDesk && (v.All() > 0 || v.Decided > 0) {
			all = append(all, reading{at, r, v})
		}
	}
	return all
}

// classReadings is how the class read the extracts, beside what is right, or how the pack
// reads them.
func (w *writer) classReadings() Node {
	rows := [][]string{{w.t("class.readings-extract"), w.t("class.class"), w.t("class.readings-answer")}}
	for _, r := range w.readings() {
		var split []string
		answer := w.t("class.nothing")
		for i, o := range r.Options {
			if n := r.Count(i); n > 0 {
				split = append(split, w.t("class.chosen", locale.N("n", n), locale.A("short", letter(i))))
			}
			if o.ID == r.Answer && r.Revealed {
				answer = letter(i) + ". " + w.stepText(r.at.Case, r.at.Step, "options", o.ID, "label")
			}
		}
		rows = append(rows, []string{w.stepText(r.at.Case, r.at.Step, "title"), strings.Join(split, " · "), answer})
	}
	if len(rows) == 1 {
		return para("no-readings", Body, w.t("class.no-road"))
	}
	return table("readings", w.t("class.readings"), rows)
}

// readingLines are the lines of the rounds of the desk in the table of a lesson.
func (w *writer) readingLines() [][]string {
	var lines [][]string
	for _, r := range w.readings() {
		for i, o := range r.Options {
			devices, right := "", ""
			if r.Sum != nil {
				devices = strconv.Itoa(countAt(r.Sum, i))
			}
			if r.Revealed {
				right = tick(o.ID == r.Answer)
			}
			lines = append(lines, []string{w.stepText(r.at.Case, r.at.Step, "title"), "", letter(i), w.stepText(r.at.Case, r.at.Step, "options", o.ID, "label"), "",
				strconv.Itoa(countAt(r.Counts, i)), devices, tick(r.Decided == i+1), "", "", "", "", "", "", right})
		}
	}
	return lines
}
