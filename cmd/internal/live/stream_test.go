package live

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestAStreamEnds has a stream's own program fail, and whoever listens say something: the
// one is logged, and both end that stream alone.
func TestAStreamEnds(t *testing.T) {
	for name, tt := range map[string]struct {
		listen func(context.Context, *stream)
		says   string
		logged string
	}{
		"fault":  {func(context.Context, *stream) { panic("out of order") }, "", "a request failed: out of order"},
		"speech": {func(ctx context.Context, _ *stream) { <-ctx.Done() }, "x", ""},
	} {
		t.Run(name, func(t *testing.T) {
			out := make(told, 8)
			server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { apart(t.Context(), w, r, tt.listen) }))
			server.Config.ErrorLog = log.New(nameless{out}, "", 0)
			server.Start()
			t.Cleanup(server.Close)
			conn, err := net.Dial("tcp", server.Listener.Addr().String())
			require.NoError(t, err)
			t.Cleanup(func() { conn.Close() })
			require.NoError(t, conn.SetDeadline(time.Now().Add(30*time.Second)))
			_, err = io.WriteString(conn, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
			require.NoError(t, err)
			head := make([]byte, len(streamHead))
			_, err = io.ReadFull(conn, head)
			require.NoError(t, err)
			require.Equal(t, streamHead, string(head))
			_, err = io.WriteString(conn, tt.says)
			require.NoError(t, err)
			_, err = io.Copy(io.Discard, conn)
			require.NoError(t, err)
			if tt.logged == "" {
				server.Close()
				require.Empty(t, out)
				return
			}
			select { // it is logged once the stream has ended
			case entry := <-out:
				line, _, _ := strings.Cut(entry, "\n")
				require.Equal(t, tt.logged, line)
			case <-time.After(30 * time.Second):
				require.Fail(t, "nothing was logged")
			}
		})
	}
}

// told is a log, entry by entry.
type told chan string

func (c told) Write(b []byte) (int, error) {
	c <- string(b)
	return len(b), nil
}
