package view

import (
	"strconv"
	"time"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// clocks is what the clocks of several places show at one moment. Each can be turned, and
// all others turn with it. At the moment of the round they show the day only after the
// answer: before it, whoever turns them sees the days, and has to come back in thought.
func (w *writer) clocks(r *pack.Round) Node {
	turned := w.state.Turned
	tellsDay := turned != 0 || w.tellsRound()
	chart := &Chart{Kind: Clocks, Table: [][]string{{w.t("desk.clock-place"), w.t("desk.clock-time")}}}
	fig := Node{ID: "clocks", Role: Figure, Name: w.t("desk.clocks"), Chart: chart}
	var said []string
	for _, c := range r.Clocks {
		at := r.At.Start().Add(time.Duration(turned)*time.Hour + time.Duration(c.Offset)*time.Minute)
		text := pack.TimeOfDay(at.Hour(), at.Minute())
		point := Point{X: float64(at.Hour()), Y: float64(at.Minute()), Label: text, Mark: w.t("desk.clock-which")}
		if tellsDay {
			point.Mark = w.dayOf(at, "weekday-short", "month-short")
			text = w.t("desk.clock-day", locale.A("day", w.dayOf(at, "weekday", "month")), locale.A("time", text))
		}
		place := w.d("places", c.Place)
		series := Series{Kind: Others, Name: place, Points: []Point{point}}
		if w.turnsClocks() {
			series.Kind = You
		}
		chart.Series = append(chart.Series, series)
		chart.Table = append(chart.Table, []string{place, text})
		said = append(said, place+" "+text)
		if w.turnsClocks() {
			fig.Children = append(fig.Children, w.hand(c.Place, at, text))
		}
	}
	if !w.turnsClocks() {
		fig.Text = w.sameMoment(w.Strings.List(said))
		return fig
	}
	fig.Children = append(fig.Children,
		Node{ID: "clocks-now", Role: Status, Look: Unseen, Text: w.sameMoment(w.Strings.List(said))},
		w.turners())
	return fig
}

// ClockTable is what the clocks of a round show at its moment, for paper: without days.
func ClockTable(ctx Context, r *pack.Round) [][]string {
	w := &writer{Context: ctx}
	return w.clocks(r).Chart.Table
}

// turnsClocks says whether the clocks on the screen can be turned: not on a pupil's page,
// which has no game behind it.
func (w *writer) turnsClocks() bool { return w.state.Screen != "" }

// hand is the hand of a clock, which turns all of them.
func (w *writer) hand(place string, at time.Time, says string) Node {
	slide := &Slide{
		Low: -play.MostTurned, By: 1, Page: 6, At: play.MostTurned + w.state.Turned, Text: says,
		Turn: 12, Hand: (float64(at.Hour()%12) + float64(at.Minute())/60) / 12,
	}
	for h := -play.MostTurned; h <= play.MostTurned; h++ {
		slide.Stops = append(slide.Stops, play.TurnClocks{Hours: h})
	}
	return Node{ID: "turn-" + place, Role: Slider, Name: w.t("desk.clock-of", locale.A("place", w.d("places", place))), Checked: true, On: slide.Stops[slide.At], Slide: slide}
}

// turners turn the clocks by hours, and back to the moment of the round.
func (w *writer) turners() Node {
	turned := w.state.Turned
	by := func(id, key string, hours int, keys ...string) Node {
		b := button(id, Secondary, w.t(key), play.TurnClocks{Hours: turned + hours}, keys...)
		b.Disabled = turned+hours < -play.MostTurned || turned+hours > play.MostTurned
		return b
	}
	earlier, later := []string{"-"}, []string{"+"}
	if w.state.Screen == play.InClass { // where these keys count hands
		earlier, later = nil, nil
	}
	return flow("clocks-turn", by("clocks-earlier", "desk.clock-earlier", -1, earlier...), by("clocks-later", "desk.clock-later", 1, later...),
		button("clocks-back", Secondary, w.t("desk.clocks-back"), play.TurnClocks{}))
}

// sameMoment says what all clocks show, and how far that is from the moment of the round.
func (w *writer) sameMoment(clocks string) string {
	said := locale.A("clocks", clocks)
	switch n := w.state.Turned; {
	case n > 0:
		return w.Strings.Plural("desk.clocks-later", n, said)
	case n < 0:
		return w.Strings.Plural("desk.clocks-earlier", -n, said)
	}
	return w.t("desk.clocks-summary", said)
}

// dayOf writes the day of a clock, by the keys of weekdays and of months.
func (w *writer) dayOf(at time.Time, weekdays, months string) string {
	return w.t("desk.clock-date", locale.A("weekday", w.t(weekdays+"."+strconv.Itoa(int(at.Weekday())))),
		locale.A("day", w.Strings.DayOfMonth(at.Day())), locale.A("month", w.t(months+"."+strconv.Itoa(int(at.Month())))))
}
