// Package gotool runs the go command.
package gotool

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// patience is how long an interrupted go command may take to tidy up: it first lets
// the compiler or linker end that is at work, which on a busy machine takes a while.
const patience = 30 * time.Second

// Run runs the go command in dir, with env added to the environment, and gives what
// it printed. When the context ends, it is interrupted, not killed, so that it takes
// its own files away; the error is then the context's.
func Run(ctx context.Context, dir string, env []string, args ...string) ([]byte, error) {
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
