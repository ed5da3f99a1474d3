package bundle

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"hardcases/cmd/internal/trim"
)

// module is the path of the module that holds the game.
const module = "hardcases"

// ErrNoSource says that there is no source tree to build from.
var ErrNoSource = errors.New("not inside the game's source tree: run this in the folder that holds its go.mod, or name a built site with --site")

// Root finds the top folder of the source tree that dir ("" for the working
// folder) is in. The error is ErrNoSource when dir is elsewhere.
func Root(ctx context.Context, dir string) (string, error) {
	out, err := goTool(ctx, dir, nil, "list", "-m", "-f", "{{.Path}}\t{{.Dir}}")
	if errors.Is(err, exec.ErrNotFound) {
		return "", err
	}
	if err != nil {
		return "", ErrNoSource
	}
	for line := range strings.Lines(string(out)) {
		name, root, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && name == module && root != "" {
			return root, nil
		}
	}
	return "", ErrNoSource
}

// Named builds the game's WebAssembly as Make does, but with the names of its
// functions, for tools that say what it is made of. source is a folder inside
// the source tree.
func Named(ctx context.Context, source string) ([]byte, error) {
	root, err := Root(ctx, source)
	if err != nil {
		return nil, err
	}
	return link(ctx, root, "-ldflags=-w", logTo(nil))
}

// link builds the game's WebAssembly, without the parts of other modules that it
// does not use. It is linked to a fresh place each time: the go tool believes an
// older file there by its head, however much of it is missing.
func link(ctx context.Context, root, flags string, log func(string, ...any)) ([]byte, error) {
	dir, err := os.MkdirTemp("", "hardcases-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "game.wasm")
	args := []string{"build", "-trimpath", "-buildvcs=false", flags, "-o", file}
	switch modfile, err := trim.Prepare(ctx, root); {
	case err == nil:
		args = append(args, "-modfile="+modfile)
	case ctx.Err() != nil:
		return nil, err
	default: // it only makes the game smaller and quicker to start
		log("building with all of the engine, which makes the game larger and slower to start: %v", err)
	}
	_, err = goTool(ctx, root, []string{"GOOS=js", "GOARCH=wasm"}, append(args, "./wasm")...)
	if err != nil {
		return nil, fmt.Errorf("building the game for the browser: %w", err)
	}
	return os.ReadFile(file)
}

// execScript is the glue between Go and the page, which comes with the go tool
// and must be of the same version.
func execScript(ctx context.Context) ([]byte, error) {
	out, err := goTool(ctx, "", nil, "env", "GOROOT")
	if err != nil {
		return nil, fmt.Errorf("asking for GOROOT: %w", err)
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("the Go installation lacks a file: %w", err)
	}
	return b, nil
}

// goTool runs the go command in dir and gives what it printed.
func goTool(ctx context.Context, dir string, env []string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, fmt.Errorf("the go command is needed to build the site: %w", err)
	case err != nil:
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(said.String()))
	}
	return out, nil
}
