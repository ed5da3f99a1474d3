package schema_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/author/broken"
	"hardcases/cmd/internal/schema"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const packs = "../../../assets/packs"

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	require.NoError(t, schema.Write(dir))
	require.NotEmpty(t, assets.Schemas())
	for _, name := range assets.Schemas() {
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		assert.JSONEq(t, string(assets.Schema(name)), string(got))
	}
	assert.Nil(t, assets.Schema("none.json"))
	assert.Error(t, schema.Write(filepath.Join(dir, "pack.json")), "a file is no folder")
}

// validators are the schemas in another's validator.
type validators struct{ pack, text *jsonschema.Schema }

func compile(t *testing.T) validators {
	t.Helper()
	c := jsonschema.NewCompiler()
	for _, name := range assets.Schemas() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(assets.Schema(name)))
		require.NoError(t, err)
		require.NoError(t, c.AddResource(name, doc))
	}
	pack, err := c.Compile("pack.json")
	require.NoError(t, err)
	text, err := c.Compile("text.json")
	require.NoError(t, err)
	return validators{pack, text}
}

// validate checks a folder's files by the schemas. A file that is no YAML fails.
func (v validators) validate(t *testing.T, dir string) error {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	slices.Sort(names)
	for _, name := range names {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		var doc any
		if err := yaml.Unmarshal(b, &doc); err != nil {
			return err
		}
		s := v.text
		if filepath.Base(name) == "pack.yaml" {
			s = v.pack
		}
		if err := s.Validate(plain(doc)); err != nil {
			return err
		}
	}
	return nil
}

// plain turns what the YAML library gives into what JSON would.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = plain(v[key])
		}
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
	case uint64:
		return int(v)
	}
	return v
}

func TestShippedPacksAndTheSampleAreValid(t *testing.T) {
	v := compile(t)
	for _, dir := range append(shipped(), "../author/sample") {
		assert.NoError(t, v.validate(t, dir), dir)
	}
}

func shipped() []string {
	var out []string
	for _, id := range assets.Packs() {
		out = append(out, filepath.Join(packs, id))
	}
	return out
}

// TestBrokenShapesAreSeen holds the schema to notice the broken samples whose
// shape is wrong, and to leave the meaning to the linter.
func TestBrokenShapesAreSeen(t *testing.T) {
	seen := map[string]bool{
		"yaml-syntax": true, "yaml-key-unknown": true, "yaml-key-twice": true, "yaml-type": true,
		"source-kind": true, "source-confidence": true, "claim-says": true, "step-kind": true, "match-grade": true,
		"ladder-range": true, "caveat": false, "voice-side": true, "round-odd": true, "head-missing": true,
		"claim-forbidden": true, "source-address": true, "too-long": true, "string-missing": true, "distance-missing": true,
		"discuss-missing": true, "stakes-missing": true,
	}
	v := compile(t)
	for _, s := range broken.Samples() {
		err := v.validate(t, s.Folder(t))
		if seen[s.Code] {
			assert.Error(t, err, s.Code)
		} else {
			assert.NoError(t, err, s.Code)
		}
		delete(seen, s.Code)
	}
	assert.Empty(t, seen, "no broken sample has these codes")
}

// TestMessagesNameThePlace looks at what an editor would show.
func TestMessagesNameThePlace(t *testing.T) {
	err := compile(t).validate(t, broken.Folder(t, "ladder-range"))
	assert.True(t, strings.Contains(err.Error(), "/cases/0/steps/1/options/2/ladder"), "%v", err)
}

// TestCompilerReadsTheSameKeys writes a pack.yaml with every key of the schema
// and one strange key in each mapping. What the compiler says of the strange
// ones names the keys that it knows there.
func TestCompilerReadsTheSameKeys(t *testing.T) {
	var doc map[string]any
	require.NoError(t, json.Unmarshal(assets.Schema("pack.json"), &doc))
	w := whole{defs: doc["$defs"].(map[string]any), keys: map[string]bool{}}
	full, err := yaml.Marshal(w.value(doc))
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pack.yaml"), full, 0o644))
	_, found := author.Load(dir)
	known := map[string]bool{}
	for _, f := range found {
		switch f.Code {
		case "yaml-key-unknown":
			assert.True(t, strings.HasSuffix(f.Path, strange), "%s", f)
			known[f.Mend] = true
		case "yaml-key-missing", "yaml-type":
			assert.Fail(t, f.String())
		}
	}
	assert.Equal(t, slices.Sorted(maps.Keys(w.keys)), slices.Sorted(maps.Keys(sorted(known))))
}

const strange = "zzzzzz"

// whole makes a value with every key of a schema.
type whole struct {
	defs map[string]any
	keys map[string]bool // the keys of each mapping, as the compiler lists them
}

func (w whole) value(s map[string]any) any {
	if ref, ok := s["$ref"].(string); ok {
		return w.value(w.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any))
	}
	if enum, ok := s["enum"].([]any); ok && s["type"] != "array" {
		if n, ok := enum[0].(float64); ok {
			return int(n)
		}
		return enum[0]
	}
	switch s["type"] {
	case "object":
		props, ok := s["properties"].(map[string]any)
		if !ok {
			return map[string]any{"X": w.value(s["additionalProperties"].(map[string]any))}
		}
		out := map[string]any{strange: 1}
		for key, of := range props {
			out[key] = w.value(of.(map[string]any))
		}
		w.keys[strings.Join(slices.Sorted(maps.Keys(props)), ", ")] = true
		return out
	case "array":
		return []any{w.value(s["items"].(map[string]any))}
	case "integer":
		return 1
	case "boolean":
		return true
	case "string":
		return "x"
	}
	return "2020-01-01" // a moment
}

// sorted brings the keys that the compiler lists into the order of the alphabet.
func sorted(mends map[string]bool) map[string]bool {
	out := map[string]bool{}
	for m := range mends {
		list := strings.Split(strings.TrimSuffix(strings.TrimPrefix(m, "The keys here are: "), "."), ", ")
		slices.Sort(list)
		out[strings.Join(slices.Compact(list), ", ")] = true
	}
	return out
}
