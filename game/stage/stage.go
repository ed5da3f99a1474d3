// Package stage is one running game with its current screen: what every host
// needs, whatever it draws with.
package stage

import (
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
)

// Stage shows the screen of a session and takes messages for it. It is not
// safe for use by several goroutines at once.
type Stage struct {
	session *play.Session
	catalog *locale.Catalog
	perform func(play.Effect)
	tree    *view.Node
	shelf   []view.Book
}

// New sets a stage. perform is called with each effect, after the state has
// changed; it may call Notify.
func New(session *play.Session, catalog *locale.Catalog, perform func(play.Effect)) *Stage {
	return &Stage{session: session, catalog: catalog, perform: perform}
}

// Tree is the current screen. The pointer changes exactly when the screen may
// have changed; what it points at never does.
func (s *Stage) Tree() *view.Node {
	if s.tree == nil {
		root := view.Screen(s.Context(), s.session.State())
		s.tree = &root
	}
	return s.tree
}

// Context is what screens are written with now.
func (s *Stage) Context() view.Context {
	ctx := view.NewContext(s.session.Pack(), s.catalog, s.Prefs().Locale)
	ctx.Shelf = s.shelf
	return ctx
}

// Send tells the game what the player did.
func (s *Stage) Send(m play.Msg) {
	effects := s.session.Send(m)
	s.tree = nil
	for _, e := range effects {
		s.perform(e)
	}
}

// Notify puts a message of the host on the screen, by its key in the interface
// strings; detail fills its {detail}.
func (s *Stage) Notify(key, detail string) {
	s.session.Notify(key, detail)
	s.tree = nil
}

// Prefs are the player's choices of comfort.
func (s *Stage) Prefs() play.Prefs { return s.session.State().Prefs }

// Strings is the interface in the player's language.
func (s *Stage) Strings() *locale.Strings { return s.catalog.Strings(s.Prefs().Locale) }

// Resume puts another game in the place of this one, as after an import.
func (s *Stage) Resume(session *play.Session) {
	s.session = session
	s.tree = nil
}

// Put puts a pack on the shelf of the home screen, in the place of one with the
// same hash. Of packs that do not come with the game, the last of each id stays:
// an author who saves often gets one book, not a shelf of them.
func (s *Stage) Put(b view.Book) {
	s.tree = nil
	for i, old := range s.shelf {
		same := old.Pack.Hash() == b.Pack.Hash()
		newer := !old.Shipped && !b.Shipped && old.Pack.Head().ID == b.Pack.Head().ID
		if same || newer {
			b.Shipped = b.Shipped || old.Shipped
			s.shelf[i] = b
			return
		}
	}
	s.shelf = append(s.shelf, b)
}

// Book gives a pack of the shelf by its hash, nil for none.
func (s *Stage) Book(hash string) *pack.Pack {
	for _, b := range s.shelf {
		if b.Pack.Hash() == hash {
			return b.Pack
		}
	}
	return nil
}

// Change goes on with the game of another pack, with the player's comfort as it
// is.
func (s *Stage) Change(session *play.Session) {
	p := s.Prefs()
	s.Resume(session)
	for _, m := range []play.Msg{
		play.SetLocale{Locale: p.Locale}, play.SetTextSize{Percent: p.TextSize}, play.SetSpacing{Percent: p.Spacing},
		play.SetTheme{Theme: p.Theme}, play.SetMotion{Motion: p.Motion}, play.SetPlain{On: p.Plain}, play.SetAloud{On: p.Aloud},
	} {
		session.Send(m)
	}
}

// Session is the game that is staged.
func (s *Stage) Session() *play.Session { return s.session }
