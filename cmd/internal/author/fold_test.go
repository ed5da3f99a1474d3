package author_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestManyTextsOfOneCause takes the desk out of pack.yaml, and a step out of a
// language: one finding each, at the key that holds the texts.
func TestManyTextsOfOneCause(t *testing.T) {
	dir := copied(t, "pack.yaml", func(s string) string {
		from, to := strings.Index(s, "desk:  "), strings.Index(s, "check:  ")
		require.Positive(t, from)
		return s[:from] + s[to:]
	})
	assert.Equal(t, []string{
		"en.yaml:123:1 en: desk: holds 23 texts that nothing in pack.yaml uses [error: string-stale]",
		"fr.yaml:123:1 fr: desk: holds 26 texts that nothing in pack.yaml uses [error: string-stale]",
	}, places(t, dir))

	dir = copied(t, "fr.yaml", func(s string) string {
		from, to := strings.Index(s, "      A2:\n"), strings.Index(s, "    tries:\n")
		require.Positive(t, from)
		return s[:from] + s[to:]
	})
	assert.Equal(t, []string{
		"fr.yaml:58:5 fr: cases.crossing.steps.A2: lacks all of its 31 texts [error: string-missing]",
	}, places(t, dir))

	dir = copied(t, "fr.yaml", func(s string) string {
		return strings.Replace(s, "        lost: Les commerces de l’île\n", "", 1)
	})
	assert.Equal(t, []string{
		"fr.yaml:59:7 fr: cases.crossing.steps.A1.lost: is missing [error: stakes-missing]",
	}, places(t, dir), "one text stays one")
}

// places lists what is found, with the names of files only.
func places(t *testing.T, dir string) []string {
	t.Helper()
	source, found := author.Load(dir)
	require.Empty(t, found)
	var out []string
	for _, f := range source.Lint(lint.Settings{}) {
		out = append(out, fmt.Sprintf("%s:%d:%d %s: %s [%s: %s]", filepath.Base(f.File), f.Line, f.Column, f.Path, f.Reason, f.Level, f.Code))
	}
	return out
}
