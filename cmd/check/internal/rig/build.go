// Package rig sets up what is measured: it builds the game and the floor below
// which no program of its kind can be, serves both, and opens them in a browser
// of its own or in a window.
package rig

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
)

// floorDir is the floor's source, from the root of the tree.
const floorDir = "cmd/check/internal/rig/testdata/floor"

// Built is what has been built to be measured.
type Built struct {
	// Game, Floor and Page are the folders of sites: the game, the floor, and
	// the game's page without any WebAssembly.
	Game, Floor, Page string
	// GameFiles and FloorFiles list what is in the first two.
	GameFiles, FloorFiles *manifest.Manifest
	// GameProgram and FloorProgram are programs for this system.
	GameProgram, FloorProgram string
}

// Build builds everything into dir, from the tree at root. quality is that of
// the brotli files, 1 to 11. log is told what is going on.
func Build(ctx context.Context, run proc.Runner, root, dir string, quality int, log io.Writer) (*Built, error) {
	b := &Built{
		Game: filepath.Join(dir, "game"), Floor: filepath.Join(dir, "floor"), Page: filepath.Join(dir, "page"),
		GameProgram: filepath.Join(dir, "hardcases.exe"), FloorProgram: filepath.Join(dir, "floor.exe"),
	}
	game, err := bundle.Make(ctx, root, bundle.Shipped, log)
	if err != nil {
		return nil, err
	}
	if b.GameFiles, err = write(ctx, b.Game, game, quality, log); err != nil {
		return nil, err
	}
	if err := b.buildFloor(ctx, run, root, quality); err != nil {
		return nil, fmt.Errorf("the floor: %w", err)
	}
	if err := b.stripPage(ctx); err != nil {
		return nil, fmt.Errorf("the page without WebAssembly: %w", err)
	}
	for program, source := range map[string]string{b.GameProgram: "./cmd/hardcases", b.FloorProgram: "./" + floorDir} {
		c := proc.Command{Args: []string{"go", "build", "-o", program, source}, Dir: root, Env: []string{"CGO_ENABLED=0"}}
		if err := run(ctx, c).Failure(c); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// buildFloor makes the floor's site: built, compressed and started as the
// game's is.
func (b *Built) buildFloor(ctx context.Context, run proc.Runner, root string, quality int) error {
	wasm := filepath.Join(filepath.Dir(b.Floor), "floor.wasm")
	c := proc.Command{
		Args: []string{"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", wasm, "./" + floorDir},
		Dir:  root, Env: []string{"GOOS=js", "GOARCH=wasm"},
	}
	if err := run(ctx, c).Failure(c); err != nil {
		return err
	}
	files := map[string]string{"game.wasm": wasm}
	for _, name := range []string{"index.html", "boot.js"} {
		files[name] = filepath.Join(root, filepath.FromSlash(floorDir), name)
	}
	for _, f := range b.GameFiles.Files {
		if f.Name == "wasm_exec.js" {
			files[f.Name] = filepath.Join(b.Game, f.Path)
		}
	}
	var err error
	b.FloorFiles, err = copySite(ctx, b.Floor, files, quality)
	return err
}

// theGame is what the game's page says of the WebAssembly to fetch, and of the
// scripts that start it.
var theGame = regexp.MustCompile(` data-game="[^"]*" data-scripts="[^"]*"`)

// stripPage makes a site of the game's page as it is before the game comes.
func (b *Built) stripPage(ctx context.Context) error {
	page, err := os.ReadFile(filepath.Join(b.Game, "index.html"))
	if err != nil {
		return err
	}
	if n := len(theGame.FindAll(page, -1)); n != 1 {
		return fmt.Errorf("index.html names the game %d times, not once", n)
	}
	bare := theGame.ReplaceAll(page, nil)
	if m := regexp.MustCompile(`<script src|<link rel="(preload|stylesheet)`).Find(bare); m != nil {
		return fmt.Errorf("index.html has %s, which would be measured too", m)
	}
	stripped := filepath.Join(filepath.Dir(b.Page), "page.html")
	if err := os.WriteFile(stripped, bare, 0o644); err != nil {
		return err
	}
	_, err = copySite(ctx, b.Page, map[string]string{"index.html": stripped}, 11)
	return err
}

// copySite makes a site of files, by their paths in it.
func copySite(ctx context.Context, dir string, files map[string]string, quality int) (*manifest.Manifest, error) {
	var assets []bundle.Asset
	for _, path := range slices.Sorted(maps.Keys(files)) {
		data, err := os.ReadFile(files[path])
		if err != nil {
			return nil, err
		}
		assets = append(assets, bundle.Asset{Name: path, Path: path, Bytes: data})
	}
	return write(ctx, dir, assets, quality, nil)
}

// write makes a site of web files in a folder.
func write(ctx context.Context, dir string, assets []bundle.Asset, quality int, log io.Writer) (*manifest.Manifest, error) {
	s, err := publish.Compress(ctx, assets, quality, log)
	if err != nil {
		return nil, err
	}
	return s.Manifest, s.Folder(dir, time.Now())
}
