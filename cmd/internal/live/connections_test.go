package live

import (
	"io"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestOneAddressHasSomeConnections opens more connections from one address than it may
// have: those beyond are closed, another address has its own, and what is closed makes room.
func TestOneAddressHasSomeConnections(t *testing.T) {
	for _, ofOne := range []int{3, 0} {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		l := limited(listener, 10, ofOne)
		t.Cleanup(func() { l.Close() })
		taken := make(chan net.Conn, 10)
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				taken <- c
			}
		}()
		open := func(from string) net.Conn {
			d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
			c, err := d.DialContext(t.Context(), "tcp", l.Addr().String())
			require.NoError(t, err)
			t.Cleanup(func() { c.Close() })
			return c
		}
		closed := func(c net.Conn, within time.Duration) bool {
			require.NoError(t, c.SetReadDeadline(time.Now().Add(within)))
			_, err := c.Read(make([]byte, 1))
			return err == io.EOF
		}
		stays := func(c net.Conn) { require.False(t, closed(c, 300*time.Millisecond)) }
		for range 3 {
			open("127.0.0.1")
		}
		if beyond := open("127.0.0.1"); ofOne > 0 {
			require.True(t, closed(beyond, 30*time.Second))
		} else {
			stays(beyond)
		}
		stays(open("127.0.0.2"))
		first := <-taken
		first.Close()
		first.Close()
		stays(open("127.0.0.1"))
	}
}
