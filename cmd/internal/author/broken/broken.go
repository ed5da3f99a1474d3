// Package broken makes packs with one fault each, so that tests need no folder of
// them: the sample that `pack new` writes, with one change.
package broken

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/author"

	"github.com/stretchr/testify/require"
)

// Sample is the sample pack with one change, and the one finding that it must
// give.
type Sample struct {
	Code  string // of the finding
	Want  string // its place, file:line:column
	edits []edit
}

// edit changes the first old in a file to new.
type edit struct{ file, old, new string }

// Folder writes the broken sample of a code into a new folder and names it.
func Folder(t testing.TB, code string) string {
	t.Helper()
	for _, s := range Samples() {
		if s.Code == code {
			return s.Folder(t)
		}
	}
	require.Fail(t, "no broken sample", code)
	return ""
}

// Folder writes the sample into a new folder and names it.
func (s Sample) Folder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, fs.WalkDir(author.Sample(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(author.Sample(), name)
		require.NoError(t, err)
		return os.WriteFile(filepath.Join(dir, name), []byte(s.change(t, name, string(b))), 0o644)
	}))
	return dir
}

// change gives the text of a file with the sample's edits, each of which must fit.
func (s Sample) change(t testing.TB, file, text string) string {
	t.Helper()
	for _, e := range s.edits {
		if e.file == file {
			require.Contains(t, text, e.old, "%s: the change fits %s no more", s.Code, file)
			text = strings.Replace(text, e.old, e.new, 1)
		}
	}
	return text
}
