package view

import (
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// takeAway is the result to keep: as a picture, as a printed page, as text.
func (w *writer) takeAway() Node {
	_, all := score.All(w.Pack, w.state)
	return w.page("take-away", w.t("take.title"), w.bar(),
		heading("title", 1, Title, w.t("take.title")),
		para("intro", Muted, w.t("take.intro")),
		card("road-card", w.t("take.road"), w.wholeRoad()),
		card("text", w.t("take.text"), w.resultLines(all)...),
		w.resultCode(),
		dock(flow("actions",
			button("take-card", Primary, w.t("take.card"), play.Ask{What: play.TakeCard}),
			button("take-page", Secondary, w.t("take.page"), play.Ask{What: play.TakePage}),
			button("take-text", Secondary, w.t("take.copy"), play.Ask{What: play.TakeText}),
			button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))))
}

// resultLines are the result in words, one paragraph a line.
func (w *writer) resultLines(s score.Sum) []Node {
	lines := []Node{para("line-title", Body, w.t("take.line-title", locale.A("title", w.Text.Get("pack", "title"))))}
	if s.Of == 0 {
		return append(lines, para("line-none", Body, w.t("results.headline-none")))
	}
	lines = append(lines, para("line-match", Body, w.t("take.line-match", locale.A("n", w.Strings.Number(s.Match, 1)), locale.N("total", s.Of))))
	if s.Bets > 0 {
		lines = append(lines, para("line-bets", Body, w.t("take.line-bets", locale.A("average", w.averaged(s, w.better)))))
	}
	if s.Forecasts > 0 {
		lines = append(lines, para("line-forecast", Body, w.t("take.line-forecast", locale.A("average", w.forecast(s)))))
	}
	if s.Named != "" {
		lines = append(lines, para("line-named", Body, w.Strings.Plural("take.line-named", len(s.Breaks), locale.A("principle", w.principle(s.Named)))))
	}
	return append(lines, para("line-right", Body, w.t("debrief.not-right")))
}

// wholeRoad is the road of all decisions of all cases that were begun.
func (w *writer) wholeRoad() Node {
	var cases []string
	for _, h := range w.Pack.Head().Cases {
		if w.state.Started(h.ID) {
			cases = append(cases, h.ID)
		}
	}
	return w.roadOf(cases)
}

// roadOf is the player's road and theirs through all that was decided in some cases,
// under the years, or under the days of a single case.
func (w *writer) roadOf(cases []string) Node {
	yours := Series{Kind: You, Name: w.t("debrief.yours")}
	theirs := Series{Kind: Happened, Name: w.t("debrief.what-happened")}
	chart := &Chart{
		Kind:  Road,
		Table: [][]string{{w.t("debrief.road-step"), w.t("debrief.road-date"), w.t("debrief.road-yours"), w.t("debrief.road-theirs")}},
	}
	places := w.placesOf(cases)
	if len(places) == 0 {
		return para("no-road", Body, w.t("results.headline-none"))
	}
	year, met := 0, []string{}
	for i, p := range places {
		met = append(met, p.caseID)
		x := 50.0
		if len(places) > 1 {
			x = 100 * float64(i) / float64(len(places)-1)
		}
		_, mine := p.step.Option(p.answer.First.Option)
		_, real := p.step.Option(p.step.Happened)
		yours.Points = append(yours.Points, Point{X: x, Y: float64(mine.Ladder)})
		theirs.Points = append(theirs.Points, Point{X: x, Y: float64(real.Ladder)})
		switch {
		case len(cases) == 1:
			chart.XTicks = append(chart.XTicks, Tick{x, w.tick(p.step.Date)})
		case p.step.Date.Year != year:
			year = p.step.Date.Year
			chart.XTicks = append(chart.XTicks, Tick{x, w.Strings.Number(float64(year), 0)})
		}
		chart.Table = append(chart.Table, []string{w.stepText(p.caseID, p.step.ID, "title"), w.Strings.ShortDate(p.step.Date),
			w.Strings.Number(float64(mine.Ladder), 0), w.Strings.Number(float64(real.Ladder), 0)})
	}
	chart.Series = []Series{theirs, yours}
	low, high := w.ends(met)
	chart.YTicks = []Tick{{0, low}, {100, high}}
	return Node{ID: "road", Role: Figure, Name: w.t("take.road"), Chart: chart,
		Text: w.Strings.Plural("debrief.road-summary", len(places), locale.A("low", low), locale.A("high", high))}
}

// placed is a decision that has a place on a road.
type placed struct {
	caseID string
	step   *pack.Step
	answer play.Answer
}

// placesOf lists what was decided in some cases and has a place on a road, in time.
func (w *writer) placesOf(cases []string) (all []placed) {
	for _, id := range cases {
		c, _ := w.Pack.Case(id)
		for i := range c.Steps {
			if a, ok := w.state.Answer(id, c.Steps[i].ID); ok && !a.Skipped && c.Steps[i].OnRoad() {
				all = append(all, placed{id, &c.Steps[i], a})
			}
		}
	}
	return all
}

// ends are the words at the two ends of a ladder that several cases share: their
// own where all have the same, and else words that fit any.
func (w *writer) ends(cases []string) (low, high string) {
	for i, id := range cases {
		l, h := w.Text.Get("cases", id, "low"), w.Text.Get("cases", id, "high")
		if i > 0 && (l != low || h != high) {
			return w.t("take.low"), w.t("take.high")
		}
		low, high = l, h
	}
	return low, high
}

// ResultText is the result as plain text to paste, and the text alternative of
// the share card.
func ResultText(ctx Context, s play.State) string {
	w := &writer{Context: ctx, state: s, explained: map[string]bool{}, theCase: &pack.Case{}, step: &pack.Step{}}
	_, all := score.All(ctx.Pack, s)
	var lines []string
	for _, n := range w.resultLines(all) {
		lines = append(lines, n.Text)
	}
	road := w.wholeRoad()
	if road.Chart != nil {
		lines = append(lines, "")
		for _, row := range road.Chart.Table[1:] {
			lines = append(lines, w.t("take.line-step", locale.A("date", row[1]), locale.A("title", row[0]), locale.A("yours", row[2]), locale.A("theirs", row[3]),
				locale.A("low", road.Chart.YTicks[0].Label), locale.A("high", road.Chart.YTicks[1].Label)))
		}
	}
	if told, ok := w.farthest(); ok && ctx.Link != "" {
		lines = append(lines, "", w.t("take.line-link", locale.A("link", ctx.linkTo(told.caseID))))
	}
	if code := ResultCode(ctx, s); code != "" && len(s.Answers) > 0 {
		lines = append(lines, "", w.t("take.line-code", locale.A("code", code)))
	}
	return strings.Join(lines, "\n") + "\n"
}
