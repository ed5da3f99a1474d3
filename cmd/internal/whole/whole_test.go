package whole_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"hardcases/cmd/internal/whole"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrite(t *testing.T) {
	for _, tt := range []struct {
		name  string
		there string // what the file holds before; "-" for no file
		mode  os.FileMode
		want  os.FileMode
	}{
		{"a new file", "-", 0o644, 0o644},
		{"a new file of one's own", "-", 0o600, 0o600},
		{"a file keeps its mode", "old", 0o664, 0o664},
		{"a file of the same bytes", "new", 0o640, 0o640},
		{"a longer file", "a much longer text than the new one", 0o600, 0o600},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			file, mode := filepath.Join(dir, "a b.yaml"), tt.mode
			if tt.there != "-" {
				require.NoError(t, os.WriteFile(file, []byte(tt.there), 0o600))
				require.NoError(t, os.Chmod(file, tt.mode))
				mode = 0o644
			}
			require.NoError(t, whole.Write(file, []byte("new"), mode))
			holds(t, file, "new")
			info, err := os.Stat(file)
			require.NoError(t, err)
			assert.Equal(t, tt.want, info.Mode().Perm())
			alone(t, dir, "a b.yaml")
		})
	}
}

// TestWriteLeavesTheSameAlone writes what is there: the file's time stays, so
// that nothing is built anew because of it.
func TestWriteLeavesTheSameAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "same")
	require.NoError(t, whole.Write(file, []byte("same"), 0o644))
	long := time.Now().Add(-48 * time.Hour).Truncate(time.Second)
	require.NoError(t, os.Chtimes(file, long, long))
	require.NoError(t, whole.Write(file, []byte("same"), 0o644))
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.True(t, info.ModTime().Equal(long))
}

func TestWriteRefuses(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, "kept")
	require.NoError(t, os.WriteFile(kept, []byte("old"), 0o444))
	assert.ErrorIs(t, whole.Write(kept, []byte("new"), 0o644), os.ErrPermission)
	holds(t, kept, "old")
	assert.ErrorContains(t, whole.Write(dir, []byte("new"), 0o644), "is a folder")
	assert.ErrorIs(t, whole.Write(filepath.Join(dir, "no", "file"), nil, 0o644), os.ErrNotExist)
	alone(t, dir, "kept")
}

func TestWriteFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	real, link, loose := filepath.Join(dir, "real"), filepath.Join(dir, "link"), filepath.Join(dir, "loose")
	require.NoError(t, os.WriteFile(real, []byte("old"), 0o644))
	require.NoError(t, os.Symlink("real", link))
	require.NoError(t, os.Symlink("later", loose))
	require.NoError(t, whole.Write(link, []byte("new"), 0o644))
	require.NoError(t, whole.Write(loose, []byte("made"), 0o644))
	holds(t, real, "new")
	holds(t, filepath.Join(dir, "later"), "made")
	for _, name := range []string{link, loose} {
		info, err := os.Lstat(name)
		require.NoError(t, err)
		assert.NotZero(t, info.Mode()&os.ModeSymlink, "the link stays one")
	}
}

// TestWriteLeavesDevicesInPlace writes to what is no plain file: it must not be
// exchanged for one.
func TestWriteLeavesDevicesInPlace(t *testing.T) {
	require.NoError(t, whole.Write(os.DevNull, []byte("gone"), 0o644))
	info, err := os.Stat(os.DevNull)
	require.NoError(t, err)
	assert.False(t, info.Mode().IsRegular())
}

// TestWriteSweeps finds what a kill has left of an earlier write of the file,
// and leaves what is younger, or of another file.
func TestWriteSweeps(t *testing.T) {
	dir := t.TempDir()
	day := time.Now().Add(-24 * time.Hour)
	for _, name := range []string{".mine.new-OLD", ".mine.new-YOUNG", ".other.new-OLD", "mine.new-OLD"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), nil, 0o644))
		if name != ".mine.new-YOUNG" {
			require.NoError(t, os.Chtimes(filepath.Join(dir, name), day, day))
		}
	}
	require.NoError(t, whole.Write(filepath.Join(dir, "mine"), []byte("x"), 0o644))
	alone(t, dir, ".mine.new-YOUNG", ".other.new-OLD", "mine", "mine.new-OLD")
}

func holds(t *testing.T, file, want string) {
	t.Helper()
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, want, string(b))
}

// alone says that a folder holds these files and no others.
func alone(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	assert.Equal(t, want, names)
}
