package store_test

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// nobody is a user who owns nothing.
const nobody = 65534

// TestAFolderThatIsReadOnly opens folders that this user may not write in. To root, as whom
// tests may run, no folder is read-only: this thread looks at files as somebody else.
func TestAFolderThatIsReadOnly(t *testing.T) {
	dir, err := os.MkdirTemp("/tmp", "readonly-")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	require.NoError(t, os.Chmod(dir, 0o555))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	me := uintptr(os.Geteuid())
	_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0) // it gives the one before, and no error
	defer func() { _, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, me, 0, 0) }()
	_, err = store.Embedded(t.Context(), dir)
	require.ErrorContains(t, err, "the folder for votes cannot be written in")
	require.ErrorContains(t, err, "permission denied")
	_, err = store.Embedded(t.Context(), filepath.Join(dir, "new"))
	require.ErrorContains(t, err, "the folder for votes cannot be made")
}
