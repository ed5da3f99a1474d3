package gauge

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/proc"
)

// lines are what Go benchmarks have printed: series of figures, by the benchmark's name,
// without "Benchmark" and the number of processors, and their unit.
type lines struct {
	all    map[string]bench.Series
	lacked []error
}

// series is that of a benchmark; one that is not there is an error, and NaN.
func (l *lines) series(name, unit string) bench.Series {
	s := l.all[name+" "+unit]
	if len(s) == 0 {
		l.lacked = append(l.lacked, fmt.Errorf("no benchmark %s with %s", name, unit))
	}
	return s
}

// goBench runs the Go benchmarks that a pattern names, so many times.
func (g Gauge) goBench(ctx context.Context, times int, pattern string, args ...string) (*lines, error) {
	got, err := g.Run(ctx, proc.Command{Dir: g.Root, Args: append([]string{"go", "test", "-run=^$", "-p=1", "-count=" + strconv.Itoa(times), "-bench=" + pattern}, args...)})
	l := &lines{all: map[string]bench.Series{}}
	for line := range strings.Lines(got.Stdout) {
		fields := strings.Fields(line)
		if !strings.HasPrefix(line, "Benchmark") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(fields[0], "Benchmark"), "-")
		for pair := range slices.Chunk(fields[min(2, len(fields)):], 2) {
			if x, err := strconv.ParseFloat(pair[0], 64); err == nil && len(pair) == 2 {
				l.all[name+" "+pair[1]] = append(l.all[name+" "+pair[1]], x)
			}
		}
	}
	return l, err
}

// benchmarks runs the Go benchmarks that budgets are about.
func (g Gauge) benchmarks(ctx context.Context, r *bench.Report) error {
	l, err := g.goBench(ctx, g.Runs, "^Benchmark(Idle|ChangeOfScreen|Longest|Replay|OpenLongSave)$", "-benchmem", "./scenes", "./scenes/layout", "./game/play", "./cmd/internal/browser")
	if err != nil {
		return err
	}
	note := func(k bench.Key, s bench.Series, by float64) {
		for _, x := range s {
			r.Add(bench.Figures{k: x * by}, "", nil)
		}
	}
	const toMillis = 1e-6
	note(bench.IdleAllocs, l.series("Idle", "allocs/op"), 1)
	note(bench.ScreenAllocs, l.series("ChangeOfScreen", "allocs/op"), 1)
	note(bench.LongestLayout, l.series("Longest", "ns/op"), toMillis)
	note(bench.OpenLongSave, l.series("OpenLongSave", "ns/op"), toMillis)
	rate, shorter := l.series("Replay/100000", "messages/s"), l.series("Replay/10000", "messages/s")
	note(bench.ReplayRate, rate, 1)
	if len(l.lacked) == 0 {
		note(bench.ReplayLinear, bench.Series{shorter.Median() / rate.Median()}, 1)
	}
	return errors.Join(l.lacked...)
}

// live is the part about servers of live classes.
const live = "live"

// live has seats vote in rooms of a server in a process of its own, which keeps what they
// send on the disk, and one that keeps it in memory alone: the load comes from this
// machine, too.
func (g Gauge) live(ctx context.Context, r *bench.Report) error {
	l, err := g.goBench(ctx, g.watches(), "^BenchmarkClasses$", "-timeout=1h", "-benchtime=1x", "./cmd/internal/live")
	if err != nil {
		return err
	}
	// With 1,000 and 10,000 seats in rooms of a class, and with 2,000 in one.
	const few, many, lecture = "Classes/seats=1000/rooms=34", "Classes/seats=10000/rooms=334", "Classes/seats=2000/rooms=1"
	found := map[string]map[bench.Key]bench.Series{}
	for _, kind := range []string{"/disk", "/memory"} {
		const kibibyte, cost = 1024, "cpu-ms/seat"
		found[kind] = map[bench.Key]bench.Series{
			bench.LiveVote: l.series(many+kind, "p99-ms"), bench.LiveLecture: l.series(lecture+kind, "p99-ms"),
			bench.LiveCost:   l.series(many+kind, cost),
			bench.LiveMemory: {kibibyte * l.series(many+kind, "KB/seat").Median()},
			bench.LiveLinear: {10 * l.series(many+kind, cost).Median() / l.series(few+kind, cost).Median()},
		}
	}
	if len(l.lacked) > 0 {
		return errors.Join(l.lacked...)
	}
	for _, key := range slices.Sorted(maps.Keys(found["/disk"])) {
		disk, memory := found["/disk"][key], found["/memory"][key]
		for i := range min(len(disk), len(memory)) {
			r.Add(bench.Figures{key: disk[i]}, "the same in memory", bench.Figures{key: memory[i]})
		}
	}
	return nil
}
