package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/whole"
)

// keep is how long files of an earlier build stay: caches, restored tabs and
// pages that are open just now still name them.
const keep = 30 * 24 * time.Hour

// halfWritten is the pattern of the files that killed builds leave.
const halfWritten = ".*.new-*"

// worker is the script that keeps the page and all that it names.
const worker = "worker.js"

// day is how the manifest writes one.
const day = "2006-01-02"

// Folder writes the site into a folder. Whenever it is stopped, a web server has
// one whole build or the other there: first come the files whose names are new,
// then the manifest, what else the page names, the page, and at the end the worker,
// which must not keep an older page or pack. Files of earlier builds are removed 30 days
// after they were left; what no build wrote is left alone.
func (s *Site) Folder(dir string, now time.Time) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	m := *s.Manifest
	before, err := manifest.Read(os.DirFS(dir))
	if err != nil {
		before = &manifest.Manifest{} // a new folder, or one whose list cannot be trusted
		if foreign(dir) {
			return fmt.Errorf("%s is none of this game: write into a folder of its own", filepath.Join(dir, manifest.First))
		}
	}
	var gone []manifest.Former
	m.Former, gone = former(before, s.Manifest, now)
	list, err := encode(&m)
	if err != nil {
		return err
	}
	for _, f := range s.inOrder(list) {
		file := filepath.Join(dir, filepath.FromSlash(f.path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := whole.Write(file, f.bytes, 0o644); err != nil {
			return err
		}
	}
	sweep(dir, halfWritten, time.Hour, now)
	return remove(dir, gone)
}

// foreign says whether a folder whose list of files is none of ours has a first page
// that is none either.
func foreign(dir string) bool {
	page, err := os.ReadFile(filepath.Join(dir, manifest.First))
	return !errors.Is(err, fs.ErrNotExist) && !(bytes.Contains(page, []byte("data-version=")) && bytes.Contains(page, []byte("data-game=")))
}

// inOrder gives the files in the order in which they are to be written.
func (s *Site) inOrder(list []byte) []file {
	forever := map[string]bool{}
	for _, f := range s.Manifest.Files {
		forever[f.Path] = f.Forever()
	}
	var named, rest, page, last []file
	for _, f := range s.files {
		name := strings.TrimSuffix(strings.TrimSuffix(f.path, ".br"), ".gz")
		switch {
		case forever[name]:
			named = append(named, f)
		case name == manifest.First:
			page = append(page, f)
		case name == worker:
			last = append(last, f)
		default:
			rest = append(rest, f)
		}
	}
	all := append(named, file{path: manifest.Name, bytes: list})
	return slices.Concat(all, rest, page, last)
}

// former gives the files of earlier builds that are to stay, and those that are
// not.
func former(before, now *manifest.Manifest, at time.Time) (stay, gone []manifest.Former) {
	has := map[string]bool{}
	for _, f := range now.Files {
		has[f.Path] = true
	}
	all := before.Former
	for _, f := range before.Files {
		all = append(all, manifest.Former{File: f, Left: at.Format(day)})
	}
	for _, f := range all {
		left, err := time.Parse(day, f.Left)
		switch {
		case has[f.Path]:
		case f.Forever() && err == nil && at.Sub(left) < keep:
			has[f.Path] = true
			stay = append(stay, f)
		default:
			gone = append(gone, f)
		}
	}
	return stay, gone
}

// remove takes files away in all their forms.
func remove(dir string, files []manifest.Former) error {
	var failed []error
	for _, f := range files {
		for _, ext := range []string{"", ".br", ".gz"} {
			err := os.Remove(filepath.Join(dir, filepath.FromSlash(f.Path)) + ext)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				failed = append(failed, err)
			}
		}
	}
	return errors.Join(failed...)
}

// sweep removes files and folders that match a pattern and were last written so
// long before now. What cannot be removed stays, and is in nobody's way.
func sweep(dir, pattern string, age time.Duration, now time.Time) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if match, err := path.Match(pattern, e.Name()); err != nil || !match {
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > age {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
