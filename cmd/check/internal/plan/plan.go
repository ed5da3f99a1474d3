// Package plan runs the parts of the check one after the other, each within
// its time, and reports on them.
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
	// Limit is the longest that the part may take.
	Limit time.Duration
	// Needs are the tools without which the part fails at once.
	Needs []tool.Tool
	// Run does the work. It says what it is at, if that takes long, and gives
	// a summary of a few words; its error is everything that a person needs
	// to mend what is wrong. It stops soon after ctx ends.
	Run func(ctx context.Context, say func(line string)) (summary string, err error)
}

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
	var chosen []Part
	for _, p := range parts {
		if slices.Contains(names, p.Name) {
			chosen = append(chosen, p)
		}
	}
	return chosen, nil
}

// List prints the parts and what they do.
func List(w io.Writer, parts []Part) {
	for _, p := range parts {
		fmt.Fprintf(w, "%-11s %s (at most %s)\n", p.Name, p.About, minutes(p.Limit))
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
