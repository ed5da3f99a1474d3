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
	"sync"
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

// Result is what came of a command.
type Result struct {
	Stdout string
	// Text is what it printed on both streams; where it wrote to both at
	// once, their order is not kept.
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

	var text, stdout bytes.Buffer
	both := &lockedWriter{w: &text}
	cmd.Stdout = tee{both, &stdout}
	cmd.Stderr = both
	err := cmd.Run()
	if err != nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	return Result{Stdout: stdout.String(), Text: text.String(), Err: err}
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

// lockedWriter lets both streams of a program share one buffer.
type lockedWriter struct {
	mu sync.Mutex
	w  *bytes.Buffer
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// tee writes to both; only one goroutine writes to it.
type tee struct {
	first  *lockedWriter
	second *bytes.Buffer
}

func (t tee) Write(p []byte) (int, error) {
	if n, err := t.first.Write(p); err != nil {
		return n, err
	}
	return t.second.Write(p)
}
