package view

import (
	"slices"
	"strings"
	"time"

	"hardcases/game/locale"
	"hardcases/game/pack"
)

// laneChart is what became of the site as lanes over time, from what is told of it up
// to a time.
func (w *writer) laneChart(changes []pack.Change, until time.Time) Node {
	times := laneTimes(changes, until)
	axis := timeScale(times)
	chart := &Chart{Kind: LaneChart, Breaks: axis.breaks}
	for i := range changes {
		if date := w.Strings.ShortDate(changes[i].Date); i == 0 || date != w.Strings.ShortDate(changes[i-1].Date) {
			chart.XTicks = append(chart.XTicks, Tick{At: axis.at[i], Label: date})
		}
	}
	chart.Table = [][]string{{w.t("became.layer"), w.t("became.what")}}
	steps := Series{Kind: Happened}
	for i, lane := range pack.Lanes() {
		chart.Lanes = append(chart.Lanes, Lane{Name: w.t("became.lane-" + string(lane)), Pieces: laneOf(lane, changes, axis.at)})
		chart.Table = append(chart.Table, []string{w.t("became.lane-" + string(lane)), w.laneSaid(lane, changes)})
		for j := range changes {
			if c := &changes[j]; c.Step && len(c.Lanes) > 0 && c.Lanes[0].Lane == lane {
				steps.Points = append(steps.Points, Point{X: axis.at[j], Y: float64(i)})
			}
		}
	}
	chart.Series = []Series{steps}
	chart.Key = w.laneKey(AStep)
	return Node{ID: "lanes-card", Role: Generic, Look: Card, Children: []Node{
		{ID: "lanes", Role: Figure, Name: w.t("became.lanes"), Text: w.t("became.lanes-say"), Chart: chart},
	}}
}

// laneStands are the stands that every key explains.
var laneStands = [...]LaneStand{Serves, Reached, OnOff, Empty, Hatched}

// laneKey explains the stands, and one sign more.
func (w *writer) laneKey(sign LaneStand) []LaneKey {
	var key []LaneKey
	for _, s := range append(laneStands[:], sign) {
		key = append(key, w.signKey(s))
	}
	return key
}

func (w *writer) signKey(s LaneStand) LaneKey { return LaneKey{s, w.t("became.key-" + string(s))} }

// laneSaid is a lane in words: from when on it stood how.
func (w *writer) laneSaid(lane pack.Lane, changes []pack.Change) string {
	var said []string
	for i := range changes {
		for _, l := range changes[i].Lanes {
			if l.Lane == lane {
				said = append(said, w.t("became.stand", locale.A("date", w.Strings.ShortDate(changes[i].Date)), locale.A("stand", w.t("became.key-"+string(standOf(lane, l.State))))))
			}
		}
	}
	if len(said) == 0 {
		return w.t("became.key-" + string(Hatched))
	}
	return strings.Join(said, " · ")
}

// laneTimes is when changes were, in hours from the first, and at last where the
// lanes end. A change of which only the month is known stands in its middle; those of
// one day follow each other in it.
func laneTimes(changes []pack.Change, until time.Time) []int {
	middle := func(m pack.Moment) time.Time { return m.Start().Add(m.End().Sub(m.Start()) / 2) }
	first := middle(changes[0].Date)
	var hours []int
	for i := 0; i < len(changes); {
		same := i + 1
		for same < len(changes) && changes[same].Date == changes[i].Date {
			same++
		}
		at := int(middle(changes[i].Date).Sub(first).Hours())
		for ; i < same; i++ {
			if n := len(hours); n > 0 && at <= hours[n-1] {
				at = hours[n-1] + dayHours/4
			}
			hours = append(hours, at)
		}
	}
	last := hours[len(hours)-1]
	return append(hours, max(last+dayHours/4, int(until.Sub(first).Hours())))
}

const dayHours = 24

// laneOf is how a lane stands, piece by piece: unknown until a change says otherwise.
func laneOf(lane pack.Lane, changes []pack.Change, at []float64) []LanePiece {
	pieces := []LanePiece{{Stand: Hatched}}
	for i := range changes {
		j := slices.IndexFunc(changes[i].Lanes, func(l pack.LaneState) bool { return l.Lane == lane })
		if j < 0 {
			continue
		}
		stand := standOf(lane, changes[i].Lanes[j].State)
		now := &pieces[len(pieces)-1]
		if stand == now.Stand {
			continue
		}
		if now.To = at[i]; now.To == now.From {
			now.Stand = stand
			continue
		}
		pieces = append(pieces, LanePiece{From: at[i], Stand: stand})
	}
	pieces[len(pieces)-1].To = at[len(at)-1]
	return pieces
}

func standOf(lane pack.Lane, s pack.Stand) LaneStand {
	switch s {
	case pack.InPlace:
		if lane == pack.VisitorsLane {
			return Reached
		}
		return Serves
	case pack.Partly:
		return OnOff
	case pack.Gone:
		return Empty
	case pack.Unknown:
	}
	return Hatched
}
