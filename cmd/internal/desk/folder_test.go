package desk

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"hardcases/game/keep"

	"github.com/stretchr/testify/require"
)

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	f := Saves(dir)
	names, err := f.List()
	require.NoError(t, err)
	require.Empty(t, names)
	b, err := f.Read("one")
	require.NoError(t, err)
	require.Nil(t, b)
	for name, file := range map[string]string{
		"one": "one.save", "one.before-1": "one.save.before-1", "one@class": "one@class.save", "@part.00": "@part.save.00",
	} {
		require.NoError(t, f.Write(name, []byte(name)))
		b, err := os.ReadFile(filepath.Join(dir, file))
		require.NoError(t, err)
		require.Equal(t, name, string(b))
	}
	names, err = f.List()
	require.NoError(t, err)
	require.ElementsMatch(t, []string{"one", "one.before-1", "one@class", "@part.00"}, names)
	require.NoError(t, f.Remove("one"))
	require.NoError(t, f.Remove("one"), "forgetting nothing is fine")
	require.NoError(t, f.Write("one", nil))
	b, err = f.Read("one")
	require.NoError(t, err)
	require.NotNil(t, b, "an empty file is something")
}

// TestLinksStay writes a save that is a link, as those have who keep their saves
// elsewhere: the link stays, and what it points to is written.
func TestLinksStay(t *testing.T) {
	dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "real.save")
	require.NoError(t, os.WriteFile(elsewhere, []byte("old"), 0o600))
	link := filepath.Join(dir, "one.save")
	require.NoError(t, os.Symlink(elsewhere, link))
	f := Saves(dir)
	require.NoError(t, f.Write("one", []byte("new")))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	require.Equal(t, fs.ModeSymlink, info.Mode().Type())
	b, err := os.ReadFile(elsewhere)
	require.NoError(t, err)
	require.Equal(t, "new", string(b))
	require.NoError(t, f.Erase())
	require.NoFileExists(t, elsewhere, "what is to be forgotten is forgotten there, too")
	require.NoFileExists(t, link)
}

// TestWriteLeavesTheOldOne shows that a save that fails destroys nothing: here a
// folder stands where the file should go.
func TestWriteLeavesTheOldOne(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "one.save", "inner"), 0o700))
	require.Error(t, Saves(dir).Write("one", []byte("x")))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1, "nothing half written is left behind")
}

// TestWriteSweeps removes what a kill left of an earlier write, once nobody can be at it.
func TestWriteSweeps(t *testing.T) {
	dir := t.TempDir()
	old, young := filepath.Join(dir, half+"1"), filepath.Join(dir, half+"2")
	for _, file := range []string{old, young} {
		require.NoError(t, os.WriteFile(file, []byte("ha"), 0o600))
	}
	then := time.Now().Add(-2 * time.Hour)
	require.NoError(t, os.Chtimes(old, then, then))
	require.NoError(t, Saves(dir).Write("one", []byte("x")))
	require.NoFileExists(t, old)
	require.FileExists(t, young, "another window may be writing it")
}

func TestKindsOfErrors(t *testing.T) {
	require.ErrorIs(t, kind(&fs.PathError{Err: syscall.ENOSPC}), keep.ErrFull)
	require.ErrorIs(t, kind(&fs.PathError{Err: errQuota}), keep.ErrFull)
	require.ErrorIs(t, kind(&fs.PathError{Err: syscall.EROFS}), keep.ErrForbidden)
	require.ErrorIs(t, kind(&fs.PathError{Err: syscall.EACCES}), keep.ErrForbidden)
	other := kind(&fs.PathError{Err: syscall.EIO})
	require.NotErrorIs(t, other, keep.ErrFull)
	require.NotErrorIs(t, other, keep.ErrForbidden)
	_, err := Folder{}.Read("one")
	require.ErrorIs(t, err, keep.ErrForbidden, "no folder at all")
}

// TestWhereNamesNoHome holds that nobody's name is on the projector.
func TestWhereNamesNoHome(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	require.Equal(t, filepath.Join("Downloads", "a.txt"), sure(filepath.Join(home, "Downloads", "a.txt")).Where)
	require.Equal(t, "/elsewhere/a.txt", sure("/elsewhere/a.txt").Where)
}
