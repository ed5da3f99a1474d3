package keep

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Names that are no game's. No id of a pack holds an @.
const (
	// forgotten holds a mark, another each time that everything is forgotten, so
	// that other windows do not bring back what they still have.
	forgotten = "@forgotten"
	// FrontName holds the name of the slot that was last on the screen.
	FrontName = "@front"
	// RoomName holds the key of the room in which a class votes on its own devices.
	RoomName = "@room"
	// parts of long games, by their sums.
	part = "@part."
)

// Origin is what a pack's game is kept by.
type Origin struct {
	ID   string // what the pack calls itself
	Hash string // what it is
	// Shipped: it comes with the program.
	Shipped bool
	// Place is where it lies and will lie when it has been changed: a file's
	// path, an address. "" where nobody knows, as for a file that was dropped.
	Place string
}

// Name is the slot of a pack's game. A pack that comes with the program has its
// id alone. Any other can call itself what it likes, so its slot is named for
// where it lies, and where that is not known for what it is: two packs with one
// id never share a game, and a pack that is written anew in its place goes on
// with its own.
func (o Origin) Name() string {
	switch {
	case o.Shipped:
		return o.ID
	case o.Place != "":
		return o.ID + "@" + short(o.Place)
	}
	return o.ID + "@" + short(o.Hash)
}

func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:6])
}

const lesson = "@class"

// Lesson is the slot of the lessons with the pack of a slot: a class and a
// player never share a game.
func Lesson(slot string) string { return slot + lesson }

// IsLesson says whether a slot is that of a pack's lessons, and gives the slot
// of the pack.
func IsLesson(slot string) (of string, yes bool) { return strings.CutSuffix(slot, lesson) }

// Copy is the name of a game that was put aside.
type Copy struct {
	Name string // in the Area
	Slot string // where it lay
	// Why is one of the words below.
	Why  string
	Date string // ISO 8601, "" where it is not known
}

// Why a game was put aside.
const (
	Before  = "before"  // another took its place
	Damaged = "damaged" // it could not be read
	Newer   = "newer"   // a newer program wrote it
	Other   = "other"   // it belongs to another pack
)

// parseCopy reads the name of a game that was put aside:
// slot.why-2026-11-29-1, or of older programs slot.why-1.
func parseCopy(name string) (c Copy, ok bool) {
	slot, rest, ok := strings.Cut(name, ".")
	if !ok || strings.HasPrefix(name, "@") {
		return c, false
	}
	why, rest, ok := strings.Cut(rest, "-")
	if !ok || why != Before && why != Damaged && why != Newer && why != Other {
		return c, false
	}
	c = Copy{Name: name, Slot: slot, Why: why}
	if i := strings.LastIndexByte(rest, '-'); i == len("2026-11-29") {
		c.Date = rest[:i]
	}
	return c, true
}

// isSlot says whether a name is that of a slot.
func isSlot(name string) bool { return !strings.HasPrefix(name, "@") && !strings.Contains(name, ".") }
