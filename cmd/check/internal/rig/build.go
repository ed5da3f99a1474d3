// Package rig sets up what is measured: it builds the game and the floor below
// which no program of its kind can be, serves both, and opens them in a browser
// of its own or in a window.
package rig

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
)

// floorDir is the floor's source, from the root of the tree.
const floorDir = "cmd/check/internal/rig/testdata/floor"

// Build is something that has been built to be measured.
type Build struct {
	// Name is what tables call it.
	Name string
	// Site is the folder of its site, and Files list what is in there.
	Site  string
	Files *manifest.Manifest
	// Program is its program for this system; "" for none.
	Program string
	// Plays says whether it is a game that can be played.
	Plays bool
}

// Workshop is where things are built.
type Workshop struct {
	// Root is the folder of the source tree, Dir the one to build into.
	Root, Dir string
	Run       proc.Runner
	// Quality is that of the brotli files, 1 to 11.
	Quality int
	// Log is told what is going on.
	Log io.Writer
}

// Game builds the game.
func (w Workshop) Game(ctx context.Context) (Build, error) {
	assets, err := bundle.Make(ctx, w.Root, bundle.Shipped, w.Log)
	if err != nil {
		return Build{}, err
	}
	b := Build{Name: "the game", Site: filepath.Join(w.Dir, "game"), Plays: true}
	if b.Files, err = w.write(ctx, b.Site, assets); err != nil {
		return Build{}, err
	}
	b.Program, err = w.program(ctx, w.Root, "./cmd/hardcases", "hardcases.exe")
	return b, err
}

// Floor builds the floor, in the same way and started as the game is. cut is what
// the site would hold if it were drawn by the engine that the game ships with.
func (w Workshop) Floor(ctx context.Context, game Build) (floor Build, cut *manifest.Manifest, err error) {
	floor = Build{Name: "floor", Site: filepath.Join(w.Dir, "floor")}
	site := func(dir string, engine bundle.Engine) (*manifest.Manifest, error) {
		assets, err := w.floor(ctx, game, engine)
		if err != nil {
			return nil, err
		}
		return w.write(ctx, dir, assets)
	}
	if floor.Files, err = site(floor.Site, bundle.Whole); err != nil {
		return Build{}, nil, err
	}
	if cut, err = site(filepath.Join(w.Dir, "cut"), bundle.Shipped); err != nil {
		return Build{}, nil, err
	}
	floor.Program, err = w.program(ctx, w.Root, "./"+floorDir, "floor.exe")
	return floor, cut, err
}

// floor gives the files of the floor's site.
func (w Workshop) floor(ctx context.Context, game Build, engine bundle.Engine) ([]bundle.Asset, error) {
	wasm, err := bundle.Link(ctx, w.Root, "./"+floorDir, engine)
	if err != nil {
		return nil, err
	}
	assets := []bundle.Asset{{Name: "game.wasm", Path: "game.wasm", Bytes: wasm}}
	paths := map[string]string{}
	for _, name := range []string{"index.html", "boot.js"} {
		paths[name] = filepath.Join(w.Root, filepath.FromSlash(floorDir), name)
	}
	for _, f := range game.Files.Files {
		if f.Name == "wasm_exec.js" {
			paths[f.Name] = filepath.Join(game.Site, f.Path)
		}
	}
	for name, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		assets = append(assets, bundle.Asset{Name: name, Path: name, Bytes: b})
	}
	return assets, nil
}

// theGame is what the game's page says of the WebAssembly to fetch, and of the
// scripts that start it.
var theGame = regexp.MustCompile(` data-(page|fonts|game|scripts)="[^"]*"`)

// Page makes a site of the game's page as it is before the game comes, without any
// WebAssembly, and gives its folder.
func (w Workshop) Page(ctx context.Context, game Build) (site string, err error) {
	page, err := os.ReadFile(filepath.Join(game.Site, "index.html"))
	if err != nil {
		return "", err
	}
	if n := len(theGame.FindAll(page, -1)); n != 4 {
		return "", fmt.Errorf("index.html names the game in %d ways, not in four", n)
	}
	bare := theGame.ReplaceAll(page, nil)
	if m := regexp.MustCompile(`<script src|<link rel="(preload|stylesheet)`).Find(bare); m != nil {
		return "", fmt.Errorf("index.html has %s, which would be measured too", m)
	}
	site = filepath.Join(w.Dir, "page")
	_, err = w.write(ctx, site, []bundle.Asset{{Name: "index.html", Path: "index.html", Bytes: bare}})
	return site, err
}

// Other gives another build of the game: a site that has been built, or one that
// is now built of a checkout, by the program there and with its own
// settings.
func (w Workshop) Other(ctx context.Context, dir string) (b Build, err error) {
	b = Build{Name: filepath.Base(dir), Site: dir, Plays: true}
	if _, err := os.Stat(filepath.Join(dir, manifest.Name)); errors.Is(err, os.ErrNotExist) {
		if _, err := os.Stat(filepath.Join(dir, "cmd", "hardcases")); err != nil {
			return Build{}, fmt.Errorf("%s is neither a built site nor a checkout: it has no %s and no cmd/hardcases", dir, manifest.Name)
		}
		if got, err := w.Run(ctx, proc.Command{Dir: dir, Args: []string{"git", "rev-parse", "--short", "HEAD"}}); err == nil {
			b.Name = strings.TrimSpace(got.Stdout)
		}
		b.Site = filepath.Join(w.Dir, "other")
		fmt.Fprintf(w.Log, "building %s in %s\n", b.Name, dir)
		c := proc.Command{Dir: dir, Args: []string{"go", "run", "./cmd/hardcases", "site", "-o", b.Site}}
		if _, err := w.Run(ctx, c); err != nil {
			return Build{}, err
		}
		if b.Program, err = w.program(ctx, dir, "./cmd/hardcases", "other.exe"); err != nil {
			return Build{}, err
		}
	}
	b.Files, err = manifest.Read(os.DirFS(b.Site))
	return b, err
}

// program builds a program for this system.
func (w Workshop) program(ctx context.Context, tree, source, name string) (string, error) {
	file := filepath.Join(w.Dir, name)
	c := proc.Command{Args: []string{"go", "build", "-o", file, source}, Dir: tree, Env: []string{"CGO_ENABLED=0"}}
	_, err := w.Run(ctx, c)
	return file, err
}

// write makes a site of web files in a folder.
func (w Workshop) write(ctx context.Context, dir string, assets []bundle.Asset) (*manifest.Manifest, error) {
	s, err := publish.Compress(ctx, assets, w.Quality, w.Log)
	if err != nil {
		return nil, err
	}
	return s.Manifest, s.Folder(dir, time.Now())
}
