package lint

import (
	"slices"

	"hardcases/game/pack"
)

func exactRules() []Rule {
	return []Rule{
		{"date-exact", Error, "A date that is more exact than its source was made up.", inventedDates},
		{"early-source", Error, "A source that is shown before a decision was out before it.", earlySources},
		{"open-before", Warning, "Who says so is asked before a choice: most of what was public needs a source that can be opened then.", unopened},
	}
}

// inventedDates finds claims that are dated more exactly than any of their
// sources, and consequences dated more exactly than any of their claims.
func inventedDates(s *subject) {
	for _, c := range s.libraryClaims() {
		most, known := exactest(c.it.Sources, s.sources, func(src *pack.Source) pack.Moment { return src.Date })
		if known && !c.it.Stated && c.it.Since.Exactness() > most {
			s.report(c.path+".since", "Write the month or the year alone, or stated: true where a source gives the day in its text.",
				"is %s, more exact than the date of any of its sources", c.it.Since)
		}
	}
	for _, st := range s.steps() {
		for _, t := range thenOf(st) {
			most, known := exactest(t.it.Claims, s.claims, func(c *pack.Claim) pack.Moment { return c.Since })
			if known && t.it.Date.Exactness() > most {
				s.report(t.path+".date", "Write the month or the year alone.", "is %s, more exact than any claim that it rests on", t.it.Date)
			}
		}
	}
}

// exactest is how exact the most exact date among some things is; known is
// false where there are none, or one of them is not in the pack.
func exactest[T any](ids []string, by map[string]*T, date func(*T) pack.Moment) (most int, known bool) {
	for _, id := range ids {
		it := by[id]
		if it == nil {
			return 0, false
		}
		most = max(most, date(it).Exactness())
	}
	return most, len(ids) > 0
}

// earlySources holds the sources that are said to have been out on the day to
// what can be seen of it: that they belong to the fact, and are not of later.
func earlySources(s *subject) {
	for _, st := range s.steps() {
		for _, f := range knownOf(st) {
			for i, id := range f.it.Early {
				switch src := s.sources[id]; {
				case !s.carries(f.it, id):
					s.report(item(f.path+".early", i), "Name a source of one of the fact's claims.", "names %s, which none of the fact's claims rests on", id)
				case src != nil && (src.Date.Exactness() < exactDay || !src.Date.KnownBy(st.it.Date)):
					s.report(item(f.path+".early", i), "Take it out.", "names %s of %q, which was not surely out on %s", id, src.Date, st.it.Date)
				}
			}
		}
	}
}

// exactDay is the exactness of a moment that gives a day.
const exactDay = 3

func (s *subject) carries(f *pack.Fact, source string) bool {
	return slices.ContainsFunc(f.Claims, func(id string) bool { return s.claims[id] != nil && slices.Contains(s.claims[id].Sources, source) })
}

// unopened counts the facts that were public and that no reader could check
// before deciding.
func unopened(s *subject) {
	open, public := s.countOpen()
	if without := public - open; public >= enoughFacts && 3*without > public {
		s.report("cases", "Add sources of the day or earlier; name those of the very day under early.",
			"have %d public facts of %d without a source that can be opened before deciding: at most one in three", without, public)
	}
}

// countOpen counts the facts that were public, and those of them that have a
// source which can be opened before deciding.
func (s *subject) countOpen() (open, public int) {
	for _, st := range s.steps() {
		for _, f := range st.it.Known {
			isOpen, isPublic := s.canOpen(st.it, &f)
			if isOpen {
				open++
			}
			if isPublic {
				public++
			}
		}
	}
	return open, public
}

// enoughFacts is how many public facts a pack has before a share of them tells
// anything.
const enoughFacts = 9

// canOpen says whether a fact was public, and whether a source of it could be
// opened before the decision.
func (s *subject) canOpen(st *pack.Step, f *pack.Fact) (open, public bool) {
	for _, id := range f.Claims {
		c := s.claims[id]
		if c == nil || st.Inside(c) {
			continue
		}
		public = true
		open = open || slices.ContainsFunc(c.Sources, func(id string) bool { return s.sources[id] != nil && st.CanOpen(f, s.sources[id]) })
	}
	return open, public
}
