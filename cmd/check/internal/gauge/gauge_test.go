package gauge

import (
	"context"
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

func TestBenchmarks(t *testing.T) {
	g := Gauge{Runs: 2, Say: func(string) {}, Run: func(context.Context, proc.Command) proc.Result {
		return proc.Result{Stdout: printed, Text: printed}
	}}
	measures, failures, err := g.Take(t.Context(), []string{"go"})
	require.NoError(t, err)
	assert.Empty(t, failures)
	r := bench.Report{Measures: measures}
	for key, want := range map[bench.Key]bench.Series{
		bench.IdleAllocs: {0, 0}, bench.ScreenAllocs: {900}, bench.LongestLayout: {1.5}, bench.ReplayRate: {400e3},
		bench.ReplayLinear: {1.25}, bench.OpenLongSave: {350},
	} {
		m, ok := r.Find(key)
		require.True(t, ok, key)
		assert.InDeltaSlice(t, want, m.Ours, 1e-9, key)
	}
}

// TestMissingBenchmark: what is not there has no figure, and is said.
func TestMissingBenchmark(t *testing.T) {
	g := Gauge{Runs: 1, Say: func(string) {}, Run: func(context.Context, proc.Command) proc.Result { return proc.Result{Stdout: "PASS\n"} }}
	measures, failures, err := g.Take(t.Context(), []string{"go"})
	require.NoError(t, err)
	require.Len(t, failures, 1)
	assert.Contains(t, failures[0], "no benchmark Replay/100000 with messages/s")
	verdicts, _ := bench.Report{Measures: measures}.Judge(bench.Budgets())
	assert.Empty(t, verdicts)
}

func TestSizes(t *testing.T) {
	g := Gauge{Runs: 1, Say: func(string) {}, Built: &rig.Built{
		GameFiles:  &manifest.Manifest{Files: []manifest.File{{Name: "index.html", Size: 9}, {Name: "game.wasm", Size: 300, Gzip: 120, Brotli: 110}}},
		FloorFiles: &manifest.Manifest{Files: []manifest.File{{Name: "game.wasm", Size: 200, Gzip: 110, Brotli: 100}}},
	}}
	measures, failures, err := g.Take(t.Context(), []string{"sizes"})
	require.NoError(t, err)
	assert.Empty(t, failures)
	m, _ := bench.Report{Measures: measures}.Find(bench.WasmBrotli)
	assert.InDelta(t, 1.1, m.Ratio(), 1e-9)
}

func TestNoSuchPart(t *testing.T) {
	require.NoError(t, Known(Parts()))
	err := Known([]string{"sizes", "weight"})
	assert.ErrorContains(t, err, `"weight"`)
	assert.ErrorContains(t, err, "sizes, start")
}
