// Package proc runs other programs and keeps what they print.
package proc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Command is one program to run.
type Command struct {
	// Args is the program and its arguments.
	Args []string
	// Dir is the working directory; empty means the current one.
	Dir string
	// Env is added to the environment, as "name=value", and wins over it.
	Env []string
	// Keep says which variables of the environment the program gets; nil
	// keeps all of them.
	Keep func(name string) bool
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

// Short is the command as it is said while it runs: a long one is cut.
func (c Command) Short() string {
	line := []rune(c.String())
	if len(line) <= 100 {
		return string(line)
	}
	return string(line[:99]) + "…"
}

// Result is what came of a command.
type Result struct {
	Stdout string
	// Text is that, and after it what it wrote of errors.
	Text string
	// Err is nil when the program ended with status 0.
	Err error
}

// Failure returns nil for a good result, else an Error with all that was
// printed.
func (r Result) Failure(c Command) error {
	if r.Err == nil {
		return nil
	}
	return &Error{Command: c, Text: r.Text, Err: r.Err}
}

// Error is a command that did not end well.
type Error struct {
	Command Command
	Text    string // all it printed
	Err     error
}

func (e *Error) Error() string {
	text := strings.TrimRight(e.Text, "\n")
	if text != "" {
		text = "\n" + text
	}
	return fmt.Sprintf("%s: %v%s", e.Command, e.Err, text)
}

func (e *Error) Unwrap() error { return e.Err }

// Runner runs commands. Exec is the real one; tests have their own.
type Runner func(ctx context.Context, c Command) Result

// With is a runner that adds variables to the environment of each command; what
// the command itself adds wins over them.
func With(run Runner, env ...string) Runner {
	return func(ctx context.Context, c Command) Result {
		c.Env = slices.Concat(env, c.Env)
		return run(ctx, c)
	}
}

// Behind is a runner of programs that give way to others, where the system has
// nice.
func Behind(run Runner) Runner {
	nice, err := exec.LookPath("nice")
	if err != nil {
		return run
	}
	return func(ctx context.Context, c Command) Result {
		c.Args = slices.Concat([]string{nice, "-n", "10"}, c.Args)
		return run(ctx, c)
	}
}

// afterKill is how long a killed program's children may hold its output open.
const afterKill = 5 * time.Second

// Exec runs a command with no standard input. When ctx ends, the program is
// killed together with all that it started.
func Exec(ctx context.Context, c Command) Result {
	if len(c.Args) == 0 {
		return Result{Err: errors.New("empty command")}
	}
	cmd := exec.CommandContext(ctx, c.Args[0], c.Args[1:]...)
	cmd.Dir = c.Dir
	cmd.Env = append(environment(os.Environ(), c.Keep), c.Env...)
	cmd.WaitDelay = afterKill
	ownGroup(cmd)

	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if err != nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return Result{Stdout: stdout.String(), Text: stdout.String() + stderr.String(), Err: err}
}

// environment keeps the variables that keep accepts.
func environment(all []string, keep func(string) bool) []string {
	if keep == nil {
		return all
	}
	var kept []string
	for _, entry := range all {
		name, _, _ := strings.Cut(entry, "=")
		if keep(name) {
			kept = append(kept, entry)
		}
	}
	return kept
}
