package host

import (
	"slices"
	"time"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"

	"github.com/tinylib/msgp/msgp"
)

// Live is the server that the game came from, as far as that may be one of live
// classes.
type Live interface {
	// Call sends a request there. Later it calls done, once, with what came of it:
	// a status of 0 where no answer came.
	Call(c Call, done func(status int, body []byte))
	// After calls do after a while.
	After(wait time.Duration, do func())
}

// Call is a request.
type Call struct {
	Method string
	Path   string // from the root, with its query
	Token  string // the teacher's of a room, "" for none
	Body   []byte
	Kind   string // of the body, a MIME type; "" for any bytes
}

// Mark is a header of HTTP that a server of live classes sends with the game. Where
// nothing has it, nothing else need be asked.
const Mark = "Hardcases-Live"

// Packed is the kind of body that is sent, and asked for: MessagePack.
const Packed = "application/msgpack"

// devices is what a host knows of the devices of a class.
type devices struct {
	asked  bool     // whether there is a server of live classes
	probes int      // for which no answer came
	packs  []string // the hashes of those that it can play
	of     string   // the slot of the lesson whose room it is, "" before one was looked for
	key    roomKey
	// hold is the number by which this host leads the room, 0 where it does not.
	hold int
	// opening, joining, telling and keeping say that an answer is awaited: to the
	// wish for a room, or for its lead; to where the lesson is; to the lesson, which
	// the server keeps too. listening is the lead by which it is asked about what the
	// devices have sent: that answer may take long.
	opening, joining, telling, keeping bool
	listening                          lead
	// tries counts what will be tried again: only the last such wish counts, and none
	// once another game leads.
	tries int
	kept  play.Journal // what the server keeps
	full  bool         // the player was told that the server has no room for the lesson
	long  bool         // the lesson is too long for the server, which keeps it no more
	told  *room.Turn   // what the server last took, nil for nothing
	tag   string       // of the figures that were heard last
	at    uint64       // how far the server was that said them
	// stale counts the figures since then of a server that is behind, and waits says that
	// it is given a moment.
	stale int
	waits bool
	news  string // those figures, as they went into the journal
	deaf  bool   // the server could not be reached, which is tried again
}

// The answers of the server, by their statuses of HTTP.
const (
	statusOK     = 200
	statusOpened = 201
	statusDone   = 204
	statusGone   = 403 // no such room, or not ours
	statusNone   = 404
	statusOther  = 409 // the room is led from elsewhere
	statusLong   = 413
	statusWait   = 429
	statusFull   = 507
)

// retry is how long it takes until the server is tried again.
const retry = 2 * time.Second

// tend has the server of the room know where the lesson is, and the lesson what
// the devices have sent. It may be called at any time, and does what is to be done
// now: no answer, no timer and no order of them matters to it.
func (h *Host) tend() {
	d := &h.devices
	if h.ports.Live == nil || h.lesson == nil {
		return
	}
	h.probe()
	door := h.door()
	came := d.of != h.lesson.slot.Name() // from another pack's lesson, or the page was loaded again
	if !d.joining && (came || d.key.Code != door) {
		h.readKey(door)
		if came && d.key.Code != "" {
			h.lead()
		}
	}
	if h.own().Code == "" || d.hold == 0 || d.deaf {
		return
	}
	h.tell()
	h.listen()
	h.deposit()
}

// door is the code of the room that the lesson has, "" for none.
func (h *Host) door() string { return h.lesson.session.State().Class.Room.Door.Code }

// probe asks, once and when a lesson is first shown, whether the game came from a
// server of live classes. Where no answer comes it asks again in a while,
// and then less and less often: the game may be played away from every network.
func (h *Host) probe() {
	if h.devices.asked {
		return
	}
	h.devices.asked = true
	h.ports.Live.Call(Call{Method: "GET", Path: "/live"}, func(status int, body []byte) {
		var s room.Server
		switch {
		case status == statusOK && read(body, &s) && s.Live == 1:
			h.devices.packs = s.Packs
			h.stage.Stale()
		case status == 0 || status >= 500:
			wait := retry << h.devices.probes
			h.devices.probes = min(h.devices.probes+1, 5) // a minute
			h.ports.Live.After(wait, func() {
				h.devices.asked = false
				h.tend()
			})
		}
	})
}

// lead is a room, and the number by which it is led.
type lead struct {
	key  roomKey
	hold int
}

// lead is the room that is led now.
func (d *devices) lead() lead { return lead{d.key, d.hold} }

// take takes a key for the lesson of a slot, and the lead by a number.
func (d *devices) take(of string, k roomKey, hold int) {
	d.of, d.key, d.hold = of, k, hold
	d.told, d.tag, d.at, d.stale, d.news, d.kept, d.full, d.long = nil, "", 0, 0, "", play.Journal{}, false, false
}

// tell tells the server where the lesson is, where it does not know that.
func (h *Host) tell() {
	d, now := &h.devices, h.turnNow()
	if d.telling || d.told != nil && *d.told == now {
		return
	}
	d.telling = true
	of := d.lead()
	h.call("PUT", of.key, "", now.MarshalMsg, func(status int, body []byte) {
		d.telling = false
		if status == statusOK && of == d.lead() {
			d.told = &now
		}
		h.answered(of, status, body)
	})
}

// turnNow is where the lesson is.
func (h *Host) turnNow() room.Turn {
	s := h.lesson.session.State().Class
	now, n, of := s.Now(h.book.Pack)
	return room.Turn{
		Case: now.Place.Case, Step: now.Place.Step, Phase: string(now.Phase), N: n, Of: of, Gentle: s.Gentle, Locked: s.Room.Locked,
		Most: s.Room.Most(), Hold: h.devices.hold,
	}
}

// listen waits for other figures than those that were heard last.
func (h *Host) listen() {
	d := &h.devices
	of, query := d.lead(), ""
	if d.listening == of || d.waits {
		return
	}
	d.listening = of
	if d.tag != "" {
		query = "?after=" + d.tag
	}
	h.call("GET", of.key, query, nil, func(status int, body []byte) {
		if d.listening == of {
			d.listening = lead{}
		}
		h.answered(of, status, body)
	})
}

// answered takes an answer to who led a room so: its figures, or why there are none.
func (h *Host) answered(of lead, status int, body []byte) {
	switch {
	case h.lesson == nil || of != h.devices.lead() || of.key.Code != h.door(): // the lesson has another by now, or the lead is another
	case status == statusOK:
		h.hear(body)
	case status == statusDone: // nothing new
	case status == statusGone:
		h.forgetRoom("notice.room-gone")
	case status == statusOther:
		h.yield()
	default:
		h.tryAgain()
		return
	}
	h.settle()
}

// tryAgain tries again in a while.
func (h *Host) tryAgain() {
	d := &h.devices
	if d.deaf {
		return
	}
	d.deaf = true
	h.stage.Stale()
	h.ports.Live.After(retry, func() {
		d.deaf = false
		h.stage.Stale()
		h.tend()
	})
}

// hear takes figures into the lesson, where they are new.
func (h *Host) hear(body []byte) {
	d := &h.devices
	var f room.Figures
	if !read(body, &f) {
		return
	}
	switch {
	case f.Hold > d.hold:
		h.yield()
		return
	case f.Hold < d.hold, f.At != 0 && f.At < d.at && d.stale < mostStale:
		d.stale++
		h.wait()
		return
	}
	d.tag, d.at, d.stale = f.Tag, f.At, 0
	news := newsOf(&f).String()
	if news != d.news {
		d.news = news
		if s := h.lesson.session.State().Class; class.Tells(h.book.Pack, s, news) { // else two games that lead in turn would part
			h.note(class.Heard, news)
		}
	}
}

const (
	// catchUp is how long a server that is behind another one is given.
	catchUp = 500 * time.Millisecond
	// mostStale is how often figures of one that is behind are passed over, as long as they
	// say who leads: a server may also have been started anew, with less than it had.
	mostStale = 20
)

// wait asks for figures again in a moment.
func (h *Host) wait() {
	d := &h.devices
	if d.waits {
		return
	}
	d.waits = true
	h.ports.Live.After(catchUp, func() {
		d.waits = false
		h.tend()
	})
}

// newsOf is what figures say to a lesson.
func newsOf(f *room.Figures) class.News {
	return class.News{
		Place: pack.Place{Case: f.Case, Step: f.Step}, In: f.In, Sent: f.Sent, Votes: f.Votes, Sure: f.Sure, Guesses: f.Guesses, Reasons: f.Reasons,
		SentBets: max(f.SentBets, sum(f.Bets)), Guessed: max(f.Guessed, sum(f.Guesses)), // older servers have but the slices
	}
}

func sum(counts []int) (all int) {
	for _, n := range counts {
		all += n
	}
	return all
}

// note takes down what nobody did in the lesson, on whatever screen the player is.
func (h *Host) note(act class.Act, text string) {
	m := play.Class{Act: act, Text: text}
	if h.shown == h.lesson {
		h.stage.Send(m)
		return
	}
	h.lesson.session.Send(m)
	h.save(h.lesson)
}

const roomPath = "/live/rooms/"

// message writes what is sent, MarshalMsg of something. What of a program can be sent is
// so known to the linker, which else keeps what writes packs, too.
type message func([]byte) ([]byte, error)

// call sends a request about a room.
func (h *Host) call(method string, k roomKey, query string, body message, done func(status int, body []byte)) {
	h.send(Call{Method: method, Path: roomPath + k.Code + query, Token: k.Token}, body, done)
}

// send sends a request with a body, nil for none.
func (h *Host) send(c Call, body message, done func(status int, body []byte)) {
	if body != nil {
		b, err := body(nil)
		if err != nil { // all that is sent can be said so
			panic(err)
		}
		c.Body, c.Kind = b, Packed
	}
	h.ports.Live.Call(c, done)
}

// read reads what the server says.
func read(b []byte, into msgp.Unmarshaler) bool {
	_, err := into.UnmarshalMsg(b)
	return err == nil
}

// devicesOf is what the screens of a lesson say of the devices.
func (h *Host) devicesOf(s *class.State) view.Devices {
	d := &h.devices
	v := view.Devices{Offered: slices.Contains(d.packs, h.book.Pack.Hash()), Waiting: d.opening || d.joining}
	switch door := s.Room.Door.Code; {
	case door == "":
	case door != d.key.Code:
		v.Away = view.Foreign
	case d.hold == 0:
		v.Away = view.Elsewhere
	case d.deaf:
		v.Away = view.Unreached
	}
	return v
}
