package view_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hardcases/game/class"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// everyScreen visits every screen of the shipped packs in their languages. They are to be
// looked at: all tests visit the same.
func everyScreen(t *testing.T, visit func(s tour.Stop, root *view.Node)) {
	t.Helper()
	if len(everyStop) == 0 {
		for _, id := range []string{"cloudflare", "elsewhere"} {
			p, c := named(t, id)
			for _, language := range p.Head().Locales {
				stops, err := tour.All(p, language)
				require.NoError(t, err)
				for _, s := range stops {
					everyStop = append(everyStop, stop{s, view.Screen(view.NewContext(p, c, language), s.State)})
				}
			}
		}
	}
	for i := range everyStop {
		visit(everyStop[i].Stop, &everyStop[i].root)
	}
}

// everyStop is what everyScreen visits, once it was there: to play all of it takes far
// longer than to look at it, above all as WebAssembly.
var everyStop []stop

type stop struct {
	tour.Stop
	root view.Node
}

// TestSingleKeysCanBeSwitchedOff demands that only keys without a character do
// anything then, on every screen: WCAG 2.1.4.
func TestSingleKeysCanBeSwitchedOff(t *testing.T) {
	single := func(root *view.Node) (n int) {
		n = len(root.Typed)
		view.Walk(root, func(node *view.Node, _ int) bool {
			for _, key := range node.Keys {
				if utf8.RuneCountInString(key) == 1 {
					n++
				}
			}
			return true
		})
		return n
	}
	had := 0
	p, c := named(t, "cloudflare")
	stops, err := tour.All(p, "en")
	require.NoError(t, err)
	for _, s := range stops {
		before := view.Screen(view.NewContext(p, c, "en"), s.State)
		had += single(&before)
		s.State.Prefs.NoKeys = true
		root := view.Screen(view.NewContext(p, c, "en"), s.State)
		require.Zero(t, single(&root), s.Name)
		require.NotContains(t, view.Text(&root), "digits count", s.Name)
	}
	require.Greater(t, had, 100)
}

// TestYoursAndTheirsAreSaid demands words beside the colour and the sign of what is
// the player's and what is history's, in every list: WCAG 1.1.1 and 1.4.1.
func TestYoursAndTheirsAreSaid(t *testing.T) {
	marked := 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		list := view.Find(root, "distances")
		if list == nil {
			return
		}
		for i := range list.Children {
			view.Walk(&list.Children[i], func(n *view.Node, _ int) bool {
				if n.Look == view.Yours || n.Look == view.Theirs {
					marked++
					require.False(t, strings.HasSuffix(n.ID, "-label"), "%s: the option's own words do not say whose it is", s.Name)
					require.NotEmpty(t, n.Text)
				}
				return true
			})
		}
	})
	require.Greater(t, marked, 40)
}

// TestChoicesHaveAHeading demands one before every set of options, for those who
// go from heading to heading.
func TestChoicesHaveAHeading(t *testing.T) {
	found := 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		var before *view.Node
		view.Walk(root, func(n *view.Node, _ int) bool {
			switch {
			case n.Role == view.Heading:
				before = n
			case n.Role == view.RadioGroup && n.Look == view.Options:
				found++
				if before.Level > 1 { // before a room the question itself heads them
					require.Equal(t, n.Name, view.Text(before), s.Name)
				}
			}
			return true
		})
	})
	require.Greater(t, found, 10)
}

// TestControlsAreToldApart demands of two controls of a screen that say the same
// that they do the same.
func TestControlsAreToldApart(t *testing.T) {
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		said := map[string]view.Node{}
		view.Active(root, func(n *view.Node) {
			name := n.Name
			if name == "" {
				name = view.Text(n)
			}
			if was, ok := said[name]; ok && n.Role == view.Button {
				require.Equal(t, was.On, n.On, "%s: %q of %s and %s", s.Name, name, was.ID, n.ID)
			}
			said[name] = *n
		})
	})
}

// TestAScreenAfterAChoiceHasATitleOfItsOwn demands that the window's title changes
// with the screen.
func TestAScreenAfterAChoiceHasATitleOfItsOwn(t *testing.T) {
	titles := map[string][]string{}
	everyScreen(t, func(_ tour.Stop, root *view.Node) {
		for _, kind := range []string{"decision-", "reveal-"} {
			if step, ok := strings.CutPrefix(root.ID, kind); ok && !slices.Contains(titles[kind+step], root.Name) {
				titles[kind+step] = append(titles[kind+step], root.Name)
			}
		}
	})
	for id, names := range titles {
		if step, ok := strings.CutPrefix(id, "reveal-"); ok {
			for _, name := range names {
				require.NotContains(t, titles["decision-"+step], name)
			}
		}
	}
}

// TestCardsAreSaidInSentences demands of each card that is a button that its name tells
// where a line ends, and that no sum of a file is said.
func TestCardsAreSaidInSentences(t *testing.T) {
	cards := 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		view.Walk(root, func(n *view.Node, _ int) bool {
			if n.Role == view.Button && slices.ContainsFunc(n.Children, func(c view.Node) bool { return c.Look == view.Subtitle }) {
				cards++
				require.NotRegexp(t, `[0-9a-f]{12}`, n.Name, s.Name)
				for i := range n.Children {
					if text := n.Children[i].Text; !strings.Contains(text, " · ") {
						require.Contains(t, n.Name+" ", strings.TrimRight(text, ".?!…"), "%s, %s", s.Name, n.ID)
					}
				}
				require.GreaterOrEqual(t, strings.Count(n.Name+" ", ". ")+strings.Count(n.Name, "? "), len(n.Children)-1, "%s: %q", s.Name, n.Name)
			}
			return true
		})
	})
	require.Positive(t, cards)
}

// TestClaimsAreNumberedOnce demands that a line which leads to a claim has its number
// in one place.
func TestClaimsAreNumberedOnce(t *testing.T) {
	lines := 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		view.Walk(root, func(n *view.Node, _ int) bool {
			if n.Role == view.ListItem && len(n.Claims) == 1 && len(n.Children) == 1 && n.Children[0].Role == view.Paragraph && len(n.Children[0].Children) > 0 {
				if open, ok := n.Children[0].Children[0].On.(play.OpenClaim); ok {
					lines++
					said := n.Children[0].Children[0].Name
					require.Equal(t, 1, strings.Count(view.Text(n)+said, open.Claim), "%s: %s", s.Name, view.Text(n))
				}
			}
			return true
		})
	})
	require.Positive(t, lines)
}

// TestALessonByEar demands that the buttons for hands say which option they count for,
// that the timer's button stays where it is when it is pressed, and that a hidden
// screen says that it is hidden.
func TestALessonByEar(t *testing.T) {
	p, c := named(t, "cloudflare")
	counting, timed, hidden := 0, 0, 0
	for _, language := range p.Head().Locales {
		ctx := view.NewContext(p, c, language)
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		for _, s := range stops {
			root := view.Screen(ctx, s.State)
			if less := view.Find(&root, "less"); less != nil {
				counting++
				mark := string(rune('A' + s.State.Class.Option))
				require.True(t, strings.HasSuffix(less.Name, " "+mark), "%s: %q", s.Name, less.Name)
				require.True(t, strings.HasSuffix(view.Find(&root, "more").Name, " "+mark), s.Name)
			}
			if root.ID == "class-blank" {
				hidden++
				require.NotEqual(t, ctx.Strings.Get("class.blank"), root.Name)
				require.Equal(t, root.Name, view.Text(view.Find(&root, "title")))
			}
			if timer := view.Shortcut(&root, "t"); timer != nil && s.State.InLesson() {
				timed++
				now, _ := play.Update(p, s.State, timer.On)
				after := view.Screen(ctx, now)
				require.NotNil(t, view.Find(&after, timer.ID), "%s: the focus is lost", s.Name)
			}
		}
	}
	require.Positive(t, counting)
	require.Positive(t, timed)
	require.Positive(t, hidden)
}

// TestMoreHandsThanPupils: more hands than there are pupils in the class are asked about.
func TestMoreHandsThanPupils(t *testing.T) {
	p, c := named(t, "cloudflare")
	s := play.NewSession(p, 1, "en")
	for _, m := range []play.Class{{Act: class.Visit, Text: string(class.SetUp)}, {Act: class.Choose, Text: "m30"}, {Act: class.Size, N: 28}, {Act: class.Start, N: class.NewestCourse}} {
		s.Send(m)
	}
	for s.State().Class.Stage != class.Voting {
		s.Send(play.Class{Act: class.Forward})
	}
	says := func() string {
		root := view.Screen(view.NewContext(p, c, "en"), s.State())
		return view.Find(&root, "count").Text
	}
	s.Send(play.Class{Act: class.Add, N: 28})
	require.Contains(t, says(), "28 hands of 28 ")
	s.Send(play.Class{Act: class.Add, N: 3})
	require.Contains(t, says(), "31 hands, in a class of 28: count again?")
}

// TestPagesOfALessonAreToldApart demands of the pages of a stage of a lesson, which follow
// each other, that neither their headings nor their titles are the same.
func TestPagesOfALessonAreToldApart(t *testing.T) {
	pages := 0
	var before view.Node
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		if !s.State.InLesson() {
			return
		}
		stage := func(id string) string { return id[:strings.LastIndexByte(id, '-')] }
		if later := strings.HasSuffix(root.ID, "-2") || strings.HasSuffix(root.ID, "-3"); later && before.ID != root.ID && before.ID != "" && stage(before.ID) == stage(root.ID) {
			pages++
			require.NotEqual(t, view.Headline(&before), view.Headline(root), s.Name)
			require.NotEqual(t, before.Name, root.Name, s.Name)
		}
		before = *root
	})
	require.Greater(t, pages, 50)
}

// TestReasonsAreExplainedWhenChosen demands of what a chosen reason means that it is a status,
// there before anything is chosen: then it is said when it changes.
func TestReasonsAreExplainedWhenChosen(t *testing.T) {
	before, explained := 0, 0
	everyScreen(t, func(s tour.Stop, root *view.Node) {
		group := view.Find(root, "reasons")
		if group == nil {
			return
		}
		gloss := view.Find(root, "reason-gloss")
		require.NotNil(t, gloss, s.Name)
		require.Equal(t, view.Status, gloss.Role)
		chosen := slices.ContainsFunc(group.Children, func(n view.Node) bool { return n.Checked })
		require.Equal(t, chosen, gloss.Text != "", s.Name)
		if chosen {
			explained++
		} else {
			before++
		}
	})
	require.Greater(t, before, 10)
	require.Greater(t, explained, 10)
}
