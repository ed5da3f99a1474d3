package pack_test

import (
	"strings"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestValidate(t *testing.T) {
	step := func(c *pack.Content) *pack.Step { return &c.Cases[0].Steps[1] }
	tests := []struct {
		name   string
		change func(*pack.Content)
		want   string // path: reason
	}{
		{"pack id", func(c *pack.Content) { c.ID = "a b" }, `head.id: is "a b"`},
		{"no language", func(c *pack.Content) { c.Locales = nil }, "head.locales: is empty"},
		{"language twice", func(c *pack.Content) { c.Locales = []string{"en", "en"} }, "head.locales.en: is there twice"},
		{"case id", func(c *pack.Content) { c.Cases[0].ID = "library" }, `head.cases: names a case "library"`},
		{"case twice", func(c *pack.Content) { c.Cases = append(c.Cases, c.Cases[0]) }, "head.cases.one: is there twice"},
		{"no steps", func(c *pack.Content) { c.Cases[0].Steps = nil }, "cases.one.steps: is empty"},
		{"case seat", func(c *pack.Content) { c.Cases[0].Seat = "roof" }, `cases.one.seat: is "roof"`},
		{"minutes", func(c *pack.Content) { c.Cases[0].Minutes = -1 }, "cases.one.minutes: is -1"},

		{"actor twice", func(c *pack.Content) { c.Library.Actors = []string{"clerk", "clerk"} }, "actors.clerk: is there twice"},
		{"layer id", func(c *pack.Content) { c.Library.Layers = []string{"desk", ""} }, `layers: holds ""`},
		{"source twice", func(c *pack.Content) { c.Library.Sources = append(c.Library.Sources, c.Library.Sources[0]) }, "sources.S-1: is there twice"},
		{"claim twice", func(c *pack.Content) { c.Library.Claims = append(c.Library.Claims, c.Library.Claims[0]) }, "claims.C-1: is there twice"},
		{"source kind", func(c *pack.Content) { c.Library.Sources[0].Kind = "rumour" }, `sources.S-1.kind: is "rumour"`},
		{"confidence", func(c *pack.Content) { c.Library.Sources[0].Confidence = "memory" }, `sources.S-1.confidence: is "memory"`},
		{"address", func(c *pack.Content) { c.Library.Sources[0].Address = "javascript:alert(1)" }, "sources.S-1.address: is not an address"},
		{"hidden character", func(c *pack.Content) { c.Library.Sources[0].Title = "a\u202eb" }, "sources.S-1: holds the hidden character U+202E"},
		{"since", func(c *pack.Content) { c.Library.Claims[0].Since = pack.Moment{} }, "claims.C-1.since: is missing"},
		{"says", func(c *pack.Content) { c.Library.Claims[0].Says = "someone" }, `claims.C-1.says: is "someone"`},
		{"claim's source", func(c *pack.Content) { c.Library.Claims[0].Sources = []string{"S-9"} }, `claims.C-1.sources: names the source "S-9"`},
		{"inside", func(c *pack.Content) { c.Library.Claims[1].Inside.Actor = "ghost" }, "claims.C-2.inside: needs an actor"},

		{"step twice", func(c *pack.Content) { step(c).ID = "A1" }, "cases.one.steps.A1: is there twice"},
		{"step kind", func(c *pack.Content) { step(c).Kind = "riddle" }, `cases.one.steps.A2.kind: is "riddle"`},
		{"step date", func(c *pack.Content) { step(c).Date = pack.Moment{} }, "cases.one.steps.A2.date: is missing"},
		{"step actor", func(c *pack.Content) { step(c).Actor = "ghost" }, `cases.one.steps.A2.actor: is "ghost"`},
		{"step seat", func(c *pack.Content) { step(c).Seat = "roof" }, `cases.one.steps.A2.seat: is "roof"`},
		{"fact without claim", func(c *pack.Content) { step(c).Known[0].Claims = nil }, "cases.one.steps.A2.known.f1.claims: is empty"},
		{"reason", func(c *pack.Content) { step(c).Reasons[0] = "luck" }, `cases.one.steps.A2.reasons: names the principle "luck"`},
		{"one option", func(c *pack.Content) { step(c).Options = step(c).Options[1:] }, "cases.one.steps.A2.options: has 1; a step has 2 to 8"},
		{"option twice", func(c *pack.Content) { step(c).Options[0].ID = "b" }, "cases.one.steps.A2.options.b: is there twice"},
		{"ladder below", func(c *pack.Content) { step(c).Options[0].Ladder = -1 }, "cases.one.steps.A2.options.a.ladder: is -1"},
		{"ladder above", func(c *pack.Content) { step(c).Options[0].Ladder = 101 }, "cases.one.steps.A2.options.a.ladder: is 101"},
		{"match", func(c *pack.Content) { step(c).Options[0].Match = "half" }, `cases.one.steps.A2.options.a.match: is "half"`},
		{"serves", func(c *pack.Content) { step(c).Options[0].Serves = []string{"luck"} }, `cases.one.steps.A2.options.a.serves: names the principle "luck"`},
		{"strains", func(c *pack.Content) { step(c).Options[0].Strain = []string{"luck"} }, `cases.one.steps.A2.options.a.strains: names the principle "luck"`},
		{"happened", func(c *pack.Content) { step(c).Happened = "z" }, `cases.one.steps.A2.happened: is "z"`},
		{"fact twice", func(c *pack.Content) { step(c).Known = append(step(c).Known, step(c).Known[0]) }, "cases.one.steps.A2.known.f1: is there twice"},
		{"fact's claim", func(c *pack.Content) { step(c).Known[0].Claims = []string{"C-9"} }, `cases.one.steps.A2.known.f1: names the claim "C-9"`},
		{"outcome", func(c *pack.Content) { step(c).Outcome = []string{"C-9"} }, `cases.one.steps.A2.outcome: names the claim "C-9"`},
		{"then date", func(c *pack.Content) { step(c).Then[0].Date = pack.Moment{} }, "cases.one.steps.A2.then.t1.date: is missing"},
		{"then claim", func(c *pack.Content) { step(c).Then[0].Claims = []string{"C-9"} }, `cases.one.steps.A2.then.t1: names the claim "C-9"`},
		{"step's source", func(c *pack.Content) { step(c).Sources = []string{"S-9"} }, `cases.one.steps.A2.sources: names the source "S-9"`},
		{"caveat", func(c *pack.Content) { step(c).Caveats = []string{"odd"} }, `cases.one.steps.A2.caveats: holds "odd"`},

		{"key", func(c *pack.Content) { c.Cases[0].Key = "A9" }, `cases.one.key: is "A9"`},
		{"said", func(c *pack.Content) { c.Cases[0].Said = []string{"C-9"} }, `cases.one.said: names the claim "C-9"`},
		{"across", func(c *pack.Content) { c.Library.Across = []string{"C-9"} }, `across: names the claim "C-9"`},
		{"voice twice", func(c *pack.Content) { c.Cases[0].Voices[1].ID = "v1" }, "cases.one.voices.v1: is there twice"},
		{"side", func(c *pack.Content) { c.Cases[0].Voices[0].Side = "left" }, `cases.one.voices.v1.side: is "left"`},
		{"voice's claim", func(c *pack.Content) { c.Cases[0].Voices[0].Claims = []string{"C-9"} }, `cases.one.voices.v1: names the claim "C-9"`},
		{"open twice", func(c *pack.Content) { c.Cases[0].Open = []string{"o1", "o1"} }, "cases.one.open.o1: is there twice"},
		{"question id", func(c *pack.Content) { c.Cases[0].Questions = []string{""} }, `cases.one.questions: holds ""`},

		{"desk's case", func(c *pack.Content) { c.Desk.After = "two" }, `desk.after: is "two"`},
		{"round twice", func(c *pack.Content) { c.Desk.Rounds[1].ID = "r1" }, "desk.rounds.r1: is there twice"},
		{"round kind", func(c *pack.Content) { c.Desk.Rounds[0].Kind = "riddle" }, `desk.rounds.r1.kind: is "riddle"`},
		{"basis", func(c *pack.Content) { c.Desk.Rounds[0].Basis = "felt" }, `desk.rounds.r1.basis: is "felt"`},
		{"one answer", func(c *pack.Content) { c.Desk.Rounds[0].Options = c.Desk.Rounds[0].Options[:1] }, "desk.rounds.r1.options: has 1"},
		{"answer twice", func(c *pack.Content) { c.Desk.Rounds[0].Options[1].ID = "a" }, "desk.rounds.r1.options.a: is there twice"},
		{"judges", func(c *pack.Content) { c.Desk.Rounds[0].Options[1].Judges = "so" }, `desk.rounds.r1.options.b.judges: is "so"`},
		{"answer", func(c *pack.Content) { c.Desk.Rounds[0].Answer = "z" }, `desk.rounds.r1.answer: is "z"`},
		{"round's claim", func(c *pack.Content) { c.Desk.Rounds[0].Claims = []string{"C-9"} }, `desk.rounds.r1.claims: names the claim "C-9"`},
		{"clock", func(c *pack.Content) { c.Desk.Rounds[1].At.Minute = 0 }, "desk.rounds.r2.at: a clock round needs a time"},
		{"clock", func(c *pack.Content) { c.Desk.Rounds[1].Clocks[0].Offset = 5000 }, `desk.rounds.r2.clocks.paris.offset: is 5000`},
		{"long kind of thing", func(c *pack.Content) { c.Desk.Rounds[0].Shows = "\x1b[2J" }, "desk.rounds.r1.shows: "},
		{"sets", func(c *pack.Content) { c.Desk.Checks[1].Items = nil }, "check.sets.b: has 0 items"},
		{"item twice", func(c *pack.Content) {
			for i := range c.Desk.Checks {
				c.Desk.Checks[i].Items = append(c.Desk.Checks[i].Items, c.Desk.Checks[i].Items[0])
			}
		}, "check.sets.a.a1: is there twice"},
		{"skill", func(c *pack.Content) { c.Desk.Checks[0].Items[0].Tests = "a b" }, `check.sets.a.a1.tests: `},

		{"long text", func(c *pack.Content) { c.Text["en"]["claims.C-1"] = strings.Repeat("a", pack.MaxText+1) }, "text.en.library.claims.C-1: has 16385 bytes"},
		{"not UTF-8", func(c *pack.Content) { c.Text["fr"]["cases.one.title"] = "\xff" }, "text.fr.shelf.cases.one.title: is not text"},
		{"control character", func(c *pack.Content) { c.Text["fr"]["cases.one.low"] = "a\tb" }, "text.fr.one.cases.one.low: holds the hidden character U+0009"},
	}
	require.NoError(t, validate(build(t, whole())), "the sample itself must be good")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := whole()
			tt.change(c)
			b, err := pack.Build(c)
			require.NoError(t, err)
			err = validate(b)
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
			assert.IsType(t, &pack.Error{}, err)
		})
	}
}

func TestHeadMustAgreeWithCase(t *testing.T) {
	head, sections := parts(t, build(t, sample()))
	head.Cases[0].Steps = 3
	assert.EqualError(t, validate(seal(t, head, sections)), "cases.one: does not agree with the head of the pack")
}

func TestTableMustBeSorted(t *testing.T) {
	table := func(keys ...string) []byte {
		var tab pack.Table
		for _, k := range keys {
			tab.Entries = append(tab.Entries, pack.Entry{Key: k, Text: "x"})
		}
		b, err := tab.MarshalMsg(nil)
		require.NoError(t, err)
		return b
	}
	tests := []struct {
		name  string
		table []byte
		want  string
	}{
		{"order", table("pack.b", "pack.a"), "text.en.shelf.pack.a: is out of order, or there twice"},
		{"twice", table("pack.a", "pack.a"), "text.en.shelf.pack.a: is out of order, or there twice"},
		{"elsewhere", table("claims.C-1"), `text.en.shelf: has a key that does not belong here: "claims.C-1"`},
	}
	for _, tt := range tests {
		head, sections := parts(t, build(t, sample()))
		sections[2] = tt.table // library, case, then the first language's titles
		b := seal(t, head, sections)
		assert.EqualError(t, validate(b), tt.want, tt.name)
		p, err := pack.Open(b)
		require.NoError(t, err)
		assert.Empty(t, p.Text("en").Get("pack.a"), "a damaged table gives no text")
	}
}

// A part that cannot be had gives something empty each time, and does not stop
// the others.
func TestDamagedPartsLeaveTheOthers(t *testing.T) {
	b := build(t, sample())
	b[len(b)-3] ^= 1 // in the French text of the case
	p, err := pack.Open(b)
	require.NoError(t, err)
	for range 2 {
		assert.Equal(t, "", p.Text("fr").Get("cases.one.steps.A1.title"))
		assert.Equal(t, "Un", p.Text("fr").Get("cases.one.title"))
		assert.Equal(t, "What now?", p.Text("en").Get("cases.one.steps.A1.title"))
		_, err = p.Case("one")
		assert.NoError(t, err)
	}
	assert.ErrorContains(t, p.Validate(), "text of case 0, language 1): is damaged")
}

func TestKnownLists(t *testing.T) {
	for id, want := range map[string]bool{
		"A-02": true, "y2017": true, "SRC_1": true, "": false, "a.b": false, "é": false, "a b": false,
		strings.Repeat("a", 64): true, strings.Repeat("a", 65): false,
	} {
		assert.Equal(t, want, pack.ValidID(id), "%q", id)
	}
	assert.False(t, pack.ValidCaseID("shelf"))
	assert.True(t, pack.ValidCaseID("y2017"))
	for r, want := range map[rune]bool{'a': false, '\n': false, '\t': true, 0: true, 0x85: true, 0x202E: true, 0x2066: true, 0x202F: false, 0x200F: false} {
		assert.Equal(t, want, pack.Hidden(r), "%U", r)
	}
}

func validate(b []byte) error {
	p, err := pack.Open(b)
	if err != nil {
		return err
	}
	return p.Validate()
}
