package cover_test

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/cover"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func options(t *testing.T) cover.Options {
	t.Helper()
	c := packs.Words(t)
	return cover.Options{Catalog: c, Seed: 1, Routes: 3, Moves: 60}
}

// TestShippedPacksAreCovered holds each shipped pack to be reached, scored and
// shown as a whole.
func TestShippedPacksAreCovered(t *testing.T) {
	for _, id := range assets.Packs() {
		p := packs.Named(t, id)
		r, err := cover.Run(p, options(t))
		require.NoError(t, err)
		assert.Empty(t, r.Steps.Never)
		assert.Empty(t, r.Options.Never)
		assert.Empty(t, r.Claims.Never)
		assert.Empty(t, r.Sources.Never)
		assert.Empty(t, untold(r))
		assert.Empty(t, r.Stuck)
		assert.True(t, r.Whole())
		assert.Positive(t, r.Options.All)
		assertTimes(t, r.Times)
	}
}

// assertTimes holds what packs say of the time that a case takes to what it takes
// in that language, in minutes begun.
func assertTimes(t *testing.T, times []cover.CaseMinutes) {
	t.Helper()
	require.NotEmpty(t, times)
	for _, c := range times {
		assert.Equal(t, math.Ceil(c.Case.Short.Takes.Minutes()), float64(c.Short), "%s %s", c.Case.Case, c.Locale)
		assert.Equal(t, math.Ceil(c.Case.Whole.Takes.Minutes()), float64(c.Whole), "%s %s", c.Case.Case, c.Locale)
		assert.LessOrEqual(t, c.Short, c.Whole)
		assert.Less(t, c.Case.Whole.Words, c.Opened.Words)
	}
}

// untold is the texts that were on no screen, but for those that need not be:
// of plans, which only a class sees; the ends of a case's ladder, where each step
// has its own; and who acts in a case that only reflects.
func untold(r *cover.Report) []string {
	caseEnd := regexp.MustCompile(`: cases[.][^.]+[.](low|high)$`)
	return slices.DeleteFunc(slices.Clone(r.Texts.Never), func(key string) bool {
		return strings.Contains(key, ": plans.") || caseEnd.MatchString(key) || strings.HasSuffix(key, ": actors.auditor")
	})
}

func TestSameSeedSameReport(t *testing.T) {
	run := func() string {
		p := packs.Named(t, "elsewhere")
		r, err := cover.Run(p, options(t))
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, cover.Write(&b, r))
		return b.String()
	}
	one := run()
	assert.Equal(t, one, run())
	assert.Contains(t, one, "the pack says")
}

// TestWhatIsNotShownIsSaid adds a claim, with a source of its own, that nothing
// uses.
func TestWhatIsNotShownIsSaid(t *testing.T) {
	p := packs.Named(t, "elsewhere")
	c, err := p.Unpack()
	require.NoError(t, err)
	lone := c.Library.Sources[0]
	lone.ID = "LONE"
	c.Library.Sources = append(c.Library.Sources, lone)
	c.Library.Claims = append(c.Library.Claims, pack.Claim{ID: "UNTOLD", Since: lone.Date, Says: "press", Sources: []string{"LONE"}})
	c.Text["en"]["claims.UNTOLD"] = "Nobody is told this."
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err = pack.Open(b)
	require.NoError(t, err)
	r, err := cover.Run(p, options(t))
	require.NoError(t, err)
	assert.Equal(t, []string{"UNTOLD"}, r.Claims.Never)
	assert.Equal(t, []string{"LONE"}, r.Sources.Never)
	assert.Equal(t, []string{"en: claims.UNTOLD"}, untold(r))
	assert.False(t, r.Whole())
}
