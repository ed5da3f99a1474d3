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
func (g Gauge) benchmarks(ctx context.Context, r *bench.Report) error {
	c := proc.Command{
		Args: []string{"go", "test", "-run=^$", "-benchmem", "-count=" + strconv.Itoa(g.Runs), "-p=1",
			"-bench=^Benchmark(Idle|ChangeOfScreen|Longest|Replay|OpenLongSave)$", "./scenes", "./scenes/layout", "./game/play", "./cmd/internal/browser"},
		Dir: g.Root,
	}
	got, err := g.Run(ctx, c)
	if err != nil {
		return err
	}
	results := parseBenchmarks(got.Stdout)
	var failed []error
	series := func(name, unit string) (s bench.Series) {
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
	note := func(k bench.Key, s bench.Series, by float64) {
		for _, x := range s {
			r.Add(bench.Figures{k: x * by}, "", nil)
		}
	}
	const toMillis = 1e-6
	note(bench.IdleAllocs, series("Idle", "allocs/op"), 1)
	note(bench.ScreenAllocs, series("ChangeOfScreen", "allocs/op"), 1)
	note(bench.LongestLayout, series("Longest", "ns/op"), toMillis)
	note(bench.OpenLongSave, series("OpenLongSave", "ns/op"), toMillis)
	rate := series("Replay/100000", "messages/s")
	note(bench.ReplayRate, rate, 1)
	if shorter := series("Replay/10000", "messages/s"); len(failed) == 0 {
		note(bench.ReplayLinear, bench.Series{shorter.Median() / rate.Median()}, 1)
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
		r := result{}
		for i := 2; i+1 < len(fields); i += 2 {
			if x, err := strconv.ParseFloat(fields[i], 64); err == nil {
				r[fields[i+1]] = x
			}
		}
		name, _, _ = strings.Cut(strings.Fields(name)[0], "-")
		found[name] = append(found[name], r)
	}
	return found
}
