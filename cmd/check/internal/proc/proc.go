// Package proc runs other programs and keeps what they print.
package proc

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

// Command is one program to run.
type Command struct {
	// Args is the program and its arguments, at least the former.
	Args []string
	// Dir is the working directory; empty means the current one.
	Dir string
	// Env is added to the environment, as "name=value", and wins over it.
	Env []string
}

// String is the command as a person would type it.
func (c Command) String() string {
	words := slices.Concat(c.Env, c.Args)
	for i, word := range words {
		if strings.ContainsAny(word, " \t\n'$") {
			words[i] = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// OnScreen is a program with an X server of its own that nobody sees, where all is
// drawn by the processor: the same pixels on machines with a graphics card.
func OnScreen(args ...string) Command {
	return Command{
		Args: slices.Concat([]string{"xvfb-run", "-a", "-s", "-screen 0 1920x1200x24 -nolisten tcp -noreset"}, args),
		Env:  []string{"WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1"},
	}
}

// Output is what a program has printed.
type Output struct {
	Stdout string
	// Text is that, and after it what it wrote of errors.
	Text string
}

// Runner runs commands. Where one does not end well, its error says so with all
// that was printed. Exec is the real one; tests have their own.
type Runner func(ctx context.Context, c Command) (Output, error)

// Behind is a runner of programs that give way to others, where the system has
// nice.
func Behind(run Runner) Runner {
	nice, err := exec.LookPath("nice")
	if err != nil {
		return run
	}
	return func(ctx context.Context, c Command) (Output, error) {
		c.Args = slices.Concat([]string{nice, "-n", "10"}, c.Args)
		return run(ctx, c)
	}
}

// afterKill is how long a killed program's children may hold its output open.
const afterKill = 5 * time.Second

// Exec runs a command with no standard input. When ctx ends, the program is
// killed together with all that it started.
func Exec(ctx context.Context, c Command) (Output, error) {
	cmd := exec.CommandContext(ctx, c.Args[0], c.Args[1:]...)
	cmd.Dir = c.Dir
	cmd.Env = append(os.Environ(), c.Env...)
	cmd.WaitDelay = afterKill
	// A group of its own, so that ending it ends its children too: a test binary under
	// the go command, a browser under the test.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if err != nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	out := Output{Stdout: stdout.String(), Text: stdout.String() + stderr.String()}
	if err != nil {
		err = fmt.Errorf("%s: %w\n%s", c, err, out.Text)
	}
	return out, err
}
