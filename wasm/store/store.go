// Package store keeps a game in a browser's local storage. It knows the
// storage only as an Area, so that it is tested without a browser.
package store

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"hardcases/game/play"
)

// Area is a browser's storage: words by key, all of which can fail at any
// time.
type Area interface {
	// Get gives the value of a key, "" for none.
	Get(key string) (string, error)
	// Set keeps a value. The error is ErrFull where there is no room.
	Set(key, value string) error
	Remove(key string) error
	Keys() ([]string, error)
}

// ErrFull says that there is no room left.
var ErrFull = errors.New("the storage is full")

// Keys of messages to the player.
const (
	NoticeDamaged   = "notice.save-corrupt"
	NoticeFull      = "notice.storage-full"
	NoticeForbidden = "notice.storage-forbidden"
)

// prefix stands before every key of the game's.
const prefix = "hardcases."

// Store keeps the game of one pack.
type Store struct {
	area Area
	key  string
	// locked: a save that could be neither read nor put aside lies under the
	// key; it must not be overwritten.
	locked bool
}

// New keeps the game of the pack with the given id. Each pack has a save of
// its own.
func New(area Area, pack string) *Store {
	return &Store{area: area, key: prefix + "save." + pack}
}

// Load gives the kept game; ok is false where there is none that can be used.
// The notice is the key of what to tell the player, "" for nothing. A save
// that cannot be read is put aside under another key, never destroyed.
func (s *Store) Load() (j play.Journal, ok bool, notice string) {
	text, err := s.area.Get(s.key)
	if err != nil {
		return j, false, NoticeForbidden
	}
	if text == "" {
		return j, false, ""
	}
	b, err := base64.StdEncoding.DecodeString(text)
	if err == nil {
		j, err = play.ReadJournal(b)
	}
	if err == nil {
		return j, true, ""
	}
	if s.PutAside("damaged") != nil {
		s.locked = true
		return j, false, NoticeFull
	}
	if s.area.Remove(s.key) != nil {
		s.locked = true
	}
	return j, false, NoticeDamaged
}

// PutAside copies the save, as it is, to the first free key that ends in the
// given word and a number.
func (s *Store) PutAside(word string) error {
	text, err := s.area.Get(s.key)
	if err != nil || text == "" {
		return err
	}
	for n := 1; ; n++ {
		key := s.key + "." + word + "-" + strconv.Itoa(n)
		old, err := s.area.Get(key)
		switch {
		case err != nil:
			return err
		case old == text:
			return nil
		case old == "":
			return s.area.Set(key, text)
		}
	}
}

// Holds says whether a key of the storage is that of this pack's save.
func (s *Store) Holds(key string) bool { return key == s.key }

// Save keeps a game. The notice is the key of what to tell the player, "" for
// nothing; what was kept before is then still there.
func (s *Store) Save(j play.Journal) (notice string) {
	if s.locked {
		return NoticeFull
	}
	b, err := j.MarshalMsg(nil)
	if err == nil {
		err = s.area.Set(s.key, base64.StdEncoding.EncodeToString(b))
	}
	switch {
	case errors.Is(err, ErrFull):
		return NoticeFull
	case err != nil:
		return NoticeForbidden
	}
	return ""
}

// Erase deletes all that the game has ever kept here, of every pack, saves
// that were put aside included.
func (s *Store) Erase() (notice string) {
	keys, err := s.area.Keys()
	if err != nil {
		return NoticeForbidden
	}
	for _, key := range keys {
		if strings.HasPrefix(key, prefix) && s.area.Remove(key) != nil {
			notice = NoticeForbidden
		}
	}
	s.locked = false
	return notice
}

// Look is what the page needs to know before the game is there, so that its
// first paint is right: the language and the theme.
type Look struct{ Locale, Theme string }

// SaveLook keeps a look. It is a convenience: failing to is no harm.
func (s *Store) SaveLook(l Look) {
	_ = s.area.Set(prefix+"look", l.Locale+" "+l.Theme)
}
