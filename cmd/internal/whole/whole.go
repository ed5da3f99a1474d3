// Package whole writes files so that whoever reads them, also after a crash or
// on a full disk, finds the old one or the new one, and never half of either.
package whole

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// stale is how old a part-written file must be to be taken for one that a kill
// left behind.
const stale = time.Hour

// Write puts b into a file by way of a new file beside it, which is synced and
// then takes its name. A file that is there keeps its permissions, and is left
// alone where it holds b already; a new one gets mode, as far as the system lets
// it. Of a link, the file that it leads to is written. What is no plain file,
// such as a device or a pipe, is written as it is. It fails on a file that may
// not be written, and leaves it as it was.
func Write(file string, b []byte, mode fs.FileMode) error {
	file = target(file)
	old, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case old.IsDir():
		return &fs.PathError{Op: "write", Path: file, Err: errors.New("is a folder")}
	case !old.Mode().IsRegular():
		return os.WriteFile(file, b, mode)
	case old.Mode().Perm()&0o200 == 0:
		return &fs.PathError{Op: "write", Path: file, Err: fs.ErrPermission}
	case holds(file, old, b):
		return nil
	default:
		mode = old.Mode().Perm()
	}
	return replace(file, b, mode, old != nil)
}

// replace writes a file beside the one that is meant and gives it its name.
// With exact it has just this mode, else what the system leaves of it.
func replace(file string, b []byte, mode fs.FileMode, exact bool) error {
	dir, before := filepath.Dir(file), "."+filepath.Base(file)+".new-"
	Sweep(dir, before)
	part, err := os.OpenFile(filepath.Join(dir, before+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = part.Write(b)
	if err == nil && exact {
		err = part.Chmod(mode)
	}
	if err == nil {
		err = part.Sync()
	}
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(part.Name()))
	}
	settle(dir)
	return nil
}

// holds says whether a file has just these bytes.
func holds(file string, info fs.FileInfo, b []byte) bool {
	if info.Size() != int64(len(b)) {
		return false
	}
	old, err := os.ReadFile(file)
	return err == nil && bytes.Equal(old, b)
}

// target follows links, so that a link stays one; a link that leads to no file
// yet gives where that would be.
func target(file string) string {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		return real
	}
	to, err := os.Readlink(file)
	switch {
	case err != nil:
		return file
	case filepath.IsAbs(to):
		return to
	}
	return filepath.Join(filepath.Dir(file), to)
}

// Sweep removes what kills have left of earlier writes: files of a folder whose names
// begin so, and that are an hour old. It is no matter where it cannot.
func Sweep(dir, before string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), before) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > stale {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// settle asks the system to keep the new name over a loss of power. Not every
// system can be asked that of a folder, and the file is whole without it.
func settle(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
