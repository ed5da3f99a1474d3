package plan

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Outcome is what came of one part.
type Outcome struct {
	Part Part
	Took time.Duration
	Err  error // nil when the part passed
}

// word is the outcome in one word.
func (o Outcome) word() string {
	var unasked Unasked
	switch {
	case o.Err == nil:
		return "ok"
	case errors.As(o.Err, &unasked):
		return "UNASKED"
	}
	return "FAILED"
}

// seconds is a time taken, with one decimal.
func seconds(d time.Duration) string { return fmt.Sprintf("%.1f s", d.Seconds()) }

// Report is the outcome of each part that was to be run.
type Report []Outcome

// named lists the parts of which an outcome's word is told.
func (r Report) named(word string) []string {
	var names []string
	for _, o := range r {
		if o.word() == word {
			names = append(names, o.Part.Name)
		}
	}
	return names
}

// Failed counts the parts that failed.
func (r Report) Failed() int { return len(r.named("FAILED")) }

// Print writes a line for each part, what could not be found out, and last how
// many passed and failed.
func (r Report) Print(w io.Writer) {
	fmt.Fprintln(w)
	for _, o := range r {
		fmt.Fprintf(w, "%-15s %-7s %9s\n", o.Part.Name, o.word(), seconds(o.Took))
	}
	fmt.Fprintln(w)
	if names := r.named("UNASKED"); len(names) > 0 {
		fmt.Fprintf(w, "could not be asked, so neither passed nor failed: %s\n", strings.Join(names, ", "))
	}
	fmt.Fprintf(w, "%d passed, %d failed\n", len(r.named("ok")), r.Failed())
}
