package author_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostile is a file that nobody should write, grown from one of the sample.
type hostile struct {
	name, file string
	swell      func(text string, n int) string // by so many bytes, about
	says       string                          // in the report, once it is large
}

func hostiles() []hostile {
	const p, en = "pack.yaml", "en.yaml"
	tail := func(line string) func(string, int) string {
		return func(text string, n int) string { return text + strings.Repeat(line, n/len(line)) }
	}
	around := func(before, each, after string) func(string, int) string {
		return func(text string, n int) string {
			return text + before + strings.Repeat(each, n/len(each)) + after + "\n"
		}
	}
	counted := func(line string) func(string, int) string {
		return func(text string, n int) string {
			var b strings.Builder
			for i := range n / (len(line) + 3) {
				fmt.Fprintf(&b, line, i)
			}
			return text + b.String()
		}
	}
	within := func(key, line string) func(string, int) string {
		return func(text string, n int) string {
			return strings.Replace(text, key, key+counted(line)("", n), 1)
		}
	}
	return []hostile{
		{"brackets", p, around("x: ", "[", ""), "is nested more than 32 deep"},
		{"closed brackets", p, func(s string, n int) string {
			return s + "x: " + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) + "\n"
		}, "is nested more than 32 deep"},
		{"braces", p, around("x: ", "{a: ", ""), "is nested more than 32 deep"},
		{"hyphens", p, around("x:\n  ", "- ", "a"), "is nested more than 32 deep"},
		{"hyphens in a text", en, around("x:\n  ", "- ", "a"), "is nested more than 32 deep"},
		{"question marks", en, around("x:\n  ", "? ", "a"), "is nested more than 32 deep"},
		{"ever further in", en, func(s string, n int) string {
			for i := 0; i*i < n; i++ {
				s += strings.Repeat(" ", i) + "a:\n"
			}
			return s
		}, "is nested more than 32 deep"},
		{"keys", p, counted("k%d: 1\n"), "stands beside more than 4000 other keys"},
		{"keys of a text", en, counted("k%d: x\n"), "stands beside more than 4000 other keys"},
		{"the same key", en, tail("k: 1\n"), "stands beside more than 4000 other keys"},
		{"keys in braces", p, func(s string, n int) string { return s + "x: {" + counted("k%d: 1, ")("", n) + "}\n" }, "[error: yaml-key-unknown]"},
		{"keys in braces of a text", en, func(s string, n int) string { return s + "x: {" + counted("k%d: a, ")("", n) + "}\n" }, "[error: string-stale]"},
		{"commas", p, around("x: [", ",", "]"), "[error: yaml-syntax]"},
		{"quotes", p, around("x: [", `"", `, "]"), "[error: yaml-key-unknown]"},
		{"a long line", en, around(`x: "`, "it's ", `"`), "[error: string-stale]"},
		{"a long line without quotes", en, around("x: ", "it's ", ""), "[error: string-stale]"},
		{"a long text", en, around("x: |\n", "  it's\n", ""), "[error: string-stale]"},
		{"a quote over many lines", en, around(`x: "`, "it's\n  ", `"`), "opens a quotation mark"},
		{"a longer key than any", en, func(s string, n int) string { return s + strings.Repeat("x", 100) + ": a\n" }, "none has more than 64"},
		{"a long key", en, around("", "x", ": a"), "more than 1000 characters together"},
		{"long keys inside each other", en, func(s string, n int) string {
			for i := range 20 {
				s += strings.Repeat(" ", i) + strings.Repeat("k", n/40) + ":\n"
			}
			return s + counted(strings.Repeat(" ", 20)+"k%d: a\n")("", n/2)
		}, "more than 1000 characters together"},
		{"a long line that is none", p, around("", "x", ""), "[error: yaml-syntax]"},
		{"comments", p, tail("#\n"), ""},
		{"a long comment", p, around("", "#", ""), ""},
		{"anchors", p, counted("  k%d: &a [*a, *a]\n"), "[error: yaml-"},
		{"tags", p, func(s string, n int) string { return s + "x: {" + counted("k%d: !!str x, ")("", n) + "}\n" }, "[error: yaml-"},
		{"documents", p, tail("---\n"), "holds a second document"},
		{"claims", p, within("claims:\n", "  C%d: {}\n"), "[error: yaml-"},
		{"actors", p, within("actors: [", "c%d, "), "[error: string-missing]"},
		{"languages", p, within("locales: [", "c%d, "), "languages; at most 64 are read"},
		{"steps", p, within("    steps:\n", "      - {id: S%d}\n"), "[error: yaml-key-missing]"},
		{"facts", p, within("        known:\n", "          - {id: g%d, claims: [C-CRACK]}\n"), "[error: "},
		{"returns", en, tail("\r"), ""},
		{"tabs", en, around("x: a", "\t", "b"), "[error: "},
		{"terminal", en, around(`x: "`, `\e[2J`, "\x1b[2J\""), "[error: "},
	}
}

// folder writes the sample with one file grown by so many bytes.
func (h hostile) folder(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, author.Sample()))
	file := filepath.Join(dir, h.file)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, []byte(h.swell(string(b), n)), 0o644))
	return dir
}

// examine does all that pack lint does.
func examine(t testing.TB, dir string) string {
	source, found := author.Load(dir)
	if !author.Failed(found) {
		found = author.Sort(append(found, source.Lint(lint.Settings{})...))
	}
	var out bytes.Buffer
	require.NoError(t, author.Report(&out, found, source.Excerpt))
	require.NoError(t, author.ReportJSON(new(bytes.Buffer), found, source.Excerpt))
	require.NoError(t, author.ReportGitHub(new(bytes.Buffer), found))
	return strings.ReplaceAll(out.String(), dir, "")
}

// TestHostileSources checks files of 60 KB that cost much more than they should
// where nothing bounds it: the memory that is taken in all, which time goes with,
// and what is printed.
func TestHostileSources(t *testing.T) {
	const size, most = 60_000, 80 << 20
	for _, h := range hostiles() {
		t.Run(h.name, func(t *testing.T) {
			dir := h.folder(t, size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			out := examine(t, dir)
			runtime.ReadMemStats(&after)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(most))
			assert.Contains(t, out, h.says)
			lines := strings.Split(out, "\n")
			assert.LessOrEqual(t, len(lines), 100*6+3)
			for _, line := range lines {
				require.LessOrEqual(t, utf8.RuneCountInString(line), 200)
				require.NotContains(t, line, "\x1b")
			}
		})
	}
}

// TestTooMuchIsRefused grows files beyond what is read, each by itself and all of
// a folder together.
func TestTooMuchIsRefused(t *testing.T) {
	h := hostile{file: "en.yaml", swell: func(s string, n int) string { return s + strings.Repeat("# long\n", n/7) }}
	assert.Contains(t, examine(t, h.folder(t, 5<<20)), "/en.yaml: the file has 4194305 bytes; at most 4194304 are read")
	assert.Contains(t, examine(t, h.folder(t, 3<<20)), "lines and marks of YAML; at most 300000 are read")
	dir := h.folder(t, 900_000)
	assert.NotContains(t, examine(t, dir), "lines and marks")
	b, err := os.ReadFile(filepath.Join(dir, "en.yaml"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "fr.yaml"), b, 0o644))
	assert.NotContains(t, examine(t, dir), "at most 300000", "two files within it")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "fr.yaml"), append(b, b...), 0o644))
	assert.Contains(t, examine(t, dir), "/fr.yaml: with this file there are", "two files beyond it")
}
