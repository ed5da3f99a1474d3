package view

import (
	"slices"
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// debrief looks back on one case: the scores, and under them what the player and the
// real provider chose at all steps, in time.
func (w *writer) debrief() Node {
	sum := score.Case(w.theCase, w.state)
	content := []Node{
		heading("title", 1, Title, w.headline(sum)),
	}
	if sum.Of > 0 {
		content = append(content, w.caseScore(sum))
	}
	if len(w.theCase.Steps) > 0 {
		content = append(content, Node{ID: "rungs-card", Role: Generic, Look: Card, Children: []Node{w.rungs()}})
	}
	content = append(content, w.couldDo()...)
	foot := Node{ID: "foot", Role: Generic, Look: Foot, Children: append(w.debriefFolds(sum), w.debriefActions())}
	return w.page("debrief-"+w.theCase.ID, w.c("title"), w.bar(crumb(w.t("debrief.meta", locale.A("case", w.c("title"))))), append(content, foot)...)
}

// couldDo is what the case's seat could and could not do, under the name of its layer,
// where the pack says so: it is what the decisions were about. Cases end with what they
// are known for, so the last step that says it does.
func (w *writer) couldDo() []Node {
	for _, i := range slices.Backward(w.shownSteps()) {
		seat := *w
		if seat.step = &w.theCase.Steps[i]; len(seat.step.Opening) > 0 && seat.step.Seat == w.theCase.Seat {
			could := seat.abilities("opening")
			could.Children = append([]Node{{ID: "could-who", Role: TextRole, Text: w.Text.Get("layers", w.theCase.Seat, "name") + ". "}}, could.Children...)
			return []Node{could}
		}
	}
	return nil
}

// debriefFolds is all that stands behind what a debrief says first.
func (w *writer) debriefFolds(sum score.Sum) []Node {
	questions, voices, open := w.questions(), w.voices(), w.stillOpen()
	list := []fold{
		{"fold-voices", w.t("debrief.voices"), len(voices.Children), []Node{voices}},
		{"fold-open", w.t("debrief.open"), len(open.Children), []Node{open}},
		{"fold-questions", w.t("debrief.discuss"), len(questions.Children), []Node{questions}},
	}
	if w.scored() {
		ruled := w.profile(sum)
		list = append(list, fold{"fold-steps", w.t("debrief.steps"), len(sum.Steps), []Node{w.stepTable(sum)}},
			fold{"fold-profile", w.t("debrief.profile"), len(ruled) - 1, ruled},
			fold{"fold-calibration", w.t("results.calibration"), sum.Bets + sum.Forecasts, w.calibrationCard(sum).Children[1:]}) // without its title, which the fold has
	}
	return w.folds("folds", list...)
}

// scored says whether the case has a step that can be scored.
func (w *writer) scored() bool {
	return slices.ContainsFunc(w.theCase.Steps, func(s pack.Step) bool { return s.Kind.Traits().Answered })
}

func (w *writer) headline(s score.Sum) string {
	same, partly := matches(s)
	switch {
	case s.Of == 0 && !w.scored():
		return w.t("debrief.headline-unscored")
	case s.Of == 0:
		return w.t("debrief.headline-empty")
	case same == s.Of:
		return w.t("debrief.headline-same")
	case same == 0 && partly == 0:
		return w.t("debrief.headline-none")
	case partly > 0:
		return w.Strings.Plural("debrief.headline-partly", same, locale.N("partly", partly), locale.N("total", s.Of))
	}
	return w.Strings.Plural("debrief.headline-near", same, locale.N("total", s.Of))
}

// shownSteps is the steps that a debrief may show: not those that the player's way
// leaves out and that are still to be decided.
func (w *writer) shownSteps() []int {
	left := w.state.LeftOut(w.theCase)
	return slices.DeleteFunc(w.theCase.Way(false), func(i int) bool { return slices.Contains(left, i) })
}

// tick is a date in as few characters as an axis has room for.
func (w *writer) tick(m pack.Moment) string {
	month := w.t("month-short." + strconv.Itoa(m.Month))
	switch {
	case m.Month == 0:
		return strconv.Itoa(m.Year)
	case m.Day == 0:
		return month
	}
	return w.t("debrief.day-month", locale.N("day", m.Day), locale.A("month", month))
}

// stepTable is the scores step by step, with what was looked up before deciding.
func (w *writer) stepTable(s score.Sum) Node {
	rows := [][]string{{w.t("debrief.step"), w.t("debrief.score-match"), w.t("debrief.score-bet"), w.t("debrief.score-fit")}}
	for _, st := range s.Steps {
		fit := "–"
		if st.Fit != score.NoFit {
			fit = w.t("debrief.fit-" + string(st.Fit))
		}
		_, step := w.theCase.Step(st.ID)
		rows = append(rows, []string{w.stepName(step), w.Strings.Number(st.Match, 1), w.stepBet(st), fit})
	}
	return stack("steps", table("step-table", w.t("debrief.steps"), rows),
		para("evidence", Small, w.t("debrief.opened", locale.N("n", s.Opened), locale.N("total", s.Known))))
}

// questions are for discussion: the case's own, else those of three of its
// steps.
func (w *writer) questions() Node {
	var texts []string
	for _, id := range w.theCase.Questions {
		texts = append(texts, w.c("questions", id))
	}
	for n, i := range w.shownSteps() {
		if len(w.theCase.Questions) == 0 && n%max(len(w.theCase.Steps)/3, 1) == 0 && len(texts) < 3 {
			texts = append(texts, w.stepText(w.theCase.ID, w.theCase.Steps[i].ID, "discuss"))
		}
	}
	return w.questionList(texts)
}

func (w *writer) questionCard(texts []string) Node {
	return card("discuss-card", w.t("debrief.discuss"), w.questionList(texts))
}

func (w *writer) questionList(texts []string) Node {
	list := Node{ID: "questions", Role: List, Look: Facts}
	for i, text := range texts {
		id := "question-" + strconv.Itoa(i+1)
		list.Children = append(list.Children, Node{ID: id, Role: ListItem, Look: Fact, Children: []Node{para(id+"-text", Body, text)}})
	}
	return list
}

// voices is what critics said, both sides in turn so that neither leads.
func (w *writer) voices() Node {
	bySide := map[pack.Side][]pack.Voice{}
	for _, v := range w.theCase.Voices {
		bySide[v.Side] = append(bySide[v.Side], v)
	}
	list := Node{ID: "voices", Role: List, Look: Facts}
	add := func(v pack.Voice) {
		id := "voice-" + v.ID
		list.Children = append(list.Children, Node{ID: id, Role: ListItem, Look: Fact, Claims: v.Claims, Children: []Node{
			labelled(id+"-text", Body, w.t("debrief.side-"+string(v.Side)), w.c("voices", v.ID)),
		}})
		last := &list.Children[len(list.Children)-1]
		last.Children = append(last.Children, w.restsOn(id+"-rests-on", unique(v.Claims))...)
	}
	late, far := bySide[pack.TooLate], bySide[pack.TooFar]
	for i := range max(len(late), len(far)) {
		if i < len(late) {
			add(late[i])
		}
		if i < len(far) {
			add(far[i])
		}
	}
	for _, v := range bySide[pack.OtherSide] {
		add(v)
	}
	return list
}

// stillOpen is what is still not known.
func (w *writer) stillOpen() Node {
	list := Node{ID: "open", Role: List, Look: Facts}
	for _, id := range w.theCase.Open {
		list.Children = append(list.Children, Node{ID: "open-" + id, Role: ListItem, Look: Fact,
			Children: []Node{para("open-"+id+"-text", Body, w.c("open", id))}})
	}
	return list
}

// profile is one line on how the player ruled, by a rule and not by a test of
// personality: how far the choices kept to the reason given most, and whether
// they went further along the ladder than the real provider did.
func (w *writer) profile(s score.Sum) []Node {
	lines := []Node{}
	if s.Named != "" {
		key := "debrief.profile-held"
		switch n := len(s.Breaks); {
		case 2*n > s.Of:
			key = "debrief.profile-torn"
		case n > 0:
			key = "debrief.profile-mostly"
		}
		args := []locale.Arg{locale.A("principle", w.principle(s.Named)), locale.N("n", len(s.Breaks)), locale.N("total", s.Of)}
		text := w.t(key, args...)
		if key == "debrief.profile-mostly" {
			text = w.Strings.Plural(key, len(s.Breaks), args...)
		}
		lines = append(lines, para("profile-reason", Body, text))
	}
	if s.OnLadder > 0 {
		key := "debrief.profile-even"
		switch {
		case s.Further >= score.Apart:
			key = "debrief.profile-further"
		case s.Further <= -score.Apart:
			key = "debrief.profile-shorter"
		}
		lines = append(lines, para("profile-ladder", Body, w.t(key, locale.A("n", w.Strings.Number(max(s.Further, -s.Further), 0)))))
	}
	if len(lines) == 0 {
		lines = append(lines, para("profile-none", Body, w.t("debrief.profile-none")))
	}
	return append(lines, para("profile-rule", Small, w.t("debrief.profile-rule")))
}

func (w *writer) debriefActions() Node {
	next := button("next", Primary, w.t("debrief.results"), play.Next{}, "Enter")
	if d, _ := w.Pack.Desk(); d.After == w.theCase.ID && len(d.Rounds) > 0 {
		next = button("next", Primary, w.t("debrief.desk"), play.Show{Screen: play.Desk}, "Enter")
	} else if h, ok := w.Pack.After(w.theCase.ID); ok {
		next.Text = w.t("debrief.next", locale.A("case", w.Text.Get("cases", h.ID, "title")))
	}
	actions := append([]Node{next}, w.moreOfThis()...)
	if w.theCase.Became != nil {
		actions = append(actions, button("to-became", Secondary, w.t("became.open"), play.Show{Screen: play.BecameScreen}))
	}
	return dock(flow("actions", append(actions,
		button("see-log", Secondary, w.t("debrief.log"), play.Show{Screen: play.Log}),
		button("go-home", Secondary, w.t("debrief.home"), play.Show{Screen: play.Home}))...))
}

// moreOfThis offers the steps that the short way has left out.
func (w *writer) moreOfThis() []Node {
	n := len(w.state.LeftOut(w.theCase))
	if n == 0 {
		return nil
	}
	return []Node{button("more", Secondary, w.Strings.Plural("debrief.more", n), play.More{Case: w.theCase.ID})}
}

// stepName is a step in two or three words, or its question where the pack has none.
func (w *writer) stepName(st *pack.Step) string {
	if name := w.stepText(w.theCase.ID, st.ID, "name"); name != "" {
		return name
	}
	return w.stepText(w.theCase.ID, st.ID, "title")
}
