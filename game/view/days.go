package view

import (
	"slices"
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// firstThen is the first thing that followed, beside the days until then and until
// what followed later; nothing where nothing followed.
func (w *writer) firstThen() []Node {
	if len(w.step.Then) == 0 {
		return nil
	}
	first := w.step.Then[0]
	text := Node{ID: "first-text", Role: Paragraph, Look: Body, Claims: first.Claims, Children: []Node{
		{ID: "first-when", Role: Strong, Text: capital(w.after(first.Date)) + "."},
		{ID: "first-what", Role: TextRole, Text: " " + w.s("then", first.ID) + " "},
		button("first-who", Inline, w.t("decision.who"), play.OpenSource{Fact: first.ID}).named(w.t("reveal.who-name", locale.A("n", "1"), locale.A("says", w.kinds(first.Claims)))),
	}}
	parts := []Node{text}
	if days, ok := w.days(); ok {
		parts = []Node{{ID: "first-columns", Role: Generic, Look: Halves, Children: []Node{days, text}}}
	}
	return []Node{{ID: "first", Role: Region, Look: Card, Name: w.t("reveal.then"), Children: parts}}
}

// days is the time from the step to what followed, as far as its day is known; ok
// is false where that is not known of the first.
func (w *writer) days() (figure Node, ok bool) {
	known := slices.DeleteFunc(slices.Clone(w.step.Then), func(t pack.Consequence) bool { return t.Date.Day == 0 })
	if w.step.Date.Day == 0 || len(known) == 0 || known[0].ID != w.step.Then[0].ID {
		return Node{}, false
	}
	days := []int{0}
	for _, t := range known {
		days = append(days, max(0, t.Date.DaysAfter(w.step.Date)))
	}
	slices.Sort(days)
	days = slices.Insert(slices.Compact(days[1:]), 0, 0)
	axis := timeScale(days)
	chart := &Chart{Kind: Days, XTicks: axis.ticks(), Breaks: axis.breaks, Series: []Series{
		{Kind: Happened, Points: []Point{{X: 0, Label: w.tick(w.step.Date)}}},
		{Kind: Others},
	}, Table: [][]string{{w.t("reveal.axis-when"), w.t("debrief.road-date")}}}
	var said []string
	for i, day := range days[1:] {
		label := w.afterDays(day)
		said = append(said, label)
		chart.Table = append(chart.Table, []string{label, w.Strings.ShortDate(later(w.step.Date, day))})
		if i > 0 && i+2 < len(days) && day <= mostDays {
			label = w.t("reveal.axis-short", locale.A("n", strconv.Itoa(day)))
		}
		chart.Series[1].Points = append(chart.Series[1].Points, Point{X: axis.at[i+1], Label: label, Weight: day})
	}
	return Node{ID: "days", Role: Figure, Chart: chart, Name: w.t("reveal.axis"), Text: w.t("reveal.axis-summary", locale.A("days", w.Strings.List(said)))}, true
}

// later is the day so many days after another.
func later(m pack.Moment, days int) pack.Moment {
	t := m.Start().AddDate(0, 0, days)
	return pack.Moment{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// mostDays is how long after something the days are still counted.
const mostDays = 60

// afterDays is a time of so many days, in the largest unit that is honest: days up
// to two months, months up to two years, then years.
func (w *writer) afterDays(days int) string {
	switch {
	case days <= 0:
		return w.t("reveal.same-day")
	case days <= mostDays:
		return w.Strings.Plural("reveal.days", days)
	case days <= 730:
		return w.Strings.Plural("reveal.months", (days+15)/30)
	default:
		return w.Strings.Plural("reveal.years", (days+182)/365)
	}
}
