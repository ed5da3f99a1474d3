package live

import "time"

// TriesIn counts how many wrong codes one address can try within a time, if after
// each refusal it rests.
func TriesIn(whole, rest time.Duration) int {
	now := time.Unix(0, 0)
	l := newLimits(func() time.Time { return now }, func() (key [32]byte) { key[0] = byte(now.Unix()); return key })
	tried := 0
	for end := now.Add(whole); now.Before(end); {
		if l.take("code", "somebody", wrongCodes) {
			tried++
			continue
		}
		now = now.Add(rest)
	}
	return tried
}
