package manifest

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/andybalholm/brotli"
)

// First is the path of the page itself, which every site has.
const First = "index.html"

// maxFile is the most bytes of a site's file that are read, not compressed.
const maxFile = 256 << 20

// Site is a built site, read and checked: it holds what its manifest says.
type Site struct {
	Manifest *Manifest
	// Pages are the files that the manifest lists, by their paths.
	Pages map[string]Page
	// FS is where the site lies, with what else is there.
	FS fs.FS
}

// Page is one file of a site.
type Page struct {
	File  File
	Forms map[string][]byte // by content coding: "" for as it is, "br", "gzip"
}

// forms are the content codings in which each file lies there, by the ending of
// its name.
var forms = []struct{ ext, coding string }{{"", ""}, {".br", "br"}, {".gz", "gzip"}}

// Open reads a built site and compares each file in each form with the manifest.
// The error says which file differs: such a site is half of one build and half
// of another, or was damaged, and must not be served.
func Open(site fs.FS) (*Site, error) {
	m, err := Read(site)
	if err != nil {
		return nil, err
	}
	s := &Site{Manifest: m, Pages: map[string]Page{}, FS: site}
	for _, f := range m.Files {
		if s.Pages[f.Path], err = open(site, f); err != nil {
			return nil, err
		}
	}
	for _, f := range m.Former {
		if page, err := open(site, f.File); err == nil { // nobody is owed what is of no build
			s.Pages[f.Path] = page
		}
	}
	return s, nil
}

func open(site fs.FS, f File) (Page, error) {
	p := Page{File: f, Forms: map[string][]byte{}}
	for _, form := range forms {
		b, err := fs.ReadFile(site, f.Path+form.ext)
		if err != nil {
			return p, fmt.Errorf("this site is not whole: %w (build it anew)", err)
		}
		if err := f.check(form.coding, b); err != nil {
			return p, fmt.Errorf("%s does not hold what %s says: %w (a build was stopped, or the file was damaged: build the site anew)", f.Path+form.ext, Name, err)
		}
		p.Forms[form.coding] = b
	}
	return p, nil
}

// check compares the bytes of one form with what the manifest says.
func (f File) check(coding string, b []byte) error {
	want := map[string]int{"": f.Size, "br": f.Brotli, "gzip": f.Gzip}[coding]
	if len(b) != want {
		return fmt.Errorf("it has %d bytes, not %d", len(b), want)
	}
	plain, err := decoded(coding, b, f.Size)
	if err != nil {
		return err
	}
	if Sum(plain) != f.SHA256 {
		return errors.New("its sum is another")
	}
	return nil
}

// decoded undoes a content coding; no more than size bytes come of it.
func decoded(coding string, b []byte, size int) ([]byte, error) {
	var r io.Reader = bytes.NewReader(b)
	switch coding {
	case "":
		return b, nil
	case "br":
		r = brotli.NewReader(r)
	default:
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		r = z
	}
	plain := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	if _, err := io.Copy(plain, io.LimitReader(r, int64(size)+1)); err != nil {
		return nil, err
	}
	return plain.Bytes(), nil
}

// Read reads the manifest of a built site, and refuses one that cannot be true.
func Read(site fs.FS) (*Manifest, error) {
	b, err := fs.ReadFile(site, Name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("this is not a built site: it has no %s", Name)
	}
	if err != nil {
		return nil, err
	}
	var m Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("%s: %w", Name, err)
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", Name, err)
	}
	return &m, nil
}

func (m *Manifest) check() error {
	seen := map[string]bool{}
	for _, f := range m.Files {
		if err := f.plausible(); err != nil {
			return err
		}
		if seen[f.Path] {
			return fmt.Errorf("it lists %q twice", f.Path)
		}
		seen[f.Path] = true
	}
	for _, f := range m.Former {
		if err := f.plausible(); err != nil {
			return err
		}
	}
	switch {
	case !seen[First]:
		return fmt.Errorf("it lists no %s", First)
	case strings.ContainsAny(m.Policy, "\r\n\x00"):
		return errors.New("its policy is none")
	case m.Version != Version(m.Files):
		return fmt.Errorf("its version %q is not that of its files", m.Version)
	}
	return nil
}

// plausible says whether there can be such a file in a site.
func (f File) plausible() error {
	sum, err := hex.DecodeString(f.SHA256)
	switch {
	case !fs.ValidPath(f.Path) || f.Path == "." || strings.Contains(f.Path, "\\") || f.Path == Name:
		return fmt.Errorf("%q is no path of a file in a site", f.Path)
	case err != nil || len(sum) != 32:
		return fmt.Errorf("%s has %q for a sum, which is none", f.Path, f.SHA256)
	case f.Size < 0 || f.Size > maxFile || f.Brotli < 0 || f.Gzip < 0:
		return fmt.Errorf("%s has a size that no file has", f.Path)
	}
	return nil
}
