package main

import (
	"crypto/rand"
	"encoding/binary"

	"hardcases/cmd/internal/terminal"
)

type windowCommand struct{ gameFlags }

// Help gives examples.
func (windowCommand) Help() string {
	return "Examples:\n  hardcases\n  hardcases --lang fr\n  hardcases --pack my.msgp"
}

// Run plays in a window.
func (c *windowCommand) Run() error { return playWindow(c.gameFlags) }

type playCommand struct {
	gameFlags
	Terminal bool `help:"Play as numbered text in this terminal; good with a screen reader."`
}

// Help gives examples.
func (playCommand) Help() string {
	return "Examples:\n  hardcases play\n  hardcases play --terminal --lang fr"
}

// Run plays in a window or in the terminal.
func (c *playCommand) Run(sys system) error {
	if !c.Terminal {
		return playWindow(c.gameFlags)
	}
	k, err := c.start()
	if err != nil {
		return err
	}
	return terminal.Play(k.stage, sys.in, sys.out)
}

// newSeed is a seed that no two games are likely to share.
func newSeed() uint64 {
	var b [8]byte
	rand.Read(b[:]) // never fails, by its contract
	return binary.LittleEndian.Uint64(b[:])
}
