package live

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime/debug"
	"time"
)

// stream sends events to a browser: https://html.spec.whatwg.org/multipage/server-sent-events.html
type stream struct {
	out   io.Writer
	by    func(time.Time) error // sets when the next event has to be taken
	flush func() error
}

const (
	// beat is how often a quiet stream says that it is there: proxies cut off
	// what is silent.
	beat = 15 * time.Second
	// slow is how long a browser may take to take an event.
	slow = 10 * time.Second
)

func startStream(w http.ResponseWriter) *stream {
	head := w.Header()
	head.Set("Content-Type", "text/event-stream")
	head.Set("Cache-Control", "no-store")
	head.Set("X-Accel-Buffering", "no") // nginx: send what there is
	ctrl := http.NewResponseController(w)
	ctrl.SetReadDeadline(time.Time{})
	w.WriteHeader(http.StatusOK)
	return &stream{w, ctrl.SetWriteDeadline, ctrl.Flush}
}

// streamHead is what startStream says, on a connection that net/http has given away.
const streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n"

// apart has a stream go on without what net/http holds for each request, more than half of
// the memory of a seat: buffers, and the request itself. The context that listen is given
// ends with the connection, and with the one given here.
func apart(ctx context.Context, w http.ResponseWriter, r *http.Request, listen func(context.Context, *stream)) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil { // it is none that can be had
		listen(r.Context(), startStream(w))
		return
	}
	server, _ := r.Context().Value(http.ServerContextKey).(*http.Server)
	ctx, end := context.WithCancel(ctx)
	conn.SetDeadline(time.Time{})
	go func() { // hears when nobody is there any more, or says what belongs to no stream
		defer end()
		var b [1]byte
		conn.Read(b[:])
	}()
	go func() {
		defer conn.Close()
		defer end()
		defer logFault(server)
		s := &stream{conn, conn.SetWriteDeadline, func() error { return nil }}
		s.by(time.Now().Add(slow))
		if _, err := io.WriteString(conn, streamHead); err == nil {
			listen(ctx, s)
		}
	}()
}

// logFault has a fault end a stream and not the program, and logs it as net/http does.
func logFault(server *http.Server) {
	if fault := recover(); fault != nil && server != nil && server.ErrorLog != nil {
		server.ErrorLog.Printf("http: panic serving a stream: %v\n%s", fault, debug.Stack())
	}
}

// send sends an event; it gives false where nobody is there any more.
func (s *stream) send(event, data string) bool {
	s.by(time.Now().Add(slow))
	if _, err := fmt.Fprintf(s.out, "event: %s\ndata: %s\n\n", event, data); err != nil {
		return false
	}
	return s.flush() == nil
}

// wait waits until something changes, and keeps the stream alive meanwhile. It gives
// false where nobody is there any more.
func (s *stream) wait(ctx context.Context, changed <-chan struct{}) bool {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-tick.C:
			if !s.send("beat", "") {
				return false
			}
		case <-changed:
			return true
		}
	}
}
