package part

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/tool"
)

func passes(context.Context, func(string)) (string, error) { return "3 things", nil }

// runAll runs parts on a bare machine.
func runAll(t *testing.T, ctx context.Context, parts ...Part) (string, []Outcome) {
	t.Helper()
	e, _ := env(t, nil, nil)
	for i := range parts {
		parts[i].About = "about " + parts[i].Name
		if parts[i].Limit == 0 {
			parts[i].Limit = time.Minute
		}
	}
	var out strings.Builder
	all := RunAll(ctx, &out, e.Machine, parts)
	return regexp.MustCompile(` +\d+\.\d s`).ReplaceAllString(out.String(), " T"), all
}

func TestSelect(t *testing.T) {
	all := []Part{{Name: "a"}, {Name: "b"}, {Name: "c"}}
	for names, want := range map[string]string{
		"": "a b c", "c a": "a c", "b b": "b", "a d": `no part is called "d"; there are a, b, c`,
	} {
		got, err := Select(all, strings.Fields(names))
		var have []string
		for _, p := range got {
			have = append(have, p.Name)
		}
		if err != nil {
			have = []string{err.Error()}
		}
		assert.Equal(t, want, strings.Join(have, " "), names)
	}
}

func TestRunReportsEveryPart(t *testing.T) {
	fails := func(_ context.Context, say func(string)) (string, error) {
		say("at work")
		return "", errors.New("line 1\nline 2")
	}
	unasked := func(context.Context, func(string)) (string, error) {
		return "", fmt.Errorf("asking: %w", Unasked("nobody is there"))
	}
	out, _ := runAll(t, t.Context(), Part{Name: "good", Run: passes}, Part{Name: "bad", Run: fails}, Part{Name: "quiz", Run: unasked},
		Part{Name: "browser", Needs: []tool.Tool{tool.Browser}})
	assert.Equal(t, `
good            about good
good            ok, T: 3 things
bad             about bad
bad             at work
bad             FAILED after T

      line 1
      line 2
quiz            about quiz
quiz            UNASKED after T

      asking: nobody is there
browser         about browser
browser         FAILED after T

      this part cannot run here:
      Chromium: missing the program chromium (Debian: chromium)
      the part set-up installs what is missing

good            ok T
bad             FAILED T
quiz            UNASKED T
browser         FAILED T

could not be asked, so neither passed nor failed: quiz
1 passed, 2 failed
`, "\n"+out)
}

// TestLanesRunSideBySide has two parts that wait for each other, a third that
// must not run before one of them is done, and one that must run before all.
func TestLanesRunSideBySide(t *testing.T) {
	first, met := make(chan bool), make(chan bool)
	done := false
	lane := func(l Lane, name string, do func()) Part {
		return Part{Name: name, Lane: l, Run: func(context.Context, func(string)) (string, error) { do(); return "", nil }}
	}
	out, _ := runAll(t, t.Context(),
		lane(Short, "computes", func() { <-first; met <- true; done = true }),
		lane(Long, "draws", func() { <-first; <-met }),
		lane(Short, "later", func() { assert.True(t, done) }),
		lane(First, "sets up", func() { close(first) }),
	)
	assert.True(t, strings.HasSuffix(out, "\n4 passed, 0 failed\n"), out)
	assert.True(t, strings.HasPrefix(out, "sets up "), out)
}

func TestRunStopsAPartAtItsLimit(t *testing.T) {
	_, all := runAll(t, t.Context(), Part{Name: "late", Limit: time.Millisecond, Run: func(ctx context.Context, _ func(string)) (string, error) {
		<-ctx.Done()
		return "", errors.New("the output so far")
	}}, Part{Name: "next", Run: passes})
	assert.EqualError(t, all[0].Err, "stopped: it was not done after 1ms, its limit\nthe output so far")
	assert.NoError(t, all[1].Err)
}

func TestRunFailsWhatAnInterruptLeaves(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	_, all := runAll(t, ctx, Part{Name: "stop", Run: func(ctx context.Context, _ func(string)) (string, error) {
		cancel(errors.New("interrupted"))
		return "", context.Cause(ctx)
	}}, Part{Name: "next", Run: passes})
	require.EqualError(t, all[0].Err, "interrupted")
	assert.EqualError(t, all[1].Err, "not run: interrupted")
}
