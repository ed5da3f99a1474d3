package desk

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"

	"hardcases/game/host"

	"github.com/stretchr/testify/require"
)

func TestNoDisplayNamesWhatToDo(t *testing.T) {
	for _, name := range []string{"DISPLAY", "WAYLAND_DISPLAY", "EBITENGINE_VM_ENDPOINT"} {
		t.Setenv(name, "")
	}
	require.ErrorContains(t, displayMissing(), "xvfb")
	require.ErrorContains(t, graphicsError(os.ErrNotExist), "the window cannot open")
}

func TestDropped(t *testing.T) {
	one := func(b []byte) fstest.MapFS { return fstest.MapFS{"a file": {Data: b}} }
	all, err := dropped(nil)
	require.NoError(t, err)
	require.Empty(t, all)
	all, err = dropped(fstest.MapFS{})
	require.NoError(t, err)
	require.Empty(t, all)
	all, err = dropped(fstest.MapFS{"a file": {Data: []byte("save")}, "another": {Data: []byte("codes")}})
	require.NoError(t, err)
	require.Equal(t, [][]byte{[]byte("save"), []byte("codes")}, all)
	half := &fstest.MapFile{Data: make([]byte, host.MaxFile/2+1)}
	_, err = dropped(fstest.MapFS{"a file": half, "another": half})
	require.ErrorIs(t, err, host.ErrLong, "together")

	_, err = dropped(one(bytes.Repeat([]byte{1}, host.MaxFile+1)))
	require.ErrorIs(t, err, host.ErrLong)
}

// TestWindowFitsTheScreen opens windows on screens of the size that the window
// has at first, and of others.
func TestWindowFitsTheScreen(t *testing.T) {
	for _, tt := range []struct{ width, height, wantWidth, wantHeight int }{
		{1366, 768, 1350, 672},
		{1280, 720, 1264, 624},
		{1920, 1080, 1366, 768},
		{0, 0, 1366, 768},
		{300, 300, leastWidth, leastHeight},
	} {
		w, h := windowSize{firstWidth, firstHeight}.within(tt.width, tt.height)
		require.Equal(t, []int{tt.wantWidth, tt.wantHeight}, []int{w, h})
	}
}
