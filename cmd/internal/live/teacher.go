package live

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/room"
)

// What the teacher's game sends and gets is JSON. Its token is in the header
// Authorization, as a bearer's.

// opening is what a teacher's game sends to open a room.
type opening struct {
	Pack   string `json:"pack"` // its hash
	Locale string `json:"locale"`
	Most   int    `json:"most"` // seats; 0 for the usual
}

// opened is what it gets.
type opened struct {
	Code  string `json:"code"`
	Token string `json:"token"`
	// Address is where pupils type the code, without a scheme where it is http;
	// Camera is the address for their cameras, in capitals.
	Address string `json:"address"`
	Camera  string `json:"camera"`
}

// step is where the lesson is, as a teacher's game sends it.
type stepNow struct {
	Case   string `json:"case"`
	Step   string `json:"step"`
	Phase  string `json:"phase"`
	N      int    `json:"n"`
	Of     int    `json:"of"`
	Gentle bool   `json:"gentle"`
	Locked bool   `json:"locked"`
	Most   int    `json:"most"`
}

// figures is what a teacher's game gets of a room. Slices go by the step's options
// in the pack's order.
type figures struct {
	Case    string            `json:"case"`
	Step    string            `json:"step"`
	Phase   string            `json:"phase"`
	In      int               `json:"in"`
	Sent    int               `json:"sent"`
	Votes   []int             `json:"votes"`
	Bets    []int             `json:"bets"`
	Sure    [][room.Stops]int `json:"sure"`
	Reasons []int             `json:"reasons"`
	Locked  bool              `json:"locked"`
	Tag     string            `json:"tag"` // of these figures
}

// usualMost is how many seats a room has where nothing else is said.
const usualMost = 60

// about says that this is a live server, and what it can play.
func (e *Edge) about(w http.ResponseWriter, _ *http.Request) {
	packs := make([]string, 0, len(e.packs))
	for hash := range e.packs {
		packs = append(packs, hash)
	}
	answer(w, http.StatusOK, map[string]any{"live": 1, "packs": packs})
}

func (e *Edge) openRoom(w http.ResponseWriter, r *http.Request) {
	var o opening
	if !read(w, r, &o) {
		return
	}
	if e.packs[o.Pack] == nil {
		refuse(w, http.StatusNotFound, "this server does not have the pack that is played")
		return
	}
	if o.Most == 0 {
		o.Most = usualMost
	}
	if o.Most < 1 || o.Most > room.MostSeats {
		refuse(w, http.StatusBadRequest, fmt.Sprintf("a room has from 1 to %d seats", room.MostSeats))
		return
	}
	if !e.limits.take("room", address(r, e.behind), newRooms) {
		refuse(w, http.StatusTooManyRequests, "too many rooms were opened from this address: wait a minute")
		return
	}
	secret := e.newToken()
	rec := &record{
		Version: recordVersion, Pack: o.Pack, Key: shade(secret), Join: e.newCode()[:4], Locale: o.Locale,
		Phase: string(room.Waiting), Most: o.Most, Turn: 1, Opened: e.now().UTC(),
	}
	for range 20 { // a code that is taken is rare, twenty in a row are a fault
		code := e.newCode()
		key, value := keyRoom+"."+code, rec.bytes()
		revision, err := e.store.Create(r.Context(), key, value)
		if errors.Is(err, store.ErrExists) {
			continue
		}
		if err != nil {
			e.failed(w, err)
			return
		}
		e.hall.hear(store.Entry{Key: key, Value: value, Revision: revision})
		base := e.base(r)
		answer(w, http.StatusCreated, opened{
			Code: code, Token: secret, Address: strings.TrimPrefix(base, "http://"),
			Camera: strings.ToUpper(base + "/" + code + "-" + rec.Join),
		})
		return
	}
	refuse(w, http.StatusServiceUnavailable, "no code could be found for the room: try again")
}

// noRoom is said of a room that is not there and of somebody else's alike.
const noRoom = "there is no such room, or it is not yours"

// base is the address of the pupils' pages, without a slash at its end.
func (e *Edge) base(r *http.Request) string {
	if e.public != nil {
		return strings.TrimSuffix(e.public.String(), "/")
	}
	return "http://" + r.Host
}

// teacher lets only the teacher of a room in. Who has the wrong token hears the
// same as about a room that is not there.
func (e *Edge) teacher(h func(w http.ResponseWriter, r *http.Request, code string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		code, ok := room.ReadCode(r.PathValue("code"))
		secret, bears := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		in := false
		if ok && bears {
			e.hall.with(code, func(h *inHall) { in = opens(secret, h.record.Key) })
		}
		if !in {
			refuse(w, http.StatusForbidden, noRoom)
			return
		}
		h(w, r, code)
	}
}

func (e *Edge) figures(h *inHall) figures {
	_, st := e.step(h.record)
	t := h.Tally(h.Now.Place, st)
	f := figures{
		Case: h.record.Case, Step: h.record.Step, Phase: h.record.Phase, In: t.In, Sent: t.Sent,
		Votes: t.Votes, Bets: t.Bets, Sure: t.Sure, Reasons: t.Reasons, Locked: h.Locked,
	}
	f.Tag = shade(fmt.Sprint(f))
	return f
}

// step finds where a room is; an empty step where it is nowhere.
func (e *Edge) step(r *record) (*pack.Case, *pack.Step) {
	p := e.packs[r.Pack]
	if p == nil {
		return &pack.Case{}, &pack.Step{}
	}
	c, _ := p.Case(r.Case)
	i, st := c.Step(r.Step)
	if i < 0 {
		return c, &pack.Step{}
	}
	return c, st
}

// state gives the figures of a room. With after, the tag of figures that the game
// has, it waits for others: for a while, as a proxy lets nothing take for ever.
func (e *Edge) state(w http.ResponseWriter, r *http.Request, code string) {
	after := r.URL.Query().Get("after")
	if after != "" && e.unchanged(r.Context(), code, after) {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	e.answerFigures(w, code)
}

const (
	// longPoll is how long a request waits for figures to change.
	longPoll = 20 * time.Second
	// pause is how long figures are gathered before they are sent: what a class
	// votes at once is one change for the eye.
	pause = 150 * time.Millisecond
)

// unchanged waits until the figures of a room are others than those of a tag, and
// says whether they never were.
func (e *Edge) unchanged(ctx context.Context, code, tag string) bool {
	ctx, cancel := context.WithTimeout(ctx, longPoll)
	defer cancel()
	for {
		var changed chan struct{}
		same := false
		e.hall.with(code, func(h *inHall) { same, changed = e.figures(h).Tag == tag, h.changed })
		if !same {
			return false
		}
		select {
		case <-ctx.Done():
			return true
		case <-changed:
			time.Sleep(pause)
		}
	}
}

// answerFigures gives the figures of a room.
func (e *Edge) answerFigures(w http.ResponseWriter, code string) {
	var f figures
	if !e.hall.with(code, func(h *inHall) { f = e.figures(h) }) {
		refuse(w, http.StatusForbidden, noRoom)
		return
	}
	answer(w, http.StatusOK, f)
}

// turn takes where the lesson is now.
func (e *Edge) turn(w http.ResponseWriter, r *http.Request, code string) {
	var s stepNow
	if !read(w, r, &s) {
		return
	}
	var rec record
	e.hall.with(code, func(h *inHall) { rec = *h.record })
	next := rec
	next.Case, next.Step, next.Phase, next.N, next.Of, next.Gentle, next.Locked = s.Case, s.Step, s.Phase, s.N, s.Of, s.Gentle, s.Locked
	if s.Most > 0 {
		next.Most = min(s.Most, room.MostSeats)
	}
	if _, st := e.step(&next); st.ID == "" && s.Step != "" {
		refuse(w, http.StatusBadRequest, "the pack has no such step")
		return
	}
	if !known(next.now().Phase) {
		refuse(w, http.StatusBadRequest, "there is no such phase")
		return
	}
	if !next.same(&rec) {
		next.Turn++
	}
	if err := e.keepRoom(r, code, &next); err != nil {
		e.failed(w, err)
		return
	}
	e.answerFigures(w, code)
}

func known(p room.Phase) bool {
	for _, is := range room.Phases() {
		if p == is {
			return true
		}
	}
	return false
}

func (e *Edge) keepRoom(r *http.Request, code string, rec *record) error {
	return e.put(r, keyRoom+"."+code, rec.bytes())
}

// put keeps a value, and has the hall hear of it at once.
func (e *Edge) put(r *http.Request, key string, value []byte) error {
	revision, err := e.store.Put(r.Context(), key, value)
	if err != nil {
		return err
	}
	e.hall.hear(store.Entry{Key: key, Value: value, Revision: revision})
	return nil
}

// empty takes all seats out, with all that they sent.
func (e *Edge) empty(w http.ResponseWriter, r *http.Request, code string) {
	if err := e.clear(r, code); err != nil {
		e.failed(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// clear forgets what pupils sent.
func (e *Edge) clear(r *http.Request, code string) error {
	for _, key := range e.hall.keys(code) {
		if err := e.delete(r, key); err != nil {
			return err
		}
	}
	return nil
}

// delete forgets a key, here at once.
func (e *Edge) delete(r *http.Request, key string) error {
	if err := e.store.Delete(r.Context(), key); err != nil {
		return err
	}
	e.hall.forget(key)
	return nil
}

// remove forgets the room now.
func (e *Edge) remove(w http.ResponseWriter, r *http.Request, code string) {
	err := e.clear(r, code)
	for _, kind := range []string{keyLesson, keyRoom} {
		if err == nil {
			err = e.delete(r, kind+"."+code)
		}
	}
	if err != nil {
		e.failed(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (e *Edge) lesson(w http.ResponseWriter, _ *http.Request, code string) {
	var b []byte
	e.hall.with(code, func(h *inHall) { b = h.lesson })
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Write(b)
}

func (e *Edge) keepLesson(w http.ResponseWriter, r *http.Request, code string) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, "the lesson is too long to be kept")
		return
	}
	if err := e.put(r, keyLesson+"."+code, b); err != nil {
		e.failed(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// failed answers where the store does not keep what it is given.
func (e *Edge) failed(w http.ResponseWriter, err error) {
	w.Header().Set("Retry-After", "1")
	switch {
	case errors.Is(err, store.ErrFull):
		refuse(w, http.StatusInsufficientStorage, "the server's disk has no room left for this")
	case errors.Is(err, store.ErrLong):
		refuse(w, http.StatusRequestEntityTooLarge, "this is too long to be kept")
	default:
		refuse(w, http.StatusServiceUnavailable, "this could not be kept just now: it will be tried again")
	}
}

// read reads JSON that a teacher's game sent.
func read(w http.ResponseWriter, r *http.Request, into any) bool {
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		refuse(w, http.StatusBadRequest, "what was sent cannot be read: "+strconv.Quote(err.Error()))
		return false
	}
	return true
}

// answer writes JSON.
func answer(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // all that is answered can be said in JSON
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write(b)
}

// refuse says in JSON why something was not done.
func refuse(w http.ResponseWriter, status int, why string) {
	answer(w, status, map[string]string{"why": why})
}
