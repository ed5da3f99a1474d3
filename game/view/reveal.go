package view

import (
	"slices"
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// reveal is what happened, so that one look takes it in: the player and the real
// provider in a headline and on one ladder, three sentences, the people affected,
// the score, and the first consequence. All else is folded, with a count.
func (w *writer) reveal() Node {
	a, _ := w.state.Answer(w.theCase.ID, w.step.ID)
	content := []Node{
		para("meta", Muted, w.t("reveal.meta", locale.A("date", capital(w.Strings.Date(w.step.Date))))),
		w.verdict(a),
	}
	if bet, ok := w.betTold(a); ok {
		content = append(content, bet)
	}
	if a.Changed() {
		content = append(content, para("changed", Muted, w.t("reveal.changed", locale.A("now", w.yours(w.step, a.Last)))))
	}
	said := stack("said", append(w.happened(), w.affected())...)
	if w.step.Kind.Traits().Answered {
		content = append(content,
			Node{ID: "ladder-card", Role: Generic, Look: Card, Children: []Node{w.places(a)}},
			Node{ID: "columns", Role: Generic, Look: Halves, Children: []Node{said, stack("right", append([]Node{w.stepScore(a)}, w.showIt()...)...)}})
		content = append(content, w.firstThen()...)
	} else {
		content = append(content, said)
		content = append(content, w.showIt()...)
	}
	foot := Node{ID: "foot", Role: Generic, Look: Foot, Children: append(w.revealFolds(a), w.revealActions())}
	root := w.page("reveal-"+w.step.ID, w.t("reveal.page", locale.A("title", w.s("title"))), w.bar(w.where()), append(content, foot)...)
	root.After = "decision-" + w.step.ID // and not for who comes back to it
	return root
}

// places is the player's answer beside what happened: what was drawn, or places on
// the ladder.
func (w *writer) places(a play.Answer) Node {
	if w.step.Draw == nil {
		return w.ladder(a)
	}
	return w.drawing(a.First, para("draw-note", Small, w.t("reveal.draw-note")))
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
// view, and larger than what is said of others.
func (w *writer) affected() Node {
	return para("affected", Weighty, w.s("affected"))
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
	list := w.folds("folds",
		fold{"fold-whole", w.t("reveal.fold-whole"), len(whole), whole},
		fold{"fold-then", w.t("reveal.fold-then"), len(w.step.Then), []Node{then}},
		fold{"fold-options", w.byKind("reveal.fold-options"), len(w.step.Options), []Node{w.distances(a)}},
		fold{"fold-people", w.t("reveal.fold-people"), len(people), append(people, para("judgment", Small, w.t("reveal.judgment")))},
		fold{"fold-caveats", w.t("reveal.fold-caveats"), len(w.step.Caveats), caveats},
		fold{"fold-sources", w.t("reveal.fold-sources"), len(w.step.Sources), sources},
	)
	if len(list) > 0 { // a question is for the room: it opens by itself
		list[0].Children = append(list[0].Children, counted("discuss", w.t("reveal.discuss"), 1, play.Discuss{}))
	}
	return list
}

// verdict sets the player's choice beside what happened, each in its colour.
func (w *writer) verdict(a play.Answer) Node {
	title := heading("title", 1, Title, "")
	part := func(id string, look Look, text string) {
		if len(title.Children) > 0 {
			title.Children[len(title.Children)-1].Text += " "
		}
		title.Children = append(title.Children, Node{ID: "title-" + id, Role: TextRole, Look: look, Text: text})
	}
	_, o := w.step.Option(a.First.Option)
	switch {
	case a.Skipped && w.step.Happened == "":
		return heading("title", 1, Title, w.s("title"))
	case a.Skipped:
		part("yours", "", w.t("reveal.skipped-yours"))
	case a.First.Drawn > 0:
		part("yours", YourWords, w.t("decision.draw-yours", locale.N("n", a.First.Drawn)))
	default:
		part("yours", YourWords, w.byKind("reveal.yours", locale.A("yours", w.s("options", o.ID, "short"))))
	}
	switch {
	case w.step.Happened == "":
	case !a.Skipped && score.MatchOf(o, a.First) == pack.Full:
		part("theirs", TheirWords, w.byKind("reveal.same", locale.A("actor", w.actor(w.step.Actor))))
	default:
		part("theirs", TheirWords, w.byKind("reveal.other", locale.A("actor", w.actor(w.step.Actor)), locale.A("theirs", w.s("options", w.step.Happened, "short"))))
	}
	return title
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
				button(id+"-who", Inline, w.t("decision.who"), play.OpenSource{Fact: t.ID}).named(w.t("reveal.who-name", locale.A("n", strconv.Itoa(i+1)), locale.A("says", w.kinds(t.Claims)))),
				{ID: id + "-says", Role: TextRole, Text: " " + w.kinds(t.Claims)},
			}},
		},
	}
}

// after is the time from the step to a later date. From or to a date without a day
// nothing is reckoned: the later one is given as it is known.
func (w *writer) after(m pack.Moment) string {
	if m.Day == 0 || w.step.Date.Day == 0 {
		return w.in(m)
	}
	return w.afterDays(m.DaysAfter(w.step.Date))
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

// revealActions are to go on and, aside, to decide again.
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
		button("decide-again", Aside, back, play.Back{}, "Escape", "Backspace")))
}
