package view

import (
	"slices"
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// reveal is what happened: the player and the real provider on one ladder, what
// followed, and how it is known.
func (w *writer) reveal() Node {
	a, _ := w.state.Answer(w.theCase.ID, w.step.ID)
	content := []Node{
		para("meta", Muted, w.t("reveal.meta", locale.A("date", capital(w.Strings.Date(w.step.Date))))),
		heading("title", 1, Title, w.verdict(a)),
	}
	if a.Changed() {
		content = append(content, para("changed", Muted, w.t("reveal.changed", locale.A("now", w.s("options", a.Last.Option, "short")))))
	}
	if !w.step.Kind.Traits().Answered {
		return w.unanswered(a, content)
	}
	left := []Node{{ID: "ladder-card", Role: Generic, Look: Card, Children: []Node{w.ladder(a)}}}
	left = append(left, w.prose("happened", Body, w.s("happened"))...)
	left[len(left)-1].Claims = w.step.Outcome
	if _, o := w.step.Option(a.First.Option); !a.Skipped && o.Match != pack.Full && w.step.Kind.Traits().Chosen {
		left = append(left, para("goes-on", Muted, w.t("reveal.goes-on")))
	}
	left = append(left, w.then()...)
	left = append(left, w.people()...)
	left = append(left, w.howWeKnow())
	right := stack("right", w.stepScore(a), w.distances(a), w.revealActions())
	content = append(content, Node{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{stack("left", left...), right}})
	return w.page("reveal-"+w.step.ID, w.t("reveal.page", locale.A("title", w.s("title"))), w.bar(w.where()), content...)
}

// unanswered is the reveal of a step that no event answers: what speaks for
// each option, and how it is known.
func (w *writer) unanswered(a play.Answer, content []Node) Node {
	left := w.prose("happened", Body, w.s("happened"))
	left[len(left)-1].Claims = w.step.Outcome
	left = append(left, w.distances(a))
	left = append(left, w.people()...)
	content = append(content, Node{ID: "columns", Role: Generic, Look: WideNarrow,
		Children: []Node{stack("left", left...), stack("right", w.howWeKnow(), w.revealActions())}})
	return w.page("reveal-"+w.step.ID, w.t("reveal.page", locale.A("title", w.s("title"))), w.bar(w.where()), content...)
}

// verdict sets the player's choice beside what happened, in one line.
func (w *writer) verdict(a play.Answer) string {
	if a.Skipped {
		return w.skippedVerdict()
	}
	_, o := w.step.Option(a.First.Option)
	key := "reveal.other"
	if o.Match == pack.Full {
		key = "reveal.same"
	}
	return w.byKind(key, locale.A("yours", w.s("options", o.ID, "short")), locale.A("theirs", w.s("options", w.step.Happened, "short")))
}

// skippedVerdict is what happened, for one who chose nothing.
func (w *writer) skippedVerdict() string {
	if w.step.Happened == "" {
		return w.s("title")
	}
	return w.byKind("reveal.skipped-title", locale.A("theirs", w.s("options", w.step.Happened, "short")))
}

// then is what followed, dated by how long after; none where nothing did.
func (w *writer) then() []Node {
	if len(w.step.Then) == 0 {
		return nil
	}
	list := Node{ID: "then", Role: List, Look: Facts}
	for i, t := range w.step.Then {
		id := "then-" + t.ID
		cite := Node{ID: id + "-cite", Role: Paragraph, Look: Small, Children: []Node{
			{ID: id + "-says", Role: TextRole, Text: w.speakers(t.Claims) + " · "},
			{ID: id + "-who", Role: Button, Look: Inline, Text: w.t("decision.who-says"), Name: w.t("reveal.who-says-name", locale.A("n", strconv.Itoa(i+1))), On: play.OpenSource{Fact: t.ID}},
		}}
		list.Children = append(list.Children, Node{
			ID: id, Role: ListItem, Look: Fact, Mark: w.after(t.Date), Claims: t.Claims,
			Children: []Node{w.explain(id+"-text", Body, w.s("then", t.ID)), cite},
		})
	}
	return []Node{heading("then-title", 2, Subtitle, w.t("reveal.then")), list}
}

// after is the time from the step to a later date, in the largest unit that is
// honest: days up to two months, months up to two years, then years. From or to a
// date without a day nothing is reckoned: the later one is given as it is known.
func (w *writer) after(m pack.Moment) string {
	if m.Day == 0 || w.step.Date.Day == 0 {
		return w.in(m)
	}
	days := m.DaysAfter(w.step.Date)
	switch {
	case days <= 0:
		return w.t("reveal.same-day")
	case days <= 60:
		return w.Strings.Plural("reveal.days", days)
	case days <= 730:
		return w.Strings.Plural("reveal.months", (days+15)/30)
	default:
		return w.Strings.Plural("reveal.years", (days+182)/365)
	}
}

// in is a month or a year, the month without its year where that is the step's.
func (w *writer) in(m pack.Moment) string {
	year, month := locale.A("year", strconv.Itoa(m.Year)), locale.A("month", w.t("month."+strconv.Itoa(m.Month)))
	switch {
	case m.Month == 0:
		return w.t("reveal.in-year", year)
	case m.Year == w.step.Date.Year:
		return w.t("reveal.in-month", month)
	}
	return w.t("reveal.in-month-year", month, year)
}

// people is who gained, who lost, and whom the choice touches.
func (w *writer) people() []Node {
	line := func(id, label, text string) Node {
		return Node{ID: id, Role: Paragraph, Look: Body, Children: []Node{
			{ID: id + "-label", Role: Strong, Text: label},
			{ID: id + "-text", Role: TextRole, Text: " " + text},
		}}
	}
	return []Node{
		line("gained", w.t("reveal.who-gained"), w.s("gained")),
		line("lost", w.t("reveal.who-lost"), w.s("lost")),
		line("affected", w.t("reveal.affected"), w.s("affected")),
		para("judgment", Small, w.t("reveal.judgment")),
	}
}

// distances says of each option why it is fully, partly or not the same. They
// have the letters that they had when the player chose.
func (w *writer) distances(a play.Answer) Node {
	list := Node{ID: "distances", Role: List, Look: Facts}
	for i, o := range w.state.Options(w.theCase.ID, w.step) {
		id := "distance-" + o.ID
		item := Node{ID: id, Role: ListItem, Look: Fact, Mark: letter(i), Children: []Node{
			para(id+"-label", Body, w.s("options", o.ID, "label")),
		}}
		if o.ID == a.First.Option {
			item.Children = append(item.Children, para(id+"-yours", Yours, w.t("reveal.you")))
		}
		if o.ID == w.step.Happened {
			item.Children = append(item.Children, para(id+"-theirs", Theirs, w.actor(w.step.Actor)))
		}
		item.Children = append(item.Children, w.why(id, o))
		list.Children = append(list.Children, item)
	}
	return card("why", w.byKind("reveal.why-distance"), list)
}

// why says how near an option is to what happened, and why; where no
// event answers just what speaks for it.
func (w *writer) why(id string, o pack.Option) Node {
	reason := w.s("options", o.ID, "why")
	if o.Match == pack.NoMatch {
		return para(id+"-why", Small, reason)
	}
	return Node{ID: id + "-why", Role: Paragraph, Look: Small, Children: []Node{
		{ID: id + "-grade", Role: Strong, Text: w.t("reveal.grade-" + string(o.Match))},
		{ID: id + "-reason", Role: TextRole, Text: " · " + reason},
	}}
}

// howWeKnow is the sources of the step, and the claims that it rests on: what
// happened, and what was known, now in full.
func (w *writer) howWeKnow() Node {
	list := Node{ID: "sources", Role: List, Look: Facts}
	for _, id := range w.step.Sources {
		list.Children = append(list.Children, w.source("source-"+id, w.Pack.Source(id)))
	}
	parts := append([]Node{list}, w.restsOn("rests-on", w.stepClaims())...)
	parts = append(parts, w.caveats()...)
	return card("know", w.t("reveal.know"), parts...)
}

// stepClaims is the claims on what happened and on what was known, each once.
func (w *writer) stepClaims() []string {
	claims := slices.Clone(w.step.Outcome)
	for _, f := range w.step.Known {
		claims = append(claims, f.Claims...)
	}
	return unique(claims)
}

// unique leaves out what a list has had before.
func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// source is one source: publisher and date, kind and confidence. Its title and
// address are for the teacher's sheet: titles may name the sites, and players
// are given no way out to them.
func (w *writer) source(id string, s *pack.Source) Node {
	return Node{ID: id, Role: ListItem, Look: Fact, Children: []Node{
		{ID: id + "-publisher", Role: Paragraph, Look: Body, Text: s.Publisher + ", " + w.Strings.ShortDate(s.Date)},
		{ID: id + "-kind", Role: Paragraph, Look: Small, Text: w.t("source-kind."+string(s.Kind)) + " · " + w.t("confidence."+string(s.Confidence))},
	}}
}

func (w *writer) revealActions() Node {
	next := w.t("reveal.next")
	if w.state.Frontier(w.theCase) == len(w.theCase.Steps) && w.state.Step == len(w.theCase.Steps)-1 {
		next = w.t("reveal.debrief")
	}
	back := w.t("reveal.back")
	if a, _ := w.state.Answer(w.theCase.ID, w.step.ID); a.Seen {
		back = w.t("bar.back") // nothing that is chosen now could be scored
	}
	return dock(flow("actions",
		button("next", Primary, next, play.Next{}, "Enter"),
		button("discuss", Secondary, w.t("reveal.discuss"), play.Discuss{}),
		button("decide-again", Secondary, back, play.Back{}, "Escape", "Backspace")))
}
