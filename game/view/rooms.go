package view

import (
	"strconv"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/qr"
	"hardcases/game/room"
)

// Devices is what a host knows of the devices of a class.
type Devices struct {
	// Offered says that a room can be opened: the game came from a live server.
	Offered bool
	Waiting bool // for a room to be opened
	// Away is why the room that the lesson has is not heard, the last word of a key
	// of the interface strings below class.devices; "" where it is.
	Away string
}

// Why a room is not heard.
const (
	Unreached = "unreached" // the server does not answer just now
	Elsewhere = "elsewhere" // it is led from elsewhere
	Foreign   = "foreign"   // the same, and there is no key to it here
)

func ask(what play.Request) play.Msg { return play.Ask{What: what} }

// toDevices offers votes on devices, where they can be had.
func (w *writer) toDevices() Node {
	offer := flow("devices")
	if w.hasDevices() {
		offer.Children = []Node{button("to-devices", Secondary, w.t("class.devices-offer"), visit(class.Devices))}
	}
	return offer
}

// hasDevices says whether the class can vote on its own devices.
func (w *writer) hasDevices() bool { return w.Devices.Offered || w.state.Class.Room.Door.Code != "" }

// wayIn is the room on every screen for it: its code, and how many are in.
func (w *writer) wayIn() []Node {
	room := w.state.Class.Room
	if room.Door.Code == "" || w.state.Class.Stage == class.Devices {
		return nil
	}
	code := locale.A("code", spaced(room.Door.Code))
	b := button("way-in", Quiet, w.t("class.devices-bar", code, locale.N("n", room.In)), visit(class.Devices), "d")
	switch w.Devices.Away {
	case Unreached:
		b.Text = w.t("class.devices-bar-away", code)
	case Elsewhere, Foreign:
		b.Text = w.t("class.devices-bar-elsewhere", code)
	}
	b.Name = w.t("class.devices-bar-name", locale.A("shown", b.Text))
	return []Node{b}
}

// spaced is a code as it is read aloud and typed.
func spaced(code string) string {
	if len(code) != 6 {
		return code
	}
	return code[:3] + "\u00a0" + code[3:]
}

// votes are hands, and with devices votes, bets or guesses.
func (w *writer) votes(n int) string {
	key := "class.hands"
	switch s := &w.state.Class; {
	case s.Room.Door.Code == "":
	case s.Stage == class.Betting:
		key = "class.bet-on"
	case s.Stage == class.Guessing:
		key = "class.guess-on"
	default:
		key = "class.votes"
	}
	return w.Strings.Plural(key, n)
}

// sent is how many have voted in a round, and how many of them on devices.
func (w *writer) sent(all, devices int) string {
	text := w.votes(all)
	in := w.state.Class.Room.In
	if in == 0 && devices == 0 {
		return text
	}
	text += " · " + w.t("class.devices-sent", locale.N("n", devices), locale.N("total", max(in, devices)))
	if devices < class.Least {
		text += " · " + w.t("class.devices-few", locale.N("n", class.Least))
	}
	return text
}

// lateIn is the way in for whoever comes while the class votes.
func (w *writer) lateIn() []Node {
	room := w.state.Class.Room
	if room.Door.Code == "" || room.Locked || w.Devices.Away != "" {
		return nil
	}
	return []Node{{ID: "late", Role: Generic, Look: Beside, Children: []Node{
		stack("late-way", para("late-label", Small, w.t("class.devices-late")), para("late-address", Body, room.Door.Address), para("late-code", Lead, spaced(room.Door.Code))),
		w.doorPicture("late-qr"),
	}}}
}

// doorPicture is the way in for cameras.
func (w *writer) doorPicture(id string) Node {
	camera := w.state.Class.Room.Door.Camera
	return Node{
		ID: id, Role: Figure, Name: w.t("class.devices-scan"), Text: w.t("class.devices-scan-name", locale.A("address", camera)),
		Chart: &Chart{Kind: QR, Modules: qr.Code(camera), Table: [][]string{{w.t("class.devices-scan")}, {camera}}},
	}
}

// classDevices is the way in from the class's own devices.
func (w *writer) classDevices() Node {
	room := w.state.Class.Room
	title := w.t("class.devices-title")
	back := button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "PageUp")
	open := button("open-room", Primary, w.t("class.devices-open"), ask(play.OpenRoom), "Enter")
	switch {
	case room.Door.Code == "" && !w.Devices.Offered:
		return w.projector("class-devices", title, []Node{back}, heading("title", 1, Title, title), para("none", Body, w.t("class.devices-none")))
	case room.Door.Code == "":
		open.Disabled = w.Devices.Waiting
		return w.projector("class-devices", title, []Node{open, back}, heading("title", 1, Title, title), para("about", Body, w.t("class.devices-about")))
	}
	count := w.Strings.Plural("class.devices-in", room.In)
	switch {
	case room.Locked:
		count += " " + w.t("class.devices-locked")
	case room.Full():
		count += " " + w.t("class.devices-full", locale.A("more", w.t("class.devices-more")))
	}
	way := stack("way",
		para("address-label", Muted, w.t("class.devices-address")), para("address", Title, room.Door.Address),
		para("code-label", Muted, w.t("class.devices-code")), para("room-code", Display, spaced(room.Door.Code)),
		Node{ID: "in", Role: Status, Look: Body, Text: count})
	content := []Node{heading("title", 1, Title, title), {ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{way, w.doorPicture("room-qr")}}}
	if w.Devices.Away != "" {
		content = append(content, Node{ID: "away", Role: Status, Look: Caveat, Text: w.t("class.devices-" + w.Devices.Away)})
	}
	on := button("to-lesson", Primary, w.t("class.devices-go"), play.Back{}, "Enter", "Escape", "PageUp")
	lock := button("lock", Secondary, w.t("class.devices-lock"), act(class.Lock, 1))
	if room.Locked {
		lock.Text, lock.On = w.t("class.devices-unlock"), act(class.Lock, 0)
	}
	actions := []Node{on, lock, button("to-room", Secondary, w.t("class.devices-more"), visit(class.Keeping))}
	switch w.Devices.Away {
	case Elsewhere:
		lead := button("lead-room", Secondary, w.t("class.devices-lead"), ask(play.LeadRoom))
		lead.Disabled = w.Devices.Waiting
		actions = []Node{on, lead}
	case Foreign:
		open.Look, open.Keys, open.Disabled = Secondary, nil, w.Devices.Waiting || !w.Devices.Offered
		actions = []Node{on, open}
	}
	return w.projector("class-devices", title, actions, content...)
}

// classRoom is what can be done to the room, each with what becomes of it.
func (w *writer) classRoom() Node {
	title := w.t("class.room-title", locale.A("code", spaced(w.state.Class.Room.Door.Code)))
	acts := []Node{{ID: "acts-1", Role: Generic, Look: Halves}, {ID: "acts-2", Role: Generic, Look: Halves}}
	for i, a := range []struct {
		id   string
		what play.Request
	}{{"link", play.TakeLink}, {"new", play.OpenRoom}, {"empty", play.EmptyRoom}, {"close", play.CloseRoom}} {
		acts[i/2].Children = append(acts[i/2].Children, card("room-"+a.id+"-card", w.t("class.room-"+a.id),
			para("room-"+a.id+"-about", Body, w.t("class.room-"+a.id+"-about")),
			flow("room-"+a.id+"-do", button("room-"+a.id, Secondary, w.t("class.room-"+a.id+"-do"), ask(a.what)))))
	}
	return w.page("class-room", title, w.bar(),
		heading("title", 1, Title, title), para("stays", Body, w.t("class.room-stays")),
		para("whole", Body, w.t("class.room-whole", locale.A("code", w.state.Class.Room.Door.Whole()))), acts[0], acts[1], w.roomSeats(),
		dock(flow("actions", button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))))
}

// roomSeats asks how many devices may come in.
func (w *writer) roomSeats() Node {
	group := Node{ID: "seats", Role: RadioGroup, Look: Chips, Name: w.t("class.room-seats")}
	for _, n := range room.Sizes() {
		group.Children = append(group.Children, Node{
			ID: "seats-" + strconv.Itoa(n), Role: Radio, Look: Chip, Text: w.t("class.room-seats-up", locale.N("n", n)),
			Checked: w.state.Class.Room.Most() == n, On: act(class.Seats, n),
		})
	}
	return card("room-seats-card", w.t("class.room-seats"), para("room-seats-about", Body, w.t("class.room-seats-about", locale.N("n", room.UsualSeats))), group)
}
