package rig

import (
	"context"
	"net"
	"net/http/httptest"
	"sync/atomic"

	"hardcases/cmd/internal/serve"
)

// Server serves a site on this computer and counts what it sends.
type Server struct {
	// Address is the page's.
	Address string
	// Close ends the server.
	Close func()
	sent  atomic.Int64
}

// Serve starts a server of a built site.
func Serve(ctx context.Context, dir string) (*Server, error) {
	site, err := serve.Folder(dir)(ctx)
	if err != nil {
		return nil, err
	}
	s := &Server{}
	server := httptest.NewUnstartedServer(serve.Handler(site))
	server.Listener = counted{server.Listener, &s.sent}
	server.Start()
	s.Address, s.Close = server.URL+"/", server.Close
	return s, nil
}

// Sent is how many bytes have been sent so far, headers and all.
func (s *Server) Sent() int64 { return s.sent.Load() }

// counted is a listener whose connections count.
type counted struct {
	net.Listener
	sent *atomic.Int64
}

// Accept implements net.Listener.
func (c counted) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return countedConn{conn, c.sent}, nil
}

type countedConn struct {
	net.Conn
	sent *atomic.Int64
}

// Write implements net.Conn.
func (c countedConn) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	c.sent.Add(int64(n))
	return n, err
}
