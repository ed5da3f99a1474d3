package publish

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
)

// small makes a site of a page and a script.
func small(t *testing.T, script string) *Site {
	t.Helper()
	s, err := compress(context.Background(), []bundle.Asset{
		{Name: "index.html", Path: "index.html", Bytes: []byte(`<!doctype html><html data-version="1" data-game="game.wasm"><title>hello</title>`)},
		{Name: "boot.js", Path: "boot." + manifest.Sum([]byte(script))[:12] + ".js", Bytes: []byte(script)},
	}, 1, &cache{dir: t.TempDir()})
	require.NoError(t, err)
	return s
}

var today = time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)

// script is the path of a site's script.
func (s *Site) script() string { return s.Manifest.Files[1].Path }

func TestFolderIsWhole(t *testing.T) {
	s := small(t, "one")
	dir := t.TempDir()
	require.NoError(t, s.Folder(dir, today))
	inFolder, err := manifest.Open(os.DirFS(dir))
	require.NoError(t, err)
	files, err := s.FS()
	require.NoError(t, err)
	inMemory, err := manifest.Open(files)
	require.NoError(t, err)
	require.Equal(t, inMemory.Pages, inFolder.Pages)
	b, err := s.Zip()
	require.NoError(t, err)
	zipped, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	fromZip, err := manifest.Open(zipped)
	require.NoError(t, err)
	require.Equal(t, inMemory.Pages, fromZip.Pages)
	again := t.TempDir()
	require.NoError(t, Of(fromZip).Folder(again, today))
	inAgain, err := manifest.Open(os.DirFS(again))
	require.NoError(t, err)
	require.Equal(t, inMemory.Pages, inAgain.Pages)
}

// TestFormerFilesStay: a page of an earlier build finds its files for a month
// after the build that did without them, and not for ever.
func TestFormerFilesStay(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "mine.txt")
	require.NoError(t, os.WriteFile(mine, []byte("mine"), 0o600))
	sites := map[string]*Site{"one": small(t, "one"), "two": small(t, "two"), "three": small(t, "three")}
	for _, step := range []struct {
		days  int
		build string
		there []string
		gone  []string
	}{
		{0, "one", []string{"one"}, nil},
		{1, "two", []string{"one", "two"}, nil},
		{20, "two", []string{"one", "two"}, nil},
		{25, "three", []string{"one", "two", "three"}, nil},
		{29, "three", []string{"one", "two", "three"}, nil},
		{32, "three", []string{"two", "three"}, []string{"one"}},
		{33, "one", []string{"one", "two", "three"}, nil}, // back again
		{100, "one", []string{"one"}, []string{"two", "three"}},
	} {
		require.NoError(t, sites[step.build].Folder(dir, today.AddDate(0, 0, step.days)))
		site, err := manifest.Open(os.DirFS(dir))
		require.NoError(t, err)
		require.Equal(t, sites[step.build].Manifest.Version, site.Manifest.Version)
		for _, name := range step.there {
			require.Contains(t, site.Pages, sites[name].script(), "day %d, %s", step.days, name)
		}
		for _, name := range step.gone {
			for _, ext := range []string{"", ".br", ".gz"} {
				require.NoFileExists(t, filepath.Join(dir, sites[name].script()+ext))
			}
		}
	}
	require.FileExists(t, mine)
}

// TestOrder: whatever a page names is there before the page, a pack of somebody's
// own and the manifest too; the worker, which keeps the page, comes after it.
func TestOrder(t *testing.T) {
	s := small(t, "one")
	s.files = slices.Concat([]file{{path: "worker.js"}, {path: "index.html"}}, s.files, []file{{path: "packs/ferry.msgp"}})
	s.Manifest.Files = append(s.Manifest.Files, manifest.File{Name: "worker.js", Path: "worker.js"})
	var order []string
	for _, f := range s.inOrder(nil) {
		order = append(order, f.path)
	}
	script := s.script()
	require.Equal(t, []string{
		script, script + ".br", script + ".gz", "manifest.json", "packs/ferry.msgp",
		"index.html", "index.html", "index.html.br", "index.html.gz", "worker.js",
	}, order)
}

func TestHalfWrittenFilesAreSwept(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, ".game.0123.wasm.new-OLD")
	young := filepath.Join(dir, ".game.0123.wasm.new-YOUNG")
	for file, age := range map[string]time.Duration{old: 2 * time.Hour, young: time.Minute} {
		require.NoError(t, os.WriteFile(file, nil, 0o600))
		require.NoError(t, os.Chtimes(file, today.Add(-age), today.Add(-age)))
	}
	require.NoError(t, small(t, "one").Folder(dir, today))
	require.NoFileExists(t, old)
	require.FileExists(t, young)
}

func TestForeignManifestRemovesNothingOutside(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	require.NoError(t, os.Mkdir(site, 0o755))
	outside := filepath.Join(dir, "outside.txt")
	require.NoError(t, os.WriteFile(outside, []byte("x"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(site, manifest.Name), []byte(`{"files":[{"path":"../outside.txt"}]}`), 0o600))
	require.NoError(t, small(t, "one").Folder(site, today))
	require.FileExists(t, outside)
}

// TestCacheTrustsNothing: what is kept is used where it is the very file, and
// nothing else is.
func TestCacheTrustsNothing(t *testing.T) {
	c := &cache{dir: t.TempDir()}
	content := bytes.Repeat([]byte("hello "), 100)
	whole, err := c.brotli("x", content, 1)
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(c.dir, "*.br"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	other, err := (&cache{}).brotli("x", bytes.Repeat([]byte("hallo "), 100), 1)
	require.NoError(t, err)
	spoilt := [][]byte{nil, whole[:len(whole)/2], other}
	for bit := range len(whole) * 8 {
		flipped := bytes.Clone(whole)
		flipped[bit/8] ^= 1 << (bit % 8)
		spoilt = append(spoilt, flipped)
	}
	for _, b := range spoilt {
		require.NoError(t, os.WriteFile(files[0], b, 0o600))
		again, err := c.brotli("x", content, 1)
		require.NoError(t, err)
		plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(again)))
		require.NoError(t, err)
		require.Equal(t, content, plain)
	}
}

func TestCacheSweeps(t *testing.T) {
	base := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", base)
	t.Setenv("HOME", base)
	c := openCache(nil)
	require.NotEmpty(t, c.dir)
	old := time.Now().Add(-20 * 24 * time.Hour)
	for _, name := range []string{"game-0123.wasm", "served-0123/index.html", "old.q5.br", ".old.q5.br.new-X", ".new-1"} {
		file := filepath.Join(c.dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
		require.NoError(t, os.WriteFile(file, nil, 0o600))
		require.NoError(t, os.Chtimes(file, old, old))
	}
	require.NoError(t, os.WriteFile(filepath.Join(c.dir, "young.q5.br"), nil, 0o600))
	openCache(nil)
	left, err := os.ReadDir(c.dir)
	require.NoError(t, err)
	require.Len(t, left, 1)
	require.Equal(t, "young.q5.br", left[0].Name())
}

// TestNoHomeKeepsNothing: without a folder of one's own a site is made all the
// same, and nothing of it lies where others could put theirs.
func TestNoHomeKeepsNothing(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
	var log bytes.Buffer
	s, err := Compress(context.Background(), []bundle.Asset{{Name: "index.html", Path: "index.html", Bytes: []byte("x")}}, 1, &log)
	require.NoError(t, err)
	require.Len(t, s.Manifest.Files, 1)
	require.Contains(t, log.String(), "not kept")
	left, err := os.ReadDir(tmp)
	require.NoError(t, err)
	require.Empty(t, left)
}

// TestForeignPagesStay writes the game into a folder that holds somebody's own first
// page, also beside the manifest that such a site has for itself.
func TestForeignPagesStay(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "index.html")
	theirs := map[string]string{"index.html": "<h1>Our school</h1>"}
	for _, own := range []string{"", `{"name":"Our school","icons":[]}`} {
		if own != "" {
			theirs["manifest.json"] = own
		}
		for name, text := range theirs {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		}
		err := small(t, "one").Folder(dir, today)
		require.ErrorContains(t, err, "is none of this game")
		for name, text := range theirs {
			b, err := os.ReadFile(filepath.Join(dir, name))
			require.NoError(t, err)
			require.Equal(t, text, string(b))
		}
		names, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, names, len(theirs), "nothing is left there")
	}
	require.NoError(t, os.Remove(page))
	require.NoError(t, small(t, "one").Folder(dir, today))
	require.NoError(t, small(t, "two").Folder(dir, today), "over its own")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "manifest.json"), []byte("{"), 0o600))
	require.NoError(t, small(t, "one").Folder(dir, today), "over its own, whose list is damaged")
}
