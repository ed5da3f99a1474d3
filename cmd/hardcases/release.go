package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"hardcases/assets"
	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/publish"
	"hardcases/cmd/internal/release"
	"hardcases/game/pack"
)

type releaseCommand struct {
	Out     string         `short:"o" required:"" placeholder:"DIR" help:"Folder to write."`
	Only    []release.Kind `placeholder:"KIND,…" enum:"site,onefile,scorm,desktop" help:"Make these alone: ${enum}."`
	Version string         `default:"0.0.0" placeholder:"VERSION" help:"What the release calls itself, as 1.2.0."`
	Pack    string         `placeholder:"FILE|DIR" help:"Begin with this pack: a compiled one, or a folder of sources. Default: the game's own."`
	Score   string         `default:"played" enum:"played,forecast" help:"What a learning platform is told as the score: the share of steps played, or how good the forecasts were (${enum})."`
	For     []string       `placeholder:"OS/ARCH,…" enum:"windows/amd64,windows/arm64,darwin/universal,linux/amd64,linux/arm64" help:"Systems that programs are made for: ${enum}. Default: all."`
	Quick   bool           `help:"Compress quickly: for a trial, with larger files of the site."`
	addressed
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
	site, err := siteFiles(ctx, c.choice(), c.Address, sys.err)
	var own *bundle.OwnPack
	if err == nil && c.Pack != "" {
		own, err = ownPack(c.Pack, sys.err)
	}
	var shared map[string][]byte
	if err == nil {
		shared, err = papers(c.Version)
	}
	var made []release.File
	if err == nil {
		made, err = release.Make(ctx, site, c.Out, release.Options{
			Only: c.Only, Version: c.Version, Pack: own, Score: c.Score, Systems: c.For, Papers: shared, Quality: c.quality(), Log: sys.err,
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

// quality is that of the brotli files.
func (c *releaseCommand) quality() int {
	if c.Quick {
		return publish.Quick
	}
	return publish.Best
}

// ownPack reads a compiled pack, or compiles one.
func ownPack(name string, log io.Writer) (*bundle.OwnPack, error) {
	var b []byte
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		b, err = (&packBuildCommand{Src: name}).build(system{err: log, out: log})
	case sourcesOf(name) != "":
		return nil, fmt.Errorf("%s is one file of a pack's sources: name their folder, --pack %s", name, shell(sourcesOf(name)))
	default:
		b, err = readAtMost(name, pack.MaxFile)
	}
	if err != nil {
		return nil, err
	}
	p, err := pack.Open(b)
	if err == nil {
		err = p.Validate()
	}
	if err == nil {
		err = notShipped(p)
	}
	if err != nil {
		return nil, at(name, err)
	}
	return &bundle.OwnPack{ID: p.Head().ID, Bytes: b, Texts: packTexts{p}}, nil
}

// notShipped refuses another pack under the id of one that the game comes with: the
// page would play that one.
func notShipped(p *pack.Pack) error {
	id := p.Head().ID
	b := assets.Structure(id)
	if b == nil {
		return nil
	}
	switch own, err := pack.Open(b); {
	case err != nil:
		return err
	case own.Hash() != p.Hash():
		return fmt.Errorf("one of the game's own packs has the id %[1]q: give this one another in pack.yaml, such as my-%[1]s", id)
	}
	return nil
}

// packTexts are the texts of a pack, by the keys that pages know.
type packTexts struct{ *pack.Pack }

// Locales implements bundle.Texts.
func (p packTexts) Locales() []string { return p.Head().Locales }

// Text implements bundle.Texts.
func (p packTexts) Text(language, key string) string {
	return p.Pack.Text(language).Get(strings.Split(key, ".")...)
}
