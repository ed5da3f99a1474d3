package hostile

import (
	"strings"

	"hardcases/game/pack"
)

type oddText struct{ what, text string }

func oddTexts() []oddText {
	return []oddText{
		{"nothing", ""},
		{"markup", `<script>alert(1)</script><img src=x onerror="alert(1)">`},
		{"an address", "javascript:alert(1) https://example.org/?a=b#c"},
		{"a long word", strings.Repeat("x", pack.MaxText)},
		{"a word of 1 MB", strings.Repeat("x", 1<<20)},
		{"a bidi override", "safe\u202Eevil"},
		{"a bidi isolate", "safe\u2067evil\u2069"},
		{"a control", "a\x1b[31mb"},
		{"a null", "a\x00b"},
		{"no UTF-8", "a\xff\xfeb"},
		{"a half surrogate", "a\xed\xa0\x80b"},
		{"line feeds", strings.Repeat("\n\n", 2000)},
		{"braces", "{n} {detail} {{.}} %s %d"},
		{"Hebrew", "שלום עולם"},
		{"no width", strings.Repeat("\u200b", 500)},
		{"marks", "e" + strings.Repeat("\u0301", 300)},
	}
}

// texts puts each odd text into each of several places.
func (m *maker) texts() {
	keys := []string{
		"pack.title", "pack.tagline", "cases.gab2018.title", "actors.amazon", "claims.D2-03",
		"cases.gab2018.steps.D2.options.a.label", "glossary.ddos.match",
	}
	for _, odd := range oddTexts() {
		for _, key := range keys {
			m.add(odd.what+" as "+key, func(c *pack.Content) { c.Text["en"][key] = odd.text })
		}
	}
	m.add("words that explain each other", func(c *pack.Content) {
		ids := c.Library.Glossary
		for i, id := range ids {
			c.Text["en"]["glossary."+id+".text"] = c.Text["en"]["glossary."+ids[(i+1)%len(ids)]+".match"]
		}
	})
	m.add("a word that explains itself", func(c *pack.Content) {
		id := c.Library.Glossary[0]
		c.Text["en"]["glossary."+id+".text"] = c.Text["en"]["glossary."+id+".match"]
	})
}

// ids puts each odd id into each place that has one.
func (m *maker) ids() {
	for _, odd := range []oddText{
		{"no id", ""}, {"a path", "../../etc/passwd"}, {"dots", "a.b"}, {"an accent", "é"},
		{"a long id", strings.Repeat("x", 65)}, {"a space", "a b"}, {"a null", "a\x00b"}, {"markup", "<b>"},
	} {
		m.add(odd.what+" of the pack", func(c *pack.Content) { c.ID = odd.text })
		m.add(odd.what+" of a case", func(c *pack.Content) { c.Cases[0].ID = odd.text })
		m.add(odd.what+" of a step", func(c *pack.Content) { c.Cases[0].Steps[0].ID = odd.text })
		m.add(odd.what+" of an option", func(c *pack.Content) { c.Cases[0].Steps[0].Options[1].ID = odd.text })
		m.add(odd.what+" of a language", func(c *pack.Content) { c.Locales[1] = odd.text })
	}
}
