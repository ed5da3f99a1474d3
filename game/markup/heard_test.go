package markup

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestWhatIsShownInPiecesIsHeardWhole: pieces that stand out to the eye are one sentence
// to the ear, who says so is heard with its button, and a number with its line.
func TestWhatIsShownInPiecesIsHeardWhole(t *testing.T) {
	hidden := func(n view.Node, id string) bool {
		for _, a := range find(t, Render(&view.Node{ID: "s", Children: []view.Node{n}}, nil), id).Attrs {
			if a.Name == "aria-hidden" {
				return a.Value == "true"
			}
		}
		return false
	}
	pieces := view.Node{ID: "extract", Role: view.Paragraph, Look: view.Quote, Children: []view.Node{
		{ID: "a", Role: view.TextRole, Text: "the "}, {ID: "b", Role: view.Strong, Text: "word"},
	}}
	whole := view.Node{ID: "whole", Role: view.Paragraph, Look: view.Unseen, Text: "the word"}
	card := view.Node{ID: "card", Role: view.Generic, Children: []view.Node{whole, pieces}}
	require.False(t, hidden(card, "whole"))
	require.True(t, hidden(card, "extract"))
	card.Children[0].Text = "another word"
	require.False(t, hidden(card, "extract"), "nothing has said it")

	cite := view.Node{ID: "cite", Role: view.Paragraph, Look: view.Cite, Children: []view.Node{
		{ID: "who", Role: view.Button, Look: view.Inline, Text: "who?", Name: "Who? Sources of fact 1: press", On: play.OpenSource{}},
		{ID: "says", Role: view.TextRole, Text: " press"},
	}}
	item := view.Node{ID: "item", Role: view.ListItem, Mark: "1", Children: []view.Node{{ID: "text", Role: view.Paragraph, Text: "A fact."}, cite}}
	require.True(t, hidden(item, "says"))
	require.False(t, hidden(item, "who"))
	mark := find(t, Render(&view.Node{ID: "s", Children: []view.Node{item}}, nil), "item").Children[0]
	require.Equal(t, "1", mark.Text)
	require.Equal(t, "text", mark.Node, "it lies where its line does")
}
