package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"hardcases/cmd/internal/site"
)

type serveCommand struct {
	Addr string `default:"127.0.0.1:8080" help:"Where to listen, as host:port; port 0 takes any free one."`
	Open bool   `default:"true" negatable:"" help:"Open the page in the browser (--open=false: do not)."`
	Site string `placeholder:"DIR" help:"Serve this built site instead of building one."`
}

// Help gives examples.
func (serveCommand) Help() string {
	return "Examples:\n  hardcases serve\n  hardcases serve --addr 127.0.0.1:0 --open=false"
}

// Run serves until it is interrupted.
func (c *serveCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return site.Serve(ctx, site.ServeOptions{Addr: c.Addr, Dir: c.Site, Open: c.Open, Log: sys.err})
}

type siteCommand struct {
	Out string `short:"o" required:"" placeholder:"DIR" help:"Folder to write."`
}

// Help gives examples.
func (siteCommand) Help() string { return "Examples:\n  hardcases site -o dist" }

// Run writes the site.
func (c *siteCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	_, err := site.Build(ctx, site.Options{Out: c.Out, Log: sys.err})
	return err
}
