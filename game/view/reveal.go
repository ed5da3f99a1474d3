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
	left = append(left, w.happened()...)
	if _, o := w.step.Option(a.First.Option); !a.Skipped && o.Match != pack.Full && w.step.Kind.Traits().Chosen {
		left = append(left, para("goes-on", Muted, w.t("reveal.goes-on")))
	}
	left = append(left, w.affected())
	left = append(left, w.firstConsequence()...)
	left = append(left, w.revealFolds(a)...)
	left = append(left, w.showIt()...)
	right := stack("right", w.stepScore(a), w.revealActions())
	content = append(content, Node{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{stack("left", left...), right}})
	return w.page("reveal-"+w.step.ID, w.t("reveal.page", locale.A("title", w.s("title"))), w.bar(w.where()), content...)
}

// unanswered is the reveal of a step that no event answers: what speaks for
// each option, and how it is known.
func (w *writer) unanswered(a play.Answer, content []Node) Node {
	left := append(w.happened(), w.affected())
	left = append(left, w.revealFolds(a)...)
	content = append(content, Node{ID: "columns", Role: Generic, Look: WideNarrow,
		Children: []Node{stack("left", left...), stack("right", w.revealActions())}})
	return w.page("reveal-"+w.step.ID, w.t("reveal.page", locale.A("title", w.s("title"))), w.bar(w.where()), content...)
}

// happened is what happened in three sentences.
func (w *writer) happened() []Node {
	text := w.s("brief")
	if text == "" {
		text = w.s("happened")
	}
	nodes := w.prose("happened", Body, text)
	nodes[len(nodes)-1].Claims = w.step.Outcome
	return nodes
}

// affected is the line on the people whom the decision touches. It is always in
// view.
func (w *writer) affected() Node {
	return Node{ID: "affected", Role: Paragraph, Look: Lead, Children: []Node{
		{ID: "affected-label", Role: Strong, Text: w.t("reveal.affected")},
		{ID: "affected-text", Role: TextRole, Text: " " + w.s("affected")},
	}}
}

// firstConsequence is the first thing that followed; all are folded.
func (w *writer) firstConsequence() []Node {
	if len(w.step.Then) == 0 {
		return nil
	}
	return []Node{{ID: "then-first", Role: List, Look: Facts, Children: []Node{w.consequence("first", 0)}}}
}

// revealFolds is all that stands behind what the screen says first.
func (w *writer) revealFolds(a play.Answer) []Node {
	then := Node{ID: "then", Role: List, Look: Facts}
	for i := range w.step.Then {
		then.Children = append(then.Children, w.consequence("then", i))
	}
	var whole []Node
	if w.s("brief") != "" {
		whole = w.prose("whole", Body, w.s("happened"))
	}
	people, caveats := w.people(), w.caveats()
	sources := w.sourceList()
	return w.folds("folds",
		fold{"fold-whole", w.t("reveal.fold-whole"), len(whole), whole},
		fold{"fold-then", w.t("reveal.fold-then"), len(w.step.Then), []Node{then}},
		fold{"fold-options", w.byKind("reveal.fold-options"), len(w.step.Options), []Node{w.distances(a)}},
		fold{"fold-people", w.t("reveal.fold-people"), len(people), append(people, para("judgment", Small, w.t("reveal.judgment")))},
		fold{"fold-caveats", w.t("reveal.fold-caveats"), len(w.step.Caveats), caveats},
		fold{"fold-sources", w.t("reveal.fold-sources"), len(w.step.Sources), sources},
	)
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

// consequence is one thing that followed, dated by how long after.
func (w *writer) consequence(list string, i int) Node {
	t := &w.step.Then[i]
	id := list + "-" + t.ID
	return Node{
		ID: id, Role: ListItem, Look: Fact, Mark: w.after(t.Date), Claims: t.Claims,
		Children: []Node{
			w.explain(id+"-text", Body, w.s("then", t.ID)),
			{ID: id + "-cite", Role: Paragraph, Look: Cite, Children: []Node{
				button(id+"-who", Inline, w.t("decision.who"), play.OpenSource{Fact: t.ID}).named(w.t("reveal.who-name", locale.A("n", strconv.Itoa(i+1)))),
				{ID: id + "-says", Role: TextRole, Text: " " + w.kinds(t.Claims)},
			}},
		},
	}
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

// people is who gained and who lost.
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
	return list
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

// sourceList is the sources of the step, and the claims that it rests on: what
// happened, and what was known, now in full.
func (w *writer) sourceList() []Node {
	list := Node{ID: "sources", Role: List, Look: Facts}
	for _, id := range w.step.Sources {
		list.Children = append(list.Children, w.source("source-"+id, w.Pack.Source(id)))
	}
	return append([]Node{list}, w.restsOn("rests-on", w.stepClaims())...)
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
	if _, more := w.state.Next(w.theCase, w.state.Step); !more {
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
