package kit_test

import (
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/kit"
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
