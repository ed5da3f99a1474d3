package mirror

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestKeysOfASlider moves it by the keys of WAI-ARIA, held down or not; none of them
// scrolls while it has the focus, and all do elsewhere.
func TestKeysOfASlider(t *testing.T) {
	slider := view.Node{ID: "draw", Role: view.Slider, Name: "How much is left", Checked: true, Slide: &view.Slide{By: 5, Page: 5, At: 20}}
	for i := range 26 {
		slider.Slide.Stops = append(slider.Slide.Stops, play.Stake{Stop: i})
	}
	slider.On = slider.Slide.Stops[20]
	root := screen("decision-1", slider)
	for key, want := range map[string]int{"ArrowUp": 21, "ArrowDown": 19, "ArrowLeft": 19, "ArrowRight": 21, "PageUp": 25, "PageDown": 15, "Home": 0, "End": 25} {
		for _, repeat := range []bool{false, true} {
			n := Press(root, Key{Key: key, Repeat: repeat}, "draw")
			require.NotNil(t, n, key)
			require.Equal(t, play.Stake{Stop: want}, n.On, key)
		}
		windows, _ := Scroll(root, Key{Key: key}, false, "draw")
		require.Zero(t, windows, key)
		require.Nil(t, Press(root, Key{Key: key, Modified: true}, "draw"))
		require.Nil(t, Press(root, Key{Key: key}, "title"), "elsewhere it is another key")
	}
	require.Nil(t, Press(root, Key{Key: " "}, "draw").On, "its place is chosen")
	view.Find(root, "draw").Checked = false
	require.Equal(t, play.Stake{Stop: 20}, Press(root, Key{Key: " "}, "draw").On)
}
