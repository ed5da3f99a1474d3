// Package tree lists the files of the source tree. Names are given from the
// tree's root, with slashes.
package tree

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// Tracked lists the files that git tracks, or all where there is no repository
// or no git.
func Tracked(ctx context.Context, run proc.Runner, root string) ([]string, error) {
	if _, err := os.Stat(filepath.Join(root, ".git")); err != nil {
		return All(root)
	}
	// The check may run as another user than the one who cloned.
	c := proc.Command{Args: []string{"git", "-c", "safe.directory=*", "ls-files", "-z"}, Dir: root}
	got := run(ctx, c)
	if errors.Is(got.Err, exec.ErrNotFound) {
		return All(root)
	}
	if err := got.Failure(c); err != nil {
		return nil, err
	}
	names := strings.Split(strings.TrimRight(got.Stdout, "\x00"), "\x00")
	// A file deleted and not yet committed is still listed.
	return slices.DeleteFunc(names, func(name string) bool {
		_, err := os.Lstat(filepath.Join(root, filepath.FromSlash(name)))
		return err != nil
	}), nil
}

// All lists the ordinary files of the tree, but those of git and of builds.
func All(root string) ([]string, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && built(name):
			return fs.SkipDir
		case d.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// built says whether a folder holds no source: at the root those of git and of
// builds, anywhere what npm has fetched.
func built(name string) bool {
	switch name {
	case ".git", "dist", ".trimmed":
		return true
	}
	return path.Base(name) == "node_modules"
}
