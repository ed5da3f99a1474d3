// Package trim makes the engine that is shipped in the browser: copies of the
// modules that the game is drawn with, changed in two ways that are kept apart.
//
// Cuts (modules.go) leave out what the game does not use. Ebitengine links text
// templates, a debugging protocol, decoders for colour glyphs and more, and
// through them reflection by name, for which the linker keeps every method of
// every type. Cuts are made for the browser alone.
//
// Patches (patches/) change what the engine does, each for the reason that it
// begins with. They are made for every system, so that tests which need no
// browser run them too.
//
// All is for one version of a module, down to the letter: with another, Prepare
// fails and says what to look at. docs/engine.md says how to upgrade.
package trim

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hardcases/cmd/internal/gotool"
	"hardcases/cmd/internal/own"
)

// Prepare makes the copies for the tree at root, if they are not there yet, and
// gives the file to use instead of go.mod, by -modfile. They are kept in the
// user's cache folder as a proxy of modules, and the go tool checks each by its
// sum before it unpacks it: what is built depends neither on where the tree is
// nor on where the copies are.
func Prepare(ctx context.Context, root string) (modfile string, err error) {
	name, err := version(root)
	if err != nil {
		return "", err
	}
	cache, err := own.Cache("engine")
	if err != nil {
		return "", fmt.Errorf("finding a place for the engine's copy: %w", err)
	}
	dir := filepath.Join(cache, name)
	modfile = filepath.Join(dir, "go.mod")
	if _, err := os.Stat(modfile); err == nil {
		if sound(root, dir) {
			return modfile, download(ctx, root, dir)
		}
		if err := os.RemoveAll(dir); err != nil {
			return "", err
		}
	}
	fresh, err := os.MkdirTemp(cache, "new-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh)
	if err := fill(ctx, root, fresh); err != nil {
		return "", err
	}
	if err := os.Rename(fresh, dir); err != nil {
		if _, there := os.Stat(modfile); there != nil { // nobody else has made it meanwhile
			return "", err
		}
	}
	sweep(cache)
	return modfile, download(ctx, root, dir)
}

// sound reports whether dir holds what fill put there. Only then may others be at
// work with it: that a download of theirs or ours failed is no reason to take it
// away from under them.
func sound(root, dir string) bool {
	mod, sums, err := described(root, dir)
	if err != nil {
		return false
	}
	m, errMod := os.ReadFile(filepath.Join(dir, "go.mod"))
	s, errSum := os.ReadFile(filepath.Join(dir, "go.sum"))
	return errors.Join(errMod, errSum) == nil && bytes.Equal(m, mod) && bytes.Equal(s, sums)
}

// sweep removes copies that were made a month ago or more: for other versions,
// or they are made anew. That one cannot be removed is no matter.
func sweep(cache string) {
	entries, _ := os.ReadDir(cache)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > 30*24*time.Hour {
			_ = os.RemoveAll(filepath.Join(cache, e.Name()))
		}
	}
}

// version is a name that changes with everything that the copies and the module
// file depend on.
func version(root string) (string, error) {
	sum := sha256.New()
	for _, name := range []string{"go.mod", "go.sum"} {
		b, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		sum.Write(b)
	}
	changes, err := changes()
	fmt.Fprint(sum, changes)
	return hex.EncodeToString(sum.Sum(nil))[:12], err
}

// changes is a name that changes with what is changed in the modules.
func changes() (string, error) {
	sum := sha256.New()
	fmt.Fprint(sum, notice)
	for _, m := range modules() {
		fmt.Fprintf(sum, "%#v", m)
	}
	for _, folder := range []embed.FS{whole, patches} {
		err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := folder.ReadFile(name)
			fmt.Fprintln(sum, name, len(b))
			sum.Write(b)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

// fill puts the proxy and the module file into dir.
func fill(ctx context.Context, root, dir string) error {
	originals, err := originals(ctx, root)
	if err != nil {
		return err
	}
	changes, err := changes()
	if err != nil {
		return err
	}
	var failed []error
	for _, m := range modules() {
		if err := m.publish(ctx, originals[m.path], m.version+suffix+changes, dir); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", m.path, err))
		}
	}
	if err := errors.Join(failed...); err != nil {
		return err
	}
	mod, sums, err := described(root, dir)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o644),
		os.WriteFile(filepath.Join(dir, "go.mod"), mod, 0o644))
}

// suffix stands in a copy's version behind that of the original.
const suffix = "-hardcases."

// described gives the go.mod and go.sum that go with the proxy in dir: the tree's,
// and the copies beside them.
func described(root, dir string) (mod, sums []byte, err error) {
	mod, errMod := os.ReadFile(filepath.Join(root, "go.mod"))
	sums, errSum := os.ReadFile(filepath.Join(root, "go.sum"))
	changes, err := changes()
	if err := errors.Join(errMod, errSum, err); err != nil {
		return nil, nil, err
	}
	for _, m := range modules() {
		version := m.version + suffix + changes
		sum, err := sumsOf(m.path, version, published(dir, m.path, version))
		if err != nil {
			return nil, nil, err
		}
		mod = fmt.Appendf(mod, "\nreplace %s => %s %s\n", m.path, m.path, version)
		sums = append(sums, sum...)
	}
	return mod, sums, nil
}

// original is a module as it is in the go tool's cache.
type original struct{ Path, Version, Dir string }

// originals gives the modules of the tree that are changed, by their paths, and
// fetches them where need be.
func originals(ctx context.Context, root string) (map[string]original, error) {
	args := []string{"mod", "download", "-json"}
	for _, m := range modules() {
		args = append(args, m.path)
	}
	out, err := gotool.Run(ctx, root, []string{"GOFLAGS="}, args...)
	if err != nil {
		return nil, err
	}
	all := map[string]original{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var o original
		switch err := d.Decode(&o); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		all[o.Path] = o
	}
}

// download has the go tool unpack the copies in dir, if it has not, and check
// them.
func download(ctx context.Context, root, dir string) error {
	proxies, err := gotool.Run(ctx, root, []string{"GOFLAGS="}, "env", "GOPROXY")
	if err != nil {
		return err
	}
	ours := "file://" + filepath.ToSlash(filepath.Join(dir, proxy))
	if !strings.HasPrefix(filepath.ToSlash(dir), "/") { // a drive's letter
		ours = strings.Replace(ours, "file://", "file:///", 1)
	}
	args := []string{"mod", "download", "-modfile=" + filepath.Join(dir, "go.mod")}
	for _, m := range modules() {
		args = append(args, m.path)
	}
	_, err = gotool.Run(ctx, root, []string{"GOFLAGS=", "GOPROXY=" + ours + "," + strings.TrimSpace(string(proxies))}, args...)
	return err
}
