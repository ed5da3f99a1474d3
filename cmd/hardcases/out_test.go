package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNothingIsWrittenOverItsSource names, with -o, the file that a command reads, as
// happens when a line is typed again from memory.
func TestNothingIsWrittenOverItsSource(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[a] pack")
	require.NoError(t, os.Rename(example(t), dir))
	codes := filepath.Join(t.TempDir(), "codes.txt")
	require.NoError(t, os.WriteFile(codes, []byte("HCA1-AAAA\n"), 0o600))
	linked := filepath.Join(t.TempDir(), "linked.yaml")
	require.NoError(t, os.Symlink(filepath.Join(dir, "en.yaml"), linked))
	for _, args := range [][]string{
		{"pack", "build", dir, "-o", filepath.Join(dir, "pack.yaml")},
		{"pack", "build", dir, "-o", linked},
		{"pack", "graph", dir, "-o", filepath.Join(dir, "pack.yaml")},
		{"pack", "proof", dir, "-o", filepath.Join(dir, ".", "en.yaml")},
		{"pack", "strings", dir, "--export", "fr", "-o", filepath.Join(dir, "fr.yaml")},
		{"class", "--codes", codes, "-o", codes},
	} {
		file := args[len(args)-1]
		before, err := os.ReadFile(file)
		require.NoError(t, err)
		code, _, said := call(t, "", args...)
		require.NotEqual(t, 0, code, args)
		require.Contains(t, said, "name another file with -o", args)
		after, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after), args)
	}
	made := filepath.Join(dir, "mine.msgp") // beside them, as often as one likes
	for range 2 {
		code, out, said := call(t, "", "pack", "build", dir, "-o", made)
		require.Equal(t, 0, code, out+said)
	}
	code, _, said := call(t, "", "pack", "graph", made, "-o", made)
	require.NotEqual(t, 0, code)
	require.Contains(t, said, "name another file with -o")
}
