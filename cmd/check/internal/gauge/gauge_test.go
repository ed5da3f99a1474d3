package gauge

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/internal/manifest"
)

const printed = `goos: linux
BenchmarkIdle-2              	 1000000	      1034 ns/op	       0 B/op	       0 allocs/op
BenchmarkIdle-2              	 1000000	      1036 ns/op	       0 B/op	       0 allocs/op
BenchmarkChangeOfScreen-2    	    5000	    210000 ns/op	   90000 B/op	     900 allocs/op
BenchmarkLongest-2           	    1000	   1500000 ns/op	   90000 B/op	     500 allocs/op
BenchmarkReplay/10000-2      	      30	  20000000 ns/op	    500000 messages/s	   90000 B/op	     500 allocs/op
BenchmarkReplay/100000-2     	       3	 250000000 ns/op	    400000 messages/s	   90000 B/op	     500 allocs/op
BenchmarkOpenLongSave        	       3	 350000000 ns/op	   90000 B/op	     500 allocs/op
PASS
`

// take takes the measures of a part.
func take(t *testing.T, g Gauge, part string) *bench.Report {
	t.Helper()
	r := &bench.Report{}
	g.Say = func(string) {}
	require.NoError(t, g.Take(t.Context(), []string{part}, r))
	return r
}

// prints is a runner of a program that prints.
func prints(text string) proc.Runner {
	return func(context.Context, proc.Command) (proc.Output, error) {
		return proc.Output{Stdout: text, Text: text}, nil
	}
}

func TestBenchmarks(t *testing.T) {
	r := take(t, Gauge{Runs: 2, Run: prints(printed)}, "go")
	assert.Empty(t, r.Failures)
	for key, want := range map[bench.Key]bench.Series{
		bench.IdleAllocs: {0, 0}, bench.ScreenAllocs: {900}, bench.LongestLayout: {1.5}, bench.ReplayRate: {400e3},
		bench.ReplayLinear: {1.25}, bench.OpenLongSave: {350},
	} {
		m, ok := r.Find(key)
		require.True(t, ok, key)
		assert.InDeltaSlice(t, want, m.Ours, 1e-9, key)
	}
}

// classes is what the benchmark of live classes prints.
func classes(sizes ...string) string {
	var b strings.Builder
	for _, size := range sizes {
		for i, kind := range []string{"memory", "disk"} {
			fmt.Fprintf(&b, "BenchmarkClasses/%s/%s-2  1  29.50 KB/seat  %.2f cpu-ms/seat  151.0 p50-ms  %d p99-ms  666 votes/s\n", size, kind, 0.5+float64(len(size)%2), 150+30*i)
		}
	}
	return b.String()
}

func TestLive(t *testing.T) {
	r := take(t, Gauge{Runs: 1, Run: prints(classes("seats=1000/rooms=34", "seats=2000/rooms=1", "seats=10000/rooms=334"))}, "live")
	assert.Empty(t, r.Failures)
	m, ok := r.Find(bench.LiveVote)
	require.True(t, ok)
	assert.Equal(t, bench.Series{180}, m.Ours)
	assert.Equal(t, bench.Series{150}, m.Floor)
	m, _ = r.Find(bench.LiveMemory)
	assert.Equal(t, bench.Series{29.5 * 1024}, m.Ours)
	m, _ = r.Find(bench.LiveLinear)
	assert.Len(t, m.Ours, 1)
	for _, lacking := range []string{"", classes("seats=10000/rooms=334")} {
		r := take(t, Gauge{Runs: 1, Run: prints(lacking)}, "live")
		require.Len(t, r.Failures, 1)
		assert.Contains(t, r.Failures[0], "no benchmark Classes/")
	}
}

func TestNeedsBuilds(t *testing.T) {
	assert.True(t, NeedsBuilds(nil))
	assert.True(t, NeedsBuilds([]string{"live", "go"}))
	assert.False(t, NeedsBuilds([]string{"live"}))
}

// TestMissingBenchmark: what is not there has no figure, and is said.
func TestMissingBenchmark(t *testing.T) {
	r := take(t, Gauge{Runs: 1, Run: prints("PASS\n")}, "go")
	require.Len(t, r.Failures, 1)
	assert.Contains(t, r.Failures[0], "no benchmark Replay/100000 with messages/s")
	verdicts, _ := r.Judge(bench.Budgets())
	assert.Empty(t, verdicts)
}

// site is what a site holds, with one program or two.
func site(programs ...int) *manifest.Manifest {
	m := &manifest.Manifest{Files: []manifest.File{{Name: "index.html", Size: 9}}}
	for _, n := range programs {
		m.Files = append(m.Files, manifest.File{Name: "some.wasm", Size: 3 * n, Gzip: 2 * n, Brotli: n})
	}
	return m
}

func TestSizes(t *testing.T) {
	floor := take(t, Gauge{
		Game: rig.Build{Files: site(110)}, Base: rig.Build{Name: "floor", Files: site(100)}, Cut: site(55),
	}, "sizes")
	another := take(t, Gauge{
		Game: rig.Build{Files: site(30, 80)}, Base: rig.Build{Name: "c8fbf34", Files: site(220), Plays: true},
	}, "sizes")
	for _, test := range []struct {
		r    *bench.Report
		key  bench.Key
		base string
		want float64
	}{
		{floor, bench.WasmBrotli, "floor", 1.1},
		{floor, bench.WasmCut, "floor with the game's cuts", 2},
		{another, bench.WasmRaw, "c8fbf34", 0.5},
		{another, bench.WasmBrotli, "c8fbf34", 0.5},
	} {
		assert.Empty(t, test.r.Failures)
		m, ok := test.r.Find(test.key)
		require.True(t, ok, test.key)
		assert.Equal(t, test.base, m.Base)
		assert.InDelta(t, test.want, m.Ratio(), 1e-9, test.key)
	}
	_, ok := another.Find(bench.WasmCut)
	assert.False(t, ok, "another build is compared as a whole")
	assert.Contains(t, take(t, Gauge{Game: rig.Build{Files: site()}}, "sizes").Failures[0], "no WebAssembly")
}

// TestAgainstAnotherBuild leaves out what only the floor or a program for this
// system has.
func TestAgainstAnotherBuild(t *testing.T) {
	g := Gauge{Runs: 1, Base: rig.Build{Plays: true}, Run: func(context.Context, proc.Command) (proc.Output, error) {
		t.Error("it must not be run")
		return proc.Output{}, nil
	}}
	for _, part := range []string{"go", "desktop"} {
		r := take(t, g, part)
		assert.Empty(t, r.Measures, part)
		assert.Empty(t, r.Failures, part)
	}
}
