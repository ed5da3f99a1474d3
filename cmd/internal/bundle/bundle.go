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
	"regexp"
	"slices"
	"strings"

	embedded "hardcases/assets"
	"hardcases/cmd/internal/manifest"
	"hardcases/scenes/theme"
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
	page, err := Link(ctx, root, "./wasm", engine, bareFlags...)
	if err != nil {
		return nil, err
	}
	return collect(ctx, root, game, page)
}

// bareFlags are those of the program without a picture, which travels before anything
// can be pressed. Nothing that it does takes long, so that no function stands in the
// place of a call: that is an eighth less to fetch. The collector alone is left quick.
var bareFlags = []string{"-tags=page", "-gcflags=all=-l", "-gcflags=runtime/...=", "-gcflags=internal/...="}

// collect gives all files of the site, the page among them, with both programs: the
// game with its picture, and without.
func collect(ctx context.Context, root string, game, bare []byte) ([]Asset, error) {
	words, err := texts(root)
	if err != nil {
		return nil, err
	}
	files, byLanguage, err := spoken(root, words.Locales())
	if err != nil {
		return nil, err
	}
	assets := append([]Asset{named("game.wasm", game), named(bareProgram, bare)}, append(fonts(), files...)...)
	boot, err := script(root, "boot.js")
	if err != nil {
		return nil, err
	}
	relay, err := script(root, relayScript)
	if err != nil {
		return nil, err
	}
	glue, err := execScript(ctx)
	if err != nil {
		return nil, err
	}
	style, err := styleSheet(root, theme.Named(), "style.css", "plain.css")
	if err != nil {
		return nil, err
	}
	assets = append(assets, named("boot.js", boot), named(relayScript, relay), named("wasm_exec.js", glue), named("style.css", style))
	first, err := styleSheet(root, nil, "first.css")
	if err != nil {
		return nil, err
	}
	floor, err := script(root, "floor.js")
	if err != nil {
		return nil, err
	}
	gate, err := script(root, "gate.js")
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
	course, err := script(root, courseScript)
	if err != nil {
		return nil, err
	}
	assets = append(append(assets, app...), Asset{Name: courseScript, Path: courseScript, Bytes: course}, Asset{Name: Licences, Path: Licences, Bytes: terms})
	in := inside{style: slices.Concat(first, languageRules(words)), floor: floor, gate: gate, words: byLanguage, doors: words.doors()}
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

// bareProgram is the file of the program without a picture. A page that holds all
// files has one program for both.
const bareProgram = "page.wasm"

// relayScript has one program go on from the other, which a page that holds all files
// has no use for.
const relayScript = "relay.js"

// fonts are the files of the page's fonts, which the program with a picture carries.
func fonts() []Asset {
	var files []Asset
	for _, name := range []string{"text-400", "text-600", "text-700", "head-400", "head-600"} {
		files = append(files, named(name+fontFile, embedded.Font(name)))
	}
	return files
}

// fontFile is how the names of files of fonts end.
const fontFile = ".ttf"

// remark is a comment in a style sheet.
var remark = regexp.MustCompile(`(?s)/\*.*?\*/\n*`)

// styleSheet joins files of styles, without their comments, with the colours that they
// use before them, and others: charts are drawn in colours that no style names.
func styleSheet(root string, others []theme.Token, names ...string) ([]byte, error) {
	var sheet []byte
	for _, name := range names {
		b, err := source(root, name)
		if err != nil {
			return nil, err
		}
		sheet = append(sheet, b...)
	}
	sheet = remark.ReplaceAll(sheet, nil)
	return slices.Concat(colourRules(sheet, others), sheet), nil
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
