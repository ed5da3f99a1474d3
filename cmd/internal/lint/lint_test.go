package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A sample is a good pack with one change. A failing one breaks a rule at a
// path; a passing one comes close to breaking it.
type sample struct {
	code   string
	change func(*pack.Content)
	at     string // "" for a passing sample; the text's language stands before it
}

func first(c *pack.Content) *pack.Step { return &c.Cases[0].Steps[0] }

// reflect makes a step a reflection.
func reflect(s *pack.Step) {
	s.Kind, s.Happened = pack.Reflection, ""
	for i := range s.Options {
		s.Options[i].Match = pack.NoMatch
	}
}

// part is the first part of the first lesson of the plan.
func part(c *pack.Content) *pack.Part { return &c.Library.Plans[0].Lessons[0].Parts[0] }

// atDesk has the lesson play rounds of the desk, too.
func atDesk(c *pack.Content, rounds ...string) {
	l := &c.Library.Plans[0].Lessons[0]
	l.Parts = append(slices.Clone(l.Parts), pack.Part{Case: pack.AtDesk, Steps: rounds})
}

// leads has the lesson play a step of each part: of the case one after the other, at the
// desk the first round.
func leads(c *pack.Content, to ...string) {
	step := 0
	var parts []pack.Part
	for _, id := range to {
		at := "r1"
		if id != pack.AtDesk {
			at = c.Cases[0].Steps[step].ID
			step++
		}
		parts = append(parts, pack.Part{Case: id, Steps: []string{at}})
	}
	c.Library.Plans[0].Lessons[0].Parts = parts
}

// third has a step more, and the plan plays the named ones.
func third(steps ...string) func(*pack.Content) {
	return func(c *pack.Content) {
		c.Cases[0].Steps = append(c.Cases[0].Steps, *second(c))
		c.Cases[0].Steps[2].ID, part(c).Steps = "A3", steps
	}
}

func second(c *pack.Content) *pack.Step { return &c.Cases[0].Steps[1] }

// says sets an English text, dit a French one.
func says(key, text string) func(*pack.Content) {
	return func(c *pack.Content) { c.Text["en"][key] = text }
}

func dit(key, text string) func(*pack.Content) {
	return func(c *pack.Content) { c.Text["fr"][key] = text }
}

// many is a text of so many words.
func many(n int) string { return strings.TrimSpace(strings.Repeat("word ", n)) }

// changeOfSeat adds a decision by somebody else, with so many words on the new seat.
func changeOfSeat(words int) func(*pack.Content) {
	return func(c *pack.Content) {
		st := *first(c)
		st.ID, st.Actor, st.Takes = "A3", "warden", []string{"C-1"}
		for _, texts := range c.Text {
			for key, text := range texts {
				if rest, ok := strings.CutPrefix(key, a1+"."); ok {
					texts["cases.one.steps.A3."+rest] = text
				}
			}
			for _, part := range []string{"can", "cannot", "holds"} {
				texts["cases.one.steps.A3.takes."+part] = "Words"
			}
		}
		c.Text["en"]["cases.one.steps.A3.takes.holds"] = many(words)
		c.Cases[0].Steps = append(c.Cases[0].Steps, st)
	}
}

// without takes an English text away.
func without(key string) func(*pack.Content) {
	return func(c *pack.Content) { delete(c.Text["en"], key) }
}

const (
	a1       = "cases.one.steps.A1"
	unknown  = a1 + ".unknown"
	m1       = "cases.one.tries.m1"
	n        = "cases.one.became.changes."
	longText = "Far more words than the other two options have, so that it stands out"
)

func TestSamples(t *testing.T) {
	samples := []sample{
		{"id-odd", func(c *pack.Content) { c.Library.Actors = append(c.Library.Actors, "a.b"); delete(c.Text["en"], "x") }, "actors[2]"},
		{"id-odd", func(c *pack.Content) { c.ID = "" }, "id"},
		{"id-odd", func(c *pack.Content) { c.ID = "good_pack-2" }, ""},
		{"id-twice", func(c *pack.Content) { second(c).ID = "A1" }, "cases.one.steps[1]"},
		{"id-twice", func(c *pack.Content) { first(c).Then[1].ID = "t1" }, a1 + ".then[1]"},
		{"id-twice", func(c *pack.Content) { second(c).ID = "a1" }, ""},
		{"head-missing", func(c *pack.Content) { c.Licence = "" }, "licence"},
		{"head-missing", func(c *pack.Content) { c.Cases[0].Steps = nil }, "cases.one.steps"},
		{"head-missing", func(c *pack.Content) { c.Cases[0].Minutes = 241 }, "cases.one.minutes"},
		{"head-missing", func(c *pack.Content) { c.Cases[0].Minutes = 240 }, ""},

		{"plan-step", func(c *pack.Content) { part(c).Case = "two" }, "plans.short.lessons[0].parts[0].case"},
		{"plan-step", func(c *pack.Content) { part(c).Older = []string{"A2", "A9"} }, "plans.short.lessons[0].parts[0].older[1]"},
		{"plan-step", func(c *pack.Content) { part(c).Older = []string{"A1"} }, "plans.short.lessons[0].parts[0].older[0]"},
		{"plan-step", func(c *pack.Content) { part(c).Older = []string{"A2"} }, ""},
		{"plan-step", func(c *pack.Content) { atDesk(c, "r1", "r9") }, "plans.short.lessons[0].parts[1].steps[1]"},
		{"plan-step", func(c *pack.Content) { atDesk(c, "r1", "r1") }, "plans.short.lessons[0].parts[1].steps[1]"},
		{"plan-step", func(c *pack.Content) { atDesk(c, "r1") }, ""},
		{"plan-order", func(c *pack.Content) { part(c).Steps = []string{"A2", "A1"} }, "plans.short.lessons[0].parts[0].steps[1]"},
		{"plan-order", func(c *pack.Content) { part(c).Steps = []string{"A1", "A2"} }, ""},
		{"plan-whole", func(c *pack.Content) { leads(c, "one", pack.AtDesk, "one") }, "plans.short.lessons[0].parts[2]"},
		{"plan-whole", func(c *pack.Content) { leads(c, "one", "one", pack.AtDesk) }, ""},
		{"plan-desk", func(c *pack.Content) { leads(c, pack.AtDesk, "one") }, "plans.short.lessons[0].parts[0]"},
		{"plan-desk", func(c *pack.Content) { leads(c, "one", pack.AtDesk) }, ""},
		{"plan-about", func(c *pack.Content) {
			c.Library.Plans[0].Lessons = append(c.Library.Plans[0].Lessons, c.Library.Plans[0].Lessons[0])
			c.Text["fr"]["plans.short.about"] = "Le début.\n\nLa suite."
		}, "en plans.short.about"},
		{"plan-about", func(c *pack.Content) {
			c.Library.Plans[0].Lessons = append(c.Library.Plans[0].Lessons, c.Library.Plans[0].Lessons[0])
			c.Text["en"]["plans.short.about"], c.Text["fr"]["plans.short.about"] = "The first.\n\nThe second.", "Le début.\n\nLa suite."
		}, ""},
		{"plan-older", func(c *pack.Content) { c.Cases[0].Older = true }, "plans.short.lessons[0].parts[0].steps"},
		{"plan-older", func(c *pack.Content) { c.Cases[0].Older, part(c).Older, part(c).Steps = true, []string{"A1"}, nil }, ""},
		{"plan-recap", third("A1", "A3"), "cases.one.steps.A3"},
		{"plan-recap", third("A1", "A2", "A3"), ""},
		{"plan-recap", third("A3"), ""}, // an opening tells it
		{"plan-recap", func(c *pack.Content) { part(c).Steps = []string{"A1", "A2"} }, ""},
		{"plan-opening", func(c *pack.Content) { first(c).Opening = nil }, "cases.one.steps.A1"},
		{"plan-opening", func(c *pack.Content) { part(c).Steps, part(c).Older = nil, []string{"A2"} }, "cases.one.steps.A2"},
		{"plan-opening", func(c *pack.Content) { part(c).Steps = []string{"A1", "A2"} }, ""},
		{"way-length", func(c *pack.Content) { first(c).More, second(c).More = true, true }, "cases.one.steps"},
		{"way-length", func(c *pack.Content) { second(c).More = true }, "cases.one.steps.A2.more"},
		{"way-length", func(c *pack.Content) { first(c).More = true }, ""},
		{"way-length", func(c *pack.Content) {
			for range 5 {
				c.Cases[0].Steps = append(c.Cases[0].Steps, *second(c))
			}
			first(c).More = true
		}, "cases.one.steps"},
		{"way-recap", func(c *pack.Content) {
			c.Cases[0].Steps = append(c.Cases[0].Steps, *second(c))
			c.Cases[0].Steps[2].ID, second(c).More = "A3", true
		}, "cases.one.steps.A3"},
		{"way-recap", func(c *pack.Content) {
			c.Cases[0].Steps = append(c.Cases[0].Steps, *second(c))
			c.Cases[0].Steps[2].ID, c.Cases[0].Steps[2].Recap, second(c).More = "A3", []string{"C-1"}, true
		}, ""},
		{"way-recap", func(c *pack.Content) { first(c).More = true }, ""},
		{"minutes", func(c *pack.Content) { c.Cases[0].Minutes = 1 }, "cases.one.minutes"},
		{"minutes", func(c *pack.Content) { c.Cases[0].Minutes = 5 }, ""},
		{"minutes", func(c *pack.Content) { c.Cases[0].Minutes = 0 }, ""},
		{"minutes", func(c *pack.Content) { // as compiled, for each language
			c.Cases[0].ShortMinutes, c.Cases[0].WholeMinutes = []int{5, 1}, []int{5, 5}
		}, "cases.one.short_minutes"},
		{"minutes", func(c *pack.Content) {
			c.Cases[0].ShortMinutes, c.Cases[0].WholeMinutes = []int{5, 5}, []int{1, 5}
		}, "cases.one.whole_minutes"},
		{"words-briefing", says("cases.one.briefing", many(60)), "en cases.one.briefing"},
		{"words-briefing", says("cases.one.briefing", many(50)), ""},
		{"words-seat", changeOfSeat(30), "en cases.one.steps.A3.takes"},
		{"words-seat", changeOfSeat(20), ""},
		{"words-decision", says(unknown, many(120)), "en " + a1},
		{"words-decision", says(unknown, many(100)), ""},
		{"words-decision", func(c *pack.Content) { // not on a phone: below the options
			c.Text["en"]["principles.safety.name"] = many(180)
		}, "en " + a1},
		{"words-debrief", says("cases.one.steps.A1.name", many(15)), "en cases.one.steps.A1.title"},
		{"words-debrief", says("cases.one.steps.A1.title", many(15)), "en cases.one.steps.A1.title"},
		{"words-debrief", says("cases.one.steps.A1.options.b.short", many(15)), "en cases.one.steps.A1.title"},
		{"words-debrief", says("cases.one.steps.A1.name", many(14)), ""}, // beside twice "Words for it"
		{"words-estimate", says("cases.one.steps.A2.unknown", many(80)), "en cases.one.steps.A2"},
		{"words-estimate", says("cases.one.steps.A2.unknown", many(60)), ""},
		{"words-reveal", says(a1+".happened", many(70)), "en " + a1},
		{"words-reveal", says(a1+".happened", many(50)), ""},
		{"words-reveal", func(c *pack.Content) { // which opens, where there is brief
			c.Text["en"][a1+".brief"], c.Text["en"][a1+".happened"] = "Words", many(500)
		}, ""},
		{"words-far", dit(unknown, many(150)), "fr " + a1},
		{"words-far", dit(unknown, many(100)), ""},
		{"plan-pace", func(c *pack.Content) { c.Library.Plans[0].Lessons[0].Minutes = 6 }, "plans.short.lessons[0].minutes"},
		{"plan-pace", func(c *pack.Content) { c.Library.Plans[0].Lessons[0].Minutes = 7 }, ""},
		{"plan-pace", func(c *pack.Content) { c.Library.Plans[0].Lessons[0].Minutes = 9; atDesk(c, "r1") }, "plans.short.lessons[0].minutes"},
		{"plan-pace", func(c *pack.Content) { c.Library.Plans[0].Lessons[0].Minutes = 10; atDesk(c, "r1") }, ""},

		{"gentle-words", func(c *pack.Content) { soften(c, "gone", "happened", "They were GONE.", "") }, "en cases.one.steps.A1.happened"},
		{"gentle-words", func(c *pack.Content) {
			soften(c, "far away", "happened", "They are far away.", "They are not far away.")
		}, "en cases.one.steps.A1.gentle.happened"},
		{"gentle-words", func(c *pack.Content) { soften(c, "gone", "happened", "They were gone.", "They left.") }, ""},
		{"gentle-words", func(c *pack.Content) { soften(c, "gone|one", "happened", "Everyone there forgone.", "") }, ""},
		{"gentle-words", func(c *pack.Content) {
			soften(c, "gone", "happened", "They stayed.", "")
			c.Text["en"]["cases.one.steps.A2.happened"] = "Gone." // no plan plays it
		}, ""},
		{"gentle-same", func(c *pack.Content) { soften(c, "gone", "happened", "They left.", "They left.") }, "en cases.one.steps.A1.gentle.happened"},
		{"gentle-same", func(c *pack.Content) { soften(c, "gone", "happened", "They left.", "They went.") }, ""},
		{"gentle-long", func(c *pack.Content) {
			soften(c, "gone", "happened", "They left.", "They left, all of them, in the course of a long and quiet afternoon.")
		}, "en cases.one.steps.A1.gentle.happened"},
		{"gentle-long", func(c *pack.Content) { soften(c, "gone", "happened", "They left.", "They left in the afternoon.") }, ""},
		{"string-missing", func(c *pack.Content) {
			soften(c, "gone", "happened", "They left.", "They went.")
			delete(c.Text["fr"], "cases.one.steps.A1.gentle.happened")
		}, "fr cases.one.steps.A1.gentle.happened"},
		{"string-missing", func(c *pack.Content) {
			soften(c, "gone", "happened", "They left.", "They went.")
			delete(c.Text["fr"], pack.GentleWords)
		}, "fr gentle.match"},
		{"string-stale", func(c *pack.Content) { soften(c, "gone", "hapened", "They left.", "They went.") }, "en cases.one.steps.A1.gentle.hapened"},

		{"claim-missing", func(c *pack.Content) { first(c).Known[0].Claims[0] = "C-9" }, a1 + ".known.f1.claims[0]"},
		{"claim-missing", func(c *pack.Content) { first(c).Outcome = nil }, a1 + ".outcome"},
		{"claim-missing", func(c *pack.Content) { first(c).Known[0].Claims = []string{"C-1", "C-2"} }, ""},
		{"source-missing", func(c *pack.Content) { c.Library.Claims[1].Sources[1] = "S-9" }, "claims.C-2.sources[1]"},
		{"source-missing", func(c *pack.Content) { first(c).Sources[0] = "S-9" }, a1 + ".sources[0]"},
		{"source-missing", func(c *pack.Content) { first(c).Sources = []string{"S-2", "S-1"} }, ""},
		{"principle-missing", func(c *pack.Content) { first(c).Options[0].Strain = []string{"luck"} }, a1 + ".options.a.strains[0]"},
		{"principle-missing", func(c *pack.Content) { first(c).Options[0].Strain = []string{"openness"} }, ""},
		{"layer-missing", func(c *pack.Content) { first(c).Seat = "roof" }, a1 + ".seat"},
		{"layer-missing", func(c *pack.Content) { first(c).Seat = "door" }, ""},
		{"actor-missing", func(c *pack.Content) { c.Library.Claims[2].Inside.Actor = "ghost" }, "claims.C-3.inside.actor"},
		{"actor-missing", func(c *pack.Content) { c.Library.Actors = []string{"clerk"} }, ""},
		{"claim-unused", func(c *pack.Content) {
			c.Library.Claims = append(c.Library.Claims, pack.Claim{ID: "C-5", Since: day("2020"), Says: "press", Sources: []string{"S-1"}})
		}, "claims.C-5"},
		{"claim-unused", func(c *pack.Content) { first(c).Known[2].Claims = []string{"C-1"} }, ""},
		{"source-unused", func(c *pack.Content) {
			c.Library.Sources = append(c.Library.Sources, pack.Source{ID: "S-3", Title: "T", Publisher: "P", Kind: pack.Law, Confidence: pack.FromCopy})
		}, "sources.S-3"},
		{"source-unused", func(c *pack.Content) { c.Library.Claims[0].Sources = []string{"S-2"} }, ""},

		{"claim-no-source", func(c *pack.Content) { c.Library.Claims[0].Sources = nil }, "claims.C-1.sources"},
		{"claim-no-source", func(c *pack.Content) { c.Library.Claims[0].Sources = []string{"S-2"} }, ""},
		{"claim-no-since", func(c *pack.Content) { c.Library.Claims[0].Since = pack.Moment{} }, "claims.C-1.since"},
		{"claim-no-since", func(c *pack.Content) { c.Library.Claims[0].Since = day("2019") }, ""},
		{"claim-says", func(c *pack.Content) { c.Library.Claims[0].Says = "someone" }, "claims.C-1.says"},
		{"claim-says", func(c *pack.Content) { c.Library.Claims[0].Says = "operator" }, ""},
		{"source-no-title", func(c *pack.Content) { c.Library.Sources[0].Title = " " }, "sources.S-1.title"},
		{"source-no-title", func(c *pack.Content) { c.Library.Sources[0].Title = "It's \"so\"..." }, ""},
		{"source-no-publisher", func(c *pack.Content) { c.Library.Sources[0].Publisher = "" }, "sources.S-1.publisher"},
		{"source-no-publisher", func(c *pack.Content) { c.Library.Sources[0].Publisher = "Paper (via Copy.org)" }, ""},
		{"source-kind", func(c *pack.Content) { c.Library.Sources[0].Kind = "rumour" }, "sources.S-1.kind"},
		{"source-kind", func(c *pack.Content) { c.Library.Sources[0].Kind = pack.Community }, ""},
		{"source-confidence", func(c *pack.Content) { c.Library.Sources[0].Confidence = "high" }, "sources.S-1.confidence"},
		{"source-confidence", func(c *pack.Content) { c.Library.Sources[0].Confidence = pack.FromSeed }, ""},

		{"no-hindsight", func(c *pack.Content) { c.Library.Claims[0].Since = day("2020-03-03") }, a1 + ".known.f1.claims[0]"},
		{"no-hindsight", func(c *pack.Content) { first(c).Actor = "warden" }, a1 + ".known.f3.claims[0]"},
		{"no-hindsight", func(c *pack.Content) { c.Library.Claims[2].Inside.Since = day("2020-03-03") }, a1 + ".known.f3.claims[0]"},
		{"no-hindsight", func(c *pack.Content) { c.Library.Claims[0].Since = day("2020-03-02") }, ""},
		{"no-hindsight", func(c *pack.Content) {
			c.Library.Claims[0].Since, first(c).Date = day("2020-03-02T10:00Z"), day("2020-03-02T10:00Z")
		}, ""},
		{"no-hindsight", func(c *pack.Content) {
			c.Library.Claims[0].Since, first(c).Date = day("2020-03-02T10:01Z"), day("2020-03-02T10:00Z")
		}, a1 + ".known.f1.claims[0]"},
		{"since-late", func(c *pack.Content) {
			dated(c, "2020-02-28", "2020-02")
			c.Library.Claims[1].Since = day("2020-03-01")
		}, "claims.C-2.since"},
		{"since-late", func(c *pack.Content) {
			dated(c, "2020-02-28", "2020-03-01")
			c.Library.Claims[1].Since = day("2020-03-01T10:00Z")
		}, ""},
		{"since-late", func(c *pack.Content) {
			dated(c, "2020-02-28", "")
			c.Library.Claims[1].Since = day("2020-03-01")
		}, ""},
		{"since-late", func(c *pack.Content) { dated(c, "2021", "2021") }, ""},
		{"inside-late", func(c *pack.Content) { c.Library.Claims[2].Inside.Since = day("2020-03-10") }, "claims.C-3.inside.since"},
		{"inside-late", func(c *pack.Content) { c.Library.Claims[2].Inside.Since = day("2020-03-09") }, ""},
		{"since-vague", func(c *pack.Content) { c.Library.Claims[0].Since = day("2020-03") }, a1 + ".known.f1.claims[0]"},
		{"since-vague", func(c *pack.Content) { c.Library.Claims[0].Since = day("2020-02") }, ""},
		{"since-vague", func(c *pack.Content) {
			c.Library.Claims[0].Since = day("2020-03")
			first(c).Known, first(c).Recap = nil, []string{c.Library.Claims[0].ID}
		}, a1 + ".recap[0]"},
		{"since-vague", func(c *pack.Content) {
			c.Library.Claims[0].Since = day("2020-03")
			first(c).Known, first(c).Opening = nil, []string{c.Library.Claims[0].ID}
		}, a1 + ".opening[0]"},
		{"since-vague", func(c *pack.Content) {
			c.Library.Claims[0].Since = day("2020-03")
			first(c).Known, first(c).Opening, first(c).Takes = nil, nil, []string{c.Library.Claims[0].ID}
		}, a1 + ".takes[0]"},
		{"date-vague", func(c *pack.Content) { first(c).Date = day("2020-03") }, a1 + ".date"},
		{"date-vague", func(c *pack.Content) { first(c).Date = day("2020-03-02T08:00Z") }, ""},
		{"date-vague", func(c *pack.Content) { second(c).Date = day("2020-04") }, ""}, // an estimate
		{"date-vague", func(c *pack.Content) { second(c).Date = pack.Moment{} }, "cases.one.steps.A2.date"},
		{"step-order", func(c *pack.Content) { second(c).Date = day("2020-03-01") }, "cases.one.steps.A2.date"},
		{"step-order", func(c *pack.Content) { second(c).Date = first(c).Date }, "cases.one.steps.A2.date"},
		{"step-order", func(c *pack.Content) { second(c).Date = day("2020-03-02T08:00Z") }, "cases.one.steps.A2.date"},
		{"step-order", func(c *pack.Content) {
			first(c).Date, second(c).Date = day("2020-03-02T08:00Z"), day("2020-03-02T08:01Z")
		}, ""},
		{"then-early", func(c *pack.Content) { first(c).Then[0].Date = day("2020-03-01") }, a1 + ".then.t1.date"},
		{"then-early", func(c *pack.Content) { first(c).Then[0].Date = day("2020-03") }, ""},
		{"then-order", func(c *pack.Content) { first(c).Then[1].Date = day("2020-03-05") }, a1 + ".then.t2.date"},
		{"then-order", func(c *pack.Content) { first(c).Then[1].Date = day("2020-03") }, ""},
		{"outcome-early", func(c *pack.Content) { first(c).Outcome = []string{"C-1"} }, a1 + ".outcome[0]"},
		{"outcome-early", func(c *pack.Content) { first(c).Outcome = []string{"C-3"} }, ""},
		{"spoiler", func(c *pack.Content) { first(c).Then[1].Claims = []string{"C-4"} }, a1 + ".then.t2.claims[0]"},
		{"spoiler", func(c *pack.Content) { second(c).Then[1].Claims = []string{"C-2"} }, ""},

		{"step-kind", func(c *pack.Content) { first(c).Kind = "riddle" }, a1 + ".kind"},
		{"step-kind", func(c *pack.Content) { second(c).Kind = pack.Estimate }, ""},
		{"known-count", func(c *pack.Content) { first(c).Known = first(c).Known[1:] }, a1 + ".known"},
		{"known-count", func(c *pack.Content) {
			for i := range 4 {
				first(c).Known = append(first(c).Known, pack.Fact{ID: fmt.Sprint("g", i), Claims: []string{"C-1"}})
			}
		}, a1 + ".known"},
		{"known-count", func(c *pack.Content) {
			for i := range 3 {
				first(c).Known = append(first(c).Known, pack.Fact{ID: fmt.Sprint("g", i), Claims: []string{"C-1"}})
			}
		}, ""},
		{"reasons-count", func(c *pack.Content) { first(c).Reasons = first(c).Reasons[1:] }, a1 + ".reasons"},
		{"reasons-count", func(c *pack.Content) { first(c).Reasons = nil }, a1 + ".reasons"},
		{"reasons-count", func(c *pack.Content) { second(c).Reasons = first(c).Reasons }, ""},
		{"reason-unserved", func(c *pack.Content) { first(c).Options[0].Serves = []string{"process"} }, a1 + ".reasons[3]"},
		{"reason-unserved", func(c *pack.Content) { first(c).Options[0].Strain = nil }, ""},
		{"then-count", func(c *pack.Content) { first(c).Then = first(c).Then[:1] }, a1 + ".then"},
		{"then-count", func(c *pack.Content) { reflect(first(c)); first(c).Then = first(c).Then[:1] }, a1 + ".then"},
		{"then-count", func(c *pack.Content) {
			first(c).Then = append(first(c).Then, pack.Consequence{ID: "t3", Date: day("2021"), Claims: []string{"C-2"}})
		}, ""},
		{"sources-count", func(c *pack.Content) { first(c).Sources = first(c).Sources[:1] }, a1 + ".sources"},
		{"sources-count", func(c *pack.Content) { first(c).Sources = []string{"S-2", "S-1"} }, ""},
		{"caveat", func(c *pack.Content) { first(c).Caveats[0] = "odd" }, a1 + ".caveats[0]"},
		{"caveat", without(a1 + ".caveat"), "en " + a1 + ".caveat"},
		{"caveat", func(c *pack.Content) { first(c).Caveats = nil }, "en " + a1 + ".caveat"},
		{"caveat", func(c *pack.Content) { first(c).Caveats = []string{"unconfirmed", "one-sided"} }, ""},

		{"options-count", func(c *pack.Content) { first(c).Options = first(c).Options[1:] }, a1 + ".options"},
		{"options-count", func(c *pack.Content) {
			first(c).Options[2].Ladder = 90
			first(c).Options = append(first(c).Options, pack.Option{ID: "d", Ladder: 100, Match: pack.None})
		}, ""},
		{"ladder-order", func(c *pack.Content) { first(c).Options[0].Ladder = 60 }, a1 + ".options.b.ladder"},
		{"ladder-order", func(c *pack.Content) { first(c).Options[0].Ladder = 50 }, a1 + ".options.b.ladder"},
		{"ladder-order", func(c *pack.Content) { first(c).Options[0].Ladder = 49 }, ""},
		{"ladder-range", func(c *pack.Content) { first(c).Options[2].Ladder = 101 }, a1 + ".options.c.ladder"},
		{"ladder-range", func(c *pack.Content) { first(c).Options[0].Ladder = 1 }, ""},
		{"match-grade", func(c *pack.Content) { first(c).Options[0].Match = "half" }, a1 + ".options.a.match"},
		{"match-grade", func(c *pack.Content) { first(c).Options[0].Match = pack.Partial }, ""},
		{"match-full", func(c *pack.Content) { first(c).Options[0].Match = pack.Full }, a1 + ".options.a.match"},
		{"match-full", func(c *pack.Content) { first(c).Options[1].Match = pack.Partial }, a1 + ".options.b.match"},
		{"match-full", func(c *pack.Content) { first(c).Options[0].ID = "b" }, ""},
		{"match-full", func(c *pack.Content) { first(c).Options[2].ID = "b" }, ""},
		{"match-full", func(c *pack.Content) { first(c).Happened = "z" }, a1 + ".happened"},
		{"match-full", func(c *pack.Content) {
			first(c).Happened, first(c).Options[0].Match, first(c).Options[1].Match = "a", pack.Full, pack.None
		}, ""},
		{"match-grade", func(c *pack.Content) { reflect(first(c)); first(c).Options[1].Match = pack.None }, a1 + ".options.b.match"},
		{"match-grade", func(c *pack.Content) { first(c).Options[0].Match = pack.NoMatch }, a1 + ".options.a.match"},
		{"match-full", func(c *pack.Content) { reflect(first(c)); first(c).Happened = "b" }, a1 + ".happened"},
		{"match-full", func(c *pack.Content) { reflect(first(c)) }, ""},
		{"serves-and-strains", func(c *pack.Content) { first(c).Options[0].Strain = []string{"process"} }, a1 + ".options.a.strains[0]"},
		{"serves-and-strains", func(c *pack.Content) { first(c).Options[0].Strain = []string{"openness"} }, ""},
		{"stands-out", says(a1+".options.b.detail", longText), "en " + a1 + ".options.b.label"},
		{"stands-out", says(a1+".options.a.detail", longText), ""},

		{"key-step", func(c *pack.Content) { c.Cases[0].Key = "A9" }, "cases.one.key"},
		{"key-step", func(c *pack.Content) { c.Cases[0].Key = "" }, ""},
		{"voice-side", func(c *pack.Content) { c.Cases[0].Voices[0].Side = "left" }, "cases.one.voices.v1.side"},
		{"voice-side", func(c *pack.Content) { c.Cases[0].Voices[0].Side = pack.OtherSide }, ""},
		{"sides-unequal", func(c *pack.Content) { c.Cases[0].Voices[0].Side = pack.TooFar }, "cases.one.voices"},
		{"sides-unequal", func(c *pack.Content) { c.Cases[0].Voices = nil }, ""},
		{"claim-missing", func(c *pack.Content) { c.Cases[0].Voices[0].Claims[0] = "C-9" }, "cases.one.voices.v1.claims[0]"},
		{"claim-missing", func(c *pack.Content) { c.Cases[0].Said = []string{"C-1", "C-9"} }, "cases.one.said[1]"},
		{"claim-missing", func(c *pack.Content) { c.Library.Across = []string{"C-9"} }, "across.claims[0]"},
		{"claim-missing", func(c *pack.Content) { c.Desk.Rounds[0].Claims = []string{"C-9"} }, "desk.rounds.r1.claims[0]"},
		{"id-twice", func(c *pack.Content) { c.Desk.Rounds[1].ID = "r1" }, "desk.rounds[1]"},
		{"id-odd", func(c *pack.Content) { c.Desk.Checks[1].Items[0].ID = "b.1" }, "check.sets.b.items[0]"},
		{"round-odd", func(c *pack.Content) { c.Desk.Rounds[0].Kind = "riddle" }, "desk.rounds.r1.kind"},
		{"round-odd", func(c *pack.Content) { c.Desk.Rounds[0].Shows = "picture" }, "desk.rounds.r1.shows"},
		{"round-odd", func(c *pack.Content) { c.Desk.Rounds[0].Basis = "felt" }, "desk.rounds.r1.basis"},
		{"round-odd", func(c *pack.Content) { c.Desk.Rounds[0].Options[2].Judges = "maybe" }, "desk.rounds.r1.options.c.judges"},
		{"round-odd", func(c *pack.Content) { c.Desk.Rounds[1].At = day("2020-03-02") }, "desk.rounds.r2.times"},
		{"round-odd", func(c *pack.Content) { c.Desk.After = "two" }, "desk.case"},
		{"round-odd", func(c *pack.Content) { c.Desk.Rounds[0].Options[2].Judges = pack.JudgesNot }, ""},
		{"round-answer", func(c *pack.Content) { c.Desk.Rounds[0].Answer = "z" }, "desk.rounds.r1.answer"},
		{"round-answer", func(c *pack.Content) { c.Desk.Rounds[0].Answer = "b" }, "desk.rounds.r1.answer"},
		{"round-answer", func(c *pack.Content) { c.Desk.Rounds[1].Answer = "a" }, "desk.rounds.r2.answer"},
		{"round-answer", func(c *pack.Content) { c.Desk.Rounds[0].Options = c.Desk.Rounds[0].Options[:2] }, "desk.rounds.r1.options"},
		{"round-answer", func(c *pack.Content) { c.Desk.Rounds[1].Answer = "c" }, ""},
		{"round-words", wordsRound("l'ami", "dit"), ""},
		{"round-words", wordsRound("l'ami", "mot"), "en desk.rounds.r1.options.c.words"},
		{"round-words", wordsRound("l", "i"), "en desk.rounds.r1.options.c.words"},
		{"round-words", wordsRound("ami", "l'ami"), "en desk.rounds.r1.options.c.words"},
		{"round-words", func(c *pack.Content) {
			wordsRound("l'ami", "dit")(c)
			c.Desk.Rounds[0].Options[2].Judges = pack.JudgesFaulty
		}, "desk.rounds.r1.options"},
		{"round-words", func(c *pack.Content) {
			wordsRound("l'ami", "dit")(c)
			c.Desk.Rounds[0].Options[1].Judges = pack.JudgesUnsure
		}, "desk.rounds.r1.options.c.judges"},
		{"string-missing", func(c *pack.Content) {
			wordsRound("l'ami", "dit")(c)
			delete(c.Text["fr"], "desk.rounds.r1.options.c.words")
		}, "fr desk.rounds.r1.options.c.words"},
		{"desk-balance", func(c *pack.Content) { c.Desk.Rounds[1].Sound = false }, "desk.rounds"},
		{"desk-balance", func(c *pack.Content) { c.Desk.Rounds[0].Sound = true }, ""},
		{"check-parallel", func(c *pack.Content) { c.Desk.Checks[1].Items[1].Tests = "clock" }, "check.sets.b.items.b2"},
		{"check-parallel", func(c *pack.Content) { c.Desk.Checks[1].Items = c.Desk.Checks[1].Items[1:] }, "check.sets.b.items"},
		{"check-parallel", func(c *pack.Content) { c.Desk.Checks = c.Desk.Checks[:1] }, ""},
		{"check-balance", func(c *pack.Content) { c.Desk.Checks[0].Items[1].Sound = true }, "check.sets.a.items"},
		{"check-balance", func(c *pack.Content) {
			c.Desk.Checks[0].Items = append(c.Desk.Checks[0].Items, pack.CheckItem{ID: "a3", Tests: "x", Sound: true})
		}, ""},
		{"string-missing", without("desk.rounds.r1.context"), "en desk.rounds.r1.context"},
		{"string-missing", without("desk.places.paris"), "en desk.places.paris"},
		{"string-missing", without("check.sets.b.b2.why"), "en check.sets.b.b2.why"},
		{"string-missing", without("cases.one.said"), "en cases.one.said"},
		{"string-missing", says("desk.rounds.r1.gloss", "In English"), ""}, // as each language likes
		{"quote-changed", dit("desk.rounds.r1.extract", "l’ami"), "fr desk.rounds.r1.extract"},
		{"quote-long", func(c *pack.Content) {
			for _, l := range c.Locales {
				c.Text[l]["desk.rounds.r1.extract"] = strings.Repeat("mot ", 13)
			}
		}, "en desk.rounds.r1.extract"},

		{"string-missing", without("claims.C-1"), "en claims.C-1"},
		{"string-missing", says("claims.C-1", " "), "en claims.C-1"},
		{"string-missing", without("quotes.C-2"), "en quotes.C-2"}, // the other language has it
		{"string-missing", says(a1+".low", "keep"), "fr " + a1 + ".low"},
		{"string-missing", func(c *pack.Content) { delete(c.Text["en"], "quotes.C-2"); delete(c.Text["fr"], "quotes.C-2") }, ""},
		{"distance-missing", without(a1 + ".options.a.why"), "en " + a1 + ".options.a.why"},
		{"distance-missing", says(a1+".options.a.why", "The same."), ""},
		{"discuss-missing", without(a1 + ".discuss"), "en " + a1 + ".discuss"},
		{"discuss-missing", says(a1+".discuss", "Who should decide?"), ""},
		{"stakes-missing", says(a1+".gained", ""), "en " + a1 + ".gained"},
		{"stakes-missing", says(a1+".lost", "Nobody"), ""},
		{"string-stale", says("claims.C-9", "Words"), "en claims.C-9"},
		{"string-stale", says(a1+".known.f9", "Words"), "en " + a1 + ".known.f9"},
		{"string-stale", says("quotes.C-2", "No one should."), ""},
		{"too-long", says(a1+".title", strings.Repeat("é", 81)), "en " + a1 + ".title"},
		{"too-long", says(a1+".options.a.short", strings.Repeat("é", 51)), "en " + a1 + ".options.a.short"},
		{"too-long", says(a1+".title", strings.Repeat("é", 80)), ""},
		{"too-long", says(unknown, strings.Repeat("é", 300)), ""},
		{"quote-changed", dit("quotes.C-2", "Nobody should."), "fr quotes.C-2"},
		{"quote-changed", func(c *pack.Content) { c.Text["en"]["quotes.C-2"], c.Text["fr"]["quotes.C-2"] = "No.", "No." }, ""},

		{"claim-forbidden", func(c *pack.Content) { c.Library.Sources[0].Confidence = "memory" }, "sources.S-1.confidence"},
		{"claim-forbidden", func(c *pack.Content) {
			c.Library.Claims[0].ID = "C-43"
			for i := range 2 {
				c.Cases[0].Steps[i].Known[0].Claims[0], c.Cases[0].Steps[i].Known[1].Claims[0] = "C-43", "C-43"
			}
			for _, l := range c.Locales {
				c.Text[l]["claims.C-43"] = c.Text[l]["claims.C-1"]
				delete(c.Text[l], "claims.C-1")
			}
		}, "claims.C-43"},
		{"claim-forbidden", func(c *pack.Content) { c.Library.Sources[0].Confidence = pack.FromSeed }, ""},
		{"forum-address", func(c *pack.Content) { c.Library.Sources[0].Address = "https://8chan" + ".net/x" }, "sources.S-1.address"},
		{"forum-address", func(c *pack.Content) { c.Library.Sources[0].Address = "https://example.org/8chan.html" }, ""},
		{"forum-address", says(unknown, "Kiwi Farms. 8chan. The Daily Stormer"), ""},
		{"web-address", says(unknown, "see example.org for more"), "en " + unknown},
		{"web-address", says(unknown, "see HTTPS://x"), "en " + unknown},
		{"web-address", func(c *pack.Content) { c.Library.Sources[0].Title = "At www.example" }, "sources.S-1.title"},
		{"web-address", says(unknown, "at 7.30 p.m. in St. Louis. Is it so? e.g. now"), ""},
		{"source-address", func(c *pack.Content) { c.Library.Sources[0].Address = "ftp://example.org" }, "sources.S-1.address"},
		{"source-address", func(c *pack.Content) { c.Library.Sources[0].Address = "http://example.org/a?b=c&d" }, ""},
		{"quote-long", says(unknown, "he said “one two three four five six seven eight nine ten eleven twelve thirteen”"), "en " + unknown},
		{"quote-long", dit(unknown, "il a dit «\u202fun deux trois quatre cinq six sept huit neuf dix onze douze treize\u202f»"), "fr " + unknown},
		{"quote-long", func(c *pack.Content) {
			for _, l := range c.Locales {
				c.Text[l]["quotes.C-2"] = strings.Repeat("word ", 13) + "."
			}
		}, "en quotes.C-2"},
		{"quote-long", says(unknown, "he said “one two three four five six seven eight nine ten eleven twelve – …” and went on for a long time"), ""},
		{"quote-open", says(unknown, "he said “no"), "en " + unknown},
		{"quote-open", says(unknown, "he said no”"), "en " + unknown},
		{"quote-open", says(unknown, "“one” and “two (“three”)”"), ""},

		{"hidden-character", says(unknown, "a\u202eb"), "en " + unknown},
		{"hidden-character", says(unknown, "a\u200bb"), "en " + unknown},
		{"hidden-character", says(unknown, "a\tb"), "en " + unknown},
		{"hidden-character", says(unknown, "a\n\nb"), ""},
		{"glyph-missing", says(unknown, "a → b"), "en " + unknown},
		{"glyph-missing", says("glossary.notice.match", "→"), ""},
		{"typography", says(unknown, "it's"), "en " + unknown},
		{"typography", says(unknown, `a "b"`), "en " + unknown},
		{"typography", says(unknown, "well..."), "en " + unknown},
		{"typography", says(unknown, "what ?"), "en " + unknown},
		{"typography", says(unknown, "a\u202fb"), "en " + unknown},
		{"typography", says(unknown, "two  spaces"), "en " + unknown},
		{"typography", func(c *pack.Content) { c.Text["en"]["quotes.C-2"], c.Text["fr"]["quotes.C-2"] = "It's.", "It's." }, "en quotes.C-2"},
		{"typography", says(unknown, "It’s “so”: yes; 10:30… What? No."), ""},
		{"typography", dit(unknown, "Quoi?"), "fr " + unknown},
		{"typography", dit(unknown, "Quoi ?"), "fr " + unknown},
		{"typography", dit(unknown, "Quoi\u00a0?"), "fr " + unknown},
		{"typography", dit(unknown, "«non»"), "fr " + unknown},
		{"typography", dit(unknown, "«\u202fnon »"), "fr " + unknown},
		{"typography", dit(unknown, "l'ami"), "fr " + unknown},
		{"typography", dit(unknown, "ami \u202f; ami"), "fr " + unknown},
		{"typography", dit(unknown, "bien..."), "fr " + unknown},
		{"typography", dit(unknown, "L’ami\u202f: «\u202foui\u202f» (?) à 22:17, non\u202f?! Bien…"), ""},

		{"date-exact", func(c *pack.Content) { c.Library.Sources[0].Date = day("2020-03") }, "claims.C-1.since"},
		{"date-exact", func(c *pack.Content) {
			c.Library.Claims[3].Since, c.Library.Claims[3].Stated = day("2020-04-01"), false
		}, "claims.C-4.since"},
		{"date-exact", func(c *pack.Content) { // a month on the page, its last day on screen, as Slate and four others once had
			c.Library.Claims[2].Since = day("2020-09")
			first(c).Then[0] = pack.Consequence{ID: "t1", Date: day("2020-09-30"), Claims: []string{"C-3"}}
		}, a1 + ".then.t1.date"},
		{"date-exact", func(c *pack.Content) {
			c.Library.Claims[2].Since = day("2020-09")
			first(c).Then[0] = pack.Consequence{ID: "t1", Date: day("2020-09"), Claims: []string{"C-3"}}
			second(c).Then[0] = first(c).Then[0]
		}, ""},
		{"date-exact", func(c *pack.Content) {
			c.Library.Sources[0].Date = day("2020")
			for i := range c.Library.Claims {
				c.Library.Claims[i].Stated = true
			}
		}, ""},
		{"early-source", func(c *pack.Content) { first(c).Known[0].Early = []string{"S-2"} }, a1 + ".known.f1.early[0]"},
		{"early-source", func(c *pack.Content) {
			first(c).Known[0].Early, c.Library.Sources[0].Date = []string{"S-1"}, day("2020-03-03")
		}, a1 + ".known.f1.early[0]"},
		{"early-source", func(c *pack.Content) {
			first(c).Known[0].Early, c.Library.Sources[0].Date = []string{"S-1"}, day("2020-03")
		}, a1 + ".known.f1.early[0]"},
		{"early-source", func(c *pack.Content) {
			first(c).Known[0].Early, c.Library.Sources[0].Date = []string{"S-1"}, day("2020-03-02")
		}, ""},
		{"open-before", func(c *pack.Content) { publicFacts(c, 9, 4) }, "cases"},
		{"open-before", func(c *pack.Content) { publicFacts(c, 9, 3) }, ""},
		{"open-before", func(c *pack.Content) { publicFacts(c, 8, 8) }, ""}, // too few to tell
		{"gives-away", func(c *pack.Content) { secondCase(c, "C-2") }, "cases.two.steps.B1.known.f1.claims[0]"},
		{"gives-away", func(c *pack.Content) { secondCase(c, "C-2"); c.Cases[1].After = []string{"one"} }, ""},
		{"gives-away", func(c *pack.Content) { secondCase(c, "C-1") }, ""},
		{"spoiler", func(c *pack.Content) { // in a case after this one
			secondCase(c, "C-1")
			c.Cases[1].Steps[0].Outcome, first(c).Then[0].Claims = []string{"C-5"}, []string{"C-5"}
		}, a1 + ".then.t1.claims[0]"},
		{"match-shared", func(c *pack.Content) { does(c, "stops, tells", "stops", "goes on") }, a1 + ".options.a.match"},
		{"match-shared", func(c *pack.Content) { does(c, "goes on", "stops", "waits") }, a1 + ".options.c.match"},
		{"match-shared", func(c *pack.Content) { does(c, "goes on", "stops", "") }, a1 + ".options.c.does"},
		{"match-shared", func(c *pack.Content) { does(c, "goes on", "stops", "stops, waits") }, ""},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[1].Of = "" }, "claims.C-2.of"},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[1].Of = "deed" }, "claims.C-2.of"},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[0].Of = pack.Motive }, "claims.C-1.of"},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[1].Of, c.Library.Claims[1].Says = pack.Seen, "organisation" }, ""},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[1].Of = pack.Others }, ""},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[1].Says = pack.Unnamed }, "claims.C-2.of"},
		{"claim-of", func(c *pack.Content) { c.Library.Claims[1].Of, c.Library.Claims[1].Says = "", pack.Ours }, ""},
		{"claim-seen", func(c *pack.Content) {
			c.Library.Claims[1].Of, c.Library.Claims[1].Sources = pack.Seen, []string{"S-2"}
		}, "claims.C-2.of"},
		{"claim-seen", func(c *pack.Content) { c.Library.Claims[1].Of = pack.Seen }, ""},

		{"model-rule", func(c *pack.Content) { c.Library.Model = c.Library.Model[1:] }, "model"},
		{"model-rule", func(c *pack.Content) { c.Cases[0].Tries[0].Claims = nil }, m1 + ".claims"},
		{"model-rule", func(c *pack.Content) { c.Cases[0].Became.Changes[1].Claims = nil }, n + "n2.claims"},
		{"model-rule", func(c *pack.Content) { c.Library.Model, c.Cases[0].Tries = nil, nil }, ""}, // lanes alone
		{"model-switch", func(c *pack.Content) { c.Cases[0].Tries[0].Switches[0].To = []string{"in-place", "moved"} }, m1 + ".turns"},
		{"model-switch", func(c *pack.Content) { c.Cases[0].Tries[0].Switches[0].Switch = "weather" }, m1 + ".turns"},
		{"model-switch", func(c *pack.Content) { c.Cases[0].Tries[0].Switches[0].To = []string{"on-hold", "moved"} }, m1 + ".switches"},
		{"model-switch", func(c *pack.Content) {
			c.Cases[0].Tries[0].Switches = append(c.Cases[0].Tries[0].Switches, pack.Offer{Switch: "flood", To: []string{"none", "heavy"}})
		}, ""},
		{"model-shows", func(c *pack.Content) { c.Cases[0].Tries[0].Reached = 2 }, m1 + ".reached"},
		{"model-shows", func(c *pack.Content) { c.Cases[0].Tries[0].Hours = 14 }, m1 + ".reached"},
		{"model-shows", func(c *pack.Content) { c.Cases[0].Tries[0].Hours, c.Cases[0].Tries[0].Reached = 14, 0 }, ""},
		{"model-event", func(c *pack.Content) { c.Library.Model[2].Claims = []string{"C-HOW", "C-2"} }, "model.on-hold[1]"},
		{"model-event", func(c *pack.Content) { c.Cases[0].Tries[0].Claims = []string{"C-4"} }, m1 + ".claims[0]"},
		{"model-event", func(c *pack.Content) { first(c).Outcome = []string{"C-HOW"} }, a1 + ".outcome[0]"},
		{"model-event", func(c *pack.Content) { c.Library.Across = []string{"C-HOW"} }, ""},
		{"claim-no-since", func(c *pack.Content) { c.Library.Claims[4].Of = "" }, "claims.C-HOW.since"},
		{"guess-answer", func(c *pack.Content) { c.Cases[0].Tries[0].Guess.Answer = "d" }, m1 + ".answer"},
		{"guess-answer", func(c *pack.Content) { c.Cases[0].Became.Guess.Options = []string{"b", "c"} }, "cases.one.became.options"},
		{"guess-answer", func(c *pack.Content) { c.Cases[0].Became = nil }, ""},
		{"lane-order", func(c *pack.Content) { c.Cases[0].Became.Changes[1].Date = day("2020-02") }, n + "n2.date"},
		{"lane-order", func(c *pack.Content) { c.Cases[0].Became.Changes[1].Date = day("2020-03") }, ""}, // the month of the first
		{"lane-order", func(c *pack.Content) {
			past := func(id, date string) pack.Change {
				change := c.Cases[0].Became.Changes[0]
				change.ID, change.Date = id, day(date)
				return change
			}
			c.Cases[0].Became.Changes = []pack.Change{past("n1", "2020-03-20"), past("n2", "2020-03"), past("n3", "2020-03-10")}
		}, n + "n3.date"},
		{"lane-lost", func(c *pack.Content) { c.Cases[0].Became.Changes[0].Lanes = nil }, n + "n1.lanes"},
		{"lane-lost", func(c *pack.Content) { c.Cases[0].Became.Changes[0].Lanes[0].Lane = "ship" }, n + "n1.lanes"},
		{"lane-lost", func(c *pack.Content) { c.Cases[0].Became.Changes[0].Lanes[0].State = "down" }, n + "n1.lanes"},
		{"lane-lost", func(c *pack.Content) { c.Cases[0].Became.Changes[0].Lanes[0].State = pack.Unknown }, ""},
		{"lane-end", func(c *pack.Content) { c.Cases[0].Became.Until = pack.Moment{} }, "cases.one.became"},
		{"lane-end", func(c *pack.Content) { c.Cases[0].Became.Until = day("2020-03") }, "cases.one.became.until"},
		{"lane-end", func(c *pack.Content) { c.Cases[0].Became.Until = day("2020") }, ""},
		{"lane-end", func(c *pack.Content) { c.Cases[0].Became = nil }, ""},
		{"lane-long", func(c *pack.Content) { c.Cases[0].Became.Until = day("2021-06") }, n + "n2.lanes"},
		{"lane-long", func(c *pack.Content) { c.Cases[0].Became.Changes[1].Date = day("2021-04-02") }, n + "n1.lanes"},
		{"lane-long", func(c *pack.Content) {
			c.Cases[0].Became.Until, c.Cases[0].Became.Changes[1].Lanes[0].State = day("2024"), pack.Unknown
		}, ""},
		{"lane-long", func(c *pack.Content) { c.Cases[0].Became.Until = day("2021-05") }, ""},
		{"draw-from", draws("2020-03-06"), "cases.one.steps.A2.draw.from"},
		{"draw-from", draws("2020-03-02T10:00Z"), "cases.one.steps.A2.draw.from"},
		{"draw-from", draws("2020-03-02"), ""},
		{"no-hindsight", func(c *pack.Content) { draws("2020-03-02")(c); second(c).Draw.Claims = []string{"C-4"} }, "cases.one.steps.A2.draw.claims[0]"},
		{"lane-exact", func(c *pack.Content) { c.Cases[0].Became.Changes[1].Date = day("2020-04-01T10:00Z") }, n + "n2.date"},
		{"lane-exact", func(c *pack.Content) { c.Cases[0].Became.Changes[1].Date = day("2020-04-01") }, ""},

		{"longest-step", func(c *pack.Content) { lengthsOf(c, 3, "the longest of the three") }, "en cases"},
		{"longest-step", func(c *pack.Content) { lengthsOf(c, 1, "the longest of the three") }, ""},
		{"longest-step", func(c *pack.Content) { lengthsOf(c, 3, "no") }, ""},
		{"longest-round", func(c *pack.Content) { rounds(c, 6, 3) }, "en desk.rounds"},
		{"longest-round", func(c *pack.Content) { rounds(c, 6, 2) }, ""},
		{"longest-round", func(c *pack.Content) { rounds(c, 5, 5) }, ""}, // too few to tell
		{"plan-letters", func(c *pack.Content) { letters(c, "b", "b", "b") }, "plans.short.lessons[0]"},
		{"plan-letters", func(c *pack.Content) { letters(c, "b", "b", "c") }, ""},
		{"plan-letters", func(c *pack.Content) { letters(c, "b", "b", "c"); part(c).Steps = append(part(c).Steps, "X2") }, ""},
		{"round-third", func(c *pack.Content) {
			c.Desk.Rounds[0].Kind, c.Desk.Rounds[0].Options = pack.SortRound, c.Desk.Rounds[0].Options[:2]
		}, "desk.rounds.r1.options"},
		{"round-third", func(c *pack.Content) { c.Desk.Rounds[0].Kind = pack.SortRound }, ""},
		{"round-third", func(c *pack.Content) { c.Desk.Rounds[0].Options = c.Desk.Rounds[0].Options[:2] }, ""},
	}
	covered := map[string][2]bool{}
	settings := Settings{Covers: ascii, Forbidden: []string{"C-43"}}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(t, err)
	for i, sm := range samples {
		t.Run(fmt.Sprint(sm.code, " ", i), func(t *testing.T) {
			c := good()
			sm.change(c)
			var places []string
			if settings.Words = nil; sm.code == "minutes" || strings.HasPrefix(sm.code, "words-") {
				settings.Words = words
			}
			for _, f := range Check(c, settings) {
				if f.Code == sm.code {
					places = append(places, strings.TrimSpace(f.Locale+" "+f.Path))
					assert.NotEmpty(t, f.Reason)
				}
			}
			if sm.at == "" {
				assert.Empty(t, places)
				return
			}
			require.NotEmpty(t, places)
			assert.Equal(t, sm.at, places[0])
		})
		seen := covered[sm.code]
		seen[map[bool]int{true: 0, false: 1}[sm.at == ""]] = true
		covered[sm.code] = seen
	}
	for _, r := range Rules() {
		assert.True(t, covered[r.Code][0], "%s has no failing sample", r.Code)
		assert.True(t, covered[r.Code][1], "%s has no passing sample", r.Code)
	}
}

func TestGoodSampleIsClean(t *testing.T) {
	assert.Empty(t, Check(good(), Settings{Covers: ascii}))
}

// TestASecondOptionOfOneIDIsToldAlone: what else would be said of an option with the id
// of what happened is said of the wrong one.
func TestASecondOptionOfOneIDIsToldAlone(t *testing.T) {
	for i := range 3 {
		c := good()
		if at, _ := first(c).Option(first(c).Happened); at == i {
			continue
		}
		first(c).Options[i].ID = first(c).Happened
		for _, f := range Check(c, Settings{Covers: ascii}) {
			assert.Equal(t, "id-twice", f.Code, f.Path)
		}
	}
}

func TestRulesAreTold(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		assert.False(t, seen[r.Code], "%s is there twice", r.Code)
		seen[r.Code] = true
		assert.True(t, pack.ValidID(r.Code) && strings.ToLower(r.Code) == r.Code, r.Code)
		assert.True(t, strings.HasSuffix(r.Why, "."), "%s: the reason is a sentence", r.Code)
	}
	assert.GreaterOrEqual(t, len(seen), 40)
}

func TestCheckWords(t *testing.T) {
	words := func(change func(en, fr map[string]string)) map[string]map[string]string {
		en := map[string]string{"go": "Go", "n": "{n} of {all}", "day.one": "{n} day", "day.other": "{n} days", "dot": ""}
		fr := map[string]string{"go": "Aller", "n": "{n} sur {all}", "day.one": "{n} jour", "day.many": "{n} de jours", "day.other": "{n} jours", "dot": "", "day.1": "1er"}
		change(en, fr)
		return map[string]map[string]string{"fr": fr, "en": en}
	}
	tests := []struct {
		code   string
		change func(en, fr map[string]string)
		at     string
	}{
		{"", func(en, fr map[string]string) {}, ""},
		{"string-missing", func(en, fr map[string]string) { delete(fr, "go") }, "fr go"},
		{"string-missing", func(en, fr map[string]string) { fr["go"] = "" }, "fr go"},
		{"string-missing", func(en, fr map[string]string) { delete(fr, "day.other") }, "fr day.other"},
		{"string-stale", func(en, fr map[string]string) { fr["gone"] = "Parti" }, "fr gone"},
		{"placeholder", func(en, fr map[string]string) { fr["n"] = "{n}" }, "fr n"},
		{"placeholder", func(en, fr map[string]string) { fr["n"] = "{n} sur {all} {who}" }, "fr n"},
		{"quoted-label", func(en, fr map[string]string) {
			en["help"], fr["help"] = "Press “Walk”.", "Touche «\u202fAller\u202f»."
		}, "en help"},
		{"quoted-label", func(en, fr map[string]string) {
			en["help"], fr["help"] = "Press “Go”.", "Touche «\u202fMarcher\u202f»."
		}, "fr help"},
		{"quoted-label", func(en, fr map[string]string) {
			en["help"], fr["help"] = "Says “not”.", "Dit «\u202faller\u202f»."
		}, "en help"},
		{"", func(en, fr map[string]string) {
			en["help"], fr["help"] = "Says “day”, “{n}”.", "Dit «\u202fjour\u202f», «\u202f{n}\u202f»."
		}, ""},
		{"", func(en, fr map[string]string) {
			en["help"], fr["help"] = "By “hc live”.", "Par «\u202fhc live\u202f»."
		}, ""},
		{"typography", func(en, fr map[string]string) { fr["go"] = "Aller!" }, "fr go"},
		{"typography", func(en, fr map[string]string) { en["go"] = "Let's go" }, "en go"},
		{"glyph-missing", func(en, fr map[string]string) { en["go"] = "→" }, "en go"},
		{"hidden-character", func(en, fr map[string]string) { en["go"] = "\u200b" }, "en go"},
	}
	for _, tt := range tests {
		found := CheckWords(words(tt.change), "en", Settings{Covers: ascii})
		if tt.at == "" {
			assert.Empty(t, found)
			continue
		}
		if assert.Len(t, found, 1, tt.code) {
			assert.Equal(t, tt.code, found[0].Code)
			assert.Equal(t, tt.at, found[0].Locale+" "+found[0].Path)
		}
	}
}

func TestCountingWords(t *testing.T) {
	for s, want := range map[string]int{"": 0, "one": 1, "one – two": 2, "l’homme qui": 2, "« un »": 1, "a\u202fb c\nd": 4, "… !": 0, "24-hour": 1} {
		assert.Equal(t, want, words(s), "%q", s)
	}
}

// dated gives the two sources of the sample a kind that has a date, and the dates;
// of the claims, only the second has sources then, and both.
func dated(c *pack.Content, dates ...string) {
	for i := range c.Library.Claims {
		if i != 1 {
			c.Library.Claims[i].Sources = nil
		}
	}
	for i, date := range dates {
		c.Library.Sources[i].Kind, c.Library.Sources[i].Date = pack.Press, pack.Moment{}
		if date != "" {
			c.Library.Sources[i].Date = day(date)
		}
	}
}

// draws has the estimate of the sample drawn, from a day on that a claim of the
// second of March gives.
func draws(from string) func(*pack.Content) {
	return func(c *pack.Content) {
		second(c).Draw = &pack.Draw{From: day(from), Top: 100, Claims: []string{"C-2"}}
	}
}
