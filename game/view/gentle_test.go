package view_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// inClass is the lesson of m50 at its first step of 2019, for an age.
func inClass(p *pack.Pack, language string, age int) *play.Session {
	s := play.NewSession(p, 1, language)
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: "m90"})
	s.Send(play.Class{Act: class.SetAge, N: age})
	s.Send(play.Class{Act: class.Start, N: class.NewestCourse})
	for s.State().Class.At < 3 {
		s.Send(play.Class{Act: class.SkipIt})
	}
	for s.State().Class.Stage != class.Facts { // past the opening of 2019
		s.Send(play.Class{Act: class.Forward})
	}
	return s
}

func text(root view.Node, id string) string {
	found := ""
	view.Walk(&root, func(n *view.Node, _ int) bool {
		if n.ID == id {
			found = view.Text(n)
		}
		return true
	})
	return found
}

func TestGentlerWordingIsShown(t *testing.T) {
	p, c := shipped(t)
	for _, language := range []string{"en", "fr"} {
		ctx := view.NewContext(p, c, language)
		for age, key := range map[int]string{class.AnyAge: "known.f1", class.Older: "known.f1", class.Gentle: "gentle.known.f1"} {
			s := inClass(p, language, age)
			lesson := s.State().Class
			require.Equal(t, age, lesson.Age())
			require.Equal(t, ctx.Text.Get("cases.y2019.steps.B1", key), text(view.Screen(ctx, s.State()), "fact-f1-text"))
		}
		// Whoever plays alone reads the usual wording.
		s := inClass(p, language, class.Gentle)
		s.Send(play.Show{Screen: play.Home})
		s.Send(play.OpenCase{Case: "y2019"})
		s.Send(play.Begin{})
		require.Contains(t, text(view.Screen(ctx, s.State()), "fact-f1"), ctx.Text.Get("cases.y2019.steps.B1.known.f1"))
	}
}

// TestGentlerWordingIsOffered only where the pack has some.
func TestGentlerWordingIsOffered(t *testing.T) {
	p, c := shipped(t)
	require.NotEmpty(t, text(setUp(p, c), "age-2"))
	content, err := p.Unpack()
	require.NoError(t, err)
	for _, words := range content.Text {
		for key := range words {
			if gentle, ok := pack.GentleKey(key); ok {
				delete(words, gentle)
			}
		}
	}
	b, err := pack.Build(content)
	require.NoError(t, err)
	plain, err := pack.Open(b)
	require.NoError(t, err)
	require.Empty(t, text(setUp(plain, c), "age-2"))
	require.NotEmpty(t, text(setUp(plain, c), "age-0"))
}

func setUp(p *pack.Pack, c *locale.Catalog) view.Node {
	s := play.NewSession(p, 1, "en")
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	return view.Screen(view.NewContext(p, c, "en"), s.State())
}
