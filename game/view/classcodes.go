package view

import (
	"strconv"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// classCodes takes the codes of those who played alone, and says what is wrong
// with those that are no use.
func (w *writer) classCodes() Node {
	s := &w.state.Class
	content := []Node{
		heading("title", 1, Title, w.t("class.codes-title")),
		para("intro", Body, w.t("class.codes-intro")),
		{ID: "codes-count", Role: Status, Look: Body, Text: w.codesCount()},
	}
	if len(s.Refused) > 0 {
		list := Node{ID: "refused", Role: List, Look: Facts}
		for i, r := range s.Refused {
			id := "refused-" + strconv.Itoa(i+1)
			list.Children = append(list.Children, Node{ID: id, Role: ListItem, Look: Fact, Mark: strconv.Itoa(i + 1), Children: []Node{
				para(id+"-code", Value, r.Code),
				para(id+"-why", Small, w.t("class.refused-"+r.Kind, locale.A("detail", r.Detail), locale.N("want", r.Want))),
			}})
		}
		content = append(content, card("refused-card", w.Strings.Plural("class.refused", s.Bad), list))
	}
	if rows := w.aloneTable(); len(rows) > 1 {
		content = append(content, card("alone", w.t("class.alone"), table("alone-table", w.t("class.alone"), rows)))
	}
	actions := []Node{button("ask-codes", Primary, w.t("class.paste"), play.Ask{What: play.AskCodes}, "Enter")}
	if n := len(s.Again); n > 0 {
		actions = append(actions, button("count-again", Secondary, w.Strings.Plural("class.again-count", n), act(class.Again, 0)))
	}
	takeBack := button("take-back", Secondary, w.t("class.take-back"), act(class.TakeBack, 0))
	takeBack.Disabled = len(s.Pastes) == 0
	forget := button("forget", Secondary, w.t("class.forget"), act(class.Forget, 0))
	forget.Disabled = len(s.Codes) == 0
	actions = append(actions, takeBack, forget, button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))
	content = append(content, dock(flow("actions", actions...)))
	return w.page("class-codes", w.t("class.codes-title"), w.bar(), content...)
}

func (w *writer) codesCount() string {
	s := &w.state.Class
	text := w.Strings.Plural("class.codes", len(s.Codes))
	switch {
	case s.Nothing:
		text += " " + w.t("class.codes-nothing")
	case s.Added > 0 || s.Bad > 0 || s.Over > 0 || len(s.Again) > 0:
		text += " " + w.t("class.codes-added", locale.N("n", s.Added), locale.N("bad", s.Bad+s.Over))
	}
	if n := len(s.Again); n > 0 {
		text += " " + w.Strings.Plural("class.again", n)
	}
	if len(s.Codes) < class.Least {
		text += " " + w.t("class.too-few", locale.N("n", class.Least))
	}
	return text
}

// aloneTable is what those chose who played alone, at every step that enough
// of them answered.
func (w *writer) aloneTable() [][]string {
	rows := [][]string{{w.t("debrief.step"), w.t("class.answers"), w.t("class.choices")}}
	for _, h := range w.Pack.Head().Cases {
		c, _ := w.Pack.Case(h.ID)
		for i := range c.Steps {
			st := &c.Steps[i]
			counts, ok := w.state.Class.Alone(w.Pack, pack.Place{Case: h.ID, Step: st.ID})
			if !ok {
				continue
			}
			n := 0
			for _, count := range counts {
				n += count
			}
			r := classRow{place: pack.Place{Case: h.ID, Step: st.ID}, step: st}
			rows = append(rows, []string{w.stepText(h.ID, st.ID, "title"), strconv.Itoa(n), w.shares(&r, counts)})
		}
	}
	return rows
}
