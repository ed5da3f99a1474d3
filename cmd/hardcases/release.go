package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"text/tabwriter"
	"time"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/release"
)

type releaseCommand struct {
	Out     string         `short:"o" required:"" placeholder:"DIR" help:"Folder to write."`
	Only    []release.Kind `placeholder:"KIND,…" enum:"site,onefile,scorm,desktop" help:"Make these alone: ${enum}."`
	Version string         `default:"0.0.0" placeholder:"VERSION" help:"What the release calls itself, as 1.2.0."`
	Score   string         `default:"played" enum:"played,forecast" help:"What a learning platform is told as the score: the share of steps played, or how good the forecasts were (${enum})."`
	For     []string       `placeholder:"OS/ARCH,…" enum:"windows/amd64,windows/arm64,darwin/universal,linux/amd64,linux/arm64" help:"Systems that programs are made for: ${enum}. Default: all."`
	engine
}

// Help gives examples.
func (releaseCommand) Help() string {
	return "Writes every form in which the game can be given away, their sums (SHA256SUMS) and their licences.\n\n" +
		"Examples:\n  hardcases release -o out\n  hardcases release -o out --only onefile\n  hardcases release -o out --only desktop --for linux/amd64,windows/amd64"
}

// Run writes the release.
func (c *releaseCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	begun := time.Now()
	site, err := c.site(ctx, sys.err)
	var shared map[string][]byte
	if err == nil {
		shared, err = papers(c.Version)
	}
	var made []release.File
	if err == nil {
		made, err = release.Make(ctx, site, c.Out, release.Options{
			Only: c.Only, Version: c.Version, Score: c.Score, Systems: c.For, Papers: shared, Log: sys.err,
		})
	}
	switch {
	case ctx.Err() != nil:
		return errors.New("stopped before the release was whole")
	case err != nil:
		return err
	}
	fmt.Fprintf(sys.err, "the release is in %s, made in %s\n", c.Out, time.Since(begun).Round(time.Second))
	table := tabwriter.NewWriter(sys.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "file\tbytes\tSHA-256")
	for _, f := range made {
		fmt.Fprintf(table, "%s\t%d\t%s\n", f.Name, f.Size, f.SHA256)
	}
	return table.Flush()
}

// site gives the files of the site that this program carries, or those of one that
// is built now.
func (c *releaseCommand) site(ctx context.Context, log io.Writer) ([]bundle.Asset, error) {
	switch site, err := openCarried(); {
	case err != nil:
		return nil, err
	case site != nil:
		return bundle.Of(site), nil
	}
	return bundle.Make(ctx, "", c.choice(), log)
}
