package length_test

import (
	"testing"

	"hardcases/cmd/internal/length"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// TestWords counts what is drawn before anything is opened, and nothing else.
func TestWords(t *testing.T) {
	say := func(role view.Role, look view.Look, text string, children ...view.Node) view.Node {
		return view.Node{ID: text, Role: role, Look: look, Text: text, Children: children}
	}
	fact := view.Node{ID: "f", Role: view.ListItem, Look: view.Fact, Mark: "1", Children: []view.Node{
		{ID: "t", Role: view.Paragraph, Look: view.Body, Children: []view.Node{
			say(view.Strong, "", "There is a crack"), say(view.TextRole, "", ": somebody saw it.")}},
		{ID: "c", Role: view.Paragraph, Look: view.Cite, Children: []view.Node{say(view.Button, view.Inline, "who?"), say(view.TextRole, "", " press")}},
	}}
	chart := view.Node{ID: "ladder", Role: view.Figure, Name: "Not drawn", Text: "Words for those who do not see it", Chart: &view.Chart{
		Kind: view.Ladder, XTicks: []view.Tick{{At: 0, Label: "keep serving"}},
		Series: []view.Series{{Kind: view.You, Name: "You", Points: []view.Point{{Mark: "A", Label: "wait"}}}, {Kind: view.Happened, Name: "They"}},
		Table:  [][]string{{"not", "counted"}},
	}}
	root := view.Node{ID: "s", Role: view.Document, Name: "A screen", Children: []view.Node{
		say(view.Banner, "", "", say(view.TextRole, "", "not counted either")),
		say(view.Main, "", "", say(view.Heading, view.Title, "What now?"), fact, say(view.Status, view.Unseen, "unseen words"), chart,
			say(view.Radio, view.Key, "A")),
	}}
	// What now, There is a crack somebody saw it who press, keep serving You wait
	require.Equal(t, 2+4+3+2+4, length.Words(&root))
	require.Equal(t, 2+4+4, length.PhoneWords(&root), "of the fact its first line alone")
	root.Children = append(root.Children, say(view.Dialog, "", "", say(view.Paragraph, "", "only this")))
	require.Equal(t, 2, length.Words(&root), "what lies under a dialog cannot be read")
}

// TestHomeSaysLittle holds the first screen to what it may say, and what comes before
// the first touch to 35 words.
func TestHomeSaysLittle(t *testing.T) {
	p, words := packs.Named(t, "cloudflare"), packs.Words(t)
	most, _ := length.Home.Limit()
	for _, language := range p.Head().Locales {
		root := view.Screen(view.NewContext(p, words, language), play.NewState(1, language))
		require.LessOrEqual(t, length.Words(&root), most, language)
		require.LessOrEqual(t, length.Words(view.Find(&root, "hero")), 35, language)
	}
}

// TestShippedPacks holds what is reckoned to what must be so whatever the texts say.
func TestShippedPacks(t *testing.T) {
	words := packs.Words(t)
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p := packs.Named(t, id)
		times, err := length.Of(p, words)
		require.NoError(t, err)
		require.Len(t, times, len(p.Head().Cases)*len(p.Head().Locales))
		for _, c := range times {
			h := p.Head().Cases[p.CaseIndex(c.Case)]
			require.Less(t, c.Whole.Takes, c.Opened.Takes)
			require.Equal(t, h.Short > 0, c.Short.Takes < c.Whole.Takes, c.Case)
		}
		screens, err := length.Screens(p, words)
		require.NoError(t, err)
		want, seats := 1, map[string]int{}
		for _, h := range p.Head().Cases {
			want += 2 + 2*h.Steps
		}
		for _, s := range screens {
			if s.Kind == length.Seat {
				seats[s.Locale]++
			}
		}
		require.Positive(t, seats["en"], "a change of seat is read, too")
		require.Equal(t, seats["en"], seats["fr"])
		require.Len(t, screens, (want+seats["en"])*len(p.Head().Locales))
	}
}

// TestBuildSaysTheTime: the head has what is reckoned, whatever the author wanted,
// and building it again gives the same bytes.
func TestBuildSaysTheTime(t *testing.T) {
	words := packs.Words(t)
	c, err := packs.Named(t, "cloudflare").Unpack()
	require.NoError(t, err)
	c.Cases[0].Minutes, c.Cases[0].ShortMinutes = 200, []int{1}
	b, err := length.Build(c, words)
	require.NoError(t, err)
	require.Equal(t, 200, c.Cases[0].Minutes, "what it is given stays as it was")
	p, err := pack.Open(b)
	require.NoError(t, err)
	times, err := length.Of(p, words)
	require.NoError(t, err)
	for i, l := range p.Head().Locales {
		short, whole := p.Head().Cases[0].Takes(i)
		require.Equal(t, l, times[i].Locale)
		require.Equal(t, times[i].Short.Minutes(), short)
		require.Equal(t, times[i].Whole.Minutes(), whole)
	}
	again, err := length.Build(c, words)
	require.NoError(t, err)
	require.Equal(t, b, again)
	c.Cases[0].Steps = nil
	_, err = length.Build(c, words)
	require.Error(t, err)
}
