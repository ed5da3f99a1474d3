package class

import (
	"slices"

	"hardcases/game/pack"
)

// LongestTurn is the longest time between two turns that counts, in seconds: what takes
// longer was left standing.
const LongestTurn = 60 * 60

// Turns says whether an act goes on or back in a lesson: it says, in N, how many seconds
// the class was at what it leaves, 0 where nobody knows.
func (a Act) Turns() bool { return a == Forward || a == Backward || a == SkipIt }

// InStep says whether the class is at one of the stages of a step.
func (s *State) InStep() bool { return slices.Contains(order[:], s.Stage) }

// use counts the seconds at the part that the class is at.
func (t *turn) use(seconds int) {
	at, _, ok := t.Step(t.pack)
	if !ok || !t.InStep() || seconds < 1 || seconds > LongestTurn {
		return
	}
	part := PartOf(t.Stage)
	t.Used = slices.Clone(t.Used)
	i := slices.IndexFunc(t.Used, func(u Use) bool { return u.Case == at.Case && u.Step == at.Step && u.Part == part })
	if i < 0 {
		t.Used = append(t.Used, Use{Case: at.Case, Step: at.Step, Part: part, Seconds: seconds})
		return
	}
	t.Used[i].Seconds += seconds
}

// UsedAt is how many seconds the class has been at a step; at a part of it, where part
// is not "".
func (s *State) UsedAt(at pack.Place, part Part) int {
	n := 0
	for _, u := range s.Used {
		if u.Case == at.Case && u.Step == at.Step && (part == "" || u.Part == part) {
			n += u.Seconds
		}
	}
	return n
}

// PlannedAt is how many minutes the current lesson has for a step, by its index; for a
// part of it, where part is not "".
func (s *State) PlannedAt(p *pack.Pack, at int, part Part) int {
	n := 0
	for _, span := range s.Schedule(p) {
		if span.At == at && (part == "" || span.Part == part) {
			n += span.Minutes
		}
	}
	return n
}
