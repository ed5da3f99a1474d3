package view

import (
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// results is the score over all cases, with how sure the player was against
// how it went.
func (w *writer) results() Node {
	cases, all := score.All(w.Pack, w.state)
	title := w.t("results.headline-none")
	if all.Of > 0 {
		title = w.Strings.Plural("results.headline", all.Of)
	}
	rows := [][]string{{w.t("results.case"), w.t("debrief.score-match"), w.t("debrief.score-bet")}}
	if all.Forecasts > 0 {
		rows[0] = append(rows[0], w.t("debrief.forecast"))
	}
	for _, s := range cases {
		if s.Of == 0 {
			continue
		}
		rows = append(rows, w.sumRow(w.Text.Get("cases", s.ID, "title"), s, all.Forecasts > 0))
	}
	rows = append(rows, w.sumRow(w.t("results.total"), all, all.Forecasts > 0))
	left := stack("left",
		card("by-case", w.t("results.by-case"), table("case-table", w.t("results.by-case"), rows)))
	left.Children = append(left.Children, w.across()...)
	right := stack("right", w.scores(all), card("profile", w.t("debrief.profile"), w.profile(all)...), w.calibrationCard(all), dock(flow("actions", w.resultActions()...)))
	return w.page("results", w.t("results.title"), w.bar(crumb(w.t("results.title"))),
		para("meta", Muted, w.t("results.meta")),
		heading("title", 1, Title, title),
		Node{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{left, right}})
}

// resultActions lead on to what is left to do.
func (w *writer) resultActions() []Node {
	d, _ := w.Pack.Desk()
	var actions []Node
	left := len(d.Rounds) - len(w.state.Rounds)
	if left > 0 {
		actions = append(actions, button("to-desk", Primary, w.t("debrief.desk"), play.Show{Screen: play.Desk}))
	}
	phase, due := w.state.DuePhase(d)
	if due && phase == play.AfterDesk && len(w.state.Rounds) > 0 && left <= 0 { // in the middle of the desk it would be spent
		actions = append(actions, button("to-check", Primary, w.t("check.take"), play.Show{Screen: play.CheckIntro}))
	}
	for _, h := range w.Pack.Head().Cases {
		if h.Optional && !w.state.Started(h.ID) {
			actions = append(actions, button("to-"+h.ID, Secondary, w.t("results.optional", locale.A("case", w.Text.Get("cases", h.ID, "title"))), play.OpenCase{Case: h.ID}))
		}
	}
	actions = append(actions,
		button("take-away", Secondary, w.t("take.open"), play.Show{Screen: play.TakeAway}))
	if w.state.CheckDone(d, play.AfterDesk) {
		actions = append(actions, button("see-check", Secondary, w.t("check.see"), play.Show{Screen: play.CheckResult}))
	}
	if due && phase == play.MuchLater { // the booster waits at the end: it is for another day
		actions = append(actions, button("to-check", Secondary, w.t("check.later"), play.Show{Screen: play.CheckIntro}))
	}
	actions = append(actions,
		button("see-log", Secondary, w.t("debrief.log"), play.Show{Screen: play.Log}),
		button("go-home", Secondary, w.t("debrief.home"), play.Show{Screen: play.Home}))
	actions[0].Look, actions[0].Keys = Primary, []string{"Enter"}
	for i := range actions[1:] {
		actions[i+1].Look = Secondary
	}
	return actions
}

// across sets the cases side by side: what the player chose, what the provider
// did, what it said each time, and how that changed.
func (w *writer) across() []Node {
	list := Node{ID: "across", Role: List, Look: Facts}
	known, compared := 0, 0
	for _, h := range w.Pack.Head().Cases {
		c, err := w.Pack.Case(h.ID)
		i, st := c.Step(c.Key)
		if err != nil || i < 0 {
			continue
		}
		compared++
		a, reached := w.state.Answer(h.ID, st.ID)
		if reached {
			known++
		}
		list.Children = append(list.Children, w.acrossCase(c, st, a, reached))
	}
	if known == 0 {
		return nil // nothing to compare
	}
	if known < compared { // what holds for all cases gives the others away
		return []Node{card("across-card", w.Text.Get("across", "title"), list)}
	}
	lib, _ := w.Pack.Library()
	parts := []Node{list}
	for _, key := range []string{"changed", "aftermath", "headline", "platforms"} {
		if text := w.Text.Get("across", key); text != "" {
			p := para("across-"+key, Body, text)
			p.Claims = lib.Across
			parts = append(parts, p)
		}
	}
	parts = append(parts, w.restsOn("across-rests-on", unique(lib.Across))...)
	out := []Node{card("across-card", w.Text.Get("across", "title"), parts...)}
	var texts []string
	for _, id := range lib.Questions {
		texts = append(texts, w.Text.Get("across", "questions", id))
	}
	if len(texts) > 0 {
		out = append(out, w.questionCard(texts))
	}
	return out
}

// acrossCase is the key step of one case. What happened there is not shown
// before the player has come to it.
func (w *writer) acrossCase(c *pack.Case, st *pack.Step, a play.Answer, reached bool) Node {
	id := "across-" + c.ID
	item := Node{ID: id, Role: ListItem, Look: Fact, Mark: strconv.Itoa(st.Date.Year)}
	title := w.Text.Get("cases", c.ID, "title")
	if !reached {
		item.Children = []Node{heading(id+"-title", 3, Body, title), para(id+"-later", Small, w.t("results.not-reached"))}
		return item
	}
	yours := w.t("debrief.skipped")
	if !a.Skipped {
		yours = w.stepText(c.ID, st.ID, "options", a.First.Option, "short")
	}
	item.Claims = c.Said
	item.Children = []Node{
		heading(id+"-title", 3, Body, title+" · "+w.Strings.Date(st.Date)),
		para(id+"-you", Yours, w.t("log.you", locale.A("short", yours))),
		para(id+"-they", Theirs, w.t("log.they", locale.A("actor", w.actor(st.Actor)), locale.A("short", w.stepText(c.ID, st.ID, "options", st.Happened, "short")))),
	}
	if said := w.Text.Get("cases", c.ID, "said"); said != "" {
		item.Children = append(item.Children, labelled(id+"-said", Body, w.t("results.said-then"), said))
		item.Children = append(item.Children, w.restsOn(id+"-rests-on", unique(c.Said))...)
	}
	return item
}

// sumRow is a line of the table of cases; then adds what was forecast in an older
// game.
func (w *writer) sumRow(title string, s score.Sum, then bool) []string {
	row := []string{title, w.t("debrief.match-of", locale.A("n", w.Strings.Number(s.Match, 1)), locale.N("total", s.Of)), "–"}
	if s.Bets > 0 {
		row[2] = w.averaged(s, w.signed)
	}
	switch {
	case then && s.Forecasts > 0:
		row = append(row, w.forecast(s))
	case then:
		row = append(row, "–")
	}
	return row
}

// calibrationCard is how sure the player was of the bets against how they went; it
// says so where there were none.
func (w *writer) calibrationCard(s score.Sum) Node {
	if s.Bets == 0 {
		return card("calibration-card", w.t("results.calibration"), para("no-bets", Body, w.t("results.no-bets")))
	}
	return card("calibration-card", w.t("results.calibration"), w.calibration(s), w.calibrationWords(s))
}

// calibrationWords says the same as the plot, one line for each chance that was
// given.
func (w *writer) calibrationWords(s score.Sum) Node {
	list := Node{ID: "calibration-words", Role: List, Look: Stack}
	for _, b := range score.Calibrate(s.Steps) {
		id := "calibration-" + strconv.Itoa(b.Said)
		text := w.Strings.Plural("results.calibration-words", b.Count, locale.A("chance", w.inHundred(b.Said)),
			locale.A("right", w.Strings.Number(b.Happened*float64(b.Count)/100, 0)))
		list.Children = append(list.Children, Node{ID: id, Role: ListItem, Children: []Node{para(id+"-text", Small, text)}})
	}
	return list
}

// calibration is what the player said against what happened.
func (w *writer) calibration(s score.Sum) Node {
	points := Series{Kind: You, Name: w.t("debrief.yours")}
	chart := &Chart{
		Kind:   Calibration,
		XTicks: w.percents(), YTicks: w.percents(),
		Table: [][]string{{w.t("results.said"), w.t("results.happened"), w.t("results.count")}},
	}
	for _, b := range score.Calibrate(s.Steps) {
		points.Points = append(points.Points, Point{X: float64(b.Said), Y: b.Happened, Label: strconv.Itoa(b.Count), Weight: b.Count})
		chart.Table = append(chart.Table, []string{w.Strings.Percent(b.Said), w.t("number.percent", locale.A("n", w.Strings.Number(b.Happened, 0))), strconv.Itoa(b.Count)})
	}
	chart.Series = []Series{{Kind: Others, Name: w.t("results.perfect"), Points: []Point{{X: 0, Y: 0}, {X: 100, Y: 100}}}, points}
	chart.XName, chart.YName = w.t("results.said-axis"), w.t("results.happened-axis")
	return Node{ID: "calibration", Role: Figure, Name: w.t("results.calibration"), Chart: chart,
		Text: w.Strings.Plural("results.calibration-summary", s.Bets)}
}

func (w *writer) percents() []Tick {
	var ticks []Tick
	for _, p := range []int{0, 50, 100} {
		ticks = append(ticks, Tick{float64(p), w.Strings.Percent(p)})
	}
	return ticks
}
