package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/screens"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// windows are the sizes that everything must fit into.
func windows() [][2]float64 {
	return [][2]float64{{320, 480}, {390, 844}, {844, 390}, {768, 1024}, {1366, 768}, {1920, 1080}, {3840, 2160}}
}

func TestEveryScreenFits(t *testing.T) {
	for _, language := range screens.Languages() {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			list, err := screens.All(language)
			require.NoError(t, err)
			require.Greater(t, len(list), 60)
			engine := layout.New(face.New())
			for i, s := range list {
				if !whole && view.Modal(s.Root) != nil && i%6 != 0 {
					continue // sheets are many and alike
				}
				for j, w := range windows() {
					if raced && (i+j)%len(windows()) != 0 {
						continue // what runs at the same time is the same at every size
					}
					for k, scale := range []float64{1, 2, 1.5, 1.25, 1.75} {
						if !whole && (k > 2 || k == 2 && (i+j)%3 != 0) {
							continue // what fits at 100 and 200 % seldom fails between
						}
						fits(t, engine, s, layout.Input{Width: w[0], Height: w[1], TextScale: scale, RightToLeft: locale.RightToLeft(language)})
					}
				}
			}
		})
	}
}

func fits(t *testing.T, engine *layout.Engine, s screens.Screen, in layout.Input) {
	problems := layout.Audit(engine.Layout(s.Root, in))
	for i := range min(3, len(problems)) {
		assert.Fail(t, fmt.Sprintf("%s at %.0f × %.0f, text %.1f", s.Name, in.Width, in.Height, in.TextScale), problems[i].String())
	}
}

// TestLayoutKnowsNoHistory holds that what an engine remembers of screens before
// makes it faster, and nothing else.
func TestLayoutKnowsNoHistory(t *testing.T) {
	list, err := screens.All("fr")
	require.NoError(t, err)
	faces := face.New()
	engine := layout.New(faces)
	for i, s := range list {
		w := windows()[i/2%5]
		in := layout.Input{Width: w[0], Height: w[1], TextScale: 1 + float64(i%3)/2}
		require.Equal(t, layout.New(faces).Layout(s.Root, in), engine.Layout(s.Root, in), "%s at %.0f × %.0f", s.Name, w[0], w[1])
	}
}

// TestLinesAreShort holds the rule that long texts are set in columns of at
// most 65 characters, on average, and never much over.
func TestLinesAreShort(t *testing.T) {
	engine := layout.New(face.New())
	for _, language := range screens.Shipped() {
		list, err := screens.All(language)
		require.NoError(t, err)
		lines, characters := 0, 0
		for _, s := range list {
			r := engine.Layout(s.Root, layout.Input{Width: 1366, Height: 768, TextScale: 1})
			for i, run := range r.Runs {
				look := r.Boxes[run.Box].Node.Look
				if look != view.Body && look != view.Lead || i+1 == len(r.Runs) || r.Runs[i+1].Box != run.Box {
					continue // the last line of a text is as long as it is
				}
				n := len([]rune(run.Text))
				assert.LessOrEqual(t, n, 78, "%s: %q", s.Name, run.Text)
				lines, characters = lines+1, characters+n
			}
		}
		require.Positive(t, lines)
		assert.LessOrEqual(t, characters/lines, 65, language)
	}
}

// TestWhatIsMissingStandsWhereCommitIs holds, for every decision, that what is
// still to choose is docked with the main action: nobody is to look for why it
// does nothing. Only where letters are so large that the two would take nearly
// half of a small window may the line stay with the questions.
func TestWhatIsMissingStandsWhereCommitIs(t *testing.T) {
	engine := layout.New(face.New())
	seen := 0
	for _, language := range screens.Shipped() {
		list, err := screens.All(language)
		require.NoError(t, err)
		for _, s := range list {
			still := view.Find(s.Root, "still")
			if still == nil || still.Text == "" || view.Find(s.Root, "dock") == nil || view.Modal(s.Root) != nil {
				continue
			}
			seen++
			for _, w := range [][2]float64{{320, 480}, {390, 844}, {844, 390}, {1366, 768}} {
				for _, scale := range []float64{1, 2} {
					if w[1]/scale < 330 {
						continue
					}
					r := engine.Layout(s.Root, layout.Input{Width: w[0], Height: w[1], TextScale: scale})
					assert.Equal(t, r.Boxes[r.Find("commit")].Layer, r.Boxes[r.Find("still")].Layer,
						"%s at %.0f × %.0f, text %.1f", s.Name, w[0], w[1], scale)
				}
			}
		}
	}
	require.Positive(t, seen)
}

// TestTheHeaderIsMadeForFingers holds that no control of the header is narrower
// than a finger, in its own box and not by its neighbour's room.
func TestTheHeaderIsMadeForFingers(t *testing.T) {
	engine := layout.New(face.New())
	for _, language := range screens.Shipped() {
		stage, err := screens.Open(language)
		require.NoError(t, err)
		stage.Send(play.OpenCase{Case: "y2017"})
		stage.Send(play.Begin{})
		for _, w := range windows() {
			r := engine.Layout(stage.Tree(), layout.Input{Width: w[0], Height: w[1], TextScale: 1})
			for _, id := range []string{"bar-home", "bar-back", "bar-log", "bar-settings", "bar-language", "bar-help"} {
				b := r.Boxes[r.Find(id)]
				assert.GreaterOrEqual(t, b.Rect.W, 44.0, "%s at %.0f × %.0f", id, w[0], w[1])
				assert.GreaterOrEqual(t, b.Hit.H, 44.0, "%s at %.0f × %.0f", id, w[0], w[1])
			}
			if w[0] >= 390 {
				name, last := r.Boxes[r.Find("bar-home")], r.Boxes[r.Find("bar-help")]
				assert.InDelta(t, name.Rect.Y+name.Rect.H/2, last.Rect.Y+last.Rect.H/2, 2, "all on one line at %.0f", w[0])
			}
		}
	}
}

// TestNoWordIsCutWithoutAHyphen holds, for the smallest window and the largest
// text, that a word that goes on in the next line says so.
func TestNoWordIsCutWithoutAHyphen(t *testing.T) {
	for _, language := range screens.Shipped() {
		list, err := screens.All(language)
		require.NoError(t, err)
		engine := layout.New(face.New())
		parted, cut := 0, map[string]bool{}
		for _, s := range list {
			if view.Modal(s.Root) != nil {
				continue
			}
			r := engine.Layout(s.Root, layout.Input{Width: 320, Height: 480, TextScale: 2})
			for i := range len(r.Runs) - 1 {
				a, b := r.Runs[i], r.Runs[i+1]
				if a.Parted {
					parted++
				} else if a.Box == b.Box && a.Base != b.Base && inOneWord(a.Text, b.Text, view.Text(r.Boxes[a.Box].Node)) {
					cut[a.Text+"|"+b.Text] = true
				}
			}
		}
		assert.Empty(t, cut)
		assert.Positive(t, parted, "some words are parted")
		assert.Less(t, parted, 20*len(list), "but few")
	}
}

// inOneWord says whether a line ends, and the next one begins, with parts of one
// word of a text.
func inOneWord(line, next, text string) bool {
	end, _ := utf8.DecodeLastRuneInString(line)
	start, _ := utf8.DecodeRuneInString(next)
	lasts, firsts := strings.Fields(line), strings.Fields(next)
	return unicode.IsLetter(end) && unicode.IsLetter(start) &&
		slices.Contains(strings.Fields(text), lasts[len(lasts)-1]+firsts[0])
}
