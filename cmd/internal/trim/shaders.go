package trim

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// engine is the module that has shaders, and shaderPackages are its packages
// that compile them. They need nothing but the standard library.
const engine = "github.com/hajimehoshi/ebiten/v2"

var shaderPackages = []string{
	"internal/builtinshader", "internal/colormshader", "internal/graphics", "internal/legacyshader",
	"internal/shader", "internal/shaderir", "internal/shaderir/glsl",
}

// addShaders puts the engine's shaders, compiled, into its copy in dir:
// compiling them in the browser takes half a second at every start.
func addShaders(ctx context.Context, packages []listed, dir string) error {
	i := slices.IndexFunc(packages, func(p listed) bool { return p.Module != nil && p.Module.Path == engine })
	if i < 0 {
		return fmt.Errorf("%s is not part of the build", engine)
	}
	programs, err := precompile(ctx, packages[i].Module.Dir)
	if err != nil {
		return fmt.Errorf("compiling the shaders of %s: %w", engine, err)
	}
	return writeFile(filepath.Join(dir, "ebiten", "internal", "legacyshader", "programs.go"), programs)
}

// precompile gives the engine's shaders, compiled, as a file of its package
// legacyshader. from is the folder of the engine as it is.
func precompile(ctx context.Context, from string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "hardcases-shaders-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	for _, p := range shaderPackages {
		files, err := filepath.Glob(filepath.Join(from, filepath.FromSlash(p), "*.go"))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if err := copyFile(f, filepath.Join(dir, filepath.FromSlash(p), filepath.Base(f))); err != nil {
				return nil, err
			}
		}
	}
	program, err := whole.ReadFile("whole/precompile.go.txt")
	if err != nil {
		return nil, err
	}
	if err := writeFile(filepath.Join(dir, "internal", "precompile", "main.go"), program); err != nil {
		return nil, err
	}
	mod, err := os.ReadFile(filepath.Join(from, "go.mod"))
	if err != nil {
		return nil, err
	}
	if err := writeFile(filepath.Join(dir, "go.mod"), needless(mod)); err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "go", "run", "./internal/precompile")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=", "GOARCH=", "CGO_ENABLED=0", "GOWORK=off", "GOFLAGS=")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, strings.TrimSpace(said.String()))
	}
	return out, nil
}

// needless is a module file without what the module needs.
func needless(mod []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(mod) {
		if bytes.HasPrefix(line, []byte("module ")) || bytes.HasPrefix(line, []byte("go ")) {
			kept = append(kept, line...)
		}
	}
	return kept
}
