package breaks_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/proving/screens"
	"hardcases/scenes/breaks"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// parted is a text in its pieces.
func parted(m interface {
	Lines(text string, each func(end int, must bool))
	Graphemes(text string, each func(end int))
}, text string,
) (lines, graphemes []int) {
	m.Lines(text, func(end int, must bool) {
		if must && end < len(text) {
			end = -end
		}
		lines = append(lines, end)
	})
	m.Graphemes(text, func(end int) { graphemes = append(graphemes, end) })
	return lines, graphemes
}

var _ layout.Measurer = &face.Set{}

// bracketed is what newer rules break at.
var bracketed = regexp.MustCompile(`["“”«»’] +[(\[]`)

// TestAlike: every text of every screen is parted only where the shaper parts it, too,
// which sets the picture, and so are these. The shaper knows newer rules, by which a
// line may end between a quotation mark and a bracket (LB15 before Unicode 15.1).
func TestAlike(t *testing.T) {
	faces := face.New()
	texts := []string{"", "a\nb", "one-two three\u00a0four\u202f!", "l’été 1\u00ad2", "e\u0301x", "漢字かな", "🏴‍☠️ 5 %"}
	for _, language := range screens.Languages() {
		list, err := screens.All(language)
		require.NoError(t, err)
		for _, s := range list {
			view.Walk(s.Root, func(n *view.Node, _ int) bool {
				texts = append(texts, n.Text)
				return true
			})
		}
	}
	seen := map[string]bool{}
	for _, text := range texts {
		if seen[text] {
			continue
		}
		seen[text] = true
		lines, graphemes := parted(breaks.Unicode{}, text)
		shaped, shapes := parted(faces, text)
		require.Subset(t, shaped, lines, "%q", text)
		if !bracketed.MatchString(text) {
			require.Equal(t, shaped, lines, "%q", text)
		}
		require.Equal(t, shapes, graphemes, "%q", text)
	}
	require.Greater(t, len(seen), 1000)
}
