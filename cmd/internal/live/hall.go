package live

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/room"
)

// hall is all rooms, as the store has them: it follows the store, and takes what
// this server has put itself at once.
type hall struct {
	mu    sync.Mutex
	rooms map[string]*inHall
	// lessons is how long those of all rooms are together, in bytes.
	lessons int
	// closed are codes of rooms that were here, as many as mostClosed: who comes late to
	// one tries no code out.
	closed map[string]bool
	ready  chan struct{} // closed once all that is kept has been heard
	once   sync.Once
	// fault is told of what cannot be read, once of each room.
	fault   func(error)
	faulted map[string]bool
}

// inHall is one room with who waits for news of it.
type inHall struct {
	room.Room
	record *record // nil before it was heard
	lesson lesson
	// tally is of where the room is now, nil where it has to be counted: at a lecture's
	// reveal two thousand pages ask for it at once.
	tally *room.Tally
	// revisions are those of what was heard last about each key, so that what
	// comes late does not undo what came after it.
	revisions map[string]uint64
	at        uint64 // the highest of them
	// ears are the streams of each seat, the oldest first.
	ears map[string][]*ear
	// changed is closed at the next change of anything, turned at the next that a
	// pupil can see.
	changed, turned chan struct{}
}

// mostClosed is how many codes of closed rooms are remembered.
const mostClosed = 10_000

func newHall(fault func(error)) *hall {
	return &hall{rooms: map[string]*inHall{}, closed: map[string]bool{}, ready: make(chan struct{}), fault: fault, faulted: map[string]bool{}}
}

// hear takes an entry of the store. It may be called with the same one again, and
// with older ones.
func (h *hall) hear(e store.Entry) {
	if e.Key == store.Tried {
		return
	}
	if e.Key == "" {
		h.once.Do(func() { close(h.ready) })
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.apply(e)
}

// forget takes what this server has deleted itself. Whatever was put before that
// has a revision below the deletion's, which is yet to be heard.
func (h *hall) forget(key string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, code, _ := parts(key)
	if r := h.rooms[code]; r != nil {
		h.apply(store.Entry{Key: key, Gone: true, Revision: r.revisions[key] + 1})
	}
}

func (h *hall) apply(e store.Entry) {
	kind, code, rest := parts(e.Key)
	if kind == keyRoom {
		h.close(code, e.Gone)
	}
	r := h.rooms[code]
	if r == nil {
		if e.Gone || kind != keyRoom && h.closed[code] { // it was on its way when the room was deleted
			return
		}
		r = &inHall{changed: make(chan struct{}), turned: make(chan struct{}), revisions: map[string]uint64{}}
		h.rooms[code] = r
	}
	if e.Revision <= r.revisions[e.Key] {
		return
	}
	r.revisions[e.Key], r.at, r.tally = e.Revision, max(r.at, e.Revision), nil
	h.lessons -= len(r.lesson.game)
	err := r.take(kind, rest, e)
	h.lessons += len(r.lesson.game)
	if err != nil {
		if kind == keyRoom && !h.faulted[code] {
			h.faulted[code] = true
			h.fault(fmt.Errorf("the room %s: %w", code, err))
		}
		return
	}
	close(r.changed)
	r.changed = make(chan struct{})
	if kind == keyRoom && e.Gone {
		delete(h.rooms, code)
		h.lessons -= len(r.lesson.game)
		r.tell()
	}
}

// close remembers that a room is closed, or open again.
func (h *hall) close(code string, closed bool) {
	switch {
	case !closed:
		delete(h.closed, code)
	case len(h.closed) >= mostClosed:
		h.closed = map[string]bool{code: true}
	default:
		h.closed[code] = true
	}
}

// knows says whether there is a room with a code, or was one.
func (h *hall) knows(code string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.rooms[code]
	return h.closed[code] || r != nil && r.record != nil
}

// parts are those of a key: what is kept, the room, and what for.
func parts(key string) (kind, code, rest string) {
	kind, rest, _ = strings.Cut(key, ".")
	code, rest, _ = strings.Cut(rest, ".")
	return kind, code, rest
}

// errUnread is said of what no program of ours keeps.
var errUnread = errors.New("this is kept in a way that cannot be read")

// take changes a room by what was kept, where it can read that.
func (r *inHall) take(kind, rest string, e store.Entry) error {
	switch kind {
	case keyRoom:
		if e.Gone {
			return nil
		}
		rec, err := parseRecord(e.Value)
		if err != nil {
			return err
		}
		turned := r.record == nil || r.record.Turn != rec.Turn
		r.record, r.Now, r.Locked, r.Most = rec, rec.now(), rec.Locked, rec.Most
		if turned {
			r.tell()
		}
	case keyLesson:
		r.lesson = parseLesson(e.Value)
	case keySeat:
		if e.Gone && r.Has(rest) { // of a lecture that is emptied only its own page looks
			r.Leave(rest)
			for _, ear := range r.ears[rest] {
				ear.end()
			}
		} else if !e.Gone {
			r.Sit(rest)
		}
	case keyGuess, keyVote, keyBet:
		where, seat, _ := strings.Cut(rest, ".")
		caseID, step, ok := strings.Cut(where, "/")
		if !ok {
			return errUnread
		}
		var b room.Ballot
		if !e.Gone {
			var err error
			if b, err = room.ParseBallot(string(e.Value)); err != nil {
				return err
			}
		}
		r.Keep(seat, pack.Place{Case: caseID, Step: step}, ballots[kind], b)
	default:
		return errUnread
	}
	return nil
}

// Sit puts a seat into the room.
func (r *inHall) Sit(seat string) {
	r.tally = nil
	r.Room.Sit(seat)
}

// Leave takes a seat out of the room.
func (r *inHall) Leave(seat string) {
	r.tally = nil
	r.Room.Leave(seat)
}

// tell has the pupils look again.
func (r *inHall) tell() {
	close(r.turned)
	r.turned = make(chan struct{})
}

// count is how many rooms there are.
func (h *hall) count() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, r := range h.rooms {
		if r.record != nil { // what came before its room, or without one, is none
			n++
		}
	}
	return n
}

// with calls do with a room, which nobody else changes meanwhile; it gives false
// where there is none.
func (h *hall) with(code string, do func(*inHall)) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	r := h.rooms[code]
	if r == nil || r.record == nil {
		return false
	}
	do(r)
	return true
}

// mostEars is how many streams a seat may have: its page in some tabs.
const mostEars = 3

// ear is one stream.
type ear struct{ end context.CancelFunc }

// listens gives the context of one more stream of a seat, which ends the oldest of too
// many; leave is called when it ends.
func (h *hall) listens(ctx context.Context, code, seat string) (_ context.Context, leave func()) {
	ctx, end := context.WithCancel(ctx)
	one := &ear{end}
	h.with(code, func(r *inHall) {
		if r.ears == nil {
			r.ears = map[string][]*ear{}
		}
		r.ears[seat] = append(r.ears[seat], one)
		if more := r.ears[seat]; len(more) > mostEars {
			more[0].end()
			r.ears[seat] = slices.Clone(more[1:])
		}
	})
	return ctx, func() {
		end()
		h.with(code, func(r *inHall) {
			r.ears[seat] = slices.DeleteFunc(r.ears[seat], func(e *ear) bool { return e == one })
			if len(r.ears[seat]) == 0 {
				delete(r.ears, seat)
			}
		})
	}
}

// seatKeys are those of the seats in a room.
func (h *hall) seatKeys(code string) (keys []string) {
	h.with(code, func(r *inHall) {
		for _, seat := range r.Seats() {
			keys = append(keys, keySeat+"."+code+"."+seat)
		}
	})
	return keys
}

// strayKeys are those of what was sent from seats that are not in a room any more.
func (h *hall) strayKeys(code string) (keys []string) {
	h.with(code, func(r *inHall) {
		r.Stray(func(seat string, at pack.Place, b room.Ballot) {
			for key, sent := range map[string]string{keyGuess: b.Guess, keyVote: b.Option, keyBet: b.Bet} {
				if sent != "" {
					keys = append(keys, ballotKey(key, code, at, seat))
				}
			}
		})
	})
	return keys
}
