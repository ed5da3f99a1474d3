// Package bench holds what is done with measured figures: their medians, the
// budgets that they are held to, and the tables that show them. It measures
// nothing itself.
package bench

import (
	"math"
	"slices"
)

// Series is the same thing measured several times.
type Series []float64

// Median is the middle value, the mean of the two middle ones of an even
// number, and NaN of none.
func (s Series) Median() float64 { return s.Quantile(0.5) }

// Quantile is the value below which the share q, from 0 to 1, of the values
// lies, with straight lines between values; NaN of none.
func (s Series) Quantile(q float64) float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	at := q * float64(len(sorted)-1)
	low := int(math.Floor(at))
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}
