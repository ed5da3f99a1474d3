package store_test

import (
	"io"
	"net"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/proving/cluster"

	"github.com/stretchr/testify/require"
)

// relay passes on what is sent to an address, and once it is silent takes all that comes
// and says nothing, as a machine that has lost its network.
type relay struct {
	net.Listener
	silent atomic.Bool
}

func startRelay(t *testing.T, to string) *relay {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { l.Close() })
	r := &relay{Listener: l}
	go func() {
		for {
			from, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { from.Close() })
			on, err := net.Dial("tcp", to)
			if err != nil {
				return
			}
			t.Cleanup(func() { on.Close() })
			go io.Copy(&muted{on, r}, from)
			go io.Copy(&muted{from, r}, on)
		}
	}()
	return r
}

// muted writes nothing while its relay is silent.
type muted struct {
	net.Conn
	relay *relay
}

func (m *muted) Write(b []byte) (int, error) {
	if m.relay.silent.Load() {
		return len(b), nil
	}
	return m.Conn.Write(b)
}

// TestASilentServerIsLeft has the server of a cluster that a store is connected to say
// nothing any more, without closing anything: the store soon goes to another one.
func TestASilentServerIsLeft(t *testing.T) {
	c := cluster.Start(t, "KV_hardcases")
	connect(t, c) // all three are there
	first, _, _ := strings.Cut(c.URLs(), ",")
	u, err := url.Parse(first)
	require.NoError(t, err)
	r := startRelay(t, u.Host)
	s, err := store.Connect(t.Context(), "nats://"+r.Addr().String(), "")
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	require.NoError(t, put(t.Context(), s, "vote.BCDFGH.y2017/A5.0", []byte("a")))
	r.silent.Store(true)
	begin := time.Now()
	require.Eventually(t, func() bool { return put(t.Context(), s, "vote.BCDFGH.y2017/A5.0", []byte("b")) == nil }, 15*time.Second, 20*time.Millisecond)
	t.Logf("the next put was acknowledged after %v", time.Since(begin).Round(time.Millisecond))
}
