package live

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/room"
)

// lead has the game that asks lead the room from here on. The lesson is kept anew under
// the new number: whoever led before cannot put another in its place any more, at no
// server.
func (e *Edge) lead(w http.ResponseWriter, r *http.Request, code string) {
	var rec record
	err := e.change(r, keyRoom, code, func(h *inHall) ([]byte, error) {
		rec = *h.record
		rec.Hold++
		return rec.bytes(), nil
	})
	if err == nil {
		err = e.change(r, keyLesson, code, func(h *inHall) ([]byte, error) {
			if h.lesson.hold > rec.Hold {
				return nil, errNoLead
			}
			return lesson{rec.Hold, h.lesson.game}.bytes(), nil
		})
		if errors.Is(err, errNoLead) { // taken again since: the game hears of it at its first turn
			err = nil
		}
	}
	if err != nil {
		e.failed(w, err)
		return
	}
	o := e.opened(r, code, &rec)
	answer(w, r, http.StatusOK, &o)
}

var (
	// errNoLead is said to a game that another one has taken the lead from.
	errNoLead = errors.New("the room is led from somewhere else by now")
	// errBehind says that this server has not heard yet of who leads.
	errBehind = errors.New("the lead was taken at another server")
	// errLessons is said where votes need what room there is.
	errLessons = errors.New("this server keeps as many lessons as it may")
)

// leads says whether the game with a number leads a room, as far as this server has
// heard; 0 is a game that does not say.
func (r *inHall) leads(hold int) error {
	switch now := max(r.record.Hold, r.lesson.hold); {
	case hold == 0 || hold == now && hold == r.record.Hold:
		return nil
	case hold < now:
		return errNoLead
	}
	return errBehind
}

// turn takes where the lesson is now.
func (e *Edge) turn(w http.ResponseWriter, r *http.Request, code string) {
	var s room.Turn
	if !read(w, r, &s) {
		return
	}
	err := e.change(r, keyRoom, code, func(h *inHall) ([]byte, error) {
		if err := h.leads(s.Hold); err != nil {
			return nil, err
		}
		next, err := e.next(h.record, &s)
		if err != nil {
			return nil, err
		}
		return next.bytes(), nil
	})
	if err != nil {
		e.failed(w, err)
		return
	}
	e.answerFigures(w, r, code)
}

// What a turn cannot be.
var (
	errNoStep  = errors.New("the pack has no such step")
	errNoPhase = errors.New("there is no such phase")
)

// next is a room after a turn of its lesson.
func (e *Edge) next(rec *record, s *room.Turn) (*record, error) {
	next := *rec
	next.Case, next.Step, next.Phase, next.N, next.Of, next.Gentle, next.Locked = s.Case, s.Step, s.Phase, s.N, s.Of, s.Gentle, s.Locked
	if s.Most > 0 {
		next.Most = min(s.Most, room.MostSeats)
	}
	if st, _ := e.step(&next); st.ID == "" && (s.Step != "" || s.Case != "") {
		return nil, errNoStep
	}
	if !known(next.now().Phase) {
		return nil, errNoPhase
	}
	if !next.same(rec) {
		next.Turn++
	}
	return &next, nil
}

func known(p room.Phase) bool {
	for _, is := range room.Phases() {
		if p == is {
			return true
		}
	}
	return false
}

// giveLesson gives the lesson that is kept, to the game with a number what was kept
// before it took the lead.
func (e *Edge) giveLesson(w http.ResponseWriter, r *http.Request, code string) {
	key := keyLesson + "." + code
	for {
		var l lesson
		var revision uint64
		e.hall.with(code, func(h *inHall) { l, revision = h.lesson, h.revisions[key] })
		if l.hold >= holdOf(r) {
			w.Header().Set("Content-Type", "application/octet-stream")
			w.Write(l.game)
			return
		}
		if err := e.catchUp(r.Context(), key, revision); err != nil {
			e.failed(w, err)
			return
		}
	}
}

// holdOf is the number by which a game says that it leads: 0 where it says none, and
// what no game leads by where it is no number.
func holdOf(r *http.Request) int {
	said := r.URL.Query().Get("hold")
	if said == "" {
		return 0
	}
	n, err := strconv.Atoi(said)
	if err != nil {
		return -1
	}
	return n
}

// keepLesson keeps the lesson, of the game that leads where it says so.
func (e *Edge) keepLesson(w http.ResponseWriter, r *http.Request, code string) {
	if !e.limits.take("lesson", code, saving) {
		refuseOften(w)
		return
	}
	b, err := io.ReadAll(r.Body)
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, "the lesson is too long to be kept")
		return
	}
	err = e.change(r, keyLesson, code, func(h *inHall) ([]byte, error) {
		if err := h.leads(holdOf(r)); err != nil {
			return nil, err
		}
		if more := len(b) - len(h.lesson.game); more > 0 && e.hall.lessons+more > mostLessons {
			return nil, errLessons
		}
		return lesson{h.record.Hold, b}.bytes(), nil
	})
	if err != nil {
		e.failed(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// mostLessons is how much the lessons of all rooms may hold together, in bytes: an eighth of
// what a store does, so that there is room for votes whatever teachers keep.
const mostLessons = 64 << 20

// change keeps what a room's value becomes, as says of the room as it is. Where
// another server changed that meanwhile, it is made again of what it is by then: of two
// that take the lead at once, and a turn, none is lost.
func (e *Edge) change(r *http.Request, kind, code string, as func(*inHall) ([]byte, error)) error {
	key := kind + "." + code
	for {
		var value []byte
		var revision, room uint64
		err := errNoRoom
		e.hall.with(code, func(h *inHall) {
			revision, room = h.revisions[key], h.revisions[keyRoom+"."+code]
			value, err = as(h)
		})
		if errors.Is(err, errBehind) {
			err = e.catchUp(r.Context(), keyRoom+"."+code, room)
			if err == nil {
				continue
			}
		}
		if err != nil {
			return err
		}
		next, err := e.store.Update(r.Context(), key, value, revision)
		switch {
		case err == nil:
			e.hall.hear(store.Entry{Key: key, Value: value, Revision: next})
			return nil
		case !errors.Is(err, store.ErrChanged):
			return err
		}
		if err := e.catchUp(r.Context(), key, revision); err != nil {
			return err
		}
	}
}

// keepBallot keeps what a seat sends, and gives the revision that it is kept as. It takes
// the place of what was there when it was sent and of nothing else: one that got stuck on
// its way, and was refused, does not come after one that was acknowledged since.
func (e *Edge) keepBallot(ctx context.Context, code, key string, value []byte) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, ballotMost)
	defer cancel()
	was, looked := uint64(0), false
	e.hall.with(code, func(h *inHall) { was = h.revisions[key] })
	over := time.After(changesMost)
	for wait := changesPause; ; wait *= 2 {
		revision, err := e.store.Update(ctx, key, value, was)
		if errors.Is(err, store.ErrChanged) { // this server is behind, or what seemed to fail was kept, or is just being
			entry, none := e.store.Get(ctx, key)
			switch {
			case none == nil && looked && entry.Revision > was && bytes.Equal(entry.Value, value):
				revision, err = entry.Revision, nil // it was kept since the last look: nothing older can follow
			case none == nil:
				e.hall.hear(entry)
				was = entry.Revision
			case errors.Is(none, store.ErrNone):
				revision, err = e.store.Create(ctx, key, value) // what was there has been forgotten
			default:
				return 0, none
			}
			looked = true
		}
		if err == nil {
			e.hall.hear(store.Entry{Key: key, Value: value, Revision: revision})
		}
		if !errors.Is(err, store.ErrChanged) && !errors.Is(err, store.ErrExists) {
			return revision, err
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-over:
			return 0, store.ErrChanged
		case <-time.After(wait):
		}
	}
}

const (
	// changesMost is for how long what a seat sends is put in the place of something newer,
	// longer than one attempt may take: it alone sends it. After each refusal there is a
	// pause of changesPause, and then of twice as long.
	changesMost  = 3 * time.Second
	changesPause = 50 * time.Millisecond
	// ballotMost is how long all of that takes at most: the last attempt may begin at the
	// end of changesMost.
	ballotMost = changesMost + store.Patience
)

// catchUp waits until this server has heard of a change after a revision, and looks
// itself where none comes, each time after twice as long.
func (e *Edge) catchUp(ctx context.Context, key string, revision uint64) error {
	ctx, cancel := context.WithTimeout(ctx, behindMost)
	defer cancel()
	_, code, _ := parts(key)
	next, wait := time.NewTimer(0), behindLook
	defer next.Stop()
	for {
		now, changed := revision, make(chan struct{})
		if !e.hall.with(code, func(h *inHall) { now, changed = h.revisions[key], h.changed }) {
			return errNoRoom
		}
		if now > revision {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-changed:
		case <-next.C:
			if entry, err := e.store.Get(ctx, key); err == nil && entry.Revision > revision {
				e.hall.hear(entry)
			}
			next.Reset(wait)
			wait = min(2*wait, behindRarely)
		}
	}
}

// look hears what the store has under a key, for a server that may be behind. It fails
// where nobody can say now what that is.
func (e *Edge) look(ctx context.Context, key string) error {
	entry, err := e.store.Get(ctx, key)
	switch {
	case err == nil:
		e.hall.hear(entry)
	case !errors.Is(err, store.ErrNone):
		return err
	}
	return nil
}

const (
	// behindMost is how long a server may be behind the store. Meanwhile it looks again
	// after behindLook, and then more and more rarely, to behindRarely.
	behindMost   = 2 * time.Second
	behindLook   = 20 * time.Millisecond
	behindRarely = 640 * time.Millisecond
)
