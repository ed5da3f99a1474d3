package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"hardcases/cmd/internal/manifest"
)

// sweep removes the files of the site before that the new one does not have.
func sweep(dir string, before, now *manifest.Manifest) error {
	keep := map[string]bool{}
	for _, f := range now.Files {
		keep[f.Path] = true
	}
	for _, f := range before.Files {
		if keep[f.Path] || !filepath.IsLocal(f.Path) {
			continue
		}
		for _, ext := range []string{"", ".br", ".gz"} {
			err := os.Remove(filepath.Join(dir, filepath.FromSlash(f.Path)) + ext)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// replace writes a file whole or not at all. A file that already holds b is
// left alone.
func replace(file string, b []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, b) {
		return nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails, as it should, after the rename
	if _, err := tmp.Write(b); err != nil {
		return errors.Join(err, tmp.Close())
	}
	if err := errors.Join(tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}
