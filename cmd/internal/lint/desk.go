package lint

import (
	"fmt"
	"slices"
	"strings"

	"hardcases/game/pack"
)

func deskRules() []Rule {
	return []Rule{
		{"round-odd", Error, "A round says what it shows, what it asks, and what its answer rests on.", oddRounds},
		{"round-answer", Error, "A round has one right answer, and it agrees with whether the report is sound.", roundAnswers},
		{"round-words", Error, "Players find the wrong word by pointing at it: each answer is words that stand in the extract once, and one says that none is wrong.", roundWords},
		{"desk-balance", Error, "Who only ever meets faults learns to distrust everything: a third of the rounds shows what is right.", deskBalance},
		{"check-parallel", Error, "Before and after can be compared only where the sets test the same, in the same order.", parallelChecks},
		{"check-balance", Error, "A set mixes sound and unsound items, or always saying the same would win.", checkBalance},
	}
}

// oddRounds finds words that the format does not know, and clock rounds without
// clocks.
func oddRounds(s *subject) {
	for _, r := range s.rounds() {
		if !slices.Contains(pack.RoundKinds(), r.it.Kind) {
			s.report(r.path+".kind", oneOf(pack.RoundKinds()), "is %q", r.it.Kind)
		}
		if !slices.Contains(pack.Showings(), r.it.Shows) {
			s.report(r.path+".shows", oneOf(pack.Showings()), "is %q", r.it.Shows)
		}
		if !slices.Contains(pack.Bases(), r.it.Basis) {
			s.report(r.path+".basis", oneOf(pack.Bases()), "is %q", r.it.Basis)
		}
		for _, o := range verdictsOf(r) {
			if !slices.Contains(pack.Judgments(), o.it.Judges) {
				s.report(o.path+".judges", oneOf(pack.Judgments()), "is %q", o.it.Judges)
			}
		}
		if r.it.Kind == pack.ClockRound && (r.it.At.Minute == 0 || len(r.it.Clocks) < 2) {
			s.report(r.path+".times", "Write times: {at: 2022-09-03T22:17Z, clocks: [{place: paris, offset: 120}, …]}.", "needs a moment to the minute and two clocks")
		}
	}
	if after := s.Desk.After; after != "" && !slices.ContainsFunc(s.Cases, func(c pack.Case) bool { return c.ID == after }) {
		s.report("desk.case", "Write the id of a case.", "is %q, which is no case of the pack", after)
	}
}

func verdictsOf(r place[*pack.Round]) []place[*pack.Verdict] {
	return places(r.path+".options", r.it.Options, func(v *pack.Verdict) string { return v.ID })
}

func roundAnswers(s *subject) {
	for _, r := range s.rounds() {
		most := mostOptions
		if r.it.Words {
			most = pack.MostVerdicts
		}
		if n := len(r.it.Options); n < fewestOptions || n > most {
			s.report(r.path+".options", fmt.Sprintf("Write %d to %d answers.", fewestOptions, most), "has %s", count(n, "answer"))
		}
		i, v := r.it.Verdict(r.it.Answer)
		switch {
		case i < 0:
			s.report(r.path+".answer", "Write the id of an option.", "is %q, which is no option of the round", r.it.Answer)
		case r.it.Sound && v.Judges == pack.JudgesFaulty:
			s.report(r.path+".answer", "Correct sound, the answer, or what it judges.", "finds a fault, but the round is sound")
		case !r.it.Sound && v.Judges == pack.JudgesSound:
			s.report(r.path+".answer", "Correct sound, the answer, or what it judges.", "finds no fault, but the round is not sound")
		}
	}
}

// roundWords holds rounds in which the wrong word is pointed at to words that can be
// pointed at.
func roundWords(s *subject) {
	for _, r := range s.rounds() {
		if !r.it.Words {
			continue
		}
		sound := 0
		for _, o := range verdictsOf(r) {
			switch o.it.Judges {
			case pack.JudgesFaulty:
				s.oneWord(r, o)
			case pack.JudgesSound:
				sound++
			case pack.JudgesUnsure, pack.JudgesNot:
				s.report(o.path+".judges", "Write faulty for words of the extract, sound for the answer that none of them is wrong.", "is %q in a round of words", o.it.Judges)
			}
		}
		if sound != 1 || r.it.Options[len(r.it.Options)-1].Judges != pack.JudgesSound {
			s.report(r.path+".options", "Write one answer that judges: sound, as the last.", "has %s that no word is wrong", count(sound, "answer"))
		}
	}
}

// oneWord holds the words of an answer to stand in the extract once, and apart from
// those of the answers before it.
func (s *subject) oneWord(r place[*pack.Round], o place[*pack.Verdict]) {
	for _, locale := range s.Locales {
		extract, key := s.Text[locale][r.path+".extract"], o.path+".words"
		words := s.Text[locale][key]
		if words == "" { // which is missing
			continue
		}
		if n := strings.Count(extract, words); n != 1 {
			s.reportText(locale, key, "Write words as the extract has them, enough of them to be found once.", "stand in the extract %s", count(n, "time"))
			continue
		}
		for i := range r.it.Options {
			other := &r.it.Options[i]
			if other == o.it {
				break
			}
			if r.it.OfWords(other) && overlap(extract, words, s.Text[locale][r.path+".options."+other.ID+".words"]) {
				s.reportText(locale, key, "Take each word of the extract into one answer alone.", "share letters with those of answer %s", other.ID)
			}
		}
	}
}

// overlap says whether two pieces of a text share letters.
func overlap(text, a, b string) bool {
	i, j := strings.Index(text, a), strings.Index(text, b)
	return b != "" && i >= 0 && j >= 0 && i < j+len(b) && j < i+len(a)
}

func deskBalance(s *subject) {
	sound := 0
	for _, r := range s.Desk.Rounds {
		if r.Sound {
			sound++
		}
	}
	if n := len(s.Desk.Rounds); 3*sound < n {
		s.report("desk.rounds", "Show more of what the report gets right.", "has %d sound rounds of %d", sound, n)
	}
}

// parallelChecks holds every set to the skills of the first, item by item.
func parallelChecks(s *subject) {
	sets := s.sets()
	for _, set := range sets[min(1, len(sets)):] {
		first := sets[0].it.Items
		if len(set.it.Items) != len(first) {
			s.report(set.path+".items", "Write one item for each of the first set's.", "has %s, the first set %d", count(len(set.it.Items), "item"), len(first))
			continue
		}
		for i, one := range places(set.path+".items", set.it.Items, func(c *pack.CheckItem) string { return c.ID }) {
			if one.it.Tests != first[i].Tests || one.it.Sound != first[i].Sound {
				s.report(one.path, "Test the same skill, sound or not, as the first set's item at this place.",
					"tests %s (sound: %t), where %s tests %s (sound: %t)", one.it.Tests, one.it.Sound, first[i].ID, first[i].Tests, first[i].Sound)
			}
		}
	}
}

func checkBalance(s *subject) {
	for _, set := range s.sets() {
		sound := 0
		for _, item := range set.it.Items {
			if item.Sound {
				sound++
			}
		}
		if n := len(set.it.Items); 3*sound < n || 3*sound > 2*n {
			s.report(set.path+".items", "Write about as many sound items as unsound ones.", "has %d sound items of %d", sound, n)
		}
	}
}
