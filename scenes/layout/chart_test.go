package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

func chartScreen(c *view.Chart) *view.Node {
	return screen(view.Node{ID: "card", Role: view.Region, Look: view.Card, Children: []view.Node{
		{ID: "chart", Role: view.Figure, Name: "A chart", Text: "In words.", Chart: c},
	}})
}

// marks are a chart's shapes in the colour of a series.
func marks(r *Result, kind MarkKind, k theme.Token) []Mark {
	var list []Mark
	b := r.Boxes[r.Find("chart")]
	for _, m := range r.Marks[b.Marks.From:b.Marks.To] {
		if m.Kind == kind && m.Token == k {
			list = append(list, m)
		}
	}
	return list
}

func middle(m Mark) float64 { return m.Rect.X + m.Rect.W/2 }

// ladderOf is a ladder of four options, of which the player chose one and history
// one, by their places: maybe the same.
func ladderOf(yours, theirs float64) *view.Chart {
	c := &view.Chart{Kind: view.Ladder, Series: []view.Series{
		{Kind: view.Others},
		{Kind: view.Happened, Name: "They", Points: []view.Point{{X: theirs, Mark: "T", Label: "their way"}}},
		{Kind: view.You, Name: "You", Points: []view.Point{{X: yours, Mark: "Y", Label: "your own way"}}},
	}, XTicks: []view.Tick{{At: 0, Label: "keep serving, say nothing"}, {At: 100, Label: "cut off now"}}}
	for i, x := range []float64{10, 40, 70} {
		if x != yours && x != theirs {
			c.Series[0].Points = append(c.Series[0].Points, view.Point{X: x, Mark: string(rune('A' + i)), Label: "another way"})
		}
	}
	if yours == theirs {
		c.Series[2].Points[0] = c.Series[1].Points[0]
	}
	return c
}

func TestLadder(t *testing.T) {
	for _, tt := range []struct{ yours, theirs float64 }{{34, 38}, {50, 50}, {0, 0}, {100, 100}, {0, 100}, {80, 20}, {99, 100}, {40, 70}} {
		for _, width := range []float64{320, 390, 1366} {
			for _, scale := range []float64{1, 2} {
				c := ladderOf(tt.yours, tt.theirs)
				r := New(ruler{}).Layout(chartScreen(c), Input{Width: width, Height: 800, TextScale: scale})
				what := fmt.Sprintf("%v at %v, text %v", tt, width, scale)
				require.Empty(t, Audit(r), what)
				you, theirs := marks(r, Circle, theme.You), marks(r, Diamond, theme.Theirs)
				require.Len(t, you, 1, what)
				require.Len(t, theirs, 1, what)
				y, x := you[0].Rect, theirs[0].Rect
				switch {
				case tt.yours == tt.theirs:
					assert.Equal(t, middle(you[0]), middle(theirs[0]), "one mark: %s", what)
					assert.Less(t, x.W, y.W, "the diamond is in the circle: %s", what)
				case tt.yours < tt.theirs:
					assert.Less(t, y.Right(), x.X, "both are seen: %s", what)
				default:
					assert.Less(t, x.Right(), y.X, "both are seen: %s", what)
				}
				assert.Len(t, marks(r, Circle, theme.Ink), len(c.Series[0].Points), what)
				text := squeeze(strings.Join(lines(r, "chart"), " "))
				for _, s := range c.Series {
					for _, p := range s.Points {
						assert.Contains(t, text, squeeze(p.Mark+p.Label), "every option is named: %s", what)
					}
				}
			}
		}
	}
}

// squeeze is a text without white space, as it may be broken into lines.
func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "")
}

// TestTheDiamondComesFromTheCircle holds how the picture comes about: the diamond
// sets out at the player's place and ends at its own, and its name is seen then.
func TestTheDiamondComesFromTheCircle(t *testing.T) {
	for _, mirrored := range []bool{false, true} {
		r := New(ruler{}).Layout(chartScreen(ladderOf(20, 80)), Input{Width: 800, Height: 800, TextScale: 1, RightToLeft: mirrored})
		require.Len(t, r.Moves, 2)
		way, name := r.Moves[0], r.Moves[1]
		you, theirs := marks(r, Circle, theme.You)[0], marks(r, Diamond, theme.Theirs)[0]
		require.Equal(t, theirs, r.Marks[way.Marks.From])
		from, to := r.Along(way.Path, 0), r.Along(way.Path, 1)
		assert.InDelta(t, middle(you), from.X, 0.01)
		assert.InDelta(t, middle(theirs), to.X, 0.01)
		assert.InDelta(t, theirs.Rect.Y+theirs.Rect.H/2, to.Y, 0.01)
		assert.Less(t, way.To, 1000.0, "in less than a second")
		assert.Equal(t, "They", r.Runs[name.Runs.From].Text)
		assert.Equal(t, way.To, name.To)
		assert.Equal(t, way.To, r.Length())
	}
}

func TestLongEndsOfALadderWrap(t *testing.T) {
	c := ladderOf(20, 60)
	c.XTicks[0].Label = "keep serving as before and say nothing at all about it in public"
	r := place(chartScreen(c), 390, 800)
	assert.Empty(t, Audit(r))
	rows := map[float64]int{}
	for _, run := range r.Runs {
		rows[run.Rect.Y]++
	}
	assert.Greater(t, len(rows), 3)
}

func roadOf(n int) *view.Chart {
	c := &view.Chart{Kind: view.Road, YTicks: []view.Tick{{At: 0, Label: "keep serving"}, {At: 100, Label: "cut off"}}}
	you, theirs := view.Series{Kind: view.You, Name: "You"}, view.Series{Kind: view.Happened, Name: "They"}
	for i := range n {
		x := 100 * float64(i) / float64(max(n-1, 1))
		c.XTicks = append(c.XTicks, view.Tick{At: x, Label: fmt.Sprintf("%d août", i+10)})
		you.Points = append(you.Points, view.Point{X: x, Y: float64(i * 10 % 101)})
		theirs.Points = append(theirs.Points, view.Point{X: x, Y: float64(i * 5 % 101)})
	}
	c.Series = []view.Series{theirs, you}
	return c
}

func TestRoad(t *testing.T) {
	for _, steps := range []int{1, 3, 8, 16, 40} {
		for _, width := range []float64{320, 390, 1366} {
			for _, scale := range []float64{1, 2} {
				r := New(ruler{}).Layout(chartScreen(roadOf(steps)), Input{Width: width, Height: 900, TextScale: scale})
				what := fmt.Sprintf("%d steps at %v, text %v", steps, width, scale)
				require.Empty(t, Audit(r), what)
				you, theirs := marks(r, Circle, theme.You), marks(r, Diamond, theme.Theirs)
				require.Len(t, you, steps, what)
				require.Len(t, theirs, steps, what)
				assert.InDelta(t, middle(theirs[0]), middle(you[0]), 0.01, "one place, one mark: %s", what)
				assert.Greater(t, you[0].Rect.W, theirs[0].Rect.W+8, "a circle with a diamond in it: %s", what)
				if steps > 1 {
					assert.Len(t, marks(r, Line, theme.You), 1)
					dashed := marks(r, Line, theme.Theirs)
					require.Len(t, dashed, 1)
					assert.True(t, dashed[0].Dash > 0, "not by colour alone")
				}
			}
		}
	}
}

func TestSkippedStepsLeaveGapsInARoad(t *testing.T) {
	c := roadOf(5)
	c.Series[1].Points = c.Series[1].Points[:0]
	r := place(chartScreen(c), 800, 900)
	assert.Empty(t, marks(r, Circle, theme.You))
	assert.Len(t, marks(r, Diamond, theme.Theirs), 5)
	assert.Empty(t, Audit(r))
}

func TestCalibration(t *testing.T) {
	percents := []view.Tick{{At: 0, Label: "0 %"}, {At: 50, Label: "50 %"}, {At: 100, Label: "100 %"}}
	c := &view.Chart{Kind: view.Calibration, XTicks: percents, YTicks: percents, XName: "you said", YName: "it happened",
		Series: []view.Series{
			{Kind: view.Others, Name: "perfect", Points: []view.Point{{}, {X: 100, Y: 100}}},
			{Kind: view.You, Name: "You", Points: []view.Point{
				{X: 5, Y: 0, Label: "1", Weight: 1}, {X: 25, Y: 50, Label: "12", Weight: 12}, {X: 50, Y: 50, Label: "3", Weight: 3}, {X: 95, Y: 100, Label: "16", Weight: 16},
			}},
		}}
	for _, width := range []float64{320, 390, 1366} {
		for _, scale := range []float64{1, 2} {
			r := New(ruler{}).Layout(chartScreen(c), Input{Width: width, Height: 900, TextScale: scale})
			require.Empty(t, Audit(r), "at %v, text %v", width, scale)
			points := marks(r, Circle, theme.You)
			require.Len(t, points, 4)
			assert.Greater(t, points[1].Rect.W, points[0].Rect.W, "more cases make a larger point")
		}
	}
}

func TestBars(t *testing.T) {
	c := &view.Chart{Kind: view.Bars, Series: []view.Series{{Kind: view.You, Points: []view.Point{
		{X: 16, Weight: 4, Label: "A Stay silent"}, {X: 100, Weight: 25, Label: "B A policy that names no one, with quite long words"}, {X: 0, Label: "C Nothing"},
	}}}}
	for _, width := range []float64{320, 700, 1366} {
		r := place(chartScreen(c), width, 900)
		require.Empty(t, Audit(r), "at %v", width)
		bars, tracks := marks(r, Block, theme.You), marks(r, Block, theme.Line)
		require.Len(t, bars, 2, "none for zero")
		require.Len(t, tracks, 3)
		assert.InDelta(t, tracks[0].Rect.W*0.16, bars[0].Rect.W, 0.01)
		assert.Equal(t, tracks[1].Rect, bars[1].Rect)
		assert.Contains(t, lines(r, "chart"), "25")
	}
}

func TestClocks(t *testing.T) {
	c := &view.Chart{Kind: view.Clocks}
	for _, place := range []string{"San Francisco", "London", "Paris", "Sydney"} {
		c.Series = append(c.Series, view.Series{Kind: view.You, Name: place, Points: []view.Point{{X: 15, Y: 30, Label: "15:30", Mark: "Sat 3 Sep"}}})
	}
	for _, width := range []float64{320, 390, 1366} {
		for _, mirrored := range []bool{false, true} {
			r := New(ruler{}).Layout(chartScreen(c), Input{Width: width, Height: 900, TextScale: 1.5, RightToLeft: mirrored})
			require.Empty(t, Audit(r), "at %v", width)
			hands := marks(r, Line, theme.Ink)
			require.Len(t, hands, 8)
			hour := r.Points[hands[0].Points.From:hands[0].Points.To]
			assert.Greater(t, hour[1].X, hour[0].X, "half past three points to the right everywhere")
			assert.Greater(t, hour[1].Y, hour[0].Y)
			knobs := marks(r, Circle, theme.You)
			require.Len(t, knobs, 4, "each can be turned")
			assert.InDelta(t, hour[1].X, knobs[0].Rect.X+knobs[0].Rect.W/2, 0.01)
			dial := marks(r, Circle, theme.Edge)[0].Rect
			tip := Hand(dial, (3+0.5)/12)
			assert.InDelta(t, hour[1].X, tip.X, 0.01)
			assert.InDelta(t, hour[1].Y, tip.Y, 0.01)
			assert.Contains(t, lines(r, "chart"), "Sat 3 Sep")
		}
	}
}

func TestDashesDoNotHideData(t *testing.T) {
	r := place(chartScreen(roadOf(4)), 800, 900)
	for _, m := range append(marks(r, Circle, theme.You), marks(r, Diamond, theme.Theirs)...) {
		assert.Equal(t, theme.Card, m.Halo, "marks stand out from lines")
	}
}

func daysOf(breaks []float64, at ...float64) *view.Chart {
	c := &view.Chart{Kind: view.Days, Breaks: breaks, Series: []view.Series{
		{Kind: view.Happened, Points: []view.Point{{Label: "3 Sep"}}}, {Kind: view.Others},
	}}
	for i, x := range at {
		c.Series[1].Points = append(c.Series[1].Points, view.Point{X: x, Label: fmt.Sprintf("+ %d days", i+1), Weight: i + 1})
	}
	for i := range 28 {
		c.XTicks = append(c.XTicks, view.Tick{At: float64(i) * 100 / 28})
	}
	return c
}

// TestDays holds that all is seen and in its order, that the time passes day by
// day up to the first, and that a cut axis shows it.
func TestDays(t *testing.T) {
	for _, at := range [][]float64{{4, 18, 100}, {0}, {0, 0, 0, 0}, {100}, {90, 95, 99, 100}} {
		for _, width := range []float64{320, 390, 1366} {
			for _, scale := range []float64{1, 2} {
				c := daysOf([]float64{60}, at...)
				r := New(ruler{}).Layout(chartScreen(c), Input{Width: width, Height: 800, TextScale: scale})
				what := fmt.Sprintf("%v at %v, text %v", at, width, scale)
				require.Empty(t, Audit(r), what)
				dots := marks(r, Circle, theme.Ink)
				require.Len(t, dots, len(at), what)
				before := marks(r, Diamond, theme.Theirs)[0]
				for _, d := range dots {
					assert.Greater(t, d.Rect.X, before.Rect.Right()-0.01, "in order, and apart: %s", what)
					before = d
				}
				assert.Len(t, marks(r, Line, theme.Edge), 2, "two strokes at the cut: %s", what)
				assert.Contains(t, lines(r, "chart"), "+ 1 days", what)
				last := 0.0
				for _, m := range r.Moves {
					assert.GreaterOrEqual(t, m.To, last, "one after the other: %s", what)
					last = m.To
				}
				assert.Equal(t, ADay, r.Length(), what)
			}
		}
	}
	c := daysOf(nil, 100)
	c.Series[1].Points[0].Weight = 700
	assert.Equal(t, AllDays, place(chartScreen(c), 800, 800).Length(), "however many days there are")
}
