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
		if failed := <-ended; !errors.Is(failed, context.Canceled) {
			err = errors.Join(err, failed)
		}
	}()
	time.Sleep(settle)
	p, err := started(program)
	if err != nil {
		return 0, err
	}
	start := time.Now()
	before, err := used(p)
	if err != nil {
		return 0, err
	}
	time.Sleep(span)
	after, err := used(p)
	return 100 * (after - before) / time.Since(start).Seconds(), err
}
