package lint

import (
	"slices"
	"time"

	"hardcases/cmd/internal/length"
	"hardcases/game/pack"
)

func wayRules() []Rule {
	return []Rule{
		{"way-length", Error, "A short way is for those who have little time; it leads past the step that stands for the case.", wayLength},
		{"minutes", Error, "Minutes that are said are kept: by a fifth more at most.", minutes},
		{"way-recap", Error, "Who comes to a step past one that the short way leaves out must be told what happened there.", wayRecap},
	}
}

// mostOnWay is how many steps a short way has at most.
const mostOnWay = 5

func wayLength(s *subject) {
	for _, c := range s.cases() {
		if !c.it.HasShort() {
			continue
		}
		switch n := len(c.it.Way(true)); {
		case n == 0:
			s.report(c.path+".steps", "Take more: true away from the steps that matter most.", "have no short way: all are left out of it")
			continue
		case n > mostOnWay:
			s.report(c.path+".steps", "Write more: true at those that can wait.", "have a short way of %d; at most %d", n, mostOnWay)
		}
		if i, key := c.it.Step(c.it.Key); i >= 0 && key.More {
			s.report(c.path+".steps."+key.ID+".more", "Take it away, or choose another key.", "leaves out the step that stands for the case")
		}
	}
}

// kept is how many times as long as said a case may take.
const kept = 1.2

// minutes finds cases that take longer than their author wants, or than a compiled
// pack says.
func minutes(s *subject) {
	if s.settings.Words == nil || s.badIDs {
		return
	}
	if !slices.ContainsFunc(s.Cases, func(c pack.Case) bool { return c.Minutes > 0 || len(c.ShortMinutes) > 0 }) {
		return
	}
	times := length.OfContent(s.Content, s.settings.Words)
	for _, c := range s.cases() {
		own := slices.DeleteFunc(slices.Clone(times), func(t length.Case) bool { return t.Case != c.it.ID })
		if len(c.it.ShortMinutes) == 0 { // its author speaks, of the slowest language
			s.keeps(c.path+".minutes", own, func(t length.Case) (int, time.Duration) { return c.it.Minutes, t.Short.Takes })
			continue
		}
		head := pack.CaseHead{ShortMinutes: c.it.ShortMinutes, WholeMinutes: c.it.WholeMinutes}
		s.keeps(c.path+".short_minutes", own, func(t length.Case) (int, time.Duration) {
			short, _ := head.Takes(slices.Index(s.Locales, t.Locale))
			return short, t.Short.Takes
		})
		s.keeps(c.path+".whole_minutes", own, func(t length.Case) (int, time.Duration) {
			_, whole := head.Takes(slices.Index(s.Locales, t.Locale))
			return whole, t.Whole.Takes
		})
	}
}

// keeps holds a case to the minutes that are said of it in each language, and
// reports the one in which it keeps them least. Nothing is said by 0.
func (s *subject) keeps(path string, times []length.Case, of func(length.Case) (said int, takes time.Duration)) {
	worst, over := length.Case{}, kept
	for _, t := range times {
		if said, takes := of(t); said > 0 && takes.Minutes()/float64(said) > over {
			worst, over = t, takes.Minutes()/float64(said)
		}
	}
	if worst.Case != "" {
		said, takes := of(worst)
		s.report(path, "Say less on its screens, leave a step out with more: true, or give it more time.",
			"is %d, but reading and deciding take %.1f minutes in %s", said, takes.Minutes(), worst.Locale)
	}
}

// wayRecap finds steps of a short way that it comes to past others, and that do not
// say what happened at those. Before the first one there is only the briefing.
func wayRecap(s *subject) {
	for _, c := range s.cases() {
		begun := false
		for i, st := range stepsOf(c) {
			if st.it.More {
				continue
			}
			if begun && c.it.Steps[i-1].More && len(st.it.Recap) == 0 {
				s.report(st.path, "Add recap: with the claims on what happened there, and its text.", "comes after %s, which the short way leaves out, and has no recap", c.it.Steps[i-1].ID)
			}
			begun = true
		}
	}
}
