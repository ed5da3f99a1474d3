package lint

func wayRules() []Rule {
	return []Rule{
		{"way-length", Error, "A short way is for those who have little time; it leads past the step that stands for the case.", wayLength},
		{"way-recap", Error, "Who comes to a step past one that the short way leaves out must be told what happened there.", wayRecap},
	}
}

// mostOnWay is how many steps a short way has at most.
const mostOnWay = 5

func wayLength(s *subject) {
	for _, c := range s.cases() {
		if !c.it.HasShort() {
			continue
		}
		switch n := len(c.it.Way(true)); {
		case n == 0:
			s.report(c.path+".steps", "Take more: true away from the steps that matter most.", "have no short way: all are left out of it")
			continue
		case n > mostOnWay:
			s.report(c.path+".steps", "Write more: true at those that can wait.", "have a short way of %d; at most %d", n, mostOnWay)
		}
		if i, key := c.it.Step(c.it.Key); i >= 0 && key.More {
			s.report(c.path+".steps."+key.ID+".more", "Take it away, or choose another key.", "leaves out the step that stands for the case")
		}
	}
}

// wayRecap finds steps of a short way that it comes to past others, and that do not
// say what happened at those. Before the first one there is only the briefing.
func wayRecap(s *subject) {
	for _, c := range s.cases() {
		begun := false
		for i, st := range stepsOf(c) {
			if st.it.More {
				continue
			}
			if begun && c.it.Steps[i-1].More && len(st.it.Recap) == 0 {
				s.report(st.path, "Add recap: with the claims on what happened there, and its text.", "comes after %s, which the short way leaves out, and has no recap", c.it.Steps[i-1].ID)
			}
			begun = true
		}
	}
}
