// Package bundle makes the web files of the game from its source tree: the
// program for the browser, what it says in each language, the scripts and styles,
// the page and the worker.
package bundle

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/internal/manifest"
)

// Asset is one web file.
type Asset struct {
	Name  string // as the page's template calls it: "game.wasm"
	Path  string // in the site: "game.0a1b2c3d4e5f.wasm"
	Bytes []byte
}

// Make makes all files of the game, the page among them. source is a folder
// inside the source tree, "" the working folder; engine is what the game is drawn
// with; log is told what is being done,
// nil for nobody. It needs the go tool; the error is ErrNoSource where there is
// no source tree.
func Make(ctx context.Context, source string, engine Engine, log io.Writer) ([]Asset, error) {
	root, err := Root(source)
	if err != nil {
		return nil, err
	}
	say := logTo(log)
	say("building the game for the browser")
	game, err := Link(ctx, root, "./wasm", engine)
	if err != nil {
		return nil, err
	}
	return collect(ctx, root, game)
}

// collect gives all files of the site, the page among them.
func collect(ctx context.Context, root string, game []byte) ([]Asset, error) {
	words, err := texts(root)
	if err != nil {
		return nil, err
	}
	files, byLanguage, err := spoken(root, words.Locales())
	if err != nil {
		return nil, err
	}
	assets := append([]Asset{named("game.wasm", game)}, files...)
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
	floor, err := source(root, "floor.js")
	if err != nil {
		return nil, err
	}
	gate, err := source(root, "gate.js")
	if err != nil {
		return nil, err
	}
	app, err := appFiles(words)
	if err != nil {
		return nil, err
	}
	terms, err := Terms(root, true)
	if err != nil {
		return nil, err
	}
	course, err := source(root, courseScript)
	if err != nil {
		return nil, err
	}
	assets = append(append(assets, app...), Asset{Name: courseScript, Path: courseScript, Bytes: course}, Asset{Name: Licences, Path: Licences, Bytes: terms})
	in := inside{style: slices.Concat(first, languageRules(words)), floor: floor, gate: gate, words: byLanguage}
	page, pageVersion, err := versioned(filepath.Join(root, "index.html"), words, in, assets)
	if err != nil {
		return nil, err
	}
	assets = append(assets, Asset{Name: "index.html", Path: "index.html", Bytes: page})
	worker, err := renderWorker(filepath.Join(root, "wasm", "worker.js"), assets, pageVersion)
	if err != nil {
		return nil, err
	}
	return append(assets, Asset{Name: "worker.js", Path: "worker.js", Bytes: worker}), nil
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
func named(name string, b []byte) Asset {
	ext := path.Ext(name)
	return Asset{Name: name, Path: strings.TrimSuffix(name, ext) + "." + manifest.Sum(b)[:12] + ext, Bytes: b}
}

// logTo gives a function that writes one line to w, if there is one.
func logTo(w io.Writer) func(format string, args ...any) {
	return func(format string, args ...any) {
		if w != nil {
			fmt.Fprintf(w, format+"\n", args...)
		}
	}
}
