package proc_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
)

// TestMain lets the test program play the part of the programs that it runs.
func TestMain(m *testing.M) {
	switch os.Getenv("PROC_TEST") {
	case "":
		os.Exit(m.Run())
	case "print":
		os.Stdout.WriteString("out\n")
		os.Stderr.WriteString("err\n")
		os.Stdout.WriteString("HOME=" + os.Getenv("HOME") + "\n")
	case "fail":
		os.Stderr.WriteString("it went wrong\n")
		os.Exit(3)
	case "parent":
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), "PROC_TEST=sleep")
		child.Stdout = os.Stdout
		_ = child.Run()
	case "sleep":
		os.Stdout.WriteString("asleep\n")
		_ = os.WriteFile(os.Getenv("PROC_TEST_ASLEEP"), nil, 0o644)
		time.Sleep(time.Minute)
	}
}

func self(role string) proc.Command {
	return proc.Command{Args: []string{os.Args[0]}, Env: []string{"PROC_TEST=" + role}}
}

func TestExecKeepsBothStreams(t *testing.T) {
	c := self("print")
	c.Keep = func(name string) bool { return name != "HOME" }
	got := proc.Exec(t.Context(), c)
	require.NoError(t, got.Err)
	assert.Equal(t, "out\nHOME=\n", got.Stdout)
	assert.Contains(t, got.Text, "out\n")
	assert.Contains(t, got.Text, "err\n")
	assert.NoError(t, got.Failure(c))
}

func TestExecFailure(t *testing.T) {
	c := self("fail")
	err := proc.Exec(t.Context(), c).Failure(c)
	var failed *proc.Error
	require.ErrorAs(t, err, &failed)
	assert.Equal(t, "it went wrong\n", failed.Text)
	assert.Contains(t, err.Error(), "exit status 3")
	assert.Contains(t, err.Error(), "it went wrong")
	assert.Contains(t, err.Error(), "PROC_TEST=fail")
}

func TestExecOfNothing(t *testing.T) {
	assert.Error(t, proc.Exec(t.Context(), proc.Command{}).Err)
	missing := proc.Exec(t.Context(), proc.Command{Args: []string{"no-such-program-here"}})
	assert.ErrorIs(t, missing.Err, exec.ErrNotFound)
}

func TestExecEndsTheWholeFamily(t *testing.T) {
	late := errors.New("time is up")
	ctx, cancel := context.WithCancelCause(t.Context())
	asleep := filepath.Join(t.TempDir(), "asleep")
	start := make(chan time.Time, 1)
	go func() { // the time is up once the child sleeps, however slow the machine is
		for {
			if _, err := os.Stat(asleep); err == nil {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		start <- time.Now()
		cancel(late)
	}()
	c := self("parent")
	c.Env = append(c.Env, "PROC_TEST_ASLEEP="+asleep)
	got := proc.Exec(ctx, c)
	assert.ErrorIs(t, got.Err, late)
	assert.Equal(t, "asleep\n", got.Text, "what was printed before the end is kept")
	assert.Less(t, time.Since(<-start), 4*time.Second, "the child held the output open until it was given up")
}

func TestCommandReadsAsTyped(t *testing.T) {
	c := proc.Command{Args: []string{"go", "test", "-run=^$", "-gcflags=all=-N -l", "it's"}, Env: []string{"GOOS=js"}}
	assert.Equal(t, `GOOS=js go test '-run=^$' '-gcflags=all=-N -l' 'it'\''s'`, c.String())
}

func TestWith(t *testing.T) {
	run := proc.With(func(_ context.Context, c proc.Command) proc.Result {
		return proc.Result{Stdout: c.String()}
	}, "A=1", "B=2")
	assert.Equal(t, "A=1 B=2 B=3 go", run(t.Context(), proc.Command{Args: []string{"go"}, Env: []string{"B=3"}}).Stdout)
}
