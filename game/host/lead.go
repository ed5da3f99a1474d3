package host

import (
	"slices"
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/play"
	"hardcases/game/room"
)

// A room is led by one game at a time, the one that took the lead last: on another
// device, or after its page was loaded again. The server keeps the lesson too, so
// that it goes on wherever the teacher's token is.

// linkMark begins the fragment of an address that leads a room.
const linkMark = "live="

// Join leads the room of an address that TakeLink gave, by the fragment of it, and
// goes on with its lesson. ok is false for a fragment that is none.
func (h *Host) Join(fragment string) (ok bool) {
	rest, ok := strings.CutPrefix(fragment, linkMark)
	code, token, has := strings.Cut(rest, ".")
	code, isCode := room.ReadCode(code)
	if !ok || !has || !isCode || len(token) > 64 {
		return false
	}
	if h.ports.Live == nil {
		h.stage.Notify("notice.no-live", "")
		return true
	}
	h.join(roomKey{code, token})
	return true
}

// takeLink gives the teacher the address that leads the room.
func (h *Host) takeLink() {
	key, address := h.devices.key, h.stage.State().Class.Room.Door.Address
	if key.Code == "" {
		h.stage.Notify("notice.no-live", "")
		return
	}
	if !strings.Contains(address, "://") {
		address = "http://" + address
	}
	h.ports.Give.Text(address+"/#"+linkMark+key.Code+"."+key.Token, linkName, func(g Given, err error) {
		switch {
		case err == nil && g.Copied:
			h.stage.Notify("notice.link-copied", "")
			h.wind()
		default:
			h.told("notice.link-saved", "notice.take-failed")(g, err)
		}
	})
}

// linkName is the name of the file with that address.
const linkName = "hard-cases-lesson.txt"

// lead leads the room of the lesson from here.
func (h *Host) lead() { h.join(h.devices.key) }

// join takes the lead of a room, and goes on with the lesson that the server keeps,
// where that holds more than the one here. While the server does not answer it is asked
// again: a game that does not lead tells the class nothing.
func (h *Host) join(key roomKey) {
	d := &h.devices
	if d.joining || h.ports.Live == nil || key.Code == "" {
		return
	}
	d.joining = true
	own := h.owns(key)
	h.ports.Live.Call(Call{Method: "POST", Path: roomPath + key.Code + "/hold", Token: key.Token}, func(status int, body []byte) {
		var o room.Opened
		if status != statusOK || !read(body, &o) {
			h.unled(key, own, status, func() { h.join(key) })
			return
		}
		h.fetchLesson(key, own, o)
	})
}

// owns says whether a key is that of the room that the lesson here has.
func (h *Host) owns(key roomKey) bool { return h.lesson != nil && key == h.own() }

// fetchLesson asks for the lesson of a room whose lead was taken. That of a lesson which
// has left the screen meanwhile, for one with another pack, stays where it is.
func (h *Host) fetchLesson(key roomKey, own bool, o room.Opened) {
	h.devices.joining = true
	h.ports.Live.Call(Call{Method: "GET", Path: roomPath + key.Code + "/lesson?hold=" + strconv.Itoa(o.Hold), Token: key.Token}, func(status int, body []byte) {
		if status != statusOK {
			h.unled(key, own, status, func() { h.fetchLesson(key, own, o) })
			return
		}
		if !own || h.owns(key) {
			h.joined(key, o, body)
		}
		h.devices.joining = false
		if h.stage.State().Notice == "notice.live-retry" {
			h.stage.Notify("", "")
		}
		h.settle()
	})
}

// unled says why a room is not led. Where the server did not answer, or could not, the
// step that failed is done again after a while, unless something else is led by then.
func (h *Host) unled(key roomKey, own bool, status int, again func()) {
	d := &h.devices
	d.joining = false
	switch {
	case own && !h.owns(key): // and asked for anew when it comes back
	case status == statusGone && own:
		h.forgetRoom("notice.room-gone")
	case status == statusGone:
		h.stage.Notify("notice.room-gone", "")
	case status != 0 && status < 500 && status != statusWait:
		h.stage.Notify(refusal(status), "")
	default:
		h.stage.Notify("notice.live-retry", "")
		d.tries++
		try := d.tries
		h.ports.Live.After(retry, func() {
			if own && !h.owns(key) {
				return
			}
			if try == d.tries && !d.joining && d.hold == 0 && (d.key.Code == "" || d.key == key) {
				again()
			}
		})
	}
	h.settle()
}

// joined goes on with a room that is led from here now. Of the lesson here and the
// one that the server keeps, the one goes on that holds the other; where neither
// does, the server's, and the one here is put aside. One that cannot be read here is
// left as it is, and its room is not led: else what is here would take its place.
func (h *Host) joined(key roomKey, o room.Opened, kept []byte) {
	if len(kept) > 0 && !h.goToKept(kept) {
		return
	}
	if h.lesson == nil {
		h.lesson = h.load(h.lessonSlot(), h.Prefs().Locale)
	}
	h.keepKey(key, o.Hold)
	door := class.Door{Code: o.Code, Address: o.Address, Camera: o.Camera}
	if h.lesson.session.State().Class.Room.Door != door {
		h.note(class.Enrol, door.String())
	}
}

// goToKept goes on with the lesson that the server keeps; it says why it cannot.
func (h *Host) goToKept(kept []byte) (done bool) {
	j, err := play.ReadJournal(kept)
	if err == nil {
		h.goToPack(j.Pack)
	}
	if refused := h.unusable(j, err); refused != "" {
		h.stage.Notify(refused, "")
		return false
	}
	return h.goToLesson(j)
}

// goToPack goes on with the pack of an id, where it is on the shelf.
func (h *Host) goToPack(id string) {
	if h.book.Pack.Head().ID == id {
		return
	}
	for _, b := range h.stage.Shelf() {
		if b.Pack.Head().ID == id {
			h.change(b)
			return
		}
	}
}

// goToLesson puts a lesson on the screen in the place of the one here, unless that
// goes on from it. Where not all of it fits the pack that is played, it is put aside as it
// came: what the server keeps from now on lacks something. It fails where it, or the one
// here, could not be put aside.
func (h *Host) goToLesson(j play.Journal) (done bool) {
	if h.lesson == nil {
		h.lesson = h.load(h.lessonSlot(), h.Prefs().Locale)
	}
	if h.lesson.session.Journal().Holds(j) {
		if h.shown != h.lesson && h.lesson.session.State().InLesson() {
			h.turnTo(h.lesson)
		}
		return true
	}
	session, _ := play.Restore(h.book.Pack, j)
	if !session.Journal().Holds(j) {
		if _, err := h.lesson.slot.PutAside(j); err != nil {
			h.stage.Notify("notice.not-replaced", "")
			return false
		}
	}
	return h.replace(h.lesson, session)
}

// yield stops leading the room: another game does.
func (h *Host) yield() {
	h.devices.hold = 0
	h.devices.tries++
	h.stage.Notify("notice.room-elsewhere", "")
	h.stage.Stale()
}

// deposit gives the lesson to the server, where that does not keep all of it.
func (h *Host) deposit() {
	d := &h.devices
	j := h.lesson.session.Journal()
	if d.keeping || d.long || len(j.Msgs) == len(d.kept.Msgs) && slices.Equal(j.Msgs, d.kept.Msgs) {
		return
	}
	b, err := j.Bytes()
	if err != nil {
		return // the player has been told that it is too long
	}
	d.keeping = true
	of := d.lead()
	call := Call{Method: "PUT", Path: roomPath + of.key.Code + "/lesson?hold=" + strconv.Itoa(of.hold), Token: of.key.Token, Body: b}
	h.ports.Live.Call(call, func(status int, body []byte) {
		d.keeping = false
		switch {
		case of != d.lead():
		case status == statusDone:
			d.kept = j
		case status == statusFull: // what is too much for it stays here
			d.kept, status = j, statusDone
			if !d.full {
				d.full = true
				h.stage.Notify("notice.live-full", "")
			}
		case status == statusLong:
			d.long, status = true, statusDone
			h.stage.Notify("notice.live-full", "")
		case status == statusWait: // it was kept often enough for now
			d.keeping, status = true, statusDone
			h.ports.Live.After(retry, func() {
				d.keeping = false
				h.tend()
			})
		}
		h.answered(of, status, body)
	})
}
