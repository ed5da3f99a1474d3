//go:build unix

package main

import (
	"bufio"
	"context"
	"flag"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
)

// builds is how many programs TestKillsInABuild kills.
var builds = flag.Int("builds", 2, "programs to kill while they build the web game")

// TestKillsInABuild kills serve while it builds the web game from its source: while
// the engine is copied, while the go command compiles and links, while the files
// are compressed. What is served next is the whole game.
func TestKillsInABuild(t *testing.T) {
	b := builder{t: t, home: t.TempDir()}
	game, err := bundle.Link(t.Context(), "../..", "./wasm", bundle.Shipped)
	require.NoError(t, err)
	b.want = manifest.Sum(game)
	long := b.serves()
	stages := map[string]int{}
	for n := range *builds {
		if n%2 == 0 {
			require.NoError(t, os.RemoveAll(filepath.Join(b.home, "hardcases"))) // the engine's copy, and what was compressed
		}
		signal := []os.Signal{os.Kill, syscall.SIGTERM}[rand.IntN(2)]
		stages[b.kill(time.Duration(rand.Int64N(int64(long)+1)), signal)]++
		long = max(long, b.serves())
	}
	t.Logf("%d kills within %v: %v", *builds, long.Round(time.Millisecond), stages)
}

// builder starts programs that build the game from this tree.
type builder struct {
	t    *testing.T
	home string
	want string // the sum of the game
}

// start starts serve with a folder for what is half made, and gives what it says.
// Whom it leaves behind when it is killed goes with the test.
func (b builder) start(half string) (*exec.Cmd, io.Reader) {
	b.t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), killed+"="+strings.Join([]string{"serve", "--addr", "127.0.0.1:0", "--open=false"}, "\n"),
		"HOME="+b.home, "XDG_CACHE_HOME="+b.home, "TMPDIR="+half)
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH"} {
		out, err := exec.Command("go", "env", name).Output()
		require.NoError(b.t, err)
		c.Env = append(c.Env, name+"="+strings.TrimSpace(string(out)))
	}
	said, err := c.StderrPipe()
	require.NoError(b.t, err)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(b.t, c.Start())
	b.t.Cleanup(func() {
		for range 100 { // until all of them are gone, and half is left alone
			if syscall.Kill(-c.Process.Pid, syscall.SIGKILL) != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
	return c, said
}

// address finds where the game is, in what serve says.
var address = regexp.MustCompile(`http://[0-9.:]+/`)

// serves has a program serve the game, holds that it is whole, and gives how long
// it took to be there.
func (b builder) serves() time.Duration {
	b.t.Helper()
	begun := time.Now()
	c, said := b.start(b.t.TempDir())
	defer func() {
		_ = c.Process.Kill()
		_ = c.Wait() // says that it was killed
	}()
	var all strings.Builder
	for lines := bufio.NewScanner(said); lines.Scan(); {
		all.WriteString(lines.Text() + "\n")
		if at := address.FindString(lines.Text()); at != "" {
			took := time.Since(begun)
			page := b.get(at)
			game := regexp.MustCompile(`data-game="([^"]+)"`).FindSubmatch(page)
			require.NotNil(b.t, game)
			require.Equal(b.t, b.want, manifest.Sum(b.get(at+string(game[1]))), "half a game is served")
			return took
		}
	}
	require.Fail(b.t, "nothing is served", all.String())
	return 0
}

func (b builder) get(address string) []byte {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.t.Context(), time.Minute)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	require.NoError(b.t, err)
	r.Header.Set("Accept-Encoding", "identity")
	answer, err := http.DefaultClient.Do(r)
	require.NoError(b.t, err)
	defer answer.Body.Close()
	require.Equal(b.t, http.StatusOK, answer.StatusCode)
	body, err := io.ReadAll(answer.Body)
	require.NoError(b.t, err)
	return body
}

// kill ends a program after a while, and says what it was doing.
func (b builder) kill(after time.Duration, signal os.Signal) string {
	b.t.Helper()
	half := b.t.TempDir()
	c, said := b.start(half)
	heard := make(chan string, 1)
	go func() {
		all, _ := io.ReadAll(said) // to the end of whoever holds it
		heard <- string(all)
	}()
	time.Sleep(after)
	_ = c.Process.Signal(signal) // it may have ended before
	select {
	case all := <-heard:
		_ = c.Wait() // says that it was killed
		if signal != os.Kill {
			left, err := filepath.Glob(filepath.Join(half, "*"))
			require.NoError(b.t, err)
			require.Empty(b.t, left, "who is told to stop takes its things away")
		}
		if address.MatchString(all) {
			return "serving"
		}
		lines := strings.Split(strings.TrimSpace(all), "\n")
		return lines[len(lines)-1]
	case <-time.After(time.Minute):
		require.Fail(b.t, "a program that was told to stop goes on")
		return ""
	}
}
