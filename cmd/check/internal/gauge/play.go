package gauge

import (
	"context"
	"fmt"
	"slices"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
)

// answer times how soon the page's elements change after a click, in a whole
// game, at full speed and slowed down: each once, as a game is many clicks.
func (g Gauge) answer(ctx context.Context, b *book) error {
	for _, slow := range []float64{1, slower} {
		got, err := g.played(ctx, slow)
		if err != nil {
			return err
		}
		clicks := bench.Series(got.Clicks)
		if slow > 1 {
			b.one(bench.AnswerP95Slow, "input to change, 95 of 100, processor 4 times slower", bench.Millis, clicks.Quantile(0.95))
			continue
		}
		b.one(bench.AnswerMedian, fmt.Sprintf("input to change, median of %d clicks", len(clicks)), bench.Millis, clicks.Median())
		b.one(bench.AnswerP95, "input to change, 95 of 100", bench.Millis, clicks.Quantile(0.95))
		b.one(bench.LongestTask, "longest task of the page while playing", bench.Millis, longest(got.Long))
	}
	return nil
}

// longest is the longest of the tasks that the browser calls long, those over
// 50 ms; 50 where there was none.
func longest(tasks []float64) float64 { return slices.Max(append([]float64{50}, tasks...)) }

func (g Gauge) played(ctx context.Context, slow float64) (a rig.Answers, err error) {
	err = g.tabbed(ctx, g.Built.Game, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		if err := t.Slow(slow); err != nil {
			return err
		}
		a, err = t.PlayByMouse()
		return err
	})
	return a, err
}

// memory compares what the pages' processes hold: the floor's after it has run
// for as long as the game takes to be played twice, the game's then and at the
// end.
func (g Gauge) memory(ctx context.Context, b *book) error {
	var twice, last float64
	var took time.Duration
	err := g.tabbed(ctx, g.Built.Game, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		start := time.Now()
		for n := 1; n <= g.Plays; n++ {
			g.Say(fmt.Sprintf("playing everything, %d of %d", n, g.Plays))
			if err := t.PlayThrough(); err != nil {
				return err
			}
			held, err := t.Memory()
			if err != nil {
				return err
			}
			last = float64(held)
			if n == 2 {
				twice, took = last, time.Since(start)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("the game: %w", err)
	}
	err = g.tabbed(ctx, g.Built.Floor, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if _, err := t.Playing(); err != nil {
			return err
		}
		time.Sleep(took)
		held, err := t.Memory()
		if err == nil {
			b.both(bench.Memory, "memory of the page's process after two games", bench.Bytes, theFloor, twice, float64(held))
			if g.Plays > 2 { // else there is nothing to compare
				b.one(bench.MemoryGrowth, fmt.Sprintf("its growth from the second game to number %d", g.Plays), bench.Bytes, last-twice)
			}
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("the floor: %w", err)
	}
	return nil
}
