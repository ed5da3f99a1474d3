package bench

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// Unit is what a figure counts.
type Unit string

// The units.
const (
	Bytes   Unit = "bytes"
	Millis  Unit = "ms"
	Percent Unit = "% of a core"
	Count   Unit = "count"
	Rate    Unit = "messages/s"
	Times   Unit = "times"
)

// Measure is one thing measured, of the game and, where that says something, of
// what it is compared with.
type Measure struct {
	Key  Key    `json:"key"`
	What string `json:"what"`
	Unit Unit   `json:"unit"`
	// Base says what the game is compared with; "" where it stands alone.
	Base string `json:"base,omitempty"`
	Ours Series `json:"ours"`
	// Floor is the same of Base.
	Floor Series `json:"floor,omitempty"`
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
// none. It panics for a key that is not known.
func (r *Report) Add(ours Figures, base string, floor Figures) {
	for key, figure := range ours {
		i := slices.IndexFunc(r.Measures, func(m Measure) bool { return m.Key == key })
		if i < 0 {
			i = len(r.Measures)
			r.Measures = append(r.Measures, known[place(key)])
		}
		m := &r.Measures[i]
		m.Ours = append(m.Ours, figure)
		if f, ok := floor[key]; ok {
			m.Base, m.Floor = base, append(m.Floor, f)
		}
	}
	slices.SortStableFunc(r.Measures, func(a, b Measure) int { return place(a.Key) - place(b.Key) })
}

// Machine says on what kind of computer it was measured. It names none.
type Machine struct {
	System string `json:"system"` // operating system and architecture
	CPU    string `json:"cpu"`    // class of the processor, as it calls itself
	Cores  int    `json:"cores"`
	Memory int    `json:"memory_gib"`
	Go     string `json:"go"`
	// Browser is the version of Chromium, "" where it was not used.
	Browser string `json:"browser,omitempty"`
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
	Date     time.Time `json:"date"`
	Machine  Machine   `json:"machine"`
	Runs     int       `json:"runs"`
	Quick    bool      `json:"quick,omitempty"` // too short to be more than a trial
	Measures []Measure `json:"measures"`
	Verdicts []Verdict `json:"budgets"`
	// Unjudged are the texts of budgets whose measures were not taken.
	Unjudged []string `json:"unjudged,omitempty"`
	// Failures are parts that could not be measured.
	Failures []string `json:"failures,omitempty"`
}

// Find gives a measure, false where it was not taken.
func (r Report) Find(k Key) (Measure, bool) {
	i := slices.IndexFunc(r.Measures, func(m Measure) bool { return m.Key == k })
	if i < 0 {
		return Measure{}, false
	}
	return r.Measures[i], true
}

// Join puts reports together that were made on one kind of machine: a measure is
// taken from the first that has it. What is said of the whole is the least that
// holds for each: the oldest date, the fewest runs.
func Join(reports []Report) (*Report, error) {
	var all *Report
	for _, r := range reports {
		if all == nil {
			all = &Report{Date: r.Date, Machine: r.Machine, Runs: r.Runs, Quick: r.Quick}
		}
		if r.Machine != all.Machine {
			return nil, fmt.Errorf("figures of two machines cannot be put together: %s; %s", all.Machine, r.Machine)
		}
		if r.Date.Before(all.Date) {
			all.Date = r.Date
		}
		all.Runs = min(all.Runs, r.Runs)
		all.Quick = all.Quick || r.Quick
		for _, m := range r.Measures {
			if _, ok := all.Find(m.Key); !ok {
				all.Measures = append(all.Measures, m)
			}
		}
		all.Failures = append(all.Failures, r.Failures...)
	}
	if all == nil {
		return nil, errors.New("there are no reports to put together")
	}
	return all, nil
}
