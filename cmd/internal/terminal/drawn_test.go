package terminal

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
)

// TestDrawnInALine draws the nearest stop of a line such as =35, and nothing for what
// lies beyond the ends or is no number.
func TestDrawnInALine(t *testing.T) {
	slide := &view.Slide{By: 5, Text: "nothing"}
	for n := range 26 { // 0 to 125
		slide.Stops = append(slide.Stops, play.Draw{Option: "a", Level: n + 1})
	}
	root := &view.Node{ID: "screen", Children: []view.Node{{ID: "draw", Role: view.Slider, Name: "share", On: slide.Stops[0], Slide: slide}}}
	for line, stop := range map[string]int{"=35": 7, "= 35": 7, "=0": 0, "=2": 0, "=3": 1, "=125": 25, "=127": 25} {
		n := drawn(root, line)
		require.NotNil(t, n, line)
		require.Equal(t, slide.Stops[stop], n.On, line)
	}
	for _, line := range []string{"35", "=", "=x", "=-1", "=128", "=1000", "=" + strconv.Itoa(math.MaxInt), "=-" + strconv.Itoa(math.MaxInt), "=99999999999999999999"} {
		require.Nil(t, drawn(root, line), line)
	}
}
