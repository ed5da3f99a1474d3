package gauge

import (
	"context"
	"fmt"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
)

// settle is how long a program is left alone before it is expected to rest.
const settle = 5 * time.Second

// idle is what a page does while nothing happens.
type idle struct {
	cpu, main  float64 // percent of a core
	frames     float64
	hiddenWake float64 // while another tab is in front
}

// watches is how often programs are watched at rest: half as often as
// other things are measured, as a span is long.
func (g Gauge) watches() int { return (g.Runs + 1) / 2 }

// rest watches pages at rest.
func (g Gauge) rest(ctx context.Context, b *book) error {
	for range g.watches() {
		floor, err := g.restOnce(ctx, g.Built.Floor)
		if err != nil {
			return fmt.Errorf("the floor: %w", err)
		}
		ours, err := g.restOnce(ctx, g.Built.Game)
		if err != nil {
			return fmt.Errorf("the game: %w", err)
		}
		b.both(bench.RestCPU, "at rest, all browser processes", bench.Percent, theFloor, ours.cpu, floor.cpu)
		b.both(bench.RestMain, "at rest, main thread", bench.Percent, theFloor, ours.main, floor.main)
		b.both(bench.RestFrames, fmt.Sprintf("frames in %s at rest", g.Rest), bench.Count, theFloor, ours.frames, floor.frames)
		b.both(bench.HiddenWakes, fmt.Sprintf("frames and timers in %s, hidden", g.Rest/3), bench.Count, theFloor, ours.hiddenWake, floor.hiddenWake)
	}
	return nil
}

func (g Gauge) restOnce(ctx context.Context, dir string) (r idle, err error) {
	err = g.tabbed(ctx, dir, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		time.Sleep(settle)
		if r.cpu, r.main, r.frames, err = watch(t, g.Rest); err != nil {
			return err
		}
		if err := t.Hide(); err != nil {
			return err
		}
		time.Sleep(time.Second) // the last frame may be under way
		before, err := t.Counts()
		if err != nil {
			return err
		}
		time.Sleep(g.Rest / 3)
		after, err := t.Counts()
		r.hiddenWake = float64(after.Wakes - before.Wakes)
		return err
	})
	return r, err
}

// watch looks at a page for a while, without touching it. What asking costs is
// asked for first, so that it is not counted.
func watch(t *rig.Tab, span time.Duration) (cpu, main, frames float64, err error) {
	if _, err := t.Main(); err != nil {
		return 0, 0, 0, err
	}
	counts, err := t.Counts()
	if err != nil {
		return 0, 0, 0, err
	}
	busy, err := t.Main()
	if err != nil {
		return 0, 0, 0, err
	}
	used, err := t.CPU()
	if err != nil {
		return 0, 0, 0, err
	}
	start := time.Now()
	time.Sleep(span)
	usedAfter, err := t.CPU()
	if err != nil {
		return 0, 0, 0, err
	}
	took := time.Since(start)
	busyAfter, err := t.Main()
	if err != nil {
		return 0, 0, 0, err
	}
	countsAfter, err := t.Counts()
	if err != nil {
		return 0, 0, 0, err
	}
	percent := func(d time.Duration) float64 { return 100 * float64(d) / float64(took) }
	return percent(usedAfter - used), percent(busyAfter - busy), float64(countsAfter.Frames - counts.Frames), nil
}

// desktop watches programs at rest in a window.
func (g Gauge) desktop(ctx context.Context, b *book) error {
	for range g.watches() {
		floor, err := rig.RestCPU(ctx, g.Display, g.Built.FloorProgram, settle, g.Rest)
		if err != nil {
			return err
		}
		ours, err := rig.RestCPU(ctx, g.Display, g.Built.GameProgram, settle, g.Rest)
		if err != nil {
			return err
		}
		b.both(bench.DesktopCPU, "at rest, desktop program", bench.Percent, theFloor, ours, floor)
	}
	return nil
}
