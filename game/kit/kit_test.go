package kit_test

import (
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/element"
	"hardcases/game/kit"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func context(t *testing.T, language string) view.Context {
	t.Helper()
	p := packs.First(t)
	c := packs.Words(t)
	return view.NewContext(p, c, language)
}

func papers(t *testing.T, ctx view.Context, o kit.Options) map[string]string {
	t.Helper()
	files, err := kit.Make(ctx, o)
	require.NoError(t, err)
	out := map[string]string{}
	for _, f := range files {
		out[f.Name] = f.HTML
	}
	return out
}

func TestEveryPlanInEveryLanguage(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		ctx := context(t, language)
		lib, err := ctx.Pack.Library()
		require.NoError(t, err)
		for _, plan := range lib.Plans {
			for _, age := range []int{class.AnyAge, class.Older, class.Gentle} {
				for name, html := range papers(t, ctx, kit.Options{Plan: plan.ID, Age: age, Paper: kit.A4}) {
					require.Contains(t, html, `<html lang="`+language+`">`)
					require.NotRegexp(t, `kit\.[a-z-]+|class\.[a-z]+[ <]|\{[a-z]+\}`, strings.SplitN(html, "</style>", 2)[1], "%s of %s", name, plan.ID)
					for _, tag := range []string{"table", "div", "section", "ul", "ol", "li", "p", "tr"} {
						require.Equal(t, strings.Count(html, "<"+tag+">")+strings.Count(html, "<"+tag+" "), strings.Count(html, "</"+tag+">"), "%s in %s", tag, name)
					}
				}
			}
		}
	}
}

// TestNothingIsToldBeforeItIsDecided holds the fronts of the student sheets
// against what happened: no outcome, no consequence, no mark of which option it
// was.
func TestNothingIsToldBeforeItIsDecided(t *testing.T) {
	ctx := context(t, "en")
	sheets := strings.Split(papers(t, ctx, kit.Options{Plan: "m90", Age: class.Older})["student.html"], `<div class="side `)[1:]
	lib, _ := ctx.Pack.Library()
	_, plan := lib.Plan("m90")
	steps := plan.Lessons[0].Steps(true)
	asked := 0
	for n := len(sheets) - 2; n >= 0; n -= 2 {
		if strings.Contains(sheets[n], ctx.Strings.Get("kit.model")) {
			sheets = append(sheets[:n:n], sheets[n+2:]...)
			asked++
		}
	}
	require.Equal(t, 3, asked, "one for each case that a lesson opens")
	require.Len(t, sheets, 2*len(steps))
	for i, at := range steps {
		front, back := sheets[2*i], sheets[2*i+1]
		require.True(t, strings.HasPrefix(front, "front") && strings.HasPrefix(back, "back"))
		c, _ := ctx.Pack.Case(at.Case)
		_, st := c.Step(at.Step)
		key := []string{"cases", at.Case, "steps", at.Step}
		happened := strings.Fields(ctx.Text.Get(append(key, "happened")...))
		require.NotContains(t, front, strings.Join(happened[:8], " "))
		require.Contains(t, front, ctx.Text.Get(append(key, "title")...))
		for _, then := range st.Then {
			text := strings.Fields(ctx.Text.Get(append(key, "then", then.ID)...))
			require.NotContains(t, front, strings.Join(text, " "))
		}
		require.NotContains(t, front, "checked")
	}
}

// TestPapersSayWhatTheClassVotesOn looks at every plan: wherever a lesson comes to a case,
// the front of the sheet and the plan of the lesson say who the class is, what happened
// and why it matters, and a step out of its row has its recap; and the minutes of the
// parts are those of the lesson.
func TestPapersSayWhatTheClassVotesOn(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		ctx := context(t, language)
		lib, err := ctx.Pack.Library()
		require.NoError(t, err)
		recaps := 0
		for _, plan := range lib.Plans {
			made := papers(t, ctx, kit.Options{Plan: plan.ID, Age: class.Older})
			for n, lesson := range plan.Lessons {
				before := ""
				for _, at := range lesson.Steps(true) {
					if at.Case == pack.AtDesk {
						desk := func(parts ...string) string { return ctx.Text.Get(append([]string{"desk"}, parts...)...) }
						front := frontOf(t, made["student.html"], desk("rounds", at.Step, "title"))
						require.NotContains(t, front, desk("rounds", at.Step, "why"))
						require.Contains(t, made["key.html"], desk("rounds", at.Step, "why"))
						if before != at.Case {
							require.Contains(t, front, desk("about"))
							require.Contains(t, made["lesson.html"], desk("about"))
						}
						before = at.Case
						continue
					}
					text := func(parts ...string) string {
						return ctx.Text.Get(append([]string{"cases", at.Case, "steps", at.Step}, parts...)...)
					}
					front := frontOf(t, made["student.html"], text("title"))
					c, err := ctx.Pack.Case(at.Case)
					require.NoError(t, err)
					_, st := c.Step(at.Step)
					switch {
					case before != at.Case:
						for _, part := range pack.OpeningTexts() {
							require.Contains(t, front, text("opening", part), "%s %s %s", plan.ID, at.Step, part)
						}
						for _, part := range []string{"who", "news", "why"} {
							require.Contains(t, made["lesson.html"], text("opening", part), "%s %s %s", plan.ID, at.Step, part)
						}
					case len(st.Recap) > 0 && plan.OutOfRow(n, c, st.ID, true):
						require.Contains(t, front, text("recap"), "%s %s", plan.ID, at.Step)
						recaps++
					}
					before = at.Case
				}
				s := class.State{Plan: plan.ID, Lesson: n, Older: true, Course: class.NewestCourse}
				minutes := 0
				for _, span := range s.Schedule(ctx.Pack) {
					said := ctx.Strings.Get("kit.span", locale.N("from", minutes), locale.N("to", minutes+span.Minutes))
					require.Contains(t, made["lesson.html"], ">"+said+"<", plan.ID)
					minutes += span.Minutes
				}
				require.Equal(t, lesson.Minutes, minutes)
			}
		}
		require.Positive(t, recaps, language)
	}
}

// frontOf is the front of the sheet with a title.
func frontOf(t *testing.T, sheets, title string) string {
	t.Helper()
	for _, side := range strings.Split(sheets, `<div class="side `)[1:] {
		if strings.HasPrefix(side, "front") && strings.Contains(side, ">"+title+"</h1>") {
			return side
		}
	}
	t.Fatalf("no sheet has the title %q", title)
	return ""
}

func TestAddressesAreForTheTeacherAlone(t *testing.T) {
	for name, html := range papers(t, context(t, "fr"), kit.Options{Plan: "m50"}) {
		require.Equal(t, name == "key.html", strings.Contains(html, "https://"), name)
		require.NotContains(t, html, "<a ")
		require.NotContains(t, html, "<script")
	}
}

func TestOlderStepsAreChosen(t *testing.T) {
	ctx := context(t, "en")
	const older = "Far down the road"
	require.NotContains(t, papers(t, ctx, kit.Options{Plan: "m50"})["student.html"], older)
	require.Contains(t, papers(t, ctx, kit.Options{Plan: "m50", Age: class.Older})["student.html"], older)
}

func TestNoSuchPlan(t *testing.T) {
	_, err := kit.Make(context(t, "en"), kit.Options{Plan: "m5"})
	require.Error(t, err)
}

// TestGentlerPapers holds the papers for 13 to 15 to the words that the pack
// does without, and the others to the usual wording.
func TestGentlerPapers(t *testing.T) {
	for language, harsh := range map[string]string{"en": `20.dead`, "fr": `20.morts`} {
		ctx := context(t, language)
		usual := papers(t, ctx, kit.Options{Plan: "m90"})
		gentle := papers(t, ctx, kit.Options{Plan: "m90", Age: class.Gentle})
		require.Regexp(t, harsh, usual["student.html"])
		require.Contains(t, gentle["student.html"], ctx.Text.Get("cases.y2019.steps.B1.gentle.known.f1"))
		require.Contains(t, gentle["lesson.html"], ctx.Strings.Get("class.ages-gentle"))
		for _, word := range strings.Split(ctx.Text.Get(pack.GentleWords), "|") {
			for _, name := range []string{"lesson.html", "student.html", "ticket.html"} {
				require.NotRegexp(t, `(?i)[^\pL]`+word+`[^\pL]`, gentle[name], "%s in %s", word, name)
			}
		}
	}
}

// TestTheModelOnPaper demands the network with its question on the front of a sheet of
// its own, the answer on the back alone, and in the key.
func TestTheModelOnPaper(t *testing.T) {
	ctx := context(t, "en")
	drawn := 0
	draw := func(id string, c *view.Chart) []*element.Element {
		drawn++
		require.Equal(t, view.Network, c.Kind)
		return []*element.Element{element.Of("svg", "", "")}
	}
	made := papers(t, ctx, kit.Options{Plan: "m50", Draw: draw})
	require.Equal(t, 6, drawn, "each question before and after")
	text := func(key string) string { return ctx.Text.Get("cases.y2017.tries.m2." + key) }
	sheets := strings.Split(made["student.html"], `<div class="side `)[1:]
	front, back := sheets[0], sheets[1]
	require.Contains(t, front, text("question"))
	require.Contains(t, front, text("options.b"))
	require.Contains(t, front, "<svg")
	require.NotContains(t, front, text("why"))
	require.NotContains(t, front, ctx.Strings.Get("model.reached.2"))
	require.Contains(t, back, text("why"))
	require.Contains(t, back, ctx.Strings.Get("model.reached.2"))
	require.Contains(t, made["key.html"], text("why"))
}

// TestAnEstimateIsDrawnOnPaper gives a lesson with an estimate an empty chart to draw in
// on the front of its sheet, and what was found on the back alone.
func TestAnEstimateIsDrawnOnPaper(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		ctx := context(t, language)
		lib, err := ctx.Pack.Library()
		require.NoError(t, err)
		lib.Plans[0].Lessons[0].Parts = []pack.Part{{Case: "y2022", Steps: []string{"C8"}}}
		var charts []*view.Chart
		draw := func(_ string, c *view.Chart) []*element.Element {
			if c.Kind == view.Drawing {
				charts = append(charts, c)
				return []*element.Element{element.Of("svg", "", "")}
			}
			return nil
		}
		made := papers(t, ctx, kit.Options{Plan: lib.Plans[0].ID, Draw: draw})
		sheets := strings.Split(made["student.html"], `<div class="side `)[1:]
		front, back := sheets[len(sheets)-2], sheets[len(sheets)-1]
		require.Contains(t, front, ctx.Strings.Get("decision.draw"))
		require.Contains(t, front, "<svg")
		require.Contains(t, back, "<svg")
		require.Len(t, charts, 2)
		points := func(c *view.Chart, kind view.SeriesKind) (n int) {
			for _, s := range c.Series {
				if s.Kind == kind {
					n += len(s.Points)
				}
			}
			return n
		}
		require.Equal(t, 2, points(charts[0], view.Others), "the level before, and nothing after it")
		require.Zero(t, points(charts[0], view.Happened)+points(charts[0], view.You))
		require.Equal(t, 1, points(charts[1], view.Happened))
		require.Zero(t, points(charts[1], view.You))
	}
}
