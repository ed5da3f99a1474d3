package view

import (
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// form is what is to be answered: what the player would do and why, then what the
// player bets that the real provider did. Nothing is chosen beforehand.
func (w *writer) form() Node {
	choices := Node{ID: "choices", Role: Generic, Look: Form}
	if w.step.Draw != nil {
		choices.Children = w.drawForm()
	} else {
		options := w.options()
		choices.Children = []Node{heading("options-title", 2, Yours, options.Name), options}
	}
	if len(w.step.Reasons) > 0 {
		choices.Children = append(choices.Children, w.reasons())
	}
	if w.asksBet() {
		choices.Children = append(choices.Children, w.bet())
	}
	choices.Children = append(choices.Children, w.commit())
	return choices
}

// asksBet says whether the player is asked for a bet at this step.
func (w *writer) asksBet() bool { return w.state.AsksBet(w.Pack, w.theCase, w.step) }

// letter is the sign of an option: A for the first.
func letter(i int) string { return string(rune('A' + i)) }

// fullOption is an option in full, for those who do not see its letter.
func (w *writer) fullOption(i int, o *pack.Option) string {
	return w.t("decision.option-name", locale.A("letter", letter(i)), locale.A("label", w.s("options", o.ID, "label")), locale.A("detail", w.s("options", o.ID, "detail")))
}

// options is what can be done, in this player's order: letters and keys go by
// what is on the screen.
func (w *writer) options() Node {
	g := Node{ID: "options", Role: RadioGroup, Look: Options, Name: w.byKind("decision.options")}
	for i, o := range w.state.Options(w.theCase.ID, w.step) {
		id := "option-" + o.ID
		g.Children = append(g.Children, Node{
			ID: id, Role: Radio, Look: Option, Mark: letter(i), Name: w.fullOption(i, &o),
			Checked: w.state.Draft.Option == o.ID, On: play.Choose{Option: o.ID},
			Keys: []string{strings.ToLower(letter(i))},
			Children: []Node{
				{ID: id + "-label", Role: Strong, Look: Body, Text: w.s("options", o.ID, "label")},
				{ID: id + "-detail", Role: TextRole, Look: Muted, Text: w.s("options", o.ID, "detail")},
			},
		})
	}
	return g
}

// reasons is the principles on offer, and what the one given means, which is said when it
// is chosen. There is room for what each means from the start.
func (w *writer) reasons() Node {
	chips := Node{ID: "reasons", Role: RadioGroup, Look: Chips, Name: w.t("decision.reason")}
	gloss := Node{ID: "reason-gloss", Role: Status, Look: Gloss, Text: w.Text.Get("principles", w.state.Draft.Principle, "gloss")}
	for _, p := range w.step.Reasons {
		chips.Children = append(chips.Children, Node{
			ID: "reason-" + p, Role: Radio, Look: Chip, Text: w.principle(p),
			Checked: w.state.Draft.Principle == p, On: play.GiveReason{Principle: p},
		})
		gloss.Room = append(gloss.Room, w.Text.Get("principles", p, "gloss"))
	}
	return Node{ID: "reason-block", Role: Generic, Look: Form, Children: []Node{heading("reason-title", 2, Label, w.t("decision.reason")), chips, gloss}}
}

// bet is what the player thinks that the real provider did, and how sure that is.
// The same option may be the player's own. Each has its letter and its name.
func (w *writer) bet() Node {
	ask := w.askBet()
	letters := Node{ID: "bets", Role: RadioGroup, Look: Letters, Name: ask}
	for i, o := range w.state.Options(w.theCase.ID, w.step) {
		name := w.optionName(o.ID)
		letters.Children = append(letters.Children, Node{
			ID: "bet-" + o.ID, Role: Radio, Look: Key, Mark: letter(i),
			Name:    w.t("decision.bet-name", locale.A("letter", letter(i)), locale.A("label", name)),
			Checked: w.state.Draft.Bet == o.ID, On: play.Bet{Option: o.ID}, Keys: []string{letter(i)},
			Children: []Node{{ID: "bet-" + o.ID + "-name", Role: TextRole, Text: name}},
		})
	}
	return Node{ID: "bet-block", Role: Generic, Look: Form, Children: []Node{
		heading("bet-title", 2, Theirs, ask),
		{ID: "bet-row", Role: Generic, Look: Beside, Children: []Node{letters, w.stakes()}},
	}}
}

// askBet asks what the provider of the step is thought to have done, by its name.
func (w *writer) askBet() string {
	return w.t("decision.bet", locale.A("actor", w.actor(w.step.Actor)))
}

// stakes is the scale on which players say how sure they are of the bet: under the
// chosen stop the chance in words, and at both ends what they are called.
func (w *writer) stakes() Node {
	scale := Node{ID: "stakes", Role: RadioGroup, Look: Scale, Name: w.t("decision.stake")}
	for stop := 1; stop <= score.Stops; stop++ {
		id := strconv.Itoa(stop)
		scale.Children = append(scale.Children, Node{ID: "stake-" + id, Role: Radio, Look: Stop, Name: w.stakeName(stop),
			Checked: w.state.Draft.Stop == stop, On: play.Stake{Stop: stop}, Keys: []string{id}})
	}
	if stop := w.state.Draft.Stop; stop > 0 {
		scale.Children = append(scale.Children, para("stake-chance", Value, w.stakeName(stop)))
	}
	scale.Children = append(scale.Children, para("stake-low", Small, w.t("decision.stake-low")), para("stake-high", Small, w.t("decision.stake-high")))
	return scale
}

// stakeName is a stop in words: its chance, and at both ends what it is called.
func (w *writer) stakeName(stop int) string {
	words := map[int]string{1: w.t("decision.stake-low"), score.Stops: w.t("decision.stake-high")}[stop]
	if words == "" {
		return w.chance(stop)
	}
	return w.t("decision.stake-name", locale.A("words", words), locale.A("chance", w.chance(stop)))
}

// chance is what a stop gives to a bet on one of the step's options.
func (w *writer) chance(stop int) string {
	return w.inHundred(score.InHundred(len(w.step.Options), stop))
}

// inHundred is a chance in words.
func (w *writer) inHundred(n int) string { return w.t("decision.in-hundred", locale.N("n", n)) }

// level is a degree of certainty of a check, 1 to 5.
func (w *writer) level(n int) string { return w.t("level." + strconv.Itoa(n)) }

// lack is something still to choose: its words, and the group that it is in.
type lack struct{ words, group string }

// lacking is what is still to choose, in reading order.
func (w *writer) lacking() []lack {
	d, bets := w.state.Draft, w.asksBet()
	var all []lack
	add := func(missing bool, words, group string) {
		if missing {
			all = append(all, lack{words, group})
		}
	}
	add(d.Option == "", w.byKind("decision.still-option"), "options")
	add(d.Principle == "" && len(w.step.Reasons) > 0, w.t("decision.still-reason"), "reasons")
	add(d.Bet == "" && bets, w.t("decision.still-bet"), "bets")
	add(d.Stop == 0 && bets, w.t("decision.still-stake"), "stakes")
	return all
}

// commit is the main action. Pressed too early it leads to what is missing, and
// that is said. It docks once an option is chosen, and where there is room for two
// columns at once: on a phone there is nothing to commit before that, and the room is
// needed for the options. What explains the picture, and to leave the step out, are
// the last things on it, and never dock.
func (w *writer) commit() Node {
	commit := button("commit", Primary, w.byKind("decision.commit"), play.Commit{}, "Enter")
	status := Node{ID: "still", Role: Status, Look: Small}
	if missing := w.lacking(); len(missing) > 0 {
		commit.On, commit.To = play.TooEarly{}, missing[0].group
		if w.state.TooEarly {
			var words []string
			for _, m := range missing {
				words = append(words, m.words)
			}
			status.Text = w.t("decision.still", locale.A("what", w.Strings.List(words)))
		}
	}
	actions := dock(commit, status)
	if len(w.theCase.Tries) > 0 {
		actions.Children = append(actions.Children, w.toModel(Aside))
	}
	actions.Children = append(actions.Children, button("skip", Aside, w.t("decision.skip"), play.Pass{}))
	if w.state.Draft.Option == "" {
		actions.Look = WideDock
	}
	return actions
}
