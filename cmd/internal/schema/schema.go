// Package schema gives authors the shape of a pack's YAML as JSON Schema, which
// cmd/tools/schema makes from Go types.
package schema

import (
	"os"
	"path/filepath"

	"hardcases/assets"
	"hardcases/cmd/internal/whole"
)

// Write puts the schemas into a folder, which it makes if need be: pack.json for
// pack.yaml, and text.json for the file of each language.
func Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range assets.Schemas() {
		if err := whole.Write(filepath.Join(dir, name), assets.Schema(name), 0o644); err != nil {
			return err
		}
	}
	return nil
}
