package pseudo_test

import (
	"testing"
	"unicode/utf8"

	"hardcases/proving/packs"
	"hardcases/proving/pseudo"

	"github.com/stretchr/testify/require"
)

func TestStretch(t *testing.T) {
	require.Equal(t, "", pseudo.Stretch(""))
	require.Equal(t, "[Nümbééér {n} ööf {total}]", pseudo.Stretch("Number {n} of {total}"))
	text := "Three times, a company that shields millions of sites had to decide whether to stop."
	got := pseudo.Stretch(text)
	ratio := float64(utf8.RuneCountInString(got)) / float64(utf8.RuneCountInString(text))
	require.InDelta(t, 1.4, ratio, 0.06, got)
}

func TestAdd(t *testing.T) {
	p := packs.First(t)
	with, words, err := pseudo.Add(p, packs.Words(t))
	require.NoError(t, err)
	require.Equal(t, []string{"en", "fr", pseudo.Longer, pseudo.Mirrored}, with.Head().Locales)
	require.NoError(t, with.Validate())
	require.Equal(t, pseudo.Stretch(p.Text("en").Get("pack", "tagline")), with.Text(pseudo.Longer).Get("pack", "tagline"))
	require.Equal(t, pseudo.Stretch("Log"), words.Strings(pseudo.Longer).Get("bar.log"))
	require.Equal(t, "Log", words.Strings(pseudo.Mirrored).Get("bar.log"))
	require.Equal(t, "4.5", words.Strings(pseudo.Longer).Number(4.5, 1))
}
