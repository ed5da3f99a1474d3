package lint

import (
	"math"
	"slices"
	"unicode/utf8"

	"hardcases/game/pack"
)

func guessRules() []Rule {
	return []Rule{
		{"longest-step", Warning, "Who always takes the longest option should be right no more often than by chance.", longestSteps},
		{"longest-round", Warning, "Who always takes the longest answer should be right no more often than by chance.", longestRounds},
		{"plan-letters", Warning, "A class that sees the same letter win three times running votes for the letter.", repeatedLetters},
		{"round-third", Error, "A round that asks whether something is impossible to tell must let players say so.", unsureSorts},
	}
}

// guesses adds up how often the longest of some words is the right one, and how
// often chance makes it so.
type guesses struct {
	right, of int
	chance    float64
}

// add takes the lengths of one set of words; right is the index of the right one.
func (g *guesses) add(lengths []int, right int) {
	if right < 0 || len(lengths) < 2 {
		return
	}
	g.of++
	g.chance += 1 / float64(len(lengths))
	others := slices.Delete(slices.Clone(lengths), right, right+1)
	if lengths[right] > slices.Max(others) {
		g.right++
	}
}

// enoughGuesses is how many sets of words a pack has before a share of them tells
// anything.
const enoughGuesses = 6

// tooOften says whether the longest is right more often than chance explains:
// fractions of a hit are rounded up.
func (g *guesses) tooOften() bool {
	return g.of >= enoughGuesses && float64(g.right) > math.Ceil(g.chance)
}

func longestSteps(s *subject) {
	for _, locale := range s.Locales {
		var g guesses
		for _, st := range s.steps() {
			i, _ := st.it.Option(st.it.Happened)
			g.add(lengths(st.it.Options, func(o *pack.Option) string {
				key := st.path + ".options." + o.ID
				return s.Text[locale][key+".label"] + s.Text[locale][key+".detail"]
			}), i)
		}
		s.reportGuesses(locale, "cases", "option", g)
	}
}

func longestRounds(s *subject) {
	for _, locale := range s.Locales {
		var g guesses
		for _, r := range s.rounds() {
			i, _ := r.it.Verdict(r.it.Answer)
			g.add(lengths(r.it.Options, func(v *pack.Verdict) string { return s.Text[locale][r.path+".options."+v.ID+".label"] }), i)
		}
		s.reportGuesses(locale, "desk.rounds", "answer", g)
	}
}

func (s *subject) reportGuesses(locale, key, noun string, g guesses) {
	if g.tooOften() {
		s.reportText(locale, key, "Shorten right ones, or say more in others.", "have the right %s as the longest in %d of %d; chance gives %.1f", noun, g.right, g.of, g.chance)
	}
}

func lengths[T any](list []T, text func(*T) string) []int {
	out := make([]int, len(list))
	for i := range list {
		out[i] = utf8.RuneCountInString(text(&list[i]))
	}
	return out
}

// repeatedLetters finds plans in which three decisions running have their real
// course at the same place.
func repeatedLetters(s *subject) {
	s.lessons(func(path string, l *pack.Lesson) {
		for _, older := range []bool{false, true} {
			run, last := 0, -1
			for _, at := range l.Steps(older) {
				c := s.planCase(at.Case)
				if c == nil {
					continue
				}
				n, st := c.Step(at.Step)
				i, _ := st.Option(st.Happened)
				if n < 0 || i < 0 {
					continue
				}
				if i == last {
					run++
				} else {
					run, last = 1, i
				}
				if run == 3 {
					s.report(path, "Play other steps, or give one of them another option.", "has the real course at place %d three times running, up to %s", i+1, at.Step)
					return
				}
			}
		}
	})
}

// unsureSorts finds sort rounds without an answer for what cannot be told.
func unsureSorts(s *subject) {
	for _, r := range s.rounds() {
		if r.it.Kind == pack.SortRound && !slices.ContainsFunc(r.it.Options, func(v pack.Verdict) bool { return v.Judges == pack.JudgesUnsure }) {
			s.report(r.path+".options", "Add an answer that judges: unsure.", "lacks an answer for what is impossible to tell")
		}
	}
}
