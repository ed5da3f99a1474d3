package view

import (
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// ClassTable is the figures of the lesson as comma-separated values (RFC 4180), with
// semicolons in languages that write decimals with a comma, as spreadsheets have it:
// one line for each option of each step: hands, votes on devices, the decision of
// the class, what happened once the class has seen it, the answers of those who played alone, bets by hand, bets
// on devices and the mean score of these. What came from devices, and answers, is
// left empty where it is too little. Before the step that it came with stands what the
// class guessed of the working model, one line for each option, and in the last cell but one
// what the model showed. Rounds of the desk come last, with what is right in the last cell.
func ClassTable(ctx Context, s play.State) string { return classTable(ctx, s, (*classRow).told) }

// CodesTable is the same of a lesson that only counts codes: nobody waits for what
// happened.
func CodesTable(ctx Context, s play.State) string {
	return classTable(ctx, s, func(*classRow) bool { return true })
}

func classTable(ctx Context, s play.State, told func(*classRow) bool) string {
	w := classWriter(ctx, s)
	var b strings.Builder
	between := ","
	if w.t("number.decimal") == between {
		between = ";"
	}
	line := func(cells ...string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(between)
			}
			b.WriteString(quoted(c))
		}
		b.WriteString("\r\n")
	}
	line(w.t("debrief.step"), w.t("debrief.road-date"), w.t("reveal.ladder-option"), w.t("class.col-label"), w.t("reveal.ladder-place"), w.t("class.col-hands"), w.t("class.col-devices"), w.t("class.decided"), w.t("class.col-happened"), w.t("class.alone"),
		w.t("class.col-bets"), w.t("class.col-bets-devices"), w.t("class.col-bets-score"), w.t("class.guesses-shown"), w.t("class.col-right"))
	asked := s.Class.Asked(w.Pack)
	guesses := func(before int) { // of the steps to one, by its index
		for ; len(asked) > 0 && asked[0].At <= before; asked = asked[1:] {
			for _, cells := range w.guessLines(&asked[0]) {
				line(cells...)
			}
		}
	}
	for _, r := range w.classRows() {
		guesses(r.at)
		day, _, _ := strings.Cut(r.step.Date.String(), "T")
		for i, o := range r.step.Options {
			devices, alone, happened := "", "", ""
			if told(&r) {
				happened = tick(o.ID == r.step.Happened)
			}
			if i < len(r.vote.Sum) {
				devices = strconv.Itoa(r.vote.Sum[i])
			}
			bets, betsOn, better := betCells(&r, i)
			if r.alone != nil {
				alone = strconv.Itoa(r.alone[i])
			}
			line(r.place.Step, day, letter(i), w.stepText(r.place.Case, r.place.Step, "options", o.ID, "label"),
				strconv.Itoa(o.Ladder), strconv.Itoa(countAt(r.vote.Counts, i)), devices, tick(r.vote.Decided == i+1), happened, alone,
				bets, betsOn, better, "", "")
		}
	}
	guesses(len(s.Class.Steps(w.Pack)))
	for _, cells := range w.readingLines() {
		line(cells...)
	}
	return b.String()
}

// guessLines are the lines of a question to the working model.
func (w *writer) guessLines(a *class.Asked) [][]string {
	w.theCase, _ = w.Pack.Case(a.Place.Case)
	lines := make([][]string, len(a.Try.Options))
	for i, id := range a.Try.Options {
		devices, shown := "", ""
		if a.Guess.Sum != nil {
			devices = strconv.Itoa(countAt(a.Guess.Sum, i))
		}
		if a.Guess.Tried {
			shown = tick(id == a.Try.Answer)
		}
		lines[i] = []string{
			w.tried(a.Try, "question"), "", letter(i), w.tried(a.Try, "options", id), "", strconv.Itoa(countAt(a.Guess.Counts, i)), devices, "", "", "", "", "", "", shown, "",
		}
	}
	return lines
}

// classWriter writes what a lesson leaves, in the words that the class had.
func classWriter(ctx Context, s play.State) *writer {
	w := &writer{Context: ctx, state: s, explained: map[string]bool{}, theCase: &pack.Case{}, step: &pack.Step{}}
	w.soften()
	return w
}

// soften takes the gentler wording where the lesson is for the youngest.
func (w *writer) soften() {
	if w.state.Class.Gentle {
		w.Text = w.Text.Gentle()
	}
}

func tick(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}

// quoted writes one cell. What a spreadsheet would take for a formula is made
// text.
func quoted(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
		cell = "'" + cell
	}
	if strings.ContainsAny(cell, "\",\r\n;") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}
