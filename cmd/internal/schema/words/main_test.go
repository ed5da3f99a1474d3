package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// TestOneTableOfKinds: the kinds of step in the schema and in the guide for authors
// are those of the game, with what each asks.
func TestOneTableOfKinds(t *testing.T) {
	var schema struct {
		Defs map[string]struct {
			Properties map[string]struct {
				Enum        []any
				Description string
			}
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(assets.Schema("pack.json"), &schema))
	kind := schema.Defs["Step"].Properties["kind"]
	var kinds []pack.StepKind
	for _, word := range kind.Enum {
		kinds = append(kinds, pack.StepKind(word.(string)))
	}
	require.Equal(t, pack.StepKinds(), kinds)
	guide, err := os.ReadFile("../../../../docs/authoring.md")
	require.NoError(t, err)
	for _, k := range pack.StepKinds() {
		asks := k.Traits().Asks
		require.NotEmpty(t, asks, k)
		require.Contains(t, kind.Description, string(k)+": "+asks)
		require.Contains(t, string(guide), "`"+string(k)+"`: "+strings.TrimSuffix(asks, "."))
	}
}

// TestEveryListIsInTheSchema: what is written for the schema stands in it.
func TestEveryListIsInTheSchema(t *testing.T) {
	for name, k := range known() {
		require.NotEmpty(t, k.Words, name)
		list, err := json.Marshal(k.Words)
		require.NoError(t, err)
		var compact strings.Builder
		for _, word := range strings.Fields(string(assets.Schema("pack.json"))) {
			compact.WriteString(word)
		}
		require.Contains(t, compact.String(), `"enum":`+string(list), name)
	}
}
