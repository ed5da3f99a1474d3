// Package rules holds what must stay true of the whole source tree: which
// package may use which, and what must never be in a file. What a look at one
// package can tell is in cmd/tools/lint.
package rules

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

// Finding is one breach of a rule.
type Finding struct {
	// Where is a package, or a file with its line.
	Where string
	// What is wrong, as a sentence without a full stop.
	What string
}

func (f Finding) String() string { return f.Where + ": " + f.What }

// Error is all that was found.
type Error []Finding

func (e Error) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Check applies every rule to the tree at root. Its error is an Error where
// rules are broken; summary says how much was looked at.
func Check(ctx context.Context, run proc.Runner, root string) (summary string, err error) {
	native, err := proc.Packages(ctx, run, root, []string{"GOOS=linux", "GOARCH=amd64"}, "./...")
	if err != nil {
		return "", err
	}
	browser, err := proc.Packages(ctx, run, root, []string{"GOOS=js", "GOARCH=wasm"}, "./game/...", "./scenes/...", "./assets/...", "./wasm/...")
	if err != nil {
		return "", err
	}
	bare, err := proc.Packages(ctx, run, root, []string{"GOOS=js", "GOARCH=wasm"}, "-tags=page", "./wasm/...")
	if err != nil {
		return "", err
	}
	files, err := tree.Files(root)
	if err != nil {
		return "", err
	}
	found := slices.Concat(Imports(native), Imports(browser), Imports(bare), Bare(bare), Alike(native, browser), Fonts(files))
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return "", err
		}
		found = append(found, Content(name, data)...)
	}
	slices.SortFunc(found, func(a, b Finding) int { return strings.Compare(a.String(), b.String()) })
	if found = slices.Compact(found); len(found) > 0 {
		return "", Error(found)
	}
	return fmt.Sprintf("%d packages, %d files", len(native)+len(browser), len(files)), nil
}
