package live

import (
	"net"
	"sync"
)

const (
	// mostConnections is how many a server holds open: 10,000 seats have two each,
	// for a moment three.
	mostConnections = 32_000
)

// limited lets so many connections be open at once; those beyond wait in the
// queue of the system, and are served as others end.
func limited(l net.Listener) net.Listener {
	return &gate{Listener: l, free: make(chan struct{}, mostConnections)}
}

type gate struct {
	net.Listener
	free chan struct{}
}

func (g *gate) Accept() (net.Conn, error) {
	g.free <- struct{}{}
	c, err := g.Listener.Accept()
	if err != nil {
		<-g.free
		return nil, err
	}
	return &counted{Conn: c, gate: g}, nil
}

// counted gives its place back when it is closed, once.
type counted struct {
	net.Conn
	gate *gate
	once sync.Once
}

func (c *counted) Close() error {
	c.once.Do(func() { <-c.gate.free })
	return c.Conn.Close()
}
