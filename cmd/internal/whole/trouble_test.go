//go:build unix

package whole_test

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"hardcases/cmd/internal/whole"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// other names the file that the program writes for ever which these tests kill.
const other = "HARDCASES_WHOLE_FILE"

func TestMain(m *testing.M) {
	if file := os.Getenv(other); file != "" {
		writeForEver(file)
	}
	os.Exit(m.Run())
}

// content is a text of some size that shows what it is a part of.
func content(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "%d\n", n%10), 200_000) }

func writeForEver(file string) {
	for n := 0; ; n++ {
		if err := whole.Write(file, content(n), 0o644); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("written")
	}
}

// TestKilled kills the program that writes, at moments of its own choice: the
// file is always one of those that were written, from its first byte to its
// last.
func TestKilled(t *testing.T) {
	file := filepath.Join(t.TempDir(), "killed")
	for range 25 {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), other+"="+file)
		out, err := c.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, c.Start())
		lines := bufio.NewScanner(out)
		require.True(t, lines.Scan())
		require.Equal(t, "written", lines.Text())
		time.Sleep(time.Duration(rand.IntN(8000)) * time.Microsecond)
		require.NoError(t, c.Process.Kill())
		_ = c.Wait() // says that it was killed
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NotEmpty(t, b)
		require.True(t, bytes.Equal(b, content(int(b[0]-'0'))), "half a file")
	}
}

// TestNoRoom writes where the system takes no more: the old file stays whole,
// and nothing is left beside it.
func TestNoRoom(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "full")
	require.NoError(t, whole.Write(file, []byte("old"), 0o644))
	var before syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 8192, Max: before.Max}))
	err := whole.Write(file, []byte(strings.Repeat("new", 10_000)), 0o644)
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before))
	assert.ErrorIs(t, err, syscall.EFBIG)
	holds(t, file, "old")
	alone(t, dir, "full")
}
