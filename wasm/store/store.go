// Package store is a browser's local storage as a keep.Area. It knows the
// storage only as words by key, so that it is tested without a browser.
package store

import (
	"encoding/base64"
	"strings"

	"hardcases/game/keep"
)

// Words is a browser's storage: words by key, all of which can fail at any time.
type Words interface {
	// Get gives the value of a key, "" for none.
	Get(key string) (string, error)
	// Set keeps a value. The error wraps keep.ErrFull where there is no room,
	// and any other keep.ErrForbidden.
	Set(key, value string) error
	Remove(key string) error
	Keys() ([]string, error)
}

// What stands before every key of the game's, and before those of games.
const (
	prefix = "hardcases."
	saves  = prefix + "save."
)

// Store keeps games in a browser.
type Store struct {
	local Words
	// page is what each page has for itself, until it is closed: which game it
	// shows, so that a page loaded again shows the same, whatever others show.
	page Words
}

// New keeps games in local; page is a storage that is each page's own.
func New(local, page Words) *Store { return &Store{local, page} }

// Again says whether this page has shown a game before: it has been loaded again.
func (s *Store) Again() bool {
	mine, err := s.page.Get(Key(keep.FrontName))
	return err == nil && mine != ""
}

// Key is the key of a name.
func Key(name string) string { return saves + name }

// Name gives the name of a key; ok is false for a key that is no game's.
func Name(key string) (name string, ok bool) { return strings.CutPrefix(key, saves) }

// own says whether a name is kept for each page as well.
func own(name string) bool { return name == keep.FrontName }

// Read implements keep.Area. A value that is not in base64 is given as it is:
// whoever reads it sees that it is damaged, and it can be put aside.
func (s *Store) Read(name string) ([]byte, error) {
	text, err := s.local.Get(Key(name))
	if err != nil {
		return nil, err
	}
	if own(name) {
		if mine, err := s.page.Get(Key(name)); err == nil && mine != "" {
			text = mine
		}
	}
	if text == "" {
		return nil, nil
	}
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return []byte(text), nil
	}
	return b, nil
}

// Write implements keep.Area.
func (s *Store) Write(name string, b []byte) error {
	text := base64.StdEncoding.EncodeToString(b)
	if own(name) {
		_ = s.page.Set(Key(name), text)
	}
	return s.local.Set(Key(name), text)
}

// Remove implements keep.Area.
func (s *Store) Remove(name string) error { return s.local.Remove(Key(name)) }

// List implements keep.Area.
func (s *Store) List() ([]string, error) {
	keys, err := s.local.Keys()
	var names []string
	for _, key := range keys {
		if name, ok := Name(key); ok {
			names = append(names, name)
		}
	}
	return names, err
}

// Erase implements keep.Area: all that the game has ever kept here goes, the
// look of the page included.
func (s *Store) Erase() error {
	_ = s.page.Remove(Key(keep.FrontName))
	keys, err := s.local.Keys()
	for _, key := range keys {
		if strings.HasPrefix(key, prefix) {
			if failed := s.local.Remove(key); failed != nil {
				err = failed
			}
		}
	}
	return err
}

// Look is what the page needs to know before the game is there, so that its
// first paint is right: the language and the theme, and whether a picture is wanted.
type Look struct{ Locale, Theme, Picture string }

// SaveLook keeps a look. It is a convenience: failing to is no harm.
func (s *Store) SaveLook(l Look) {
	const key = prefix + "look"
	now := l.Locale + " " + l.Theme + " " + l.Picture
	if old, err := s.local.Get(key); err == nil && old != now {
		_ = s.local.Set(key, now)
	}
}
