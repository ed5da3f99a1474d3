package view_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestLessonsAreToldApart demands that no two lessons on offer say the same of
// themselves.
func TestLessonsAreToldApart(t *testing.T) {
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p, words := named(t, id)
		for _, language := range p.Head().Locales {
			s := play.NewSession(p, 1, language)
			s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
			root := view.Screen(view.NewContext(p, words, language), s.State())
			said := map[string]string{}
			plans := view.Find(&root, "plans").Children
			require.Greater(t, len(plans), 4)
			for _, plan := range plans {
				about := view.Text(view.Find(&root, plan.ID+"-about"))
				require.NotContains(t, about, "\n")
				require.Empty(t, said[about], "%s, %s: %s", language, plan.ID, about)
				said[about] = plan.ID
			}
		}
	}
}
