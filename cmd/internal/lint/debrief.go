package lint

import (
	"slices"

	"hardcases/game/pack"
)

func debriefRules() []Rule {
	return []Rule{
		{"key-step", Error, "The step that stands for a case in the comparison must be one of it.", keySteps},
		{"voice-side", Error, "Players are told which way a critic pulls.", voiceSides},
		{"sides-unequal", Warning, "Critics who say too late and critics who say too far get equal room.", unequalSides},
	}
}

func keySteps(s *subject) {
	for _, c := range s.cases() {
		if i, _ := c.it.Step(c.it.Key); c.it.Key != "" && i < 0 {
			s.report(c.path+".key", "Write the id of a step.", "is %q, which is no step of the case", c.it.Key)
		}
	}
}

func voiceSides(s *subject) {
	for _, c := range s.cases() {
		for _, v := range voicesOf(c) {
			if !slices.Contains(pack.Sides(), v.it.Side) {
				s.report(v.path+".side", oneOf(pack.Sides()), "is %q", v.it.Side)
			}
		}
	}
}

func unequalSides(s *subject) {
	for _, c := range s.cases() {
		n := map[pack.Side]int{}
		for _, v := range c.it.Voices {
			n[v.Side]++
		}
		if n[pack.TooLate] != n[pack.TooFar] {
			s.report(c.path+".voices", "Add a voice to the side that has fewer.", "has %d of too late and %d of too far", n[pack.TooLate], n[pack.TooFar])
		}
	}
}

// lineWords is how many words one step may say in the debrief: its name, the longest
// choice, and what happened.
const lineWords = 20

// longLines finds steps that say more.
func longLines(s *subject) {
	for _, st := range s.steps() {
		for _, locale := range s.Locales {
			if n := s.debriefWords(locale, st); n > lineWords {
				s.reportText(locale, st.path+".title", "Write a name of two or three words; then shorten the short of the options.", "says up to %d words in the debrief; at most %d", n, lineWords)
			}
		}
	}
}

// debriefWords is the words of a step's longest line in the debrief.
func (s *subject) debriefWords(locale string, st place[*pack.Step]) int {
	text := s.Text[locale]
	name := text[st.path+".name"]
	if name == "" {
		name = text[st.path+".title"]
	}
	short := func(id string) int { return words(text[st.path+".options."+id+".short"]) }
	longest := 0
	for _, o := range st.it.Options {
		if o.ID != st.it.Happened {
			longest = max(longest, short(o.ID))
		}
	}
	return words(name) + longest + short(st.it.Happened)
}
