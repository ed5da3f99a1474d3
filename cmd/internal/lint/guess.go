package lint

import (
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

func longestSteps(s *subject) {
	for _, locale := range s.Locales {
		s.reportGuesses(locale, "cases", "option", s.stepGuesses(locale))
	}
}

func longestRounds(s *subject) {
	for _, locale := range s.Locales {
		s.reportGuesses(locale, "desk.rounds", "answer", s.roundGuesses(locale))
	}
}

func (s *subject) stepGuesses(locale string) (g Share) {
	for _, st := range s.steps() {
		i, _ := st.it.Option(st.it.Happened)
		g.add(lengths(st.it.Options, func(o *pack.Option) string {
			key := st.path + ".options." + o.ID
			return s.Text[locale][key+".label"] + s.Text[locale][key+".detail"]
		}), i)
	}
	return g
}

func (s *subject) roundGuesses(locale string) (g Share) {
	for _, r := range s.rounds() {
		i, _ := r.it.Verdict(r.it.Answer)
		g.add(lengths(r.it.Options, func(v *pack.Verdict) string {
			if r.it.OfWords(v) {
				return s.Text[locale][r.path+".options."+v.ID+".words"]
			}
			return s.Text[locale][r.path+".options."+v.ID+".label"]
		}), i)
	}
	return g
}

func (s *subject) reportGuesses(locale, key, noun string, g Share) {
	if g.TooOften() {
		s.reportText(locale, key, "Shorten right ones, or say more in others.", "have the right %s as the longest in %d of %d; chance gives %.1f", noun, g.Right, g.Of, g.Chance)
	}
}

func lengths[T any](list []T, text func(*T) string) []int {
	out := make([]int, len(list))
	for i := range list {
		out[i] = utf8.RuneCountInString(text(&list[i]))
	}
	return out
}

// repeatedLetters finds lessons in which three decisions running have their real
// course at the same place.
func repeatedLetters(s *subject) {
	s.lessons(func(path string, l *pack.Lesson) {
		for _, older := range []bool{false, true} {
			letters := s.letters(l, older)
			for i := range max(0, len(letters)-2) {
				if letters[i] == letters[i+1] && letters[i] == letters[i+2] {
					s.report(path, "Play other steps, or give one of them another option.", "has the real course at %c three times running: %s", letters[i], letters)
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
