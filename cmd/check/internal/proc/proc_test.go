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
	case "fail":
		os.Stdout.WriteString("out\n")
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

func TestExecSaysWhatWentWrong(t *testing.T) {
	got, err := proc.Exec(t.Context(), self("fail"))
	assert.Equal(t, proc.Output{Stdout: "out\n", Text: "out\nit went wrong\n"}, got)
	assert.ErrorContains(t, err, "PROC_TEST=fail "+os.Args[0]+": exit status 3\nout\nit went wrong")
	_, err = proc.Exec(t.Context(), proc.Command{Args: []string{"no-such-program-here"}})
	assert.ErrorIs(t, err, exec.ErrNotFound)
}

func TestExecEndsTheWholeFamily(t *testing.T) {
	late := errors.New("time is up")
	ctx, cancel := context.WithCancelCause(t.Context())
	asleep := filepath.Join(t.TempDir(), "asleep")
	start := make(chan time.Time, 1)
	go func() { // the time is up once the child sleeps, however slow the machine is
		for _, err := os.Stat(asleep); err != nil; _, err = os.Stat(asleep) {
			time.Sleep(10 * time.Millisecond)
		}
		start <- time.Now()
		cancel(late)
	}()
	c := self("parent")
	c.Env = append(c.Env, "PROC_TEST_ASLEEP="+asleep)
	got, err := proc.Exec(ctx, c)
	require.ErrorIs(t, err, late)
	assert.Equal(t, "asleep\n", got.Text, "what was printed before the end is kept")
	assert.Less(t, time.Since(<-start), 4*time.Second, "the child held the output open until it was given up")
}

func TestCommandReadsAsTyped(t *testing.T) {
	c := proc.Command{Args: []string{"go", "test", "-run=^$", "-gcflags=all=-N -l", "it's"}, Env: []string{"GOOS=js"}}
	assert.Equal(t, `GOOS=js go test '-run=^$' '-gcflags=all=-N -l' 'it'\''s'`, c.String())
}
