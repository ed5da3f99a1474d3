package bench

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSeries(t *testing.T) {
	tests := []struct {
		name        string
		series      Series
		median, p95 float64
	}{
		{"one", Series{3}, 3, 3},
		{"odd", Series{9, 1, 5}, 5, 8.6},
		{"even", Series{4, 1, 2, 3}, 2.5, 3.85},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.InDelta(t, test.median, test.series.Median(), 1e-9)
			assert.InDelta(t, test.p95, test.series.Quantile(0.95), 1e-9)
		})
	}
	assert.True(t, math.IsNaN(Series{}.Median()))
	odd := Series{9, 1, 5}
	odd.Median()
	assert.Equal(t, Series{9, 1, 5}, odd, "the order of the runs is kept")
}

func sample() Report {
	return Report{
		Date:    time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		Machine: Machine{System: "linux/amd64", CPU: "Some", Cores: 2, Memory: 8, Go: "go1.26"},
		Runs:    3,
		Measures: []Measure{
			{Key: WasmBrotli, Base: "floor", Ours: Series{1130e3}, Floor: Series{1000e3}},
			{Key: PlayBytes, Base: "floor", Ours: Series{1200e3, 1201e3, 1202e3}, Floor: Series{1000e3}},
			{Key: RestMain, Ours: Series{0.5, 0.25, 0.125}},
			{Key: ReplayRate, Ours: Series{199e3}},
		},
	}
}

func TestAdd(t *testing.T) {
	var r Report
	r.Add(Figures{ReplayRate: 5, WasmRaw: 10}, "", nil)
	r.Add(Figures{WasmRaw: 20, FirstText: 1}, "floor", Figures{WasmRaw: 30, Memory: 9})
	assert.Equal(t, []Measure{
		{Key: WasmRaw, Base: "floor", Ours: Series{10, 20}, Floor: Series{30}},
		{Key: ReplayRate, Ours: Series{5}},
		{Key: FirstText, Ours: Series{1}},
	}, r.Measures, "in the order in which they came; what the game has not is left out")
}

func TestJudge(t *testing.T) {
	r := sample()
	verdicts, unjudged := r.Judge(Budgets())
	assert.Len(t, unjudged, len(Budgets())-len(verdicts))
	got := map[Key]bool{}
	for _, v := range verdicts {
		got[v.Key] = v.Met
	}
	assert.Equal(t, map[Key]bool{WasmBrotli: false, PlayBytes: true, RestMain: true, ReplayRate: false}, got)
	assert.Equal(t, "budget 1 is missed: the WebAssembly, as brotli, is at most 1.12 times the floor's (WebAssembly as brotli is 1.13 ×, the limit 1.12 ×)", verdicts[0].Miss())
}

func TestJudgeWithoutAFloor(t *testing.T) {
	r := Report{Measures: []Measure{{Key: WasmBrotli, Ours: Series{1}}}}
	verdicts, unjudged := r.Judge(Budgets())
	assert.Empty(t, verdicts, "what cannot be compared is not met")
	assert.Len(t, unjudged, len(Budgets()))
}

// TestBudgets holds that every promise from 1 to 9 has a budget, and every
// budget a text of its own.
func TestBudgets(t *testing.T) {
	numbers, texts := map[int]bool{}, map[string]bool{}
	for _, b := range Budgets() {
		numbers[b.Number] = true
		assert.False(t, texts[b.Text], b.Text)
		texts[b.Text] = true
	}
	for n := 1; n <= liveBudget; n++ {
		assert.True(t, numbers[n], n)
	}
}

func TestTables(t *testing.T) {
	r := sample()
	r.Verdicts, _ = r.Judge(Budgets())
	r.Failures = []string{"memory: no /proc"}
	var out strings.Builder
	require.NoError(t, r.Print(&out))
	for _, want := range []string{
		"2026-11-22, 2 cores (Some), 8 GiB, linux/amd64, go1.26, medians of 3 runs (lowest–highest)",
		"1,130 KB", "1,201 KB (1,200 KB–1,202 KB)", "0.25 % (0.125 %–0.5 %)", "199,000/s", "**no**", "no /proc",
	} {
		assert.Contains(t, out.String(), want)
	}
	page := r.In(Main).Markdown("floor")
	assert.Contains(t, page, "| 1 | the WebAssembly, as brotli, is at most 1.12 times the floor's | 1,130 KB | 1,000 KB | 1.13 × | 1.12 × | **no** |")
	assert.Contains(t, page, "Failed to measure: memory: no /proc")
	assert.Contains(t, r.Summary(), "- the WebAssembly, as brotli, is at most 1.12 times the floor's: **1.13 ×**\n")
	assert.NotContains(t, r.Summary(), "with the processor slowed down", "only what a visitor meets first")
	r.Unjudged = []Budget{{Text: "this"}, {Text: "and that"}, {Number: liveBudget, Text: "votes"}}
	assert.Contains(t, r.In(Main).Markdown("floor"), "Not measured in this run: this; and that.")
	assert.Contains(t, r.In(Live).Markdown("memory"), "Not measured in this run: votes.")
	assert.NotContains(t, r.In(Live).Markdown("memory"), "brotli")
}

func TestShort(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 3: "3", 1234567: "1,234,567", -1500: "-1,500", 123.4: "123", 12.34: "12.3", 1.125: "1.12", 0.125: "0.125", 0.0012: "0.0012",
	} {
		assert.Equal(t, want, short(x))
	}
	assert.Equal(t, "NaN", short(math.NaN()))
}

// TestPagesHaveThePlaces holds the pages that the bench writes in.
func TestPagesHaveThePlaces(t *testing.T) {
	for _, at := range []struct {
		name string
		in   Block
	}{{"README.md", Main}, {"docs/performance.md", Main}, {"docs/performance.md", Live}} {
		page, err := os.ReadFile(filepath.FromSlash("../../../../" + at.name))
		require.NoError(t, err)
		_, err = Rewrite(string(page), at.in, "new")
		assert.NoError(t, err, at.name)
	}
}

func TestRewrite(t *testing.T) {
	begin, end := Live.begin, Live.end
	page := "a\n" + begin + "\nold\n" + end + "\nb\n"
	got, err := Rewrite(page, Live, "new\n")
	require.NoError(t, err)
	assert.Equal(t, "a\n"+begin+"\n\nnew\n\n"+end+"\nb\n", got)
	again, err := Rewrite(got, Live, "new\n")
	require.NoError(t, err)
	assert.Equal(t, got, again, "writing twice changes nothing")
	for _, bad := range []string{"", begin, end, end + begin, page + page, begin + end + end} {
		_, err := Rewrite(bad, Live, "new")
		assert.Error(t, err, bad)
	}
}
