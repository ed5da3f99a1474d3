package live

import (
	"bytes"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
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
		"fault":  {func(context.Context, *stream) { panic("out of order") }, "", "a request failed: out of order\n"},
		"speech": {func(ctx context.Context, _ *stream) { <-ctx.Done() }, "x", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { apart(t.Context(), w, r, tt.listen) }))
			server.Config.ErrorLog = log.New(nameless{&out}, "", 0)
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
			line, _ := out.ReadString('\n')
			require.Equal(t, tt.logged, line)
		})
	}
}
