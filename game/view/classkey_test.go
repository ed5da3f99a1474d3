package view_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestTheKeyIsOnPaperAlone gives every plan and demands that no screen of a lesson, all
// of which are on the projector, has what the teacher's key says of an option; and that
// the answer of the working model is on none before the network stood as its question
// asks.
func TestTheKeyIsOnPaperAlone(t *testing.T) {
	p, c := shipped(t)
	lib, err := p.Library()
	require.NoError(t, err)
	ctx := view.NewContext(p, c, "fr")
	asked := 0
	for _, plan := range lib.Plans {
		for n := range plan.Lessons {
			s := play.NewSession(p, 1, "fr")
			s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
			s.Send(play.Class{Act: class.Choose, Text: plan.ID, N: n})
			s.Send(play.Class{Act: class.Start, N: class.NewestCourse})
			for s.State().Class.Stage != class.Ended {
				now := s.State().Class
				root := view.Screen(ctx, s.State())
				said := view.Text(&root)
				at, st, _ := now.Step(p)
				for _, o := range st.Options {
					if why := ctx.Text.Get("cases", at.Case, "steps", at.Step, "options", o.ID, "why"); why != "" {
						require.NotContains(t, said, why, root.ID)
					}
				}
				if try, ok := now.Question(p); ok {
					why := ctx.Text.Get("cases", at.Case, "tries", try.ID, "why")
					require.NotContains(t, said, why, root.ID)
					if now.Stage == class.Trying {
						asked++
						for _, turn := range try.Turns {
							s.Send(play.Class{Act: class.Turn, Text: turn.Switch + ":" + turn.To})
						}
						root = view.Screen(ctx, s.State())
						require.Contains(t, view.Text(&root), why)
					}
				}
				s.Send(play.Class{Act: class.Forward})
			}
		}
	}
	require.Greater(t, asked, 8)
}
