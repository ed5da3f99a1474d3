package code

import "fmt"

// Error says why a code cannot be used.
type Error struct {
	Kind Kind
	Code string // as it was given
	// Detail is the character that no code has, how many characters there are,
	// or what a code of the other version begins with.
	Detail string
	Want   int // how many characters there should be
}

// Error says it in English, for programs; screens have their own words.
func (e *Error) Error() string {
	switch e.Kind {
	case UnknownCharacter:
		return fmt.Sprintf("%s: no code has the character %q", e.Code, e.Detail)
	case WrongLength:
		return fmt.Sprintf("%s: has %s characters; a code has %d", e.Code, e.Detail, e.Want)
	case OtherPack:
		return e.Code + ": belongs to another pack"
	case OtherVersion:
		return fmt.Sprintf("%s: belongs to another version of this pack, whose codes begin with %s", e.Code, e.Detail)
	case Damaged:
	}
	return e.Code + ": is damaged: a character is wrong, or some have changed places"
}

// Kind is what is wrong with a code.
type Kind string

// The kinds of fault.
const (
	UnknownCharacter Kind = "character"
	WrongLength      Kind = "length"
	Damaged          Kind = "damaged"
	OtherPack        Kind = "pack"
	OtherVersion     Kind = "version"
)
