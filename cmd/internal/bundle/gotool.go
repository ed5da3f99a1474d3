package bundle

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// patience is how long an interrupted go command may take to tidy up.
const patience = 5 * time.Second

// Go runs the go command in dir and gives what it printed. When the context
// ends, it is interrupted, not killed, so that it takes its own files away; the
// error is then the context's.
func Go(ctx context.Context, dir string, env []string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.WaitDelay = patience
	cmd.Cancel = func() error {
		if runtime.GOOS == "windows" { // which has no interrupts for others
			return cmd.Process.Kill()
		}
		return cmd.Process.Signal(os.Interrupt)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return nil, fmt.Errorf("the go command is needed to build the site: %w", err)
	case err != nil:
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, strings.TrimSpace(said.String()))
	}
	return out, nil
}

// shops begins the names of the folders that builds are made in.
const shops = "hardcases-build-"

// abandoned is how old such a folder must be to be taken for one that a kill left.
const abandoned = 24 * time.Hour

// Workshop makes a folder to build in, for this user alone, and removes those
// that kills have left.
func Workshop() (string, error) {
	left, err := filepath.Glob(filepath.Join(os.TempDir(), shops+"*"))
	if err != nil {
		return "", err
	}
	for _, dir := range left {
		if info, err := os.Lstat(dir); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.RemoveAll(dir) // another user's stays: it is theirs to remove
		}
	}
	return os.MkdirTemp("", shops)
}
