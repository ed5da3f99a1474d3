package pack

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tinylib/msgp/msgp"
)

// Moment is a point in time as well as a source gives it: a year, a month, a
// day, or a minute of a day in UTC. The zero Moment means "no date". It is
// written as ISO 8601: 2017, 2017-08, 2017-08-16, 2017-08-16T22:17Z.
type Moment struct {
	Year, Month, Day int // Month and Day are 0 where unknown
	Minute           int // of the day in UTC, 1 to 1440 for 00:00 to 23:59; 0 where unknown
}

// ParseMoment reads the ISO 8601 forms that Moment writes. It fails on
// anything else, and on days that no calendar has.
func ParseMoment(s string) (Moment, error) {
	n, ok := numbersOf(s)
	m := Moment{Year: n[0], Month: n[1], Day: n[2]}
	if len(s) == len(longest) {
		m.Minute = n[3]*60 + n[4] + 1
	}
	day := m.day()
	if ok = ok && m.Year > 0 && n[3] < 24 && n[4] < 60; ok && len(s) > 4 {
		ok = m.Month > 0 && day.Month() == time.Month(m.Month) // no 31st of June
	}
	if !ok || len(s) > 7 && m.Day == 0 {
		return Moment{}, fmt.Errorf("%s is not a date: write 2017, 2017-08, 2017-08-16 or 2017-08-16T22:17Z", strconv.Quote(s))
	}
	return m, nil
}

// longest is the longest form of a moment: each other one is a part of it.
const longest = "0000-00-00T00:00Z"

// numbersOf gives the year, month, day, hour and minute of what has a form of a moment,
// 0 for what is left out. Forms of time.Parse would do, and link 40 KB of WebAssembly.
func numbersOf(s string) (n [5]int, ok bool) {
	if !slices.Contains([]int{4, 7, 10, len(longest)}, len(s)) {
		return n, false
	}
	at := 0
	for i, c := range []byte(s) {
		switch digit := c - '0'; {
		case longest[i] != '0' && c != longest[i], longest[i] == '0' && digit > 9:
			return n, false
		case longest[i] != '0':
			at++
		default:
			n[at] = n[at]*10 + int(digit)
		}
	}
	return n, true
}

// TimeOfDay writes an hour and a minute.
func TimeOfDay(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) }

// IsZero says whether there is no date.
func (m Moment) IsZero() bool { return m == Moment{} }

// String gives the ISO 8601 form, and "" for no date.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%04d", m.Year)
	if m.Month > 0 {
		fmt.Fprintf(&b, "-%02d", m.Month)
	}
	if m.Day > 0 {
		fmt.Fprintf(&b, "-%02d", m.Day)
	}
	if m.Minute > 0 {
		b.WriteString("T" + TimeOfDay((m.Minute-1)/60, (m.Minute-1)%60) + "Z")
	}
	return b.String()
}

// Start is the first minute that m can mean, in UTC.
func (m Moment) Start() time.Time {
	return m.day().Add(time.Duration(max(m.Minute-1, 0)) * time.Minute)
}

// day is when the first day begins that m can mean, in UTC.
func (m Moment) day() time.Time {
	return time.Date(m.Year, time.Month(max(m.Month, 1)), max(m.Day, 1), 0, 0, 0, 0, time.UTC)
}

// End is the first minute after all that m can mean, in UTC.
func (m Moment) End() time.Time {
	s := m.Start()
	switch {
	case m.Minute > 0:
		return s.Add(time.Minute)
	case m.Day > 0:
		return s.AddDate(0, 0, 1)
	case m.Month > 0:
		return s.AddDate(0, 1, 0)
	default:
		return s.AddDate(1, 0, 0)
	}
}

// KnownBy says whether something that happened at m can have been known at
// other: whether m began no later than other ended. It is the test of the
// no-hindsight rule; two things of one day pass unless their minutes forbid it.
func (m Moment) KnownBy(other Moment) bool { return m.Start().Before(other.End()) }

// SurelyBefore says whether all that m can mean lies before all that other can
// mean. It is the stricter test, for sources whose title may tell the outcome.
func (m Moment) SurelyBefore(other Moment) bool {
	return !m.IsZero() && !m.End().After(other.Start())
}

// DaysAfter counts calendar days in UTC from the start of other to that of m.
func (m Moment) DaysAfter(other Moment) int {
	day := func(t time.Time) time.Time { return t.Truncate(24 * time.Hour) }
	return int(day(m.Start()).Sub(day(other.Start())) / (24 * time.Hour))
}

// MarshalMsg appends the ISO 8601 form as a MessagePack string.
func (m Moment) MarshalMsg(b []byte) ([]byte, error) { return msgp.AppendString(b, m.String()), nil }

// UnmarshalMsg reads what MarshalMsg wrote.
func (m *Moment) UnmarshalMsg(b []byte) ([]byte, error) {
	raw, rest, err := msgp.ReadStringZC(b)
	if err != nil {
		return b, err
	}
	if len(raw) == 0 {
		*m = Moment{}
		return rest, nil
	}
	if len(raw) > 20 {
		return b, errors.New("a date is at most 17 characters long")
	}
	parsed, err := ParseMoment(string(raw))
	if err != nil {
		return b, err
	}
	*m = parsed
	return rest, nil
}

// Msgsize is the most that MarshalMsg appends.
func (m Moment) Msgsize() int { return msgp.StringPrefixSize + 17 }
