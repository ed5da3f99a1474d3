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
	title := w.t("became.title")
	over := w.state.Finished(w.theCase)
	content := []Node{heading("title", 1, Title, title)}
	back := dock(button("back", Primary, w.t("model.back"), play.Back{}, "Enter", "Escape"))
	guessed, has := w.state.Guessed(w.theCase.ID, play.BecameGuess)
	switch {
	case over && !has:
		content = append(content, w.becameGuess(b))
	case over:
		key := "became.said-other"
		if guessed == b.Guess.Answer {
			key = "became.said-right"
		}
		content = append(content,
			para("became-said", Yours, w.t(key, locale.A("guess", w.c("became", "options", guessed)))),
			w.explain("became-why", Body, w.c("became", "why")))
		content = append(content, w.lanes(b.Changes, b.End())...)
	default:
		content = append(content, para("so-far", Muted, w.t("became.so-far", locale.A("date", w.Strings.ShortDate(w.step.Date)))))
		content = append(content, w.lanes(w.soFar(b), w.step.Date.End())...)
	}
	return w.page("became-"+w.theCase.ID, title, w.bar(crumb(w.c("title"))), append(content, back)...)
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

// becameGuess is the question before the lanes.
func (w *writer) becameGuess(b *pack.Became) Node {
	options := Node{ID: "guess", Role: RadioGroup, Look: Chips, Name: w.c("became", "question")}
	for _, id := range b.Guess.Options {
		options.Children = append(options.Children, Node{
			ID: "guess-" + id, Role: Radio, Look: Chip, Text: w.c("became", "options", id), On: play.Guess{Try: play.BecameGuess, Option: id},
		})
	}
	return card("became-question", w.c("became", "question"), options, para("guess-hint", Small, w.t("became.guess")))
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
