// Package saves keeps games as files: one journal a pack, in the folder that
// the user's system has for it.
package saves

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hardcases/game/play"
)

// Folder is a place for saves.
type Folder struct{ dir string }

// Default is the folder for saves in the user's own settings folder. It fails
// where the system names none (no HOME, say).
func Default() (Folder, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return Folder{}, fmt.Errorf("no folder for saves: %w", err)
	}
	return Folder{filepath.Join(dir, "hardcases")}, nil
}

// In is the folder for saves at dir, which need not exist yet.
func In(dir string) Folder { return Folder{dir} }

func (f Folder) path(pack string) string { return filepath.Join(f.dir, pack+".save") }

// ErrDamaged says that a save could not be read and was put aside.
var ErrDamaged = errors.New("the save could not be read")

// Load reads the journal kept for a pack; ok is false where there is none. A
// damaged one is renamed, never deleted, and gives an error that wraps
// ErrDamaged and names the file.
func (f Folder) Load(pack string) (j play.Journal, ok bool, err error) {
	if f.dir == "" {
		return j, false, nil
	}
	b, err := os.ReadFile(f.path(pack))
	if errors.Is(err, fs.ErrNotExist) {
		return j, false, nil
	}
	if err != nil {
		return j, false, err
	}
	j, err = play.ReadJournal(b)
	if err == nil {
		return j, true, nil
	}
	aside, moveErr := f.setAside(pack)
	if moveErr != nil {
		return play.Journal{}, false, fmt.Errorf("%w (%v), and could not be put aside: %v", ErrDamaged, err, moveErr)
	}
	return play.Journal{}, false, fmt.Errorf("%w (%v); it is kept as %s", ErrDamaged, err, aside)
}

// setAside renames a save to the first free name of damaged-1, damaged-2, ….
func (f Folder) setAside(pack string) (string, error) {
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.damaged-%d", f.path(pack), n)
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(f.path(pack), aside)
		}
		if n == 1000 {
			return "", errors.New("too many damaged saves")
		}
	}
}

// SetAside keeps the save of a pack under another name, for one that belongs
// to a different pack of the same id.
func (f Folder) SetAside(pack string) error {
	_, err := f.setAside(pack)
	return err
}

// Save writes a journal so that a crash leaves the old one or the new one,
// never half of either.
func (f Folder) Save(j play.Journal) error {
	b, err := j.MarshalMsg(nil)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(f.dir, "save-*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(b)
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), f.path(j.Pack))
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}

// Erase deletes the save of a pack; having none is no error.
func (f Folder) Erase(pack string) error {
	err := os.Remove(f.path(pack))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
