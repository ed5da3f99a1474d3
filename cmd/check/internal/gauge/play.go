package gauge

import (
	"context"
	"fmt"
	"slices"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
)

// answer times how soon the page's elements change after a click, in whole games,
// at full speed and slowed down.
func (g Gauge) answer(ctx context.Context, r *bench.Report) error {
	return g.turns(ctx, r, g.watches(), func(ctx context.Context, b rig.Build) (bench.Figures, error) {
		if !b.Plays {
			return nil, nil
		}
		fast, err := g.played(ctx, b, 1)
		if err != nil {
			return nil, err
		}
		slow, err := g.played(ctx, b, slower)
		return bench.Figures{
			bench.AnswerMedian:  bench.Series(fast.Clicks).Median(),
			bench.AnswerP95:     bench.Series(fast.Clicks).Quantile(0.95),
			bench.LongestTask:   longest(fast.Long),
			bench.AnswerP95Slow: bench.Series(slow.Clicks).Quantile(0.95),
		}, err
	})
}

// longest is the longest of the tasks that the browser calls long, those over
// 50 ms; 50 where there was none.
func longest(tasks []float64) float64 { return slices.Max(append([]float64{50}, tasks...)) }

func (g Gauge) played(ctx context.Context, b rig.Build, slow float64) (a rig.Answers, err error) {
	err = g.playing(ctx, b.Site, func(t *rig.Tab) error {
		if err := t.Slow(slow); err != nil {
			return err
		}
		a, err = t.PlayByMouse()
		return err
	})
	return a, err
}

// memory compares what the pages' processes hold: a game's after everything was
// played twice and at the end, and after it was played twice without its picture; the
// floor's after it has run for as long as playing twice has taken.
func (g Gauge) memory(ctx context.Context, r *bench.Report) error {
	var took time.Duration
	return g.turns(ctx, r, 1, func(ctx context.Context, b rig.Build) (bench.Figures, error) {
		if !b.Plays {
			var held int64
			err := g.playing(ctx, b.Site, func(t *rig.Tab) (err error) {
				time.Sleep(took)
				held, err = t.Memory()
				return err
			})
			return bench.Figures{bench.Memory: float64(held)}, err
		}
		start := time.Now()
		played, err := g.holds(ctx, b, g.Plays, func(n int) {
			g.Say(fmt.Sprintf("%s: played everything, %d of %d", b.Name, n, g.Plays))
			if n == 2 {
				took = time.Since(start)
			}
		}, (*rig.Tab).Visit)
		if err != nil {
			return nil, err
		}
		bare, err := g.holds(ctx, b, 2, func(int) {}, (*rig.Tab).VisitBare)
		if err != nil {
			return nil, err
		}
		return bench.Figures{
			bench.Memory: played[1], bench.MemoryGrowth: played[g.Plays-1] - played[1], bench.PageMemory: bare[1],
		}, nil
	})
}

// holds is what the page's process holds after each of so many plays of everything, in
// bytes.
func (g Gauge) holds(ctx context.Context, b rig.Build, plays int, done func(n int), visit func(*rig.Tab, string) error) (held []float64, err error) {
	err = g.tabbed(ctx, b.Site, func(t *rig.Tab, s *rig.Server) error {
		if err := visit(t, s.Address); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		for n := range plays {
			if err := t.PlayThrough(); err != nil {
				return err
			}
			bytes, err := t.Memory()
			if err != nil {
				return err
			}
			held = append(held, float64(bytes))
			done(n + 1)
		}
		return nil
	})
	return held, err
}
