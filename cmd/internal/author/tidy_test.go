package author_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/author/broken"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTidyUndoesWhatKeyboardsDo writes the sample as people type it, and has it
// put right: it is then what it was.
func TestTidyUndoesWhatKeyboardsDo(t *testing.T) {
	typed := strings.NewReplacer("’", "'", "\u202F", " ", "…", "...")
	dir := copied(t, "fr.yaml", func(s string) string {
		return "# l'apostrophe d'un commentaire\n" + typed.Replace(s)
	})
	require.NotEmpty(t, check(dir, settings(t)))
	done, found, err := author.Tidy(dir)
	require.NoError(t, err)
	require.Empty(t, found)
	require.Len(t, done, 1)
	assert.Greater(t, done[0].Lines, 20)
	assert.Empty(t, check(dir, settings(t)))

	was, err := os.ReadFile(filepath.Join("sample", "fr.yaml"))
	require.NoError(t, err)
	now, err := os.ReadFile(filepath.Join(dir, "fr.yaml"))
	require.NoError(t, err)
	assert.Equal(t, "# l'apostrophe d'un commentaire\n"+string(was), string(now))

	done, found, err = author.Tidy(dir)
	require.NoError(t, err)
	assert.Empty(t, found)
	assert.Empty(t, done, "a second time there is nothing left to do")
}

// TestTidyWhateverEndsALine is the same on lines of each system, which stay.
func TestTidyWhateverEndsALine(t *testing.T) {
	was, err := os.ReadFile(filepath.Join("sample", "fr.yaml"))
	require.NoError(t, err)
	for _, end := range []string{"\n", "\r\n", "\r"} {
		dir := copied(t, "fr.yaml", func(s string) string {
			return strings.NewReplacer("’", "'", "…", "...", "\n", end).Replace(s)
		})
		done, found, err := author.Tidy(dir)
		require.NoError(t, err)
		require.Empty(t, found)
		require.Len(t, done, 1, "%q", end)
		now, err := os.ReadFile(filepath.Join(dir, "fr.yaml"))
		require.NoError(t, err)
		assert.Equal(t, strings.ReplaceAll(string(was), "\n", end), string(now), "%q", end)
	}
}

// TestTidyLeavesExtractsAlone: an extract stays as it was found on all of its lines, and
// what follows it is put right.
func TestTidyLeavesExtractsAlone(t *testing.T) {
	const extract = "extract: |\n        L'un dit: \"Non...\"\n\n        l'autre : oui ?\n"
	dir := copied(t, "fr.yaml", func(s string) string {
		before, after, found := strings.Cut(s, "extract: Ferry sinks off Lund\n")
		require.True(t, found)
		return before + extract + strings.ReplaceAll(after, "’", "'")
	})
	_, found, err := author.Tidy(dir)
	require.NoError(t, err)
	require.Empty(t, found)
	now, err := os.ReadFile(filepath.Join(dir, "fr.yaml"))
	require.NoError(t, err)
	_, after, kept := strings.Cut(string(now), extract)
	assert.True(t, kept)
	assert.NotContains(t, after, "'")
	assert.Contains(t, after, "’")
}

func TestTidyLeavesShippedPacksAlone(t *testing.T) {
	for _, id := range []string{"cloudflare", "elsewhere"} {
		dir := t.TempDir()
		require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join("../../../assets/packs", id))))
		done, found, err := author.Tidy(dir)
		require.NoError(t, err)
		assert.Empty(t, found)
		assert.Empty(t, done)
	}
}

func TestTidyLeavesABrokenFolderAlone(t *testing.T) {
	_, found, err := author.Tidy(broken.Folder(t, "yaml-syntax"))
	require.NoError(t, err)
	assert.NotEmpty(t, found)
}
