package publish

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/whole"
)

// Program writes the program for one system, given as os/arch ("" for this one),
// with the site inside, so that it needs neither Go nor the source tree. It is
// built from the source tree of the working folder.
func Program(ctx context.Context, s *Site, out, system string) error {
	if system == "" {
		system = runtime.GOOS + "/" + runtime.GOARCH
	}
	goos, goarch, ok := strings.Cut(system, "/")
	if !ok {
		return fmt.Errorf("%q is no system: write, for example, windows/amd64", system)
	}
	root, err := bundle.Root("")
	if err != nil {
		return err
	}
	site, err := s.Zip()
	if err != nil {
		return err
	}
	dir, err := bundle.Workshop()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	overlay, err := laidOver(dir, filepath.Join(root, "cmd", "hardcases", "site.zip"), site)
	if err != nil {
		return err
	}
	program := filepath.Join(dir, "program")
	_, err = bundle.Go(ctx, root, []string{"GOOS=" + goos, "GOARCH=" + goarch, "CGO_ENABLED=0", "GOTMPDIR=" + dir},
		"build", "-trimpath", "-tags=release", "-overlay="+overlay, "-ldflags=-s -w", "-o", program, "./cmd/hardcases")
	if err != nil {
		return fmt.Errorf("building the program: %w", err)
	}
	b, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	return whole.Write(out, b, 0o755)
}

// laidOver makes the go tool see b in a file that is not in the source tree, and
// gives what is to be told to it.
func laidOver(dir, file string, b []byte) (overlay string, err error) {
	real := filepath.Join(dir, "site.zip")
	if err := os.WriteFile(real, b, 0o600); err != nil {
		return "", err
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {file: real}})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, list, 0o600)
}
