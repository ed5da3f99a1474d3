// Package manifest says what a built site holds.
//
// A site is a set of files for any web server: the page, and beside it files
// whose names hold the hash of their content, so that a browser may keep them
// for ever. Each file stands there three times: as it is, as .br and as .gz.
package manifest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Name is the file of a site that lists its files.
const Name = "manifest.json"

// Manifest lists what a site holds.
type Manifest struct {
	// Version changes exactly when a file does.
	Version string `json:"version"`
	// Policy is the content policy of the page, as the page itself says it.
	Policy string `json:"policy"`
	Files  []File `json:"files"`
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

// Read reads the manifest of a built site.
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
	return &m, nil
}

// Version is the identity of a site: a hash over the paths and sums of its files.
func Version(files []File) string {
	sorted := slices.Clone(files)
	slices.SortFunc(sorted, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	var b strings.Builder
	for _, f := range sorted {
		fmt.Fprintf(&b, "%s %s\n", f.Path, f.SHA256)
	}
	return Sum([]byte(b.String()))[:12]
}

// Sum is the SHA-256 of b as hexadecimal digits.
func Sum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
