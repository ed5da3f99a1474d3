package live

import (
	"net"
	"sync"
)

const (
	// mostConnections is how many a server holds open: 10,000 seats have two each,
	// for a moment three.
	mostConnections = 32_000
	// mostOfOne is how many of them one address has: those of a lecture behind one.
	mostOfOne = 8000
)

// limited lets so many connections be open at once; those beyond wait in the
// queue of the system, and are served as others end. One address has ofOne of them at
// most, 0 for all: those beyond are closed.
func limited(l net.Listener, most, ofOne int) net.Listener {
	return &gate{Listener: l, free: make(chan struct{}, most), ofOne: ofOne, open: map[string]int{}}
}

type gate struct {
	net.Listener
	free  chan struct{}
	ofOne int
	mu    sync.Mutex
	open  map[string]int // by address
}

func (g *gate) Accept() (net.Conn, error) {
	for {
		g.free <- struct{}{}
		c, err := g.Listener.Accept()
		if err != nil {
			<-g.free
			return nil, err
		}
		who := ""
		if at, ok := c.RemoteAddr().(*net.TCPAddr); ok {
			who = at.IP.String() // without its zone
		}
		if g.enters(who) {
			return &counted{Conn: c, gate: g, who: who}, nil
		}
		c.Close()
		<-g.free
	}
}

// enters counts a connection of an address, if it may have one more.
func (g *gate) enters(who string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ofOne > 0 && g.open[who] >= g.ofOne {
		return false
	}
	g.open[who]++
	return true
}

func (g *gate) leaves(who string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.open[who]--; g.open[who] <= 0 {
		delete(g.open, who)
	}
	<-g.free
}

// counted gives its place back when it is closed, once.
type counted struct {
	net.Conn
	gate *gate
	who  string
	once sync.Once
}

func (c *counted) Close() error {
	c.once.Do(func() { c.gate.leaves(c.who) })
	return c.Conn.Close()
}
