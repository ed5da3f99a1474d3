package lint

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"hardcases/game/pack"
)

// standsOut is how many times as long as the others, on average, the option
// that happened may be.
const standsOut = 1.6

func optionRules() []Rule {
	return []Rule{
		{"options-count", Error, "Two options make a dilemma out of everything, five are not compared.", optionCount},
		{"ladder-order", Error, "Options stand in order of how far they go, so that their order gives nothing away.", ladderOrder},
		{"ladder-range", Error, "The ladder goes from 0, nothing changes, to 100, as far as one can go.", ladderRange},
		{"match-grade", Error, "Every option says how near it is to what happened; in a step that no event answers, it is open.", matchGrades},
		{"match-shared", Error, "Options that share a main element with what happened are graded alike.", sharedElements},
		{"match-full", Error, "One option, and only one, is what happened; none is where no event answers.", fullMatch},
		{"serves-and-strains", Error, "An option cannot serve and strain the same principle: the score would count it twice.", servesAndStrains},
		{"stands-out", Warning, "The longest option is easily guessed to be the one that happened.", longHappened},
	}
}

func optionCount(s *subject) {
	for _, st := range s.steps() {
		if n := len(st.it.Options); n < fewestOptions || n > mostOptions {
			s.report(st.path+".options", "Write 3 or 4 options.", "has %s", count(n, "option"))
		}
	}
}

func ladderOrder(s *subject) {
	for _, st := range s.steps() {
		options := optionsOf(st)
		for i := 1; i < len(options); i++ {
			if now, before := options[i].it.Ladder, options[i-1].it.Ladder; now <= before {
				s.report(options[i].path+".ladder", "Put the options in ascending order, each at a place of its own.", "is %d, after %d", now, before)
			}
		}
	}
}

func ladderRange(s *subject) {
	for _, st := range s.steps() {
		for _, o := range optionsOf(st) {
			if o.it.Ladder < 0 || o.it.Ladder > 100 {
				s.report(o.path+".ladder", "Write a number from 0 to 100.", "is %d", o.it.Ladder)
			}
		}
	}
}

func matchGrades(s *subject) {
	for _, st := range s.steps() {
		grades := st.it.Kind.Grades()
		for _, o := range optionsOf(st) {
			if !slices.Contains(grades, o.it.Match) {
				s.report(o.path+".match", oneOf(grades), "is %q", o.it.Match)
			}
		}
	}
}

// sharedElements holds the grades to the elements of the options, where they are
// named: partial is what shares one with what happened.
func sharedElements(s *subject) {
	for _, st := range s.steps() {
		happened, real := st.it.Option(st.it.Happened)
		if happened < 0 || !slices.ContainsFunc(st.it.Options, func(o pack.Option) bool { return len(o.Does) > 0 }) {
			continue
		}
		for _, o := range optionsOf(st) {
			shared := slices.ContainsFunc(o.it.Does, func(id string) bool { return slices.Contains(real.Does, id) })
			switch {
			case len(o.it.Does) == 0:
				s.report(o.path+".does", "Name its main elements, as the other options do.", "names no element")
			case o.it.ID == real.ID:
			case shared && o.it.Match == pack.None:
				s.report(o.path+".match", "Write match: partial, or correct does.", "is none, but the option shares an element with what happened")
			case !shared && o.it.Match == pack.Partial:
				s.report(o.path+".match", "Write match: none, or correct does.", "is partial, but the option shares no element with what happened")
			}
		}
	}
}

// fullMatch holds the option that happened and the one of full match to be the
// same.
func fullMatch(s *subject) {
	for _, st := range s.steps() {
		if !st.it.Kind.Traits().Answered {
			if st.it.Happened != "" {
				s.report(st.path+".happened", "Leave it empty, or make the step a decision.", "is %q, but a step of kind %s asks what nothing answers", st.it.Happened, st.it.Kind)
			}
			continue
		}
		at, _ := st.it.Option(st.it.Happened)
		if at < 0 {
			s.report(st.path+".happened", "Write the id of an option.", "is %q, which is no option of the step", st.it.Happened)
			continue
		}
		second := func(o pack.Option) bool { return o.ID == st.it.Happened }
		if slices.ContainsFunc(st.it.Options[at+1:], second) { // there twice, which another rule says
			continue
		}
		for i, o := range optionsOf(st) {
			happened := i == at
			switch {
			case happened && o.it.Match != pack.Full:
				s.report(o.path+".match", "Write match: full.", "is %q, but this option is what happened", o.it.Match)
			case !happened && o.it.Match == pack.Full:
				s.report(o.path+".match", "Write match: partial or match: none.", "is full, but option %s is what happened", st.it.Happened)
			}
		}
	}
}

func servesAndStrains(s *subject) {
	for _, st := range s.steps() {
		for _, o := range optionsOf(st) {
			for i, id := range o.it.Strain {
				if slices.Contains(o.it.Serves, id) {
					s.report(item(o.path+".strains", i), "Decide for one of the two.", "names %s, which the option also serves", id)
				}
			}
		}
	}
}

// longHappened measures label and detail of the option that happened against
// the mean of the others.
func longHappened(s *subject) {
	if s.badIDs {
		return
	}
	for _, st := range s.steps() {
		for _, locale := range s.Locales {
			length := func(option string) int {
				key := st.path + ".options." + option
				return utf8.RuneCountInString(s.Text[locale][key+".label"] + s.Text[locale][key+".detail"])
			}
			others := 0
			for _, o := range st.it.Options {
				if o.ID != st.it.Happened {
					others += length(o.ID)
				}
			}
			n := len(st.it.Options) - 1
			if n < 1 || others == 0 {
				continue
			}
			if ratio := float64(length(st.it.Happened)*n) / float64(others); ratio > standsOut {
				s.reportText(locale, st.path+".options."+st.it.Happened+".label", "Make the options about equally long.",
					"and its detail are %.1f times as long as the other options: what happened stands out", ratio)
			}
		}
	}
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
