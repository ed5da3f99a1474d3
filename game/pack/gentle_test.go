package pack_test

import (
	"os"
	"path/filepath"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

func TestGentleWording(t *testing.T) {
	c := sample()
	c.Text["en"]["cases.one.steps.A1.gentle.happened"] = "Softly."
	c.Text["en"][pack.GentleWords] = "hard|harsh"
	p, err := pack.Open(build(t, c))
	require.NoError(t, err)
	require.NoError(t, p.Validate())
	usual := p.Text("en")
	gentle := usual.Gentle()
	at := []string{"cases", "one", "steps", "A1", "happened"}
	require.Equal(t, c.Text["en"]["cases.one.steps.A1.happened"], usual.Get(at...))
	require.Equal(t, "Softly.", gentle.Get(at...))
	require.Equal(t, "Softly.", gentle.Get("cases.one.steps.A1", "gentle.happened"))
	require.Equal(t, usual.Get("cases.one.title"), gentle.Get("cases.one.title"))
	require.Equal(t, usual.Get("cases.one.steps.A1.title"), gentle.Get("cases.one.steps.A1.title"))
	require.True(t, usual.Softens("one", "A1"))
	require.False(t, usual.Softens("one", "A"))
	require.False(t, p.Text("fr").Softens("one", "A1"))
	require.False(t, usual.Softens("two", "A1"))
	require.Equal(t, "hard|harsh", usual.Get(pack.GentleWords))
}

func TestGentleKeys(t *testing.T) {
	for key, want := range map[string]string{
		"cases.one.steps.A1.known.f1":        "cases.one.steps.A1.gentle.known.f1",
		"cases.one.steps.A1.title":           "cases.one.steps.A1.gentle.title",
		"cases.one.steps.A1.gentle.known.f1": "",
		"cases.one.title":                    "",
		"cases.one.open.o1.steps.A1":         "",
		"claims.C-1":                         "",
		"":                                   "",
	} {
		got, ok := pack.GentleKey(key)
		require.Equal(t, want, got, key)
		require.Equal(t, want != "", ok, key)
	}
}

// TestOldPacksSoftenNothing reads a pack of the first days of the format.
func TestOldPacksSoftenNothing(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "format1", "sample.msgp"))
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	for _, h := range p.Head().Cases {
		one, err := p.Case(h.ID)
		require.NoError(t, err)
		for _, st := range one.Steps {
			text := p.Text("en")
			require.False(t, text.Softens(h.ID, st.ID))
			require.Equal(t, text.Get("cases", h.ID, "steps", st.ID, "happened"), text.Gentle().Get("cases", h.ID, "steps", st.ID, "happened"))
		}
	}
}
