// Package schema is the shape of a pack's YAML as JSON Schema, generated from Go
// types, so that editors complete and check keys as one types. It knows less
// than the linter, which knows what the keys mean.
package schema

import (
	"encoding/json"
	"os"
	"path/filepath"

	"hardcases/cmd/internal/whole"

	"github.com/invopop/jsonschema"
)

// Moment is a date as packs write it: 2017, 2017-08, 2017-08-16 or
// 2017-08-16T22:17Z. YAML reads a bare year as a number.
type Moment string

// JSONSchema implements what the generator asks for.
func (Moment) JSONSchema() *jsonschema.Schema {
	return &jsonschema.Schema{OneOf: []*jsonschema.Schema{
		{Type: "string", Pattern: `^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}Z)?)?)?$`},
		{Type: "integer", Minimum: "1", Maximum: "9999"},
	}}
}

// Files are the schemas by the name of their file: pack.json for pack.yaml, and
// text.json for the file of each language.
func Files() (map[string][]byte, error) {
	out := map[string][]byte{}
	for name, of := range map[string]any{"pack.json": &Pack{}, "text.json": &Text{}} {
		r := jsonschema.Reflector{Anonymous: true}
		b, err := json.MarshalIndent(r.Reflect(of), "", "  ")
		if err != nil {
			return nil, err
		}
		out[name] = append(b, '\n')
	}
	return out, nil
}

// Write puts the schemas into a folder.
func Write(dir string) error {
	files, err := Files()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, b := range files {
		if err := whole.Write(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}
