package bench

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Measure is one thing measured, of the game and, where that says something, of
// what it is compared with.
type Measure struct {
	Key Key
	// Base says what the game is compared with; "" where it stands alone.
	Base string
	Ours Series
	// Floor is the same of Base.
	Floor Series
}

// Ratio is the game's median over that of what it is compared with; 0 where it
// stands alone.
func (m Measure) Ratio() float64 {
	if len(m.Floor) == 0 || m.Floor.Median() == 0 {
		return 0
	}
	return m.Ours.Median() / m.Floor.Median()
}

// Figures are what one look at a build has found.
type Figures map[Key]float64

// Add notes figures of the game, and those of base that answer to them; nil for
// none.
func (r *Report) Add(ours Figures, base string, floor Figures) {
	for _, key := range slices.Sorted(maps.Keys(ours)) {
		i := slices.IndexFunc(r.Measures, func(m Measure) bool { return m.Key == key })
		if i < 0 {
			i = len(r.Measures)
			r.Measures = append(r.Measures, Measure{Key: key})
		}
		m := &r.Measures[i]
		m.Ours = append(m.Ours, ours[key])
		if f, ok := floor[key]; ok {
			m.Base, m.Floor = base, append(m.Floor, f)
		}
	}
}

// Machine says on what kind of computer it was measured. It names none.
type Machine struct {
	System string // operating system and architecture
	CPU    string // class of the processor, as it calls itself
	Cores  int
	Memory int
	Go     string
	// Browser is the version of Chromium, "" where it was not used.
	Browser string
}

// String is the machine on one line.
func (m Machine) String() string {
	line := fmt.Sprintf("%d cores (%s), %d GiB, %s, %s", m.Cores, m.CPU, m.Memory, m.System, m.Go)
	if m.Browser != "" {
		line += ", " + m.Browser
	}
	return line
}

// Report is all that one run of the bench has found.
type Report struct {
	Date     time.Time
	Machine  Machine
	Runs     int
	Quick    bool // too short to be more than a trial
	Measures []Measure
	Verdicts []Verdict
	// Unjudged are budgets whose measures were not taken.
	Unjudged []Budget
	// Failures are parts that could not be measured.
	Failures []string
}

// Find gives a measure, false where it was not taken.
func (r Report) Find(k Key) (Measure, bool) {
	i := slices.IndexFunc(r.Measures, func(m Measure) bool { return m.Key == k })
	if i < 0 {
		return Measure{}, false
	}
	return r.Measures[i], true
}
