package gauge

import (
	"cmp"
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
		found := bench.Figures{}
		err := g.playing(ctx, b.Site, func(t *rig.Tab) error {
			if !b.Plays {
				time.Sleep(took)
				held, err := t.Memory()
				found[bench.Memory] = float64(held)
				return err
			}
			start := time.Now()
			for n := 1; n <= g.Plays; n++ {
				g.Say(fmt.Sprintf("%s: playing everything, %d of %d", b.Name, n, g.Plays))
				if err := t.PlayThrough(); err != nil {
					return err
				}
				held, err := t.Memory()
				switch {
				case err != nil:
					return err
				case n == 2:
					found[bench.Memory], took = float64(held), time.Since(start)
				case n == g.Plays:
					found[bench.MemoryGrowth] = float64(held) - found[bench.Memory]
				}
			}
			return nil
		})
		if err != nil || !b.Plays {
			return found, err
		}
		held, err := g.bare(ctx, b)
		found[bench.PageMemory] = float64(held)
		return found, err
	})
}

// bare is what a page's process holds after everything was played twice without a
// picture, in bytes.
func (g Gauge) bare(ctx context.Context, b rig.Build) (held int64, err error) {
	err = g.tabbed(ctx, b.Site, func(t *rig.Tab, s *rig.Server) error {
		if err := cmp.Or(t.WithoutPicture(), t.Visit(s.Address)); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		for range 2 {
			if err := t.PlayThrough(); err != nil {
				return err
			}
		}
		held, err = t.Memory()
		return err
	})
	return held, err
}
