package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"
	"time"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
	"hardcases/cmd/internal/serve"
)

type serveCommand struct {
	Addr string `default:"127.0.0.1:8080" help:"Where to listen, as host:port; port 0 takes any free one."`
	Open bool   `default:"true" negatable:"" help:"Open the page in the browser (--open=false: do not)."`
	Site string `placeholder:"DIR" help:"Serve this built site instead of the one in this program, or of building one."`
	engine
}

// engine says what the game is built with, where it is built.
type engine struct {
	WholeEngine bool `help:"Build with all of Ebitengine, where its copy for the browser cannot be made: larger, and slower to start."`
}

func (e engine) choice() bundle.Engine {
	if e.WholeEngine {
		return bundle.Whole
	}
	return bundle.Shipped
}

// Help gives examples.
func (serveCommand) Help() string {
	return "Examples:\n  hardcases serve\n  hardcases serve --addr 127.0.0.1:0 --open=false"
}

// Run serves until it is interrupted.
func (c *serveCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return serve.Run(ctx, serve.Options{Addr: c.Addr, Site: served(c.Site, c.choice(), sys.err), Open: c.Open, Log: sys.err})
}

// served gives the site to serve: the one in a folder, the one that this program
// carries, or one that is built now.
func served(dir string, with bundle.Engine, log io.Writer) func(context.Context) (*manifest.Site, error) {
	if dir != "" {
		return serve.Folder(dir)
	}
	return func(ctx context.Context) (*manifest.Site, error) {
		if site, err := openCarried(); site != nil || err != nil {
			return site, err
		}
		site, err := build(ctx, with, publish.Quick, log)
		if err != nil {
			return nil, err
		}
		files, err := site.FS()
		if err != nil {
			return nil, err
		}
		return manifest.Open(files)
	}
}

// openCarried gives the site that this program carries, nil for none.
func openCarried() (*manifest.Site, error) {
	b := carried()
	if b == nil {
		return nil, nil
	}
	files, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("the web game in this program is damaged: %w", err)
	}
	return manifest.Open(files)
}

// carriedPack gives the pack that the site in this program begins with, nil where
// that is the game's own, and its id.
func carriedPack() (b []byte, id string, err error) {
	packed := carried()
	if packed == nil {
		return nil, "", nil
	}
	files, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, "", fmt.Errorf("the web game in this program is damaged: %w", err)
	}
	m, err := manifest.Read(files)
	if err != nil || m.Pack == "" {
		return nil, "", err
	}
	b, err = fs.ReadFile(files, "packs/"+m.Pack+".msgp")
	return b, m.Pack, err
}

// build makes the site from the source tree of the working folder.
func build(ctx context.Context, with bundle.Engine, quality int, log io.Writer) (*publish.Site, error) {
	assets, err := bundle.Make(ctx, "", with, log)
	if err != nil {
		return nil, err
	}
	return publish.Compress(ctx, assets, quality, log)
}

type siteCommand struct {
	Out string `short:"o" required:"" placeholder:"DIR" help:"Folder to write."`
	addressed
	engine
}

// addressed says where a site is to lie.
type addressed struct {
	Address bundle.Address `placeholder:"URL" help:"Where the site will lie, as https://school.example/hard-cases/: others then show its picture beside links to it."`
}

// Help gives examples.
func (siteCommand) Help() string {
	return "Examples:\n  hardcases site -o dist\n  hardcases site -o dist --address https://school.example/hard-cases/"
}

// Run writes the site.
func (c *siteCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	site, err := c.site(ctx, sys.err)
	switch {
	case ctx.Err() != nil:
		return errors.New("stopped before anything was written")
	case err != nil:
		return err
	}
	if err := site.Folder(c.Out, time.Now()); err != nil {
		return err
	}
	fmt.Fprintf(sys.err, "the site is in %s, version %s\n", c.Out, site.Manifest.Version)
	return nil
}

// site is the one that this program carries, or one that is built now.
func (c siteCommand) site(ctx context.Context, log io.Writer) (*publish.Site, error) {
	if c.Address == "" {
		switch site, err := openCarried(); {
		case err != nil:
			return nil, err
		case site != nil:
			return publish.Of(site), nil
		}
	}
	assets, err := siteFiles(ctx, c.choice(), c.Address, log)
	if err != nil {
		return nil, err
	}
	return publish.Compress(ctx, assets, publish.Best, log)
}

// siteFiles are the files of the site that this program carries, or of one that is
// built now, at their address.
func siteFiles(ctx context.Context, with bundle.Engine, at bundle.Address, log io.Writer) ([]bundle.Asset, error) {
	site, err := openCarried()
	if err != nil {
		return nil, err
	}
	if site != nil {
		return bundle.At(bundle.Of(site), at)
	}
	assets, err := bundle.Make(ctx, "", with, log)
	if err != nil {
		return nil, err
	}
	return bundle.At(assets, at)
}
