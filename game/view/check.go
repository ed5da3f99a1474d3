package view

import (
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// checkSet is the set of the check that the player is in.
func (w *writer) checkSet() pack.CheckSet {
	d, _ := w.Pack.Desk()
	return w.state.CheckSet(d, w.state.Check.Phase)
}

func (w *writer) checkBar() Node { return w.bar(crumb(w.Text.Get("check", "title"))) }

// checkIntro says what the check is for, and that it is not compulsory.
func (w *writer) checkIntro() Node {
	content := []Node{
		para("meta", Muted, w.t("check.meta-"+string(w.state.Check.Phase), locale.N("n", len(w.checkSet().Items)))),
		heading("title", 1, Title, w.Text.Get("check", "title")),
	}
	content = append(content, w.prose("intro", Lead, w.Text.Get("check", "intro"))...)
	content = append(content, dock(flow("actions",
		button("begin", Primary, w.t("check.begin"), play.Begin{}, "Enter"),
		w.withoutCheck())))
	return w.page("check", w.Text.Get("check", "title"), w.bar(), content...)
}

// withoutCheck goes on without the check: to the first case before play, else
// to the results.
func (w *writer) withoutCheck() Node {
	heads := w.Pack.Head().Cases
	if w.state.Check.Phase == play.BeforePlay && len(heads) > 0 {
		return button("without", Secondary, w.t("check.without"), play.OpenCase{Case: heads[0].ID})
	}
	return button("without", Secondary, w.t("check.without"), play.Show{Screen: play.Results})
}

// checkItem is one short report, to be relied on or not.
func (w *writer) checkItem() Node {
	set := w.checkSet()
	if w.state.Check.Item >= len(set.Items) {
		return w.checkEnd()
	}
	item := set.Items[w.state.Check.Item]
	levels := Node{ID: "levels", Role: RadioGroup, Look: Chips, Name: w.t("check.question")}
	for i := range score.Levels {
		levels.Children = append(levels.Children, Node{
			ID: "level-" + strconv.Itoa(i+1), Role: Radio, Look: Chip, Text: w.level(i + 1),
			Checked: w.state.Draft.Level == i+1, On: play.Forecast{Level: i + 1}, Keys: []string{strconv.Itoa(i + 1)},
		})
	}
	commit := button("commit", Primary, w.t("check.next"), play.Commit{}, "Enter")
	commit.Disabled = w.state.Draft.Level == 0
	return w.page("check-item-"+item.ID, w.Text.Get("check", "title"), w.checkBar(),
		para("meta", Muted, w.t("check.progress", locale.N("n", w.state.Check.Item+1), locale.N("total", len(set.Items)))),
		heading("title", 1, Title, w.t("check.question")),
		card("report", w.t("check.report"), para("report-text", Quote, w.Text.Get("check", "sets", set.ID, item.ID, "text"))),
		levels,
		dock(commit))
}

// checkEnd ends a check. Before play it holds the result back, so that knowing
// it does not change how one plays.
func (w *writer) checkEnd() Node {
	text, next := w.t("check.end"), w.t("check.see")
	if w.state.Check.Phase == play.BeforePlay {
		text = w.t("check.end-before")
		next = w.t("home.start", locale.A("year", strconv.Itoa(w.Pack.Head().Cases[0].From.Year)))
	}
	return w.page("check-end", w.Text.Get("check", "title"), w.checkBar(),
		heading("title", 1, Title, w.t("check.done")),
		para("end-text", Lead, text),
		dock(button("next", Primary, next, play.Next{}, "Enter")))
}

// checkResult sets the checks side by side, with plain words for what so few
// items can and cannot show.
func (w *writer) checkResult() Node {
	d, _ := w.Pack.Desk()
	rows := [][]string{{w.t("check.measure")}, {w.t("check.hits")}, {w.t("check.alarms")}, {w.t("check.discrimination")}, {w.t("check.brier")}}
	var items []Node
	for _, phase := range play.Phases {
		if !w.state.CheckDone(d, phase) {
			continue
		}
		c := score.CheckOf(d, w.state, phase)
		for i, text := range []string{
			w.t("check.phase-" + string(phase)),
			w.t("reveal.evidence-of", locale.N("n", c.Hits), locale.N("total", c.Unsound)),
			w.t("reveal.evidence-of", locale.N("n", c.FalseAlarms), locale.N("total", c.Sound)),
			w.Strings.Number(c.Discrimination, 2), w.Strings.Number(c.Brier, 2),
		} {
			rows[i] = append(rows[i], text)
		}
		items = append(items, w.checkAnswers(d, phase))
	}
	left := []Node{
		card("result", w.t("check.result"), table("result-table", w.t("check.result"), rows),
			para("result-hits", Small, w.t("check.explain-hits")),
			para("result-discrimination", Small, w.t("check.explain-discrimination")),
			para("result-brier", Small, w.t("check.explain-brier"))),
		para("limits", Body, w.t("check.limits")),
	}
	return w.page("check-result", w.t("check.result"), w.checkBar(),
		heading("title", 1, Title, w.t("check.result")),
		Node{ID: "columns", Role: Generic, Look: Halves, Children: []Node{
			stack("left", left...),
			stack("right", append(items, dock(button("see-results", Primary, w.t("home.results"), play.Show{Screen: play.Results}, "Enter")))...)}})
}

// checkAnswers explains each item of a check that is done.
func (w *writer) checkAnswers(d *pack.Desk, phase play.Phase) Node {
	set := w.state.CheckSet(d, phase)
	id := "answers-" + string(phase)
	list := Node{ID: id + "-list", Role: List, Look: Facts}
	for i, item := range set.Items {
		a, _ := w.state.CheckAnswer(phase, item.ID)
		key := "check.unsound"
		if item.Sound {
			key = "check.sound"
		}
		at := id + "-" + item.ID
		list.Children = append(list.Children, Node{ID: at, Role: ListItem, Look: Fact, Mark: strconv.Itoa(i + 1), Children: []Node{
			para(at+"-text", Body, w.Text.Get("check", "sets", set.ID, item.ID, "text")),
			para(at+"-yours", Small, w.t("check.yours", locale.A("level", w.level(a.Level)))),
			labelled(at+"-why", Small, w.t(key), w.Text.Get("check", "sets", set.ID, item.ID, "why")),
		}})
	}
	return card(id, w.t("check.phase-"+string(phase)), list)
}
