package lint

import (
	"slices"

	"hardcases/game/network"
	"hardcases/game/pack"
)

func modelRules() []Rule {
	return []Rule{
		{"model-rule", Error, "What the working model takes to be so rests on a claim, like everything else.", groundlessRules},
		{"model-switch", Error, "What a question asks to be turned can be turned on its screen.", missingSwitches},
		{"model-shows", Error, "A question's answer is what the model shows.", wrongCounts},
		{"model-event", Error, "The model says how things work, before the first decision: an event of the story would give it away, and a rule of how things work is no event.", toldByModel},
		{"guess-answer", Error, "A guess has three or four options, and one of them is right.", guessAnswers},
		{"lane-order", Error, "What became of a site is told in order.", laneOrder},
		{"lane-lost", Error, "A lane that nothing is said of is drawn as unknown, not left out of a change.", lanesLost},
		{"lane-end", Error, "Lanes end where the pack says: after their last change, and with a day of its own.", laneEnds},
		{"lane-long", Warning, "A lane stands as it was last said to for as long as nothing is said: after a year that is unknown.", longLanes},
		{"draw-from", Error, "What an estimate is drawn after had happened by its day, and is dated no more exactly than its claims.", drawnFrom},
		{"lane-exact", Error, "A date that is more exact than its claim was made up.", laneDates},
	}
}

func triesOf(c place[*pack.Case]) []place[*pack.Try] {
	return places(c.path+".tries", c.it.Tries, func(t *pack.Try) string { return t.ID })
}

func changesOf(c place[*pack.Case]) []place[*pack.Change] {
	if c.it.Became == nil {
		return nil
	}
	return places(c.path+".became.changes", c.it.Became.Changes, func(c *pack.Change) string { return c.ID })
}

// triedOf and changedOf give the lists of claims of a case's tries and changes.
func triedOf(c place[*pack.Case]) (out []place[[]string]) {
	for _, t := range triesOf(c) {
		out = append(out, place[[]string]{t.path + ".claims", t.it.Claims})
	}
	return out
}

func changedOf(c place[*pack.Case]) (out []place[[]string]) {
	for _, change := range changesOf(c) {
		out = append(out, place[[]string]{change.path + ".claims", change.it.Claims})
	}
	return out
}

// groundlessRules finds rules of the model that can act in some question and rest
// on no claim, and questions and changes without one.
func groundlessRules(s *subject) {
	told := map[network.Rule]bool{}
	for _, c := range s.cases() {
		for _, t := range triesOf(c) {
			for _, rule := range canAct(t.it) {
				if len(s.Library.Ground(rule)) == 0 && !told[rule] {
					told[rule] = true
					s.report("model", "Add "+string(rule)+": [CLAIM], with the claims that it rests on.", "lacks the rule %s, which acts in %s of %s", rule, t.it.ID, c.it.ID)
				}
			}
		}
		for _, list := range slices.Concat(triedOf(c), changedOf(c)) {
			if len(list.it) == 0 {
				s.report(list.path, "Name the claims that it rests on.", "names no claim")
			}
		}
	}
}

// canAct is the rules that can act while a question's switches are turned.
func canAct(t *pack.Try) []network.Rule {
	start := network.New(1, t.Setting())
	var rules []network.Rule
	add := func(s network.State) {
		for _, rule := range s.Acting() {
			if !slices.Contains(rules, rule) {
				rules = append(rules, rule)
			}
		}
	}
	add(start)
	for _, o := range t.Switches {
		for _, to := range o.To {
			if w, v, ok := network.Parse(o.Switch, to); ok {
				add(start.Turn(w, v))
			}
		}
	}
	return rules
}

// missingSwitches finds turns that players cannot make.
func missingSwitches(s *subject) {
	for _, c := range s.cases() {
		for _, t := range triesOf(c) {
			for _, turn := range t.it.Turns {
				i := slices.IndexFunc(t.it.Switches, func(o pack.Offer) bool { return o.Switch == turn.Switch })
				if i < 0 || !slices.Contains(t.it.Switches[i].To, turn.To) {
					s.report(t.path+".turns", "Offer it under switches.", "turns %s to %s, which its screen does not offer", turn.Switch, turn.To)
				}
			}
			for _, o := range t.it.Switches {
				w, known := network.ByID(o.Switch)
				if !known {
					s.report(t.path+".switches", "Name one of the model's switches.", "names %q, which is none of them", o.Switch)
					continue
				}
				if at := t.it.Setting().ID(w); !slices.Contains(o.To, at) {
					s.report(t.path+".switches", "Offer it, too.", "does not offer %s of %s, where it stands at first", at, o.Switch)
				}
			}
		}
	}
}

// wrongCounts runs the model for each question.
func wrongCounts(s *subject) {
	for _, c := range s.cases() {
		for _, t := range triesOf(c) {
			if got := t.it.Course(1).Report().Reached; got != t.it.Reached {
				s.report(t.path+".reached", "Write what the model shows, and let the texts say so.", "is %d; in the model %d of ten get the page", t.it.Reached, got)
			}
		}
	}
}

// toldByModel finds claims of the model that do not say how something works, and
// such claims in a story.
func toldByModel(s *subject) {
	var ground, story []place[[]string]
	for _, g := range s.Library.Model {
		ground = append(ground, place[[]string]{"model." + g.Rule, g.Claims})
	}
	for _, c := range s.cases() {
		ground = append(ground, triedOf(c)...)
		story = append(story, changedOf(c)...)
	}
	for _, st := range s.steps() {
		story = append(story, claimLists(st)...)
	}
	s.eachClaim(ground, func(path string, c *pack.Claim) {
		if c.Of != pack.Works {
			s.report(path, "Rest it on a claim of: works, or give the claim that if it tells of no event.", "rests on %s, which does not say how something works", c.ID)
		}
	})
	s.eachClaim(story, func(path string, c *pack.Claim) {
		if c.Of == pack.Works {
			s.report(path, "Rest it on a claim of what happened.", "rests on %s, which says how something works", c.ID)
		}
	})
}

// eachClaim visits the claims that lists name and the pack has.
func (s *subject) eachClaim(lists []place[[]string], visit func(path string, c *pack.Claim)) {
	for _, list := range lists {
		for i, id := range list.it {
			if c := s.claims[id]; c != nil {
				visit(item(list.path, i), c)
			}
		}
	}
}

// guesses gives every guess of the pack's cases.
func (s *subject) guesses(visit func(path string, g *pack.Guess)) {
	for _, c := range s.cases() {
		for _, t := range triesOf(c) {
			visit(t.path, &t.it.Guess)
		}
		if c.it.Became != nil {
			visit(c.path+".became", &c.it.Became.Guess)
		}
	}
}

func guessAnswers(s *subject) {
	s.guesses(func(path string, g *pack.Guess) {
		if n := len(g.Options); n < 3 || n > 4 {
			s.report(path+".options", "Offer three or four.", "has %d", n)
		}
		if !g.Has(g.Answer) {
			s.report(path+".answer", "Write the id of an option.", "is %q, which is none of the options", g.Answer)
		}
	})
}

func laneOrder(s *subject) {
	for _, c := range s.cases() {
		list := changesOf(c)
		for i := range list {
			if j := beforeOne(list[:i], list[i], func(c *pack.Change) pack.Moment { return c.Date }); j >= 0 {
				s.report(list[i].path+".date", "Put the changes in order of their dates.", "is %s, before a change that precedes it (%s)", list[i].it.Date, list[j].it.Date)
			}
		}
	}
}

// lanesLost finds changes in no lane, and lanes and stands that there are not.
func lanesLost(s *subject) {
	for _, c := range s.cases() {
		for _, change := range changesOf(c) {
			if len(change.it.Lanes) == 0 {
				s.report(change.path+".lanes", "Name the lanes that it changes; unknown is a stand, too.", "is empty")
			}
			for _, l := range change.it.Lanes {
				if !slices.Contains(pack.Lanes(), l.Lane) {
					s.report(change.path+".lanes", oneOf(pack.Lanes()), "names the lane %q", l.Lane)
				}
				if !slices.Contains(pack.Stands(), l.State) {
					s.report(change.path+".lanes", oneOf(pack.Stands()), "has %q in the lane %s", l.State, l.Lane)
				}
			}
		}
	}
}

// laneDates finds changes dated more exactly than any of their claims.
func laneDates(s *subject) {
	for _, c := range s.cases() {
		for _, change := range changesOf(c) {
			most, known := exactest(change.it.Claims, s.claims, func(c *pack.Claim) pack.Moment { return c.Since })
			if known && change.it.Date.Exactness() > most {
				s.report(change.path+".date", "Write the month or the year alone.", "is %s, more exact than any claim that it rests on", change.it.Date)
			}
		}
	}
}

// drawnFrom finds estimates that are drawn after something later, or dated too
// exactly.
func drawnFrom(s *subject) {
	for _, st := range s.steps() {
		d := st.it.Draw
		if d == nil {
			continue
		}
		most, known := exactest(d.Claims, s.claims, func(c *pack.Claim) pack.Moment { return c.Since })
		switch {
		case !d.From.KnownBy(st.it.Date):
			s.report(st.path+".draw.from", "Write when that was after which the player draws.", "is %s, after the step's own day, %s", d.From, st.it.Date)
		case known && d.From.Exactness() > most:
			s.report(st.path+".draw.from", "Write the month or the year alone.", "is %s, more exact than any claim that it rests on", d.From)
		}
	}
}

// longLanes finds lanes that stand for surely more than a year on one change, and
// are not unknown.
func longLanes(s *subject) {
	for _, c := range s.cases() {
		changes := changesOf(c)
		for i, from := range changes {
			for _, l := range from.it.Lanes {
				if l.State == pack.Unknown {
					continue
				}
				next := c.it.Became.Until
				for _, later := range changes[i+1:] {
					if slices.ContainsFunc(later.it.Lanes, func(of pack.LaneState) bool { return of.Lane == l.Lane }) {
						next = later.it.Date
						break
					}
				}
				if next.Start().After(from.it.Date.End().AddDate(1, 0, 0)) {
					s.report(from.path+".lanes", "Add a change that says what came of it, or that it is unknown from then on.",
						"leaves %s %s from %s to %s", l.Lane, l.State, from.it.Date, next)
				}
			}
		}
	}
}

// laneEnds finds lanes that end nowhere, or before their last change.
func laneEnds(s *subject) {
	for _, c := range s.cases() {
		b := c.it.Became
		switch {
		case b == nil || len(b.Changes) == 0:
		case b.Until.IsZero():
			s.report(c.path+".became", "Write until: and the last day that is told of.", "does not say where its lanes end")
		case b.Until.SurelyBefore(b.Changes[len(b.Changes)-1].Date):
			s.report(c.path+".became.until", "Write the last day that is told of.", "is %s, before the last change, %s", b.Until, b.Changes[len(b.Changes)-1].Date)
		}
	}
}
