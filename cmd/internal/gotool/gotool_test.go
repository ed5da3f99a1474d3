//go:build unix

package gotool

import (
	"context"
	"os"
	"path/filepath"
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
	_, err := Run(ctx, dir, nil, "build")
	require.ErrorIs(t, err, context.Canceled)
	assert.NotContains(t, err.Error(), "killed")
	assert.FileExists(t, tidied)
}
