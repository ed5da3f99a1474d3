package theme

import (
	"fmt"
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/game/play"
	"hardcases/proving/contrast"
)

func TestPairs(t *testing.T) {
	for _, th := range All() {
		text := 4.5
		if th.Name == play.Contrast {
			text = 7
		}
		for _, p := range textPairs() {
			assert.GreaterOrEqual(t, contrast.Ratio(th.Color(p.front), th.Color(p.back)), text, describe(th, p))
		}
		for _, p := range shapePairs() {
			assert.GreaterOrEqual(t, contrast.Ratio(th.Color(p.front), th.Color(p.back)), 3.0, describe(th, p))
		}
	}
}

func describe(th *Theme, p pair) string {
	return fmt.Sprintf("%s: %v on %v", th.Name, th.Color(p.front), th.Color(p.back))
}

func TestEveryTokenHasAColour(t *testing.T) {
	for _, th := range All() {
		for k := Paper; k < tokens; k++ {
			assert.NotZero(t, th.Color(k).A, "token %d of %s", k, th.Name)
		}
		assert.Equal(t, color.RGBA{}, th.Color(None))
	}
}

func TestOf(t *testing.T) {
	tests := []struct {
		choice play.Theme
		dark   bool
		paper  color.RGBA
	}{
		{play.Auto, false, rgb(0xf6f2e9)},
		{play.Auto, true, rgb(0x11151b)},
		{play.Light, true, rgb(0xf6f2e9)},
		{play.Dark, false, rgb(0x11151b)},
		{play.Contrast, false, rgb(0xffffff)},
		{play.Contrast, true, rgb(0x000000)},
		{"", false, rgb(0xf6f2e9)},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.paper, Of(tt.choice, tt.dark).Color(Paper), "%s, dark %v", tt.choice, tt.dark)
	}
}

// pair is a colour that must be told from the one behind it.
type pair struct {
	front, back Token
}

// textPairs are the pairs in which words are set. WCAG 2.2, 1.4.3 asks for 4.5
// and 1.4.6 for 7, which the contrast themes keep.
func textPairs() []pair {
	return cross([]Token{Ink, Muted}, []Token{Paper, Card, YouBack, TheirsBack, Over},
		[]Token{You}, []Token{Paper, Card, YouBack, Over},
		[]Token{Theirs}, []Token{Paper, Card, TheirsBack, Over},
		[]Token{Paper}, []Token{Ink, InkOver, Muted},
		[]Token{Card}, []Token{You, Theirs},
	)
}

// shapePairs are the pairs in which a shape carries meaning: marks, axes, the
// edges of controls, the focus ring. WCAG 2.2, 1.4.11 asks for 3.
func shapePairs() []pair {
	return cross([]Token{Edge, Ink, Muted, You, Theirs, Warn}, []Token{Paper, Card, Over},
		[]Token{Edge, Ink, You}, []Token{YouBack},
		[]Token{Edge, Ink, Theirs}, []Token{TheirsBack},
	)
}

// cross lists every front of a group with every back of the group after it.
func cross(groups ...[]Token) []pair {
	var pairs []pair
	for i := 0; i+1 < len(groups); i += 2 {
		for _, front := range groups[i] {
			for _, back := range groups[i+1] {
				pairs = append(pairs, pair{front, back})
			}
		}
	}
	return pairs
}
