package code_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hardcases/game/code"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// TestCodesOutliveEditsOfWords changes what does not change which option a choice
// is, and what does.
func TestCodesOutliveEditsOfWords(t *testing.T) {
	day, err := pack.ParseMoment("2017-08-15")
	require.NoError(t, err)
	step := func(c *pack.Content) *pack.Step { return &c.Cases[0].Steps[0] }
	for _, tt := range []struct {
		name   string
		change func(*pack.Content)
		fits   bool
	}{
		{"nothing", func(*pack.Content) {}, true},
		{"a comma in French", func(c *pack.Content) { c.Text["fr"]["pack.title"] += "," }, true},
		{"every text", func(c *pack.Content) {
			for _, texts := range c.Text {
				for key := range texts {
					if !pack.IsWordList(key) {
						texts[key] += "."
					}
				}
			}
		}, true},
		{"a language less", func(c *pack.Content) { c.Locales = c.Locales[:1]; delete(c.Text, "fr") }, true},
		{"a language more", func(c *pack.Content) { c.Locales = append(c.Locales, "de"); c.Text["de"] = c.Text["en"] }, true},
		{"version, licence and authors", func(c *pack.Content) { c.Version, c.Licence, c.Authors = "9", "CC0", []string{"B"} }, true},
		{"a source", func(c *pack.Content) { c.Library.Sources[0].Title += "!" }, true},
		{"a date", func(c *pack.Content) { step(c).Date = day }, true},
		{"what happened", func(c *pack.Content) { step(c).Happened = "a" }, true},
		{"the reasons on offer", func(c *pack.Content) { step(c).Reasons = step(c).Reasons[:2] }, true},
		{"minutes", func(c *pack.Content) { c.Cases[0].Minutes++ }, true},

		{"no bet where there was one", func(c *pack.Content) { step(c).Kind = pack.Estimate }, false},

		{"an option more", func(c *pack.Content) {
			o := step(c).Options[3]
			o.ID = "e"
			step(c).Options = append(step(c).Options, o)
		}, false},
		{"an option less", func(c *pack.Content) { step(c).Options = step(c).Options[:3] }, false},
		{"two options changed round", func(c *pack.Content) { o := step(c).Options; o[0], o[1] = o[1], o[0] }, false},
		{"an option at another place", func(c *pack.Content) { step(c).Options[1].Ladder++ }, false},
		{"an option with another id", func(c *pack.Content) { step(c).Options[1].ID = "z" }, false},
		{"a step with another id", func(c *pack.Content) { step(c).ID = "A0" }, false},
		{"two steps changed round", func(c *pack.Content) { s := c.Cases[0].Steps; s[0], s[1] = s[1], s[0] }, false},
		{"a step less", func(c *pack.Content) { c.Cases[0].Steps = c.Cases[0].Steps[1:] }, false},
		{"a case with another id", func(c *pack.Content) { c.Cases[len(c.Cases)-1].ID = "other" }, false},
		{"two cases changed round", func(c *pack.Content) { c.Cases[0], c.Cases[1] = c.Cases[1], c.Cases[0] }, false},
		{"another id", func(c *pack.Content) { c.ID = "mine" }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, other := form(t), rebuilt(t, tt.change)
			want := choices(f, rand.New(rand.NewPCG(1, 9)))
			got, err := other.Read(f.Code(want))
			if tt.fits {
				require.NoError(t, err)
				require.Equal(t, want, got)
				return
			}
			require.Error(t, err)
			if other.Pack == f.Pack && len(other.Code(nil)) == len(f.Code(nil)) {
				require.ErrorContains(t, err, "whose codes begin with "+f.Code(nil)[:4])
			}
		})
	}
}

// TestSlipsOfTheHand measures how many of the slips that people make are taken for
// other answers: at most 0.3 % of each kind.
func TestSlipsOfTheHand(t *testing.T) {
	const tries, most = 20000, 60
	f := form(t)
	r := rand.New(rand.NewPCG(3, 1))
	groups := func(s string) []string { return strings.Split(s, "-") }
	swap := func(i, j int) func(string) string {
		return func(s string) string {
			g := groups(s)
			g[i], g[j] = g[j], g[i]
			return strings.Join(g, "-")
		}
	}
	pairs := func(group int) func(string) string {
		return func(s string) string {
			g := groups(s)
			g[group] = g[group][2:] + g[group][:2]
			return strings.Join(g, "-")
		}
	}
	for _, tt := range []struct {
		name string
		slip func(string) string
	}{
		{"middle groups", swap(1, 2)}, {"last groups", swap(2, 3)}, {"first groups", swap(0, 1)}, {"outer groups", swap(0, 3)}, {"second and last", swap(1, 3)},
		{"pairs of group 1", pairs(0)}, {"pairs of group 2", pairs(1)}, {"pairs of group 3", pairs(2)}, {"pairs of group 4", pairs(3)},
		{"a group turned round", func(s string) string { g := groups(s); g[2] = reversed(g[2]); return strings.Join(g, "-") }},
		{"all turned round", func(s string) string { return reversed(s) }},
		{"three wrong", func(s string) string {
			b := []byte(s)
			for range 3 {
				if i := r.IntN(len(b)); b[i] != '-' {
					b[i] = code.Alphabet[r.IntN(len(code.Alphabet))]
				}
			}
			return string(b)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			taken, tried := 0, 0
			for range tries {
				good := f.Code(choices(f, r))
				bad := tt.slip(good)
				if bad == good {
					continue
				}
				tried++
				if _, err := f.Read(bad); err == nil {
					taken++
				}
			}
			t.Logf("%d of %d taken", taken, tried)
			require.LessOrEqual(t, taken*tries, most*tried)
		})
	}
}

func reversed(s string) string {
	var b strings.Builder
	for i := len(s) - 1; i >= 0; i-- {
		b.WriteByte(s[i])
	}
	return b.String()
}
