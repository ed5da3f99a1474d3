package author_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hardcases/cmd/internal/author"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOlderSourcesStillLoad reads the sample as it was in format 1, and holds
// that format to what it could hold.
func TestOlderSourcesStillLoad(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"pack.yaml", "en.yaml", "fr.yaml"} {
		b, err := os.ReadFile(filepath.Join("testdata", "format1", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), b, 0o644))
	}
	newer := check(dir, settings(t))
	require.Len(t, newer, 1, "only what lint has learnt to ask for since")
	assert.Contains(t, fmt.Sprint(newer[0]), "plan-opening")
	source, _ := author.Load(dir)
	_, err := source.Build()
	require.NoError(t, err)
	assert.Empty(t, source.Content().Library.Model)

	file := filepath.Join(dir, "pack.yaml")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, append(b, "\nmodel:\n  directions: [C-CRACK]\n"...), 0o644))
	_, found := author.Load(dir)
	require.Len(t, found, 1)
	assert.Equal(t, "yaml-key-unknown", found[0].Code)
	assert.Equal(t, "is no part of format 1", found[0].Reason)
	assert.Equal(t, "Write format: 2 at the top of the file.", found[0].Mend)
}
