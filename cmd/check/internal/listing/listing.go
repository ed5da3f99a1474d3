// Package listing asks the go command about packages.
package listing

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// Query says which packages are asked for.
type Query struct {
	// Root is the folder of the module.
	Root string
	// Env decides for which system, as "GOOS=js".
	Env []string
	// Args are flags of go list, then patterns.
	Args []string
}

// Package is what go list knows of a package and the check wants to.
type Package struct {
	ImportPath   string
	Name         string
	Dir          string
	Imports      []string // of its own files, without tests
	Deps         []string // all packages that it needs, itself not among them
	GoFiles      []string
	TestGoFiles  []string
	XTestGoFiles []string
	Module       *Module // nil for the standard library
}

// Module is the module that a package belongs to.
type Module struct {
	Path    string
	Version string
	Dir     string
	Main    bool
	Replace *Module
}

// Tests lists the package's test files.
func (p Package) Tests() []string { return slices.Concat(p.TestGoFiles, p.XTestGoFiles) }

// Packages answers the query.
func Packages(ctx context.Context, run proc.Runner, q Query) ([]Package, error) {
	const fields = "ImportPath,Name,Dir,Imports,Deps,GoFiles,TestGoFiles,XTestGoFiles,Module"
	c := proc.Command{
		Args: slices.Concat([]string{"go", "list", "-json=" + fields}, q.Args),
		Dir:  q.Root,
		Env:  q.Env,
	}
	got := run(ctx, c)
	if err := got.Failure(c); err != nil {
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
