package gauge

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/proc"
)

// result is one line of a Go benchmark: figures by their units.
type result map[string]float64

// benchmarks runs the Go benchmarks that budgets are about.
func (g Gauge) benchmarks(ctx context.Context, b *book) error {
	c := proc.Command{
		Args: []string{"go", "test", "-run=^$", "-benchmem", "-count=" + strconv.Itoa(g.Runs), "-p=1",
			"-bench=^Benchmark(Idle|ChangeOfScreen|Longest|Replay|OpenLongSave)$", "./scenes", "./scenes/layout", "./game/play", "./cmd/internal/browser"},
		Dir: g.Root,
	}
	got := g.Run(ctx, c)
	if err := got.Failure(c); err != nil {
		return err
	}
	results := parseBenchmarks(got.Stdout)
	var failed []error
	series := func(name, unit string) bench.Series {
		var s bench.Series
		for _, r := range results[name] {
			if x, ok := r[unit]; ok {
				s = append(s, x)
			}
		}
		if len(s) == 0 {
			failed = append(failed, fmt.Errorf("no benchmark %s with %s", name, unit))
		}
		return s
	}
	scaled := func(s bench.Series, by float64) bench.Series {
		for i := range s {
			s[i] *= by
		}
		return s
	}
	b.entry(bench.IdleAllocs, "allocations of an idle Update and Draw", bench.Count, "").Ours = series("Idle", "allocs/op")
	b.entry(bench.ScreenAllocs, "allocations of a change of screen", bench.Count, "").Ours = series("ChangeOfScreen", "allocs/op")
	b.entry(bench.LongestLayout, "layout of the longest screen at 200 %", bench.Millis, "").Ours = scaled(series("Longest", "ns/op"), 1e-6)
	rate := series("Replay/100000", "messages/s")
	b.entry(bench.ReplayRate, "replay of 100,000 messages", bench.Rate, "").Ours = rate
	b.entry(bench.OpenLongSave, "opening a save of 100,000 messages", bench.Millis, "").Ours = scaled(series("OpenLongSave", "ns/op"), 1e-6)
	if shorter := series("Replay/10000", "messages/s"); len(failed) == 0 {
		b.one(bench.ReplayLinear, "time of a message, of 100,000 over of 10,000", bench.Times, shorter.Median()/rate.Median())
	}
	return errors.Join(failed...)
}

// parseBenchmarks reads what go test -bench prints: results by the benchmark's
// name, without "Benchmark" and the number of processors.
func parseBenchmarks(text string) map[string][]result {
	found := map[string][]result{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		name, ok := strings.CutPrefix(line, "Benchmark")
		if !ok || len(fields) < 4 {
			continue
		}
		name, _, _ = strings.Cut(name, " ")
		name, _, _ = strings.Cut(name, "\t")
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i]
		}
		r := result{}
		for i := 2; i+1 < len(fields); i += 2 {
			if x, err := strconv.ParseFloat(fields[i], 64); err == nil {
				r[fields[i+1]] = x
			}
		}
		found[name] = append(found[name], r)
	}
	return found
}
