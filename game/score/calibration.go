package score

// Bin is one point of a calibration plot: what was said against what happened.
type Bin struct {
	Said     int     // percent
	Happened float64 // mean match, in percent
	Count    int
}

// Calibrate gathers the forecasts of the steps by level. Only levels that were
// used are there, in ascending order.
func Calibrate(steps []Step) []Bin {
	var bins []Bin
	for level, said := range Levels {
		b := Bin{Said: said}
		for _, s := range steps {
			if s.Level == level+1 {
				b.Happened += 100 * s.Match
				b.Count++
			}
		}
		if b.Count > 0 {
			b.Happened /= float64(b.Count)
			bins = append(bins, b)
		}
	}
	return bins
}
