package view_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden trees anew")

// TestGoldenTrees compares every screen of the sample pack, whole and in every
// language, with the tree that was last looked at and found right. Write the
// trees anew with go test ./game/view -update, and read the difference.
func TestGoldenTrees(t *testing.T) {
	p, c := sample(t)
	for _, language := range p.Head().Locales {
		golden(t, "sample/"+language, whole(screens(t, p, c, language)))
	}
}

// TestGoldenShapes compares the shape of every screen of the shipped packs: what
// is there and what it does, not what it says. The shapes in a further language
// are written where they are not those of the first.
func TestGoldenShapes(t *testing.T) {
	for _, id := range assets.Packs() {
		p, c := named(t, id)
		first := map[string]string{}
		for _, language := range p.Head().Locales {
			golden(t, id+"/"+language, shapes(screens(t, p, c, language), first))
		}
	}
}

// TestSampleShowsEverything holds the sample, whose trees are looked at whole, to
// show each kind of thing that the shipped packs show.
func TestSampleShowsEverything(t *testing.T) {
	kinds := func(p *pack.Pack, c *locale.Catalog) map[string]bool {
		out := map[string]bool{}
		for _, s := range screens(t, p, c, "en") {
			view.Walk(s.root, func(n *view.Node, _ int) bool {
				out[fmt.Sprintf("%s .%s %T", n.Role, n.Look, n.On)] = true
				if n.Chart != nil {
					out[string(n.Chart.Kind)] = true
				}
				return true
			})
		}
		return out
	}
	p, c := sample(t)
	shown := kinds(p, c)
	for _, id := range assets.Packs() {
		p, c := named(t, id)
		for kind := range kinds(p, c) {
			assert.True(t, shown[kind], "%s shows %q, the sample does not", id, kind)
		}
	}
}

// sample opens the pack that `hardcases pack new` writes.
func sample(t testing.TB) (*pack.Pack, *locale.Catalog) {
	t.Helper()
	b, err := os.ReadFile("testdata/sample.msgp")
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	_, c := shipped(t)
	return p, c
}

// screen is one screen of the tour: what is on top, as the rest has been seen.
type screen struct {
	name, file string
	root       *view.Node
}

// screens visits every screen of a pack.
func screens(t *testing.T, p *pack.Pack, c *locale.Catalog, language string) []screen {
	stops, err := tour.All(p, language)
	require.NoError(t, err)
	var out []screen
	for _, s := range stops {
		root := view.Screen(view.NewContext(p, c, language), s.State)
		top := view.Modal(&root)
		if top == nil {
			top = &root
		}
		out = append(out, screen{s.Name, fileOf(s.State), top})
	}
	return out
}

// fileOf names the file of a screen: its case, the desk, or the shelf.
func fileOf(s play.State) string {
	switch s.Screen {
	case play.Briefing, play.Seat, play.Deciding, play.Reveal, play.Debrief:
		return s.Case
	case play.InClass:
		return "class"
	case play.Home, play.Results, play.Log, play.TakeAway:
		return "shelf"
	default:
		if s.Case == "" {
			return "shelf"
		}
		return "desk"
	}
}

// golden holds trees to the files of a folder of testdata, one each, and the
// folder to have no others.
func golden(t *testing.T, folder string, trees map[string]string) {
	folder = filepath.Join("testdata", folder)
	if *update {
		require.NoError(t, os.RemoveAll(folder))
	}
	for name, got := range trees {
		file := filepath.Join(folder, name+".txt")
		if *update {
			require.NoError(t, os.MkdirAll(folder, 0o755))
			require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		compare(t, file, string(want), got)
	}
	files, err := filepath.Glob(folder + "/*.txt")
	require.NoError(t, err)
	assert.Len(t, files, len(trees), "%s holds trees of no screen", folder)
}

// compare fails at the first line that differs, and names it.
func compare(t *testing.T, file, want, got string) {
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wants), len(gots)) {
		w, g := "(end)", "(end)"
		if i < len(wants) {
			w = wants[i]
		}
		if i < len(gots) {
			g = gots[i]
		}
		if w != g {
			t.Errorf("%s:%d:\n  want %s\n  got  %s", file, i+1, w, g)
			return
		}
	}
}
