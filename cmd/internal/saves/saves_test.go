package saves_test

import (
	"os"
	"path/filepath"
	"testing"

	"hardcases/cmd/internal/saves"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

func journal(msgs ...play.Msg) play.Journal {
	j := play.Journal{Format: play.JournalFormat, Pack: "p", Hash: "h", Locale: "en"}
	for _, m := range msgs {
		j.Msgs = append(j.Msgs, play.RecordOf(m))
	}
	return j
}

func TestSaveAndLoad(t *testing.T) {
	f := saves.In(filepath.Join(t.TempDir(), "new", "folder"))
	_, ok, err := f.Load("p")
	require.NoError(t, err)
	require.False(t, ok, "nothing saved yet")

	want := journal(play.Begin{}, play.Choose{Option: "a"})
	require.NoError(t, f.Save(want))
	got, ok, err := f.Load("p")
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, want, got)

	require.NoError(t, f.Erase("p"))
	require.NoError(t, f.Erase("p"), "erasing nothing is fine")
	_, ok, err = f.Load("p")
	require.NoError(t, err)
	require.False(t, ok)
}

func TestDamagedSavesArePutAside(t *testing.T) {
	dir := t.TempDir()
	f := saves.In(dir)
	for _, name := range []string{"p.save.damaged-1", "p.save.damaged-2"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "p.save"), []byte("garbage "+name), 0o600))
		_, ok, err := f.Load("p")
		require.False(t, ok)
		require.ErrorIs(t, err, saves.ErrDamaged)
		require.ErrorContains(t, err, name)
		b, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.Equal(t, "garbage "+name, string(b), "nothing is lost")
	}
}

// TestSaveLeavesTheOldOne shows that a save that fails destroys nothing: here a
// folder stands where the file should go.
func TestSaveLeavesTheOldOne(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "p.save", "inner"), 0o700))
	require.Error(t, saves.In(dir).Save(journal()))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1, "no half-written file is left behind")
}
