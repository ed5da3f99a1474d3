package score

import (
	"cmp"
	"slices"
)

// Bin is one point of a calibration plot: what was said against what happened.
type Bin struct {
	Said     int     // in 100
	Happened float64 // how often the bet was right, in 100
	Count    int
}

// Calibrate gathers the bets of the steps by the chance that they gave. Only
// chances that were said are there, in ascending order.
func Calibrate(steps []Step) []Bin {
	var bins []Bin
	for _, s := range steps {
		if !s.Bet.Made() {
			continue
		}
		i := slices.IndexFunc(bins, func(b Bin) bool { return b.Said == s.Bet.InHundred })
		if i < 0 {
			i = len(bins)
			bins = append(bins, Bin{Said: s.Bet.InHundred})
		}
		bins[i].Count++
		if s.Bet.Right {
			bins[i].Happened += 100
		}
	}
	for i := range bins {
		bins[i].Happened /= float64(bins[i].Count)
	}
	slices.SortFunc(bins, func(a, b Bin) int { return cmp.Compare(a.Said, b.Said) })
	return bins
}
