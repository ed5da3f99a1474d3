package locale

import (
	"strconv"
	"strings"

	"hardcases/game/pack"
)

// Date writes a date in full, as exactly as it is known: Wednesday 31 August
// 2022, August 2022, or 2022. Hours are left out; Clock writes them.
func (s *Strings) Date(m pack.Moment) string { return s.date(m, "date.long", "month") }

// ShortDate writes a date in brief: 31 Aug 2022, Aug 2022, or 2022.
func (s *Strings) ShortDate(m pack.Moment) string { return s.date(m, "date.short", "month-short") }

func (s *Strings) date(m pack.Moment, form, months string) string {
	year := A("year", strconv.Itoa(m.Year))
	switch {
	case m.IsZero():
		return s.Get("date.none")
	case m.Month == 0:
		return strconv.Itoa(m.Year)
	case m.Day == 0:
		return s.Get(form+"-month", A("month", s.Get(months+"."+strconv.Itoa(m.Month))), year)
	default:
		weekday := s.Get("weekday." + strconv.Itoa(int(m.Start().Weekday())))
		return s.Get(form, A("weekday", weekday), A("day", s.DayOfMonth(m.Day)), A("month", s.Get(months+"."+strconv.Itoa(m.Month))), year)
	}
}

// DayOfMonth writes the number of a day as it stands in a date.
func (s *Strings) DayOfMonth(day int) string {
	n := strconv.Itoa(day)
	if s.Has("day-of-month." + n) { // 1er in French
		return s.Get("day-of-month." + n)
	}
	return n
}

// Number writes a number with at most the given count of decimals and no
// trailing zeros, with the language's decimal sign.
func (s *Strings) Number(x float64, decimals int) string {
	text := strconv.FormatFloat(x, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		text = "0"
	}
	text = strings.Replace(text, "-", "−", 1)
	return strings.Replace(text, ".", s.Get("number.decimal"), 1)
}

// Percent writes a whole percentage with the language's sign and space.
func (s *Strings) Percent(n int) string { return s.Get("number.percent", N("n", n)) }

// List joins words with commas and the language's "and".
func (s *Strings) List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	head := strings.Join(words[:len(words)-1], s.Get("list.comma"))
	return s.Get("list.and", A("head", head), A("last", words[len(words)-1]))
}
