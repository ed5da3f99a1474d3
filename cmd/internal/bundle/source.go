package bundle

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"hardcases/cmd/internal/gotool"
	"hardcases/cmd/internal/slim"
	"hardcases/cmd/internal/trim"
)

// module is the path of the module that holds the game.
const module = "hardcases"

// ErrNoSource says that there is no source tree to build from.
var ErrNoSource = errors.New("this program does not carry the web game, and this folder is not in the game's source tree to build it from: " +
	"use a released program, run this in the folder that holds the game's go.mod, or name a built site with --site")

// moduleLine is what the go.mod of the game says of itself.
var moduleLine = regexp.MustCompile(`(?m)^module[ \t]+"?` + module + `"?[ \t]*(//.*)?\r?$`)

// Root finds the top folder of the source tree that dir ("" for the working
// folder) is in. The error is ErrNoSource when dir is elsewhere. The go tool is
// not asked: it has many reasons to fail, which are told by the build.
func Root(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && moduleLine.Match(mod) {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if err == nil || up == dir { // another module's tree, or the top
			return "", ErrNoSource
		}
		dir = up
	}
}

// Engine is what the game is drawn with.
type Engine int

// The engines. docs/engine.md says how they differ.
const (
	// Shipped is the engine's copy. It fits one version of the engine: with
	// another, nothing is built. The program has no more in it than must travel.
	Shipped Engine = iota
	// Whole is the engine as it is: larger, and slower to start.
	Whole
)

// Link builds a program of the tree at root as WebAssembly, and strips it: the game,
// "./wasm", which by the build tag "page" has no picture, or what it is compared with.
// flags are more of the go tool's. It is linked to a fresh place each time:
// the go tool believes an older file there by its head, however much of it is
// missing.
func Link(ctx context.Context, root, program string, engine Engine, flags ...string) ([]byte, error) {
	dir, err := Workshop()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "game.wasm")
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file}
	if engine == Shipped {
		modfile, err := trim.Prepare(ctx, root)
		if err != nil {
			return nil, fmt.Errorf("the engine's copy cannot be made (docs/engine.md says what to look at, and --whole-engine builds without one): %w", err)
		}
		args = append(args, "-modfile="+modfile)
	}
	_, err = gotool.Run(ctx, root, []string{"GOOS=js", "GOARCH=wasm", "GOTMPDIR=" + dir}, append(append(args, flags...), program)...)
	if err != nil {
		return nil, fmt.Errorf("building %s for the browser: %w", program, err)
	}
	linked, err := os.ReadFile(file)
	if err != nil || engine == Whole {
		return linked, err
	}
	version, err := gotool.Run(ctx, root, nil, "env", "GOVERSION")
	if err != nil {
		return nil, fmt.Errorf("asking for the version of Go: %w", err)
	}
	if !slim.Knows(strings.TrimSpace(string(version))) {
		return linked, nil
	}
	return slim.Slim(linked)
}

// execScript is the glue between Go and the page, which comes with the go tool
// and must be of the same version.
func execScript(ctx context.Context) ([]byte, error) {
	out, err := gotool.Run(ctx, "", nil, "env", "GOROOT")
	if err != nil {
		return nil, fmt.Errorf("asking for GOROOT: %w", err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("the Go installation lacks a file: %w", err)
	}
	return b, nil
}
