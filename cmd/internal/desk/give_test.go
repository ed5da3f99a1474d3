package desk

import (
	"os"
	"path/filepath"
	"testing"

	"hardcases/game/host"

	"github.com/stretchr/testify/require"
)

// TestFolderOfFiles gives several files twice: each time in a folder of its own, named as
// files are, that others may read; one that cannot be written whole is not left behind.
func TestFolderOfFiles(t *testing.T) {
	dir := t.TempDir()
	f := Files{Dir: dir}
	kit := []host.File{{Name: "a.html", Data: []byte("a")}, {Name: "b.html", Data: []byte("b")}}
	give := func(files []host.File) (string, error) {
		var where string
		var failed error
		f.Files("kit", files, func(g host.Given, err error) { where, failed = g.Where, err })
		return where, failed
	}
	for _, name := range []string{"kit-" + today(), "kit-" + today() + "-2"} {
		where, err := give(kit)
		require.NoError(t, err)
		require.Equal(t, filepath.Join(dir, name), where)
		info, err := os.Stat(where)
		require.NoError(t, err)
		require.NotZero(t, info.Mode().Perm()&0o055, "no folder for one account alone")
		for _, file := range kit {
			b, err := os.ReadFile(filepath.Join(where, file.Name))
			require.NoError(t, err)
			require.Equal(t, file.Data, b)
		}
	}
	_, err := give([]host.File{kit[0], {Name: filepath.Join("no", "such", "folder"), Data: []byte("c")}})
	require.Error(t, err)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2)
}
