// Package rules holds what must stay true of the whole source tree: which
// package may use which, and what must never be in a file. What a look at one
// package can tell is in cmd/tools/lint.
package rules

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/listing"
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
	native, err := listing.Packages(ctx, run, listing.Query{
		Root: root, Env: []string{"GOOS=linux", "GOARCH=amd64"}, Args: []string{"./..."},
	})
	if err != nil {
		return "", err
	}
	browser, err := listing.Packages(ctx, run, listing.Query{
		Root: root, Env: []string{"GOOS=js", "GOARCH=wasm"},
		Args: []string{"./game/...", "./scenes/...", "./assets/...", "./wasm/..."},
	})
	if err != nil {
		return "", err
	}
	files, err := tree.Files(root)
	if err != nil {
		return "", err
	}
	var found []Finding
	found = append(found, Imports("linux", native)...)
	found = append(found, Imports("js", browser)...)
	found = append(found, Alike(native, browser)...)
	for _, f := range files {
		more, err := file(root, f)
		if err != nil {
			return "", err
		}
		found = append(found, more...)
	}
	found = append(found, Fonts(files)...)
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Where, b.Where), cmp.Compare(a.What, b.What))
	})
	if found = slices.Compact(found); len(found) > 0 {
		return "", Error(found)
	}
	return fmt.Sprintf("%d packages, %d files", len(native)+len(browser), len(files)), nil
}
