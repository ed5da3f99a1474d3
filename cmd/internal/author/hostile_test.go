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
	"hardcases/proving/hostile"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// folder writes the sample with one file grown by so many bytes.
func folder(t testing.TB, h hostile.Source, n int) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, h.Write(dir, author.Sample(), n))
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
	for _, h := range hostile.Sources() {
		t.Run(h.Name, func(t *testing.T) {
			dir := folder(t, h, size)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			out := examine(t, dir)
			runtime.ReadMemStats(&after)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(most))
			assert.Contains(t, out, h.Says)
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
	lines := func(n int) string { return strings.Repeat("# long\n", n) }
	add := func(dir, name, more string) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), append(b, more...), 0o644))
	}
	const bytes, marks = "/%s.yaml: with this file there are more than 2097152 bytes", "/%s.yaml: with this file there are "
	for _, tt := range []struct {
		name, en, fr string // what the files are grown by
		says         string // "" for nothing of the kind
	}{
		{"one long file", "# " + strings.Repeat("x", 3<<20), "", fmt.Sprintf(bytes, "en")},
		{"two long files", "# " + strings.Repeat("x", 3<<19), "# " + strings.Repeat("x", 3<<19), fmt.Sprintf(bytes, "fr")},
		{"two that are not too long", "# " + strings.Repeat("x", 3<<18), "# " + strings.Repeat("x", 3<<18), ""},
		{"one of many lines", lines(120_000), "", fmt.Sprintf(marks, "en")},
		{"two of many lines", lines(60_000), lines(60_000), fmt.Sprintf(marks, "fr")},
		{"two of fewer lines", lines(50_000), lines(50_000), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.CopyFS(dir, author.Sample()))
			add(dir, "en.yaml", tt.en)
			add(dir, "fr.yaml", tt.fr)
			out := examine(t, dir)
			assert.Contains(t, out, tt.says)
			if tt.says == "" {
				assert.NotContains(t, out, "with this file")
			}
		})
	}
}
