package layout

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// lanesOf are two lanes with the ends that the player drew; where these are open there
// are choices for them.
func lanesOf(ends ...view.LaneStand) *view.Node {
	c := &view.Chart{Kind: view.LaneChart, XTicks: []view.Tick{{At: 0, Label: "13 Aug 2017"}, {At: 100, Label: "5 Aug 2019"}},
		Key: []view.LaneKey{{Stand: view.Serves, Text: "in place"}, {Stand: view.Open, Text: "open"}}}
	root := chartScreen(c)
	figure := &root.Children[0].Children[0].Children[0]
	figure.Text = ""
	for i, name := range []string{"Shield", "Visitors"} {
		lane := view.Lane{Name: name, Pieces: []view.LanePiece{{From: 0, To: 40, Stand: view.Serves}, {From: 40, To: 100, Stand: view.Open}}, Yours: ends[i], Choices: "end-" + name}
		group := view.Node{ID: lane.Choices, Role: view.RadioGroup, Look: view.Chips, Name: name, Children: []view.Node{{ID: lane.Choices + "-name", Role: view.Heading, Level: 3, Look: view.Label, Text: name}}}
		for j, text := range []string{"in place", "on and off", "gone", "unknown"} {
			group.Children = append(group.Children, view.Node{ID: fmt.Sprint(lane.Choices, j), Role: view.Radio, Look: view.Chip, Text: text, On: play.Choose{}})
		}
		figure.Children = append(figure.Children, group)
		c.Lanes = append(c.Lanes, lane)
	}
	return root
}

// TestChoicesStandAtTheEndsOfLanes: beside them where there is room, else below each,
// always for a finger; a chosen end is framed in the player's colour, with the circle.
func TestChoicesStandAtTheEndsOfLanes(t *testing.T) {
	for _, width := range []float64{320, 390, 768, 1366, 1920} {
		for _, scale := range []float64{1, 2} {
			for _, ends := range [][]view.LaneStand{{view.Open, view.Open}, {view.Hatched, view.Open}, {view.Reached, view.Empty}} {
				what := fmt.Sprintf("%v at %v, text %v", ends, width, scale)
				r := New(ruler{}).Layout(lanesOf(ends...), Input{Width: width, Height: 800, TextScale: scale})
				require.Empty(t, Audit(r), what)
				drawn := 0
				for _, e := range ends {
					if e != view.Open {
						drawn++
					}
				}
				circles := marks(r, Circle, theme.You)
				require.Len(t, circles, drawn, what)
				chart := r.Boxes[r.Find("chart")].Rect
				for i, name := range []string{"Shield", "Visitors"} {
					require.False(t, r.Boxes[r.Find("end-"+name)].Hidden, what)
					first, last := r.Boxes[r.Find("end-"+name+"0")].Rect, r.Boxes[r.Find("end-"+name+"3")].Rect
					assert.GreaterOrEqual(t, first.H, 44.0, what)
					assert.LessOrEqual(t, last.Right(), chart.Right()+0.01, what)
					beside := first.X > chart.X+1
					if width < 600 || width >= 1366 && scale == 1 {
						assert.Equal(t, width > 600, beside, what)
					}
					if i > 0 || drawn == 0 {
						continue
					}
					at := circles[0].Rect
					if beside {
						assert.InDelta(t, first.Y+first.H/2, at.Y+at.H/2, 1, "in one row: "+what)
						assert.Less(t, at.Right(), first.X, what)
					} else {
						assert.Less(t, at.Bottom(), first.Y, what)
					}
				}
			}
		}
	}
}
