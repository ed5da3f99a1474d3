package proc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Package is what go list knows of a package and the check wants to.
type Package struct {
	ImportPath string
	Name       string
	Dir        string
	Imports    []string // of its own files, without tests
	Deps       []string // all packages that it needs, itself not among them
	GoFiles    []string
	Module     *Module // nil for the standard library
}

// Module is the module that a package belongs to.
type Module struct {
	Path    string
	Version string
	Dir     string
	Main    bool
	Replace *Module
}

// Packages asks the go command in a folder about packages: env decides for which
// system, as "GOOS=js", args are flags of go list, then patterns.
func Packages(ctx context.Context, run Runner, dir string, env []string, args ...string) ([]Package, error) {
	const fields = "-json=ImportPath,Name,Dir,Imports,Deps,GoFiles,Module"
	got, err := run(ctx, Command{Args: slices.Concat([]string{"go", "list", fields}, args), Dir: dir, Env: env})
	if err != nil {
		return nil, err
	}
	var packages []Package
	for d := json.NewDecoder(strings.NewReader(got.Stdout)); ; {
		var p Package
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, fmt.Errorf("reading what go list prints: %w", err)
		}
		packages = append(packages, p)
	}
}
