package view

import (
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// d is a text of the source desk.
func (w *writer) d(parts ...string) string {
	return w.Text.Get(append([]string{"desk"}, parts...)...)
}

// round is the round on the screen, of a player or of a class.
func (w *writer) round() *pack.Round {
	d, _ := w.Pack.Desk()
	if w.theCase.ID == pack.AtDesk {
		r, _ := d.Round(w.step.ID)
		return r
	}
	if w.state.Round < 0 || w.state.Round >= len(d.Rounds) {
		return &pack.Round{}
	}
	return &d.Rounds[w.state.Round]
}

// desk says what is read, and why only in short extracts.
func (w *writer) desk() Node {
	begin := w.t("briefing.begin")
	if len(w.state.Rounds) > 0 {
		begin = w.t("briefing.resume")
	}
	content := []Node{
		para("meta", Muted, w.t("desk.meta", locale.A("desk", w.d("title")), locale.A("rounds", w.Strings.Plural("desk.rounds", len(w.deskRounds()))))),
		heading("title", 1, Title, w.d("seat")),
	}
	content = append(content, w.prose("intro", Lead, w.d("intro"))...)
	content = append(content, dock(flow("actions",
		button("begin", Primary, begin, play.Begin{}, "Enter"),
		button("go-home", Secondary, w.t("debrief.home"), play.Show{Screen: play.Home}))))
	return w.page("desk", w.d("title"), w.bar(crumb(w.d("title"))), content...)
}

func (w *writer) deskRounds() []pack.Round {
	d, _ := w.Pack.Desk()
	return d.Rounds
}

func (w *writer) roundBar() Node {
	d, _ := w.Pack.Desk()
	return w.bar(crumb(w.t("desk.progress", locale.A("desk", w.d("title")), locale.N("n", w.state.Round+1), locale.N("total", len(d.Rounds)))))
}

// atRound is one extract and one question about it.
func (w *writer) atRound() Node {
	r := w.round()
	group := Node{ID: "options", Role: RadioGroup, Look: Options, Name: w.t("desk.options")}
	if r.Words {
		group = w.pointing(r)
	} else {
		for i, v := range r.Options {
			group.Children = append(group.Children, w.verdictOption(r, i, v))
		}
	}
	check := button("commit", Primary, w.t("desk.check"), play.Commit{}, "Enter")
	check.Disabled = w.state.Draft.Option == ""
	head := unseenHeading("options-title", group.Name)
	if r.Words {
		head.Look = Label
	}
	right := stack("choices", head, group, dock(flow("actions", check, button("skip", Aside, w.t("decision.skip"), play.Skip{}))))
	return w.page("round-"+r.ID, w.d("rounds", r.ID, "title"), w.roundBar(),
		heading("title", 1, Title, w.d("rounds", r.ID, "title")),
		para("meta", Muted, w.t("desk.kind-"+string(r.Kind))),
		Node{ID: "columns", Role: Generic, Look: NarrowWide, Children: []Node{w.extract(r), right}})
}

func (w *writer) verdictOption(r *pack.Round, i int, v pack.Verdict) Node {
	id := "option-" + v.ID
	label, detail := w.d("rounds", r.ID, "options", v.ID, "label"), w.d("rounds", r.ID, "options", v.ID, "detail")
	n := Node{
		ID: id, Role: Radio, Look: Option, Mark: letter(i),
		Name:    w.t("desk.option-name", locale.A("letter", letter(i)), locale.A("label", label)),
		Checked: w.state.Draft.Option == v.ID, On: play.Choose{Option: v.ID},
		Keys:     []string{strings.ToLower(letter(i)), strconv.Itoa(i + 1)},
		Children: []Node{{ID: id + "-label", Role: Strong, Look: Body, Text: label}},
	}
	if detail != "" {
		n.Name = w.t("decision.option-name", locale.A("letter", letter(i)), locale.A("label", label), locale.A("detail", detail))
		n.Children = append(n.Children, Node{ID: id + "-detail", Role: TextRole, Look: Muted, Text: detail})
	}
	return n
}

// extract is what is shown of the report: a few words, marked as an extract.
func (w *writer) extract(r *pack.Round) Node {
	shows := r.Shows
	parts := []Node{}
	if text := w.d("rounds", r.ID, "extract"); text != "" {
		parts = append(parts, w.quoted(r, text)...)
	}
	if gloss := w.d("rounds", r.ID, "gloss"); gloss != "" {
		parts = append(parts, Node{ID: "gloss", Role: Paragraph, Look: Small, Children: []Node{
			{ID: "gloss-label", Role: Strong, Text: w.t("desk.gloss")},
			{ID: "gloss-text", Role: TextRole, Text: " " + gloss},
		}})
	}
	if len(r.Clocks) > 0 {
		parts = append(parts, w.clocks(r))
	}
	parts = append(parts, para("context", Small, w.d("rounds", r.ID, "context")))
	return card("extract", w.t("desk.shows-"+shows), parts...)
}

// tellsRound says whether the screen has the answer of a round.
func (w *writer) tellsRound() bool {
	if w.state.Screen == play.InClass {
		return w.state.Class.Stage == class.Shown || w.state.Class.Stage == class.Story
	}
	return w.state.Screen == play.Judged
}

// foreign is a language where it is not the screen's, else "".
func (w *writer) foreign(lang string) string {
	if lang == w.Strings.Locale() {
		return ""
	}
	return lang
}

// judged is the answer, and how one would check it oneself.
func (w *writer) judged() Node {
	r := w.round()
	a, answered := w.state.RoundAnswer(r.ID)
	verdict := "desk.skipped"
	if answered && !a.Skipped {
		verdict = verdictOn(r, a.Option)
	}
	title := w.d("rounds", r.ID, "title")
	right := append([]Node{w.verdictList(r, a)}, w.becauseOf(r)...)
	if len(r.Claims) > 0 {
		right = append(right, w.roundSources(r))
	}
	right = append(right, dock(flow("actions", button("next", Primary, w.t("desk.next"), play.Next{}, "Enter"),
		button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))))
	content := []Node{para("meta", Muted, title), heading("title", 1, Title, w.t(verdict))}
	if pointed, ok := w.pointed(r, a.Option); ok {
		content = append(content, pointed)
	}
	content = append(content, Node{ID: "columns", Role: Generic, Look: NarrowWide, Children: []Node{w.extract(r), stack("right", right...)}})
	return w.page("judged-"+r.ID, title, w.roundBar(), content...)
}

// becauseOf is why the answer of a round is what it is, how the words would be better, what
// that rests on, and how one would check it oneself.
func (w *writer) becauseOf(r *pack.Round) []Node {
	t := func(key string) string { return w.d("rounds", r.ID, key) }
	why := para("why", Body, t("why"))
	why.Claims = r.Claims
	parts := []Node{why}
	if repair := t("repair"); repair != "" {
		parts = append(parts, labelled("repair", Body, w.t("desk.repair"), repair))
	}
	return append(parts,
		para("basis", Small, w.t("desk.basis-"+string(r.Basis))),
		card("how", w.t("desk.how"), para("how-text", Body, t("check"))))
}

// labelled is a paragraph that begins with a bold word or two.
func labelled(id string, look Look, label, text string) Node {
	return Node{ID: id, Role: Paragraph, Look: look, Children: []Node{
		{ID: id + "-label", Role: Strong, Text: label},
		{ID: id + "-text", Role: TextRole, Text: " " + text},
	}}
}

// verdictOn is the key of what is said to an answer of a round.
func verdictOn(r *pack.Round, option string) string {
	switch {
	case option == r.Answer:
		return byBasis("desk.right", r)
	case elsewhere(r, option):
		return byBasis("desk.elsewhere", r)
	}
	return byBasis("desk.wrong", r)
}

// byBasis is the key of words on an answer: what was checked is right or wrong, what
// was inferred is how we read it.
func byBasis(key string, r *pack.Round) string {
	if r.Basis == pack.Checked {
		return key + "-checked"
	}
	return key
}

// verdictList is the answers, with the player's and the right one marked.
func (w *writer) verdictList(r *pack.Round, a play.RoundAnswer) Node {
	list := Node{ID: "verdicts", Role: List, Look: Facts}
	for i, v := range r.Options {
		id := "verdict-" + v.ID
		label := para(id+"-label", Body, w.d("rounds", r.ID, "options", v.ID, "label"))
		note := ""
		switch { // what is right is not what anybody did: it has nobody's colour
		case v.ID == r.Answer && v.ID == a.Option:
			note, label.Look = w.t(byBasis("desk.both", r)), Yours
		case v.ID == r.Answer:
			note = w.t(byBasis("desk.answer", r))
			label.Children = []Node{{ID: label.ID + "-text", Role: Strong, Text: label.Text}}
			label.Text = ""
		case v.ID == a.Option:
			note, label.Look = w.t("desk.yours"), Yours
		}
		item := Node{ID: id, Role: ListItem, Look: Fact, Mark: letter(i), Children: []Node{label}}
		if r.Words {
			item.Mark = "" // words are told apart by themselves
		}
		if note != "" {
			item.Children = append(item.Children, para(id+"-note", Small, note))
		}
		list.Children = append(list.Children, item)
	}
	return card("verdict", w.t("desk.options"), list)
}

// roundSources is what a round's answer rests on.
func (w *writer) roundSources(r *pack.Round) Node {
	list := Node{ID: "sources", Role: List, Look: Facts}
	seen := map[string]bool{}
	for _, id := range r.Claims {
		for _, sid := range w.Pack.Claim(id).Sources {
			if !seen[sid] && len(seen) < 4 {
				seen[sid] = true
				list.Children = append(list.Children, w.source("source-"+sid, w.Pack.Source(sid)))
			}
		}
	}
	return card("know", w.t("reveal.know"), append([]Node{list}, w.restsOn("rests-on", unique(r.Claims))...)...)
}

// deskEnd is the score of the desk.
func (w *writer) deskEnd() Node {
	d, _ := w.Pack.Desk()
	s := score.DeskOf(d, w.state)
	of := func(n, total int) string {
		return w.t("reveal.evidence-of", locale.N("n", n), locale.N("total", total))
	}
	rows := []Node{
		scoreRow("desk-right", w.t("desk.score-right"), of(s.Right, s.Of)),
		scoreRow("desk-found", w.t("desk.score-found"), of(s.Found, s.Faulty)),
		scoreRow("desk-alarms", w.t("desk.score-alarms"), of(s.FalseAlarms, s.Sound)),
	}
	actions := []Node{}
	if phase, due := w.state.DuePhase(d); due && phase != play.MuchLater { // that one is for another day: the results have it
		actions = append(actions, button("check", Primary, w.t("check.take"), play.Show{Screen: play.CheckIntro}, "Enter"))
	}
	look, keys := Secondary, []string(nil)
	if len(actions) == 0 {
		look, keys = Primary, []string{"Enter"}
	}
	actions = append(actions, button("see-results", look, w.t("home.results"), play.Show{Screen: play.Results}, keys...))
	return w.page("desk-end", w.d("title"), w.bar(crumb(w.d("title"))),
		para("meta", Muted, w.d("title")),
		heading("title", 1, Title, w.t(deskVerdict(s))),
		card("score", w.t("debrief.scores"),
			Node{ID: "score-table", Role: Table, Look: Stack, Children: rows},
			para("desk-rule", Small, w.t("desk.rule"))),
		dock(flow("actions", actions...)))
}

// deskVerdict sums the desk up: whether the player saw faults, and whether at
// the price of suspecting what was sound.
func deskVerdict(s score.Desk) string {
	most := func(n, of int) bool { return of > 0 && 3*n >= 2*of }
	switch {
	case s.Of == 0:
		return "desk.verdict-none"
	case most(s.Found, s.Faulty) && 3*s.FalseAlarms <= s.Sound:
		return "desk.verdict-keen"
	case 3*s.FalseAlarms > s.Sound:
		return "desk.verdict-wary"
	}
	return "desk.verdict-trusting"
}
