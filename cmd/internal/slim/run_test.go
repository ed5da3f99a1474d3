//go:build whole

package slim

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/gotool"
)

// TestSlimRuns runs a program before and after: it says the same, and how it stops is
// told by names alone.
func TestSlimRuns(t *testing.T) {
	before := linked(t)
	after, err := Slim(before)
	require.NoError(t, err)
	want, trace := run(t, before)
	got, short := run(t, after)
	assert.Equal(t, strings.Replace(want, "true false", "true true", 1), got)
	assert.Contains(t, got, "64 20000\nrecovered: runtime error: index out of range")
	assert.Contains(t, trace, "main.go:")
	assert.NotContains(t, short, "main.go:")
	assert.Contains(t, short, "main.stopsHere")
}

// run runs a program in Node.js, and gives what it says and how it stops.
func run(t *testing.T, program []byte) (out, trace string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	require.NoError(t, os.WriteFile(file, program, 0o600))
	root, err := gotool.Run(t.Context(), "", nil, "env", "GOROOT")
	require.NoError(t, err)
	node, err := exec.LookPath("node")
	require.NoError(t, err, "a program runs in Node.js")
	cmd := exec.CommandContext(t.Context(), node, filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), file)
	var said, told bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &told
	require.ErrorContains(t, cmd.Run(), "exit status 2", "it stops by a panic")
	return said.String(), told.String()
}
