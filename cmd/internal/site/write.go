package site

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// manifestName is the file that lists a site's files.
const manifestName = "manifest.json"

// Manifest lists what a site holds.
type Manifest struct {
	// Version changes exactly when a file does.
	Version string `json:"version"`
	Files   []File `json:"files"`
}

// File is one file of a site.
type File struct {
	Name   string `json:"name"`   // what the page calls it: "game.wasm"
	Path   string `json:"path"`   // from the site's folder
	Size   int    `json:"size"`   // bytes, not compressed
	Brotli int    `json:"brotli"` // bytes as .br
	Gzip   int    `json:"gzip"`   // bytes as .gz
	SHA256 string `json:"sha256"` // of the content, not compressed
}

// Forever says whether the name changes with the content, so that a browser
// may keep the file for ever.
func (f File) Forever() bool { return f.Name != f.Path }

// ReadManifest reads the manifest of a built site.
func ReadManifest(dir string) (*Manifest, error) {
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is not a built site: it has no %s", dir, manifestName)
	}
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, manifestName), err)
	}
	return &m, nil
}

// write puts the assets and their compressed forms into the folder, then the
// manifest, then removes what only the manifest before it named.
func write(ctx context.Context, dir string, assets []asset, c *cache, quality int) (*Manifest, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	before, err := ReadManifest(dir)
	if err != nil {
		before = &Manifest{} // a new folder, or one whose list cannot be trusted
	}
	m := &Manifest{Version: version(assets)}
	for _, a := range assets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, err := writeAsset(dir, a, c, quality)
		if err != nil {
			return nil, err
		}
		m.Files = append(m.Files, f)
	}
	list, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	if err := replace(filepath.Join(dir, manifestName), append(list, '\n')); err != nil {
		return nil, err
	}
	return m, sweep(dir, before, m)
}

func writeAsset(dir string, a asset, c *cache, quality int) (File, error) {
	br, err := c.brotli(a.name, a.bytes, quality)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", a.name, err)
	}
	gz, err := zip(a.bytes)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", a.name, err)
	}
	file := filepath.Join(dir, filepath.FromSlash(a.path))
	for ext, b := range map[string][]byte{"": a.bytes, ".br": br, ".gz": gz} {
		if err := replace(file+ext, b); err != nil {
			return File{}, err
		}
	}
	return File{
		Name: a.name, Path: a.path, Size: len(a.bytes), Brotli: len(br), Gzip: len(gz), SHA256: hash(a.bytes),
	}, nil
}

// sweep removes the files of the site before that the new one does not have.
func sweep(dir string, before, now *Manifest) error {
	keep := map[string]bool{}
	for _, f := range now.Files {
		keep[f.Path] = true
	}
	for _, f := range before.Files {
		if keep[f.Path] || !filepath.IsLocal(f.Path) {
			continue
		}
		for _, ext := range []string{"", ".br", ".gz"} {
			err := os.Remove(filepath.Join(dir, filepath.FromSlash(f.Path)) + ext)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// replace writes a file whole or not at all. A file that already holds b is
// left alone.
func replace(file string, b []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, b) {
		return nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails, as it should, after the rename
	if _, err := tmp.Write(b); err != nil {
		return errors.Join(err, tmp.Close())
	}
	if err := errors.Join(tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}

// discard reads r to its end and counts.
func discard(r io.Reader) (int64, error) { return io.Copy(io.Discard, r) }

// Write makes a site of other files than the game's, by their paths in it, as
// Build does with the game's: for what the game is compared with. Quality is
// that of the brotli files, 1 to 11.
func Write(ctx context.Context, dir string, files map[string][]byte, quality int) (*Manifest, error) {
	c, err := openCache(logTo(nil))
	if err != nil {
		return nil, err
	}
	var assets []asset
	for _, path := range slices.Sorted(maps.Keys(files)) {
		assets = append(assets, asset{name: path, path: path, bytes: files[path]})
	}
	return write(ctx, dir, assets, c, quality)
}
