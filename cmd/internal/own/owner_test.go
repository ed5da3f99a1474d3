//go:build unix

package own

import (
	"io/fs"
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// theirs is a file of another user.
type theirs struct{ fs.FileInfo }

func (theirs) Sys() any { return &syscall.Stat_t{Uid: uint32(os.Geteuid()) + 1} }

func TestOwner(t *testing.T) {
	info, err := os.Stat(t.TempDir())
	require.NoError(t, err)
	require.True(t, ours(info))
	require.False(t, ours(theirs{info}))
}
