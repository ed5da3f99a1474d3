package lint

import (
	"math"
	"slices"
	"strings"

	"hardcases/game/pack"
)

// Figures are what an editor counts in a pack: what might give answers away, and
// what a reader can check before deciding. The rules judge the same numbers.
type Figures struct {
	// Places are how often the real course stands first, second, … in the pack,
	// which is the order that classes and papers have; Last is how often it stands
	// last.
	Places []int
	Last   int
	// Steps and Rounds say by language how often the right words are the longest.
	Steps, Rounds map[string]Share
	// Open of Public facts that were public have a source that can be opened
	// before deciding.
	Open, Public int
	// Graded of All options say what they do, so that their grades can be
	// compared.
	Graded, All int
	Plans       []PlanLetters
}

// Share is how often the longest is right, of how many, and how often chance
// makes it so.
type Share struct {
	Right, Of int
	Chance    float64
}

// PlanLetters are the letters of the real course through one lesson, such as
// "DCBDC".
type PlanLetters struct {
	Plan    string
	Lesson  int // from 0
	Letters string
}

// Count gives the figures of a pack.
func Count(c *pack.Content) Figures {
	s := newSubject(c, Settings{})
	f := Figures{Steps: map[string]Share{}, Rounds: map[string]Share{}}
	for _, st := range s.steps() {
		for _, o := range st.it.Options {
			f.All++
			if len(o.Does) > 0 {
				f.Graded++
			}
		}
		if i, _ := st.it.Option(st.it.Happened); i >= 0 {
			f.Places = append(f.Places, make([]int, max(0, i+1-len(f.Places)))...)
			f.Places[i]++
			if i == len(st.it.Options)-1 {
				f.Last++
			}
		}
	}
	f.Open, f.Public = s.countOpen()
	for _, locale := range c.Locales {
		f.Steps[locale], f.Rounds[locale] = Share(s.stepGuesses(locale)), Share(s.roundGuesses(locale))
	}
	for _, p := range c.Library.Plans {
		for i := range p.Lessons {
			f.Plans = append(f.Plans, PlanLetters{p.ID, i, s.letters(&p.Lessons[i], false)})
		}
	}
	return f
}

// letters are those of the real course at each step of a lesson; a step without
// one gives none.
func (s *subject) letters(l *pack.Lesson, older bool) string {
	var out strings.Builder
	for _, at := range l.Steps(older) {
		c := s.planCase(at.Case)
		if c == nil {
			continue
		}
		if n, st := c.Step(at.Step); n >= 0 {
			if i, _ := st.Option(st.Happened); i >= 0 {
				out.WriteByte(byte('A' + i))
			}
		}
	}
	return out.String()
}

// add takes the lengths of one set of words; right is the index of the right one.
func (g *Share) add(lengths []int, right int) {
	if right < 0 || len(lengths) < 2 {
		return
	}
	g.Of++
	g.Chance += 1 / float64(len(lengths))
	others := slices.Delete(slices.Clone(lengths), right, right+1)
	if lengths[right] > slices.Max(others) {
		g.Right++
	}
}

// enoughGuesses is how many sets of words a pack has before a share of them tells
// anything.
const enoughGuesses = 6

// TooOften says whether the longest is right more often than chance explains:
// fractions of a hit are rounded up.
func (g Share) TooOften() bool {
	return g.Of >= enoughGuesses && float64(g.Right) > math.Ceil(g.Chance)
}
