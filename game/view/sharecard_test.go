package view_test

import (
	"strings"
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// playedTo plays some steps of a case, always with the same option of those there are.
func playedTo(s *play.Session, caseID string, steps, option int, t *testing.T) {
	s.Send(play.OpenCase{Case: caseID})
	s.Send(play.Begin{})
	for range steps {
		st := stepAt(t, s.Pack(), s.State())
		s.Send(play.Choose{Option: st.Options[min(option, len(st.Options)-1)].ID})
		s.Send(play.Commit{})
		s.Send(play.Next{})
	}
}

// TestShareCard tells of one case: its name and year, both sides where they are
// farthest apart, its own days under the road, and where to play it.
func TestShareCard(t *testing.T) {
	p, words := shipped(t)
	for _, language := range p.Head().Locales {
		ctx := view.NewContext(p, words, language)
		g := play.NewSession(p, 2, language)
		card := view.ShareCard(ctx, g.State())
		require.Contains(t, view.Text(&card), ctx.Text.Get("pack", "tagline"), "nothing was decided yet")
		require.NotContains(t, view.ResultText(ctx, g.State()), words.Strings(language).Get("take.and-you"))

		playedTo(g, "y2017", 2, 0, t)
		playedTo(g, "y2022", 4, 0, t)
		for _, last := range []string{"y2022", "y2017"} {
			g.Send(play.OpenCase{Case: last})
			g.Send(play.Show{Screen: play.TakeAway})
			ctx.Link = ""
			card = view.ShareCard(ctx, g.State())
			said := view.Text(&card)
			require.Contains(t, said, ctx.Text.Get("cases", last, "title"))
			require.Contains(t, said, last[1:])
			require.NotContains(t, said, "example")
			c, err := p.Case(last)
			require.NoError(t, err)
			far, yours, theirs := -1, "", ""
			for i := range c.Steps {
				st := &c.Steps[i]
				a, ok := g.State().Answer(last, st.ID)
				if !ok || !st.OnRoad() {
					continue
				}
				_, mine := st.Option(a.First.Option)
				_, real := st.Option(st.Happened)
				if d := max(mine.Ladder-real.Ladder, real.Ladder-mine.Ladder); d > far {
					far, yours, theirs = d, mine.ID, real.ID
				}
				if d := view.Find(&card, "road"); d != nil {
					require.Contains(t, labels(d.Chart.XTicks), strings.Fields(words.Strings(language).ShortDate(st.Date))[0])
				}
			}
			require.Positive(t, far)
			var both []string
			for _, st := range c.Steps {
				both = append(both, ctx.Text.Get("cases", last, "steps", st.ID, "options", yours, "short")+"|"+ctx.Text.Get("cases", last, "steps", st.ID, "options", theirs, "short"))
			}
			title := view.Text(view.Find(&card, "title"))
			found := false
			for _, b := range both {
				mine, real, _ := strings.Cut(b, "|")
				found = found || strings.Contains(title, mine) && strings.Contains(title, real)
			}
			require.True(t, found, title)

			for link, shown := range map[string]string{
				"https://school.example/hc/":                "school.example/hc/?case=" + last,
				"https://school.example/hc/?pack=elsewhere": "school.example/hc/?pack=elsewhere&case=" + last,
			} {
				ctx.Link = link
				card = view.ShareCard(ctx, g.State())
				require.Contains(t, view.Text(&card), shown)
				require.NotContains(t, view.Text(&card), "https:", "people type it")
				require.Contains(t, view.ResultText(ctx, g.State()), "https://"+shown, "what is pasted can be pressed")
			}
		}
	}
}

func labels(ticks []view.Tick) string {
	var all []string
	for _, t := range ticks {
		all = append(all, t.Label)
	}
	return strings.Join(all, " ")
}

// TestShareCardOfTheSame says once what both did.
func TestShareCardOfTheSame(t *testing.T) {
	p, words := shipped(t)
	g := play.NewSession(p, 2, "en")
	g.Send(play.OpenCase{Case: "y2022"})
	g.Send(play.Begin{})
	st := stepAt(t, p, g.State())
	g.Send(play.Choose{Option: st.Happened})
	g.Send(play.Commit{})
	card := view.ShareCard(view.NewContext(p, words, "en"), g.State())
	require.Contains(t, view.Text(view.Find(&card, "title")), "They and I: ")
	require.Len(t, view.Find(&card, "road").Chart.Series[1].Points, 1)
}
