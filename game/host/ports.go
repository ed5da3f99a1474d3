// Package host is what every host does with a game, once: it brings the saved
// game back, keeps it, puts aside what would be overwritten, takes files, hands
// things out, changes packs, tells a lesson's timer the time, and says what came
// of all that. A program fills a few small ports, and shows the screen.
package host

import (
	"errors"
	"time"

	"hardcases/game/keep"
	"hardcases/game/markup"
	"hardcases/game/view"
)

// Ports are what a program does for the game.
type Ports struct {
	// Keep is where games are kept.
	Keep keep.Area
	Give Giver
	// Draw gives what draws charts on paper; nil where nothing can.
	Draw func() markup.Draw
	Ask  Asker
	Time Clock
	// Words fetches what the program says in one of its languages, for the
	// catalog and the packs that the host was started with. Later it calls done,
	// once, with what came of it, and before that late where it takes so long
	// that the player must be told. nil where all languages are at hand.
	Words func(language string, late func(), done func(error))
	// Live is the server that the game came from, nil where it came from none.
	Live Live
	// Link gives the address at which others find the game of a pack, as
	// view.Context.Link. nil where the program is at no address.
	Link func(view.Book) string
	// Lot draws 64 random bits.
	Lot func() uint64
	// Again says that the same player is still there, as when a page is loaded
	// again: the game then goes on where it was.
	Again bool
	// Named says that the language of Start was asked for by its name: a game that
	// was kept in another comes in it all the same.
	Named bool
	// Framed says that the game is part of another page; Ask then can open it in
	// a tab of its own.
	Framed bool
}

// Giver hands things to the player. Each calls done exactly once, at once or
// later, with what came of it.
type Giver interface {
	// Files hands over files that belong together; folder is a name for all of
	// them.
	Files(folder string, files []File, done Done)
	// Picture paints a tree and hands it over under a name. It fails with
	// ErrNoPicture where nothing can be painted, and with ErrUnreadable where what
	// was painted cannot be read.
	Picture(root *view.Node, name string, done Done)
	// Page hands over a screen on paper, or as a page to print.
	Page(root *view.Node, name string, done Done)
	// Text hands over text to paste.
	Text(text, name string, done Done)
}

// File is a file for the player.
type File struct {
	Name string // with its ending
	Kind string // a MIME type
	Data []byte
}

// Done takes what came of handing something over.
type Done func(Given, error)

// Given says what has become of a thing that was handed over.
type Given struct {
	// Where says where it is, in words that anyone in the room may read: no
	// name of a user. "" where nothing is to be said.
	Where string
	// Sure says that it is there; else the player's browser has been asked, and
	// only that knows.
	Sure bool
	// Copied: it can be pasted.
	Copied bool
}

// ErrNoPicture says that there is nothing to paint with.
var ErrNoPicture = errors.New("nothing can be painted here")

// ErrUnreadable says that what was painted cannot be read.
var ErrUnreadable = errors.New("what is painted here cannot be read")

// Asker asks the player. Each gives false where the host cannot, and the player
// is then told another way.
type Asker interface {
	// File lets the player choose a file, for Host.Take.
	File() bool
	// Codes lets a teacher enter codes, for Host.Send as class.Paste.
	Codes() bool
	// OwnTab opens the game in a tab of its own.
	OwnTab() bool
	// Update goes on with the newer version that Host.Offer told of.
	Update() bool
}

// Clock is the time, for a lesson's timer and for the dates of what is put
// aside.
type Clock interface {
	// Now is the time since any moment, of a clock that nobody sets.
	Now() time.Duration
	// Wake has Host.Tick called about once a second from now on, or no longer.
	Wake(on bool)
	// Today is the date, ISO 8601.
	Today() string
}
