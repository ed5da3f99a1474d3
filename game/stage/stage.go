// Package stage is one running game with its current screen: what every host
// needs, whatever it draws with.
package stage

import (
	"cmp"
	"slices"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
)

// Stage shows the screen of a session and takes messages for it. It is not
// safe for use by several goroutines at once.
type Stage struct {
	session *play.Session
	other   *play.Session // nil for none
	catalog *locale.Catalog
	perform func(play.Effect)
	dress   func(play.State, *view.Context)
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
		root := view.Screen(s.Context(), s.State())
		s.tree = &root
	}
	return s.tree
}

// Context is what screens are written with now.
func (s *Stage) Context() view.Context {
	ctx := view.NewContext(s.session.Pack(), s.catalog, s.Prefs().Locale)
	ctx.Shelf = s.shelf
	if s.dress != nil {
		s.dress(s.session.State(), &ctx)
	}
	return ctx
}

// Dress has a host add to what screens are written with, each time that one is.
func (s *Stage) Dress(dress func(play.State, *view.Context)) {
	s.dress = dress
	s.tree = nil
}

// State is what is on the screen: the state of the session that is played, and
// of the other one what only that has, the player's answers or the class's
// lesson.
func (s *Stage) State() play.State {
	now := s.session.State()
	if s.other == nil {
		return now
	}
	other := s.other.State()
	if now.InLesson() {
		now.Answers, now.Rounds, now.Checks, now.Seed = other.Answers, other.Rounds, other.Checks, other.Seed
	} else {
		now.Class = other.Class
	}
	return now
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

// Speaks says whether the words of a language are at hand.
func (s *Stage) Speaks(language string) bool { return s.catalog.Has(language) }

// Name is what a language calls itself, "" where the program does not have it.
func (s *Stage) Name(language string) string { return s.catalog.Name(language) }

// Wanted is the language that the screen is to be in: the player's, or the pack's
// first where it does not have that. While its words are not at hand, the screen
// is in another.
func (s *Stage) Wanted() string {
	locales, mine := s.session.Pack().Head().Locales, s.Prefs().Locale
	if slices.Contains(locales, mine) {
		return mine
	}
	return locales[0]
}

// Resume puts another game in the place of this one, as after an import. other
// is the game that goes on beside it, a lesson or the player's own; nil for
// none.
func (s *Stage) Resume(session, other *play.Session) {
	s.session, s.other = session, other
	s.tree = nil
}

// Stale has the screen written anew, as after something has changed that the
// host adds to it.
func (s *Stage) Stale() { s.tree = nil }

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
			b.Place = cmp.Or(b.Place, old.Place)
			s.shelf[i] = b
			return
		}
	}
	s.shelf = append(s.shelf, b)
}

// Book gives a pack of the shelf by its hash; ok is false for none.
func (s *Stage) Book(hash string) (b view.Book, ok bool) {
	i := slices.IndexFunc(s.shelf, func(b view.Book) bool { return b.Pack.Hash() == hash })
	if i < 0 {
		return b, false
	}
	return s.shelf[i], true
}

// Shelf is the packs on the shelf, in order.
func (s *Stage) Shelf() []view.Book { return s.shelf }

// Session is the game that is staged.
func (s *Stage) Session() *play.Session { return s.session }
