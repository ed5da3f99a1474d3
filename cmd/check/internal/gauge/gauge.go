// Package gauge measures the game and what it is compared with, in turns: the
// floor, or another build of the game.
package gauge

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/internal/manifest"
)

// Gauge is what there is to measure, with what, and how thoroughly.
type Gauge struct {
	Root string // of the source tree
	Run  proc.Runner
	// Game is what is measured, Base what it is compared with.
	Game, Base rig.Build
	// Cut lists what the floor's site holds when it is drawn by the engine that
	// the game ships with, and Page is the folder of the game's page without
	// WebAssembly: nil and "" where Base is no floor.
	Cut  *manifest.Manifest
	Page string
	// Chromium is the browser's program.
	Chromium string
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

// part is some measures that are taken together, and take adds to a report.
type part struct {
	name string
	take func(context.Context, *bench.Report) error
	skip bool // there is nothing to compare
}

func (g Gauge) parts() []part {
	return []part{
		{name: "sizes", take: g.sizes},
		{name: "start", take: g.start},
		{name: "press", take: g.press},
		{name: "onefile", take: g.oneFile},
		{name: "transfer", take: g.transfer},
		{name: "rest", take: g.rest},
		{name: "desktop", take: g.desktop, skip: g.Base.Program == ""},
		{name: "answer", take: g.answer},
		{name: "memory", take: g.memory},
		{name: "go", take: g.benchmarks, skip: g.Base.Plays},
		{name: live, take: g.live, skip: g.Base.Plays},
	}
}

// NeedsBuilds says whether the named parts, or all where none is named, measure a built
// game.
func NeedsBuilds(only []string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(name string) bool { return name != live })
}

// Take adds the measures of the named parts to a report, or of all where none is
// named. What fails does not stop the rest: the report's failures say what and
// why. The error is that of a context that has ended.
func (g Gauge) Take(ctx context.Context, only []string, r *bench.Report) error {
	for _, p := range g.parts() {
		if p.skip || len(only) > 0 && !slices.Contains(only, p.name) {
			continue
		}
		g.Say("measuring " + p.name)
		if err := p.take(ctx, r); err != nil {
			r.Failures = append(r.Failures, p.name+": "+err.Error())
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
	}
	return nil
}

// turns takes figures of the game and of what it is compared with, so many times.
func (g Gauge) turns(ctx context.Context, r *bench.Report, times int, take func(context.Context, rig.Build) (bench.Figures, error)) error {
	for range times {
		ours, err := take(ctx, g.Game)
		if err != nil {
			return fmt.Errorf("%s: %w", g.Game.Name, err)
		}
		base, err := take(ctx, g.Base)
		if err != nil {
			return fmt.Errorf("%s: %w", g.Base.Name, err)
		}
		r.Add(ours, g.Base.Name, base)
	}
	return nil
}

// watches is how often programs are watched at rest or played: half as often as
// other things are measured, as that takes long.
func (g Gauge) watches() int { return (g.Runs + 1) / 2 }

// tabbed serves a site and opens a browser for do.
func (g Gauge) tabbed(ctx context.Context, site string, do func(*rig.Tab, *rig.Server) error) error {
	s, err := rig.Serve(ctx, site)
	if err != nil {
		return err
	}
	defer s.Close()
	t, err := rig.Open(ctx, g.Chromium)
	if err != nil {
		return err
	}
	return errors.Join(do(t, s), t.Close())
}

// playing is tabbed, with the site visited and its first picture on the screen.
func (g Gauge) playing(ctx context.Context, site string, do func(*rig.Tab) error) error {
	return g.tabbed(ctx, site, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		return do(t)
	})
}
