package layout

import (
	"fmt"
	"strconv"
	"testing"

	"hardcases/game/view"
	"hardcases/scenes/theme"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// splitsOf is a class of so many that split in two halves at each of n steps, of which
// every third has a scale of its own. The places of two options are close.
func splitsOf(n, pupils int) *view.Chart {
	c := &view.Chart{
		Kind: view.Splits, XTicks: []view.Tick{{At: 0, Label: "keep serving"}, {At: 100, Label: "cut off"}},
		Table: [][]string{{"Step", "Date", "The class", "They", "Alone"}},
	}
	you, theirs, alone := view.Series{Kind: view.You, Name: "one dot a vote"}, view.Series{Kind: view.Happened, Name: "They"}, view.Series{Kind: view.Others, Name: "Alone"}
	for i := range n {
		y := float64(i)
		c.Rungs = append(c.Rungs, view.Rung{Own: i%3 == 2})
		c.Table = append(c.Table, []string{"Does your answer of that night stand?", "16 août 2017", "", "", ""})
		for j, x := range []float64{0, 5, 65, 100} {
			votes := 0
			if j == 0 || j == 3 {
				votes = pupils / 2
			}
			mark := string(rune('A' + j))
			you.Points = append(you.Points, view.Point{X: x, Y: y, Mark: mark, Weight: votes, Label: strconv.Itoa(votes)})
			alone.Points = append(alone.Points, view.Point{X: x, Y: y, Mark: mark, Label: strconv.Itoa(j)})
		}
		theirs.Points = append(theirs.Points, view.Point{X: 100, Y: y, Mark: "D"})
	}
	c.Series = []view.Series{alone, theirs, you}
	return c
}

// TestSplits holds that each vote is one dot, that no two lie on each other, and that
// fourteen to fourteen look so, at every width.
func TestSplits(t *testing.T) {
	for _, steps := range []int{1, 5, 9} {
		for _, width := range []float64{320, 390, 1366} {
			for _, scale := range []float64{1, 2} {
				for _, pupils := range []int{0, 28, 60} {
					r := New(ruler{}).Layout(chartScreen(splitsOf(steps, pupils)), Input{Width: width, Height: 900, TextScale: scale})
					what := fmt.Sprintf("%d steps at %v, text %v, %d pupils", steps, width, scale, pupils)
					require.Empty(t, Audit(r), what)
					dots := marks(r, Circle, theme.You)
					require.Len(t, dots, steps*pupils, what)
					require.Len(t, marks(r, Diamond, theme.Theirs), steps, what)
					require.Len(t, marks(r, Line, theme.Edge), steps/3, "scales of their own: %s", what)
					for i := range dots {
						assert.GreaterOrEqual(t, dots[i].Rect.X, 0.0, what)
						assert.LessOrEqual(t, dots[i].Rect.Right(), width, what)
						for j := range i {
							require.True(t, dots[i].Rect.Intersect(dots[j].Rect).Empty(), "two dots on each other: %s", what)
						}
					}
				}
			}
		}
	}
}
