package own

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFolder(t *testing.T) {
	base := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(base, "hardcases"), 0o777))
	require.NoError(t, os.Chmod(filepath.Join(base, "hardcases"), 0o777))
	dir, err := folder(base, "hardcases", "site")
	require.NoError(t, err)
	for _, d := range []string{dir, filepath.Dir(dir)} {
		info, err := os.Stat(d)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o700), info.Mode().Perm(), d)
	}
	elsewhere := t.TempDir()
	require.NoError(t, os.Symlink(elsewhere, filepath.Join(base, "link")))
	_, err = folder(base, "link")
	require.ErrorContains(t, err, "is no folder")
	require.NoError(t, os.WriteFile(filepath.Join(base, "file"), nil, 0o600))
	_, err = folder(base, "file")
	require.ErrorContains(t, err, "is no folder")
}
