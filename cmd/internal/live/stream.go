package live

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// stream sends events to a browser: https://html.spec.whatwg.org/multipage/server-sent-events.html
type stream struct {
	w    http.ResponseWriter
	ctrl *http.ResponseController
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
	s := &stream{w, http.NewResponseController(w)}
	s.ctrl.SetReadDeadline(time.Time{})
	w.WriteHeader(http.StatusOK)
	return s
}

// send sends an event; it gives false where nobody is there any more.
func (s *stream) send(event, data string) bool {
	s.ctrl.SetWriteDeadline(time.Now().Add(slow))
	if _, err := fmt.Fprintf(s.w, "event: %s\ndata: %s\n\n", event, data); err != nil {
		return false
	}
	return s.ctrl.Flush() == nil
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
