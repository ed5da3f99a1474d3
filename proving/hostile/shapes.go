package hostile

import (
	"fmt"
	"slices"
	"strings"

	"hardcases/game/pack"
)

type shape struct {
	name   string
	change func(*pack.Content)
}

// shapes counts, doubles, leaves out and turns round what a pack is made of.
func (m *maker) shapes() {
	for _, list := range [][]shape{counts(), doubles(), gaps(), references(), oddities()} {
		for _, s := range list {
			m.add(s.name, s.change)
		}
	}
}

func first(c *pack.Content) *pack.Step { return &c.Cases[0].Steps[0] }

func counts() []shape {
	return []shape{
		{"10,000 options", func(c *pack.Content) { first(c).Options = manyOptions(10_000) }},
		{"9 options", func(c *pack.Content) { first(c).Options = manyOptions(9) }},
		{"1 option", func(c *pack.Content) { first(c).Options = first(c).Options[:1] }},
		{"10,000 facts", func(c *pack.Content) { first(c).Known = make([]pack.Fact, 10_000) }},
		{"10,000 authors", func(c *pack.Content) { c.Authors = make([]string, 10_000) }},
		{"an author of 1 MB", func(c *pack.Content) { c.Authors[0] = strings.Repeat("x", 1<<20) }},
		{"10,000 cases", func(c *pack.Content) {
			c.Cases[0].Steps = c.Cases[0].Steps[:1]
			c.Cases, c.Text = slices.Repeat(c.Cases[:1], 10_000), nil
		}},
		{"1,000 glossary", func(c *pack.Content) { c.Library.Glossary = manyIDs(1000) }},
		{"2,000 glossary", func(c *pack.Content) { c.Library.Glossary = manyIDs(2000) }},
		{"64 languages", func(c *pack.Content) { c.Locales = manyIDs(64) }},
		{"300 languages", func(c *pack.Content) { c.Locales = manyIDs(300) }},
		{"300 empty rounds", func(c *pack.Content) { c.Desk.Rounds = make([]pack.Round, 300) }},
	}
}

func doubles() []shape {
	return []shape{
		{"the same case twice", func(c *pack.Content) { c.Cases[1].ID = c.Cases[0].ID }},
		{"the same step twice", func(c *pack.Content) { c.Cases[0].Steps[1].ID = c.Cases[0].Steps[0].ID }},
		{"the same option twice", func(c *pack.Content) { first(c).Options[1].ID = first(c).Options[0].ID }},
		{"the same fact twice", func(c *pack.Content) { first(c).Known[1].ID = first(c).Known[0].ID }},
		{"the same claim twice", func(c *pack.Content) { c.Library.Claims[1].ID = c.Library.Claims[0].ID }},
		{"the same source twice", func(c *pack.Content) { c.Library.Sources[1].ID = c.Library.Sources[0].ID }},
		{"the same language twice", func(c *pack.Content) { c.Locales[1] = c.Locales[0] }},
		{"the id of the shipped pack", func(c *pack.Content) { c.ID = "cloudflare" }},
	}
}

func gaps() []shape {
	return []shape{
		{"no languages", func(c *pack.Content) { c.Locales = []string{} }},
		{"no cases", func(c *pack.Content) { c.Cases = nil }},
		{"no steps", func(c *pack.Content) { c.Cases[0].Steps = nil }},
		{"no texts", func(c *pack.Content) { c.Text = map[string]map[string]string{} }},
		{"no text in French", func(c *pack.Content) { delete(c.Text, "fr") }},
		{"no date", func(c *pack.Content) { first(c).Date = pack.Moment{} }},
		{"no consequences", func(c *pack.Content) { first(c).Then = nil }},
		{"empty consequences", func(c *pack.Content) { first(c).Then[0].Claims = nil }},
		{"no principles", func(c *pack.Content) { c.Library.Principles = nil }},
		{"no glossary", func(c *pack.Content) { c.Library.Glossary = nil }},
	}
}

func references() []shape {
	return []shape{
		{"a strange happened", func(c *pack.Content) { first(c).Happened = "zz" }},
		{"a strange claim", func(c *pack.Content) { first(c).Outcome = []string{"nothing"} }},
		{"a strange actor", func(c *pack.Content) { first(c).Actor = "nobody" }},
		{"a strange layer", func(c *pack.Content) { first(c).Seat = "nowhere" }},
		{"a strange kind", func(c *pack.Content) { first(c).Kind = "riddle" }},
		{"a strange match", func(c *pack.Content) { first(c).Options[0].Match = "half" }},
		{"a key of nothing", func(c *pack.Content) { c.Cases[0].Key = "nothing" }},
		{"a desk after none", func(c *pack.Content) { c.Desk.After, c.Desk.Rounds = "nothing", make([]pack.Round, 1) }},
		{"plans in a ring", func(c *pack.Content) {
			part := pack.Part{Case: c.Cases[0].ID, Steps: []string{first(c).ID}}
			c.Library.Plans = []pack.Plan{{ID: "ring", Lessons: []pack.Lesson{{Minutes: 20, Parts: slices.Repeat([]pack.Part{part}, 3)}}}}
		}},
		{"a plan of nothing", func(c *pack.Content) {
			c.Library.Plans = []pack.Plan{{ID: "x", Lessons: []pack.Lesson{{Minutes: 20, Parts: []pack.Part{{Case: "x", Steps: []string{"x"}}}}}}}
		}},
	}
}

func oddities() []shape {
	return []shape{
		{"a licence of markup", func(c *pack.Content) { c.Licence = "<script>alert(1)</script>" }},
		{"an odd version", func(c *pack.Content) { c.Version = "1\u202E0" }},
		{"a ladder of -1", func(c *pack.Content) { first(c).Options[0].Ladder = -1 }},
		{"a ladder of 2^40", func(c *pack.Content) { first(c).Options[0].Ladder = 1 << 40 }},
		{"the year 9999", func(c *pack.Content) { first(c).Date.Year = 9999 }},
		{"minutes of 2^40", func(c *pack.Content) { c.Cases[0].Minutes = 1 << 40 }},
		{"an odd address", func(c *pack.Content) { c.Library.Sources[0].Address = "javascript:alert(1)" }},
		{"an odd publisher", func(c *pack.Content) { c.Library.Sources[0].Publisher = "<img src=x onerror=alert(1)>" }},
		{"all optional", func(c *pack.Content) { setAll(c, func(x *pack.Case) { x.Optional = true }) }},
		{"all older", func(c *pack.Content) { setAll(c, func(x *pack.Case) { x.Older = true }) }},
		{"all reflections", allReflect},
	}
}

func manyOptions(n int) []pack.Option {
	out := make([]pack.Option, n)
	for i := range out {
		out[i] = pack.Option{ID: fmt.Sprint("o", i), Match: pack.None}
	}
	return out
}

func manyIDs(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint("x", i)
	}
	return out
}

func setAll(c *pack.Content, set func(*pack.Case)) {
	for i := range c.Cases {
		set(&c.Cases[i])
	}
}

func allReflect(c *pack.Content) {
	setAll(c, func(x *pack.Case) {
		for i := range x.Steps {
			x.Steps[i].Kind, x.Steps[i].Happened = pack.Reflection, ""
			for j := range x.Steps[i].Options {
				x.Steps[i].Options[j].Match = pack.NoMatch
			}
		}
	})
}
