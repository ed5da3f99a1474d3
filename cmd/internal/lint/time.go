package lint

import (
	"slices"

	"hardcases/game/pack"
)

func timeRules() []Rule {
	return []Rule{
		{"no-hindsight", Error, "Players judge with what was known on the day: a fact shown before a decision was public by then, or known to whoever decides.", hindsight},
		{"since-late", Error, "What a source has printed is public: a claim cannot have become so after all of its sources.", lateSince},
		{"inside-late", Error, "Who knew something before it was public knew it sooner than everybody.", lateInside},
		{"since-vague", Warning, "A claim dated by month or year may or may not have been known on the day.", vagueSince},
		{"date-vague", Error, "A decision needs its day, or nobody can say what was known; what belongs to no day needs none.", vagueDates},
		{"step-order", Error, "A story is told in order, and an earlier step must not learn from a later one.", stepOrder},
		{"then-early", Error, "What followed from a decision cannot have come before it.", earlyConsequences},
		{"then-order", Error, "What followed is told in order: the first is shown as the first thing that came of a decision.", thenOrder},
		{"outcome-early", Warning, "What happened on the day was not known before it; perhaps the claim's date is wrong.", earlyOutcomes},
		{"spoiler", Warning, "The reveal of one step must not give away what happened in a later one.", spoilers},
		{"gives-away", Warning, "Players are told before a case that tells how another ended.", givenAway},
	}
}

// knownTo says whether a claim could be known to an actor at a date.
func knownTo(c *pack.Claim, actor string, date pack.Moment) bool {
	if c.Since.KnownBy(date) {
		return true
	}
	return c.Inside != nil && c.Inside.Actor == actor && c.Inside.Since.KnownBy(date)
}

// hindsight finds facts that became public after the decision, unless the one
// who decides knew them from inside. It is the first rule of the game.
func hindsight(s *subject) {
	for _, st := range s.steps() {
		for _, claims := range toldBefore(st) {
			s.laterThan(st.it, claims)
		}
	}
}

// toldBefore lists the claims of all that is told before a decision.
func toldBefore(st place[*pack.Step]) []place[[]string] {
	var told []place[[]string]
	for _, f := range knownOf(st) {
		told = append(told, place[[]string]{f.path + ".claims", f.it.Claims})
	}
	told = append(told,
		place[[]string]{st.path + ".recap", st.it.Recap},
		place[[]string]{st.path + ".opening", st.it.Opening},
		place[[]string]{st.path + ".takes", st.it.Takes})
	if st.it.Draw != nil {
		told = append(told, place[[]string]{st.path + ".draw.claims", st.it.Draw.Claims})
	}
	return told
}

// laterThan reports the claims that could not be known to whoever decides.
func (s *subject) laterThan(st *pack.Step, claims place[[]string]) {
	for i, id := range claims.it {
		c := s.claims[id]
		if c == nil || c.Since.IsZero() || st.Date.IsZero() || knownTo(c, st.Actor, st.Date) {
			continue
		}
		s.report(item(claims.path, i), "Take the fact out, correct the claim's since, or add inside: {actor, since} if the seat's holder knew it then.",
			"rests on %s, public since %s, after the decision of %s", id, c.Since, st.Date)
	}
}

// lateSince finds claims that are said to have become public when all of their
// sources were there already. Pages of communities are left out: what they hold
// may be younger than the date that they bear. The other way round is no fault:
// many things are seen by all, and printed later.
func lateSince(s *subject) {
	for _, c := range s.libraryClaims() {
		latest := pack.Moment{}
		older := len(c.it.Sources) > 0
		for _, id := range c.it.Sources {
			src := s.sources[id]
			if src == nil || src.Kind == pack.Community || !src.Date.SurelyBefore(c.it.Since) {
				older = false
				break
			}
			if latest.SurelyBefore(src.Date) || latest.IsZero() {
				latest = src.Date
			}
		}
		if older && !c.it.Since.IsZero() {
			s.report(c.path+".since", "Correct the claim's since or the source's date, or name the source of that day.",
				"is %s, and the youngest of its sources is of %s", c.it.Since, latest)
		}
	}
}

// lateInside finds claims that somebody is said to have known from inside, later
// than everybody.
func lateInside(s *subject) {
	for _, c := range s.libraryClaims() {
		if in := c.it.Inside; in != nil && !c.it.Since.IsZero() && c.it.Since.SurelyBefore(in.Since) {
			s.report(c.path+".inside.since", "Correct one of the two days, or take inside out.", "is %s, when it was public (since %s)", in.Since, c.it.Since)
		}
	}
}

// vagueSince finds what is told before a decision by a claim that has no day, in the month
// or year of the decision.
func vagueSince(s *subject) {
	for _, st := range s.steps() {
		for _, claims := range toldBefore(st) {
			for i, id := range claims.it {
				c := s.claims[id]
				if c == nil || c.Since.Day > 0 || c.Since.IsZero() || c.Since.SurelyBefore(st.it.Date) || !c.Since.KnownBy(st.it.Date) {
					continue
				}
				s.report(item(claims.path, i), "Find the day, and write it in the claim's since.",
					"rests on %s, public since %s: perhaps not yet on %s", id, c.Since, st.it.Date)
			}
		}
	}
}

// vagueDates lets an estimate or a reflection stand in a month or a year: a day
// for it would be made up.
func vagueDates(s *subject) {
	for _, st := range s.steps() {
		if st.it.Date.IsZero() || st.it.Kind == pack.Decision && st.it.Date.Day == 0 {
			s.report(st.path+".date", "Write a day, such as 2017-08-16.", "is %q", st.it.Date)
		}
	}
}

// stepOrder finds steps that come after a later one, and steps of one day whose
// order no times settle.
func stepOrder(s *subject) {
	for _, c := range s.cases() {
		steps := stepsOf(c)
		for i := 1; i < len(steps); i++ {
			before, after := steps[i-1].it.Date, steps[i].it.Date
			switch {
			case before.IsZero() || after.IsZero():
			case after.SurelyBefore(before):
				s.report(steps[i].path+".date", "Put the steps in order of their dates.", "is %s, before the step that precedes it (%s)", after, before)
			case !before.SurelyBefore(after) && before != after:
				s.report(steps[i].path+".date", "Give both a time in UTC, such as 2022-09-03T22:17Z.", "is %s, and the step that precedes it %s: which came first is not clear", after, before)
			case before == after:
				s.report(steps[i].path+".date", "Give both a time in UTC, such as 2022-09-03T22:17Z.", "is that of the step that precedes it: which came first is not clear")
			}
		}
	}
}

func earlyConsequences(s *subject) {
	for _, st := range s.steps() {
		for _, t := range thenOf(st) {
			if t.it.Date.SurelyBefore(st.it.Date) {
				s.report(t.path+".date", "Correct the date, or tell it as something known.", "is %s, before the decision of %s", t.it.Date, st.it.Date)
			}
		}
	}
}

// beforeOne is the last of those that precede something although it came surely before
// them, −1 for none: all are compared, for a vague date lies between the others.
func beforeOne[T any](preceding []place[T], it place[T], date func(T) pack.Moment) int {
	for i, p := range slices.Backward(preceding) {
		if date(it.it).SurelyBefore(date(p.it)) {
			return i
		}
	}
	return -1
}

func thenOrder(s *subject) {
	for _, st := range s.steps() {
		list := thenOf(st)
		for i := range list {
			if j := beforeOne(list[:i], list[i], func(t *pack.Consequence) pack.Moment { return t.Date }); j >= 0 {
				s.report(list[i].path+".date", "Put what followed in order of its dates.", "is %s, before what precedes it (%s)", list[i].it.Date, list[j].it.Date)
			}
		}
	}
}

func earlyOutcomes(s *subject) {
	for _, st := range s.steps() {
		for i, id := range st.it.Outcome {
			if c := s.claims[id]; c != nil && c.Since.SurelyBefore(st.it.Date) {
				s.report(item(st.path+".outcome", i), "Correct the claim's since, or name the claim under known.",
					"rests on %s, public since %s, before the decision of %s", id, c.Since, st.it.Date)
			}
		}
	}
}

// spoilers finds claims that a reveal shows although a later step has them as
// its own outcome, in the same case or in one after it.
func spoilers(s *subject) {
	later := map[string]string{} // claim → step whose outcome it is
	for _, st := range slices.Backward(s.steps()) {
		for _, list := range claimLists(st) {
			for i, id := range list.it {
				if step := later[id]; step != "" && !isKnown(st.it, id) {
					s.report(item(list.path, i), "Leave it to that step.", "shows %s, which is what happened in step %s", id, step)
				}
			}
		}
		for _, id := range st.it.Outcome {
			later[id] = st.it.ID
		}
	}
}

// givenAway finds what a case tells of the outcome of another case that it does
// not name under after.
func givenAway(s *subject) {
	from := map[string]string{} // claim → case whose outcome it is
	for _, c := range s.cases() {
		for _, st := range stepsOf(c) {
			for _, list := range claimLists(st) {
				for i, id := range list.it {
					if other := from[id]; other != "" && !slices.Contains(c.it.After, other) {
						s.report(item(list.path, i), "Name that case under after.", "tells %s, an outcome of the case %s", id, other)
					}
				}
			}
		}
		for _, st := range c.it.Steps {
			for _, id := range st.Outcome {
				from[id] = c.it.ID
			}
		}
	}
}

// isKnown says whether a claim is among what a step's holder knows: then the
// other rules judge it.
func isKnown(st *pack.Step, claim string) bool {
	return slices.ContainsFunc(st.Known, func(f pack.Fact) bool { return slices.Contains(f.Claims, claim) })
}
