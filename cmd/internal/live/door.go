package live

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/room"
	"hardcases/game/view"
)

// door is the page before a seat is taken. Looking at it takes none: programs that
// look at links would.
func (e *Edge) door(w http.ResponseWriter, r *http.Request) {
	code, join, _ := roomName(r.PathValue("room"))
	if name := nameOf(code, join); r.PathValue("room") != name { // a page knows the room by its address
		http.Redirect(w, r, "/"+url.PathEscape(name)+query(r), http.StatusSeeOther)
		return
	}
	rec, trouble := e.find(r, code, join)
	status := http.StatusOK
	if trouble != "" {
		code, status = "", troubleStatus[trouble]
	}
	e.page(w, r, rec, status, func(ctx view.Context) view.Node { return view.DoorScreen(ctx, code, trouble) })
}

// find finds a room by its code, and counts short codes of no room against who tries
// them, and in all. Once too many were wrong, a short code tells nothing about any room:
// the whole one, as the camera reads it, always opens the door, so that nobody who tries
// codes out can lock a class out that shares an address with him. Nor can he by having the
// store asked: where this server knows the room, its whole code asks nothing.
func (e *Edge) find(r *http.Request, code, join string) (rec *record, trouble string) {
	if join != "" {
		e.hall.with(code, func(h *inHall) {
			if join == h.record.Join {
				rec = h.record
			}
		})
		if rec != nil {
			return rec, ""
		}
	}
	who := address(r, e.behind)
	if join == "" && !e.limits.codes(who, false) {
		return nil, "wait"
	}
	counted := join == "" && !e.hall.knows(code)
	if counted && !e.limits.codes(who, true) {
		return nil, "wait"
	}
	trouble = e.known(r, code, func(h *inHall) { rec = h.record })
	if counted && trouble != "room" { // it was right, or may have been
		e.limits.giveBack(who)
	}
	switch {
	case trouble == "" && (join == "" || join == rec.Join):
		return rec, ""
	case trouble == "away":
		return nil, trouble
	}
	return nil, "room"
}

// known does something with a room as the store has it. It asks the store also where this
// server has heard of the room: else what it answers while the store does not, and how
// soon, would say which codes there are. It gives the trouble "room" where there is none,
// and "away" where nobody can say now.
func (e *Edge) known(r *http.Request, code string, do func(*inHall)) (trouble string) {
	switch {
	case e.looks(r, keyRoom+"."+code) != nil:
		return "away"
	case e.hall.with(code, do):
		return ""
	}
	return "room"
}

// looks looks into the store for somebody, as often as an address may have it asked: what
// asks for what is not there costs nobody else the store's time.
func (e *Edge) looks(r *http.Request, keys ...string) error {
	if !e.limits.take("look", address(r, e.behind), looking) {
		return errAway
	}
	var errs []error
	for _, key := range keys {
		errs = append(errs, e.look(r.Context(), key))
	}
	return errors.Join(errs...)
}

// troubleStatus is the status of a page that tells of a trouble.
var troubleStatus = map[string]int{
	"room": http.StatusNotFound, "wait": http.StatusTooManyRequests, "locked": http.StatusForbidden, "full": http.StatusForbidden,
	"gone": http.StatusGone, "missing": http.StatusUnprocessableEntity, "past": http.StatusConflict, "store": http.StatusServiceUnavailable,
	"often": http.StatusTooManyRequests, "away": http.StatusServiceUnavailable,
}

// enter takes a seat.
func (e *Edge) enter(w http.ResponseWriter, r *http.Request) {
	code, join, _ := roomName(r.PathValue("room"))
	rec, trouble := e.find(r, code, join)
	secret := e.newToken()
	if trouble == "" {
		trouble = e.sit(r.Context(), code, shade(secret))
	}
	if trouble != "" {
		e.page(w, r, rec, troubleStatus[trouble], func(ctx view.Context) view.Node {
			if rec == nil {
				code = ""
			}
			return view.DoorScreen(ctx, code, trouble)
		})
		return
	}
	http.Redirect(w, r, "/"+code+"/"+secret+query(r), http.StatusSeeOther)
}

// sit takes a seat, and gives the trouble where it cannot. The seat counts from here on,
// so that of many who come at once no more get in than there are seats; a room that was
// locked or deleted while it was being kept, here or at another server, has it not.
func (e *Edge) sit(ctx context.Context, code, seat string) (trouble string) {
	err := errNoRoom
	e.hall.with(code, func(h *inHall) {
		if err = h.Enter(seat); err == nil {
			h.Sit(seat)
		}
	})
	if err != nil {
		return enterTrouble(err)
	}
	key := keySeat + "." + code + "." + seat
	revision, err := e.store.Put(ctx, key, nil)
	if err == nil && e.sits(code, seat) {
		if err = e.admits(ctx, code); err == nil {
			e.hall.hear(store.Entry{Key: key, Revision: revision})
			return ""
		}
	} else if err == nil {
		err = errNoRoom
	}
	e.hall.with(code, func(h *inHall) { h.Leave(seat) })
	e.dispose(ctx, key) // it may have been kept
	return enterTrouble(err)
}

// admits looks whether the room is there and open, as it is kept.
func (e *Edge) admits(ctx context.Context, code string) error {
	entry, err := e.store.Get(ctx, keyRoom+"."+code)
	if errors.Is(err, store.ErrNone) {
		return errNoRoom
	}
	if err != nil {
		return err
	}
	rec, err := parseRecord(entry.Value)
	if err == nil && rec.Locked {
		return room.ErrLocked
	}
	return err
}

// enterTrouble says why no seat was to be had, "" for one.
func enterTrouble(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, room.ErrLocked):
		return "locked"
	case errors.Is(err, room.ErrCrowded):
		return "full"
	case errors.Is(err, errNoRoom):
		return "room"
	}
	return "store"
}

// typed is for those who type the code on a page instead of in the address, or paste
// the whole address there.
func (e *Edge) typed(w http.ResponseWriter, r *http.Request) {
	address, _, _ := strings.Cut(r.URL.Query().Get("code"), "?")
	address = strings.TrimRight(strings.TrimSpace(address), "/")
	code, join, ok := roomName(address[strings.LastIndexByte(address, '/')+1:])
	if ok {
		http.Redirect(w, r, "/"+url.PathEscape(nameOf(code, join))+query(r), http.StatusSeeOther)
		return
	}
	e.codePage(w, r)
}

// nameOf is the first part of the address of a room's pages.
func nameOf(code, join string) string {
	if join == "" {
		return code
	}
	return code + "-" + join
}
