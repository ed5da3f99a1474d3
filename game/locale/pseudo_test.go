package locale_test

import (
	"testing"
	"unicode/utf8"

	"hardcases/game/locale"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func TestStretch(t *testing.T) {
	require.Equal(t, "", locale.Stretch(""))
	require.Equal(t, "[Nümbééér {n} ööf {total}]", locale.Stretch("Number {n} of {total}"))
	text := "Three times, a company that shields millions of sites had to decide whether to stop."
	got := locale.Stretch(text)
	ratio := float64(utf8.RuneCountInString(got)) / float64(utf8.RuneCountInString(text))
	require.InDelta(t, 1.4, ratio, 0.06, got)
}

func TestPseudo(t *testing.T) {
	p := packs.First(t)
	with, words, err := locale.Pseudo(p, catalog(t))
	require.NoError(t, err)
	require.Equal(t, []string{"en", "fr", locale.Longer, locale.Mirrored}, with.Head().Locales)
	require.NoError(t, with.Validate())
	require.Equal(t, locale.Stretch(p.Text("en").Get("pack", "tagline")), with.Text(locale.Longer).Get("pack", "tagline"))
	require.Equal(t, locale.Stretch("Log"), words.Strings(locale.Longer).Get("bar.log"))
	require.Equal(t, "Log", words.Strings(locale.Mirrored).Get("bar.log"))
	require.Equal(t, "4.5", words.Strings(locale.Longer).Number(4.5, 1))
	require.True(t, locale.RightToLeft(locale.Mirrored))
	require.False(t, locale.RightToLeft("fr"))
}
