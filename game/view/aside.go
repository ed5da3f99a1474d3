package view

import (
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Copy is a game that was put aside.
type Copy struct {
	Name    string // what it is kept under
	Pack    string // the title of its pack, or what that calls itself
	Date    string // ISO 8601; "" where it is not known
	Answers int
	Lesson  bool // with a class
	// Fault is why it cannot be opened, the last word of a key below aside; ""
	// where it can.
	Fault string
}

// aside lists the games that were put aside, each to be gone on with.
func (w *writer) aside() Node {
	content := []Node{
		heading("title", 1, Title, w.t("aside.title")),
		para("intro", Lead, w.t("aside.intro")),
	}
	list := Node{ID: "copies", Role: List, Look: Thirds}
	for i, c := range w.Copies {
		list.Children = append(list.Children, w.copyCard("copy-"+strconv.Itoa(i+1), c))
	}
	if len(list.Children) > 0 {
		content = append(content, list)
	} else {
		content = append(content, para("none", Body, w.t("aside.none")))
	}
	content = append(content, dock(button("back", Primary, w.t("settings.done"), play.Back{}, "Escape", "Backspace", "Enter")))
	return w.page("aside", w.t("aside.title"), w.bar(), content...)
}

// copyCard is one game that was put aside; the whole card is the button.
func (w *writer) copyCard(id string, c Copy) Node {
	when := w.t("aside.no-date")
	if m, err := pack.ParseMoment(c.Date); err == nil {
		when = w.t("aside.date", locale.A("date", w.Strings.Date(m)))
	}
	what := w.Strings.Plural("aside.answers", c.Answers)
	switch {
	case c.Fault != "":
		what = w.t("aside." + c.Fault)
	case c.Lesson:
		what = w.t("aside.lesson")
	}
	card := Node{ID: id, Role: Button, Look: CardButton, On: play.Ask{What: play.BringBack, Of: c.Name}, Disabled: c.Fault != "", Children: []Node{
		{ID: id + "-pack", Role: TextRole, Look: Subtitle, Text: c.Pack},
		{ID: id + "-what", Role: TextRole, Look: Muted, Text: what},
		{ID: id + "-date", Role: TextRole, Look: Small, Text: when},
	}}
	return Node{ID: id + "-item", Role: ListItem, Children: []Node{card}}
}
