package scorm

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestACourseThatKeepsToIt: two sittings, the second of which goes on counting.
func TestACourseThatKeepsToIt(t *testing.T) {
	var s Sitting
	for _, c := range [][]string{
		{"LMSInitialize", ""}, {"LMSGetValue", "cmi.suspend_data"}, {"LMSGetValue", "cmi.interactions._count"},
		{"LMSSetValue", "cmi.core.lesson_status", "incomplete"}, {"LMSSetValue", "cmi.core.exit", "suspend"}, {"LMSCommit", ""},
		{"LMSSetValue", "cmi.interactions.0.id", "y2017.first"}, {"LMSSetValue", "cmi.interactions.0.type", "choice"},
		{"LMSSetValue", "cmi.interactions.0.student_response", "b,c"}, {"LMSSetValue", "cmi.interactions.0.result", "neutral"},
		{"LMSSetValue", "cmi.interactions.0.time", "23:59:59"}, {"LMSSetValue", "cmi.interactions.0.latency", "00:00:01.5"},
		{"LMSSetValue", "cmi.suspend_data", strings.Repeat("a", 4096)}, {"LMSSetValue", "cmi.core.session_time", "0100:00:00.25"},
		{"LMSCommit", ""}, {"LMSFinish", ""},
	} {
		require.NoError(t, s.Call(c[0], c[1:]...), c)
	}
	s = Sitting{Status: s.Status, Interactions: s.Interactions}
	for _, c := range [][]string{
		{"LMSInitialize", ""}, {"LMSSetValue", "cmi.interactions.1.id", "y2017.second"}, {"LMSSetValue", "cmi.interactions.1.type", "choice"},
		{"LMSSetValue", "cmi.core.score.raw", "66.67"}, {"LMSSetValue", "cmi.core.lesson_status", "completed"}, {"LMSFinish", ""},
	} {
		require.NoError(t, s.Call(c[0], c[1:]...), c)
	}
	require.Equal(t, "completed", s.Status)
	require.Equal(t, 2, s.Interactions)
}

// TestWhatIsRefused: one call each, after LMSInitialize in a course that is done and
// has one interaction.
func TestWhatIsRefused(t *testing.T) {
	for _, c := range []struct {
		call []string
		why  string
	}{
		{[]string{"LMSInitialize", ""}, "twice"},
		{[]string{"LMSCommit", "now"}, "empty text"},
		{[]string{"LMSCommit"}, "no such call"},
		{[]string{"LMSTerminate", ""}, "no such call"},
		{[]string{"LMSGetValue", "cmi.core.exit"}, "only be written"},
		{[]string{"LMSGetValue", "cmi.interactions.0.id"}, "only be written"},
		{[]string{"LMSGetValue", "cmi.learner_name"}, "no such element"},
		{[]string{"LMSSetValue", "cmi.core.lesson_mode", "normal"}, "only be read"},
		{[]string{"LMSSetValue", "cmi.core.total_time", "00:00:01"}, "only be read"},
		{[]string{"LMSSetValue", "cmi.core.lesson_status", "done"}, "its type"},
		{[]string{"LMSSetValue", "cmi.core.lesson_status", "incomplete"}, `from "completed" to "incomplete"`},
		{[]string{"LMSSetValue", "cmi.core.lesson_status", "not attempted"}, "may not go"},
		{[]string{"LMSSetValue", "cmi.core.score.raw", "1e1"}, "its type"},
		{[]string{"LMSSetValue", "cmi.core.score.raw", "100.5"}, "its type"},
		{[]string{"LMSSetValue", "cmi.core.score.raw", "66,67"}, "its type"},
		{[]string{"LMSSetValue", "cmi.core.session_time", "PT1H"}, "its type"},
		{[]string{"LMSSetValue", "cmi.core.session_time", "1:00:00"}, "its type"},
		{[]string{"LMSSetValue", "cmi.suspend_data", strings.Repeat("a", 4097)}, "its type"},
		{[]string{"LMSSetValue", "cmi.suspend_data", "é"}, "its type"},
		{[]string{"LMSSetValue", "cmi.suspend_data", "undefined"}, "its type"},
		{[]string{"LMSSetValue", "cmi.interactions.0.time", "24:00:00"}, "its type"},
		{[]string{"LMSSetValue", "cmi.interactions.0.result", "incorrect"}, "its type"},
		{[]string{"LMSSetValue", "cmi.interactions.0.student_response", "a"}, `type ""`},
		{[]string{"LMSSetValue", "cmi.interactions.1.type", "choice"}, "begins with its id"},
		{[]string{"LMSSetValue", "cmi.interactions.2.id", "late"}, "begins with its id"},
		{[]string{"LMSSetValue", "cmi.interactions.1.id", "with space"}, "its type"},
	} {
		s := Sitting{Status: "completed", Interactions: 1}
		require.NoError(t, s.Call("LMSInitialize", ""))
		require.ErrorContains(t, s.Call(c.call[0], c.call[1:]...), c.why, c.call)
	}
	var s Sitting
	require.ErrorContains(t, s.Call("LMSCommit", ""), "before LMSInitialize")
	require.NoError(t, s.Call("LMSInitialize", ""))
	require.NoError(t, s.Call("LMSSetValue", "cmi.interactions.0.id", "a"))
	require.NoError(t, s.Call("LMSSetValue", "cmi.interactions.0.type", "choice"))
	require.ErrorContains(t, s.Call("LMSSetValue", "cmi.interactions.0.student_response", "ab"), "no response")
	require.NoError(t, s.Call("LMSFinish", ""))
	require.ErrorContains(t, s.Call("LMSFinish", ""), "after LMSFinish")
}

// TestKept reads what a platform has kept, and finds what it should not have.
func TestKept(t *testing.T) {
	var tree map[string]any
	require.NoError(t, json.Unmarshal([]byte(`{"suspend_data": "1abc", "core": {"student_id": "", "score": {"raw": "50"}}, "objectives": {},
		"interactions": {"0": {"id": "a.b", "latency": "00:00:01.5", "correct_responses": {}}}}`), &tree))
	all, err := Kept(tree)
	require.NoError(t, err)
	require.Equal(t, map[string]string{
		"cmi.suspend_data": "1abc", "cmi.core.score.raw": "50", "cmi.interactions.0.id": "a.b", "cmi.interactions.0.latency": "00:00:01.5",
	}, all)
	for value, why := range map[string]string{
		`{"core": {"score": {"raw": "match"}}}`: "cmi.core.score.raw: \"match\"",
		`{"core": {"score": {"raw": 50}}}`:      "no text",
		`{"learner_id": "7"}`:                   "no such element",
	} {
		tree = nil
		require.NoError(t, json.Unmarshal([]byte(value), &tree))
		_, err := Kept(tree)
		require.ErrorContains(t, err, why)
	}
}
