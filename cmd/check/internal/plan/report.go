package plan

import (
	"fmt"
	"io"
	"time"
)

// Outcome is what came of one part.
type Outcome struct {
	Part Part
	Took time.Duration
	Err  error // nil when the part passed
}

// seconds is the time taken, with one decimal.
func (o Outcome) seconds() string { return fmt.Sprintf("%.1f s", o.Took.Seconds()) }

// Report is the outcome of each part that was to be run.
type Report []Outcome

// Failed counts the parts that failed.
func (r Report) Failed() int {
	n := 0
	for _, o := range r {
		if o.Err != nil {
			n++
		}
	}
	return n
}

// Print writes a line for each part and, last, how many passed and failed.
func (r Report) Print(w io.Writer) {
	var total time.Duration
	fmt.Fprintln(w)
	for _, o := range r {
		word := "ok"
		if o.Err != nil {
			word = "FAILED"
		}
		fmt.Fprintf(w, "%-11s %-6s %9s\n", o.Part.Name, word, o.seconds())
		total += o.Took
	}
	fmt.Fprintf(w, "%-11s %-6s %9s\n\n", "in all", "", fmt.Sprintf("%.1f s", total.Seconds()))
	fmt.Fprintf(w, "%d passed, %d failed\n", len(r)-r.Failed(), r.Failed())
}
