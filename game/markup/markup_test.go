package markup

import (
	"strings"
	"testing"

	"hardcases/game/element"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// screen is a small decision with one of everything.
func screen(id string, more ...view.Node) *view.Node {
	return &view.Node{ID: id, Role: view.Document, Name: "A decision", Children: append([]view.Node{
		{ID: "bar", Role: view.Banner, Children: []view.Node{
			{ID: "log", Role: view.Button, Text: "Log", Name: "Open the log", On: play.Show{Screen: play.Log}, Keys: []string{"l"}},
		}},
		{ID: "main", Role: view.Main, Children: []view.Node{
			{ID: "title", Role: view.Heading, Level: 1, Look: view.Title, Text: "What do you say?"},
			{ID: "facts", Role: view.List, Children: []view.Node{
				{ID: "fact-1", Role: view.ListItem, Mark: "1", Children: []view.Node{
					{ID: "fact-1-text", Role: view.Paragraph, Children: []view.Node{
						{ID: "fact-1-a", Role: view.TextRole, Text: "A "},
						{ID: "fact-1-b", Role: view.Button, Look: view.Term, Text: "registrar", On: play.OpenTerm{Term: "registrar"}},
						{ID: "fact-1-c", Role: view.TextRole, Text: " acts."},
					}},
				}},
			}},
			{ID: "quote", Role: view.Paragraph, Text: "bonjour", Lang: "fr"},
			{ID: "options", Role: view.RadioGroup, Name: "Options", Children: []view.Node{
				{ID: "option-a", Role: view.Radio, Mark: "A", Checked: true, On: play.Choose{Option: "a"}, Keys: []string{"a", "1"}, Children: []view.Node{
					{ID: "option-a-label", Role: view.Strong, Text: "Wait"},
				}},
				{ID: "option-b", Role: view.Radio, Mark: "B", On: play.Choose{Option: "b"}, Keys: []string{"b", "2"}, Children: []view.Node{
					{ID: "option-b-label", Role: view.Strong, Text: "Act"},
				}},
			}},
			{ID: "ladder", Role: view.Figure, Name: "The ladder", Text: "You stand at 20.", Chart: &view.Chart{
				Kind:   view.Ladder,
				Series: []view.Series{{Kind: view.You, Name: "You", Points: []view.Point{{X: 20}}}},
				Table:  [][]string{{"Option", "Place"}, {"Wait", "20"}},
			}},
			{ID: "commit", Role: view.Button, Look: view.Primary, Text: "Commit", On: play.Commit{}, Disabled: true, Keys: []string{"Enter"}},
			{ID: "back", Role: view.Button, Text: "Back", On: play.Back{}, Keys: []string{"Escape"}},
			{ID: "still", Role: view.Status, Text: "Choose a reason."},
		}},
	}, more...)}
}

func sheet(id string) view.Node {
	return view.Node{ID: id, Role: view.Dialog, Name: id, Children: []view.Node{
		{ID: id + "-title", Role: view.Heading, Level: 2, Text: "Who says so?"},
		{ID: id + "-close", Role: view.Button, Text: "Close", On: play.Back{}, Keys: []string{"Escape"}},
	}}
}

// drawn stands for what draws charts.
func drawn(id string, c *view.Chart) []*element.Element {
	return []*element.Element{{Key: id + "/wide", Tag: "svg", SVG: true, Text: c.Series[0].Name}}
}

func find(t *testing.T, top *element.Element, node string) *element.Element {
	t.Helper()
	var found *element.Element
	top.Walk(func(e *element.Element) {
		if e.Node == node && found == nil && !strings.HasSuffix(e.Key, "/mark") {
			found = e
		}
	})
	require.NotNil(t, found, "no element for %s", node)
	return found
}

func TestRenderNativeElements(t *testing.T) {
	top := Render(screen("decision-1"), nil)
	tags := map[string]string{
		"bar": "header", "main": "main", "title": "h1", "facts": "ul", "fact-1": "li", "fact-1-text": "p",
		"fact-1-b": "button", "options": "fieldset", "option-a": "label", "ladder": "figure", "commit": "button",
	}
	for node, tag := range tags {
		require.Equal(t, tag, find(t, top, node).Tag, node)
	}
	require.Equal(t, "-1", find(t, top, "title").Attr("tabindex"))
	require.Equal(t, "fr", find(t, top, "quote").Attr("lang"))
	require.Equal(t, "true", find(t, top, "commit").Attr("aria-disabled"))
	require.Equal(t, "Open the log", find(t, top, "log").Attr("aria-label"))
	require.Equal(t, "radiogroup", find(t, top, "options").Attr("role"))
	input := find(t, top, "option-a").Children[0]
	require.Equal(t, "input", input.Tag)
	require.True(t, input.Checked)
	require.Equal(t, input.Attr("id"), find(t, top, "option-a").Attr("for"))
	require.Equal(t, input.Attr("name"), find(t, top, "option-b").Children[0].Attr("name"))
}

// TestRenderSaysWhatTheTreeSays is the promise that what one player sees
// another one hears: each node's own words stand in its own element.
func TestRenderSaysWhatTheTreeSays(t *testing.T) {
	root := screen("decision-1", sheet("source"))
	top := Render(root, drawn)
	view.Walk(root, func(n *view.Node, depth int) bool {
		if depth == 0 {
			return true
		}
		got := find(t, top, n.ID).TextContent()
		want := n.Mark + n.Text
		for i := range n.Children {
			want += find(t, top, n.Children[i].ID).TextContent()
		}
		if n.Role == view.Figure {
			want = n.Name + "You" + n.Text + "OptionPlaceWait20"
		}
		require.Equal(t, want, got, n.ID)
		return true
	})
}

func TestRenderKeysAreUnique(t *testing.T) {
	seen := map[string]bool{}
	Render(screen("decision-1", sheet("source")), drawn).Walk(func(e *element.Element) {
		require.False(t, seen[e.Key], e.Key)
		seen[e.Key] = true
		if e.Text != "" {
			require.Empty(t, e.Children, e.Key)
		}
	})
}

func TestRenderMakesTheRestInertUnderADialog(t *testing.T) {
	top := Render(screen("decision-1", sheet("source")), nil)
	inert := func(node string) bool {
		for _, a := range find(t, top, node).Attrs {
			if a.Name == "inert" {
				return true
			}
		}
		return false
	}
	require.True(t, inert("bar"))
	require.True(t, inert("main"))
	require.False(t, inert("source"))
}

func TestNewScreenHasANewHeadingAndStatus(t *testing.T) {
	one, two := Render(screen("decision-1"), nil), Render(screen("decision-2"), nil)
	for _, node := range []string{"title", "still"} {
		require.NotEqual(t, find(t, one, node).Key, find(t, two, node).Key)
	}
	require.Equal(t, find(t, one, "log").Key, find(t, two, "log").Key)
}

// TestPaper holds a printed page to what the eye needs: no controls, nothing that
// is only for the ear, and all the rest.
func TestPaper(t *testing.T) {
	root := screen("decision-1")
	root.Lang = "en"
	main := &root.Children[1]
	main.Children = append(main.Children,
		view.Node{ID: "heard", Role: view.Paragraph, Look: view.Unseen, Text: "For the ear."},
		view.Node{ID: "dock", Role: view.Group, Look: view.Dock, Children: []view.Node{{ID: "dock-note", Role: view.Paragraph, Text: "Docked."}}})
	d := Paper(root, drawn)
	require.Equal(t, "A decision", d.Title)
	require.Equal(t, "en", d.Lang)
	require.Len(t, d.Body, 1, "the header stays on the screen")
	text := d.Body[0].TextContent()
	require.Equal(t, "What do you say?1A registrar acts.bonjourThe ladderYouYou stand at 20.OptionPlaceWait20", text)
	d.Body[0].Walk(func(e *element.Element) { require.NotContains(t, []string{"button", "input", "a", "label"}, e.Tag) })
	require.Equal(t, 1, strings.Count(d.HTML(), `lang="fr"`), "an extract keeps its language")
}

// TestStatusesCanBeRead demands the text of a status in an element of its own, so
// that it is found again by who missed it.
func TestStatusesCanBeRead(t *testing.T) {
	root := screen("decision-1")
	top := Render(root, nil)
	still := find(t, top, "still")
	require.Empty(t, still.Text)
	require.Len(t, still.Children, 1)
	require.Equal(t, "p", still.Children[0].Tag)
	require.Equal(t, "Choose a reason.", still.Children[0].Text)
}

// TestChoicesAreReadOnce demands that a radio button says all of its choice, and
// that nothing beside it is read again.
func TestChoicesAreReadOnce(t *testing.T) {
	root := screen("decision-1")
	root.Children[1].Children = append(root.Children[1].Children, view.Node{ID: "sure", Role: view.Radio, Look: view.Chip, Text: "Sure", On: play.Forecast{Level: 4}},
		view.Node{ID: "stop", Role: view.Radio, Look: view.Stop, Name: "55 in 100", On: play.Stake{Stop: 3}})
	top := Render(root, nil)
	require.Equal(t, "55 in 100", find(t, top, "stop").Children[1].Text, "on the plain page its name is to be seen")
	for node, name := range map[string]string{"option-a": "A Wait", "sure": "Sure", "stop": "55 in 100"} {
		label := find(t, top, node)
		require.Equal(t, name, label.Children[0].Attr("aria-label"))
		for _, c := range label.Children[1:] {
			require.Equal(t, "true", c.Attr("aria-hidden"), node)
		}
	}
}

// TestAGroupIsNamedOnce demands of a group with a name that says more than its
// heading that the heading is not read beside it; of one without, that the heading
// names it.
func TestAGroupIsNamedOnce(t *testing.T) {
	group := view.Node{ID: "shield", Role: view.RadioGroup, Look: view.Switch, Name: "Shield, yours", Children: []view.Node{
		{ID: "shield-name", Role: view.Heading, Level: 3, Text: "Shield"},
		{ID: "shield-on", Role: view.Radio, Text: "On", On: play.Turn{Switch: "shield", To: "yours"}},
	}}
	root := screen("decision-1")
	root.Children[1].Children = append(root.Children[1].Children, group)
	top := Render(root, nil)
	require.Equal(t, "Shield, yours", find(t, top, "shield").Attr("aria-label"))
	require.Equal(t, "true", find(t, top, "shield-name").Attr("aria-hidden"))
	root.Children[1].Children[len(root.Children[1].Children)-1].Name = ""
	top = Render(root, nil)
	require.Equal(t, Prefix+"shield-name", find(t, top, "shield").Attr("aria-labelledby"))
	require.Empty(t, find(t, top, "shield-name").Attr("aria-hidden"))
}

// TestFiguresAreNamedOnce demands one name for a figure: its own, and none in its
// caption beside it.
func TestFiguresAreNamedOnce(t *testing.T) {
	named := 0
	find(t, Render(screen("decision-1"), nil), "ladder").Walk(func(e *element.Element) {
		if e.Attr("aria-label") == "The ladder" || e.Text == "The ladder" && e.Attr("aria-hidden") == "" {
			named++
		}
	})
	require.Equal(t, 1, named)
}

// TestAChartSaysItsNameOnce hides the caption where the picture has the same words
// above it, and only there.
func TestAChartSaysItsNameOnce(t *testing.T) {
	draw := func(id string, _ *view.Chart) []*element.Element {
		return []*element.Element{{Key: id + "/wide", Tag: "svg"}}
	}
	captions := func(name string, draw Draw) (n int) {
		root := screen("decision-1")
		view.Find(root, "ladder").Chart.YName = name
		find(t, Render(root, draw), "ladder").Walk(func(e *element.Element) {
			if e.Tag == "figcaption" && e.Attr("hidden") == "" {
				n++
			}
		})
		return n
	}
	require.Equal(t, 0, captions("The ladder", draw))
	require.Equal(t, 1, captions("Another axis", draw))
	require.Equal(t, 1, captions("The ladder", nil), "without a picture")
}

// TestScalesSayTheirEndsOnce demands that the words at the ends of a scale, which are
// in the names of its stops, are for the eye alone.
func TestScalesSayTheirEndsOnce(t *testing.T) {
	root := screen("decision-1")
	root.Children[1].Children = append(root.Children[1].Children, view.Node{ID: "stakes", Role: view.RadioGroup, Look: view.Scale, Name: "How sure?", Children: []view.Node{
		{ID: "stake-1", Role: view.Radio, Look: view.Stop, Name: "just a guess, 25 in 100", On: play.Stake{Stop: 1}},
		{ID: "stake-low", Role: view.TextRole, Text: "just a guess"},
	}})
	top := Render(root, nil)
	require.Equal(t, "true", find(t, top, "stake-low").Attr("aria-hidden"))
	require.Empty(t, find(t, top, "stake-1").Attr("aria-hidden"))
}

// TestAStripIsSaidOnce demands that where the words of a chart say all, its table does
// not say it again.
func TestAStripIsSaidOnce(t *testing.T) {
	root := screen("decision-1")
	ladder := view.Find(root, "ladder")
	ladder.Chart.Kind = view.Strip
	find(t, Render(root, drawn), "ladder").Walk(func(e *element.Element) { require.NotEqual(t, "table", e.Tag) })
}

// TestOneHeadingTakesTheFocus demands that only what the focus is led to can have
// it: browsers tell readers of anything else that can, as if it could be pressed.
func TestOneHeadingTakesTheFocus(t *testing.T) {
	root := screen("decision-1", sheet("source"))
	main := &root.Children[1]
	main.Children = append(main.Children, view.Node{ID: "more", Role: view.Heading, Level: 2, Text: "More"})
	top := Render(root, nil)
	require.Equal(t, "-1", find(t, top, "title").Attr("tabindex"))
	require.Equal(t, "-1", find(t, top, "source-title").Attr("tabindex"))
	require.Empty(t, find(t, top, "more").Attr("tabindex"))
}

// TestAHeadlineKeepsWordsWhole demands of a word with a hyphen an element of its own in a
// headline, also in one of parts, and none elsewhere.
func TestAHeadlineKeepsWordsWhole(t *testing.T) {
	root := screen("decision-1")
	title := view.Find(root, "title")
	title.Text = "Auriez-vous dit non\u202f?"
	whole := func(node string) (words []string) {
		find(t, Render(root, nil), node).Walk(func(e *element.Element) {
			if e.Attr("class") == "whole" {
				words = append(words, e.Text)
			}
		})
		return words
	}
	require.Equal(t, []string{"Auriez-vous"}, whole("title"))
	require.Equal(t, title.Text, find(t, Render(root, nil), "title").TextContent())
	title.Text, title.Children = "", []view.Node{{ID: "yours", Role: view.TextRole, Look: view.YourWords, Text: "Vous : ce jour-là."}}
	require.Equal(t, []string{"jour-là."}, whole("title"))
	view.Find(root, "quote").Text = "ce jour-là"
	require.Empty(t, whole("quote"))
}

// TestThePlaceOfATextIsKept says to the style sheet for how long a text there is room.
func TestThePlaceOfATextIsKept(t *testing.T) {
	gloss := view.Node{ID: "gloss", Role: view.Status, Look: view.Gloss, Text: "Short.", Room: []string{"Short.", "Très, très long.", "Longer."}}
	e := find(t, Render(screen("decision-1", gloss), nil), "gloss")
	require.Equal(t, "Très, très long.", e.Attr("data-room"))
	require.Equal(t, "Short.", e.Children[0].Text, "what is said is the text alone")
}
