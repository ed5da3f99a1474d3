package trim

import (
	"bytes"
	"context"
	"os"
	"path/filepath"

	"hardcases/cmd/internal/gotool"
)

// programs is the file of the engine's copy that holds its shaders, compiled:
// compiling them in the browser takes half a second at every start.
const programs = "internal/legacyshader/programs_js.go"

// shaderPackages are the engine's packages that compile shaders. They need
// nothing but the standard library.
var shaderPackages = []string{
	"internal/builtinshader", "internal/colormshader", "internal/graphics", "internal/legacyshader",
	"internal/shader", "internal/shaderir", "internal/shaderir/glsl",
}

// precompile gives the engine's shaders, compiled, as a file of its package
// legacyshader. from is the folder of the engine as it is.
func precompile(ctx context.Context, from string) (string, error) {
	dir, err := os.MkdirTemp("", "hardcases-shaders-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	for _, p := range shaderPackages {
		files, err := filepath.Glob(filepath.Join(from, filepath.FromSlash(p), "*.go"))
		if err != nil {
			return "", err
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				return "", err
			}
			if err := writeFile(filepath.Join(dir, filepath.FromSlash(p), filepath.Base(f)), b); err != nil {
				return "", err
			}
		}
	}
	program, err := whole.ReadFile("whole/precompile.go.txt")
	if err != nil {
		return "", err
	}
	if err := writeFile(filepath.Join(dir, "internal", "precompile", "main.go"), program); err != nil {
		return "", err
	}
	mod, err := os.ReadFile(filepath.Join(from, "go.mod"))
	if err != nil {
		return "", err
	}
	if err := writeFile(filepath.Join(dir, "go.mod"), needless(mod)); err != nil {
		return "", err
	}
	out, err := gotool.Run(ctx, dir, []string{"GOFLAGS=", "GOOS=", "GOARCH=", "CGO_ENABLED=0", "GOWORK=off"}, "run", "-trimpath", "./internal/precompile")
	return string(out), err
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
