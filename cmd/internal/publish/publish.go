// Package publish makes sites of web files: folders for any web server, and one
// in memory for this program's own.
package publish

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
)

// Qualities of the brotli files.
const (
	// Best is brotli's slowest and smallest. It takes about half a minute for
	// the game, the first time; results are kept in the user's cache folder.
	Best = 11
	// Quick is for a site that is served on this computer, where time to build
	// counts more than bytes.
	Quick = 5
)

// Site is a site made ready: its manifest, and its files in all their forms.
type Site struct {
	Manifest *manifest.Manifest
	files    []file
}

type file struct {
	path  string // with / between folders
	bytes []byte
	small bool // compressed already
}

// Compress makes a site of web files. quality is that of the brotli files, 1 to
// 11. log is told what takes long, nil for nobody.
func Compress(ctx context.Context, assets []bundle.Asset, quality int, log io.Writer) (*Site, error) {
	return compress(ctx, assets, quality, openCache(log))
}

// Of gives a site that was built before, to be published again.
func Of(built *manifest.Site) *Site {
	m := *built.Manifest
	m.Former = nil // of the place where it was
	s := &Site{Manifest: &m}
	for _, f := range m.Files {
		forms := built.Pages[f.Path].Forms
		s.files = append(s.files, file{f.Path, forms[""], false}, file{f.Path + ".br", forms["br"], true}, file{f.Path + ".gz", forms["gzip"], true})
	}
	return s
}

func compress(ctx context.Context, assets []bundle.Asset, quality int, c *cache) (*Site, error) {
	s := &Site{Manifest: &manifest.Manifest{}}
	for _, a := range assets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := s.add(a, quality, c); err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		if a.Path == manifest.First {
			s.Manifest.Policy = bundle.Policy(a.Bytes)
		}
		if id, ok := strings.CutPrefix(a.Path, "packs/"); ok {
			s.Manifest.Pack = strings.TrimSuffix(id, ".msgp")
		}
	}
	s.Manifest.Version = manifest.Version(s.Manifest.Files)
	return s, nil
}

func (s *Site) add(a bundle.Asset, quality int, c *cache) error {
	br, err := c.brotli(a.Name, a.Bytes, quality)
	if err != nil {
		return err
	}
	gz, err := gzipped(a.Bytes)
	if err != nil {
		return err
	}
	s.files = append(s.files, file{a.Path, a.Bytes, false}, file{a.Path + ".br", br, true}, file{a.Path + ".gz", gz, true})
	s.Manifest.Files = append(s.Manifest.Files, manifest.File{
		Name: a.Name, Path: a.Path, Size: len(a.Bytes), Brotli: len(br), Gzip: len(gz), SHA256: manifest.Sum(a.Bytes),
	})
	return nil
}

// Zip gives the site as one file, which archive/zip opens as a file system.
func (s *Site) Zip() ([]byte, error) { return s.zip(zip.Deflate) }

// FS gives the site as a file system.
func (s *Site) FS() (fs.FS, error) {
	b, err := s.zip(zip.Store)
	if err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b), int64(len(b)))
}

// zip writes all files; method is for those that are not compressed already.
func (s *Site) zip(method uint16) ([]byte, error) {
	list, err := encode(s.Manifest)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range append(slices.Clone(s.files), file{path: manifest.Name, bytes: list}) {
		head := &zip.FileHeader{Name: f.path, Method: method}
		if f.small {
			head.Method = zip.Store
		}
		w, err := z.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.bytes); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func encode(m *manifest.Manifest) ([]byte, error) {
	b, err := json.MarshalIndent(m, "", "  ")
	return append(b, '\n'), err
}
