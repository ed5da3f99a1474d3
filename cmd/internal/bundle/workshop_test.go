//go:build unix

package bundle

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWorkshop(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	left, busy := filepath.Join(tmp, shops+"1"), filepath.Join(tmp, shops+"2")
	for _, dir := range []string{left, busy} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "b001"), 0o700))
	}
	old := time.Now().Add(-2 * abandoned)
	require.NoError(t, os.Chtimes(left, old, old))
	dir, err := Workshop()
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(dir, tmp))
	assert.NoDirExists(t, left, "a kill left it")
	assert.DirExists(t, busy)
	info, err := os.Stat(dir)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o700), info.Mode().Perm())
}
