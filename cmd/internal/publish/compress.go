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
	"hardcases/cmd/internal/own"
	"hardcases/cmd/internal/whole"
)

// cache keeps compressed files between builds, by the hash of their content,
// in a folder of the user's own.
type cache struct {
	dir string // "" where there is no such folder: then nothing is kept
	log io.Writer
}

// openCache finds the folder. Keeping files only saves time, so that nothing
// which goes wrong with it stops a build.
func openCache(log io.Writer) *cache {
	c := &cache{log: log}
	var err error
	if c.dir, err = own.Cache("site"); err != nil {
		c.say("compressed files are not kept for the next time: %v", err)
		return c
	}
	c.sweep()
	return c
}

// unused is how long a compressed file is kept that no build has asked for.
const unused = 14 * 24 * time.Hour

// sweep removes what no build has asked for lately, what kills have left, and
// the sites and programs that earlier versions kept here.
func (c *cache) sweep() {
	for pattern, age := range map[string]time.Duration{
		"*.br": unused, halfWritten: time.Hour, ".new-*": time.Hour, "game-*.wasm": 0, "served-*": 0,
	} {
		sweep(c.dir, pattern, age, time.Now())
	}
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
	if kept, err := os.ReadFile(file); c.dir != "" && err == nil && gives(kept, b) {
		now := time.Now()
		_ = os.Chtimes(file, now, now) // else it is only swept sooner
		return kept, nil
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
	if c.dir != "" {
		if err := whole.Write(file, out.Bytes(), 0o600); err != nil {
			c.say("could not keep the compressed file: %v", err)
		}
	}
	return out.Bytes(), nil
}

// gives says whether kept is b compressed, and nothing else.
func gives(kept, b []byte) bool {
	plain := &same{rest: b}
	_, err := io.Copy(plain, brotli.NewReader(bytes.NewReader(kept)))
	return err == nil && len(plain.rest) == 0
}

// same is a writer that takes only certain bytes.
type same struct{ rest []byte }

// Write implements io.Writer.
func (s *same) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(s.rest, p) {
		return 0, io.ErrShortWrite
	}
	s.rest = s.rest[len(p):]
	return len(p), nil
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
