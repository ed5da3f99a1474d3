package view

import (
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// log is everything said and chosen so far, case by case.
func (w *writer) log() Node {
	content := []Node{heading("title", 1, Title, w.t("log.title")), para("intro", Muted, w.t("log.intro"))}
	if len(w.state.Answers) == 0 {
		content = append(content, para("empty", Body, w.t("log.empty")))
	}
	for _, h := range w.Pack.Head().Cases {
		if !w.state.Started(h.ID) {
			continue
		}
		c, _ := w.Pack.Case(h.ID)
		list := Node{ID: "log-" + h.ID, Role: List, Look: Facts}
		for i := range c.Steps {
			if a, ok := w.state.Answer(h.ID, c.Steps[i].ID); ok {
				list.Children = append(list.Children, w.logEntry(c, &c.Steps[i], a))
			}
		}
		content = append(content, card("log-card-"+h.ID, w.Text.Get("cases", h.ID, "title"), list))
	}
	content = append(content, dock(button("back", Primary, w.t("bar.back"), play.Back{}, "Escape", "Backspace", "Enter")))
	return w.page("log", w.t("log.title"), w.bar(), content...)
}

func (w *writer) logEntry(c *pack.Case, st *pack.Step, a play.Answer) Node {
	id := "log-" + st.ID
	title := w.stepText(c.ID, st.ID, "title")
	short := func(option string) string { return w.stepText(c.ID, st.ID, "options", option, "short") }
	parts := []Node{
		para(id+"-date", Small, w.Strings.Date(st.Date)),
		heading(id+"-title", 3, Body, title),
	}
	if a.Skipped {
		parts = append(parts, para(id+"-skipped", Muted, w.t("log.skipped")))
	} else {
		parts = append(parts, para(id+"-you", Yours, w.t("log.you", locale.A("short", short(a.First.Option)))))
		if st.Happened != "" {
			parts = append(parts, para(id+"-they", Theirs, w.t("log.they", locale.A("actor", w.actor(st.Actor)), locale.A("short", short(st.Happened)))))
		}
		if a.First.Principle != "" {
			parts = append(parts, para(id+"-reason", Small, w.t("log.reason", locale.A("principle", w.principle(a.First.Principle)))))
		}
		if s := score.Of(st, a); s.Bet.Made() {
			parts = append(parts, para(id+"-bet", Small, w.t("log.bet", locale.A("short", short(s.Bet.Option)),
				locale.A("chance", w.inHundred(s.Bet.InHundred)), locale.A("better", w.better(s.Bet.Better)))))
		} else if s.Level > 0 {
			parts = append(parts, para(id+"-forecast", Small, w.t("log.forecast", locale.A("level", w.level(s.Level)), locale.A("score", w.Strings.Number(s.Forecast, 0)))))
		}
		if a.Changed() {
			parts = append(parts, para(id+"-changed", Small, w.t("log.changed", locale.A("short", short(a.Last.Option)))))
		}
		parts = append(parts, para(id+"-sources", Small, w.t("log.sources", locale.A("sources", w.sourceNames(st)))))
	}
	open := button(id+"-open", Secondary, w.t("log.open"), play.GoTo{Case: c.ID, Step: st.ID})
	open.Name = w.t("log.open-name", locale.A("title", title))
	return Node{ID: id, Role: ListItem, Look: Fact, Claims: st.Outcome, Children: append(parts, open)}
}

func (w *writer) sourceNames(st *pack.Step) string {
	names := make([]string, len(st.Sources))
	for i, id := range st.Sources {
		s := w.Pack.Source(id)
		names[i] = s.Publisher + ", " + w.Strings.ShortDate(s.Date)
	}
	return strings.Join(names, " · ")
}
