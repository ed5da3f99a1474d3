// Package trim leaves out of the browser's build what the game does not use of
// the modules that it is drawn with.
//
// Ebitengine links text templates, a debugging protocol, decoders for colour
// glyphs and more, and through them reflection by name, for which the linker
// keeps every method of every type. The build for the browser therefore uses
// copies of the modules with some files changed. The changes are for one
// version: with another, Prepare fails and says what to look at.
package trim

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Folder is where the copies are kept, in the root of the source tree: there,
// so that what is built does not depend on where the tree is.
const Folder = ".trimmed"

// Prepare makes the copies for the tree at root, if they are not there yet, and
// gives the file to use instead of go.mod.
func Prepare(ctx context.Context, root string) (modfile string, err error) {
	name, err := version(root)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, Folder, name)
	modfile = filepath.Join(dir, "go.mod")
	if _, err := os.Stat(modfile); err == nil {
		return modfile, nil
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), "new-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh)
	if err := fill(ctx, root, fresh, path.Join(Folder, name)); err != nil {
		return "", err
	}
	if err := os.Rename(fresh, dir); err != nil && !errors.Is(err, fs.ErrExist) {
		if _, there := os.Stat(modfile); there != nil { // nobody else has made it meanwhile
			return "", err
		}
	}
	return modfile, sweep(filepath.Dir(dir), name)
}

// version is a name that changes with everything that the copies depend on.
func version(root string) (string, error) {
	sum := sha256.New()
	for _, name := range []string{"go.mod", "go.sum"} {
		b, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		sum.Write(b)
	}
	fmt.Fprint(sum, notice)
	for _, m := range modules() {
		fmt.Fprintf(sum, "%#v", m)
	}
	files, err := whole.ReadDir("whole")
	if err != nil {
		return "", err
	}
	for _, f := range files {
		b, err := whole.ReadFile("whole/" + f.Name())
		if err != nil {
			return "", err
		}
		sum.Write(b)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

// fill puts the copies and the module file into dir, which will be known as
// final from the root.
func fill(ctx context.Context, root, dir, final string) error {
	packages, err := list(ctx, root)
	if err != nil {
		return err
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return err
	}
	for _, m := range modules() {
		if err := m.copy(packages, filepath.Join(dir, m.name)); err != nil {
			return fmt.Errorf("leaving out parts of %s: %w", m.path, err)
		}
		mod = fmt.Appendf(mod, "\nreplace %s => ./%s\n", m.path, path.Join(final, m.name))
	}
	if err := addShaders(ctx, packages, dir); err != nil {
		return err
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o644),
		os.WriteFile(filepath.Join(dir, "go.mod"), mod, 0o644))
}

// listed is a package as go list tells of it.
type listed struct {
	Dir                 string
	GoFiles, EmbedFiles []string
	Module              *struct{ Path, Version, Dir, GoMod string }
}

// list gives the packages that the browser's program is made of.
func list(ctx context.Context, root string) ([]listed, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-deps", "-json=Dir,GoFiles,EmbedFiles,Module", "./wasm")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, strings.TrimSpace(said.String()))
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, p)
	}
}

// copy writes the files of the module that the browser's program is made of,
// changed, into dir.
func (m module) copy(packages []listed, dir string) error {
	changed, begun := map[string]bool{}, false
	for _, p := range packages {
		if p.Module == nil || p.Module.Path != m.path {
			continue
		}
		if p.Module.Version != m.version {
			return fmt.Errorf("it is %s now, and the changes are for %s: look at them again", p.Module.Version, m.version)
		}
		if !begun {
			begun = true
			if err := errors.Join(copyFile(p.Module.GoMod, filepath.Join(dir, "go.mod")),
				copyFile(filepath.Join(p.Module.Dir, "LICENSE"), filepath.Join(dir, "LICENSE"))); err != nil {
				return err
			}
		}
		if err := m.copyPackage(p, dir, changed); err != nil {
			return err
		}
	}
	for _, f := range m.files {
		if !changed[f.path] {
			return fmt.Errorf("%s is not part of the build", f.path)
		}
	}
	for _, f := range m.added {
		text, err := f.apply("")
		if err != nil {
			return err
		}
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(f.path)), []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

func (m module) copyPackage(p listed, dir string, changed map[string]bool) error {
	for _, name := range slices.Concat(p.GoFiles, p.EmbedFiles) {
		from := filepath.Join(p.Dir, filepath.FromSlash(name))
		rel, err := filepath.Rel(p.Module.Dir, from)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if err := m.copyOne(from, filepath.Join(dir, rel), rel, changed); err != nil {
			return err
		}
	}
	return nil
}

func (m module) copyOne(from, to, rel string, changed map[string]bool) error {
	i := slices.IndexFunc(m.files, func(f file) bool { return f.path == rel })
	if i < 0 {
		return copyFile(from, to)
	}
	changed[rel] = true
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	now, err := m.files[i].apply(string(text))
	if err != nil {
		return err
	}
	return writeFile(to, []byte(notice+now))
}

// notice stands at the head of every changed file, as their licences ask.
const notice = "// Changed for the browser's build of Hard Cases: parts are left out.\n\n"

func copyFile(from, to string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return writeFile(to, b)
}

func writeFile(to string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o644)
}

// apply gives the text of a file with the changes.
func (f file) apply(text string) (string, error) {
	if f.whole != "" {
		b, err := whole.ReadFile("whole/" + f.whole)
		if err != nil {
			return "", err
		}
		if text == "" { // a file of its own
			return string(b), nil
		}
		name := text[strings.Index("\n"+text, "\npackage ")+len("package "):]
		name, _, _ = strings.Cut(name, "\n")
		return strings.Replace(string(b), "package whole", "package "+name, 1), nil
	}
	for _, c := range f.cuts {
		n := strings.Count(text, c.from)
		if n == 0 || n > 1 && !c.each {
			return "", fmt.Errorf("%s has %q %d times, not once", f.path, c.from, n)
		}
		if c.each {
			text = strings.ReplaceAll(text, c.from, c.with)
			continue
		}
		before, rest, _ := strings.Cut(text, c.from)
		switch {
		case c.toEnd:
			rest = ""
		case c.to != "":
			i := strings.Index(rest, c.to)
			if i < 0 {
				return "", fmt.Errorf("%s has no %q after %q", f.path, c.to, c.from)
			}
			rest = rest[i:]
		}
		text = before + c.with + rest
	}
	return text, nil
}

// sweep removes copies of other versions.
func sweep(dir, keep string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() != keep && !strings.HasPrefix(e.Name(), "new-") {
			err = cmp.Or(err, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return err
}
