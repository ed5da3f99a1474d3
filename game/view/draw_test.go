package view_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// estimating is a game at the estimate of the longest case.
func estimating(t *testing.T, language string) (view.Context, *pack.Step, play.State) {
	t.Helper()
	p, words := shipped(t)
	c, err := p.Case("y2022")
	require.NoError(t, err)
	i, st := c.Step("C8")
	s := play.NewState(3, language)
	s.Screen, s.Case, s.Step = play.Deciding, "y2022", i
	return view.NewContext(p, words, language), st, s
}

func series(c *view.Chart, k view.SeriesKind) []view.Point {
	for _, s := range c.Series {
		if s.Kind == k {
			return s.Points
		}
	}
	return nil
}

// TestAnEstimateIsDrawn draws by the slider, chooses, and commits: the picture, the
// words and the choices say the same, and what was found is in none of them before.
func TestAnEstimateIsDrawn(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		ctx, st, s := estimating(t, language)
		look := func() (figure, slider *view.Node) {
			root := view.Screen(ctx, s)
			figure = view.Find(&root, "drawing")
			require.NotNil(t, figure)
			return figure, view.Find(&root, "draw")
		}
		figure, slider := look()
		require.Equal(t, 20, slider.Slide.At, "it begins at what there was")
		require.False(t, slider.Checked)
		require.Len(t, slider.Slide.Stops, 26)
		require.Empty(t, series(figure.Chart, view.You))
		require.Len(t, series(figure.Chart, view.Others), 3)

		s, _ = play.Update(ctx.Pack, s, slider.SlideTo(7))
		figure, slider = look()
		require.True(t, slider.Checked)
		require.Equal(t, 7, slider.Slide.At)
		require.Contains(t, slider.Slide.Text, "35")
		require.Equal(t, 28.0, series(figure.Chart, view.You)[0].Y, "35 of 125")
		require.Contains(t, view.Text(figure), "35")
		require.Empty(t, series(figure.Chart, view.Happened), "no hindsight")
		root := view.Screen(ctx, s)
		require.True(t, view.Find(&root, "option-b").Checked)

		s, _ = play.Update(ctx.Pack, s, view.Find(&root, "option-c").On)
		_, slider = look()
		require.Equal(t, 20, slider.Slide.At, "a choice is drawn, too")
		s, _ = play.Update(ctx.Pack, s, slider.SlideTo(7))
		s, _ = play.Update(ctx.Pack, s, play.Commit{})
		require.Equal(t, play.Reveal, s.Screen)
		root = view.Screen(ctx, s)
		figure = view.Find(&root, "drawing")
		require.Nil(t, view.Find(&root, "draw"))
		require.Equal(t, 40.0, series(figure.Chart, view.Happened)[0].Y, "50 of 125")
		require.Contains(t, view.Headline(&root), "35", "the headline says what was drawn")
		require.Contains(t, view.Text(figure), ctx.Text.Get("cases", "y2022", "steps", "C8", "options", st.Happened, "short"))
	}
}

// TestDrawnInTheDebrief stands the drawing on its rung, in words and at its place.
func TestDrawnInTheDebrief(t *testing.T) {
	ctx, st, s := estimating(t, "en")
	s.Answers = []play.Answer{{Case: "y2022", Step: "C8", First: play.Choice{Option: "b", Drawn: 35}}}
	s.Screen = play.Debrief
	root := view.Screen(ctx, s)
	chart := view.Find(&root, "rungs").Chart
	row := chart.Table[s.Step+1]
	assert.Equal(t, "35 (drawn)", row[2])
	assert.Equal(t, ctx.Text.Get("cases", "y2022", "steps", "C8", "options", st.Happened, "short"), row[3])
	you := series(chart, view.You)
	require.Len(t, you, 1)
	assert.Equal(t, 28.0, you[0].X)
	assert.Equal(t, 40.0, series(chart, view.Happened)[0].X)
}

// TestSlidersByKeys follows the pattern of WAI-ARIA: arrows by one, page keys by
// five, Home and End to the ends, and nothing beyond them.
func TestSlidersByKeys(t *testing.T) {
	slider := func(at int, chosen bool) *view.Node {
		n := &view.Node{ID: "s", Role: view.Slider, Checked: chosen, Slide: &view.Slide{At: at, By: 5, Page: 5}}
		for i := range 11 {
			n.Slide.Stops = append(n.Slide.Stops, play.Stake{Stop: i})
		}
		return n
	}
	for _, tt := range []struct {
		key    string
		rtl    bool
		at, to int
	}{
		{"ArrowUp", false, 4, 5}, {"ArrowDown", false, 4, 3}, {"ArrowRight", false, 4, 5}, {"ArrowLeft", false, 4, 3},
		{"ArrowRight", true, 4, 3}, {"ArrowLeft", true, 4, 5}, {"PageUp", false, 4, 9}, {"PageDown", false, 4, 0},
		{"Home", false, 4, 0}, {"End", false, 4, 10}, {"PageUp", false, 8, 10},
	} {
		on, ok := slider(tt.at, true).Slid(tt.key, tt.rtl)
		assert.True(t, ok)
		assert.Equal(t, play.Stake{Stop: tt.to}, on, "%+v", tt)
	}
	on, ok := slider(10, true).Slid("ArrowUp", false)
	assert.True(t, ok, "it is the slider's key")
	assert.Nil(t, on, "and does nothing at the end")
	on, _ = slider(10, false).Slid("End", false)
	assert.Equal(t, play.Stake{Stop: 10}, on, "where nothing is chosen yet, its place is no choice")
	on, _ = slider(4, false).Slid(" ", false)
	assert.Equal(t, play.Stake{Stop: 4}, on, "and is chosen by the space bar")
	_, ok = slider(4, true).Slid("Enter", false)
	assert.False(t, ok)
	_, ok = (&view.Node{Role: view.Button}).Slid("ArrowUp", false)
	assert.False(t, ok)
}
