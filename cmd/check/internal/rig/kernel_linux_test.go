package rig

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMain lets the test program play a program that computes.
func TestMain(m *testing.M) {
	for os.Getenv("RIG_TEST") == "busy" {
	}
	os.Exit(m.Run())
}

// TestProcesses reads the kernel's own files about a process of its own.
func TestProcesses(t *testing.T) {
	program := t.TempDir() + "/busy"
	require.NoError(t, os.Symlink(os.Args[0], program))
	_, err := started(program)
	assert.ErrorContains(t, err, "no process is "+program)
	c := exec.CommandContext(t.Context(), program)
	c.Env = append(os.Environ(), "RIG_TEST=busy")
	require.NoError(t, c.Start())

	p, err := started(program)
	require.NoError(t, err)
	assert.Equal(t, c.Process.Pid, p.PID)
	require.Eventually(t, func() bool {
		seconds, err := used(p)
		return err == nil && seconds >= 0.2
	}, time.Minute, 10*time.Millisecond)
	memory, err := private(p.PID)
	require.NoError(t, err)
	assert.Positive(t, memory)
	require.NoError(t, c.Process.Kill())
	require.Error(t, c.Wait())
	_, err = used(p)
	assert.Error(t, err)
}
