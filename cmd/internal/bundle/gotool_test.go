//go:build unix

package bundle

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestGoToolIsInterrupted: a go command that is told to stop can put its things
// away.
func TestGoToolIsInterrupted(t *testing.T) {
	dir := t.TempDir()
	begun, tidied := filepath.Join(dir, "begun"), filepath.Join(dir, "tidied")
	script := "#!/bin/sh\ntrap 'echo > " + tidied + "; exit 1' INT\necho > " + begun + "\nwhile :; do sleep 0.01; done\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o700))
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() {
		for ctx.Err() == nil {
			if _, err := os.Stat(begun); err == nil {
				stop()
			}
			time.Sleep(time.Millisecond)
		}
	}()
	_, err := Go(ctx, dir, nil, "build")
	require.ErrorIs(t, err, context.Canceled)
	assert.NotContains(t, err.Error(), "killed")
	assert.FileExists(t, tidied)
}

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
