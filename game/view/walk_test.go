package view_test

import (
	"testing"

	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestRunningText holds what counts as one running text, for the eye, the ear and
// the terminal alike.
func TestRunningText(t *testing.T) {
	word := view.Node{ID: "a", Role: view.TextRole, Text: "A "}
	term := view.Node{ID: "b", Role: view.Button, Look: view.Term, Text: "word"}
	action := view.Node{ID: "c", Role: view.Button, Look: view.Quiet, Text: "Go"}
	for name, tt := range map[string]struct {
		n    view.Node
		want bool
		text string
	}{
		"a paragraph":                  {view.Node{Role: view.Paragraph, Children: []view.Node{word, term}}, true, "A word"},
		"a cell":                       {view.Node{Role: view.Cell, Children: []view.Node{word, term}}, true, "A word"},
		"a paragraph with a box in it": {view.Node{Role: view.Paragraph, Children: []view.Node{word, action}}, false, "A  Go"},
		"words side by side":           {view.Node{Role: view.Generic, Look: view.Flow, Children: []view.Node{term, term}}, false, "word word"},
		"the words of a vote":          {view.Node{Role: view.ListItem, Look: view.Tally, Children: []view.Node{word, term}}, false, "A  word"},
		"nothing":                      {view.Node{Role: view.Paragraph}, false, ""},
		"a text without parts":         {view.Node{Role: view.Paragraph, Text: "A word"}, false, "A word"},
	} {
		require.Equal(t, tt.want, view.Running(&tt.n), name)
		require.Equal(t, tt.text, view.Text(&tt.n), name)
	}
}
