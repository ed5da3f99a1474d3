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
	"hardcases/cmd/internal/gotool"
	"hardcases/cmd/internal/whole"
)

// Target says for which system a program is built, and what it calls itself.
type Target struct {
	// OS and Arch are as the go tool calls them: windows, amd64.
	OS, Arch string
	// Version and Commit are what the program says of itself; "" for what the go
	// tool knows.
	Version, Commit string
	// Windowed has a program for Windows start without a console.
	Windowed bool
}

// On reads a system given as os/arch, "" for this one.
func On(system string) (Target, error) {
	if system == "" {
		system = runtime.GOOS + "/" + runtime.GOARCH
	}
	goos, goarch, ok := strings.Cut(system, "/")
	if !ok {
		return Target{}, fmt.Errorf("%q is no system: write, for example, windows/amd64", system)
	}
	return Target{OS: goos, Arch: goarch}, nil
}

// Program writes the program for one system, given as os/arch ("" for this one),
// with the site inside, so that it needs neither Go nor the source tree. It is
// built from the source tree of the working folder.
func Program(ctx context.Context, s *Site, out, system string) error {
	target, err := On(system)
	if err != nil {
		return err
	}
	b, err := Link(ctx, s, target)
	if err != nil {
		return err
	}
	return whole.Write(out, b, 0o755)
}

// Link builds the program with the site inside. The same source makes the same
// bytes, in whatever folder it lies.
func Link(ctx context.Context, s *Site, t Target) ([]byte, error) {
	root, err := bundle.Root("")
	if err != nil {
		return nil, err
	}
	site, err := s.Zip()
	if err != nil {
		return nil, err
	}
	dir, err := bundle.Workshop()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	overlay, err := laidOver(dir, filepath.Join(root, "cmd", "hardcases", "site.zip"), site)
	if err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "program")
	_, err = gotool.Run(ctx, root, []string{"GOOS=" + t.OS, "GOARCH=" + t.Arch, "CGO_ENABLED=0", "GOTMPDIR=" + dir},
		"build", "-trimpath", "-buildvcs="+t.stamp(), "-tags=release", "-overlay="+overlay, "-ldflags="+t.flags(), "-o", program, "./cmd/hardcases")
	if err != nil {
		return nil, fmt.Errorf("building the program: %w", err)
	}
	return os.ReadFile(program)
}

// stamp says whether the go tool writes into the program what it knows of its
// source: not where that is said.
func (t Target) stamp() string {
	if t.Version != "" {
		return "false"
	}
	return "auto"
}

// flags are those of the linker.
func (t Target) flags() string {
	flags := "-s -w"
	for _, said := range [][2]string{{"releaseVersion", t.Version}, {"releaseCommit", t.Commit}} {
		if said[1] != "" {
			flags += fmt.Sprintf(" -X 'main.%s=%s'", said[0], said[1])
		}
	}
	if t.Windowed && t.OS == "windows" {
		flags += " -H=windowsgui"
	}
	return flags
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
