package live

import (
	"net/http"
	"time"
)

// times are how long whoever asks may take to take what is answered: else connections that
// nobody reads any more fill a server.
type times struct {
	// answer is for all of an answer of this server's own, which is short; a request for
	// news waits for a part of it.
	answer time.Duration
	// piece is for each piece of a file of the site, and whole for all of it: a slow phone
	// takes the whole game. A Wi-Fi that is full stalls for ten seconds and more.
	piece, whole time.Duration
}

// usualTimes are those outside tests.
var usualTimes = times{answer: 30 * time.Second, piece: 30 * time.Second, whole: 2 * time.Minute}

// answering gives an answer of this server's own its time; streams give themselves more.
func (t times) answering(w http.ResponseWriter) http.ResponseWriter {
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(t.answer))
	return w
}

// serving gives a file of the site its time.
func (t times) serving(w http.ResponseWriter) http.ResponseWriter {
	return &pieces{w, http.NewResponseController(w), t.piece, time.Now().Add(t.whole)}
}

// pieces writes piece by piece, each within a time.
type pieces struct {
	http.ResponseWriter
	ctrl  *http.ResponseController
	piece time.Duration
	until time.Time
}

// longestPiece is how long a piece is, in bytes.
const longestPiece = 64 << 10

// Write implements io.Writer.
func (p *pieces) Write(b []byte) (n int, err error) {
	for {
		by := time.Now().Add(p.piece)
		if by.After(p.until) {
			by = p.until
		}
		p.ctrl.SetWriteDeadline(by)
		wrote, err := p.ResponseWriter.Write(b[:min(len(b), longestPiece)])
		n += wrote
		if b = b[wrote:]; err != nil || len(b) == 0 {
			return n, err
		}
	}
}

// Unwrap is for http.ResponseController.
func (p *pieces) Unwrap() http.ResponseWriter { return p.ResponseWriter }
