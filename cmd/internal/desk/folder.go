// Package desk is the game as a desktop program: its saves in a folder, what it
// hands to the player as files, its clock, and its window.
package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"hardcases/cmd/internal/whole"
	"hardcases/game/keep"
)

// Folder is a keep.Area of files in one folder, which need not exist yet: a
// game is slot.save, and a copy of it that was put aside slot.save.before-….
type Folder struct{ dir string }

// Saves is the folder at dir, or the one in the user's own settings folder for
// "". Where the system names none (no HOME, say), it keeps nothing and says so.
func Saves(dir string) Folder {
	if dir == "" {
		if config, err := os.UserConfigDir(); err == nil {
			dir = filepath.Join(config, "hardcases")
		}
	}
	return Folder{dir}
}

const (
	ending = ".save"
	// half begins the name of a file that is being written; of older programs,
	// oldHalf.
	half    = ".half-"
	oldHalf = "save-"
)

// fileOf is the file for a name, and nameOf the name for a file's; ok is false
// for a file that is not the game's.
func fileOf(name string) string {
	slot, rest, copied := strings.Cut(name, ".")
	if copied {
		return slot + ending + "." + rest
	}
	return slot + ending
}

func nameOf(file string) (name string, ok bool) {
	if name, ok = strings.CutSuffix(file, ending); ok {
		return name, true
	}
	slot, rest, ok := strings.Cut(file, ending+".")
	return slot + "." + rest, ok
}

func (f Folder) path(name string) (string, error) {
	if f.dir == "" {
		return "", keep.ErrForbidden
	}
	return filepath.Join(f.dir, fileOf(name)), nil
}

// Read implements keep.Area.
func (f Folder) Read(name string) ([]byte, error) {
	path, err := f.path(name)
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && b == nil {
		b = []byte{}
	}
	return b, kind(err)
}

// Write implements keep.Area: a crash leaves the old file or the new one, never
// half of either. Where the file is a link, what it points to is written.
func (f Folder) Write(name string, b []byte) error {
	path, err := f.path(name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return kind(err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return kind(replace(path, b))
}

// replace writes a file beside another and puts it in its place.
func replace(path string, b []byte) error {
	whole.Sweep(filepath.Dir(path), half)
	tmp, err := os.CreateTemp(filepath.Dir(path), half+"*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(b)
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}

// Remove implements keep.Area.
func (f Folder) Remove(name string) error {
	path, err := f.path(name)
	if err != nil {
		return err
	}
	return remove(path)
}

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return kind(err)
	}
	return nil
}

// List implements keep.Area.
func (f Folder) List() ([]string, error) {
	files, err := f.files()
	var names []string
	for _, file := range files {
		if name, ok := nameOf(file); ok {
			names = append(names, name)
		}
	}
	return names, err
}

func (f Folder) files() ([]string, error) {
	if f.dir == "" {
		return nil, keep.ErrForbidden
	}
	entries, err := os.ReadDir(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, e.Name())
		}
	}
	return files, kind(err)
}

// Erase implements keep.Area. Files that are not the game's stay, and so does
// the size of the window. What a link points to goes with the link.
func (f Folder) Erase() error {
	files, err := f.files()
	for _, file := range files {
		_, ours := nameOf(file)
		if !ours && !strings.HasPrefix(file, half) && !strings.HasPrefix(file, oldHalf) {
			continue
		}
		path := filepath.Join(f.dir, file)
		if real, linked := filepath.EvalSymlinks(path); linked == nil && real != path {
			err = errors.Join(err, remove(real))
		}
		err = errors.Join(err, remove(path))
	}
	return err
}

// kind gives an error of the system the sense that keep knows.
func kind(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, errQuota):
		return fmt.Errorf("%w: %w", keep.ErrFull, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%w: %w", keep.ErrForbidden, err)
	}
	return err
}
