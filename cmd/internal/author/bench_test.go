package author_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
	"github.com/vmihailenco/msgpack/v5"
)

// grown is a whole pack of so many steps in ten cases, each step with a claim of
// its own. Texts are short, so that five languages of 10,000 steps stay below
// the largest file.
func grown(steps int, locales ...string) *pack.Content { return grownIn(10, steps, locales...) }

// grownIn is a pack of so many cases, with as many steps in each.
func grownIn(cases, steps int, locales ...string) *pack.Content {
	c := &pack.Content{ID: "grown", Version: "1", Licence: "CC0-1.0", Authors: []string{"A"}, Locales: locales, Text: map[string]map[string]string{}}
	c.Library = pack.Library{
		Principles: []string{"p", "q", "r", "s"}, Layers: []string{"l"}, Actors: []string{"a"},
		Sources: []pack.Source{grownSource("S-1"), grownSource("S-2")},
	}
	for n := range cases {
		one := pack.Case{ID: fmt.Sprint("c", n), Seat: "l", Minutes: 5}
		for i := range steps / cases {
			claim := fmt.Sprintf("C%d-%d", n, i)
			c.Library.Claims = append(c.Library.Claims, pack.Claim{ID: claim, Since: pack.Moment{Year: 2000, Month: 1, Day: 1}, Says: "press", Sources: []string{"S-1"}})
			one.Steps = append(one.Steps, grownStep(fmt.Sprint("S", i), claim, pack.Moment{Year: 2001 + i/336, Month: 1 + i/28%12, Day: 1 + i%28}))
		}
		c.Cases = append(c.Cases, one)
	}
	for _, l := range locales {
		c.Text[l] = map[string]string{}
	}
	for _, f := range lint.Check(c, lint.Settings{}) {
		if f.Locale != "" { // the texts that a language lacks are all of them
			c.Text[f.Locale][f.Path] = "Words"
		}
	}
	return c
}

func grownSource(id string) pack.Source {
	return pack.Source{ID: id, Title: "T", Publisher: "P", Date: pack.Moment{Year: 2000, Month: 1, Day: 1}, Kind: pack.Press, Confidence: pack.FromPublisher}
}

func grownStep(id, claim string, day pack.Moment) pack.Step {
	claims := []string{claim}
	return pack.Step{
		ID: id, Kind: pack.Decision, Date: day, Actor: "a", Seat: "l", Reasons: []string{"p", "q", "r", "s"},
		Known: []pack.Fact{{ID: "f1", Claims: claims}, {ID: "f2", Claims: claims}, {ID: "f3", Claims: claims}},
		Options: []pack.Option{
			{ID: "a", Ladder: 0, Match: pack.None, Serves: []string{"p", "q"}, Strain: []string{"r"}},
			{ID: "b", Ladder: 50, Match: pack.Full, Serves: []string{"r"}, Strain: []string{"q"}},
			{ID: "c", Ladder: 100, Match: pack.Partial, Serves: []string{"s"}, Strain: []string{"p"}},
		},
		Happened: "b", Outcome: claims,
		Then:    []pack.Consequence{{ID: "t1", Date: pack.Moment{Year: day.Year + 1}, Claims: claims}, {ID: "t2", Date: pack.Moment{Year: day.Year + 2}, Claims: claims}},
		Sources: []string{"S-1", "S-2"},
	}
}

var five = []string{"en", "fr", "de", "es", "it"}

// TestGrownPackIsClean holds the generated pack to the linter's rules on shape,
// so that the benchmarks measure what authors would write.
func TestGrownPackIsClean(t *testing.T) {
	for _, f := range lint.Check(grown(20, five...), lint.Settings{}) {
		require.NotEqual(t, lint.Error, f.Level, "%v", f)
	}
}

// BenchmarkFirstScreen opens a pack and makes its first screen. It costs the
// same for ten steps as for ten thousand.
func BenchmarkFirstScreen(b *testing.B) {
	words := packs.Words(b)
	for _, steps := range []int{10, 10_000} {
		file, err := pack.Build(grown(steps, five...))
		require.NoError(b, err)
		b.Run(fmt.Sprint(steps), func(b *testing.B) {
			b.ReportAllocs()
			b.ReportMetric(float64(len(file))/1e6, "MB")
			for b.Loop() {
				p, err := pack.Open(file)
				if err != nil {
					b.Fatal(err)
				}
				root := view.Screen(view.NewContext(p, words, "en"), play.NewState(1, "en"))
				if view.Find(&root, "cases") == nil {
					b.Fatal("no cases on the first screen")
				}
			}
		})
	}
}

// BenchmarkDecode decodes one case of a thousand steps and its texts: as packs
// do, as JSON with the standard library, and with another MessagePack library.
// The others read the same keys into the same shape, dates as plain text, which
// spares them the parsing of dates.
func BenchmarkDecode(b *testing.B) {
	c := grown(10_000, "en")
	var table pack.Table
	for key, text := range c.Text["en"] {
		if len(key) > 9 && key[:9] == "cases.c0." {
			table.Entries = append(table.Entries, pack.Entry{Key: key, Text: text})
		}
	}
	one, err := c.Cases[0].MarshalMsg(nil)
	require.NoError(b, err)
	texts, err := table.MarshalMsg(nil)
	require.NoError(b, err)
	var other struct {
		Case plainCase
		Text plainTable
	}
	unmarshal(b, one, &other.Case)
	unmarshal(b, texts, &other.Text)
	require.Len(b, other.Case.Steps, 1000)
	require.Len(b, other.Text.Entries, len(table.Entries))
	oneJSON, err := json.Marshal(other.Case)
	require.NoError(b, err)
	textsJSON, err := json.Marshal(other.Text)
	require.NoError(b, err)

	b.Run("pack", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var c pack.Case
			var t pack.Table
			if _, err := c.UnmarshalMsg(one); err != nil {
				b.Fatal(err)
			}
			if _, err := t.UnmarshalMsg(texts); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var c plainCase
			var t plainTable
			if err := json.Unmarshal(oneJSON, &c); err != nil {
				b.Fatal(err)
			}
			if err := json.Unmarshal(textsJSON, &t); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("msgpack", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var c plainCase
			var t plainTable
			unmarshal(b, one, &c)
			unmarshal(b, texts, &t)
		}
	})
}

func unmarshal(b *testing.B, data []byte, v any) {
	d := msgpack.GetDecoder()
	defer msgpack.PutDecoder(d)
	d.Reset(bytes.NewReader(data))
	d.SetCustomStructTag("json")
	if err := d.Decode(v); err != nil {
		b.Fatal(err)
	}
}

// The shape of a case and its texts for the other libraries.
type (
	plainCase struct {
		ID      string      `json:"id"`
		Seat    string      `json:"seat"`
		Minutes int         `json:"minutes"`
		Steps   []plainStep `json:"steps"`
	}
	plainStep struct {
		ID       string        `json:"id"`
		Kind     string        `json:"kind"`
		Date     string        `json:"date"`
		Actor    string        `json:"actor"`
		Seat     string        `json:"seat"`
		Known    []plainFact   `json:"known"`
		Reasons  []string      `json:"reasons"`
		Options  []plainOption `json:"options"`
		Happened string        `json:"happened"`
		Outcome  []string      `json:"outcome"`
		Then     []plainEvent  `json:"then"`
		Sources  []string      `json:"sources"`
		Caveats  []string      `json:"caveats"`
	}
	plainFact struct {
		ID     string   `json:"id"`
		Claims []string `json:"claims"`
	}
	plainOption struct {
		ID      string   `json:"id"`
		Ladder  int      `json:"ladder"`
		Match   string   `json:"match"`
		Serves  []string `json:"serves"`
		Strains []string `json:"strains"`
	}
	plainEvent struct {
		ID     string   `json:"id"`
		Date   string   `json:"date"`
		Claims []string `json:"claims"`
	}
	plainTable struct {
		Entries []plainEntry `json:"entries"`
	}
	plainEntry struct {
		Key  string `json:"k"`
		Text string `json:"t"`
	}
)

// BenchmarkLint checks packs in two languages with every rule.
func BenchmarkLint(b *testing.B) {
	for _, steps := range []int{1000, 10_000} {
		c := grown(steps, "en", "fr")
		b.Run(fmt.Sprint(steps), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				lint.Check(c, lint.Settings{})
			}
		})
	}
}
