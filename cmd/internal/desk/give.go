package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hardcases/game/host"
	"hardcases/game/view"
)

// Files is a host.Giver that writes files where players look for them.
type Files struct {
	// Dir is the folder; "" for Downloads in the player's home where there is
	// one, else their home, else the working folder.
	Dir string
	// Paint paints a tree as a PNG; nil where nothing can be painted.
	Paint func(*view.Node) ([]byte, error)
}

// Files implements host.Giver: one file by itself, several in a folder of their
// own.
func (f Files) Files(folder string, files []host.File, done host.Done) {
	if len(files) == 1 {
		f.write(files[0].Name, files[0].Data, nil, done)
		return
	}
	dir, err := writeFolder(f.dir(), folder, files)
	done(sure(dir), err)
}

// Picture implements host.Giver.
func (f Files) Picture(root *view.Node, name string, done host.Done) {
	if f.Paint == nil {
		done(host.Given{}, host.ErrNoPicture)
		return
	}
	b, err := f.Paint(root)
	f.write(name, b, err, done)
}

// Page implements host.Giver.
func (f Files) Page(root *view.Node, name string, done host.Done) {
	f.write(name, []byte(Printable(root)), nil, done)
}

// Text implements host.Giver.
func (f Files) Text(text, name string, done host.Done) { f.write(name, []byte(text), nil, done) }

func (f Files) write(name string, b []byte, err error, done host.Done) {
	var path string
	if err == nil {
		path, err = writeNew(f.dir(), name, b)
	}
	done(sure(path), err)
}

// sure says where a file is, from the player's home: what stands above that
// names the player, and a whole class may be reading.
func sure(path string) host.Given {
	if home, err := os.UserHomeDir(); err == nil {
		if rest, err := filepath.Rel(home, path); err == nil && !strings.HasPrefix(rest, "..") {
			path = rest
		}
	}
	return host.Given{Where: path, Sure: true}
}

func (f Files) dir() string {
	if f.Dir != "" {
		return f.Dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if dir := filepath.Join(home, "Downloads"); isDir(dir) {
		return dir
	}
	return home
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// writeNew writes a file under a name with today's date that no file has yet,
// and gives its path. What could not be written whole is not left behind.
func writeNew(dir, name string, b []byte) (string, error) {
	ext := filepath.Ext(name)
	return unused(dir, name[:len(name)-len(ext)], ext, func(path string) error { return writeFile(path, b) })
}

// writeFolder is writeNew for a folder of files.
func writeFolder(dir, name string, files []host.File) (string, error) {
	path, err := unused(dir, name, "", func(path string) error { return os.Mkdir(path, 0o755) })
	if err != nil {
		return "", err
	}
	for _, file := range files {
		if err := writeFile(filepath.Join(path, file.Name), file.Data); err != nil {
			_ = os.RemoveAll(path)
			return "", err
		}
	}
	return path, nil
}

// unused has something made under the first name with today's date that nothing has
// yet, and gives its path.
func unused(dir, stem, ext string, create func(path string) error) (string, error) {
	stem += "-" + today()
	for n := 1; ; n++ {
		path := filepath.Join(dir, stem+ext)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, ext))
		}
		err := create(path)
		if errors.Is(err, os.ErrExist) && n < 1000 {
			continue
		}
		if err != nil {
			return "", err
		}
		return path, nil
	}
}

// writeFile writes a file that is not there yet: all of it, or none is left.
func writeFile(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		_ = os.Remove(path)
	}
	return err
}

func today() string { return time.Now().Format(time.DateOnly) }
