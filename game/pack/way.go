package pack

import "slices"

// HasShort says whether a case has a short way: whether it leaves steps out.
func (c *Case) HasShort() bool {
	return slices.ContainsFunc(c.Steps, func(s Step) bool { return s.More })
}

// Way is the indexes of the steps of a way through the case, in their order in
// time: of the short way, or of the whole case.
func (c *Case) Way(short bool) []int {
	return c.only(func(s *Step) bool { return !short || !s.More })
}

// LeftOut is the indexes of the steps that the short way leaves out, in their
// order in time.
func (c *Case) LeftOut() []int { return c.only(func(s *Step) bool { return s.More }) }

func (c *Case) only(keep func(*Step) bool) []int {
	var indexes []int
	for i := range c.Steps {
		if keep(&c.Steps[i]) {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

// short is the number of steps of the short way, 0 where there is none.
func (c *Case) short() int {
	if !c.HasShort() {
		return 0
	}
	return len(c.Way(true))
}

// Takes is how many minutes the short way of a case takes in a language of the
// pack, and all of it: what the author said, where nothing was reckoned.
func (h *CaseHead) Takes(locale int) (short, whole int) {
	if locale < 0 || locale >= len(h.ShortMinutes) || locale >= len(h.WholeMinutes) {
		return h.Minutes, h.Minutes
	}
	return h.ShortMinutes[locale], h.WholeMinutes[locale]
}

// Tells says whether the debrief of a case tells what happened at a step: whether a
// claim on what was said of the case, then or by critics, is part of its outcome.
func (c *Case) Tells(st *Step) bool {
	return slices.ContainsFunc(st.Outcome, func(id string) bool {
		return slices.Contains(c.Said, id) || slices.ContainsFunc(c.Voices, func(v Voice) bool { return slices.Contains(v.Claims, id) })
	})
}

// Tells says whether whoever has decided a step has been told what happened at an
// earlier one: whether a claim that it showed is part of that outcome. What was
// known on the day, the recap, the reveal and what followed are shown.
func (s *Step) Tells(other *Step) bool {
	return slices.ContainsFunc(other.Outcome, func(id string) bool {
		return slices.Contains(s.Outcome, id) || slices.Contains(s.Recap, id) ||
			slices.ContainsFunc(s.Known, func(f Fact) bool { return slices.Contains(f.Claims, id) }) ||
			slices.ContainsFunc(s.Then, func(t Consequence) bool { return slices.Contains(t.Claims, id) })
	})
}
