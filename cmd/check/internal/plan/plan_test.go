package plan_test

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

	"hardcases/cmd/check/internal/plan"
	"hardcases/cmd/check/internal/tool"
)

func part(name string, run func(context.Context, func(string)) (string, error)) plan.Part {
	return plan.Part{Name: name, About: "about " + name, Limit: time.Minute, Run: run}
}

func passes(_ context.Context, say func(string)) (string, error) {
	say("at work")
	return "3 things", nil
}

func fails(context.Context, func(string)) (string, error) {
	return "", errors.New("line 1\nline 2")
}

// runner lacks the tools, where a part needs any.
func runner(out *strings.Builder, lacking ...tool.Lack) plan.Runner {
	return plan.Runner{
		Out: out,
		Lacking: func(_ context.Context, tools []tool.Tool) []tool.Lack {
			if len(tools) == 0 {
				return nil
			}
			return lacking
		},
		Grace: 10 * time.Millisecond,
	}
}

// timeless replaces every time taken by T.
func timeless(text string) string {
	return regexp.MustCompile(` +\d+\.\d s`).ReplaceAllString(text, " T")
}

func TestSelect(t *testing.T) {
	all := []plan.Part{part("a", passes), part("b", passes), part("c", passes)}
	tests := []struct {
		names []string
		want  string
		err   string
	}{
		{nil, "a b c", ""},
		{[]string{"c", "a"}, "a c", ""},
		{[]string{"b", "b"}, "b", ""},
		{[]string{"a", "d"}, "", `no part is called "d"; there are a, b, c`},
		{[]string{""}, "", `no part is called ""`},
	}
	for _, test := range tests {
		got, err := plan.Select(all, test.names)
		if test.err != "" {
			assert.ErrorContains(t, err, test.err)
			continue
		}
		require.NoError(t, err)
		var names []string
		for _, p := range got {
			names = append(names, p.Name)
		}
		assert.Equal(t, test.want, strings.Join(names, " "))
	}
}

func TestList(t *testing.T) {
	var out strings.Builder
	short := part("b", passes)
	short.Limit = 90 * time.Second
	plan.List(&out, []plan.Part{part("a", passes), short})
	assert.Equal(t, "a               about a (at most 1m)\nb               about b (at most 1m30s)\n", out.String())
}

func TestRunReportsEveryPart(t *testing.T) {
	var out strings.Builder
	unasked := func(context.Context, func(string)) (string, error) {
		return "", fmt.Errorf("asking: %w", plan.Unasked("nobody is there"))
	}
	report := runner(&out).Run(t.Context(), []plan.Part{part("good", passes), part("bad", fails), part("quiz", unasked), part("good2", passes)})
	assert.Equal(t, 1, report.Failed())
	assert.Equal(t, `
good            about good
good            at work
good            ok, T: 3 things
bad             about bad
bad             FAILED after T

      line 1
      line 2

quiz            about quiz
quiz            UNASKED after T

      asking: nobody is there

good2           about good2
good2           at work
good2           ok, T: 3 things
`, "\n"+timeless(out.String()))

	out.Reset()
	report.Print(&out)
	assert.Equal(t, `
good            ok      T
bad             FAILED T
quiz            UNASKED T
good2           ok      T

could not be asked, so neither passed nor failed: quiz
2 passed, 1 failed
`, strings.ReplaceAll(timeless(out.String()), "ok T", "ok      T"))
}

// TestLanesRunSideBySide has two parts that wait for each other, a third that
// must not run before one of them is done, and one that must run before all.
func TestLanesRunSideBySide(t *testing.T) {
	first, met := make(chan bool), make(chan bool)
	done := false
	lane := func(l plan.Lane, name string, do func()) plan.Part {
		p := part(name, func(context.Context, func(string)) (string, error) { do(); return "", nil })
		p.Lane = l
		return p
	}
	var out strings.Builder
	report := runner(&out).Run(t.Context(), []plan.Part{
		lane(plan.Desk, "computes", func() { <-first; met <- true; done = true }),
		lane(plan.Screen, "draws", func() { <-first; <-met }),
		lane(plan.Desk, "later", func() { assert.True(t, done) }),
		lane(plan.First, "sets up", func() { close(first) }),
	})
	report.Print(&out)
	assert.True(t, strings.HasSuffix(out.String(), "\n4 passed, 0 failed\n"), out.String())
	assert.True(t, strings.HasPrefix(out.String(), "sets up "), out.String())
}

func TestRunNamesTheMissingTool(t *testing.T) {
	var out strings.Builder
	ran := false
	p := part("browser", func(context.Context, func(string)) (string, error) {
		ran = true
		return "", nil
	})
	p.Needs = []tool.Tool{tool.Browser()}
	lack := tool.Lack{Tool: tool.Browser(), What: []string{"the program chromium"}}
	report := runner(&out, lack).Run(t.Context(), []plan.Part{p, part("other", passes)})
	assert.False(t, ran)
	assert.Equal(t, 1, report.Failed())
	assert.ErrorContains(t, report[0].Err, "Chromium: missing the program chromium (Debian: chromium)")
	assert.ErrorContains(t, report[0].Err, "set-up installs what is missing")
}

func TestRunStopsAPartAtItsLimit(t *testing.T) {
	obedient := part("obedient", func(ctx context.Context, _ func(string)) (string, error) {
		<-ctx.Done()
		return "", errors.New("the output so far")
	})
	deaf := part("deaf", func(context.Context, func(string)) (string, error) {
		select {}
	})
	obedient.Limit, deaf.Limit = time.Millisecond, time.Millisecond
	var out strings.Builder
	report := runner(&out).Run(t.Context(), []plan.Part{obedient, deaf, part("next", passes)})
	assert.EqualError(t, report[0].Err, "stopped: it was not done after 1ms, its limit\nthe output so far")
	assert.EqualError(t, report[1].Err, "stopped: it was not done after 1ms, its limit, and did not stop then")
	assert.NoError(t, report[2].Err)
}

func TestRunOutlivesAPanic(t *testing.T) {
	var out strings.Builder
	report := runner(&out).Run(t.Context(), []plan.Part{
		part("fault", func(context.Context, func(string)) (string, error) { panic("oh") }),
		part("next", passes),
	})
	assert.ErrorContains(t, report[0].Err, "panic: oh")
	assert.NoError(t, report[1].Err)
}

func TestRunFailsWhatAnInterruptLeaves(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	stop := part("stop", func(ctx context.Context, _ func(string)) (string, error) {
		cancel(errors.New("interrupted"))
		return "", context.Cause(ctx)
	})
	var out strings.Builder
	report := runner(&out).Run(ctx, []plan.Part{stop, part("next", passes)})
	assert.EqualError(t, report[0].Err, "interrupted")
	assert.EqualError(t, report[1].Err, "not run: interrupted")
}
