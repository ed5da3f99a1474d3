package publish

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
)

// small makes a site of a page and a script.
func small(t *testing.T, script string) *Site {
	t.Helper()
	s, err := compress(context.Background(), []bundle.Asset{
		{Name: "index.html", Path: "index.html", Bytes: []byte("<!doctype html><title>hello</title>")},
		{Name: "boot.js", Path: "boot." + manifest.Sum([]byte(script))[:12] + ".js", Bytes: []byte(script)},
	}, 1, &cache{dir: t.TempDir()})
	require.NoError(t, err)
	return s
}

func TestBuildingAgainSweepsOnlyItsOwnFiles(t *testing.T) {
	dir := t.TempDir()
	one := small(t, "one")
	require.NoError(t, one.Folder(dir))
	before := one.Manifest
	mine := filepath.Join(dir, "mine.txt")
	require.NoError(t, os.WriteFile(mine, []byte("mine"), 0o600))
	two := small(t, "two")
	require.NoError(t, two.Folder(dir))
	after := two.Manifest
	require.NotEqual(t, before.Version, after.Version)
	for _, ext := range []string{"", ".br", ".gz"} {
		require.NoFileExists(t, filepath.Join(dir, before.Files[1].Path+ext))
		require.FileExists(t, filepath.Join(dir, after.Files[1].Path+ext))
	}
	require.FileExists(t, mine)
	require.Equal(t, after.Version, small(t, "two").Manifest.Version)
}

func TestForeignManifestRemovesNothingOutside(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	require.NoError(t, os.Mkdir(site, 0o755))
	outside := filepath.Join(dir, "outside.txt")
	require.NoError(t, os.WriteFile(outside, []byte("x"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(site, manifest.Name), []byte(`{"files":[{"path":"../outside.txt"}]}`), 0o600))
	require.NoError(t, small(t, "one").Folder(site))
	require.FileExists(t, outside)
}

func TestCacheDoesNotTrustACutOffFile(t *testing.T) {
	c := &cache{dir: t.TempDir()}
	content := bytes.Repeat([]byte("hello "), 1000)
	whole, err := c.brotli("x", content, 1)
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(c.dir, "*.br"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	require.NoError(t, os.WriteFile(files[0], whole[:len(whole)/2], 0o600))
	again, err := c.brotli("x", content, 1)
	require.NoError(t, err)
	require.Equal(t, whole, again)
}
