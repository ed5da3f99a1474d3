package pack_test

import (
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

func TestFactInParts(t *testing.T) {
	c := sample()
	at := "cases.one.steps.A1.known.f1"
	c.Text["en"][at+".first"] = "A crack was found:"
	c.Text["en"][at+".more"] = "a passenger took a picture."
	c.Text["en"][at+".rest"] = "It was printed."
	c.Text["fr"][at] = "On a trouvé une fissure."
	c.Text["en"]["cases.one.steps.A1.gentle.known.f1.more"] = "somebody saw it."
	p, err := pack.Open(build(t, c))
	require.NoError(t, err)
	require.NoError(t, p.Validate())

	en, fr := p.Text("en"), p.Text("fr")
	require.Equal(t, pack.FactText{First: "A crack was found:", More: "a passenger took a picture.", Rest: "It was printed."}, en.Fact("one", "A1", "f1"))
	require.Equal(t, "A crack was found: a passenger took a picture.", en.Fact("one", "A1", "f1").InView())
	require.Equal(t, "A crack was found: a passenger took a picture. It was printed.", en.Get(at))
	require.True(t, en.Has(at))
	require.Equal(t, "A crack was found: somebody saw it. It was printed.", en.Gentle().Get(at), "only what differs is written twice")

	require.Equal(t, pack.FactText{More: "On a trouvé une fissure."}, fr.Fact("one", "A1", "f1"), "a pack without parts shows the whole")
	require.Equal(t, "On a trouvé une fissure.", fr.Get(at))

	require.Equal(t, pack.FactText{}, en.Fact("one", "A2", "f1"))
	require.Equal(t, pack.FactText{}, en.Fact("two", "A1", "f1"))
	require.Empty(t, en.Get("cases.one.steps.A2.known.f1"))
}

func TestFactKeys(t *testing.T) {
	for key, want := range map[string]bool{
		"cases.one.steps.A1.known.f1":             true,
		"cases.one.steps.A1.gentle.known.f1":      true,
		"cases.one.steps.A1.known.f1.first":       false,
		"cases.one.steps.A1.gentle.known.f1.more": false,
		"cases.one.steps.A1.then.t1":              false,
		"cases.one.steps.A1.known":                false,
		"claims.C-1":                              false,
	} {
		require.Equal(t, want, pack.IsFact(key), key)
	}
}
