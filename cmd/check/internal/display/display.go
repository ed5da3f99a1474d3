// Package display starts an X server that nobody sees.
package display

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"hardcases/cmd/check/internal/tool"
)

// patience is how long the X server may take until it listens.
const patience = 20 * time.Second

// Start starts an X server without a screen on a display that is free, and gives
// the display's name, as ":99". stop ends it.
func Start(ctx context.Context, m tool.Machine) (name string, stop func(), err error) {
	program, err := m.Program(tool.Display())
	if err != nil {
		return "", nil, err
	}
	ready, number, err := os.Pipe()
	if err != nil {
		return "", nil, err
	}
	defer ready.Close()

	// The server picks a free display and writes its number to descriptor 3,
	// which is the first of ExtraFiles.
	cmd := exec.CommandContext(ctx, program, "-displayfd", "3",
		"-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{number}
	var text bytes.Buffer
	cmd.Stderr = &text
	err = cmd.Start()
	number.Close() // the server has its own now; ready ends when it does
	if err != nil {
		return "", nil, err
	}
	stop = func() {
		_ = cmd.Process.Kill() // it may be gone already, which is as good
		_ = cmd.Wait()
	}
	if err := ready.SetReadDeadline(time.Now().Add(patience)); err != nil {
		stop()
		return "", nil, err
	}
	line, err := bufio.NewReader(ready).ReadString('\n')
	if err != nil {
		stop()
		if errors.Is(err, os.ErrDeadlineExceeded) {
			err = fmt.Errorf("no display after %s", patience)
		}
		return "", nil, fmt.Errorf("the X server Xvfb did not start: %w\n%s", err, text.String())
	}
	return ":" + strings.TrimSpace(line), stop, nil
}
