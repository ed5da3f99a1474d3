package gauge

import (
	"context"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
	"hardcases/scenes/stack"
)

// settle is how long a program is left alone before it is expected to rest: the working
// model of the first screen moves for a run.
const settle = (5 + stack.Run) * time.Second

// rest watches pages at rest.
func (g Gauge) rest(ctx context.Context, r *bench.Report) error {
	return g.turns(ctx, r, g.watches(), func(ctx context.Context, b rig.Build) (found bench.Figures, err error) {
		err = g.playing(ctx, b.Site, func(t *rig.Tab) error {
			time.Sleep(settle)
			if found, err = watch(t, g.Rest); err != nil {
				return err
			}
			moving := found // the floor never rests
			if b.Plays && !g.Base.Plays {
				if moving, err = watchModel(t); err != nil {
					return err
				}
			}
			if !g.Base.Plays {
				found[bench.MoveCPU] = moving[bench.RestCPU]
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
			found[bench.HiddenWakes] = float64(after.Wakes - before.Wakes)
			return err
		})
		return found, err
	})
}

// seen is what a page and its browser have done so far.
type seen struct {
	at    time.Time
	count rig.Count
	main  time.Duration // of its main thread
	all   time.Duration // of all processes
}

func look(t *rig.Tab) (s seen, err error) {
	if s.count, err = t.Counts(); err != nil {
		return s, err
	}
	if s.main, err = t.Main(); err != nil {
		return s, err
	}
	s.all, err = t.CPU()
	s.at = time.Now()
	return s, err
}

// watch looks at a page for a while, without touching it. What asking costs is
// asked for first, so that it is not counted.
func watch(t *rig.Tab, span time.Duration) (bench.Figures, error) {
	if _, err := look(t); err != nil {
		return nil, err
	}
	before, err := look(t)
	if err != nil {
		return nil, err
	}
	time.Sleep(span)
	used, err := t.CPU() // before all that asking costs
	if err != nil {
		return nil, err
	}
	took := time.Since(before.at)
	after, err := look(t)
	percent := func(d time.Duration) float64 { return 100 * float64(d) / float64(took) }
	return bench.Figures{
		bench.RestCPU: percent(used - before.all), bench.RestMain: percent(after.main - before.main),
		bench.RestFrames: float64(after.count.Frames - before.count.Frames),
	}, err
}

// watchModel turns off the shield of the first screen's working model, under its flood,
// and looks at the page while that moves.
func watchModel(t *rig.Tab) (bench.Figures, error) {
	if err := t.Hit("switch-shield-none"); err != nil {
		return nil, err
	}
	return watch(t, 3*stack.Run/4*time.Second) // it moves for a whole run
}

// desktop watches programs at rest in a window.
func (g Gauge) desktop(ctx context.Context, r *bench.Report) error {
	return g.turns(ctx, r, g.watches(), func(ctx context.Context, b rig.Build) (bench.Figures, error) {
		used, err := rig.RestCPU(ctx, b.Program, settle, g.Rest)
		return bench.Figures{bench.DesktopCPU: used}, err
	})
}
