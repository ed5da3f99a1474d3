// Package plan runs the parts of the check, each within its time, and reports on
// them.
package plan

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/check/internal/tool"
)

// Part is one thing that is checked.
type Part struct {
	// Name is one word, by which the part is chosen.
	Name string
	// About says in a few words what the part does.
	About string
	// Lane is what the part shares with others, so that it waits for them.
	Lane Lane
	// Limit is the longest that the part may take.
	Limit time.Duration
	// Needs are the tools without which the part fails at once.
	Needs []tool.Tool
	// Run does the work. It says what it is at, if that takes long, and gives
	// a summary of a few words; its error is everything that a person needs
	// to mend what is wrong, or Unasked. It stops soon after ctx ends.
	Run func(ctx context.Context, say func(line string)) (summary string, err error)
}

// Lane is a row of parts of which one runs at a time. The parts of First run
// before all others; the lanes after it run side by side.
type Lane int

// The lanes.
const (
	First  Lane = iota
	Desk        // what only computes
	Screen      // what is drawn, in a browser or a window
)

// Unasked is the error of a part that could not find out: what it asks was not
// there. It neither passed nor failed.
type Unasked string

func (u Unasked) Error() string { return string(u) }

// Select gives the parts with the names, in the order of parts; no names stand
// for all.
func Select(parts []Part, names []string) ([]Part, error) {
	if len(names) == 0 {
		return parts, nil
	}
	for _, name := range names {
		if !slices.ContainsFunc(parts, func(p Part) bool { return p.Name == name }) {
			return nil, fmt.Errorf("no part is called %q; there are %s", name, strings.Join(namesOf(parts), ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return !slices.Contains(names, p.Name) }), nil
}

// List prints the parts and what they do.
func List(w io.Writer, parts []Part) {
	for _, p := range parts {
		fmt.Fprintf(w, "%-15s %s (at most %s)\n", p.Name, p.About, minutes(p.Limit))
	}
}

func namesOf(parts []Part) []string {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = p.Name
	}
	return names
}

// minutes is a limit for reading: 30s, 5m, 2m30s.
func minutes(d time.Duration) string {
	if short, ok := strings.CutSuffix(d.String(), "m0s"); ok {
		return short + "m"
	}
	return d.String()
}
