package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/author"
	"hardcases/proving/hostile"
)

// mostMemory and mostTime are what may be taken for sources that nobody should write:
// of the machine's memory in bytes, and of a processor.
const (
	mostMemory = 256 << 20
	mostTime   = 5 * time.Second
)

var everySource = flag.Bool("sources", false, "every kind of hostile source is tried in memory, not only the costliest")

// costliest are the kinds of source that take the most for each mark and for each
// byte; what the others take lies below.
var costliest = []string{"keys in braces of a text", "steps", "a long line that is none", "terminal"}

// TestHostileSourcesInMemory checks and compiles odd sources in a program of its
// own, as large as they are read: what the program takes of the machine's memory
// at most and of a processor, and how much it prints.
func TestHostileSourcesInMemory(t *testing.T) {
	for _, h := range hostile.Sources() {
		if !*everySource && !slices.Contains(costliest, h.Name) {
			continue
		}
		t.Run(h.Name, func(t *testing.T) {
			dir, out, spent := largest(t, h)
			require.Contains(t, out, h.Says)
			require.Less(t, spent, mostMemory, "lint")
			lines := strings.Split(out, "\n")
			require.LessOrEqual(t, len(lines), 100*6+3) // a hundred findings
			for _, line := range lines {
				require.LessOrEqual(t, utf8.RuneCountInString(line), 200+len(dir))
			}
			_, spent = inMemory(t, "pack", "build", dir, "-o", filepath.Join(t.TempDir(), "odd.msgp"))
			require.Less(t, spent, mostMemory, "build")
			_, spent = inMemory(t, "watched", dir)
			require.Less(t, spent, mostMemory, "watch, after a change")
		})
	}
}

// largest writes a source as large as it is read, and says what lint prints of it
// and takes.
func largest(t *testing.T, h hostile.Source) (dir, out string, spent int) {
	t.Helper()
	for n := 2_000_000; ; n = n * 2 / 3 {
		dir = filepath.Join(t.TempDir(), "odd")
		require.NoError(t, h.Write(dir, author.Sample(), n))
		out, spent = inMemory(t, "pack", "lint", dir)
		if !strings.Contains(out, "with this file there are") {
			return dir, out, spent
		}
		require.Less(t, spent, mostMemory, "what is refused")
		require.Greater(t, n, 50_000, "nothing of it is read")
	}
}

// inMemory runs the program and gives what it printed, and the most of the
// machine's memory that it held, in bytes. It asks the program: what the system
// tells of a child begins with what its parent held when it started it.
func inMemory(t *testing.T, args ...string) (out string, spent int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "status")
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), killed+"="+strings.Join(args, "\n"), statusIn+"="+file)
	begun := time.Now()
	b, err := c.CombinedOutput()
	waited := time.Since(begun)
	if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != exitBad {
		require.NoError(t, err, "%s", b)
	}
	took := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	require.Less(t, took, mostTime, args[0])
	status, err := os.ReadFile(file)
	require.NoError(t, err)
	most := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	require.NotNil(t, most, "%s", status)
	kB, err := strconv.Atoi(string(most[1]))
	require.NoError(t, err)
	t.Logf("%v: %d MB, %v of a processor, %v by the clock", args[:len(args)-1], kB>>10, took.Round(time.Millisecond), waited.Round(time.Millisecond))
	return string(b), kB << 10
}
