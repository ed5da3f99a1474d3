package live

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"
)

// A pupil's addresses are /CODE, where a place in the class can be taken, and
// /CODE/TOKEN, that place. They work without a script: a form is posted, and the
// page that answers renews itself. The token stands in the address, so that a reload
// finds the same place, and scripts keep it in the browser for who closes the page.

// atSeat finds a seat, and what its page shows where s is to hold that; false where it has
// written why not. Tokens of no seat are not counted: nobody finds one of 128 bits by
// trying, and the pages of a class whose seats were taken out all ask. What they are told is
// the same for every code, else they would say which ones there are.
func (e *Edge) atSeat(w http.ResponseWriter, r *http.Request, s *view.Seat) (code, seat string, rec *record, ok bool) {
	code, _, _ = roomName(r.PathValue("room"))
	seat = shade(r.PathValue("seat"))
	sits := func() (in bool) {
		e.hall.with(code, func(h *inHall) {
			in = h.Has(seat)
			if rec = h.record; in && s != nil {
				*s = e.seatState(code, seat, h)
			}
		})
		return in
	}
	if sits() {
		return code, seat, rec, true
	}
	err := e.looks(r, keySeat+"."+code+"."+seat, keyRoom+"."+code) // it may have been taken at another server
	if sits() {
		return code, seat, rec, true
	}
	trouble := "gone"
	if err != nil {
		trouble = "away"
	}
	e.page(w, r, nil, troubleStatus[trouble], func(ctx view.Context) view.Node { return view.DoorScreen(ctx, code, trouble) })
	return "", "", nil, false
}

// seatState is what a seat's page shows.
func (e *Edge) seatState(code, seat string, h *inHall) view.Seat {
	s := view.Seat{Code: code, Now: h.Now, N: h.record.N, Of: h.record.Of, Gentle: h.record.Gentle}
	s.Ballot, _ = h.Ballot(seat, h.Now.Place)
	if h.Now.Phase == room.Told || h.Now.Phase == room.Tried {
		s.Tally = e.tally(h)
	}
	if h.Now.Phase == room.Over {
		s.Kept = e.resultCode(h, seat)
	}
	return s
}

// resultCode is what a seat chose in the whole lesson.
func (e *Edge) resultCode(h *inHall, seat string) string {
	p := e.packs[h.record.Pack]
	if p == nil {
		return ""
	}
	var s play.State
	for at, b := range h.Of(seat) {
		if b.Option != "" && at.Case != pack.AtDesk { // a code has no rounds
			c := play.Choice{Option: b.Option, Principle: b.Reason, Bet: b.Bet, Stop: b.Stop}
			s.Answers = append(s.Answers, play.Answer{Case: at.Case, Step: at.Step, First: c, Last: c})
		}
	}
	if len(s.Answers) == 0 {
		return ""
	}
	return view.ResultCode(view.Context{Pack: p}, s)
}

// seat is the page of a seat.
func (e *Edge) seat(w http.ResponseWriter, r *http.Request) {
	var s view.Seat
	code, seat, rec, ok := e.atSeat(w, r, &s)
	if !ok {
		return
	}
	if arrived := r.URL.Query().Get(arrivedAs); arrived != "" && e.limits.take("late", seat, sending) {
		e.hearOf(r.Context(), code, seat, arrived)
		e.hall.with(code, func(h *inHall) { rec, s = h.record, e.seatState(code, seat, h) })
	}
	e.page(w, r, rec, http.StatusOK, func(ctx view.Context) view.Node { return view.SeatScreen(ctx, s) })
}

// arrivedAs is in the address of the page that follows on what a seat has sent, with the
// turn of the lesson and the revision that it was kept as: another server may give that
// page, which has not heard of it yet.
const arrivedAs = "arrived"

// hearOf waits until this server has heard of what a seat has sent, for a while, where
// the lesson has not gone on since.
func (e *Edge) hearOf(ctx context.Context, code, seat, arrived string) {
	var turn int
	var revision uint64
	if _, err := fmt.Sscanf(arrived, "%d.%d", &turn, &revision); err != nil || revision == 0 {
		return
	}
	behind, key := false, ""
	heard := func() {
		e.hall.with(code, func(h *inHall) {
			behind = h.record.Turn < turn
			if kind := keyOf(h.Now.Phase); kind != "" && h.record.Turn == turn {
				key = ballotKey(kind, code, h.Now.Place, seat)
			}
		})
	}
	if heard(); behind {
		_ = e.look(ctx, keyRoom+"."+code) // without it the page is of before, which its script knows
		heard()
	}
	if key != "" {
		_ = e.catchUp(ctx, key, revision-1)
	}
}

// cast takes what a seat sends.
func (e *Edge) cast(w http.ResponseWriter, r *http.Request) {
	var s view.Seat
	code, seat, rec, ok := e.atSeat(w, r, &s)
	if !ok {
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, longestBallot)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "this is no answer to anything here", http.StatusBadRequest)
		return
	}
	sent := ballotOf(r)
	at := pack.Place{Case: r.PostForm.Get("case"), Step: r.PostForm.Get("step")}
	part, err := room.Ballot{}, errNoRoom
	counts := func() {
		e.hall.with(code, func(h *inHall) {
			rec, s = h.record, e.seatState(code, seat, h)
			st, try := e.step(rec)
			part, err = h.Cast(seat, at, st, try, sent)
		})
	}
	counts()
	if castTrouble(err) == "past" && e.limits.take("late", seat, sending) {
		_ = e.look(r.Context(), keyRoom+"."+code) // the vote may have been opened at another server
		counts()
	}
	trouble, arrived := castTrouble(err), ""
	if trouble == "" && !e.limits.take("cast", seat, sending) {
		trouble = "often"
	}
	if trouble == "" {
		key := ballotKey(keyOf(s.Now.Phase), code, at, seat)
		revision, err := e.keepBallot(r.Context(), code, key, []byte(part.String()))
		arrived = fmt.Sprintf("%d.%d", rec.Turn, revision)
		switch {
		case errors.Is(err, store.ErrFull):
			w.Header().Set("Retry-After", "30")
			trouble = "store"
		case err != nil:
			trouble = "store"
		case !e.sits(code, seat): // it was taken out meanwhile, with all that was there then
			e.dispose(r.Context(), key) // it counts nowhere as it is
			trouble = "gone"
		}
	}
	if trouble == "" {
		http.Redirect(w, r, also(r.URL.Path+query(r), arrivedAs+"="+arrived), http.StatusSeeOther)
		return
	}
	s.Trouble, s.Sent = trouble, sent
	e.page(w, r, rec, troubleStatus[trouble], func(ctx view.Context) view.Node { return view.SeatScreen(ctx, s) })
}

// sits says whether a seat is in a room.
func (e *Edge) sits(code, seat string) (in bool) {
	e.hall.with(code, func(h *inHall) { in = h.Has(seat) })
	return in
}

// longestBallot is the most that a pupil's form may hold, in bytes.
const longestBallot = 4 << 10

var (
	errNoRoom = errors.New("the room is gone")
	errAway   = errors.New("the store does not answer just now")
)

// castTrouble says why a ballot was not taken, "" for taken.
func castTrouble(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, room.ErrBallot):
		return "missing"
	case errors.Is(err, room.ErrNotIn), errors.Is(err, errNoRoom):
		return "gone"
	}
	return "past"
}

// The fields of a pupil's form.
const (
	fieldOption = "option"
	fieldReason = "reason"
	fieldBet    = "bet"
	fieldStop   = "stop"
	fieldGuess  = "guess"
)

// field is the name and value that a radio button of a page has in its form, by the
// message that it carries.
func field(m play.Msg) (name, value string) {
	switch m := m.(type) {
	case play.Choose:
		return fieldOption, m.Option
	case play.GiveReason:
		return fieldReason, m.Principle
	case play.Bet:
		return fieldBet, m.Option
	case play.Stake:
		return fieldStop, strconv.Itoa(m.Stop)
	case play.Guess:
		return fieldGuess, m.Option
	}
	return "", ""
}

func ballotOf(r *http.Request) room.Ballot {
	stop, err := strconv.Atoi(r.PostForm.Get(fieldStop))
	if err != nil {
		stop = 0
	}
	return room.Ballot{
		Option: r.PostForm.Get(fieldOption), Reason: r.PostForm.Get(fieldReason), Bet: r.PostForm.Get(fieldBet), Stop: stop,
		Guess: r.PostForm.Get(fieldGuess),
	}
}

// seatTurn says which turn of the lesson it is, for scripts that ask again and
// again.
func (e *Edge) seatTurn(w http.ResponseWriter, r *http.Request) {
	_, _, rec, ok := e.atSeat(w, r, nil)
	if !ok {
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write([]byte(strconv.Itoa(rec.Turn)))
}

// seatEvents says the same whenever it changes.
func (e *Edge) seatEvents(w http.ResponseWriter, r *http.Request) {
	code, seat, _, ok := e.atSeat(w, r, nil)
	if !ok {
		return
	}
	apart(e.until, w, r, func(ctx context.Context, s *stream) { e.tells(ctx, s, code, seat) })
}

// tells tells a seat's page of each turn, until nobody is there any more.
func (e *Edge) tells(gone context.Context, s *stream, code, seat string) {
	ctx, leave := e.hall.listens(gone, code, seat)
	defer leave()
	last := -1
	for {
		turn, in := 0, false
		var turned chan struct{}
		e.hall.with(code, func(h *inHall) { turn, in, turned = h.record.Turn, h.Has(seat), h.turned })
		if !in {
			s.send("gone", "")
			return
		}
		if turn != last && !s.send("turn", strconv.Itoa(turn)) {
			return
		}
		last = turn
		if !s.wait(ctx, turned) {
			switch {
			case gone.Err() != nil:
			case e.sits(code, seat):
				s.send("many", "") // it would come again, and end another one
			default:
				s.send("gone", "")
			}
			return
		}
	}
}
