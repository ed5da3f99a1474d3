package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/html"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/pack"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// hostile is one bad or odd pack.
type hostile struct {
	name  string
	bytes []byte
}

// TestHostilePacks drops more than 200 packs that nobody should write: each is
// refused with an error that says where, or shown as what it is. Whatever it is,
// memory stays in proportion and the game goes on.
func TestHostilePacks(t *testing.T) {
	all := slices.Concat(oddPacks(t), brokenBytes())
	require.Greater(t, len(all), 200)
	k := started(t)
	k.cannot = true // saving is another test's
	shown, refused := 0, 0
	for _, h := range all {
		before := k.stage.Session().Pack().Hash()
		var from, to runtime.MemStats
		runtime.ReadMemStats(&from)
		k.drop(dropped("file.msgp", h.bytes))
		runtime.ReadMemStats(&to)
		require.Less(t, to.TotalAlloc-from.TotalAlloc, uint64(4*len(h.bytes)+64<<20), h.name)
		page := view.Text(k.stage.Tree())
		if strings.Contains(page, "could not be opened") {
			refused++
			require.Equal(t, before, k.stage.Session().Pack().Hash(), h.name)
			require.Less(t, len(k.stage.Session().State().Detail), 1200, "%s: a message must not repeat the file", h.name)
		} else {
			shown++
			tourOf(t, h.name, k)
		}
		require.NotEmpty(t, terminal.Choices(k.stage.Tree()), "%s: the game goes on", h.name)
	}
	t.Logf("%d shown, %d refused", shown, refused)
	require.Greater(t, shown, 40)
	require.Greater(t, refused, 100)
}

// tourOf shows every screen of the pack that is open, in two ways, and looks for
// what must never be in a page.
func tourOf(t *testing.T, name string, k *keeper) {
	t.Helper()
	p := k.stage.Session().Pack()
	stops, err := tour.All(p, p.Head().Locales[0])
	require.NoError(t, err, name)
	for i, s := range stops {
		root := view.Screen(k.stage.Context(), s.State)
		if i%7 > 0 && i > 20 { // some of the many
			continue
		}
		require.NotEmpty(t, terminal.Render(&root), name)
		page := strings.ToLower(html.Page(&root))
		for _, bad := range []string{"<script>alert", "<img", "onerror=\"", "javascript:alert(1)\""} {
			require.NotContains(t, page[strings.Index(page, "<main"):], bad, name)
		}
	}
}

// brokenBytes cuts a good pack and changes bytes of it.
func brokenBytes() []hostile {
	good := assets.PackNamed("elsewhere")
	draw := rand.New(rand.NewPCG(1, 1))
	var all []hostile
	for i := range 50 {
		b := bytes.Clone(good)
		for range 1 + i%3 {
			b[40+draw.IntN(len(b)-40)] ^= byte(1 + draw.IntN(255))
		}
		all = append(all, hostile{fmt.Sprint("changed bytes ", i), b})
	}
	for i := range 25 {
		all = append(all, hostile{fmt.Sprint("cut ", i), bytes.Clone(good[:20+draw.IntN(len(good)-20)])})
	}
	return append(all, hostile{"and more", append(bytes.Clone(good), "more"...)}, hostile{"twice", append(bytes.Clone(good), good...)})
}

// oddPacks changes a good pack and seals it anew, as an attacker would.
func oddPacks(t *testing.T) []hostile {
	var all []hostile
	add := func(name string, change func(*pack.Content)) {
		p, err := pack.Open(bytes.Clone(assets.PackNamed("elsewhere")))
		require.NoError(t, err)
		c, err := p.Unpack()
		require.NoError(t, err)
		c.ID = "odd"
		change(c)
		b, err := pack.Build(c)
		require.NoError(t, err)
		all = append(all, hostile{name, b})
	}
	for what, text := range oddTexts() {
		for _, key := range []string{"pack.title", "pack.tagline", "cases.gab2018.title", "actors.amazon", "claims.D2-03", "cases.gab2018.steps.D2.options.a.label", "glossary.ddos.match"} {
			add(what+" as "+key, func(c *pack.Content) { c.Text["en"][key] = text })
		}
	}
	for what, id := range map[string]string{"no id": "", "a path": "../../etc/passwd", "dots": "a.b", "an accent": "é", "a long id": strings.Repeat("x", 65), "a space": "a b", "a null": "a\x00b"} {
		add(what+" of the pack", func(c *pack.Content) { c.ID = id })
		add(what+" of a case", func(c *pack.Content) { c.Cases[0].ID = id })
		add(what+" of a step", func(c *pack.Content) { c.Cases[0].Steps[0].ID = id })
		add(what+" of an option", func(c *pack.Content) { c.Cases[0].Steps[0].Options[1].ID = id })
		add(what+" of a language", func(c *pack.Content) { c.Locales[1] = id })
	}
	for name, change := range oddShapes() {
		add(name, change)
	}
	return all
}

func oddTexts() map[string]string {
	return map[string]string{
		"nothing":         "",
		"markup":          `<script>alert(1)</script><img src=x onerror="alert(1)">`,
		"an address":      "javascript:alert(1) https://example.org/?a=b#c",
		"a long word":     strings.Repeat("x", pack.MaxText),
		"a word of 1 MB":  strings.Repeat("x", 1<<20),
		"a bidi override": "safe\u202Eevil",
		"a control":       "a\x1b[31mb",
		"no UTF-8":        "a\xff\xfeb",
		"line feeds":      strings.Repeat("\n\n", 2000),
		"braces":          "{n} {detail} {{.}} %s %d",
		"Hebrew":          "שלום עולם",
		"no width":        strings.Repeat("\u200b", 500),
		"marks":           "e" + strings.Repeat("\u0301", 300),
	}
}

func oddShapes() map[string]func(*pack.Content) {
	first := func(c *pack.Content) *pack.Step { return &c.Cases[0].Steps[0] }
	many := func(n int) []pack.Option {
		out := make([]pack.Option, n)
		for i := range out {
			out[i] = pack.Option{ID: fmt.Sprint("o", i), Match: pack.None}
		}
		return out
	}
	return map[string]func(*pack.Content){
		"10,000 options":      func(c *pack.Content) { first(c).Options = many(10_000) },
		"9 options":           func(c *pack.Content) { first(c).Options = many(9) },
		"1 option":            func(c *pack.Content) { first(c).Options = first(c).Options[:1] },
		"10,000 facts":        func(c *pack.Content) { first(c).Known = make([]pack.Fact, 10_000) },
		"10,000 authors":      func(c *pack.Content) { c.Authors = make([]string, 10_000) },
		"an author of 1 MB":   func(c *pack.Content) { c.Authors[0] = strings.Repeat("x", 1<<20) },
		"a licence of markup": func(c *pack.Content) { c.Licence = "<script>alert(1)</script>" },
		"an odd version":      func(c *pack.Content) { c.Version = "1\u202E0" },
		"10,000 cases":        func(c *pack.Content) { c.Cases = slices.Repeat(c.Cases[:1], 10_000) },
		"the same case twice": func(c *pack.Content) { c.Cases[1].ID = c.Cases[0].ID },
		"the same step twice": func(c *pack.Content) { c.Cases[0].Steps[1].ID = c.Cases[0].Steps[0].ID },
		"the same claim":      func(c *pack.Content) { c.Library.Claims[1].ID = c.Library.Claims[0].ID },
		"the same source":     func(c *pack.Content) { c.Library.Sources[1].ID = c.Library.Sources[0].ID },
		"the same language":   func(c *pack.Content) { c.Locales[1] = c.Locales[0] },
		"no languages":        func(c *pack.Content) { c.Locales = []string{} },
		"no cases":            func(c *pack.Content) { c.Cases = nil },
		"no steps":            func(c *pack.Content) { c.Cases[0].Steps = nil },
		"no texts":            func(c *pack.Content) { c.Text = map[string]map[string]string{} },
		"no text in French":   func(c *pack.Content) { delete(c.Text, "fr") },
		"a strange happened":  func(c *pack.Content) { first(c).Happened = "zz" },
		"a strange claim":     func(c *pack.Content) { first(c).Outcome = []string{"nothing"} },
		"a strange actor":     func(c *pack.Content) { first(c).Actor = "nobody" },
		"a strange layer":     func(c *pack.Content) { first(c).Seat = "nowhere" },
		"a strange kind":      func(c *pack.Content) { first(c).Kind = "riddle" },
		"a strange match":     func(c *pack.Content) { first(c).Options[0].Match = "half" },
		"a ladder of -1":      func(c *pack.Content) { first(c).Options[0].Ladder = -1 },
		"a ladder of 2^40":    func(c *pack.Content) { first(c).Options[0].Ladder = 1 << 40 },
		"no date":             func(c *pack.Content) { first(c).Date = pack.Moment{} },
		"the year 9999":       func(c *pack.Content) { first(c).Date.Year = 9999 },
		"a key of nothing":    func(c *pack.Content) { c.Cases[0].Key = "nothing" },
		"minutes of 2^40":     func(c *pack.Content) { c.Cases[0].Minutes = 1 << 40 },
		"a desk after none":   func(c *pack.Content) { c.Desk.After, c.Desk.Rounds = "nothing", make([]pack.Round, 1) },
		"empty rounds":        func(c *pack.Content) { c.Desk.Rounds = make([]pack.Round, 300) },
		"an odd address":      func(c *pack.Content) { c.Library.Sources[0].Address = "javascript:alert(1)" },
		"an odd publisher":    func(c *pack.Content) { c.Library.Sources[0].Publisher = "<img src=x onerror=alert(1)>" },
		"all optional":        func(c *pack.Content) { setAll(c, func(x *pack.Case) { x.Optional = true }) },
		"all older":           func(c *pack.Content) { setAll(c, func(x *pack.Case) { x.Older = true }) },
		"all reflections":     allReflect,
		"the same id as ours": func(c *pack.Content) { c.ID = "cloudflare" },
		"no consequences":     func(c *pack.Content) { first(c).Then = nil },
		"empty consequences":  func(c *pack.Content) { first(c).Then[0].Claims = nil },
		"no principles":       func(c *pack.Content) { c.Library.Principles = nil },
		"no glossary":         func(c *pack.Content) { c.Library.Glossary = nil },
		"1,000 glossary":      func(c *pack.Content) { c.Library.Glossary = manyIDs(1000) },
		"2,000 glossary":      func(c *pack.Content) { c.Library.Glossary = manyIDs(2000) },
		"64 languages":        func(c *pack.Content) { c.Locales = manyIDs(64) },
		"300 languages":       func(c *pack.Content) { c.Locales = manyIDs(300) },
	}
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
