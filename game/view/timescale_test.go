package view

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTimeScale(t *testing.T) {
	round := func(xs []float64) []int {
		out := []int{}
		for _, x := range xs {
			out = append(out, int(x+0.5))
		}
		return out
	}
	for _, tt := range []struct {
		name       string
		days       []int
		at, breaks []int
	}{
		{"true to scale", []int{0, 5, 10, 20}, []int{0, 25, 50, 100}, []int{}},
		{"one day", []int{0}, []int{0}, []int{}},
		{"all on one day", []int{0, 0, 0}, []int{0, 0, 0}, []int{}},
		{"none", nil, []int{}, []int{}},
		{"a month is not cut beside a fortnight", []int{0, 5, 11, 14, 14, 16, 17, 41}, []int{0, 12, 27, 34, 34, 39, 41, 100}, []int{}},
		{"a long pause before some days is cut", []int{0, 100, 101, 103}, []int{0, 27, 51, 100}, []int{14}},
		{"two years after some days", []int{0, 4, 717}, []int{0, 78, 100}, []int{89}},
		{"nothing but one long pause", []int{0, 700}, []int{0, 100}, []int{50}},
		{"two long pauses", []int{0, 300, 301, 701}, []int{0, 35, 65, 100}, []int{17, 83}},
	} {
		axis := timeScale(tt.days)
		assert.Equal(t, tt.at, round(axis.at), tt.name)
		assert.Equal(t, tt.breaks, round(axis.breaks), tt.name)
	}
}

func TestTimeScaleHasATickForEachDay(t *testing.T) {
	places := func(days ...int) (at []int) {
		for _, tick := range timeScale(days).ticks() {
			assert.Empty(t, tick.Label)
			at = append(at, int(tick.At+0.5))
		}
		return at
	}
	assert.Equal(t, []int{0, 25, 50, 75}, places(0, 1, 4))
	assert.Equal(t, []int{27, 51, 76}, places(0, 100, 101, 103), "none in what is cut")
	assert.Empty(t, places(0))
}
