package view

import "slices"

// How pauses are cut: one that is so many times as long as all shorter ones
// together, or as a week, would leave them no room. What is cut is drawn as long as
// this part of the rest.
const (
	longPause = 4
	week      = 7
	cutTo     = 0.16
)

// timeAxis is days on a line from 0 to 100: true to scale but for pauses that are
// cut short.
type timeAxis struct {
	days   []int
	at     []float64 // of each day
	breaks []float64 // where pauses are cut
	most   int       // the longest pause that is not
}

// timeScale places days, given in ascending order.
func timeScale(days []int) timeAxis {
	gaps := make([]int, 0, len(days))
	for i := 1; i < len(days); i++ {
		gaps = append(gaps, days[i]-days[i-1])
	}
	whole, most := uncut(gaps)
	a := timeAxis{days: days, at: make([]float64, len(days)), most: most}
	cut, place := float64(whole)*cutTo, 0.0
	for i, gap := range gaps {
		long := float64(gap)
		if gap > most {
			long = cut
			a.breaks = append(a.breaks, place+long/2)
		}
		place += long
		a.at[i+1] = place
	}
	for _, places := range [][]float64{a.at, a.breaks} {
		for i := range places {
			places[i] *= 100 / max(place, 1)
		}
	}
	return a
}

// uncut is how many days the pauses take that are drawn true to scale, at least a
// week, and how long the longest of them is.
func uncut(gaps []int) (whole, most int) {
	for _, gap := range slices.Sorted(slices.Values(gaps)) {
		if gap > longPause*max(whole, week) {
			break
		}
		whole += gap
		most = gap
	}
	return max(whole, week), most
}

// ticks is one tick for each day of what is drawn true to scale, without names.
func (a timeAxis) ticks() []Tick {
	var ticks []Tick
	for i := 1; i < len(a.days); i++ {
		n := a.days[i] - a.days[i-1]
		if n > a.most {
			continue
		}
		for d := range n {
			ticks = append(ticks, Tick{At: a.at[i-1] + (a.at[i]-a.at[i-1])*float64(d)/float64(n)})
		}
	}
	return ticks
}
