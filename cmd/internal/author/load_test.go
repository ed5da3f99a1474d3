package author_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/author/broken"
	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// copied is the sample in a folder of its own, after a change to one file.
func copied(t *testing.T, file string, change func(string) string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"pack.yaml", "en.yaml", "fr.yaml"} {
		b, err := os.ReadFile(filepath.Join("sample", name))
		require.NoError(t, err)
		text := string(b)
		if name == file {
			text = change(text)
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	return dir
}

// Slips of the hand: the first finding is on the line of the slip.
func TestTypos(t *testing.T) {
	const p, en = "pack.yaml", "en.yaml"
	tests := []struct {
		name, file, old, new string
		reason               string
	}{
		{"bracket forgotten", p, "actors: [company, record]", "actors: [company, record", "neither a comma nor the closing bracket"},
		{"inner bracket forgotten", p, "{id: f2, claims: [C-ROUTE]}", "{id: f2, claims: [C-ROUTE}", "neither a comma nor the closing bracket"},
		{"brace forgotten", p, "{id: f2, claims: [C-ROUTE]}", "{id: f2, claims: [C-ROUTE]", "neither a comma nor the closing bracket"},
		{"indent short", p, "    says: press  ", "   says: press  ", "does not fit in here"},
		{"indent long", p, "    says: press  ", "     says: press  ", "does not fit in here"},
		{"indent long after an id", p, "        kind: estimate", "         kind: estimate", "has a colon where no key can be"},
		{"tab", p, "    says: press  ", "\tsays: press  ", "holds a tab"},
		{"colon forgotten", p, "    says: press  ", "    says press  ", "neither a key"},
		{"space after colon forgotten", p, "    says: press  ", "    says:press  ", "neither a key"},
		{"space after hyphen forgotten", p, "  - id: crossing", "  -id: crossing", "lacks the space after its hyphen"},
		{"list out of line", p, "      - id: A2", "     - id: A2", "does not fit in here"},
		{"colon in text", p, "title: Notice to", "title: Notice: to", "has a colon where no key can be"},
		{"quote left open", p, "title: Notice to", "title: \"Notice to", "opens a quotation mark"},
		{"quote left open, swallowing text", en, "seat: \"Your seat: the company that sails\"", "seat: \"Your seat: the company that sails", "opens a quotation mark"},
		{"quotes in the text", en, "detail: \"The timetable", "detail: \"The \"time\" table", "neither a comma nor the closing bracket"},
		{"reserved character", p, "title: Notice to", "title: @Notice to", "begins with a character"},
		{"anchor", p, "title: Notice to", "title: &n Notice to", "anchor, alias or tag"},
		{"key misspelt", p, "ladder: 40", "lader: 40", "is no key of the format"},
		{"key in another case", p, "happened: b", "Happened: b", "is no key of the format"},
		{"date turned round", p, "date: 2020-12-31", "date: 31-12-2020", "is not a date"},
		{"day that no month has", p, "date: 2020-12-31", "date: 2020-11-31", "is not a date"},
		{"word for a number", p, "ladder: 40", "ladder: forty", "is \"forty\" where a whole number belongs"},
		{"list for a value", p, "seat: island", "seat: [island]", "is a list where a single value belongs"},
		{"value for a list", p, "outcome: [C-COUNT]", "outcome: C-COUNT", "is a single value where a list belongs"},
		{"value for keys", p, "inside: {actor: company, since: 2020-03-01}", "inside: company", "is a single value where keys with values belong"},
		{"word for true", p, "sound: true, tests: attribution}", "sound: yes, tests: attribution}", "is \"yes\" where true or false belongs"},
		{"id misspelt", p, "sources: [S-INQUIRY, S-GAZETTE]", "sources: [S-INQUIRY, S-GAZETE]", "names the source S-GAZETE"},
		{"text under a wrong key", en, "        unknown: How deep", "        unknwon: How deep", "is used by nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := 0
			dir := copied(t, tt.file, func(s string) string {
				i := strings.Index(s, tt.old)
				require.GreaterOrEqual(t, i, 0, "the sample has no %q", tt.old)
				line = 1 + strings.Count(s[:i], "\n")
				return strings.Replace(s, tt.old, tt.new, 1)
			})
			var found []author.Finding
			for _, f := range check(dir, lint.Settings{}) {
				if f.Code != "string-missing" { // of the text under a wrong key
					found = append(found, f)
				}
			}
			require.NotEmpty(t, found)
			assert.Equal(t, filepath.Join(dir, tt.file), found[0].File)
			assert.Equal(t, line, found[0].Line, "%s", found[0])
			assert.Positive(t, found[0].Column)
			assert.Contains(t, found[0].Reason, tt.reason)
		})
	}
}

func TestAllShapeFindingsAtOnce(t *testing.T) {
	dir := copied(t, "pack.yaml", func(s string) string {
		return strings.NewReplacer("minutes: 5", "minutes: five", "ladder: 40", "lader: 40", "date: 2020-12-31", "date: x").Replace(s)
	})
	_, found := author.Load(dir)
	var codes []string
	for _, f := range found {
		codes = append(codes, f.Code)
	}
	assert.Equal(t, []string{"yaml-type", "yaml-key-unknown", "yaml-date"}, codes)
}

func TestFilesThatAreNoPack(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"empty", "", "is empty"},
		{"only a comment", "# nothing\n", "is empty"},
		{"a list", "- a\n", "is a list where keys with values belong"},
		{"not UTF-8", "format: 1\nid: a\xffb\n", "holds bytes that are not UTF-8"},
		{"two documents", "format: 1\n---\nformat: 1\n", "holds a second document"},
		{"newer format", "format: 3\n", "is 3; this program reads formats 1 to 2"},
	}
	for _, tt := range tests {
		dir := copied(t, "pack.yaml", func(string) string { return tt.text })
		_, found := author.Load(dir)
		var reasons []string
		for _, f := range found {
			reasons = append(reasons, f.Reason)
		}
		assert.Contains(t, strings.Join(reasons, "\n"), tt.want, tt.name)
	}
	_, found := author.Load(t.TempDir())
	require.Len(t, found, 1)
	assert.Equal(t, "this file is missing", found[0].Reason)
}

func TestPlaceOfBytesThatAreNotUTF8(t *testing.T) {
	dir := copied(t, "en.yaml", func(s string) string { return "locale: en\npack:\n  title: é\xff\n" })
	_, found := author.Load(dir)
	require.Len(t, found, 1)
	assert.Equal(t, []int{3, 11}, []int{found[0].Line, found[0].Column})
}

func TestTextsAreReadAsWritten(t *testing.T) {
	dir := copied(t, "en.yaml", func(string) string {
		return `locale: en
pack:
  title: "Quoted: \"yes\" \u202f"
  summary: |
    First
    line.

    Second paragraph.

  note: >
    Folded
    line.
  tagline: plain text,
    over two lines   # and a comment
  period: 2017
  empty:
glossary:
  inspection:
    match: [one, two words, "l’un"]
`
	})
	source, _ := author.Load(dir)
	text := source.Content().Text["en"]
	assert.Equal(t, map[string]string{
		"pack.title":                "Quoted: \"yes\" \u202f",
		"pack.summary":              "First\nline.\n\nSecond paragraph.",
		"pack.note":                 "Folded line.",
		"pack.tagline":              "plain text, over two lines",
		"pack.period":               "2017",
		"pack.empty":                "",
		"glossary.inspection.match": "one|two words|l’un",
	}, text)
}

func TestLineEndsDoNotMatter(t *testing.T) {
	dos := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	plain, _ := author.Load("sample")
	want, err := plain.Build()
	require.NoError(t, err)
	for _, name := range []string{"pack.yaml", "en.yaml"} {
		source, found := author.Load(copied(t, name, dos))
		require.Empty(t, found)
		got, err := source.Build()
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want, got), name)
	}
}

// TestOtherLineEnds puts the line ends in the sources that only some programs take
// for such (NEL, LS, PS): in the place of all others, of one, and within a text.
// What cannot be read, or is not to be seen, is told with its place; a comment may
// hold them.
func TestOtherLineEnds(t *testing.T) {
	s := settings(t)
	for _, end := range []string{"\u0085", "\u2028", "\u2029"} {
		for name, tt := range map[string]struct {
			change func(string) string
			fine   bool
		}{
			"everywhere":   {func(s string) string { return strings.ReplaceAll(s, "\n", end) }, false},
			"one":          {func(s string) string { return strings.Replace(s, "\ncases:", end+"cases:", 1) }, false},
			"in a text":    {func(s string) string { return strings.Replace(s, "Your seat", "Your"+end+"seat", 1) }, false},
			"in a comment": {func(s string) string { return s + "# a" + end + "b: [\n" }, true},
		} {
			dir := copied(t, "en.yaml", tt.change)
			found := check(dir, s)
			require.Equal(t, tt.fine, len(found) == 0, "%U %s: %v", []rune(end), name, found)
			for _, f := range found {
				require.Positive(t, f.Line, "%U %s: %v", []rune(end), name, f)
				require.NotEmpty(t, f.Reason)
			}
		}
	}
}

func TestSourceOrderIsKept(t *testing.T) {
	source, _ := author.Load("sample")
	var ids []string
	for _, s := range source.Content().Library.Sources {
		ids = append(ids, s.ID)
	}
	assert.Equal(t, []string{"S-GAZETTE", "S-COMPANY", "S-INQUIRY", "S-SCHOOL"}, ids)
	assert.Equal(t, "C-CRACK", source.Content().Library.Claims[0].ID)
}

func TestBuildIsStable(t *testing.T) {
	var first []byte
	for range 5 {
		source, found := author.Load("sample")
		require.Empty(t, found)
		b, err := source.Build()
		require.NoError(t, err)
		if first == nil {
			first = b
		}
		require.True(t, bytes.Equal(first, b))
	}
}

func TestBuildRefusesWhatPlayCannotRelyOn(t *testing.T) {
	source, found := author.Load(copied(t, "pack.yaml", func(s string) string { return strings.Replace(s, "seat: island", "seat: moon", 1) }))
	require.Empty(t, found)
	_, err := source.Build()
	var bad *pack.Error
	require.ErrorAs(t, err, &bad)
	assert.Equal(t, "pack.yaml", filepath.Base(bad.File))
	assert.Equal(t, 104, bad.Line)
	assert.Equal(t, `is "moon", which is no layer of this pack`, bad.Reason)
}

func TestPlace(t *testing.T) {
	source, _ := author.Load("sample")
	tests := []struct {
		locale, path string
		line, column int
	}{
		{"", "", 1, 1},
		{"", "id", 5, 5},
		{"", "locales[1]", 9, 15},
		{"", "cases.crossing.steps.A2", 100, 9},
		{"", "cases[0].steps[1].date", 102, 15},
		{"", "cases.crossing.steps.A1.options.b.match", 91, 40},
		{"", "cases.crossing.steps.A1.options[1].match", 91, 40},
		{"", "cases.crossing.steps.A1.nothing.here", 78, 9}, // the nearest thing around it
		{"", "claims[0].since", 40, 12},
		{"", "[", 1, 1},
		{"", "..", 1, 1},
		{"", "]", 1, 1},
		{"en", "pack.title", 3, 10},
		{"en", "pack.before", 7, 3}, // a block begins on the line of its key
		{"en", "claims.C-9", 28, 1},
		{"fr", "cases.crossing.steps.A1.known.f2", 66, 11},
		{"fr", "cases.crossing.steps.A1.known.f2.more", 66, 53},
		{"xx", "pack.title", 0, 0},
	}
	for _, tt := range tests {
		_, line, column := source.Place(tt.locale, tt.path)
		assert.Equal(t, []int{tt.line, tt.column}, []int{line, column}, "%s %s", tt.locale, tt.path)
	}
}

func TestFindingAsText(t *testing.T) {
	f := author.Finding{Code: "no-hindsight", Level: lint.Error, File: "pack.yaml", Line: 4, Column: 5, Path: "a.b", Reason: "is late"}
	assert.Equal(t, "pack.yaml:4:5: a.b: is late [error: no-hindsight]", f.String())
	assert.EqualError(t, f.Err(), "pack.yaml:4:5: a.b: is late")
	assert.True(t, author.Failed([]author.Finding{{Level: lint.Warning}, f}))
	assert.False(t, author.Failed([]author.Finding{{Level: lint.Warning}}))
}

func TestCompiledPackIsLintedByPath(t *testing.T) {
	source, _ := author.Load(broken.Folder(t, "spoiler"))
	b, err := source.Build()
	require.NoError(t, err)
	found, err := author.LintFile("x.msgp", b, lint.Settings{})
	require.NoError(t, err)
	require.Len(t, found, 1)
	assert.Equal(t, "x.msgp: cases.crossing.steps.A1.then.t2.claims[1]: shows C-COUNT, which is what happened in step A2 [warning: spoiler]", found[0].String())
	_, err = author.LintFile("x.msgp", b[:100], lint.Settings{})
	assert.Error(t, err)
}

func TestDump(t *testing.T) {
	source, _ := author.Load("sample")
	b, err := source.Build()
	require.NoError(t, err)
	dump := func() string {
		p, err := pack.Open(b)
		require.NoError(t, err)
		var out strings.Builder
		require.NoError(t, author.Dump(&out, p))
		return out.String()
	}
	assert.Equal(t, dump(), dump())
	var got struct {
		ID      string
		Library struct {
			Claims []struct{ ID, Since, Says string }
		}
		Cases []struct {
			Steps []struct{ Date, Happened string }
		}
		Text map[string]map[string]string
	}
	require.NoError(t, json.Unmarshal([]byte(dump()), &got))
	assert.Equal(t, "ferry", got.ID)
	assert.Equal(t, "2020-03-02", got.Library.Claims[0].Since)
	assert.Equal(t, "b", got.Cases[0].Steps[1].Happened)
	assert.Equal(t, "L’auriez-vous laissé partir\u202f?", got.Text["fr"]["pack.tagline"])
	assert.NotContains(t, dump(), `\u`, "letters stay letters")
}

func TestWords(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("de.yaml", "locale: de\ngo: Los\nday: {one: \"{n} Tag\", other: \"{n} Tage\"}\n")
	write("en.yaml", "locale: en\ngo: Go\nday: {one: \"{n} day\", other: \"{n} days\"}\n")
	write("languages.txt", "# first\nen English\nde Deutsch\n")
	words, found := author.LoadWords(dir)
	require.Empty(t, found)
	assert.Empty(t, words.Lint(lint.Settings{}))
	c := words.Catalog()
	assert.Equal(t, []string{"en", "de"}, c.Tags(), "in the order of the list")
	assert.Equal(t, "3 days", c.Strings("en").Plural("day", 3))
	assert.Equal(t, "1 Tag", c.Strings("de").Plural("day", 1))

	write("de.yaml", "locale: de\ngo: \"\"\nstop: Halt\nday: {one: \"{x} Tag\", other: Tage}\n")
	words, found = author.LoadWords(dir)
	require.Empty(t, found)
	var got []string
	for _, f := range words.Lint(lint.Settings{}) {
		assert.Equal(t, filepath.Join(dir, "de.yaml"), f.File)
		got = append(got, f.Path+" "+f.Code)
	}
	assert.Equal(t, []string{"de: go string-missing", "de: stop string-stale", "de: day.other placeholder"}, got)

	_, found = author.LoadWords(t.TempDir())
	assert.Len(t, found, 1)
}

func TestStale(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.msgp")
	stale, err := author.Stale(file, []byte("new"))
	require.NoError(t, err)
	assert.True(t, stale, "a file that is missing is stale")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o644))
	stale, err = author.Stale(file, []byte("new"))
	require.NoError(t, err)
	assert.True(t, stale)
	stale, err = author.Stale(file, []byte("old"))
	require.NoError(t, err)
	assert.False(t, stale)
}

// TestTextCutAtAComma names the cause, where a text in braces has a comma and no
// quotes: its rest looks like a key.
func TestTextCutAtAComma(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, author.New(dir))
	file := filepath.Join(dir, "en.yaml")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	text := strings.Replace(string(b), "why: The timetable changed.}", "why: Later, but the same.}", 1)
	require.NotEqual(t, string(b), text)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	_, found := author.Load(dir)
	require.Len(t, found, 1)
	require.Contains(t, found[0].String(), "is the rest of a text that was cut at a comma [error: yaml-type]")
}

// TestFilesAsSystemsSaveThem reads the sample as editors and systems leave it: it
// is the same pack. What they put beside it is no part of it.
func TestFilesAsSystemsSaveThem(t *testing.T) {
	source, found := author.Load("sample")
	require.Empty(t, found)
	want, err := source.Build()
	require.NoError(t, err)
	save := func(change func(string) string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, name := range []string{"pack.yaml", "en.yaml", "fr.yaml"} {
				file := filepath.Join(dir, name)
				b, err := os.ReadFile(file)
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(file, []byte(change(string(b))), 0o644))
			}
		}
	}
	beside := func(names ...string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, name := range names {
				require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("\x00\x05\x16\x07"), 0o644))
			}
		}
	}
	for name, do := range map[string]func(*testing.T, string){
		"a mark":              save(func(s string) string { return "\ufeff" + s }),
		"lines of Windows":    save(func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }),
		"a mark and Windows":  save(func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") }),
		"lines of old Macs":   save(func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }),
		"no line end at last": save(strings.TrimSpace),
		"macOS on a stick":    beside("._en.yaml", "._pack.yaml", ".DS_Store"),
		"Office":              beside("~$fr.yaml", "~lock.yaml"),
		"Vim and others":      beside(".en.yaml.swp", ".de.yaml", "en.yaml~", ".en.yaml.new-X.yaml"),
		"Emacs": func(t *testing.T, dir string) {
			require.NoError(t, os.Symlink("nobody@nowhere.1", filepath.Join(dir, ".#en.yaml")))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t, "", nil)
			do(t, dir)
			source, found := author.Load(dir)
			require.Empty(t, found)
			b, err := source.Build()
			require.NoError(t, err)
			assert.Equal(t, want, b)
		})
	}
	for name, tt := range map[string]struct{ text, says string }{
		"UTF-16":       {"\xff\xfel\x00", "en.yaml:1:1: is saved as UTF-16"},
		"Windows-1252": {"locale: en\n# caf\xe9\n", "en.yaml:2:6: holds bytes that are not UTF-8"},
	} {
		dir := copied(t, "en.yaml", func(string) string { return tt.text })
		_, found := author.Load(dir)
		require.NotEmpty(t, found, name)
		assert.Contains(t, found[0].String(), tt.says)
		assert.Equal(t, "Save the file as UTF-8.", found[0].Mend)
	}
}
