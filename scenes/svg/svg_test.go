package svg_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"hardcases/game/element"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/screens"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/scenes/svg"
	"hardcases/scenes/theme"

	"github.com/stretchr/testify/require"
)

// charts are the charts of every screen that is shipped, by kind.
func charts(t *testing.T) map[view.ChartKind][]*view.Chart {
	t.Helper()
	found := map[view.ChartKind][]*view.Chart{}
	for _, language := range []string{"en", "fr"} {
		list, err := screens.All(language)
		require.NoError(t, err)
		for _, s := range list {
			view.Walk(s.Root, func(n *view.Node, _ int) bool {
				if n.Role == view.Figure && n.Chart != nil {
					found[n.Chart.Kind] = append(found[n.Chart.Kind], n.Chart)
				}
				return true
			})
		}
	}
	return found
}

// count counts the elements of a picture by their tags.
func count(e *element.Element) map[string]int {
	n := map[string]int{}
	e.Walk(func(e *element.Element) { n[e.Tag]++ })
	return n
}

// TestEveryChartIsDrawn draws each chart that is shipped as what it is, in both
// widths, with all of its words.
func TestEveryChartIsDrawn(t *testing.T) {
	all := charts(t)
	for kind, shapes := range map[view.ChartKind]func(c *view.Chart, n map[string]int){
		view.Clocks: func(c *view.Chart, n map[string]int) {
			require.Equal(t, 4*len(c.Series), n["circle"], "for each clock a dial, its middle, and the end of its hand with a rim")
			require.Equal(t, 14*len(c.Series), n["polyline"], "twelve hours and two hands")
		},
		view.Ladder: func(_ *view.Chart, n map[string]int) { require.Positive(t, n["rect"], "the axis") },
		view.Road: func(c *view.Chart, n map[string]int) {
			paths := 0
			for _, s := range c.Series {
				if s.Kind != view.Others && len(s.Points) > 1 {
					paths++
				}
			}
			require.Equal(t, paths, n["polyline"])
		},
		view.Splits: func(c *view.Chart, n map[string]int) {
			votes := 0
			for _, s := range c.Series {
				for _, p := range s.Points {
					votes += p.Weight
				}
			}
			require.GreaterOrEqual(t, n["circle"], votes, "a dot for each vote")
		},
		view.Calibration: func(_ *view.Chart, n map[string]int) { require.Positive(t, n["polyline"], "the line of right answers") },
		view.QR: func(c *view.Chart, n map[string]int) {
			require.Greater(t, n["rect"], len(c.Modules), "dark modules in each row, on white")
		},
	} {
		require.NotEmpty(t, all[kind], kind)
		for _, c := range all[kind] {
			drawn := svg.ForPage(face.New(), 1, 1, svg.Wide, svg.Narrow).Draw("n", c)
			require.Len(t, drawn, 2, kind)
			for i, e := range drawn {
				require.Equal(t, "chart "+string(kind)+[]string{" wide", " narrow"}[i], e.Attr("class"))
				require.Equal(t, "true", e.Attr("aria-hidden"))
				shapes(c, count(e))
				for _, s := range c.Series {
					if len(s.Points) == 0 {
						continue
					}
					require.Contains(t, squeezed(e.TextContent()), squeezed(s.Name))
				}
			}
		}
	}
}

// TestBroadCharts holds that a chart which stands alone takes all of a large window, and
// every other one its column.
func TestBroadCharts(t *testing.T) {
	for kind, list := range charts(t) {
		if kind == view.QR { // which has its own size
			continue
		}
		want := "480"
		if kind == view.Rungs || kind == view.LaneChart {
			want = "960"
		}
		for _, e := range svg.ForPage(face.New(), 1, 1, svg.Broad).Draw("n", list[0]) {
			require.Equal(t, want, e.Attr("width"), kind)
			require.Equal(t, "chart "+string(kind)+" wide", e.Attr("class"))
		}
	}
}

// squeezed is a text without white space, as it may be broken into lines.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// TestOneGeometry holds what is written to what the layout places, of which the
// picture is made as well.
func TestOneGeometry(t *testing.T) {
	faces := face.New()
	for _, list := range charts(t) {
		for _, c := range list {
			placed := layout.New(faces).Chart(c, layout.Input{Width: svg.Wide})
			circles, lines, text := 0, 0, ""
			for _, m := range placed.Marks {
				if m.Kind == layout.Circle {
					circles++
					if m.Halo != theme.None {
						circles++
					}
				}
				if m.Kind == layout.Line && m.Token != theme.None {
					lines++
				}
			}
			for _, r := range placed.Runs {
				text += r.Text
			}
			e := svg.ForPaper(faces, theme.Of(play.Light, false)).Draw("n", c)[0]
			n := count(e)
			require.Equal(t, circles+strings.Count(text, "\u25cf"), n["circle"], c.Kind)
			require.Equal(t, lines, n["polyline"], c.Kind)
			require.Equal(t, squeezed(strings.NewReplacer("\u25cf", "", "\u25c6", "").Replace(text)), squeezed(e.TextContent()))
		}
	}
}

// TestColours demands a theme's custom properties on a page, and none on paper,
// which has no style sheet of the game's; and well-formed XML of both.
func TestColours(t *testing.T) {
	for kind, list := range charts(t) {
		page := svg.ForPage(face.New(), 2, 1.5, svg.Narrow).Draw("n", list[0])[0].String()
		paper := svg.ForPaper(face.New(), theme.Of(play.Light, false)).Draw("n", list[0])[0].String()
		require.NotContains(t, paper, "var(")
		if kind != view.QR {
			require.NotContains(t, page, `="#`)
		}
		for _, text := range []string{page, paper} {
			in := xml.NewDecoder(strings.NewReader(text))
			for {
				_, err := in.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				require.NoError(t, err)
			}
		}
	}
}

func TestNothingToDraw(t *testing.T) {
	require.Empty(t, svg.ForPage(face.New(), 1, 1, svg.Wide).Draw("n", &view.Chart{Kind: view.QR, Table: [][]string{{"code"}, {"lower case"}}}))
	require.Empty(t, svg.ForPage(face.New(), 1, 1, svg.Wide).Draw("n", &view.Chart{Kind: view.DotRow}))
}
