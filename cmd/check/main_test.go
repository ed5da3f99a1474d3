package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRunExitCodes(t *testing.T) {
	tests := []struct {
		name string
		args []string
		code int
		out  string
		err  string
	}{
		{"list", []string{"--list"}, fine, "staticcheck", ""},
		{"list by the full name", []string{"run", "--list"}, fine, "set-up", ""},
		{"help", []string{"--help"}, fine, "runs every test", ""},
		{"no such part", []string{"--only", "vet,nothing"}, misuse, "", `no part is called "nothing"`},
		{"no such flag", []string{"--all"}, misuse, "", "unknown flag --all"},
		{"a table of budgets without budgets", []string{"bench", "--against", ".", "--write"}, misuse, "", "--against holds nothing to them"},
		{"no such measure", []string{"bench", "--only", "sizes,weight"}, misuse, "", `"weight"`},
		{"no such command", []string{"walk"}, misuse, "", "unexpected argument walk"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out, err strings.Builder
			assert.Equal(t, test.code, run(t.Context(), test.args, &out, &err))
			assert.Contains(t, out.String(), test.out)
			assert.Contains(t, err.String(), test.err)
		})
	}
}

func TestRunInATreeOfItsOwn(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(root, name), []byte(text), 0o644))
	}
	write("go.mod", "module m\n")
	write("a.go", "package m\n")
	require.NoError(t, os.Mkdir(filepath.Join(root, "inside"), 0o755))
	require.NoError(t, exec.CommandContext(t.Context(), "git", "-C", root, "init", "-q").Run())
	t.Chdir(filepath.Join(root, "inside"))

	var out, err strings.Builder
	assert.Equal(t, failed, run(t.Context(), []string{"--only=generated"}, &out, &err))
	assert.Contains(t, out.String(), "go generate ran nothing")
	assert.True(t, strings.HasSuffix(out.String(), "\n0 passed, 1 failed\n"), out.String())
	assert.Empty(t, err.String(), "the report says it once")

	write("a.go", "package m\n\n//go:generate go version\n")
	out.Reset()
	assert.Equal(t, fine, run(t.Context(), []string{"--only=generated"}, &out, &err))
	assert.True(t, strings.HasSuffix(out.String(), "\n1 passed, 0 failed\n"), out.String())
}

func TestRunOutsideAnyTree(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, err strings.Builder
	assert.Equal(t, failed, run(t.Context(), nil, &out, &err))
	assert.Contains(t, err.String(), "run this inside the repository")
}
