package score

import (
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Desk is the score of the source desk. Missing a fault costs one round, and so
// does calling a sound extract faulty: suspicion alone earns nothing.
type Desk struct {
	Right, Of int // rounds answered as the pack has it, of those answered
	// Of the rounds that ask whether something is wrong: faults found of the
	// faulty ones, and alarms raised over the sound ones.
	Found, Faulty      int
	FalseAlarms, Sound int
}

// DeskOf scores the answered rounds. Skipped ones count for nothing.
func DeskOf(d *pack.Desk, s play.State) Desk {
	var t Desk
	for i := range d.Rounds {
		r := &d.Rounds[i]
		a, ok := s.RoundAnswer(r.ID)
		if !ok || a.Skipped {
			continue
		}
		t.Of++
		if a.Option == r.Answer {
			t.Right++
		}
		_, given := r.Verdict(a.Option)
		_, right := r.Verdict(r.Answer)
		switch right.Judges {
		case pack.JudgesFaulty:
			t.Faulty++
			if given.Judges == pack.JudgesFaulty {
				t.Found++
			}
		case pack.JudgesSound:
			t.Sound++
			if given.Judges == pack.JudgesFaulty {
				t.FalseAlarms++
			}
		case pack.JudgesUnsure, pack.JudgesNot: // neither is found nor missed
		}
	}
	return t
}

// Check is the result of one learning check. Each item is rated with a level
// from 1 (surely not to be relied on) to 5 (surely to be relied on).
type Check struct {
	Phase play.Phase
	Of    int
	// Hits are the unsound items rated 1 or 2, of Unsound; FalseAlarms are the
	// sound items rated 1 or 2, of Sound. A 3 is neither.
	Hits, Unsound      int
	FalseAlarms, Sound int
	// Discrimination is how often a sound item is rated above an unsound one,
	// over all pairs, ties counting one half: the area under the ROC curve
	// (Hanley and McNeil 1982). 0.5 is chance, 1 is perfect.
	Discrimination float64
	// Brier is the mean squared distance between the probability that was said
	// and what was so, 0 (best) to 1 (Brier 1950).
	Brier float64
}

// CheckOf scores the answers of one phase.
func CheckOf(d *pack.Desk, s play.State, phase play.Phase) Check {
	t := Check{Phase: phase}
	var sound, unsound []int
	for _, item := range s.CheckSet(d, phase).Items {
		a, ok := s.CheckAnswer(phase, item.ID)
		if !ok || a.Level < 1 || a.Level > len(Levels) {
			continue
		}
		t.Of++
		match := pack.None
		if item.Sound {
			match = pack.Full
			sound = append(sound, a.Level)
		} else {
			unsound = append(unsound, a.Level)
		}
		t.Brier += 1 - Forecast(a.Level, match)/100
	}
	t.Sound, t.Unsound = len(sound), len(unsound)
	t.FalseAlarms, t.Hits = atMost2(sound), atMost2(unsound)
	t.Discrimination = discrimination(sound, unsound)
	if t.Of > 0 {
		t.Brier /= float64(t.Of)
	}
	return t
}

func atMost2(levels []int) int {
	n := 0
	for _, l := range levels {
		if l <= 2 {
			n++
		}
	}
	return n
}

func discrimination(sound, unsound []int) float64 {
	if len(sound) == 0 || len(unsound) == 0 {
		return 0.5
	}
	sum := 0.0
	for _, a := range sound {
		for _, b := range unsound {
			switch {
			case a > b:
				sum++
			case a == b:
				sum += 0.5
			}
		}
	}
	return sum / float64(len(sound)*len(unsound))
}
