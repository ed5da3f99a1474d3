// Package keep keeps games where a host can keep anything: one slot for each
// game, beside it what was put aside, and the promise that nothing is
// overwritten which is not the game's own or safe elsewhere.
package keep

import "errors"

// Area is where a host keeps things, by name. Any of it can fail at any time.
// Names are made by this package: letters, digits, and "-", "_", "@", ".".
type Area interface {
	// Read gives what is kept under a name, nil for nothing.
	Read(name string) ([]byte, error)
	// Write keeps b under a name: all of it, or what was there before stays. It
	// fails with ErrFull where there is no room and with ErrForbidden where
	// nothing may be kept at all.
	Write(name string, b []byte) error
	// Remove forgets a name; that there is none is no error.
	Remove(name string) error
	// List gives the names that something is kept under, in any order.
	List() ([]string, error)
	// Erase deletes all that the game has ever kept here, what is half written
	// included. It goes on over what cannot be deleted, and then fails.
	Erase() error
}

// Why an Area keeps nothing. Errors of an Area may wrap them.
var (
	ErrFull      = errors.New("there is no room to keep the game")
	ErrForbidden = errors.New("nothing may be kept here")
)

// Why a Slot does not save.
var (
	// ErrMoved: what lies in the slot is not what this host last saw there.
	ErrMoved = errors.New("the game has gone on elsewhere")
	// ErrForgotten: the player has had everything forgotten, elsewhere.
	ErrForgotten = errors.New("the game has been forgotten elsewhere")
)
