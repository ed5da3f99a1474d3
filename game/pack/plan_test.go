package pack_test

import (
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

func TestPlansAreChecked(t *testing.T) {
	plan := func(minutes int, part pack.Part) pack.Plan {
		return pack.Plan{ID: "p", Lessons: []pack.Lesson{{Minutes: minutes, Parts: []pack.Part{part}}}}
	}
	good := pack.Part{Case: "one", Steps: []string{"A1"}}
	for _, tt := range []struct {
		name string
		plan pack.Plan
		path string // "" for a good one
	}{
		{"good", plan(30, good), ""},
		{"no such case", plan(30, pack.Part{Case: "two", Steps: []string{"A1"}}), "plans.p"},
		{"no such step", plan(30, pack.Part{Case: "one", Steps: []string{"Z9"}}), "plans.p"},
		{"no such step for older pupils", plan(30, pack.Part{Case: "one", Steps: []string{"A1"}, Older: []string{"Z9"}}), "plans.p"},
		{"nothing for all", plan(30, pack.Part{Case: "one", Older: []string{"A1"}}), "plans.p.lessons"},
		{"no time", plan(0, good), "plans.p.lessons"},
		{"too much time", plan(601, good), "plans.p.lessons"},
		{"no lesson", pack.Plan{ID: "p"}, "plans.p.lessons"},
		{"odd id", pack.Plan{ID: "a.b"}, "plans"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := sample()
			c.Library.Plans = []pack.Plan{tt.plan}
			b, err := pack.Build(c)
			require.NoError(t, err)
			p, err := pack.Open(b)
			require.NoError(t, err)
			err = p.Validate()
			if tt.path == "" {
				require.NoError(t, err)
				return
			}
			var e *pack.Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, tt.path, e.Path)
		})
	}
}

func TestLessonSteps(t *testing.T) {
	l := pack.Lesson{Parts: []pack.Part{{Case: "a", Steps: []string{"1", "2"}, Older: []string{"3"}}, {Case: "b", Older: []string{"4"}}}}
	require.Equal(t, []pack.Place{{Case: "a", Step: "1"}, {Case: "a", Step: "2"}}, l.Steps(false))
	require.Equal(t, []pack.Place{{Case: "a", Step: "1"}, {Case: "a", Step: "2"}, {Case: "a", Step: "3", Older: true}, {Case: "b", Step: "4", Older: true}}, l.Steps(true))
}
