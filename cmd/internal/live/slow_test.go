package live_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// TestReadersThatStopAreClosed asks for a file of the site, and for a lesson many times
// over, and reads nothing: the server ends both, and gives a file that is read slowly its
// time.
func TestReadersThatStopAreClosed(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	c.edge.Hurry(time.Second, 2*time.Second, 5*time.Minute)
	file := make([]byte, 16<<20)
	ended := make(chan error, 1)
	c.site = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := w.Write(file)
		ended <- err
	})
	te := c.open()
	status, _ := te.ask("PUT", "/live/rooms/"+te.Code+"/lesson", te.Token, strings.Repeat("x", 100<<10))
	require.Equal(t, http.StatusNoContent, status)
	asks := func(n int, path string, reads bool) *net.TCPConn {
		conn, err := net.Dial("tcp", strings.TrimPrefix(c.url, "http://"))
		require.NoError(t, err)
		tcp := conn.(*net.TCPConn)
		if !reads {
			require.NoError(t, tcp.SetReadBuffer(4096))
		}
		t.Cleanup(func() { tcp.Close() })
		_, err = io.WriteString(tcp, strings.Repeat(fmt.Sprintf("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n", path, te.Token), n))
		require.NoError(t, err)
		return tcp
	}
	asks(1, "/game", false)
	lessons := asks(200, "/live/rooms/"+te.Code+"/lesson", false)
	select {
	case err := <-ended:
		require.Error(t, err)
	case <-time.After(time.Minute):
		t.Fatal("the file is still being sent")
	}
	time.Sleep(2 * time.Second)
	require.NoError(t, lessons.SetReadBuffer(1<<20))
	read, _ := io.Copy(io.Discard, lessons) // it may have been reset
	require.Less(t, read, int64(200*100<<10))

	slowly := asks(1, "/game", true)
	var b [64 << 10]byte
	for begin := time.Now(); time.Since(begin) < 2500*time.Millisecond; time.Sleep(20 * time.Millisecond) {
		_, err := slowly.Read(b[:])
		require.NoError(t, err)
	}
	_, err := io.CopyN(io.Discard, slowly, 4<<20)
	require.NoError(t, err)
}
