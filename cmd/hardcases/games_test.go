package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRecordedGamesEndAsRecorded replays journals and scripts that are kept, each
// beside the scores that it must end with, as replay --json prints them. The hash
// of the pack is not compared: it changes with every word.
func TestRecordedGamesEndAsRecorded(t *testing.T) {
	read := func(b []byte) (scores map[string]any) {
		require.NoError(t, json.Unmarshal(b, &scores))
		delete(scores, "hash")
		return scores
	}
	files, err := filepath.Glob("testdata/games/*")
	require.NoError(t, err)
	games := 0
	for _, game := range files {
		recorded := strings.TrimSuffix(game, filepath.Ext(game))
		if filepath.Ext(game) == ".json" {
			continue
		}
		games++
		want, err := os.ReadFile(recorded + ".json")
		require.NoError(t, err)
		code, out, said := call(t, "", "replay", "--json", game)
		require.Zero(t, code, said)
		assert.Equal(t, read(want), read([]byte(out)), game)
	}
	assert.NotZero(t, games)
}
