package host

import (
	"slices"
	"strings"

	"hardcases/game/class"
	"hardcases/game/keep"
	"hardcases/game/room"
)

// roomKey opens a room to its teacher.
type roomKey struct {
	Code, Token string
}

// String is a key as it is kept.
func (k roomKey) String() string { return k.Code + " " + k.Token }

// mostKeys is how many keys are kept: one for each lesson that has a room.
const mostKeys = 8

// keys are those that are kept, the newest first.
func (h *Host) keys() []roomKey {
	b, _ := h.ports.Keep.Read(keep.RoomName)
	var keys []roomKey
	for line := range strings.Lines(string(b)) {
		code, token, _ := strings.Cut(strings.TrimSpace(line), " ")
		keys = append(keys, roomKey{code, token})
	}
	return keys
}

// keepKeys keeps keys, or nothing where there are none. Where nothing can be kept, a key
// holds for as long as its lesson is played.
func (h *Host) keepKeys(keys []roomKey) {
	if len(keys) == 0 {
		_ = h.ports.Keep.Remove(keep.RoomName)
		return
	}
	lines := make([]string, min(len(keys), mostKeys))
	for i := range lines {
		lines[i] = keys[i].String()
	}
	_ = h.ports.Keep.Write(keep.RoomName, []byte(strings.Join(lines, "\n")))
}

// without is keys but for those of a room.
func without(keys []roomKey, code string) []roomKey {
	return slices.DeleteFunc(keys, func(k roomKey) bool { return k.Code == code })
}

// take takes a key for the lesson, and the lead by a number.
func (h *Host) take(k roomKey, hold int) { h.devices.take(h.lesson.slot.Name(), k, hold) }

// own is the key that the lesson has taken; that of a lesson with another pack, whose
// room stays, is not its own.
func (h *Host) own() roomKey {
	if d := &h.devices; d.of == h.lesson.slot.Name() {
		return d.key
	}
	return roomKey{}
}

// readKey finds the key of the room that the lesson has: another window may have
// opened it. A room that the lesson has left, as when another class begins, is
// closed.
func (h *Host) readKey(door string) {
	left, keys := h.own(), h.keys()
	h.take(roomKey{}, 0)
	if i := slices.IndexFunc(keys, func(k roomKey) bool { return k.Code == door }); i >= 0 && door != "" {
		h.devices.key = keys[i]
	}
	if left.Code != "" {
		h.close(left, func(int, []byte) {})
		h.keepKeys(without(keys, left.Code)) // a key of no room opens nothing
	}
	h.stage.Stale()
}

// openRoom opens a room for the class's own devices; the one before it is closed.
func (h *Host) openRoom() {
	d := &h.devices
	if h.ports.Live == nil || h.lesson == nil {
		h.stage.Notify("notice.no-live", "")
		return
	}
	if d.opening {
		return
	}
	d.opening = true
	asked := room.Opening{Pack: h.book.Pack.Hash(), Locale: h.Prefs().Locale, Most: h.lesson.session.State().Class.Room.Most()}
	lesson := h.lesson
	h.send(Call{Method: "POST", Path: "/live/rooms"}, asked.MarshalMsg, func(status int, body []byte) {
		d.opening = false
		var o room.Opened
		if status != statusOpened || !read(body, &o) {
			h.stage.Notify(refusal(status), "")
			return
		}
		key := roomKey{o.Code, o.Token}
		if h.lesson != lesson {
			h.close(key, func(int, []byte) {})
			return
		}
		h.keepKey(key, o.Hold)
		h.note(class.Enrol, class.Door{Code: o.Code, Address: o.Address, Camera: o.Camera}.String())
		h.settle()
	})
}

// refusal is the key of why no room was opened, or changed.
func refusal(status int) string {
	switch status {
	case statusNone:
		return "notice.no-live"
	case statusWait:
		return "notice.live-wait"
	case statusOther: // of rooms, which nobody leads yet
		return "notice.live-many"
	case statusFull:
		return "notice.live-full"
	}
	return "notice.live-unreached"
}

// emptyRoom takes all devices out of the room.
func (h *Host) emptyRoom() {
	h.ask(Call{Method: "DELETE", Path: roomPath + h.devices.key.Code + "/seats"}, "notice.room-emptied", func() {})
}

// closeRoom has the server forget the room.
func (h *Host) closeRoom() {
	h.ask(Call{Method: "DELETE", Path: roomPath + h.devices.key.Code}, "notice.room-closed", func() { h.forgetRoom("") })
}

// ask asks the server to do something with the room, and says what came of it.
func (h *Host) ask(c Call, done string, then func()) {
	key := h.devices.key
	if h.ports.Live == nil || key.Code == "" {
		h.stage.Notify("notice.no-live", "")
		return
	}
	c.Token = key.Token
	h.ports.Live.Call(c, func(status int, _ []byte) {
		if key != h.devices.key {
			return
		}
		if !h.owns(key) { // its lesson has left the screen
			if status == statusDone || status == statusGone {
				h.keepKeys(without(h.keys(), key.Code))
			}
			return
		}
		switch status {
		case statusDone:
			then()
			h.stage.Notify(done, "")
		case statusGone:
			h.forgetRoom("notice.room-gone")
		default:
			h.stage.Notify(refusal(status), "")
			h.devices.told = nil // a room that could not be deleted has been shut for that
			h.tend()
			return
		}
		h.settle()
	})
}

// forgetRoom leaves a room that is no longer there.
func (h *Host) forgetRoom(notice string) {
	left := h.devices.key
	h.take(roomKey{}, 0)
	h.keepKeys(without(h.keys(), left.Code))
	h.note(class.Dismiss, "")
	if notice != "" {
		h.stage.Notify(notice, "")
	}
}

// keepKey keeps the key of the lesson's room; the room that the lesson had is closed.
func (h *Host) keepKey(k roomKey, hold int) {
	left := h.own()
	h.devices.tries++
	h.take(k, hold)
	h.keepKeys(append([]roomKey{k}, without(without(h.keys(), left.Code), k.Code)...))
	if left.Code != "" && left.Code != k.Code {
		h.close(left, func(int, []byte) {})
	}
}

// close has the server forget a room.
func (h *Host) close(k roomKey, done func(status int, body []byte)) {
	h.ports.Live.Call(Call{Method: "DELETE", Path: roomPath + k.Code, Token: k.Token}, done)
}
