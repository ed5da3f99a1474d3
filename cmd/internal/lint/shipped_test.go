package lint_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// guesses are the rules against what gives an answer away without the facts.
var guesses = []string{"longest-step", "longest-round", "stands-out", "plan-letters"}

// found is where a pack breaks some rules, each as code, language and path.
func found(c *pack.Content, codes ...string) (out []string) {
	for _, f := range lint.Check(c, lint.Settings{}) {
		if slices.Contains(codes, f.Code) {
			out = append(out, f.Code+" "+f.Locale+" "+f.Path)
		}
	}
	return out
}

// TestNothingGivesAnswersAway holds the shipped packs, in both languages and at
// cases and desk alike, to rules that the packs as they were first shipped break.
func TestNothingGivesAnswersAway(t *testing.T) {
	first := map[string][]string{
		"cloudflare": {"longest-step fr cases", "longest-round en desk.rounds", "longest-round fr desk.rounds", "plan-letters  plans.m30.lessons[0]"},
		"elsewhere":  {"longest-step en cases", "longest-step fr cases"},
	}
	for _, id := range assets.Packs() {
		c, err := packs.Named(t, id).Unpack()
		require.NoError(t, err)
		assert.Empty(t, found(c, guesses...), id)
		b, err := os.ReadFile("../../../game/pack/testdata/format1/" + id + ".msgp")
		require.NoError(t, err)
		p, err := pack.Open(b)
		require.NoError(t, err)
		c, err = p.Unpack()
		require.NoError(t, err)
		assert.Equal(t, first[id], found(c, guesses...), "%s as first shipped", id)
	}
}

// TestScreensKeepToTheirWords holds the shipped packs to what screens may say, in
// both languages, where an author's pack would be warned.
func TestScreensKeepToTheirWords(t *testing.T) {
	settings := lint.Settings{Words: packs.Words(t)}
	for _, id := range assets.Packs() {
		c, err := packs.Named(t, id).Unpack()
		require.NoError(t, err)
		for _, f := range lint.Check(c, settings) {
			assert.False(t, strings.HasPrefix(f.Code, "words-") || f.Code == "minutes", "%s, %s %s: %s", id, f.Locale, f.Path, f.Reason)
		}
	}
}

// TestSharedElementsAreGraded holds the shipped packs to name what each option
// does, and to give no option 0 that shares an element with what happened, and
// none ½ that shares nothing. Each grade but that of what happened is put wrong in
// turn, which is found.
func TestSharedElementsAreGraded(t *testing.T) {
	wrong := map[pack.Match]pack.Match{pack.None: pack.Partial, pack.Partial: pack.None}
	for _, id := range assets.Packs() {
		c, err := packs.Named(t, id).Unpack()
		require.NoError(t, err)
		c = &pack.Content{Cases: c.Cases, Library: c.Library} // grades have no words
		require.Empty(t, found(c, "match-shared"), id)
		for i := range c.Cases {
			for j := range c.Cases[i].Steps {
				st := &c.Cases[i].Steps[j]
				for k := range st.Options {
					o := &st.Options[k]
					if o.Match == pack.NoMatch {
						continue
					}
					assert.NotEmpty(t, o.Does, "%s %s", st.ID, o.ID)
					if as, ok := wrong[o.Match]; ok {
						was := o.Match
						o.Match = as
						assert.Len(t, found(c, "match-shared"), 1, "%s %s", st.ID, o.ID)
						o.Match = was
					}
				}
			}
		}
	}
}
