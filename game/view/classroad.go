package view

import (
	"slices"
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// classRow is the figures of one step, on their way to the picture, the table
// and the file.
type classRow struct {
	at    int // index in the lesson's steps
	n     int // index among those on the road
	place pack.Place
	step  *pack.Step
	vote  class.Vote
	alone []int // nil where there is nothing to show
}

// told says whether the class has seen what happened at the step.
func (r *classRow) told() bool { return r.step.Happened != "" && r.vote.Revealed }

// classRows gathers the steps of the lesson that the class voted on, or that
// enough answered alone. Rounds of the desk are on no ladder.
func (w *writer) classRows() []classRow {
	s := &w.state.Class
	var rows []classRow
	n := 0
	for i, at := range s.Steps(w.Pack) {
		if at.Case == pack.AtDesk {
			continue
		}
		st, _ := w.Pack.StepAt(at)
		r := classRow{at: i, n: n, place: at, step: st}
		n++
		r.vote, _ = s.Vote(at)
		r.alone, _ = s.Alone(w.Pack, at)
		if r.vote.All() > 0 || r.vote.Decided > 0 || r.alone != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

// classRoad is how the class split at each step, beside what happened and those who
// played alone: a dot for each vote, never a mean. In a large room a dot stands for
// several.
func (w *writer) classRoad(rows []classRow) Node {
	if len(rows) == 0 {
		return para("no-road", Body, w.t("class.no-road"))
	}
	cases, most := make([]string, len(rows)), 0
	for i := range rows {
		cases[i], most = rows[i].place.Case, max(most, rows[i].vote.All())
	}
	each := votesADot(most)
	low, high := w.ends(cases)
	splits := [...]Series{
		{Kind: Others, Name: w.t("class.alone")}, {Kind: Happened, Name: w.t("debrief.theirs")},
		{Kind: You, Name: w.Strings.Plural("class.road-dot", each)},
	}
	chart := &Chart{
		Kind: Splits, XTicks: []Tick{{0, low}, {100, high}},
		Table: [][]string{{w.t("debrief.road-step"), w.t("debrief.road-date"), w.t("class.class"), w.t("debrief.theirs"), w.t("class.alone")}},
	}
	for i := range rows {
		r := &rows[i]
		chart.Rungs = append(chart.Rungs, Rung{Own: !r.step.OnRoad()})
		theirs := w.t("class.nothing")
		for j, o := range r.step.Options {
			p := Point{X: float64(o.Ladder), Y: float64(i), Mark: letter(j)}
			if r.told() && o.ID == r.step.Happened {
				splits[1].Points = append(splits[1].Points, p)
				theirs = w.stepText(r.place.Case, r.place.Step, "options", o.ID, "short")
			}
			if r.alone != nil {
				splits[0].Points = append(splits[0].Points, Point{X: p.X, Y: p.Y, Mark: p.Mark, Label: strconv.Itoa(r.alone[j])})
			}
			votes := r.vote.Count(j)
			p.Weight, p.Label = (votes+each-1)/each, strconv.Itoa(votes)
			if r.vote.Decided == j+1 {
				p.Label += " · " + w.t("class.decided")
			}
			splits[2].Points = append(splits[2].Points, p)
		}
		chart.Table = append(chart.Table, []string{
			w.stepText(r.place.Case, r.place.Step, "title"), w.Strings.ShortDate(r.step.Date), w.shares(r, r.vote.Votes()), theirs, w.shares(r, r.alone),
		})
	}
	chart.Series = splits[:]
	return Node{ID: "road", Role: Figure, Name: w.t("class.road"), Chart: chart,
		Text: w.Strings.Plural("class.road-summary", len(rows), locale.A("low", low), locale.A("high", high))}
}

// mostDots is how many dots a row has at most.
const mostDots = 60

// votesADot is for how many votes a dot stands where a row has so many: one in any
// class.
func votesADot(most int) int {
	for _, each := range []int{1, 2, 5, 10, 20} {
		if most <= each*mostDots {
			return each
		}
	}
	return 50
}

// shares says how many chose what at a step; a dash where nobody did.
func (w *writer) shares(r *classRow, counts []int) string {
	var parts []string
	for j, o := range r.step.Options {
		if n := countAt(counts, j); n > 0 {
			parts = append(parts, w.t("class.chosen", locale.N("n", n), locale.A("short", w.stepText(r.place.Case, r.place.Step, "options", o.ID, "short"))))
		}
	}
	if len(parts) == 0 {
		return w.t("class.nothing")
	}
	return strings.Join(parts, " · ")
}

// classEnded is the road of the whole lesson, some steps on a page, and after it what was
// guessed of the working model.
func (w *writer) classEnded() Node {
	page, from := w.state.Class.Page, w.state.Class.Page*class.RoadOnPage
	rows := slices.DeleteFunc(w.classRows(), func(r classRow) bool { return r.n < from || r.n >= from+class.RoadOnPage })
	var actions []Node
	if page+1 < w.classPages() {
		actions = append(actions, button("next", Primary, w.t("class.more"), act(class.Forward, 0), "Enter", "PageDown"))
	}
	actions = append(actions,
		button("take-table", Secondary, w.t("class.table"), play.Ask{What: play.TakeTable}))
	if w.state.Class.HasRoad(w.Pack) {
		actions = append(actions,
			button("take-road", Secondary, w.t("take.card"), play.Ask{What: play.TakeRoad}),
			button("to-codes", Secondary, w.t("class.to-codes"), visit(class.Codes)))
	}
	actions = append(actions, button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "PageUp"))
	id := "class-end"
	if page > 0 {
		id += "-" + strconv.Itoa(page+1)
	}
	if w.state.Class.AtGuesses(w.Pack) {
		title := w.paged(w.t("class.guesses-road"))
		root := w.projector(id, title, actions, heading("title", 1, Subtitle, title), w.classGuesses(), para("simplified", Small, w.t("model.simplified")))
		root.Look = ProjectorDense
		return root
	}
	if w.state.Class.AtReadings(w.Pack) {
		title := w.paged(w.t("class.readings"))
		root := w.projector(id, title, actions, heading("title", 1, Subtitle, title), w.classReadings())
		root.Look = ProjectorDense
		return root
	}
	title := w.paged(w.t("class.road"))
	content := []Node{heading("title", 1, Subtitle, title), w.classRoad(rows)}
	if bets, ok := w.classBetsSum(); ok {
		content = append(content, bets)
	}
	root := w.projector(id, title, actions, append(content, para("not-right", Small, w.t("debrief.not-right")))...)
	root.Look = ProjectorDense
	return root
}

// ClassCard is the road of the class as a picture to keep, as a tree.
func ClassCard(ctx Context, s play.State) Node {
	w := classWriter(ctx, s)
	return Node{ID: "card", Role: Document, Name: w.t("class.road"), Lang: ctx.Strings.Locale(), Children: []Node{
		{ID: "main", Role: Main, Look: Page, Children: []Node{
			para("brand", Brand, w.t("brand")),
			heading("title", 1, Title, w.t("class.road")),
			{ID: "road-card", Role: Generic, Look: Card, Children: []Node{w.classRoad(w.classRows())}},
			para("right", Muted, w.t("debrief.not-right")),
		}},
	}}
}
