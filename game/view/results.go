package view

import (
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/score"
)

// results is the score over all cases, with how sure the player was against
// how it went.
func (w *writer) results() Node {
	cases, all := score.All(w.Pack, w.state)
	title := w.t("results.headline-none")
	if all.Of > 0 {
		title = w.Strings.Plural("results.headline", all.Of)
	}
	rows := [][]string{{w.t("results.case"), w.t("debrief.score-match"), w.t("debrief.score-forecast")}}
	for _, s := range cases {
		rows = append(rows, w.sumRow(w.Text.Get("cases", s.ID, "title"), s))
	}
	rows = append(rows, w.sumRow(w.t("results.total"), all))
	left := stack("left",
		card("calibration-card", w.t("results.calibration"), w.calibration(all)),
		card("by-case", w.t("results.by-case"), table("case-table", w.t("results.by-case"), rows)))
	right := stack("right", w.scores(all), dock(flow("actions",
		button("go-home", Primary, w.t("debrief.home"), play.Show{Screen: play.Home}, "Enter"),
		button("see-log", Secondary, w.t("debrief.log"), play.Show{Screen: play.Log}))))
	return w.page("results", w.t("results.title"), w.bar(crumb(w.t("results.title"))),
		para("meta", Muted, w.t("results.meta")),
		heading("title", 1, Title, title),
		Node{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{left, right}})
}

func (w *writer) sumRow(title string, s score.Sum) []string {
	forecast := "–"
	if s.Forecasts > 0 {
		forecast = w.Strings.Number(s.Forecast, 1)
	}
	return []string{title, w.t("debrief.match-of", locale.A("n", w.Strings.Number(s.Match, 1)), locale.N("total", s.Of)), forecast}
}

// calibration is what the player said against what happened.
func (w *writer) calibration(s score.Sum) Node {
	points := Series{Kind: You, Name: w.t("debrief.yours")}
	chart := &Chart{
		Kind:   Calibration,
		XTicks: w.percents(), YTicks: w.percents(),
		Table: [][]string{{w.t("results.said"), w.t("results.happened"), w.t("results.count")}},
	}
	for _, b := range score.Calibrate(s.Steps) {
		points.Points = append(points.Points, Point{X: float64(b.Said), Y: b.Happened, Label: strconv.Itoa(b.Count), Weight: b.Count})
		chart.Table = append(chart.Table, []string{w.Strings.Percent(b.Said), w.t("number.percent", locale.A("n", w.Strings.Number(b.Happened, 0))), strconv.Itoa(b.Count)})
	}
	chart.Series = []Series{{Kind: Others, Name: w.t("results.perfect"), Points: []Point{{X: 0, Y: 0}, {X: 100, Y: 100}}}, points}
	chart.XName, chart.YName = w.t("results.said-axis"), w.t("results.happened-axis")
	return Node{ID: "calibration", Role: Figure, Name: w.t("results.calibration"), Chart: chart,
		Text: w.t("results.calibration-summary", locale.N("n", s.Forecasts))}
}

func (w *writer) percents() []Tick {
	var ticks []Tick
	for _, p := range []int{0, 50, 100} {
		ticks = append(ticks, Tick{float64(p), w.Strings.Percent(p)})
	}
	return ticks
}
