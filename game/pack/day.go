package pack

import "slices"

// Inside says whether the holder of the step's seat knew a claim before it was
// surely public: what is published on the day of a decision is mostly published
// to explain it.
func (s *Step) Inside(c *Claim) bool {
	return c.Inside != nil && c.Inside.Actor == s.Actor && !c.Since.SurelyBefore(s.Date) || !c.Since.KnownBy(s.Date)
}

// CanOpen says whether a reader could open a source before the decision: it is
// of an earlier day, or of that day and known to have been out before.
func (s *Step) CanOpen(f *Fact, src *Source) bool {
	return src.Date.SurelyBefore(s.Date) || slices.Contains(f.Early, src.ID)
}

// Exactness is how exact a moment is: 0 for no date, 1 for a year, 2 for a
// month, 3 for a day, 4 for a minute.
func (m Moment) Exactness() int {
	switch {
	case m.Minute > 0:
		return 4
	case m.Day > 0:
		return 3
	case m.Month > 0:
		return 2
	case m.Year > 0:
		return 1
	}
	return 0
}
