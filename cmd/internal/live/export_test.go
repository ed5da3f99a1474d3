package live

import (
	"io"
	"strconv"
	"time"

	"hardcases/game/room"
)

// Tally is what the seats of a room have sent, also where no teacher is told of it.
func (e *Edge) Tally(code string) (t room.Tally) {
	e.hall.with(code, func(h *inHall) { t = e.tally(h) })
	return t
}

// Hurry gives answers and files less time than usual.
func (e *Edge) Hurry(answer, piece, whole time.Duration) { e.times = times{answer, piece, whole} }

// Streams is how many streams the seats of a room have.
func (e *Edge) Streams(code string) (n int) {
	e.hall.with(code, func(h *inHall) {
		for _, ears := range h.ears {
			n += len(ears)
		}
	})
	return n
}

// Nameless is where a server logs what net/http says.
func Nameless(log io.Writer) io.Writer { return nameless{log} }

// TriesIn counts how many wrong codes can be tried within a time from so many addresses,
// if after each refusal of all of them one rests.
func TriesIn(whole, rest time.Duration, addresses int) int {
	now := time.Unix(0, 0)
	l := newLimits(func() time.Time { return now }, func() (key [32]byte) { key[0] = byte(now.Unix()); return key })
	tried := 0
	for end := now.Add(whole); now.Before(end); {
		more := false
		for i := range addresses {
			if l.codes(strconv.Itoa(i), true) {
				tried, more = tried+1, true
			}
		}
		if !more {
			now = now.Add(rest)
		}
	}
	return tried
}

// ChangesMost is for how long attempts to keep a ballot begin.
const ChangesMost = changesMost
