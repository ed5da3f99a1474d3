// Package gauge measures the game and the floor, in turns.
package gauge

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rig"
)

// Gauge is what there is to measure, with what, and how thoroughly.
type Gauge struct {
	Root  string // of the source tree
	Run   proc.Runner
	Built *rig.Built
	// Chromium is the browser's program.
	Chromium string
	// Display is an X server's, as ":99".
	Display string
	// Runs is how often each thing is measured, at least 1.
	Runs int
	// Rest is how long a program is watched that rests.
	Rest time.Duration
	// Plays is how often everything is played to see whether memory grows, at
	// least 2.
	Plays int
	// Say is told what is going on.
	Say func(string)
}

// part is some measures that are taken together.
type part struct {
	name string
	take func(context.Context, *book) error
}

func (g Gauge) parts() []part {
	return []part{
		{"sizes", g.sizes},
		{"start", g.start},
		{"transfer", g.transfer},
		{"rest", g.rest},
		{"desktop", g.desktop},
		{"answer", g.answer},
		{"memory", g.memory},
		{"go", g.benchmarks},
	}
}

// Parts names the parts, in their order.
func Parts() []string {
	var names []string
	for _, p := range (Gauge{}).parts() {
		names = append(names, p.name)
	}
	return names
}

// Known fails on a name that is no part's.
func Known(names []string) error {
	for _, name := range names {
		if !slices.Contains(Parts(), name) {
			return fmt.Errorf("no part is called %q: there are %s", name, strings.Join(Parts(), ", "))
		}
	}
	return nil
}

// Take takes the measures of the named parts, or of all where none is named.
// What fails does not stop the rest: failures say what and why. The error is
// that of a context that has ended.
func (g Gauge) Take(ctx context.Context, only []string) (measures []bench.Measure, failures []string, err error) {
	b := &book{}
	for _, p := range g.parts() {
		if len(only) > 0 && !slices.Contains(only, p.name) {
			continue
		}
		g.Say("measuring " + p.name)
		if err := p.take(ctx, b); err != nil {
			failures = append(failures, p.name+": "+err.Error())
		}
		if ctx.Err() != nil {
			return b.measures, failures, context.Cause(ctx)
		}
	}
	return b.measures, failures, nil
}

// book collects measures.
type book struct{ measures []bench.Measure }

// entry begins a measure, or finds it: base is what the game is compared with.
func (b *book) entry(k bench.Key, what string, u bench.Unit, base string) *bench.Measure {
	for i := range b.measures {
		if b.measures[i].Key == k {
			return &b.measures[i]
		}
	}
	b.measures = append(b.measures, bench.Measure{Key: k, What: what, Unit: u, Base: base})
	return &b.measures[len(b.measures)-1]
}

// both notes a figure of the game and one of what it is compared with.
func (b *book) both(k bench.Key, what string, u bench.Unit, base string, ours, floor float64) {
	e := b.entry(k, what, u, base)
	e.Ours = append(e.Ours, ours)
	e.Floor = append(e.Floor, floor)
}

// one notes a figure of the game alone.
func (b *book) one(k bench.Key, what string, u bench.Unit, ours float64) {
	e := b.entry(k, what, u, "")
	e.Ours = append(e.Ours, ours)
}

// tabbed serves a site and opens a browser for do.
func (g Gauge) tabbed(ctx context.Context, site string, do func(*rig.Tab, *rig.Server) error) (err error) {
	s, err := rig.Serve(ctx, site)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	t, err := rig.Open(ctx, g.Chromium)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.Close()) }()
	return do(t, s)
}

// millis is a time as a number.
func millis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
