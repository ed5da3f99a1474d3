package tree_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/tree"
)

func TestFilesAndCopy(t *testing.T) {
	root, to := t.TempDir(), t.TempDir()
	for _, name := range []string{
		"a.go", "b/c.txt", ".git/HEAD", "dist/x", "b/dist/y", "b/node_modules/z/z.js", "program", "b/program", "x.test", "b/x.prof",
	} {
		path := filepath.Join(root, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(name), 0o644))
	}
	require.NoError(t, os.WriteFile(filepath.Join(root, ".gitignore"), []byte("/dist/\n/program\n*.test\n*.prof\nnode_modules/\n"), 0o644))
	want := []string{".gitignore", "a.go", "b/c.txt", "b/dist/y", "b/program"}
	got, err := tree.Files(root)
	require.NoError(t, err)
	assert.Equal(t, want, got)

	require.NoError(t, tree.Copy(to, root))
	got, err = tree.Files(to)
	require.NoError(t, err)
	assert.Equal(t, want, got)
	text, err := os.ReadFile(filepath.Join(to, "b/program"))
	require.NoError(t, err)
	assert.Equal(t, "b/program", string(text))
}
