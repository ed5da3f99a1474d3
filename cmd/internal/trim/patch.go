package trim

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

//go:embed patches
var patches embed.FS

// patch is a change of what a module does, for every system.
type patch struct {
	name   string // of its file
	reason string // what stands before the first difference
	files  []*gitdiff.File
}

// patchesOf reads the patches of a module, in the order of their names; none for
// a module that is only cut.
func patchesOf(module string) ([]patch, error) {
	names, err := fs.Glob(patches, path.Join("patches", module, "*.diff"))
	if err != nil {
		return nil, err
	}
	var all []patch
	for _, name := range names {
		b, err := patches.ReadFile(name)
		if err != nil {
			return nil, err
		}
		p := patch{name: name}
		if p.files, p.reason, err = gitdiff.Parse(bytes.NewReader(b)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, p)
	}
	return all, nil
}

// applyTo changes the files, by their paths in the module. Every line that a
// difference shows must be where it says, as it says: nothing is guessed.
func (p patch) applyTo(files map[string]string) error {
	var failed []error
	for _, f := range p.files {
		var out bytes.Buffer
		text, ok := files[f.OldName]
		err := fs.ErrNotExist
		if ok {
			err = gitdiff.Apply(&out, strings.NewReader(text), f)
		}
		var at *gitdiff.ApplyError
		switch {
		case errors.As(err, &at):
			failed = append(failed, fmt.Errorf("%s does not fit %s at line %d: %w", p.name, f.OldName, at.Line, err))
		case err != nil:
			failed = append(failed, fmt.Errorf("%s does not fit %s: %w", p.name, f.OldName, err))
		default:
			files[f.OldName] = out.String()
		}
	}
	return errors.Join(failed...)
}
