package view_test

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestTroubleIsOnEveryScreen shows every screen of the tour with a game that
// cannot be saved: each says so, and has a way out.
func TestTroubleIsOnEveryScreen(t *testing.T) {
	p, c := shipped(t)
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		ctx := view.NewContext(p, c, language)
		for _, key := range []string{"full", "forbidden", "failed", "nearly-long", "long"} {
			ctx.Trouble, ctx.Framed = key, key == "forbidden"
			for _, s := range stops {
				if s.State.Class.Blank {
					continue // where the teacher wants nothing shown
				}
				root := view.Screen(ctx, s.State)
				n := view.Find(&root, "trouble")
				require.NotNil(t, n, s.Name)
				require.Equal(t, view.Status, n.Role)
				require.Equal(t, play.Ask{What: play.ExportSave}, view.Find(&root, "trouble-export").On)
				require.Equal(t, ctx.Framed, view.Find(&root, "own-tab") != nil)
				require.Empty(t, problems(&root), s.Name)
			}
		}
	}
}

// TestTroubleIsNewsOnce holds that what lasts is news when it comes, and not
// again with each press.
func TestTroubleIsNewsOnce(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	well := view.Screen(ctx, play.NewState(1, "en"))
	ctx.Trouble = "full"
	bad := view.Screen(ctx, play.NewState(1, "en"))
	require.Equal(t, "trouble", view.News(&well, &bad).ID)
	require.Nil(t, view.News(&bad, &bad))
	require.Nil(t, view.News(&bad, &well))
}

// TestNewerVersionWaitsForTheGame: what is not kept would be gone with a page that is
// loaded anew, so that is not offered.
func TestNewerVersionWaitsForTheGame(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	for key, offered := range map[string]bool{"": true, "nearly-long": true, "full": false, "forbidden": false, "failed": false, "long": false} {
		ctx.Renewed, ctx.Trouble = true, key
		root := view.Screen(ctx, play.NewState(1, "en"))
		require.Equal(t, offered, view.Find(&root, view.Renewed) != nil, key)
		require.Equal(t, offered, view.Find(&root, "renewed-take") != nil, key)
	}
}

// TestNewerVersionIsToldAside: a newer version is told of on every screen but those
// of a lesson, and is no news that the screen would jump to.
func TestNewerVersionIsToldAside(t *testing.T) {
	p, c := shipped(t)
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		ctx := view.NewContext(p, c, language)
		for _, s := range stops {
			ctx.Renewed = false
			before := view.Screen(ctx, s.State)
			ctx.Renewed = true
			root := view.Screen(ctx, s.State)
			n := view.Find(&root, view.Renewed)
			require.Equal(t, !s.State.InLesson(), n != nil, s.Name)
			if n == nil {
				continue
			}
			require.Equal(t, play.Ask{What: play.TakeUpdate}, view.Find(&root, "renewed-take").On)
			require.Nil(t, view.News(&before, &root))
			require.Empty(t, problems(&root), s.Name)
		}
	}
}
