package main

import (
	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/host"
)

type windowCommand struct{ gameFlags }

// Help gives examples.
func (windowCommand) Help() string {
	return "Examples:\n  hardcases\n  hardcases --lang fr\n  hardcases --pack my.msgp"
}

// Run plays in a window.
func (c *windowCommand) Run() error { return desk.Play(c.Saves, c.start) }

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
		return desk.Play(c.Saves, c.start)
	}
	asker := &terminal.Asker{}
	ports := desk.Ports(desk.Saves(c.Saves), desk.Files{}, nil)
	ports.Ask = asker
	h, err := c.start(ports)
	if err != nil {
		return err
	}
	read := func(path string) ([]byte, error) { return readAtMost(path, host.MaxFile) }
	return terminal.Play(h, asker, read, sys.in, sys.out)
}
