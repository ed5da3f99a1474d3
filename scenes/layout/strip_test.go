package layout

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// stripOf is a strip of layers, of which one is the player's and one was before.
func stripOf(mine, before int, names ...string) *view.Chart {
	c := &view.Chart{Kind: view.Strip, Series: []view.Series{{Kind: view.Others}, {Kind: view.You}}}
	ids := []string{"visitor", "name", "carrier", "shield", "host", "archive", "harbour", "bridge"}
	for i, name := range names {
		p := view.Point{X: float64(i), Mark: ids[i], Label: name}
		if i == before {
			p.Weight = 1
		}
		s := &c.Series[0]
		if i == mine {
			s = &c.Series[1]
			s.Name = name + ": you"
		}
		s.Points = append(s.Points, p)
	}
	return c
}

// TestTheStripShowsTheSeat holds that the seat is framed and named at every size,
// that nothing is cut off, and that the other names go only where they must.
func TestTheStripShowsTheSeat(t *testing.T) {
	short := []string{"Visitors", "Name", "Carrier", "Shield", "Host", "Archive"}
	long := append([]string{"Les visiteurs", "La coordination des noms", "Transit", "Bouclier", "Hébergeur", "Archives"}, "Une digue", "Un pont")
	for _, names := range [][]string{short, long} {
		for mine := range names {
			for _, width := range []float64{320, 390, 1366} {
				for _, scale := range []float64{1, 2} {
					r := New(ruler{}).Layout(chartScreen(stripOf(mine, -1, names...)), Input{Width: width, Height: 800, TextScale: scale})
					what := fmt.Sprintf("%s at %v, text %v", names[mine], width, scale)
					require.Empty(t, Audit(r), what)
					frames := marks(r, Block, theme.You)
					require.Len(t, frames, 1, what)
					circles := slices.DeleteFunc(marks(r, Circle, theme.You), func(m Mark) bool { return m.Rect.W != stripDot })
					assert.Len(t, circles, 1, what)
					box := r.Boxes[r.Find("chart")].Rect
					for _, m := range r.Marks {
						assert.LessOrEqual(t, m.Rect.Right(), box.Right()+stripDot/2, what)
						assert.GreaterOrEqual(t, m.Rect.X, box.X-1, what)
					}
					assert.Contains(t, squeeze(fmt.Sprint(lines(r, "chart"))), squeeze(names[mine]), what)
				}
			}
		}
	}
	wide := lines(place(chartScreen(stripOf(3, -1, short...)), 1366, 800), "chart")
	assert.ElementsMatch(t, []string{"Visitors", "Name", "Carrier", "Shield: you", "Host", "Archive"}, wide)
	phone := lines(New(ruler{}).Layout(chartScreen(stripOf(3, -1, short...)), Input{Width: 320, Height: 800, TextScale: 2}), "chart")
	assert.Equal(t, []string{"Shield"}, phone, "the icons stay")
}

// TestTheSeatIsTaken holds that the circle comes from the seat before, and that the
// new one takes its colour then.
func TestTheSeatIsTaken(t *testing.T) {
	r := place(chartScreen(stripOf(1, 3, "Visitors", "Name", "Carrier", "Shield", "Host", "Archive")), 1366, 800)
	assert.Equal(t, Travel, r.Length())
	var way Move
	for _, m := range r.Moves {
		if m.Path >= 0 {
			way = m
		}
	}
	circle := marks(r, Circle, theme.You)[0]
	require.Equal(t, circle, r.Marks[way.Marks.From])
	assert.Greater(t, r.Along(way.Path, 0).X, middle(circle)+50, "from the shield, to the name")
	assert.InDelta(t, middle(circle), r.Along(way.Path, 1).X, 0.01)
	assert.Zero(t, place(chartScreen(stripOf(1, 1, "Visitors", "Name")), 1366, 800).Length(), "the same layer of another firm")
	assert.Zero(t, place(chartScreen(stripOf(1, -1, "Visitors", "Name")), 1366, 800).Length())
}
