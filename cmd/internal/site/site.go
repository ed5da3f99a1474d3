// Package site builds the game as a static web site and serves it.
//
// A site is a folder of files for any web server: the page, and beside it
// files whose names hold the hash of their content, so that a browser may keep
// them for ever. Each text-like file stands there three times: as it is, as
// .br and as .gz.
package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Options say how to build a site.
type Options struct {
	// Out is the folder to write. Files there that an earlier build wrote and
	// this one does not are removed; other files are left alone.
	Out string
	// Source is a folder inside the source tree; "" is the working folder.
	Source string
	// Quality of the brotli files, 1 to 11; 0 is 11. The last step takes about
	// half a minute for the game, the first time; results are kept in the
	// user's cache folder.
	Quality int
	// Log is told what is being done; nil for nobody.
	Log io.Writer
}

// asset is one file of the site before it is written.
type asset struct {
	name  string // as the page's template calls it: "game.wasm"
	path  string // in the site: "game.0a1b2c3d4e5f.wasm"
	bytes []byte
}

// Build makes the site and gives its manifest. It needs the go tool and the
// source tree.
func Build(ctx context.Context, o Options) (*Manifest, error) {
	log := logTo(o.Log)
	root, err := Root(ctx, o.Source)
	if err != nil {
		return nil, err
	}
	cache, err := openCache(log)
	if err != nil {
		return nil, err
	}
	log("building the game for the browser")
	game, err := compile(ctx, root, cache.dir, log)
	if err != nil {
		return nil, err
	}
	assets, err := collect(ctx, root, game)
	if err != nil {
		return nil, err
	}
	quality := o.Quality
	if quality == 0 {
		quality = bestQuality
	}
	m, err := write(ctx, o.Out, assets, cache, quality)
	if err != nil {
		return nil, err
	}
	log("the site is in %s, version %s", o.Out, m.Version)
	return m, nil
}

// collect gives all files of the site, the page among them.
func collect(ctx context.Context, root string, game []byte) ([]asset, error) {
	words, err := texts()
	if err != nil {
		return nil, err
	}
	assets := []asset{named("game.wasm", game)}
	boot, err := source(root, "boot.js")
	if err != nil {
		return nil, err
	}
	glue, err := execScript(ctx)
	if err != nil {
		return nil, err
	}
	style, err := styleSheet(root, "style.css", "plain.css")
	if err != nil {
		return nil, err
	}
	assets = append(assets, named("boot.js", boot), named("wasm_exec.js", glue), named("style.css", style))
	first, err := styleSheet(root, "first.css")
	if err != nil {
		return nil, err
	}
	gate, err := source(root, "gate.js")
	if err != nil {
		return nil, err
	}
	page, err := renderPage(filepath.Join(root, "index.html"), words, slices.Concat(first, languageRules(words)), gate, assets)
	if err != nil {
		return nil, err
	}
	assets = append(assets, asset{name: "index.html", path: "index.html", bytes: page})
	worker, err := renderWorker(filepath.Join(root, "wasm", "worker.js"), assets)
	if err != nil {
		return nil, err
	}
	return append(assets, asset{name: "worker.js", path: "worker.js", bytes: worker}), nil
}

// styleSheet joins files of styles, with the colours that they use before them.
func styleSheet(root string, names ...string) ([]byte, error) {
	var sheet []byte
	for _, name := range names {
		b, err := source(root, name)
		if err != nil {
			return nil, err
		}
		sheet = append(sheet, b...)
	}
	return slices.Concat(colourRules(sheet), sheet), nil
}

// source reads a file of the browser host.
func source(root, name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(root, "wasm", name))
	if err != nil {
		return nil, fmt.Errorf("the source tree lacks a file of the page: %w", err)
	}
	return b, nil
}

// named gives an asset with the first 48 bits of its content's hash in its
// name.
func named(name string, b []byte) asset {
	ext := path.Ext(name)
	return asset{name: name, path: strings.TrimSuffix(name, ext) + "." + hash(b)[:12] + ext, bytes: b}
}

// hash is the SHA-256 of b as hexadecimal digits.
func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// logTo gives a function that writes one line to w, if there is one.
func logTo(w io.Writer) func(format string, args ...any) {
	return func(format string, args ...any) {
		if w != nil {
			fmt.Fprintf(w, format+"\n", args...)
		}
	}
}
