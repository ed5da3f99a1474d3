package pack

import (
	"errors"
	"fmt"
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
	var m Moment
	for _, form := range []string{"2006", "2006-01", "2006-01-02", "2006-01-02T15:04Z"} {
		if len(s) != len(form) {
			continue
		}
		t, err := time.Parse(form, s)
		if err != nil || t.Year() < 1 {
			break
		}
		m.Year = t.Year()
		if len(form) > 4 {
			m.Month = int(t.Month())
		}
		if len(form) > 7 {
			m.Day = t.Day()
		}
		if len(form) > 10 {
			m.Minute = t.Hour()*60 + t.Minute() + 1
		}
		return m, nil
	}
	return Moment{}, fmt.Errorf("%s is not a date: write 2017, 2017-08, 2017-08-16 or 2017-08-16T22:17Z", strconv.Quote(s))
}

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
		fmt.Fprintf(&b, "T%02d:%02dZ", (m.Minute-1)/60, (m.Minute-1)%60)
	}
	return b.String()
}

// Start is the first minute that m can mean, in UTC.
func (m Moment) Start() time.Time {
	return time.Date(m.Year, time.Month(max(m.Month, 1)), max(m.Day, 1), 0, max(m.Minute-1, 0), 0, 0, time.UTC)
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
