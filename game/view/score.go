package view

import (
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/score"
)

// better says a score against guessing in words.
func (w *writer) better(x float64) string {
	switch n := score.Shown(x); {
	case n > 0:
		return w.t("score.better", locale.N("n", n))
	case n < 0:
		return w.t("score.worse", locale.N("n", -n))
	}
	return w.t("score.guess")
}

// signed is the same as a figure, for tables: +64, −17, 0.
func (w *writer) signed(x float64) string {
	n := score.Shown(x)
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}

// averaged is the mean of the bets with how many they are, or why there is none.
func (w *writer) averaged(s score.Sum, say func(float64) string) string {
	switch {
	case s.Bets == 0:
		return w.t("score.no-bets")
	case !s.Averaged():
		return w.Strings.Plural("score.too-few", s.Bets, locale.N("least", score.FewestBets))
	}
	return w.Strings.Plural("score.average", s.Bets, locale.A("better", say(s.Better)))
}

// stepBet is the bet of a step as a cell of a table: a dash where there is none.
func (w *writer) stepBet(st score.Step) string {
	switch {
	case st.Bet.Made():
		return w.signed(st.Bet.Better)
	case st.Level > 0:
		return w.t("score.of-then", locale.A("n", w.Strings.Number(st.Forecast, 0)))
	}
	return "–"
}

// stepScore is what became of the choice, the bet and the reason of a step, by the
// first answer, as score.Of has it. The choice is right or wrong in nothing: it says
// whose it was, and of an estimate how near it is.
func (w *writer) stepScore(a play.Answer) Node {
	title := w.byKind("reveal.this")
	if a.Skipped {
		return card("score", title, para("score-none", Body, w.t("reveal.skipped")))
	}
	s := score.Of(w.step, a)
	_, o := w.step.Option(s.Option)
	near := "reveal.match-"
	if !w.step.Kind.Traits().Chosen {
		near = "reveal.estimate-"
	}
	cells := []Node{scoreCell("score-match", Yours, w.byKind("reveal.choice", locale.A("letter", w.letterOf(s.Option))), w.t(near+string(score.MatchOf(o, a.First))), "")}
	notes := []Node{para("not-right", Small, w.t("reveal.not-right"))}
	switch {
	case s.Bet.Made():
		said := w.t("reveal.bet", locale.A("letter", w.letterOf(s.Bet.Option)))
		bet := scoreCell("score-bet", Theirs, said, w.outcome(s.Bet), "")
		better := w.t("reveal.how", locale.A("better", w.better(s.Bet.Better)))
		how := button("score-how", Inline, better, play.Show{Screen: play.Help}).named(sentences(better, w.t("help.scores")))
		bet.Children = append(bet.Children, Node{ID: "score-bet-note", Role: Cell, Look: Small, Children: []Node{how}})
		cells = append(cells, bet)
		if s.Bet.Partly {
			notes = append([]Node{para("partly", Small, w.t("reveal.partly"))}, notes...)
		}
	case s.Level > 0:
		cells = append(cells, scoreCell("score-forecast", Theirs, w.t("reveal.forecast", locale.A("level", w.level(s.Level))), w.t("reveal.forecast-of", locale.A("n", w.Strings.Number(s.Forecast, 0))), ""))
	}
	if s.Fit != score.NoFit {
		cells = append(cells, scoreCell("score-fit", Small, w.t("reveal.fit"), w.t("reveal.fit-"+string(s.Fit)), w.principle(s.Principle)))
	}
	return Node{ID: "score", Role: Generic, Look: Stack, Children: append([]Node{
		unseenHeading("score-title", title), {ID: "score-table", Role: Table, Look: Cells, Children: cells}}, notes...)}
}

// betTold says by ear what came of a bet, as its cell of the score does to the eye; ok is
// false where there was none.
func (w *writer) betTold(a play.Answer) (n Node, ok bool) {
	s := score.Of(w.step, a)
	if a.Skipped || !s.Bet.Made() {
		return Node{}, false
	}
	said := []string{w.t("reveal.bet", locale.A("letter", w.letterOf(s.Bet.Option))), w.outcome(s.Bet), w.better(s.Bet.Better)}
	return para("bet-told", Unseen, sentences(strings.Join(said, w.t("list.comma")))), true
}

// scoreCell is one cell of a score: what it is, its value, and a line on that.
func scoreCell(id string, look Look, what, value, note string) Node {
	cell := Node{ID: id, Role: Row, Children: []Node{
		{ID: id + "-name", Role: RowHeader, Look: look, Text: what},
		{ID: id + "-value", Role: Cell, Look: Value, Text: value},
	}}
	if note != "" {
		cell.Children = append(cell.Children, Node{ID: id + "-note", Role: Cell, Look: Small, Text: note})
	}
	return cell
}

// outcome says what came of a bet.
func (w *writer) outcome(b score.Wager) string {
	if b.Right {
		return w.t("reveal.bet-right")
	}
	return w.t("reveal.bet-missed")
}

// letterOf is the letter that an option of the step had for this player.
func (w *writer) letterOf(id string) string {
	return letterOf(w.state.Options(w.theCase.ID, w.step), id)
}

// scoreRows is the sum of a case, or of all.
func (w *writer) scoreRows(s score.Sum) []Node {
	named := w.t("debrief.named-none")
	switch {
	case s.Named != "":
		named = w.principle(s.Named)
	case s.NamedTimes > 0:
		named = w.t("debrief.named-tie")
	}
	rows := []Node{scoreRow("sum-match", w.t("debrief.match"), w.t("debrief.match-of", locale.A("n", w.Strings.Number(s.Match, 1)), locale.N("total", s.Of)))}
	if s.Bets > 0 || s.Forecasts == 0 {
		rows = append(rows, scoreRow("sum-bets", w.t("debrief.bets"), w.averaged(s, w.better)))
	}
	if s.Forecasts > 0 {
		rows = append(rows, scoreRow("sum-forecast", w.t("debrief.forecast"), w.forecast(s)))
	}
	rows = append(rows, scoreRow("sum-named", w.t("debrief.named"), named))
	if s.Named != "" {
		rows = append(rows, scoreRow("sum-breaks", w.t("debrief.consistency"), w.Strings.Plural("debrief.consistency-of", len(s.Breaks))))
	}
	return append(rows, scoreRow("sum-evidence", w.t("debrief.evidence"), w.t("debrief.evidence-of", locale.N("n", s.Opened), locale.N("total", s.Known))))
}

// forecast is the mean of what was forecast in an older game, by the rule of then.
func (w *writer) forecast(s score.Sum) string {
	return w.Strings.Plural("debrief.forecast-of", s.Forecasts, locale.A("score", w.Strings.Number(s.Forecast, 1)))
}

// scores is the sum of a case.
func (w *writer) scores(s score.Sum) Node {
	notes := []Node{para("not-right", Small, w.t("debrief.not-right"))}
	if s.Bets > 0 {
		notes = append([]Node{para("guess-is-0", Small, w.t("score.guess-is-0"))}, notes...)
	}
	return card("score", w.t("debrief.scores"), append([]Node{
		{ID: "score-table", Role: Table, Look: Stack, Children: w.scoreRows(s)}}, notes...)...)
}
