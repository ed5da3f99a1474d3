package author

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hardcases/cmd/internal/whole"
)

//go:embed sample/*.yaml
var sample embed.FS

// Sample holds a small whole pack: its structure and its text in two languages.
// The linter's tests begin with it.
func Sample() fs.FS {
	dir, err := fs.Sub(sample, "sample")
	if err != nil {
		panic(err) // the name is embedded above
	}
	return dir
}

// New writes the sample into a folder, to be changed into one's own pack. Its id
// is the folder's Name, so that no two packs of an author's share their saved
// games. Each file begins with a line that tells
// editors its schema. It fails where the folder holds a pack already.
func New(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, structureFile)); err == nil {
		return fmt.Errorf("%s holds a %s already; choose a new folder", dir, structureFile)
	}
	id, err := Name(dir)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	entries, err := fs.ReadDir(Sample(), ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		b, err := fs.ReadFile(Sample(), e.Name())
		if err != nil {
			return err
		}
		b = append([]byte(schemaLine(e.Name())), b...)
		if e.Name() == structureFile {
			b = bytes.Replace(b, []byte("\nid: ferry\n"), []byte("\nid: "+quoted(id)+"\n"), 1)
		}
		if err := whole.Write(filepath.Join(dir, e.Name()), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// schemaLine is what the YAML language server reads to complete and check keys
// as one types.
func schemaLine(file string) string {
	schema := "text"
	if file == structureFile {
		schema = "pack"
	}
	return "# yaml-language-server: $schema=schema/" + schema + ".json\n"
}
