package view

import (
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/score"
)

// decision is the day itself: what was known, and what could be done.
func (w *writer) decision() Node {
	content := []Node{
		para("meta", Muted, capital(w.Strings.Date(w.step.Date))+" · "+w.s("place")+" · "+w.s("seat")),
		heading("title", 1, Title, w.s("title")),
	}
	if a, ok := w.state.Answer(w.theCase.ID, w.step.ID); ok && !a.Skipped {
		content = append(content, para("again", Muted, w.t("decision.again")))
	}
	options := w.options()
	choices := stack("choices", unseenHeading("options-title", options.Name), options)
	if len(w.step.Reasons) > 0 {
		choices.Children = append(choices.Children, w.reasons())
	}
	if w.step.Kind.Traits().Forecast {
		choices.Children = append(choices.Children, w.levels())
	}
	choices.Children = append(choices.Children, w.commit())
	content = append(content, Node{ID: "columns", Role: Generic, Look: NarrowWide, Children: []Node{w.known(), choices}})
	return w.page("decision-"+w.step.ID, w.s("title"), w.bar(w.where()), content...)
}

// caveats is a warning about what a step rests on, with all its kinds.
func (w *writer) caveats() []Node {
	if len(w.step.Caveats) == 0 {
		return nil
	}
	var kinds []string
	for _, c := range w.step.Caveats {
		kinds = append(kinds, w.t("caveat."+c))
	}
	return []Node{labelled("caveat", Caveat, strings.Join(kinds, " · ")+" ·", w.s("caveat"))}
}

// byKind is a text that some kinds of step have in words of their own.
func (w *writer) byKind(key string, args ...locale.Arg) string {
	return w.t(w.step.Kind.Key(key), args...)
}

// letter is the sign of an option: A for the first.
func letter(i int) string { return string(rune('A' + i)) }

// options is what can be done, in this player's order: letters and keys go by
// what is on the screen.
func (w *writer) options() Node {
	name := w.byKind("decision.options")
	g := Node{ID: "options", Role: RadioGroup, Look: Options, Name: name}
	for i, o := range w.state.Options(w.theCase.ID, w.step) {
		id := "option-" + o.ID
		label, detail := w.s("options", o.ID, "label"), w.s("options", o.ID, "detail")
		g.Children = append(g.Children, Node{
			ID: id, Role: Radio, Look: Option, Mark: letter(i),
			Name:    w.t("decision.option-name", locale.A("letter", letter(i)), locale.A("label", label), locale.A("detail", detail)),
			Checked: w.state.Draft.Option == o.ID, On: play.Choose{Option: o.ID},
			Keys: []string{strings.ToLower(letter(i)), strconv.Itoa(i + 1)},
			Children: []Node{
				{ID: id + "-label", Role: Strong, Look: Body, Text: label},
				{ID: id + "-detail", Role: TextRole, Look: Muted, Text: detail},
			},
		})
	}
	return g
}

// reasons is the principles on offer; what the one given means is said below.
func (w *writer) reasons() Node {
	chips := Node{ID: "reasons", Role: RadioGroup, Look: Chips, Name: w.t("decision.reason")}
	for _, p := range w.step.Reasons {
		chips.Children = append(chips.Children, Node{
			ID: "reason-" + p, Role: Radio, Look: Chip, Text: w.principle(p),
			Checked: w.state.Draft.Principle == p, On: play.GiveReason{Principle: p},
		})
	}
	block := stack("reason-block", heading("reason-title", 2, Label, w.t("decision.reason")), chips)
	if gloss := w.Text.Get("principles", w.state.Draft.Principle, "gloss"); gloss != "" {
		block.Children = append(block.Children, para("reason-gloss", Small, gloss))
	}
	return block
}

func (w *writer) levels() Node {
	title := w.byKind("decision.forecast")
	chips := Node{ID: "levels", Role: RadioGroup, Look: Chips, Name: title}
	for i := range score.Levels {
		chips.Children = append(chips.Children, Node{
			ID: "level-" + strconv.Itoa(i+1), Role: Radio, Look: Chip, Text: w.level(i + 1),
			Checked: w.state.Draft.Level == i+1, On: play.Forecast{Level: i + 1},
		})
	}
	return stack("level-block", heading("level-title", 2, Label, title), chips)
}

func (w *writer) level(n int) string { return w.t("level." + strconv.Itoa(n)) }

// commit is the main action; it waits until all three questions are answered.
func (w *writer) commit() Node {
	text := w.byKind("decision.commit")
	var missing []string
	if w.state.Draft.Option == "" {
		missing = append(missing, w.t("decision.still-option"))
	}
	if w.state.Draft.Principle == "" && len(w.step.Reasons) > 0 {
		missing = append(missing, w.t("decision.still-reason"))
	}
	if w.state.Draft.Level == 0 && w.step.Kind.Traits().Forecast {
		missing = append(missing, w.t("decision.still-forecast"))
	}
	status := w.t("decision.ready")
	if len(missing) > 0 {
		status = w.t("decision.still", locale.A("what", w.Strings.List(missing)))
	}
	commit := button("commit", Primary, text, play.Commit{}, "Enter")
	commit.Disabled, commit.Why = len(missing) > 0, "still"
	return dock(
		flow("actions", commit, button("skip", Secondary, w.t("decision.skip"), play.Skip{})),
		Node{ID: "still", Role: Status, Look: Small, Text: status})
}
