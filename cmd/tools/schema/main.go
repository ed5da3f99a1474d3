// Command schema writes the shape of a pack's YAML as JSON Schema, from Go types,
// so that editors complete and check keys as one types:
//
//	go -C cmd/tools run ./schema DIR
//
// The words that some keys take come from the game itself: cmd/internal/schema/words
// writes them. It knows less than the linter, which knows what the keys mean. What it writes
// changes only with the format of packs, so the game carries the result, and
// none of the modules that make it.
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/invopop/jsonschema"
)

//go:embed words.json
var known []byte

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "schema: name the folder to write pack.json and text.json into")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	r := jsonschema.Reflector{Anonymous: true}
	pack := r.Reflect(&Pack{})
	if err := fill(pack.Definitions); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "pack.json"), pack); err != nil {
		return err
	}
	return write(filepath.Join(dir, "text.json"), r.Reflect(&Text{}))
}

// write puts a schema into a file.
func write(path string, schema *jsonschema.Schema) error {
	b, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644)
}

// fill gives the keys that take one of a few words those words.
func fill(types jsonschema.Definitions) error {
	var keys map[string]struct {
		Words []any
		About string
	}
	if err := json.Unmarshal(known, &keys); err != nil {
		return err
	}
	for name, k := range keys {
		of, key, _ := strings.Cut(name, ".")
		if types[of] == nil {
			return fmt.Errorf("there is no type %s", of)
		}
		s, ok := types[of].Properties.Get(key)
		if !ok {
			return fmt.Errorf("%s has no key %s", of, key)
		}
		if k.About != "" {
			s.Description = k.About
		}
		if s.Items != nil {
			s = s.Items
		}
		s.Enum = k.Words
	}
	return nil
}

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

// FactText is the words of a fact: in parts, or as a whole.
type FactText struct{}

type factParts struct {
	First string `json:"first,omitempty" jsonschema:"description=The first line\\, at most nine words. It carries the fact alone."`
	More  string `json:"more,omitempty" jsonschema:"description=What stands in view beside it\\, at most 16 words."`
	Rest  string `json:"rest,omitempty" jsonschema:"description=What opens together with who says so."`
}

// JSONSchema implements what the generator asks for.
func (FactText) JSONSchema() *jsonschema.Schema {
	parts := (&jsonschema.Reflector{Anonymous: true, DoNotReference: true}).Reflect(&factParts{})
	parts.Version = ""
	return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "string"}, parts}}
}
