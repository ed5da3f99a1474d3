//go:build browser

package browser

import (
	"bytes"
	"io"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// w3m is a browser in a terminal, without scripts.
type w3m struct {
	t    *testing.T
	keys io.Writer
	mu   sync.Mutex
	said bytes.Buffer
}

// Write takes what the terminal shows.
func (w *w3m) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.said.Write(b)
}

func (w *w3m) shows(text string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return strings.Contains(w.said.String(), text)
}

// openText opens an address in a terminal of its own.
func openText(t *testing.T, address string) *w3m {
	t.Helper()
	w := &w3m{t: t}
	cmd := exec.CommandContext(t.Context(), "script", "-qec", "w3m -cols 80 '"+address+"'", "/dev/null")
	cmd.Env = append(cmd.Environ(), "TERM=xterm", "HOME="+t.TempDir())
	keys, err := cmd.StdinPipe()
	require.NoError(t, err)
	w.keys, cmd.Stdout = keys, w
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		keys.Close()
		cmd.Process.Kill()
		cmd.Wait()
	})
	return w
}

func (w *w3m) types(keys string) {
	w.t.Helper()
	_, err := io.WriteString(w.keys, keys)
	require.NoError(w.t, err)
}

// TestAPupilVotesInATextBrowser comes in and votes with w3m, by its keys alone, and
// reads the reveal there.
func TestAPupilVotesInATextBrowser(t *testing.T) {
	t.Parallel()
	l := startPupils(t)
	l.goes("vote")
	w := openText(t, "http://"+l.addr+"/"+l.code+"?lang=en")
	until := func(what string, so func() bool) {
		t.Helper()
		for deadline := time.Now().Add(patience); !so(); time.Sleep(50 * time.Millisecond) {
			require.True(t, time.Now().Before(deadline), what)
		}
	}
	until("the page is there", func() bool { return w.shows("Viewing <Come in") })
	w.types("\t\r") // the first thing to press is the button
	var f struct{ In int }
	until("the pupil is in", func() bool {
		l.ask("GET", "/live/rooms/"+l.code, nil, &f)
		return f.In == 1
	})
	until("the question is there", func() bool { return w.shows("Viewing <You have decided") || w.shows("What you know today") })
	w.types("\t\t\r/Send my vote\r\r") // the second option, then the button
	until("the vote has arrived", func() bool {
		votes := l.votes()
		return votes[1] == 1
	})
	require.Equal(t, []int{0, 1, 0, 0}, l.votes())
	l.goes("told")
	until("what happened is there", func() bool {
		w.types("R") // loads the page again, as its own clock does
		return w.shows("You would have chosen")
	})
}
