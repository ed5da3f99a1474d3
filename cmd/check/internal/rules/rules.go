// Package rules holds what must stay true of the whole source tree: which
// package may use which, and what must never be in a file. What a look at one
// package can tell is in cmd/tools/lint.
package rules

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

// Check applies every rule to the tree at root and lists what breaks one: a package or
// a file with its line, and what is wrong with it.
func Check(ctx context.Context, run proc.Runner, root string) ([]string, error) {
	native, err := proc.Packages(ctx, run, root, []string{"GOOS=linux", "GOARCH=amd64"}, "./...")
	if err != nil {
		return nil, err
	}
	browser, err := proc.Packages(ctx, run, root, []string{"GOOS=js", "GOARCH=wasm"}, "./game/...", "./scenes/...", "./assets/...", "./wasm/...")
	if err != nil {
		return nil, err
	}
	bare, err := proc.Packages(ctx, run, root, []string{"GOOS=js", "GOARCH=wasm"}, "-tags=page", "./wasm/...")
	if err != nil {
		return nil, err
	}
	files, err := tree.Files(root)
	if err != nil {
		return nil, err
	}
	found := slices.Concat(Imports(native), Imports(browser), Imports(bare), Bare(bare), Alike(native, browser), Fonts(files))
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		found = append(found, Content(name, data)...)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}
