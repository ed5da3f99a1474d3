package live

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/room"
)

// The teacher's token is in the header Authorization, as a bearer's.

// about says that this is a live server, and what it can play.
func (e *Edge) about(w http.ResponseWriter, r *http.Request) {
	packs := make([]string, 0, len(e.packs))
	for hash := range e.packs {
		packs = append(packs, hash)
	}
	answer(w, r, http.StatusOK, &room.Server{Live: 1, Packs: packs})
}

func (e *Edge) openRoom(w http.ResponseWriter, r *http.Request) {
	var o room.Opening
	if !read(w, r, &o) {
		return
	}
	if e.packs[o.Pack] == nil {
		refuse(w, http.StatusNotFound, "this server does not have the pack that is played")
		return
	}
	if o.Most == 0 {
		o.Most = room.UsualSeats
	}
	if o.Most < 1 || o.Most > room.MostSeats {
		refuse(w, http.StatusBadRequest, fmt.Sprintf("a room has from 1 to %d seats", room.MostSeats))
		return
	}
	if o.Locale != "" && !slices.Contains(e.packs[o.Pack].Head().Locales, o.Locale) && !e.words.Has(o.Locale) {
		refuse(w, http.StatusBadRequest, "this server does not have the language of the room")
		return
	}
	most, here := mostRooms-reserved, e.here(r)
	if here {
		most = mostRooms
	}
	if e.hall.count() >= most {
		refuse(w, http.StatusConflict, "this server has as many rooms as it may: one goes twelve hours after its last change, or when its teacher deletes it")
		return
	}
	if !here && !e.limits.take("room", address(r, e.behind), newRooms) {
		refuse(w, http.StatusTooManyRequests, "too many rooms were opened from this address: wait a minute")
		return
	}
	secret := e.newToken()
	rec := &record{
		Version: recordVersion, Pack: o.Pack, Key: shade(secret), Join: e.newCode(), Locale: o.Locale,
		Phase: string(room.Waiting), Most: o.Most, Turn: 1, Hold: 1, Opened: e.now().UTC(),
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
		o := e.opened(r, code, rec)
		o.Token = secret
		answer(w, r, http.StatusCreated, &o)
		return
	}
	refuse(w, http.StatusServiceUnavailable, "no code could be found for the room: try again")
}

const (
	// mostRooms is how many rooms a server has.
	mostRooms = 1000
	// reserved is how many of them only this computer itself opens: whoever else reaches
	// the server leaves these to a teacher at it.
	reserved = 50
)

// here says whether this computer itself asks.
func (e *Edge) here(r *http.Request) bool {
	if e.behind { // what all come from is the proxy
		return false
	}
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return false
	}
	ip := at.Addr().Unmap().WithZone("")
	return ip.IsLoopback() || slices.ContainsFunc(ownAddresses(), func(n *net.IPNet) bool { return n.IP.Equal(ip.AsSlice()) })
}

// paced refuses what leads a room where that comes more often than anybody turns pages.
func (e *Edge) paced(h func(w http.ResponseWriter, r *http.Request, code string)) func(w http.ResponseWriter, r *http.Request, code string) {
	return func(w http.ResponseWriter, r *http.Request, code string) {
		if !e.limits.take("teach", code, teaching) {
			refuseOften(w)
			return
		}
		h(w, r, code)
	}
}

// refuseOften refuses what comes too often.
func refuseOften(w http.ResponseWriter) {
	w.Header().Set("Retry-After", "1")
	refuse(w, http.StatusTooManyRequests, "this comes too often: wait a second")
}

// opened is a room as its teacher's game hears of it, without the token.
func (e *Edge) opened(r *http.Request, code string, rec *record) room.Opened {
	base := e.base(r)
	return room.Opened{
		Code: code, Hold: rec.Hold, Address: strings.TrimPrefix(base, "http://"), Camera: strings.ToUpper(base + "/" + code + "-" + rec.Join),
	}
}

// noRoom is said of a room that is not there and of somebody else's alike.
const noRoom = "there is no such room, or it is not yours"

// base is the address of the pupils' pages, without a slash at its end: the one that
// the teacher uses, and where that is this computer's own, which nobody else finds,
// its first in a network.
func (e *Edge) base(r *http.Request) string {
	switch {
	case e.public != nil:
		return strings.TrimSuffix(e.public.String(), "/")
	case own(r.Host) && len(e.addresses) > 0:
		return strings.TrimSuffix(e.addresses[0], "/")
	}
	return "http://" + r.Host
}

// own says whether a host with its port is this computer, seen from itself.
func own(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// teacher lets only the teacher of a room in. Who has the wrong token hears the
// same as about a room that is not there.
func (e *Edge) teacher(h func(w http.ResponseWriter, r *http.Request, code string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		code, ok := room.ReadCode(r.PathValue("code"))
		secret, bears := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		in, trouble := false, ""
		bearsIt := func(h *inHall) { in = opens(secret, h.record.Key) }
		if ok && bears {
			e.hall.with(code, bearsIt)
		}
		if ok && bears && !in {
			trouble = e.known(r, code, bearsIt)
		}
		if trouble == "away" {
			e.failed(w, errAway)
			return
		}
		if !in {
			refuse(w, http.StatusForbidden, noRoom)
			return
		}
		h(w, r, code)
	}
}

// figures are those of a room. What fewer than Least have answered is nobody's business,
// nor the teacher's.
func (e *Edge) figures(h *inHall) room.Figures {
	t := e.tally(h)
	f := room.Figures{
		Case: h.record.Case, Step: h.record.Step, Phase: h.record.Phase, In: t.In, Locked: h.Locked, Hold: h.record.Hold,
		Sent: t.Sent, SentBets: t.Bet(), Guessed: t.Guessed,
	}
	if t.Sent >= room.Least {
		f.Votes = t.Votes
	}
	if f.SentBets >= room.Least {
		f.Bets, f.Sure = t.Bets, t.Sure
	}
	if f.Guessed >= room.Least {
		f.Guesses = t.Guesses
	}
	if t.Reasoned() >= room.Least {
		f.Reasons = t.Reasons
	}
	f.Tag = shade(fmt.Sprint(f))
	f.At = h.at
	return f
}

// tally is what the seats of a room have sent at the step where it is.
func (e *Edge) tally(h *inHall) room.Tally {
	if h.tally == nil {
		st, try := e.step(h.record)
		t := h.Tally(h.Now.Place, st, try)
		h.tally = &t
	}
	return *h.tally
}

// step finds where a room is, with the question to the working model that may come with
// it; an empty step and question where it is nowhere.
func (e *Edge) step(r *record) (*pack.Step, *pack.Try) {
	p := e.packs[r.Pack]
	if p == nil {
		return &pack.Step{}, &pack.Try{}
	}
	st, ok := p.StepAt(pack.Place{Case: r.Case, Step: r.Step})
	if !ok {
		return &pack.Step{}, &pack.Try{}
	}
	c, _ := p.Case(r.Case)
	try, _ := c.TryOf(st.Seat)
	return st, try
}

// state gives the figures of a room. With after, the tag of figures that the game
// has, it waits for others: for a while, as a proxy lets nothing take for ever.
func (e *Edge) state(w http.ResponseWriter, r *http.Request, code string) {
	after := r.URL.Query().Get("after")
	if after != "" && e.unchanged(r.Context(), code, after) {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	e.answerFigures(w, r, code)
}

const (
	// longPoll is how long a request waits for figures to change: some networks cut what
	// is quiet for 20 seconds.
	longPoll = 12 * time.Second
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
func (e *Edge) answerFigures(w http.ResponseWriter, r *http.Request, code string) {
	var f room.Figures
	if !e.hall.with(code, func(h *inHall) { f = e.figures(h) }) {
		refuse(w, http.StatusForbidden, noRoom)
		return
	}
	answer(w, r, http.StatusOK, &f)
}
