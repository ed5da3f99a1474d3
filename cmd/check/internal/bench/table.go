package bench

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// met says whether a budget is.
var met = map[bool]string{true: "yes", false: "**no**"}

// Print writes the report for a person at a terminal: every measure with its
// median, spread and ratio, then every budget.
func (r Report) Print(out io.Writer) error {
	fmt.Fprintf(out, "%s, %s, %s (lowest–highest)\n\n", r.Date.Format("2006-01-02"), r.Machine, r.how())
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "what\tthe game\tcompared with\t\tratio")
	for _, m := range r.Measures {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", m.Key.What(), m.Key.Unit().spread(m.Ours), m.Key.Unit().spread(m.Floor), m.Base, ratio(m))
	}
	fmt.Fprintln(t)
	for _, v := range r.Verdicts {
		fmt.Fprintf(t, "%d\t%s\t%s\tlimit %s\t%s\n", v.Number, v.Text, v.format(v.Figure), v.format(v.Limit), met[v.Met])
	}
	for _, f := range r.Failures {
		fmt.Fprintf(t, "not measured\t%s\n", f)
	}
	return t.Flush()
}

// Summary is three lines for the README: what a visitor meets first, with its
// figure. A budget that was not measured has none.
func (r Report) Summary() string {
	var b strings.Builder
	for _, v := range r.Verdicts {
		switch v.Key {
		case WasmBrotli, FirstScreen, RestCPU:
			fmt.Fprintf(&b, "- %s: **%s**\n", v.Text, v.format(v.Figure))
		default: // the others stand in the page on performance
		}
	}
	return b.String()
}

// In is the report without what belongs in another block.
func (r Report) In(b Block) Report {
	live := b == Live
	r.Verdicts = slices.DeleteFunc(slices.Clone(r.Verdicts), func(v Verdict) bool { return (v.Number == liveBudget) != live })
	r.Unjudged = slices.DeleteFunc(slices.Clone(r.Unjudged), func(u Budget) bool { return (u.Number == liveBudget) != live })
	return r
}

// Markdown is the table of all budgets, each with the figures that it is judged
// by, and with those of what it is compared with, which has a name.
func (r Report) Markdown(base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Measured on %s by `go run ./cmd/check bench`: %s; %s.\n\n", r.Date.Format("2006-01-02"), r.Machine, r.how())
	b.WriteString("| | budget | Hard Cases | " + base + " | figure | limit | met |\n|---|---|---|---|---|---|---|\n")
	for _, v := range r.Verdicts {
		m, _ := r.Find(v.Key)
		floor := ""
		if len(m.Floor) > 0 {
			floor = v.Key.Unit().format(m.Floor.Median())
		}
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s | %s | %s |\n",
			v.Number, v.Text, v.Key.Unit().format(m.Ours.Median()), floor, v.format(v.Figure), v.format(v.Limit), met[v.Met])
	}
	if len(r.Unjudged) > 0 {
		fmt.Fprintf(&b, "\nNot measured in this run: %s.\n", strings.Join(texts(r.Unjudged), "; "))
	}
	for _, f := range r.Failures {
		fmt.Fprintf(&b, "\nFailed to measure: %s\n", f)
	}
	return b.String()
}

func texts(list []Budget) []string {
	var all []string
	for _, b := range list {
		all = append(all, b.Text)
	}
	return all
}

// how says how thoroughly it was measured.
func (r Report) how() string {
	text := fmt.Sprintf("medians of %d runs", r.Runs)
	if r.Runs == 1 {
		text = "one run"
	}
	if r.Quick {
		text += ", some of it a short trial"
	}
	return text
}

func ratio(m Measure) string {
	if len(m.Floor) == 0 {
		return ""
	}
	return short(m.Ratio())
}

// spread is a series as its median and, where values differ, their ends.
func (u Unit) spread(s Series) string {
	if len(s) == 0 {
		return ""
	}
	text := u.format(s.Median())
	if low, high := slices.Min(s), slices.Max(s); low != high {
		text += " (" + u.format(low) + "–" + u.format(high) + ")"
	}
	return text
}

// format is a figure with its unit, as exact as it is worth reading.
func (u Unit) format(x float64) string {
	switch u {
	case Bytes:
		return short(math.Round(x/1000)) + " KB"
	case Millis:
		return short(x) + " ms"
	case Percent:
		return short(x) + " %"
	case Rate:
		return short(x) + "/s"
	case Count, Times:
	}
	return short(x)
}

// short is a number with three digits that count, or all before the point.
func short(x float64) string {
	digits := []number.Option{number.MaxFractionDigits(9), number.Precision(3)}
	if math.Abs(x) >= 100 {
		digits = []number.Option{number.Scale(0)}
	}
	return message.NewPrinter(language.English).Sprint(number.Decimal(x, digits...))
}
