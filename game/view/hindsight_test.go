package view_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// outcome is what would give a step away: the paragraphs that say what
// happened, and the line that sets its short form beside the actor's name.
type outcome struct {
	place pack.Place
	texts []string
}

func outcomes(t *testing.T, ctx view.Context) []outcome {
	t.Helper()
	var list []outcome
	for _, h := range ctx.Pack.Head().Cases {
		c, err := ctx.Pack.Case(h.ID)
		require.NoError(t, err)
		for _, st := range c.Steps {
			if st.Happened == "" {
				continue
			}
			get := func(path ...string) string {
				return ctx.Text.Get(append([]string{"cases", c.ID, "steps", st.ID}, path...)...)
			}
			o := outcome{place: pack.Place{Case: c.ID, Step: st.ID}}
			for _, p := range strings.Split(get("happened"), "\n\n") {
				o.texts = append(o.texts, strings.ReplaceAll(strings.TrimSpace(p), "\n", " "))
			}
			o.texts = append(o.texts, ctx.Strings.Get("log.they",
				locale.A("actor", ctx.Text.Get("actors", st.Actor)), locale.A("short", get("options", st.Happened, "short"))))
			for _, text := range o.texts {
				require.NotEmpty(t, text)
			}
			list = append(list, o)
		}
	}
	require.NotEmpty(t, list)
	return list
}

// reached says whether the player, or the class, has come to what happened.
func reached(s play.State, at pack.Place) bool {
	if s.Screen == play.InClass {
		v, _ := s.Class.Vote(at)
		return v.Revealed
	}
	_, ok := s.Answer(at.Case, at.Step)
	return ok
}

// TestNoWayLeadsPastAStepThatWasNotReached presses at random whatever can be
// pressed, in games and in lessons, and asks of each screen whether it gives
// away a step that the player or the class has not come to: by going back after
// a skip, from the end, through the log, the results or the plans.
func TestNoWayLeadsPastAStepThatWasNotReached(t *testing.T) {
	const games, presses = 24, 400
	p, c := shipped(t)
	told, returns := 0, 0
	for game := range games {
		r := rand.New(rand.NewPCG(uint64(game), 7))
		ctx := view.NewContext(p, c, []string{"en", "fr"}[game%2])
		hidden := outcomes(t, ctx)
		s := play.NewSession(ctx.Pack, uint64(game), ctx.Strings.Locale())
		if game%3 > 0 { // two in three are lessons, where most went wrong
			s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
			s.Send(play.Class{Act: class.Choose, Text: []string{"m30", "m50", "m90"}[r.IntN(3)]})
			s.Send(play.Class{Act: class.Start, N: class.NewestCourse})
		}
		var last play.Msg
		for range presses {
			tree := view.Screen(ctx, s.State())
			said := view.Text(&tree)
			for _, o := range hidden {
				for _, text := range o.texts {
					if reached(s.State(), o.place) {
						if strings.Contains(said, text) {
							told++
						}
						continue
					}
					require.NotContains(t, said, text, "game %d: %s, after %#v, gives away %v", game, tree.ID, last, o.place)
				}
			}
			last = press(r, &tree)
			if _, back := last.(play.Back); back {
				returns++
			}
			s.Send(last)
		}
	}
	require.Greater(t, told, 4*games, "what must not be told early was hardly ever told at all")
	require.Greater(t, returns, games*presses/40, "hardly anybody went back")
}

// press is one of the things that can be pressed, Back and Skip more often than
// others. What leaves the game (files, other packs, the language) is left out.
func press(r *rand.Rand, tree *view.Node) play.Msg {
	var all []play.Msg
	view.Active(tree, func(n *view.Node) {
		switch m := n.On.(type) {
		case play.SetLocale, play.Ask, play.EraseAll:
			return
		case play.Back, play.Skip:
			all = append(all, m, m, m)
		case play.Class:
			if m.Act == class.SkipIt || m.Act == class.Forward {
				all = append(all, m, m)
			}
		}
		all = append(all, n.On)
	})
	if len(all) == 0 {
		return play.Back{}
	}
	return all[r.IntN(len(all))]
}
