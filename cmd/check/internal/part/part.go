// Package part holds the parts of the check: what is run, each within its time,
// and what counts as passing.
package part

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

// Part is one thing that is checked.
type Part struct {
	// Name is one word, by which the part is chosen.
	Name string
	// About says in a few words what the part does.
	About string
	// Lane is the row that the part stands in.
	Lane Lane
	// Limit is the longest that the part may take.
	Limit time.Duration
	// Needs are the tools without which the part fails at once.
	Needs []tool.Tool
	// Run does the work, and stops soon after ctx ends.
	Run Run
}

// Run is what a part does. It says what it is at, if that takes long, and gives a
// summary of a few words; its error is everything that a person needs to mend what
// is wrong, or Unasked.
type Run func(ctx context.Context, say func(line string)) (summary string, err error)

// Lane is a row of parts of which one runs at a time. The part of First runs
// before all others; the other lanes run side by side.
type Lane int

// The lanes.
const (
	Short Lane = iota
	Long       // what takes as long as all the short parts together
	First
)

// Unasked is the error of a part that could not find out: what it asks was not
// there. It neither passed nor failed.
type Unasked string

func (u Unasked) Error() string { return string(u) }

// Env is what the parts work on and with.
type Env struct {
	// Root is the folder of the source tree, as an absolute path.
	Root string
	Run  proc.Runner
	// Behind runs what gives way to all else: it computes while others are on a
	// screen, where time counts.
	Behind proc.Runner
	// Engine gives the module file of the engine's copy.
	Engine func() (string, error)
	// Machine is where the tools are.
	Machine tool.Machine
}

// Select gives the parts with the names, in the order of parts; no names stand
// for all.
func Select(parts []Part, names []string) ([]Part, error) {
	var known []string
	for _, p := range parts {
		known = append(known, p.Name)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("no part is called %q; there are %s", name, strings.Join(known, ", "))
		}
	}
	return slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return len(names) > 0 && !slices.Contains(names, p.Name) }), nil
}

// List prints the parts and what they do.
func List(w io.Writer, parts []Part) {
	for _, p := range parts {
		fmt.Fprintf(w, "%-15s %s (at most %.0f minutes)\n", p.Name, p.About, p.Limit.Minutes())
	}
}
