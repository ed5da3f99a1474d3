package rig

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"hardcases/cmd/internal/serve"
)

// Server serves a site on this computer and counts what it sends.
type Server struct {
	// Address is the page's.
	Address string
	sent    atomic.Int64
	server  *http.Server
}

// Serve starts a server of a built site.
func Serve(ctx context.Context, dir string) (*Server, error) {
	site, err := serve.Folder(dir)(ctx)
	if err != nil {
		return nil, err
	}
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("serving what is measured: %w", err)
	}
	s := &Server{Address: "http://" + l.Addr().String() + "/", server: &http.Server{Handler: serve.Handler(site), ReadHeaderTimeout: 10 * time.Second}}
	go func() { _ = s.server.Serve(counted{l, &s.sent}) }() // it ends with Close, and a browser that gets nothing says so
	return s, nil
}

// Sent is how many bytes have been sent so far, headers and all.
func (s *Server) Sent() int64 { return s.sent.Load() }

// Close ends the server.
func (s *Server) Close() error { return s.server.Close() }

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
