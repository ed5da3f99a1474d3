package view

import (
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// changeOfSeat is the screen on which the seat changes: who the player is from now on, what runs through the
// new seat, and what can and cannot be done from it.
func (w *writer) changeOfSeat() Node {
	before := w.state.SeatBefore(w.theCase)
	left := stack("left",
		para("meta", Muted, capital(w.Strings.Date(w.step.Date))+" · "+w.s("place")),
		Node{ID: "title", Role: Heading, Level: 1, Look: Display, Children: []Node{
			{ID: "title-now", Role: TextRole, Text: w.t("seat.now") + " "},
			{ID: "title-who", Role: TextRole, Look: YourWords, Text: w.actor(w.step.Actor)},
		}})
	left.Children = append(left.Children, w.takes()...)
	left.Children = append(left.Children, dock(flow("actions", button("take", Primary, w.t("seat.take"), play.Begin{}, "Enter"))))
	root := w.page("seat-"+w.step.ID, w.t("seat.page", locale.A("actor", w.actor(w.step.Actor))), w.bar(w.where()),
		Node{ID: "columns", Role: Generic, Look: Halves, Children: []Node{left, w.layers(w.step.Seat)}},
		Node{ID: "strip-row", Role: Generic, Look: TitleRow, Children: []Node{para("strip-note", Muted, w.t("seat.strip")), w.strip(before)}})
	root.After = "reveal-" + before.ID
	return root
}

// takes is what the seat holds, and what can and cannot be done from it; for a pack
// that does not say so, what its layer can do.
func (w *writer) takes() []Node {
	if w.s("takes", "holds") == "" {
		return []Node{para("holds", Lead, w.t("seat.layer", locale.A("layer", w.Text.Get("layers", w.step.Seat, "you")),
			locale.A("power", w.Text.Get("layers", w.step.Seat, "power"))))}
	}
	holds := para("holds", Lead, w.s("takes", "holds"))
	holds.Claims = w.step.Takes
	return []Node{holds, {ID: "can", Role: Paragraph, Look: Lead, Children: []Node{
		{ID: "can-label", Role: Strong, Text: w.t("seat.can")},
		{ID: "can-text", Role: TextRole, Text: " " + w.s("takes", "can") + " "},
		{ID: "cannot-label", Role: Strong, Text: w.t("seat.cannot")},
		{ID: "cannot-text", Role: TextRole, Text: " " + w.s("takes", "cannot")},
	}}}
}

// strip is the layers side by side with the player's seat, and the seat before it
// where it is new.
func (w *writer) strip(before *pack.Step) Node {
	lib, _ := w.Pack.Library()
	chart := &Chart{Kind: Strip, Series: []Series{{Kind: Others}, {Kind: You}}, Table: [][]string{{w.t("seat.layer-name"), w.t("reveal.ladder-who")}}}
	var said []string
	for i, id := range lib.Layers {
		name := w.Text.Get("layers", id, "you")
		p, series, who := Point{X: float64(i), Mark: id, Label: name}, &chart.Series[0], ""
		if id == w.step.Seat {
			series, who = &chart.Series[1], w.t("reveal.you")
			series.Name = w.t("briefing.you", locale.A("layer", name))
			name = series.Name
		}
		if before != nil && id == before.Seat {
			p.Weight = 1
		}
		series.Points = append(series.Points, p)
		said = append(said, name)
		chart.Table = append(chart.Table, []string{p.Label, who})
	}
	return Node{ID: "strip", Role: Figure, Chart: chart, Name: w.t("seat.strip-name"), Text: strings.Join(said, w.t("list.comma")) + w.t("list.semicolon") + w.s("seat")}
}
