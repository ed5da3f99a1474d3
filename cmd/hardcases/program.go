package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/publish"
)

type programCommand struct {
	Out string `short:"o" required:"" placeholder:"FILE" help:"File to write."`
	For string `placeholder:"OS/ARCH" help:"System that it is to run on, as windows/amd64. Default: this one."`
}

// Help gives examples.
func (programCommand) Help() string {
	return "The program that is written serves the web game, plays packs in it and writes it as files, anywhere and without Go.\n\n" +
		"Examples:\n  hardcases program -o hardcases\n  hardcases program --for windows/amd64 -o hardcases.exe"
}

// Run writes the program.
func (c *programCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	site, err := build(ctx, bundle.Shipped, publish.Best, sys.err)
	if err == nil {
		err = publish.Program(ctx, site, c.Out, c.For)
	}
	switch {
	case ctx.Err() != nil:
		return errors.New("stopped before the program was written")
	case err != nil:
		return err
	}
	fmt.Fprintf(sys.err, "the program is in %s, with the web game of version %s\n", c.Out, site.Manifest.Version)
	return nil
}
