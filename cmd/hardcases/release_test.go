package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestShippedIDIsNotForOthers: an adapted pack that kept the id of one of the game's
// own would be left out for that; the very pack may begin a release.
func TestShippedIDIsNotForOthers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, os.CopyFS(dir, os.DirFS("../../assets/packs/elsewhere")))
	own, err := ownPack(dir, io.Discard)
	require.NoError(t, err)
	require.Equal(t, "elsewhere", own.ID)
	_, err = ownPack(filepath.Join(dir, "pack.yaml"), io.Discard)
	require.ErrorContains(t, err, "name their folder")

	file := filepath.Join(dir, "en.yaml")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	before, after, found := strings.Cut(string(b), "tagline: ")
	require.True(t, found)
	require.NoError(t, os.WriteFile(file, []byte(before+"tagline: Mine! "+after), 0o600))
	_, err = ownPack(dir, io.Discard)
	require.ErrorContains(t, err, `"elsewhere"`)
	require.ErrorContains(t, err, "my-elsewhere")
}
