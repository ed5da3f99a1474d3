package watch_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/lint"
	"hardcases/cmd/internal/watch"
	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEachSaveIsBuilt saves a good change, a slip and its mending: the last good
// pack is kept while the slip is there.
func TestEachSaveIsBuilt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, author.New(dir))
	var told []watch.Built
	f := watch.New(dir, lint.Settings{}, func(b watch.Built) { told = append(told, b) })
	assert.Equal(t, "", f.Name())

	assert.True(t, f.Look())
	assert.False(t, f.Look(), "nothing has changed")
	require.Len(t, told, 1)
	require.Equal(t, "mine", f.Name())
	first := f.Pack("mine")
	assert.Nil(t, f.Pack("other"))

	save(t, dir, "en.yaml", "Would you let it sail?", "Would you sail?")
	require.True(t, f.Look())
	second := f.Pack("mine")
	assert.NotEqual(t, first, second)
	p, err := pack.Open(second)
	require.NoError(t, err)
	assert.Equal(t, "Would you sail?", p.Text("en").Get("pack", "tagline"))

	save(t, dir, "en.yaml", "  title: The ferry", "  tilte: The ferry")
	require.True(t, f.Look())
	assert.False(t, told[2].Good)
	assert.NotEmpty(t, told[2].Found)
	assert.Equal(t, second, f.Pack("mine"))
	assert.Regexp(t, `^en\.yaml:\d+:\d+ \[[a-z-]+\]$`, f.Fault())

	save(t, dir, "en.yaml", "  tilte: The ferry", "  title: The boat")
	require.True(t, f.Look())
	assert.True(t, told[3].Good)
	assert.NotEqual(t, told[1].Hash, told[3].Hash)
	assert.Empty(t, f.Fault())
}

// TestAnotherIDIsAFault: the page asks for the pack by the id that it began with. It
// keeps that, and says where the other is.
func TestAnotherIDIsAFault(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, author.New(dir))
	var told watch.Built
	f := watch.New(dir, lint.Settings{}, func(b watch.Built) { told = b })
	require.True(t, f.Look())
	first := f.Pack("mine")
	save(t, dir, "pack.yaml", `id: "mine"`, "id: other")
	require.True(t, f.Look())
	assert.False(t, told.Good)
	require.ErrorContains(t, told.Err, `"other"`)
	assert.Contains(t, f.Fault(), "pack.yaml [id]")
	assert.Equal(t, first, f.Pack("mine"))
	save(t, dir, "pack.yaml", "id: other", "id: mine")
	require.True(t, f.Look())
	assert.True(t, told.Good)
	assert.Empty(t, f.Fault())
}

// TestFolderNamedLikeAPattern: what is changed in a folder is seen, whatever its name.
func TestFolderNamedLikeAPattern(t *testing.T) {
	for _, name := range []string{"a [b]", "a[", "what?", "all*"} {
		dir := filepath.Join(t.TempDir(), "mine")
		require.NoError(t, author.New(dir))
		odd := filepath.Join(t.TempDir(), name)
		if err := os.Rename(dir, odd); err != nil {
			continue // this system knows no such name
		}
		f := watch.New(odd, lint.Settings{}, nil)
		require.True(t, f.Look())
		save(t, odd, "en.yaml", "Would you let it sail?", "Would you sail?")
		assert.True(t, f.Look(), name)
	}
}

// TestWhatEditorsLeaveIsNoChange: the locks and copies that editors and systems put
// beside an author's files, and take away, are neither built nor a fault.
func TestWhatEditorsLeaveIsNoChange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, author.New(dir))
	f := watch.New(dir, lint.Settings{}, func(watch.Built) {})
	require.True(t, f.Look())
	for name, put := range map[string]func(path string) error{
		".#en.yaml": func(path string) error { return os.Symlink("nobody@nowhere.1", path) },
		"._en.yaml": func(path string) error { return os.WriteFile(path, []byte{0, 5, 22, 7}, 0o600) },
		"~$fr.yaml": func(path string) error { return os.WriteFile(path, nil, 0o600) },
	} {
		path := filepath.Join(dir, name)
		require.NoError(t, put(path), name)
		assert.False(t, f.Look(), name)
		save(t, dir, "en.yaml", "title: The ferry", "title:  The ferry")
		require.True(t, f.Look(), name)
		assert.Empty(t, f.Fault(), name)
		require.NoError(t, os.Remove(path))
		save(t, dir, "en.yaml", "title:  The ferry", "title: The ferry")
		require.True(t, f.Look(), name)
		assert.Empty(t, f.Fault(), name)
	}
}

func save(t *testing.T, dir, file, old, new string) {
	t.Helper()
	path := filepath.Join(dir, file)
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Contains(t, string(b), old)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(b), old, new, 1)), 0o644))
}
