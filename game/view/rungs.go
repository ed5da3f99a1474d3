package view

import (
	"slices"
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// rungs is all steps of the case, one below the other and in time: what the player
// chose and what the real provider did, in words and as places. Of a step that the
// player has not come to it tells only when it was.
func (w *writer) rungs() Node {
	steps := w.theCase.Steps
	axis := timeScale(daysOf(steps))
	yours, theirs := Series{Kind: You, Name: w.t("debrief.yours")}, Series{Kind: Happened, Name: w.t("debrief.theirs")}
	chart := &Chart{Kind: Rungs, XName: w.t("debrief.to-scale"), Breaks: axis.breaks,
		Table: [][]string{{w.t("debrief.step"), w.t("debrief.road-date"), yours.Name, theirs.Name, w.t("debrief.bet")}}}
	if slices.ContainsFunc(steps, func(s pack.Step) bool { return s.OnRoad() }) {
		chart.XTicks = []Tick{{0, w.c("low")}, {100, w.c("high")}}
	}
	for i := range steps {
		st := &steps[i]
		a, played := w.state.Answer(w.theCase.ID, st.ID)
		chart.Rungs = append(chart.Rungs, Rung{Time: axis.at[i], Own: !st.OnRoad(), Closed: !played})
		row := []string{w.stepName(st), w.tick(st.Date), w.t("debrief.skipped"), "–", "–"}
		if !played {
			row[0], row[2] = w.t("debrief.further"), w.t("debrief.not-played")
			chart.Table = append(chart.Table, row)
			continue
		}
		place := func(s *Series, c play.Choice) string {
			_, o := st.Option(c.Option)
			x := float64(o.Ladder)
			if c.Drawn > 0 {
				x = float64(c.Drawn*100) / float64(st.Draw.Top)
			}
			s.Points = append(s.Points, Point{X: x, Y: float64(i)})
			return w.yours(st, c)
		}
		if !a.Skipped {
			row[2] = place(&yours, a.First)
			row[4] = w.stepBet(score.Of(st, a))
		}
		if st.Happened != "" {
			row[3] = place(&theirs, play.Choice{Option: st.Happened})
			if row[3] == row[2] {
				row[3] = w.t("debrief.the-same")
			}
		}
		chart.Table = append(chart.Table, row)
	}
	chart.Series = []Series{theirs, yours}
	summary := w.Strings.Plural("debrief.rungs-summary", len(steps))
	if len(axis.breaks) > 0 {
		summary += " " + w.t("debrief.rungs-cut")
	}
	return Node{ID: "rungs", Role: Figure, Name: w.t("debrief.rungs"), Chart: chart, Text: summary}
}

// daysOf is when steps were, in days from the first. None is before the one before
// it, whatever a pack says.
func daysOf(steps []pack.Step) []int {
	days := make([]int, len(steps))
	for i := 1; i < len(steps); i++ {
		days[i] = max(days[i-1], steps[i].Date.DaysAfter(steps[0].Date))
	}
	return days
}

// caseScore is the scores of a case at one glance.
func (w *writer) caseScore(s score.Sum) Node {
	same, _ := matches(s)
	cells := []Node{scoreCell("sum-match", Yours, w.t("debrief.same"), w.t("debrief.match-of", locale.A("n", strconv.Itoa(same)), locale.N("total", s.Of)), w.t("debrief.not-right"))}
	switch {
	case s.Averaged():
		cells = append(cells, scoreCell("sum-bets", Theirs, w.t("debrief.bets"), w.signed(s.Better), w.Strings.Plural("debrief.bets-note", s.Bets)))
	case s.Bets > 0:
		cells = append(cells, scoreCell("sum-bets", Theirs, w.t("debrief.bets"), "–", w.Strings.Plural("score.too-few", s.Bets, locale.N("least", score.FewestBets))))
	}
	if s.Forecasts > 0 {
		cells = append(cells, scoreCell("sum-forecast", Theirs, w.t("debrief.forecast"), w.Strings.Number(s.Forecast, 1), w.Strings.Plural("debrief.forecast-note", s.Forecasts)))
	}
	if s.Named != "" {
		note := w.t("debrief.kept")
		if n := len(s.Breaks); n > 0 {
			note = w.Strings.Plural("debrief.against", n)
		}
		cells = append(cells, scoreCell("sum-named", Small, w.t("debrief.named"), w.principle(s.Named), note))
	}
	return Node{ID: "score", Role: Generic, Look: Stack, Children: []Node{
		unseenHeading("score-title", w.t("debrief.scores")),
		{ID: "score-table", Role: Table, Look: Cells, Children: cells},
	}}
}

// matches counts the steps at which the player did the same, and partly the same.
func matches(s score.Sum) (same, partly int) {
	for _, st := range s.Steps {
		switch st.Match {
		case score.Points(pack.Full):
			same++
		case score.Points(pack.Partial):
			partly++
		}
	}
	return same, partly
}
