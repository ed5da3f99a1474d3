// Package release makes all the forms in which the game is given away, from the
// files of its site: a site for any web server, one page that holds everything, a
// package for learning platforms, and programs to install. The same source and the
// same words make the same bytes, wherever that is done.
package release

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
	"hardcases/cmd/internal/whole"
)

// Kind is a form in which the game is given away.
type Kind string

// The kinds.
const (
	Site    Kind = "site"    // a folder for any web server, as a zip
	OneFile Kind = "onefile" // one page that holds everything
	SCORM   Kind = "scorm"   // a package for learning platforms
	Desktop Kind = "desktop" // programs to install, for each system; they need the source tree and Go
)

// Kinds lists them in the order in which they are made.
func Kinds() []Kind { return []Kind{Site, OneFile, SCORM, Desktop} }

// Options say what is made.
type Options struct {
	// Only are the kinds to make; none for all.
	Only []Kind
	// Version is what the release calls itself, as in semver.org, without a v.
	Version string
	// Pack is the pack that all of it begins with; nil for the game's own.
	Pack *bundle.OwnPack
	// Score is the figure that a learning platform is told: "played" or "forecast".
	Score string
	// Systems are those that programs are made for, of Systems; none for all.
	Systems []string
	// Papers go with the programs, by where they lie below /usr/share: the manual,
	// and what completes the command line.
	Papers map[string][]byte
	// Quality is that of the brotli files, 1 to 11; 0 for the best.
	Quality int
	// Log is told what is being done; nil for nobody.
	Log io.Writer
}

// File is a file of a release.
type File struct {
	Name   string
	Size   int // in bytes
	SHA256 string
}

// Sums is the file of a release that lists the others, as sha256sum reads it.
const Sums = "SHA256SUMS"

// maker makes one release.
type maker struct {
	Options
	site  []bundle.Asset
	ready *publish.Site // nil until it is wanted
	dir   string
	made  []File
	// licences are the terms of the programs to install; nil where none are made.
	licences []byte
}

// Make writes a release of a site's files into a folder, and gives what it wrote,
// sorted by name, the list of sums last.
func Make(ctx context.Context, site []bundle.Asset, dir string, o Options) ([]File, error) {
	if v := "v" + o.Version; semver.Canonical(v)+semver.Build(v) != v { // which also takes v1
		return nil, fmt.Errorf("%q is no version: write three numbers, as 1.2.0, and what semver.org allows behind them", o.Version)
	}
	if len(o.Only) == 0 {
		o.Only = Kinds()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if o.Pack != nil {
		site = bundle.WithPack(site, o.Pack)
	}
	m := &maker{Options: o, site: site, dir: dir}
	for _, kind := range Kinds() {
		if !slices.Contains(o.Only, kind) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m.say("making: %s", kind)
		if err := m.kind(ctx, kind); err != nil {
			return nil, fmt.Errorf("%s: %w", kind, err)
		}
	}
	if err := m.terms(); err != nil {
		return nil, err
	}
	return m.sums()
}

func (m *maker) kind(ctx context.Context, kind Kind) error {
	switch kind {
	case Site:
		return m.siteZip(ctx)
	case OneFile:
		return m.oneFile()
	case SCORM:
		return m.course()
	case Desktop:
		return m.desktop(ctx)
	}
	return errors.New("there is no such kind")
}

// say writes one line to the log, if there is one.
func (m *maker) say(format string, args ...any) {
	if m.Log != nil {
		fmt.Fprintf(m.Log, format+"\n", args...)
	}
}

// write writes a file of the release.
func (m *maker) write(name string, b []byte) error {
	if err := whole.Write(filepath.Join(m.dir, name), b, 0o644); err != nil {
		return err
	}
	m.made = append(m.made, File{name, len(b), manifest.Sum(b)})
	return nil
}

// published is the site with its files in all their forms.
func (m *maker) published(ctx context.Context) (*publish.Site, error) {
	var err error
	if m.ready == nil {
		m.ready, err = publish.Compress(ctx, m.site, cmp.Or(m.Quality, publish.Best), m.Log)
	}
	return m.ready, err
}

func (m *maker) siteZip(ctx context.Context) error {
	site, err := m.published(ctx)
	if err != nil {
		return err
	}
	b, err := site.Zip()
	if err != nil {
		return err
	}
	return m.write("hard-cases-"+m.Version+"-site.zip", b)
}

// OneFileName is the same in every version, as a browser may keep games by it.
const OneFileName = "hard-cases.html"

// MostOneFile is how many bytes the one page may have: what a mail can carry.
const MostOneFile = 5_000_000

// savesOf begins the keys of the games that a page keeps in a storage which it may
// share with any other file: what it is, the form of the keys, and the pack.
func (m *maker) savesOf(kind string) string {
	id := "own"
	if m.Pack != nil {
		id = m.Pack.ID
	}
	return "hardcases-" + kind + "-1:" + id + ":"
}

func (m *maker) oneFile() error {
	b, err := bundle.OnePage{Saves: m.savesOf("file")}.Make(m.site)
	if err != nil {
		return err
	}
	if len(b) > MostOneFile {
		return fmt.Errorf("the page has %d bytes, and may have %d", len(b), MostOneFile)
	}
	return m.write(OneFileName, b)
}

// asset gives a file of the site by its name, nil for none.
func (m *maker) asset(name string) []byte {
	for _, a := range m.site {
		if a.Name == name {
			return a.Bytes
		}
	}
	return nil
}

// title is what the release is called where it is listed.
func (m *maker) title() string {
	if m.Pack != nil {
		return m.Pack.Texts.Text(m.Pack.Texts.Locales()[0], "pack.title")
	}
	return "Hard Cases"
}

// terms writes the terms under which all of it is given away.
func (m *maker) terms() error {
	b := m.licences
	if b == nil { // no program was made that holds more than the site
		b = m.asset(bundle.Licences)
	}
	if b == nil {
		return errors.New("the site lacks the terms that it is given away under: build it anew")
	}
	return m.write(bundle.Licences, b)
}

// sums lists what was made.
func (m *maker) sums() ([]File, error) {
	slices.SortFunc(m.made, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	var list strings.Builder
	for _, f := range m.made {
		fmt.Fprintf(&list, "%s  %s\n", f.SHA256, f.Name)
	}
	err := m.write(Sums, []byte(list.String()))
	return m.made, err
}
