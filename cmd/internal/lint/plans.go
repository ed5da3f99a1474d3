package lint

import (
	"slices"
	"strings"

	"hardcases/game/pack"
)

func planRules() []Rule {
	return []Rule{
		{"plan-step", Error, "A plan leads a class from step to step; each must be there, once.", planSteps},
		{"plan-order", Error, "A class goes through a case as the players do: an earlier step must not come after what it led to.", planOrder},
		{"plan-whole", Error, "A class comes to a case once in a lesson: its opening and its question to the working model come with it.", planWhole},
		{"plan-desk", Error, "The desk takes apart a report on a case, and gives away how it went: it comes after the case.", planDesk},
		{"plan-older", Error, "What is for older pupils is played only where the teacher chooses it.", planOlder},
		{"plan-recap", Error, "A class that comes to a step without the one before it must be told what happened there.", planRecap},
		{"plan-opening", Error, "A class that comes to a case must be told who it is, what happened and what it can do.", planOpening},
		{"plan-about", Error, "Lessons of one plan have one name and often one length: what they are about tells them apart.", planAbout},
		{"plan-pace", Warning, "A class needs about five minutes for a decision: to read, to vote, to see and to talk; and two more where it guesses first what the working model shows; three for a round of the desk.", planPace},
	}
}

// leastMinutes is what a class needs for one step, modelMinutes what it needs to guess
// and try the working model, and roundMinutes what it needs for a round of the desk.
const leastMinutes, modelMinutes, roundMinutes = 5, 2, 3

func (s *subject) lessons(visit func(path string, l *pack.Lesson)) {
	for _, p := range places("plans", s.Library.Plans, func(p *pack.Plan) string { return p.ID }) {
		for i := range p.it.Lessons {
			visit(item(p.path+".lessons", i), &p.it.Lessons[i])
		}
	}
}

func (s *subject) parts(visit func(path string, p *pack.Part)) {
	s.lessons(func(path string, l *pack.Lesson) {
		for i := range l.Parts {
			visit(item(path+".parts", i), &l.Parts[i])
		}
	})
}

func (s *subject) planCase(id string) *pack.Case {
	i := slices.IndexFunc(s.Cases, func(c pack.Case) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Cases[i]
}

// planSteps finds cases and steps that are not there, and steps that a part has
// twice.
func planSteps(s *subject) {
	if s.badIDs {
		return // the step may be there under an id that is odd or double
	}
	s.parts(func(path string, p *pack.Part) {
		if p.Case == pack.AtDesk {
			s.planRounds(path, p)
			return
		}
		c := s.planCase(p.Case)
		if c == nil {
			s.report(path+".case", "Name a case of this pack.", "names the case %q, which is not in the pack", p.Case)
			return
		}
		seen := map[string]bool{}
		check := func(path string, ids []string) {
			for i, id := range ids {
				if at, _ := c.Step(id); at < 0 {
					s.report(item(path, i), "Name a step of "+p.Case+".", "names the step %q, which %s does not have", id, p.Case)
				}
				if seen[id] {
					s.report(item(path, i), "Take one away.", "names the step %s twice", id)
				}
				seen[id] = true
			}
		}
		check(path+".steps", p.Steps)
		check(path+".older", p.Older)
	})
}

// planRounds finds rounds of the desk that are not there, or that a part has twice.
func (s *subject) planRounds(path string, p *pack.Part) {
	if len(p.Older) > 0 {
		s.report(path+".older", "Name them under steps.", "has rounds of the desk for older pupils only, which there are none of")
	}
	seen := map[string]bool{}
	for i, id := range p.Steps {
		if _, ok := s.Desk.Round(id); !ok {
			s.report(item(path+".steps", i), "Name a round of the desk.", "names the round %q, which the desk does not have", id)
		}
		if seen[id] {
			s.report(item(path+".steps", i), "Take one away.", "names the round %s twice", id)
		}
		seen[id] = true
	}
}

// planOrder finds steps of a part that stand after a later one of their case.
func planOrder(s *subject) {
	s.parts(func(path string, p *pack.Part) {
		c := s.planCase(p.Case)
		if c == nil || s.badIDs {
			return // another rule says so
		}
		check := func(path string, ids []string) {
			last := -1
			for i, id := range ids {
				at, _ := c.Step(id)
				if at >= 0 && at < last {
					s.report(item(path, i), "Name the steps in the order of the case.", "names the step %s after %s, which comes later in %s", id, c.Steps[last].ID, p.Case)
				}
				last = max(last, at)
			}
		}
		check(path+".steps", p.Steps)
		check(path+".older", p.Older)
	})
}

// planWhole finds parts that come back to a case after another one.
func planWhole(s *subject) {
	s.lessons(func(path string, l *pack.Lesson) {
		for i, p := range l.Parts {
			was := slices.IndexFunc(l.Parts[:i], func(o pack.Part) bool { return o.Case == p.Case })
			if was >= 0 && slices.ContainsFunc(l.Parts[was:i], func(o pack.Part) bool { return o.Case != p.Case }) {
				s.report(item(path+".parts", i), "Put its steps together.", "comes back to %s", p.Case)
			}
		}
	})
}

// planDesk finds rounds of the desk before the case that they are about.
func planDesk(s *subject) {
	s.lessons(func(path string, l *pack.Lesson) {
		for i, p := range l.Parts {
			if p.Case == pack.AtDesk && slices.ContainsFunc(l.Parts[i:], func(o pack.Part) bool { return o.Case == s.Desk.After }) {
				s.report(item(path+".parts", i), "Put the desk after it.", "is at the desk before %s, which its rounds are about", s.Desk.After)
			}
		}
	})
}

// planOlder finds steps of a case for older pupils among those for all.
func planOlder(s *subject) {
	s.parts(func(path string, p *pack.Part) {
		if c := s.planCase(p.Case); c != nil && c.Older && len(p.Steps) > 0 {
			s.report(path+".steps", "Name them under older.", "plays %s with every class; the case is for older pupils", p.Case)
		}
	})
}

// planRecap finds steps that a plan plays without the one before them, and that do
// not say what a class must know of it.
func planRecap(s *subject) {
	if s.badIDs {
		return
	}
	told := map[*pack.Step]bool{}
	for i := range s.Library.Plans {
		p := &s.Library.Plans[i]
		for lesson := range p.Lessons {
			opened := ""
			for _, at := range p.Lessons[lesson].Steps(true) {
				opens := at.Case != opened
				opened = at.Case
				c := s.planCase(at.Case)
				if c == nil {
					continue // another rule says so
				}
				n, st := c.Step(at.Step)
				without := p.OutOfRow(lesson, c, at.Step, true) || !at.Older && p.OutOfRow(lesson, c, at.Step, false)
				if n < 1 || !without || opens || len(st.Recap) > 0 || told[st] {
					continue
				}
				told[st] = true
				s.report("cases."+c.ID+".steps."+st.ID, "Add recap: with the claims on what a class must know, and its text.", "is played in the plan %s without %s, and has no recap", p.ID, c.Steps[n-1].ID)
			}
		}
	}
}

// planOpening finds steps with which a lesson comes to a case, for older pupils or
// for all, and that do not say what a class must know first.
func planOpening(s *subject) {
	if s.badIDs {
		return
	}
	told := map[*pack.Step]bool{}
	s.lessons(func(_ string, l *pack.Lesson) {
		for _, older := range []bool{false, true} {
			opened := ""
			for _, at := range l.Steps(older) {
				c := s.planCase(at.Case)
				if c == nil || at.Case == opened || s.early(l, at, older) {
					continue // another rule says so
				}
				opened = at.Case
				if _, st := c.Step(at.Step); len(st.Opening) == 0 && !told[st] {
					told[st] = true
					s.report("cases."+c.ID+".steps."+st.ID, "Add opening: with the claims on who, what and why, and its texts.", "opens %s in a plan, and has no opening", c.ID)
				}
			}
		}
	})
}

// early says whether a step is not there, or the lesson plays one of its case that
// comes before it.
func (s *subject) early(l *pack.Lesson, at pack.Place, older bool) bool {
	c := s.planCase(at.Case)
	n, _ := c.Step(at.Step)
	return n < 0 || slices.ContainsFunc(l.Steps(older), func(o pack.Place) bool {
		before, _ := c.Step(o.Step)
		return o.Case == at.Case && before >= 0 && before < n
	})
}

// planPace finds lessons with less time than their steps take.
func planPace(s *subject) {
	s.lessons(func(path string, l *pack.Lesson) {
		steps := l.Steps(false)
		models, rounds, opened := 0, 0, ""
		for _, at := range steps {
			if at.Case == pack.AtDesk {
				rounds++
			}
			if c := s.planCase(at.Case); c != nil && at.Case != opened && len(c.Tries) > 0 {
				models++
			}
			opened = at.Case
		}
		n := len(steps) - rounds
		if n*leastMinutes+models*modelMinutes+rounds*roundMinutes > l.Minutes {
			s.report(path+".minutes", "Take steps out, or give more time.", "is %d for %d steps, with %d questions to the working model and %d rounds of the desk", l.Minutes, n, models, rounds)
		}
	})
}

// planAbout finds plans of several lessons that do not say what each of them is about.
func planAbout(s *subject) {
	for _, p := range places("plans", s.Library.Plans, func(p *pack.Plan) string { return p.ID }) {
		lessons := len(p.it.Lessons)
		for _, locale := range s.Locales {
			about := strings.TrimSpace(s.Text[locale][p.path+".about"])
			if said := strings.Count(about, "\n\n") + 1; lessons > 1 && about != "" && said != lessons {
				s.reportText(locale, p.path+".about", "Write a paragraph for each lesson, in their order, with an empty line between two.", "has %d for %d lessons", said, lessons)
			}
		}
	}
}
