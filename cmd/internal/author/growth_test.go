//go:build unix

package author_test

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/cover"
	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
	"hardcases/proving/hostile"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// mostGrowth is how many times as long ten times as many steps may take: ten for
// the size, and two for memory that no longer fits beside the processor.
const mostGrowth = 12

// BenchmarkGrowth says how many times as long ten times as many steps take, in
// time of the processor, in the least disturbed of three turns each. It fails on
// more than 12.
func BenchmarkGrowth(b *testing.B) {
	b.Run("lint", func(b *testing.B) {
		growth(b, 1000, 10, func(b *testing.B, steps int) func() {
			c := grown(steps, "en", "fr")
			return func() { lint.Check(c, lint.Settings{}) }
		})
	})
	b.Run("build", func(b *testing.B) {
		growth(b, 30, 15, func(b *testing.B, steps int) func() {
			dir := b.TempDir()
			write(b, dir, grown(steps, "en", "fr"))
			return func() {
				source, found := author.Load(dir)
				require.False(b, author.Failed(found), "%v", found)
				require.False(b, author.Failed(source.Lint(lint.Settings{})))
				_, err := source.Build()
				require.NoError(b, err)
			}
		})
	})
	b.Run("cover", func(b *testing.B) {
		words := packs.Words(b)
		growth(b, 100, 2, func(b *testing.B, steps int) func() {
			file, err := pack.Build(grownIn(steps/10, steps, "en")) // more cases, none of them longer
			require.NoError(b, err)
			p, err := pack.Open(file)
			require.NoError(b, err)
			return func() {
				_, err := cover.Run(p, cover.Options{Catalog: words, Seed: 1, Routes: 2, Moves: 50})
				require.NoError(b, err)
			}
		})
	})
}

// growth measures what make gives for a pack of so many steps, and for one of
// ten times as many. One pack is there at a time, and the small one is taken
// several times in a row, so that each pays for the rubbish that it leaves.
func growth(b *testing.B, steps, inRow int, make func(b *testing.B, steps int) func()) {
	least, most := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		do := make(b, steps)
		for range turns {
			least = min(least, processor(b, inRow, do))
		}
		do = make(b, 10*steps)
		for range turns {
			most = min(most, processor(b, 1, do))
		}
	}
	times := float64(most) / float64(least)
	b.ReportMetric(times, "times")
	b.ReportMetric(least.Seconds(), "s/small")
	b.ReportMetric(most.Seconds(), "s/large")
	b.ReportMetric(0, "ns/op") // of all turns together: it says nothing
	b.Logf("%.2f s for the small one, %.2f s for the large one: %.1f times", least.Seconds(), most.Seconds(), times)
	if times > mostGrowth {
		b.Errorf("ten times as many steps take %.1f times as long; at most %d", times, mostGrowth)
	}
}

// turns is how often each is measured; the least disturbed turn counts.
const turns = 3

// processor gives the time that the processor spends on something, on average
// over so many times.
func processor(b *testing.B, times int, do func()) time.Duration {
	var before, after syscall.Rusage
	runtime.GC()
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &before))
	for range times {
		do()
	}
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &after))
	return time.Duration(after.Utime.Nano()+after.Stime.Nano()-before.Utime.Nano()-before.Stime.Nano()) / time.Duration(times)
}

// write writes the sources of a grown pack.
func write(b *testing.B, dir string, c *pack.Content) {
	var p strings.Builder
	fmt.Fprintf(&p, "format: 1\nid: %s\nversion: %q\nlicence: %s\nauthors: [A]\nlocales: [%s]\n", c.ID, c.Version, c.Licence, strings.Join(c.Locales, ", "))
	fmt.Fprintf(&p, "principles: [p, q, r, s]\nlayers: [l]\nactors: [a]\nsources:\n")
	for _, s := range c.Library.Sources {
		fmt.Fprintf(&p, "  %s: {title: %s, publisher: %s, date: %s, kind: %s, confidence: %s}\n", s.ID, s.Title, s.Publisher, s.Date, s.Kind, s.Confidence)
	}
	p.WriteString("claims:\n")
	for _, one := range c.Library.Claims {
		fmt.Fprintf(&p, "  %s:\n    since: %s\n    says: %s\n    sources: [%s]\n", one.ID, one.Since, one.Says, strings.Join(one.Sources, ", "))
	}
	p.WriteString("cases:\n")
	for _, one := range c.Cases {
		fmt.Fprintf(&p, "  - id: %s\n    seat: %s\n    minutes: %d\n    steps:\n", one.ID, one.Seat, one.Minutes)
		for _, st := range one.Steps {
			writeStep(&p, st)
		}
	}
	require.NoError(b, os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(p.String()), 0o644))
	for _, l := range c.Locales {
		writeWords(b, filepath.Join(dir, l+".yaml"), l, c.Text[l])
	}
}

func writeStep(p *strings.Builder, st pack.Step) {
	list := func(ids []string) string { return "[" + strings.Join(ids, ", ") + "]" }
	fmt.Fprintf(p, "      - id: %s\n        kind: %s\n        date: %s\n        actor: %s\n        seat: %s\n        known:\n", st.ID, st.Kind, st.Date, st.Actor, st.Seat)
	for _, f := range st.Known {
		fmt.Fprintf(p, "          - {id: %s, claims: %s}\n", f.ID, list(f.Claims))
	}
	fmt.Fprintf(p, "        reasons: %s\n        options:\n", list(st.Reasons))
	for _, o := range st.Options {
		fmt.Fprintf(p, "          - {id: %s, ladder: %d, match: %s, serves: %s, strains: %s}\n", o.ID, o.Ladder, o.Match, list(o.Serves), list(o.Strain))
	}
	fmt.Fprintf(p, "        happened: %s\n        outcome: %s\n        then:\n", st.Happened, list(st.Outcome))
	for _, t := range st.Then {
		fmt.Fprintf(p, "          - {id: %s, date: %s, claims: %s}\n", t.ID, t.Date, list(t.Claims))
	}
	fmt.Fprintf(p, "        sources: %s\n", list(st.Sources))
}

// writeWords writes the texts of a language, each key under those that it
// belongs to.
func writeWords(b *testing.B, file, locale string, text map[string]string) {
	f, err := os.Create(file)
	require.NoError(b, err)
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "locale: %s\n", locale)
	keys := make([][]string, 0, len(text))
	for key := range text {
		keys = append(keys, strings.Split(key, "."))
	}
	slices.SortFunc(keys, slices.Compare)
	var open []string
	for _, key := range keys {
		same := 0
		for same < len(open) && open[same] == key[same] {
			same++
		}
		for i := same; i < len(key)-1; i++ {
			fmt.Fprintf(w, "%s%s:\n", strings.Repeat("  ", i), key[i])
		}
		fmt.Fprintf(w, "%s%s: %s\n", strings.Repeat("  ", len(key)-1), key[len(key)-1], text[strings.Join(key, ".")])
		open = key[:len(key)-1]
	}
	require.NoError(b, w.Flush())
	require.NoError(b, f.Close())
}

// BenchmarkHostileGrowth holds files that nobody should write to the same: ten
// times the file takes at most twelve times as long to check.
func BenchmarkHostileGrowth(b *testing.B) {
	for _, h := range hostile.Sources() {
		b.Run(h.Name, func(b *testing.B) {
			growth(b, 15_000, 10, func(b *testing.B, n int) func() {
				dir := folder(b, h, n)
				return func() { examine(b, dir) }
			})
		})
	}
}
