package rig

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// RestCPU runs a program in a window on a display, lets it settle, and gives the
// processor time that it takes in span, in percent of a core.
func RestCPU(ctx context.Context, display, program string, settle, span time.Duration) (percent float64, err error) {
	saves, err := os.MkdirTemp("", "hardcases-bench-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(saves)
	cmd := exec.CommandContext(ctx, program)
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "WAYLAND_DISPLAY=", "XAUTHORITY=", "LIBGL_ALWAYS_SOFTWARE=1", "HARDCASES_SAVES="+saves)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() {
		_ = cmd.Process.Kill() // it may have ended by itself, which the time below finds
		_ = cmd.Wait()
	}()
	percent, err = busy(settle, span, func() (time.Duration, error) { return treeCPU(cmd.Process.Pid) })
	if err != nil {
		return 0, fmt.Errorf("%s in a window: %w %s", program, err, strings.TrimSpace(said.String()))
	}
	return percent, nil
}

// busy is how much of span a clock of processor time goes on, in percent.
func busy(settle, span time.Duration, clock func() (time.Duration, error)) (float64, error) {
	time.Sleep(settle)
	start := time.Now()
	before, err := clock()
	if err != nil {
		return 0, err
	}
	time.Sleep(span)
	after, err := clock()
	if err != nil {
		return 0, err
	}
	return 100 * float64(after-before) / float64(time.Since(start)), nil
}
