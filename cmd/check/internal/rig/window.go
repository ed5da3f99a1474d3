package rig

import (
	"context"
	"errors"
	"os"
	"time"

	"hardcases/cmd/check/internal/proc"
)

// RestCPU runs a program in a window that nobody sees, lets it settle, and gives
// the processor time that it takes in span, in percent of a core.
func RestCPU(ctx context.Context, program string, settle, span time.Duration) (percent float64, err error) {
	saves, err := os.MkdirTemp("", "hardcases-bench-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(saves)
	c := proc.OnScreen(program)
	c.Env = append(c.Env, "HARDCASES_SAVES="+saves)
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		_, err := proc.Exec(ctx, c)
		ended <- err
	}()
	defer func() {
		stop()
		err = errors.Join(err, ignoring(<-ended, context.Canceled))
	}()
	time.Sleep(settle)
	pid, err := started(program, "-a") // which the script has that starts the screen
	if err != nil {
		return 0, err
	}
	start := time.Now()
	before, err := treeCPU(pid)
	if err != nil {
		return 0, err
	}
	time.Sleep(span)
	after, err := treeCPU(pid)
	return 100 * float64(after-before) / float64(time.Since(start)), err
}

// ignoring is an error, nil for one that was expected.
func ignoring(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}
