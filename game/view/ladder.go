package view

import (
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// ladder is the step's options on one axis, each with its letter and its name:
// the player's and the one that happened are marked.
func (w *writer) ladder(a play.Answer) Node {
	chart := &Chart{
		Kind:   Ladder,
		Series: []Series{{Kind: Others}, {Kind: Happened, Name: w.byKind("reveal.they")}, {Kind: You, Name: w.t("reveal.you")}},
		XTicks: []Tick{{0, w.end("low")}, {100, w.end("high")}},
		Table:  [][]string{{w.t("reveal.ladder-option"), w.t("reveal.ladder-place"), w.t("reveal.ladder-who")}},
	}
	others, theirs, yours := &chart.Series[0], &chart.Series[1], &chart.Series[2]
	shown := w.state.Options(w.theCase.ID, w.step)
	for _, o := range w.step.Options {
		p := Point{X: float64(o.Ladder), Mark: letterOf(shown, o.ID), Label: w.optionName(o.ID)}
		mine, real := o.ID == a.First.Option && !a.Skipped, o.ID == w.step.Happened
		var who []string
		if mine {
			yours.Points = append(yours.Points, p)
			who = append(who, yours.Name)
		}
		if real {
			theirs.Points = append(theirs.Points, p)
			who = append(who, theirs.Name)
		}
		if len(who) == 0 {
			others.Points = append(others.Points, p)
			who = []string{w.t("reveal.ladder-nobody")}
		}
		chart.Table = append(chart.Table, []string{p.Mark + " " + p.Label, w.Strings.Number(p.X, 0), strings.Join(who, w.t("list.comma"))})
	}
	return Node{
		ID: "ladder", Role: Figure, Name: w.t("reveal.ladder"), Chart: chart,
		Text: w.t("reveal.ladder-summary", locale.A("low", w.end("low")), locale.A("high", w.end("high"))),
	}
}

// letterOf is the letter that an option had when the player chose.
func letterOf(shown []pack.Option, id string) string {
	for i, o := range shown {
		if o.ID == id {
			return letter(i)
		}
	}
	return ""
}

// optionName is an option in two or three words, or in as few as the pack has.
func (w *writer) optionName(id string) string {
	if name := w.s("options", id, "name"); name != "" {
		return name
	}
	return w.s("options", id, "short")
}

// end is the word at an end of the ladder: the step's own, else the case's.
func (w *writer) end(which string) string {
	if own := w.s(which); own != "" {
		return own
	}
	return w.c(which)
}
