package trim

import (
	"errors"
	"fmt"
	"go/build/constraint"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// module is a module that is copied with changes.
type module struct {
	path, version string
	name          string // of its patches and in what is said of it
	files         []file
	added         []file // that the module does not have
}

// notice stands at the head of every changed file, as the licences ask.
const notice = "// Changed for Hard Cases: see docs/engine.md there.\n\n"

// changed gives the texts of the files that are not those of the module in dir,
// by their paths in it. A file that is cut stays as it is for other systems, as
// tests run there; the browser gets one of its own beside it. It fails with
// everything that does not fit.
func (m module) changed(dir string) (map[string]string, error) {
	all, err := patchesOf(m.name)
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	var failed []error
	read := func(name string) {
		if _, ok := files[name]; !ok {
			b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			failed = append(failed, err)
			files[name] = string(b)
		}
	}
	for _, p := range all {
		for _, f := range p.files {
			read(f.OldName)
		}
		failed = append(failed, p.applyTo(files))
	}
	for _, f := range m.files {
		read(f.path)
		cut, err := f.apply(files[f.path])
		failed = append(failed, err)
		if forBrowser := browsersName(f.path); forBrowser != f.path {
			files[f.path], err = elsewhere(files[f.path])
			failed = append(failed, err)
			files[forBrowser] = cut
		} else {
			files[f.path] = cut
		}
	}
	for _, f := range m.added {
		b, err := whole.ReadFile("whole/" + f.whole)
		failed = append(failed, err)
		files[f.path] = string(b)
	}
	for name, text := range files {
		files[name] = notice + text
	}
	return files, errors.Join(failed...)
}

// browsersName is the name of a file that only the browser's build reads.
func browsersName(name string) string {
	if strings.HasSuffix(name, "_js.go") {
		return name
	}
	return strings.TrimSuffix(name, ".go") + "_js.go"
}

// elsewhere gives the text of a Go file with a constraint by which the browser's
// build leaves it out.
func elsewhere(text string) (string, error) {
	for line := range strings.Lines(text) {
		if !constraint.IsGoBuild(line) {
			continue
		}
		x, err := constraint.Parse(strings.TrimSpace(line))
		if err != nil {
			return "", err
		}
		x = &constraint.AndExpr{X: x, Y: &constraint.NotExpr{X: &constraint.TagExpr{Tag: "js"}}}
		return strings.Replace(text, line, "//go:build "+x.String()+"\n", 1), nil
	}
	return "//go:build !js\n\n" + text, nil
}

// copyTo writes the module into the folder to, with the changes. Tests and
// examples stay behind.
func (m module) copyTo(to, dir string, changed map[string]string) error {
	err := filepath.WalkDir(dir, func(from string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, from)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir() && slices.Contains([]string{"testdata", "examples", "misc", "_generated", ".github"}, d.Name()):
			return fs.SkipDir
		case d.IsDir(), strings.HasSuffix(rel, "_test.go"), changed[rel] != "":
			return nil
		}
		b, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		return writeFile(filepath.Join(to, filepath.FromSlash(rel)), b)
	})
	if err != nil {
		return fmt.Errorf("copying %s: %w", m.path, err)
	}
	for name, text := range changed {
		if err := writeFile(filepath.Join(to, filepath.FromSlash(name)), []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(to string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o644)
}
