package graph_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/graph"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPictures draws the shipped packs: each is XML, shows every option and
// marks what happened.
func TestPictures(t *testing.T) {
	for _, id := range assets.Packs() {
		p := packs.Named(t, id)
		for _, l := range p.Head().Locales {
			b, err := graph.SVG(p, l)
			require.NoError(t, err)
			elements := count(t, b)
			c, err := p.Unpack()
			require.NoError(t, err)
			happened, others := 0, 0
			for _, one := range c.Cases {
				for _, st := range one.Steps {
					for _, o := range st.Options {
						if o.ID == st.Happened {
							happened++
						} else {
							others++
						}
					}
				}
			}
			assert.Equal(t, others, elements["circle"])
			assert.Equal(t, happened, elements["path"], "the diamonds")
		}
	}
}

// count reads XML and counts its elements.
func count(t *testing.T, b []byte) map[string]int {
	t.Helper()
	n := map[string]int{}
	in := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		require.NoError(t, err)
		if e, ok := tok.(xml.StartElement); ok {
			n[e.Name.Local]++
		}
	}
}

// TestTextStaysText draws a pack whose text looks like markup.
func TestTextStaysText(t *testing.T) {
	p := packs.Named(t, "elsewhere")
	c, err := p.Unpack()
	require.NoError(t, err)
	c.Text["en"]["cases.galileo2014.title"] = `</text><script>alert("1")</script>`
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err = pack.Open(b)
	require.NoError(t, err)
	out, err := graph.SVG(p, "en")
	require.NoError(t, err)
	assert.Zero(t, count(t, out)["script"])
	assert.Contains(t, string(out), "&lt;script&gt;")
}
