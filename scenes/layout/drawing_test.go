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

// drawingOf is a drawing of the player's level, −1 for none, and what was found, −1
// for what is not told yet.
func drawingOf(yours, found float64) *view.Node {
	c := &view.Chart{Kind: view.Drawing, YName: "Activity; 100 is before",
		XTicks: []view.Tick{{At: 22, Label: "3 Sep: block"}, {At: 100, Label: "months later"}},
		YTicks: []view.Tick{{At: 0, Label: "0"}, {At: 80, Label: "100"}, {At: 100, Label: "125"}},
		Series: []view.Series{{Kind: view.Others, Points: []view.Point{{X: 0, Y: 80}, {X: 22, Y: 80}}}, {Kind: view.Happened}, {Kind: view.You}},
	}
	if found >= 0 {
		c.Series[1].Points = []view.Point{{X: 100, Y: found, Label: "The record: about half"}}
	} else if yours < 0 {
		c.Series[0].Points = append(c.Series[0].Points, view.Point{X: 100, Y: 80})
	}
	if yours >= 0 {
		c.Series[2].Points = []view.Point{{X: 100, Y: yours, Label: "You: 35"}}
	}
	root := chartScreen(c)
	root.Children[0].Children[0].Children[0].Children = []view.Node{{ID: "draw", Role: view.Slider, Name: "How much is left", On: play.Choose{}, Slide: &view.Slide{Stops: make([]play.Msg, 26), At: 20}}}
	return root
}

func TestDrawing(t *testing.T) {
	for _, width := range []float64{320, 390, 768, 1366} {
		for _, scale := range []float64{1, 2} {
			for _, tt := range []struct{ yours, found float64 }{{-1, -1}, {28, -1}, {0, 40}, {28, 40}, {40, 40}, {44, 40}, {100, 40}, {-1, 40}, {100, 100}, {0, 0}} {
				what := fmt.Sprintf("%v at %v, text %v", tt, width, scale)
				r := New(ruler{}).Layout(drawingOf(tt.yours, tt.found), Input{Width: width, Height: 800, TextScale: scale})
				slider := r.Boxes[r.Find("draw")]
				require.False(t, slider.Hidden, what)
				assert.GreaterOrEqual(t, slider.Rect.H, 150.0, what)
				assert.GreaterOrEqual(t, slider.Rect.X, 0.0, what)
				assert.LessOrEqual(t, slider.Rect.Right(), r.Width, what)
				rings := marks(r, Circle, theme.You)
				if tt.yours >= 0 {
					require.Len(t, rings, 1, what)
					want := slider.Rect.Bottom() - slider.Rect.H*tt.yours/100
					assert.InDelta(t, want, rings[0].Rect.Y+rings[0].Rect.H/2, 0.01, "its point is where the slider has it: "+what)
				}
				diamonds := marks(r, Diamond, theme.Theirs)
				if tt.found < 0 {
					assert.Empty(t, diamonds, what)
					assert.Zero(t, r.Length(), "nothing comes by itself: "+what)
					continue
				}
				require.Len(t, diamonds, 1, what)
				noLabelOnALine(t, r, what)
				assert.Equal(t, Travel, r.Length(), what)
				if tt.yours >= 0 {
					assert.True(t, rings[0].Rect.Intersect(diamonds[0].Rect).Empty(), "both are to be seen: "+what)
				}
			}
		}
	}
}

// noLabelOnALine holds that no curve, level or line of an event runs through the words
// of a chart, nor a point lies on them.
func noLabelOnALine(t *testing.T, r *Result, what string) {
	t.Helper()
	for i := range r.Runs {
		run := &r.Runs[i]
		if r.Boxes[run.Box].Node.Chart == nil {
			continue
		}
		words := run.Rect.Grow(-1, -1)
		for _, m := range r.Marks {
			if m.Box != run.Box || m.Token == theme.Line {
				continue
			}
			if m.Kind != Line {
				assert.True(t, words.Intersect(m.Rect).Empty(), "%s: a mark lies on %q", what, run.Text)
				continue
			}
			for j := m.Points.From; j+1 < m.Points.To; j++ {
				assert.False(t, crosses(words, r.Points[j], r.Points[j+1]), "%s: a line runs through %q", what, run.Text)
			}
		}
	}
}

// TestCrosses holds what counts as a line through a rectangle.
func TestCrosses(t *testing.T) {
	r := Rect{X: 10, Y: 10, W: 20, H: 10}
	for _, tt := range []struct {
		a, b Point
		want bool
	}{
		{Point{0, 15}, Point{40, 15}, true},
		{Point{0, 0}, Point{40, 30}, true},
		{Point{12, 12}, Point{14, 14}, true},
		{Point{0, 15}, Point{9, 15}, false},
		{Point{31, 0}, Point{31, 40}, false},
		{Point{0, 20.5}, Point{20, 40}, false},
		{Point{15, 0}, Point{15, 40}, true},
	} {
		assert.Equal(t, tt.want, crosses(r, tt.a, tt.b), tt)
		assert.Equal(t, tt.want, crosses(r, tt.b, tt.a), tt)
	}
}
