package tree_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

func write(t *testing.T, root, name string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Join(root, filepath.Dir(name)), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(root, name), []byte("x"), 0o644))
}

func TestTracked(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a.txt")
	write(t, root, "b/c.txt")
	write(t, root, "dist/d.txt")
	write(t, root, "b/dist/e.txt")
	write(t, root, "b/node_modules/f.js")
	noGit := func(context.Context, proc.Command) proc.Result { panic("git was asked without a repository") }
	names, err := tree.Tracked(t.Context(), noGit, root)
	require.NoError(t, err)
	assert.Equal(t, []string{"a.txt", "b/c.txt", "b/dist/e.txt"}, names)

	write(t, root, ".git/HEAD")
	git := func(context.Context, proc.Command) proc.Result { return proc.Result{Stdout: "a.txt\x00gone.txt\x00"} }
	names, err = tree.Tracked(t.Context(), git, root)
	require.NoError(t, err)
	assert.Equal(t, []string{"a.txt"}, names, "deleted files are left out")

	absent := func(context.Context, proc.Command) proc.Result {
		return proc.Result{Err: &exec.Error{Name: "git", Err: exec.ErrNotFound}}
	}
	names, err = tree.Tracked(t.Context(), absent, root)
	require.NoError(t, err)
	assert.Equal(t, []string{"a.txt", "b/c.txt", "b/dist/e.txt"}, names, "without git, all files")

	broken := func(context.Context, proc.Command) proc.Result { return proc.Result{Err: errors.New("no git")} }
	_, err = tree.Tracked(t.Context(), broken, root)
	assert.ErrorContains(t, err, "no git")
}
