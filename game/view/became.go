package view

import (
	"time"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// becameScreen is what became of the case's site: guessed first, then shown as
// lanes and as a table. Until the case is over it shows what had surely happened,
// and was surely known, by the day of the step.
func (w *writer) becameScreen() Node {
	b := w.theCase.Became
	if b == nil {
		return w.home()
	}
	title := heading("title", 1, Title, w.t("became.title"))
	back := button("back", Primary, w.t("model.back"), play.Back{}, "Enter", "Escape")
	id, content := "became-"+w.theCase.ID, []Node{title}
	guessed, seen := w.state.Guessed(w.theCase.ID, play.BecameGuess)
	switch over := w.state.Finished(w.theCase); {
	case over && !seen:
		id = "became-guess-" + w.theCase.ID
		draft, _ := w.state.Guessed(w.theCase.ID, play.BecameDraft)
		back.Look, back.Keys = Secondary, []string{"Escape"}
		back = flow("actions", button("see", Primary, w.t("became.see"), play.Guess{Try: play.BecameGuess, Option: draft}, "Enter"), back)
		content = append(content, w.becameGuess(b, draft)...)
	case over:
		lanes := w.lanes(b.Changes, b.Last().End())
		w.besideEnds(&lanes[0], b)
		content = append(append(content, w.becameSaid(b, guessed)...), lanes...)
	default:
		content = append(content, para("so-far", Muted, w.t("became.so-far", locale.A("date", w.Strings.ShortDate(w.step.Date)))))
		content = append(content, w.lanes(w.soFar(b), w.step.Date.End())...)
	}
	return w.page(id, title.Text, w.bar(crumb(w.c("title"))), append(content, dock(back))...)
}

// becameSaid is what the player said to the question, if anything, and the answer.
func (w *writer) becameSaid(b *pack.Became, guessed string) []Node {
	why := w.explain("became-why", Body, w.c("became", "why"))
	if guessed == "" {
		return []Node{why}
	}
	key := "became.said-other"
	if guessed == b.Answer {
		key = "became.said-right"
	}
	return []Node{para("became-said", Yours, w.t(key, locale.A("guess", w.c("became", "options", guessed)))), why}
}

// soFar is the changes that may be told at the step.
func (w *writer) soFar(b *pack.Became) []pack.Change {
	var told []pack.Change
	for i := range b.Changes {
		if b.Changes[i].ToldBy(w.step.Date, w.Pack.Claim) {
			told = append(told, b.Changes[i])
		}
	}
	return told
}

// becameGuess is what is asked before the lanes: the question, and their ends.
func (w *writer) becameGuess(b *pack.Became, draft string) []Node {
	options := Node{ID: "guess", Role: RadioGroup, Look: Chips, Name: w.c("became", "question")}
	for _, id := range b.Options {
		options.Children = append(options.Children, Node{
			ID: "guess-" + id, Role: Radio, Look: Chip, Text: w.c("became", "options", id), Checked: id == draft, On: play.Guess{Try: play.BecameDraft, Option: id},
		})
	}
	return append([]Node{card("became-question", options.Name, options)}, w.laneEnds(b)...)
}

// lanes is the changes as a chart, and the same as a table. What is told ends at a
// time.
func (w *writer) lanes(changes []pack.Change, until time.Time) []Node {
	if len(changes) == 0 {
		return []Node{para("no-changes", Body, w.t("became.nothing"))}
	}
	rows := [][]string{{w.t("became.when"), w.t("became.layer"), w.t("became.what"), w.t("became.met"), w.t("became.claims")}}
	for i := range changes {
		c := &changes[i]
		rows = append(rows, []string{w.Strings.ShortDate(c.Date), w.laneNames(c), w.c("became", "changes", c.ID, "what"), w.c("became", "changes", c.ID, "met"), w.Strings.List(c.Claims)})
	}
	return []Node{w.laneChart(changes, until), card("became-table-card", w.t("became.table"), table("became-table", w.t("became.table"), rows))}
}

// laneNames are the lanes that a change is about, but for what visitors met.
func (w *writer) laneNames(c *pack.Change) string {
	var names []string
	for _, l := range c.Lanes {
		if l.Lane != pack.VisitorsLane {
			names = append(names, w.t("became.lane-"+string(l.Lane)))
		}
	}
	if len(names) == 0 {
		names = append(names, w.t("became.lane-visitors"))
	}
	return w.Strings.List(names)
}
