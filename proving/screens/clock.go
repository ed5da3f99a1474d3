package screens

import "time"

// Patient gives a clock by which a minute goes by between any two looks at it,
// for tests that press faster than any player: no screen is too new for them.
func Patient() func() time.Time {
	now := time.Unix(0, 0)
	return func() time.Time {
		now = now.Add(time.Minute)
		return now
	}
}
