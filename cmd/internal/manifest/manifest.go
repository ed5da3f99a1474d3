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
	"fmt"
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
	// Pack is the id of the pack that the site begins with, in its folder packs, ""
	// for the game's own.
	Pack  string `json:"pack,omitempty"`
	Files []File `json:"files"`
	// Former are files of earlier builds that are kept for some time.
	Former []Former `json:"former,omitempty"`
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

// Former is a file that an earlier build needs: a page that was fetched before
// the newest build still starts as long as it is there.
type Former struct {
	File
	// Left is the day of the first build that did without it, as 2006-01-02.
	Left string `json:"left"`
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
