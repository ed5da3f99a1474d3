package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/serve"
	"hardcases/cmd/internal/watch"
)

// lookEvery is how often a watched folder is looked at.
const lookEvery = 300 * time.Millisecond

type packWatchCommand struct {
	Dir  string `arg:"" name:"src" help:"Folder of sources."`
	Addr string `default:"127.0.0.1:8080" help:"Where to listen, as host:port; port 0 takes any free one."`
	Open bool   `default:"true" negatable:"" help:"Open the page in the browser (--open=false: do not)."`
	Site string `placeholder:"DIR" help:"Play in this built site instead of the one in this program, or of building one."`
	engine
}

// Help gives examples.
func (packWatchCommand) Help() string {
	return "What is wrong is printed here after each save; the page says where the first fault is and keeps the last pack that was right, and the place where you are in it.\n\nExamples:\n  hardcases pack watch mine"
}

// Run serves until it is interrupted.
func (c *packWatchCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	settings, err := author.Settings()
	if err != nil {
		return err
	}
	folder := watch.New(c.Dir, settings, func(b watch.Built) { c.tell(sys, b) })
	folder.Look()
	if folder.Name() == "" {
		return reported{errFound} // there is no pack to begin with
	}
	go folder.Run(ctx, lookEvery)
	return serve.Run(ctx, serve.Options{
		Addr: c.Addr, Site: served(c.Site, c.choice(), sys.err), Open: c.Open, Log: sys.err, Packs: folder.Pack, Fault: folder.Fault,
		Query: url.Values{"pack": {folder.Name()}, "watch": {"1"}}.Encode(),
	})
}

// tell prints what came of one build.
func (c *packWatchCommand) tell(sys system, b watch.Built) {
	now := time.Now().Format("15:04:05")
	switch {
	case b.Err != nil:
		fmt.Fprintf(sys.out, "%s %v\n", now, b.Err)
	case b.Good:
		fmt.Fprintf(sys.out, "%s built, identity %.12s\n", now, b.Hash)
	default:
		fmt.Fprintf(sys.out, "%s not built; the page keeps the pack before\n", now)
	}
	if len(b.Found) > 0 {
		_ = author.Report(sys.out, b.Found, b.Source.Excerpt) // a terminal that is gone needs no report
	}
}
