package locale_test

import (
	"regexp"
	"sort"
	"strings"
	"testing"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func catalog(t *testing.T) *locale.Catalog {
	t.Helper()
	return packs.Words(t)
}

func TestDates(t *testing.T) {
	en, fr := catalog(t).Strings("en"), catalog(t).Strings("fr")
	for _, tt := range []struct{ moment, en, fr, enShort, frShort string }{
		{"2022-08-31", "Wednesday 31 August 2022", "mercredi 31 août 2022", "31 Aug 2022", "31 août 2022"},
		{"2022-09-01", "Thursday 1 September 2022", "jeudi 1er septembre 2022", "1 Sep 2022", "1er sept. 2022"},
		{"2022-09-03T22:17Z", "Saturday 3 September 2022", "samedi 3 septembre 2022", "3 Sep 2022", "3 sept. 2022"},
		{"2017-05", "May 2017", "mai 2017", "May 2017", "mai 2017"},
		{"2013", "2013", "2013", "2013", "2013"},
	} {
		m, err := pack.ParseMoment(tt.moment)
		require.NoError(t, err)
		require.Equal(t, tt.en, en.Date(m))
		require.Equal(t, tt.fr, fr.Date(m))
		require.Equal(t, tt.enShort, en.ShortDate(m))
		require.Equal(t, tt.frShort, fr.ShortDate(m))
	}
	require.Equal(t, "no date on the page", en.ShortDate(pack.Moment{}))
}

func TestNumbers(t *testing.T) {
	en, fr := catalog(t).Strings("en"), catalog(t).Strings("fr")
	for _, tt := range []struct {
		x        float64
		decimals int
		en, fr   string
	}{{4.5, 1, "4.5", "4,5"}, {4, 1, "4", "4"}, {93.75, 0, "94", "94"}, {-0.01, 1, "0", "0"}, {-2.5, 1, "−2.5", "−2,5"}} {
		require.Equal(t, tt.en, en.Number(tt.x, tt.decimals))
		require.Equal(t, tt.fr, fr.Number(tt.x, tt.decimals))
	}
	require.Equal(t, "75%", en.Percent(75))
	require.Equal(t, "75\u202f%", fr.Percent(75))
}

func TestPlurals(t *testing.T) {
	en, fr := catalog(t).Strings("en"), catalog(t).Strings("fr")
	for _, tt := range []struct {
		n      int
		en, fr string
	}{{0, "0 steps", "0 étape"}, {1, "1 step", "1 étape"}, {2, "2 steps", "2 étapes"}} { // French counts 0 as one
		require.Equal(t, tt.en, en.Plural("home.steps", tt.n))
		require.Equal(t, tt.fr, fr.Plural("home.steps", tt.n))
	}
}

func TestLists(t *testing.T) {
	en := catalog(t).Strings("en")
	require.Equal(t, "", en.List(nil))
	require.Equal(t, "a", en.List([]string{"a"}))
	require.Equal(t, "a and b", en.List([]string{"a", "b"}))
	require.Equal(t, "a, b and c", en.List([]string{"a", "b", "c"}))
}

func TestMatch(t *testing.T) {
	c := catalog(t)
	require.Equal(t, "fr", c.Match("fr-CA", "en"))
	require.Equal(t, "fr", c.Match("de", "fr_FR"))
	require.Equal(t, "en", c.Match("de", ""))
	require.Equal(t, "en", c.Match())
}

// TestLanguagesAgree holds that every language has every key and the same
// {names} in it. Plural forms and day names beyond the first language's are a
// language's own business.
func TestLanguagesAgree(t *testing.T) {
	names := regexp.MustCompile(`\{[a-z]+\}`)
	own := regexp.MustCompile(`^day-of-month\.|\.(zero|one|two|few|many)$`)
	c := catalog(t)
	base := texts(c.Words[0])
	for _, l := range c.Words[1:] {
		other := texts(l)
		for key, text := range base {
			got, ok := other[key]
			if !ok && !own.MatchString(key) {
				t.Errorf("%s lacks %s", l.Locale, key)
				continue
			}
			if ok && !own.MatchString(key) {
				require.Equal(t, sorted(names.FindAllString(text, -1)), sorted(names.FindAllString(got, -1)), "%s: %s", l.Locale, key)
			}
		}
		for key := range other {
			if _, ok := base[key]; !ok && !own.MatchString(key) {
				t.Errorf("%s has %s, which %s lacks", l.Locale, key, c.Words[0].Locale)
			}
		}
	}
}

// TestEveryKindOfStepHasItsWords holds the kinds of step with words of their own
// to the same keys: those that any of them has, and the usual one beside them.
func TestEveryKindOfStepHasItsWords(t *testing.T) {
	words := texts(catalog(t).Words[0])
	usual := map[string]bool{}
	for key := range words {
		for _, k := range pack.StepKinds() {
			if own := k.Traits().Words; own != "" && strings.HasSuffix(key, own) {
				usual[strings.TrimSuffix(key, own)] = true
			}
		}
	}
	require.NotEmpty(t, usual)
	for key := range usual {
		for _, k := range pack.StepKinds() {
			require.Contains(t, words, k.Key(key))
		}
	}
}

func texts(l locale.Words) map[string]string {
	m := map[string]string{}
	for _, e := range l.Entries {
		m[e.Key] = e.Text
	}
	return m
}

func sorted(s []string) []string {
	sort.Strings(s)
	return s
}
