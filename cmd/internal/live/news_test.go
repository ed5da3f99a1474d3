package live_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// TestNews has a pupil's page and a teacher's game hear of what changes.
func TestNews(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	turns := c.listen(p.at + "/events")
	require.Equal(t, "event: turn", next(t, turns))
	tag := te.goes("vote").Tag
	for next(t, turns) != "data: 2" {
	}
	heard := make(chan figures, 1)
	go func() {
		_, b := te.ask("GET", "/live/rooms/"+te.Code+"?after="+tag, te.Token, nil)
		heard <- parse(t, b)
	}()
	time.Sleep(50 * time.Millisecond)
	require.Empty(t, heard, "nothing has changed yet")
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	f := <-heard
	require.Equal(t, 1, f.Sent)
	require.NotEqual(t, tag, f.Tag)
	_, b := te.ask("GET", "/live/rooms/"+te.Code+"?after="+tag, te.Token, nil)
	require.Equal(t, f, parse(t, b), "what has changed meanwhile is told at once")
	te.ask("DELETE", "/live/rooms/"+te.Code+"/seats", te.Token, nil)
	for next(t, turns) != "event: gone" {
	}
	f = te.sees()
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		te.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	}()
	status, b = te.ask("GET", "/live/rooms/"+te.Code+"?after="+f.Tag, te.Token, nil)
	if status == http.StatusOK { // that it is locked for that
		require.True(t, parse(t, b).Locked)
		status, _ = te.ask("GET", "/live/rooms/"+te.Code+"?after="+parse(t, b).Tag, te.Token, nil)
	}
	require.Equal(t, http.StatusForbidden, status, "that a room is gone is heard, too")
	<-gone
}

func (c *class) listen(path string) <-chan string {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), "GET", c.url+path, nil)
	require.NoError(c.t, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(c.t, err)
	require.Equal(c.t, "text/event-stream", answer.Header.Get("Content-Type"))
	lines := make(chan string, 100)
	go func() {
		defer answer.Body.Close()
		b := make([]byte, 4096)
		rest := ""
		for {
			n, err := answer.Body.Read(b)
			rest += string(b[:n])
			for {
				line, more, ok := strings.Cut(rest, "\n")
				if !ok {
					break
				}
				if line != "" {
					lines <- line
				}
				rest = more
			}
			if err != nil {
				close(lines)
				return
			}
		}
	}()
	return lines
}

func next(t *testing.T, lines <-chan string) string {
	t.Helper()
	select {
	case line := <-lines:
		return line
	case <-time.After(10 * time.Second):
		t.Fatal("nothing came")
		return ""
	}
}

// TestAStreamThatNobodyReads is over as soon as its page is gone, and with the server.
func TestAStreamThatNobodyReads(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	opens := func() *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), "GET", c.url+p.at+"/events", nil)
		require.NoError(t, err)
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		require.Equal(t, "text/event-stream", answer.Header.Get("Content-Type"))
		require.Equal(t, "no-store", answer.Header.Get("Cache-Control"))
		return answer
	}
	one, other := opens(), opens()
	streams := func(n int) {
		require.Eventually(t, func() bool { return c.edge.Streams(te.Code) == n }, 20*time.Second, 5*time.Millisecond)
	}
	streams(2)
	one.Body.Close()
	streams(1)
	c.stop()
	_, err := io.Copy(io.Discard, other.Body)
	require.NoError(t, err)
	other.Body.Close()
	streams(0)
}
