package publish

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/andybalholm/brotli"

	"hardcases/cmd/internal/manifest"
)

// cache keeps compressed files between builds, by the hash of their content,
// in the user's cache folder.
type cache struct {
	dir string
	log io.Writer
}

func openCache(log io.Writer) (*cache, error) {
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

// say writes one line to the log, if there is one.
func (c *cache) say(format string, args ...any) {
	if c.log != nil {
		fmt.Fprintf(c.log, format+"\n", args...)
	}
}

// brotli compresses b, or remembers having done so.
func (c *cache) brotli(name string, b []byte, quality int) ([]byte, error) {
	file := filepath.Join(c.dir, fmt.Sprintf("%s.q%d.br", manifest.Sum(b), quality))
	if kept, err := os.ReadFile(file); err == nil && unbrotli(kept, len(b)) {
		now := time.Now()
		return kept, os.Chtimes(file, now, now)
	}
	if len(b) > 1<<20 {
		c.say("compressing %s (%d KB)", name, len(b)>>10)
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
		c.say("could not keep the compressed file: %v", err)
	}
	return out.Bytes(), nil
}

// unbrotli says whether kept holds size bytes, so that a file cut off by a
// crash is not used.
func unbrotli(kept []byte, size int) bool {
	n, err := io.Copy(io.Discard, brotli.NewReader(bytes.NewReader(kept)))
	return err == nil && n == int64(size)
}

// gzipped compresses b with gzip, for what cannot read brotli.
func gzipped(b []byte) ([]byte, error) {
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
