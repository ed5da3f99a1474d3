package assets

import _ "embed"

//go:generate go run ../cmd/internal/schema/words ../cmd/tools/schema/words.json
//go:generate go -C ../cmd/tools run ./schema ../../assets/packs/schema

//go:embed packs/schema/pack.json
var packSchema []byte

//go:embed packs/schema/text.json
var textSchema []byte

// Schemas lists the files that say, as JSON Schema, what a pack's YAML may hold:
// pack.json is for pack.yaml, text.json for the file of each language.
func Schemas() []string { return []string{"pack.json", "text.json"} }

// Schema is the file of a name that Schemas lists, nil for any other.
func Schema(name string) []byte {
	switch name {
	case "pack.json":
		return packSchema
	case "text.json":
		return textSchema
	}
	return nil
}
