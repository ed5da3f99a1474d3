package lint

import (
	"slices"

	"hardcases/game/pack"
)

// The number of things that a step shows.
const (
	fewestFacts, mostFacts     = 3, 6
	fewestOptions, mostOptions = 3, 4
	reasonsOnOffer             = 4
	fewestConsequences         = 2
	fewestSources              = 2
)

func stepRules() []Rule {
	return []Rule{
		{"step-kind", Error, "A step is of a kind that the game knows.", stepKinds},
		{"known-count", Error, "Fewer than three facts leave nothing to weigh, more than six are not read.", factCount},
		{"reasons-count", Error, "A decision offers four reasons, so that every step asks the same.", reasonCount},
		{"reason-unserved", Error, "A reason that no option serves cannot be acted on.", unservedReasons},
		{"then-count", Error, "One consequence tells a moral, two show that there is another side; a step that no event answers may have none.", consequenceCount},
		{"sources-count", Error, "How do we know? From more than one place.", sourceCount},
		{"caveat", Error, "A weak point of the evidence is named on screen.", caveats},
	}
}

func stepKinds(s *subject) {
	for _, st := range s.steps() {
		if !slices.Contains(pack.StepKinds(), st.it.Kind) {
			s.report(st.path+".kind", oneOf(pack.StepKinds()), "is %q", st.it.Kind)
		}
	}
}

func factCount(s *subject) {
	for _, st := range s.steps() {
		if n := len(st.it.Known); n < fewestFacts || n > mostFacts {
			s.report(st.path+".known", "Write 3 to 6 facts.", "has %s", count(n, "fact"))
		}
	}
}

// reasonCount asks for four reasons, or for none where nothing is decided.
func reasonCount(s *subject) {
	for _, st := range s.steps() {
		n := len(st.it.Reasons)
		if n != reasonsOnOffer && !(n == 0 && !st.it.Kind.Traits().Chosen) {
			s.report(st.path+".reasons", "Offer four principles; a step that is no decision may offer none.", "has %s", count(n, "reason"))
		}
	}
}

func unservedReasons(s *subject) {
	for _, st := range s.steps() {
		for i, reason := range st.it.Reasons {
			if !slices.ContainsFunc(st.it.Options, func(o pack.Option) bool { return slices.Contains(o.Serves, reason) }) {
				s.report(item(st.path+".reasons", i), "Offer another reason, or write an option that serves this one.", "offers %s, which no option serves", reason)
			}
		}
	}
}

func consequenceCount(s *subject) {
	for _, st := range s.steps() {
		if n := len(st.it.Then); n < fewestConsequences && !(n == 0 && !st.it.Kind.Traits().Follows) {
			s.report(st.path+".then", "Write at least two, for different sides.", "has %s", count(n, "consequence"))
		}
	}
}

func sourceCount(s *subject) {
	for _, st := range s.steps() {
		if n := len(st.it.Sources); n < fewestSources {
			s.report(st.path+".sources", "Name at least two, the best ones.", "has %s", count(n, "source"))
		}
	}
}

// caveats finds caveats that the format does not know, caveats that no sentence
// explains, and sentences whose caveat is not listed.
func caveats(s *subject) {
	for _, st := range s.steps() {
		for i, id := range st.it.Caveats {
			if !slices.Contains(pack.Caveats(), id) {
				s.report(item(st.path+".caveats", i), oneOf(pack.Caveats()), "is %q", id)
			}
		}
		key := st.path + ".caveat"
		for _, locale := range s.Locales {
			_, told := s.Text[locale][key]
			switch {
			case told && len(st.it.Caveats) == 0:
				s.reportText(locale, key, "List it under caveats in pack.yaml, or take the sentence away.", "explains a caveat that the step does not have")
			case !told && len(st.it.Caveats) > 0:
				s.reportText(locale, key, "Add caveat: and one sentence that says what is weak.", "is missing: the step has a caveat that nothing explains")
			}
		}
	}
}
