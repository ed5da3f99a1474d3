package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// TestCardsFitTheirPicture: whatever was chosen at the first steps of any case, the
// card of it lies on one sheet, without a fault, and in type that is large enough where
// a preview shows it at half its size.
func TestCardsFitTheirPicture(t *testing.T) {
	engine := layout.New(face.New())
	words, err := packs.Strings()
	require.NoError(t, err)
	const width, height = 1200, 630
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p, err := packs.Open(id)
		require.NoError(t, err)
		for _, language := range p.Head().Locales {
			ctx := view.NewContext(p, words, language)
			ctx.Link = "https://hard-cases.a-rather-long-name-of-a-school.example/games/hard-cases/"
			for _, h := range p.Head().Cases {
				for option := range 4 {
					g := play.NewSession(p, 2, language)
					g.Send(play.OpenCase{Case: h.ID})
					g.Send(play.Begin{})
					for g.State().Screen != play.Debrief {
						s := g.State()
						if s.Screen == play.Seat {
							g.Send(play.Begin{})
							continue
						}
						c, err := p.Case(h.ID)
						require.NoError(t, err)
						options := c.Steps[s.Step].Options
						g.Send(play.Choose{Option: options[min(option, len(options)-1)].ID})
						g.Send(play.Commit{})
						g.Send(play.Next{})
					}
					card := view.ShareCard(ctx, g.State())
					r := layout.Fitted(engine, &card, width, height)
					require.Empty(t, layout.Audit(r), "%s %s %s", id, language, h.ID)
					require.InDelta(t, float64(height)/width, r.Height/r.Width, 0.001)
					require.LessOrEqual(t, r.Layers[0].Content, r.Height)
					require.LessOrEqual(t, r.Width, 1260.0, "%s %s %s %d: type would be under 14 of 1200", id, language, h.ID, option)
				}
			}
		}
	}
	long := view.Node{ID: "card", Role: view.Document, Children: []view.Node{{ID: "main", Role: view.Main, Children: []view.Node{
		{ID: "text", Role: view.Paragraph, Text: strings.Repeat("Much too long. ", 2000)}}}}}
	r := layout.Fitted(engine, &long, width, height)
	require.Empty(t, layout.Audit(r))
	require.Equal(t, r.Layers[0].Content, r.Height, "all of it is there")
}
