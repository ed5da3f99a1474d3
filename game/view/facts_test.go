package view_test

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestASheetSaysWhichFactOfHowMany opens each fact of a decision: all of it stands there,
// with its number and how many there are, and one press leads to the next.
func TestASheetSaysWhichFactOfHowMany(t *testing.T) {
	p, words := shipped(t)
	s := play.NewSession(p, 2, "en")
	ctx := view.NewContext(p, words, "en")
	s.Send(play.OpenCase{Case: "y2019"})
	s.Send(play.Begin{})
	s.Send(play.OpenSource{Fact: "f1"})
	for _, want := range []string{"Fact 1 of 5", "Fact 2 of 5", "Fact 3 of 5", "Fact 4 of 5", "Fact 5 of 5"} {
		root := view.Screen(ctx, s.State())
		require.Contains(t, view.Modal(&root).Name, want)
		whole := ctx.Text.Fact("y2019", "B1", s.State().Sheet.ID).Whole()
		require.Equal(t, whole, view.Text(view.Find(&root, "sheet-fact")))
		if next := view.Find(&root, "next-fact"); next != nil {
			s.Send(next.On)
		}
	}
}
