package layout

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

func rungsOf() *view.Chart {
	c := &view.Chart{Kind: view.Rungs, XName: "time, to scale", Breaks: []float64{70},
		XTicks: []view.Tick{{At: 0, Label: "keep serving"}, {At: 100, Label: "cut off"}},
		Series: []view.Series{{Kind: view.Happened, Name: "They"}, {Kind: view.You, Name: "You"}},
		Table: [][]string{
			{"Step", "Date", "You", "They", "bet, against guessing"},
			{"The paid extra", "20 Aug", "end the extra, and keep the shield for now", "the same", "0"},
			{"What to say", "25 Aug", "announce a review", "say nothing yet", "+64"},
			{"Threats grow", "3 Sep", "skipped", "block right away", "–"},
			{"The copies", "6 Sep", "not played", "–", "–"},
			{"The estimate", "30 Sep", "a fifth is left", "about half was left", "−76"},
		},
		Rungs: []view.Rung{{Time: 0}, {Time: 12}, {Time: 34}, {Time: 41, Closed: true}, {Time: 100, Own: true}},
	}
	for row, xs := range [][2]float64{{40, 40}, {65, 5}, {-1, 100}, {-1, -1}, {20, 24}} {
		for s, x := range []float64{xs[1], xs[0]} {
			if x >= 0 {
				c.Series[s].Points = append(c.Series[s].Points, view.Point{X: x, Y: float64(row)})
			}
		}
	}
	return c
}

// TestRungs holds that each step has its row with all that the table says, that the
// same place is one mark, that what is not played shows nothing, and that time is
// to scale with its break.
func TestRungs(t *testing.T) {
	for _, width := range []float64{320, 390, 768, 1366} {
		for _, scale := range []float64{1, 2} {
			c := rungsOf()
			r := New(ruler{}).Layout(chartScreen(c), Input{Width: width, Height: 800, TextScale: scale})
			what := fmt.Sprintf("at %v, text %v", width, scale)
			require.Empty(t, Audit(r), what)
			said := squeeze(fmt.Sprint(lines(r, "chart")))
			for _, row := range c.Table[1:] {
				for _, cell := range row {
					assert.Contains(t, said, squeeze(cell), what)
				}
			}
			you, theirs := marks(r, Circle, theme.You), marks(r, Diamond, theme.Theirs)
			require.Len(t, you, 3, what)
			require.Len(t, theirs, 4, what)
			assert.Equal(t, middle(you[0]), middle(theirs[0]), "one mark: %s", what)
			assert.Less(t, theirs[0].Rect.W, you[0].Rect.W, what)
			last, lastYou := theirs[3].Rect, you[2].Rect
			assert.True(t, last.X >= lastYou.Right() || lastYou.X >= last.Right(), "both are seen: %s", what)

			times := marks(r, Circle, theme.Ink)
			require.Len(t, times, 5, what)
			at := func(i int) float64 { return times[i].Rect.Y }
			assert.InDelta(t, 0.12, (at(1)-at(0))/(at(4)-at(0)), 0.01, "to scale: %s", what)
			assert.InDelta(t, 0.34, (at(2)-at(0))/(at(4)-at(0)), 0.01, "to scale: %s", what)
			cuts := 0
			for _, m := range marks(r, Line, theme.Edge) {
				if m.Width == 2 {
					cuts++
				}
			}
			assert.Equal(t, 2, cuts, "two strokes at the break: %s", what)
		}
	}
}
