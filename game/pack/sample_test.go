package pack_test

import (
	"crypto/sha256"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
	"github.com/tinylib/msgp/msgp"
)

// sample is a small whole pack: one case of two steps, in two languages.
func sample() *pack.Content {
	day := func(s string) pack.Moment {
		m, err := pack.ParseMoment(s)
		if err != nil {
			panic(err)
		}
		return m
	}
	step := func(id, date string) pack.Step {
		return pack.Step{
			ID: id, Kind: pack.Decision, Date: day(date), Actor: "clerk", Seat: "desk",
			Known:   []pack.Fact{{ID: "f1", Claims: []string{"C-1"}}},
			Reasons: []string{"safety", "process"},
			Options: []pack.Option{
				{ID: "a", Ladder: 0, Match: pack.None, Serves: []string{"process"}, Strain: []string{"safety"}},
				{ID: "b", Ladder: 100, Match: pack.Full, Serves: []string{"safety"}, Strain: []string{"process"}},
			},
			Happened: "b", Outcome: []string{"C-2"},
			Then:    []pack.Consequence{{ID: "t1", Date: day("2020-04"), Claims: []string{"C-2"}}},
			Sources: []string{"S-1"}, Caveats: []string{"one-sided"},
		}
	}
	return &pack.Content{
		ID: "sample", Version: "1", Licence: "CC BY 4.0", Authors: []string{"A. Writer"}, Locales: []string{"en", "fr"},
		Library: pack.Library{
			Sources: []pack.Source{{ID: "S-1", Title: "A title", Publisher: "A paper", Date: day("2020-03-02"),
				Kind: pack.Press, Confidence: pack.FromPublisher, Address: "https://example.org/1"}},
			Claims: []pack.Claim{
				{ID: "C-1", Since: day("2020-03-01"), Says: "press", Sources: []string{"S-1"}},
				{ID: "C-2", Since: day("2020-03-02T10:00Z"), Says: "company", Sources: []string{"S-1"},
					Inside: &pack.Inside{Actor: "clerk", Since: day("2020-02")}},
			},
			Principles: []string{"safety", "process"}, Layers: []string{"desk"}, Actors: []string{"clerk"}, Glossary: []string{"notice"},
		},
		Cases: []pack.Case{{ID: "one", Seat: "desk", Minutes: 5, Steps: []pack.Step{step("A1", "2020-03-02"), step("A2", "2020-03-03")}}},
		Text: map[string]map[string]string{
			"en": {"pack.title": "Sample", "claims.C-1": "A thing.", "cases.one.title": "One", "cases.one.steps.A1.title": "What now?"},
			"fr": {"pack.title": "Exemple", "claims.C-1": "Une chose.", "cases.one.title": "Un", "cases.one.steps.A1.title": "Et maintenant ?"},
		},
	}
}

// whole is the sample with everything that a pack need not have: a source desk,
// learning checks, and what a debrief looks back on.
func whole() *pack.Content {
	c := sample()
	c.Library.Across = []string{"C-2"}
	one := &c.Cases[0]
	one.Key, one.Said, one.Open, one.Questions = "A2", []string{"C-2"}, []string{"o1"}, []string{"q1", "q2"}
	one.Voices = []pack.Voice{{ID: "v1", Side: pack.TooLate, Claims: []string{"C-1"}}, {ID: "v2", Side: pack.TooFar, Claims: []string{"C-2"}}}
	c.Desk = pack.Desk{
		After: "one",
		Rounds: []pack.Round{
			{ID: "r1", Kind: pack.FaultRound, Shows: "extract", Lang: "fr", Claims: []string{"C-1"}, Anatomy: []string{"E-01"}, Basis: pack.Checked,
				Options: []pack.Verdict{{ID: "a", Judges: pack.JudgesFaulty}, {ID: "b", Judges: pack.JudgesSound}}, Answer: "a"},
			{ID: "r2", Kind: pack.ClockRound, Sound: true, Shows: "clocks", Basis: pack.Inferred, Options: []pack.Verdict{{ID: "a", Judges: pack.JudgesNot}, {ID: "b", Judges: pack.JudgesUnsure}},
				Answer: "b", At: pack.Moment{Year: 2020, Month: 3, Day: 2, Minute: 601}, Clocks: []pack.Clock{{Place: "paris", Offset: 120}}},
		},
		Checks: []pack.CheckSet{{ID: "a", Items: []pack.CheckItem{{ID: "a1", Sound: true, Tests: "clock"}}}, {ID: "b", Items: []pack.CheckItem{{ID: "b1", Tests: "clock"}}}},
	}
	c.Text["en"]["desk.title"], c.Text["fr"]["desk.title"] = "Desk", "Bureau"
	c.Text["en"]["check.sets.a.a1.text"] = "An item."
	return c
}

// build gives a pack's bytes.
func build(t testing.TB, c *pack.Content) []byte {
	t.Helper()
	b, err := pack.Build(c)
	require.NoError(t, err)
	return b
}

// seal puts a file together from sections that may hold anything, with sums
// that are right: what a hostile author can do.
func seal(t testing.TB, head pack.Head, sections [][]byte) []byte {
	t.Helper()
	for i := range sections {
		sum := sha256.Sum256(sections[i])
		head.Sections[i].Size, head.Sections[i].Sum = len(sections[i]), sum[:]
	}
	b, err := head.MarshalMsg(nil)
	require.NoError(t, err)
	return sealHead(b, sections)
}

// sealHead does the same with a head that may hold anything.
func sealHead(head []byte, sections [][]byte) []byte {
	sum := sha256.Sum256(head)
	out := msgp.AppendArrayHeader(nil, uint32(3+len(sections)))
	out = msgp.AppendString(out, "hardcases-pack")
	out = msgp.AppendBytes(out, head)
	out = msgp.AppendBytes(out, sum[:])
	for _, s := range sections {
		out = msgp.AppendBytes(out, s)
	}
	return out
}

// parts takes a good pack file apart.
func parts(t testing.TB, b []byte) (pack.Head, [][]byte) {
	t.Helper()
	n, rest, err := msgp.ReadArrayHeaderBytes(b)
	require.NoError(t, err)
	_, rest, err = msgp.ReadStringBytes(rest)
	require.NoError(t, err)
	var fields [][]byte
	for range n - 1 {
		var f []byte
		f, rest, err = msgp.ReadBytesBytes(rest, nil)
		require.NoError(t, err)
		fields = append(fields, f)
	}
	var head pack.Head
	_, err = head.UnmarshalMsg(fields[0])
	require.NoError(t, err)
	return head, fields[2:]
}

// unpack opens a pack and decodes all of it.
func unpack(b []byte) (*pack.Content, error) {
	p, err := pack.Open(b)
	if err != nil {
		return nil, err
	}
	return p.Unpack()
}
