package stage

import (
	"testing"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func open(t *testing.T) (*pack.Pack, *locale.Catalog) {
	t.Helper()
	return packs.First(t), packs.Words(t)
}

func TestTreeChangesOnlyWithTheGame(t *testing.T) {
	p, c := open(t)
	var effects []play.Effect
	s := New(play.NewSession(p, 1, "en"), c, func(e play.Effect) { effects = append(effects, e) })
	first := s.Tree()
	require.Same(t, first, s.Tree(), "asking twice builds nothing")

	s.Send(play.OpenCase{Case: "y2017"})
	require.NotSame(t, first, s.Tree())
	require.Equal(t, "briefing-y2017", s.Tree().ID)
	require.Equal(t, []play.Effect{play.Save{}}, effects)
	require.Equal(t, "home", first.ID, "a tree that was handed out does not change")

	s.Notify("notice.save-failed", "")
	require.NotNil(t, s.Tree().Children[1].Children)
	require.Equal(t, "notice", s.Tree().Children[1].Children[0].ID)
}

func TestLanguageChangesInPlace(t *testing.T) {
	p, c := open(t)
	s := New(play.NewSession(p, 1, "en"), c, func(play.Effect) {})
	s.Send(play.OpenCase{Case: "y2017"})
	s.Send(play.Begin{})
	s.Send(play.Choose{Option: "b"})
	before := s.Session().State()
	s.Send(play.SetLocale{Locale: "fr"})
	after := s.Session().State()
	require.Equal(t, "fr", s.Tree().Lang)
	require.Equal(t, "fr", s.Strings().Locale())
	after.Prefs.Locale = "en"
	require.Equal(t, before, after, "nothing but the language changed")
}

// TestShelfKeepsTheLastOfEachID puts three versions of a pack on the shelf, as an
// author does who saves often, beside the pack that comes with the game.
func TestShelfKeepsTheLastOfEachID(t *testing.T) {
	p, c := open(t)
	s := New(play.NewSession(p, 1, "en"), c, func(play.Effect) {})
	s.Put(view.Book{Pack: p, Shipped: true})
	s.Put(view.Book{Pack: p})
	content, err := p.Unpack()
	require.NoError(t, err)
	var last *pack.Pack
	for _, id := range []string{"mine", "mine", "cloudflare", "mine"} {
		content.ID = id
		content.Version += ".1"
		b, err := pack.Build(content)
		require.NoError(t, err)
		last, err = pack.Open(b)
		require.NoError(t, err)
		s.Put(view.Book{Pack: last})
	}
	var got []string
	for _, b := range s.Context().Shelf {
		got = append(got, b.Pack.Head().ID)
	}
	require.Equal(t, []string{"cloudflare", "mine", "cloudflare"}, got)
	require.True(t, s.Context().Shelf[0].Shipped)
	book, ok := s.Book(last.Hash())
	require.True(t, ok)
	require.Same(t, last, book.Pack)
}
