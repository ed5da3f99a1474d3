package proof_test

import (
	"html"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/proof"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEverythingIsThere holds the page to every text of every language, every
// source's address and every claim.
func TestEverythingIsThere(t *testing.T) {
	for _, id := range assets.Packs() {
		p := packs.Named(t, id)
		b, err := proof.Page(p)
		require.NoError(t, err)
		page := string(b)
		c, err := p.Unpack()
		require.NoError(t, err)
		for _, l := range c.Locales {
			for key, text := range c.Text[l] {
				assert.True(t, strings.Contains(page, html.EscapeString(strings.TrimSpace(text))), "%s %s", l, key)
			}
		}
		for _, s := range c.Library.Sources {
			assert.True(t, strings.Contains(page, html.EscapeString(s.Address)))
			assert.True(t, strings.Contains(page, html.EscapeString(s.Title)))
		}
		assert.True(t, strings.Contains(page, "Flesch–Kincaid"))
		assert.True(t, strings.Contains(page, "Kandel–Moles"))
	}
}

func TestTextStaysText(t *testing.T) {
	p := packs.Named(t, "elsewhere")
	c, err := p.Unpack()
	require.NoError(t, err)
	const bad = `"><script>alert(1)</script>`
	c.Text["en"]["cases.galileo2014.title"] = bad
	c.Library.Sources[0].Title = bad
	c.Library.Sources[0].Address = "https://example.org/" + bad
	c.Licence = bad
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err = pack.Open(b)
	require.NoError(t, err)
	out, err := proof.Page(p)
	require.NoError(t, err)
	assert.False(t, strings.Contains(string(out), "<script>"))
}

// TestBalanceIsCounted looks at what an editor is told of the pack and of one of
// its steps.
func TestBalanceIsCounted(t *testing.T) {
	b, err := proof.Page(packs.Named(t, "cloudflare"))
	require.NoError(t, err)
	page := string(b)
	for _, want := range []string{
		"an order drawn for each game",
		"In class, what happened stands at</th><td>A 3, B 3, C 8, D 5; last 6 times",
		"Keep their order for those who play alone</th><td>C8",
		"Letters through m30</th><td>lesson 1: D C D",
		"known f1 · B-03 · opens SRC-CNN19A", // of the very day
		"known f5 · B-10 · known inside",
		"known f1 · A-05 · public; our copy is later",
		"C (d) at 90, full · does service-ends, reasons-given",
	} {
		assert.True(t, strings.Contains(page, want), want)
	}
}
