package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/andybalholm/brotli"
)

// bestQuality is brotli's slowest and smallest.
const bestQuality = 11

// cache keeps compressed files between builds, by the hash of their content,
// in the user's cache folder.
type cache struct {
	dir string
	log func(format string, args ...any)
}

func openCache(log func(string, ...any)) (*cache, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir() // no home folder, as in some containers
	}
	dir := filepath.Join(base, "hardcases", "site")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("no place to build in: %w", err)
	}
	c := &cache{dir: dir, log: log}
	return c, c.sweep()
}

// unused is how long a compressed file is kept that no build has asked for.
const unused = 14 * 24 * time.Hour

// sweep removes what no build has asked for lately.
func (c *cache) sweep() error {
	files, err := filepath.Glob(filepath.Join(c.dir, "*.br"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if i, err := os.Stat(file); err == nil && time.Since(i.ModTime()) > unused {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

// brotli compresses b, or remembers having done so.
func (c *cache) brotli(name string, b []byte, quality int) ([]byte, error) {
	file := filepath.Join(c.dir, fmt.Sprintf("%s.q%d.br", hash(b), quality))
	if kept, err := os.ReadFile(file); err == nil && unbrotli(kept, len(b)) {
		now := time.Now()
		return kept, os.Chtimes(file, now, now)
	}
	if len(b) > 1<<20 {
		c.log("compressing %s (%d KB)", name, len(b)>>10)
	}
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: quality, LGWin: 24})
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	// Keeping it only saves time: a full disk must not stop the build.
	if err := replace(file, out.Bytes()); err != nil {
		c.log("could not keep the compressed file: %v", err)
	}
	return out.Bytes(), nil
}

// unbrotli says whether kept holds size bytes, so that a file cut off by a
// crash is not used.
func unbrotli(kept []byte, size int) bool {
	n, err := discard(brotli.NewReader(bytes.NewReader(kept)))
	return err == nil && n == int64(size)
}

// zip compresses b with gzip, for what cannot read brotli.
func zip(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
