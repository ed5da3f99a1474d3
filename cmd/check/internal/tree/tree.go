// Package tree lists the files of the source tree. Names are given from the
// tree's root, with slashes.
package tree

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Files lists the ordinary files below root, but what .gitignore at the root
// names and git's own. It reads each folder itself: what a test has read is what
// go test looks at before it takes an earlier result for the new one.
func Files(root string) ([]string, error) {
	lines, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	ignored := append(strings.Fields(string(lines)), ".git")
	var names []string
	err = fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case ignores(ignored, name):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// ignores says whether lines of a .gitignore name a file, lines of the kinds that
// ours has: /name/ and /name at the root, *.ending and name/ anywhere.
func ignores(lines []string, name string) bool {
	for _, line := range lines {
		what, rooted := strings.CutPrefix(strings.TrimSuffix(line, "/"), "/")
		subject := path.Base(name)
		if rooted {
			subject = name
		}
		if ok, err := path.Match(what, subject); err == nil && ok {
			return true
		}
	}
	return false
}

// Copy writes the files of a tree into another folder.
func Copy(to, from string) error {
	names, err := Files(from)
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(from, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // gone since the folder was read: somebody is at work
		}
		if err != nil {
			return err
		}
		path := filepath.Join(to, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, data, 0o644)); err != nil {
			return err
		}
	}
	return nil
}
