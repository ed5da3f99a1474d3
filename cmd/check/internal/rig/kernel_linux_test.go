package rig

import (
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMain lets the test program play a program that computes, and one that starts
// such a program and waits.
func TestMain(m *testing.M) {
	switch os.Getenv("RIG_TEST") {
	case "":
		os.Exit(m.Run())
	case "parent":
		child := exec.Command(os.Args[0], "below")
		child.Env = append(os.Environ(), "RIG_TEST=busy")
		_ = child.Run()
	case "busy":
		for n := 0; ; n++ {
			runtime.KeepAlive(n)
		}
	}
}

// TestProcesses reads the kernel's own files about processes of its own.
func TestProcesses(t *testing.T) {
	name := "--as=" + t.TempDir()
	c := exec.CommandContext(t.Context(), os.Args[0], name)
	c.Env = append(os.Environ(), "RIG_TEST=parent")
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, c.Start())
	t.Cleanup(func() {
		_ = syscall.Kill(-c.Process.Pid, syscall.SIGKILL)
		_ = c.Wait()
	})

	pid, err := started(name, "--type=")
	require.NoError(t, err)
	assert.Equal(t, c.Process.Pid, pid)
	_, err = started(name, "--as=")
	assert.ErrorContains(t, err, "no process runs with "+name, "it has an argument that it must not have")

	require.Eventually(t, func() bool {
		cpu, err := treeCPU(c.Process.Pid)
		return err == nil && cpu >= 200*time.Millisecond
	}, time.Minute, 10*time.Millisecond, "what is below computes")
	memory, err := private(c.Process.Pid)
	require.NoError(t, err)
	assert.Positive(t, memory)
	_, err = treeCPU(1 << 30)
	assert.ErrorContains(t, err, "has ended")
}
