package author_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/author/broken"
	"hardcases/cmd/internal/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func settings(t *testing.T) lint.Settings {
	t.Helper()
	s, err := author.Settings()
	require.NoError(t, err)
	return s
}

// check loads and lints a folder, as the command does.
func check(dir string, s lint.Settings) []author.Finding {
	source, found := author.Load(dir)
	if len(found) > 0 {
		return found
	}
	return source.Lint(s)
}

func TestSampleIsClean(t *testing.T) {
	assert.Empty(t, check("sample", settings(t)))
	source, _ := author.Load("sample")
	_, err := source.Build()
	assert.NoError(t, err)
}

func TestBrokenSamples(t *testing.T) {
	seen := map[string]bool{}
	with := settings(t)
	for _, s := range broken.Samples() {
		require.False(t, seen[s.Code], "%s is there twice", s.Code)
		seen[s.Code] = true
		t.Run(s.Code, func(t *testing.T) {
			found := check(s.Folder(t), with)
			var got []string
			for _, f := range found {
				got = append(got, fmt.Sprintf("%s:%d:%d %s", filepath.Base(f.File), f.Line, f.Column, f.Code))
				assert.NotEmpty(t, f.Reason)
			}
			assert.Equal(t, []string{s.Want + " " + s.Code}, got)
		})
	}
	for _, r := range lint.Rules() {
		assert.NotEqual(t, seen[r.Code], slices.Contains(beyondTheSample(), r.Code), "%s: a broken sample, or the sample is too small for one", r.Code)
	}
}

// beyondTheSample are the rules about many facts, options, lessons or cases, which a pack
// of one case and two steps cannot break. They have samples in cmd/internal/lint.
func beyondTheSample() []string {
	return []string{"gives-away", "longest-round", "longest-step", "open-before", "plan-about", "plan-letters", "plan-recap", "plan-whole", "way-recap", "words-seat"}
}
