package class

import (
	"slices"
	"strings"

	"hardcases/game/pack"
	"hardcases/game/room"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file devices.go -o devices_gen.go

//msgp:limit arrays:65536 maps:64
//msgp:noduplicates
//msgp:ignore News

// The acts of a class that votes on its own devices too. Enrol, Heard and Dismiss
// are no teacher's: the host sends them.
const (
	Enrol   Act = "enrol"   // the room in text is open, as Door.String has it
	Heard   Act = "heard"   // the devices have sent what News says, as News.String has it
	Dismiss Act = "dismiss" // the room is gone; what came from it stays
	Lock    Act = "lock"    // N is 1 to let no more devices in, 0 to let them in
	Seats   Act = "seats"   // N devices may be in the room
)

// Devices is the stage on which a class finds the way in from its own devices.
// The teacher comes to it from any other, and goes back there.
const Devices Stage = "devices"

// Keeping is the stage with what can be done to the room. The teacher comes to it
// from Devices.
const Keeping Stage = "room"

// ByItself says whether an act is nobody's: it counts on every screen, and what
// the class was told before is not read by it.
func (a Act) ByItself() bool { return a == Tick || a == Enrol || a == Heard || a == Dismiss }

// Door is the way into a room, as it stands on the screen.
type Door struct {
	Code    string `msg:"code"`    // "" for no room
	Address string `msg:"address"` // where the code is typed
	Camera  string `msg:"camera"`  // the address for cameras
}

// Room is what a lesson knows of the devices of its class.
type Room struct {
	Door   Door `msg:"door"`
	In     int  `msg:"in"` // devices
	Locked bool `msg:"locked"`
	// Seats is how many devices may be in, 0 where nobody said.
	Seats int `msg:"seats"`
}

// Most is how many devices may be in.
func (r Room) Most() int {
	if r.Seats == 0 {
		return room.UsualSeats
	}
	return r.Seats
}

// Full says whether nobody can come in for want of a seat.
func (r Room) Full() bool { return r.Door.Code != "" && r.In >= r.Most() }

// Whole is the code with what a camera reads after it: who tries codes out finds no such.
func (d Door) Whole() string { return d.Camera[strings.LastIndexByte(d.Camera, '/')+1:] }

// String is a door on its way into a journal: its parts, one a line.
func (d Door) String() string { return strings.Join([]string{d.Code, d.Address, d.Camera}, "\n") }

func parseDoor(s string) (d Door, ok bool) {
	parts := strings.Split(s, "\n")
	if len(parts) != 3 {
		return d, false
	}
	code, ok := room.ReadCode(parts[0])
	return Door{code, parts[1], parts[2]}, ok && len(s) <= longestDoor
}

// longestDoor is the most that the text of a door may have, in bytes.
const longestDoor = 1000

// Now is what the devices of the class wait for, and which of how many decisions
// that is. What was told once is not voted on again.
func (s *State) Now(p *pack.Pack) (now room.Now, n, of int) {
	stage := s.Stage
	if s.aside() {
		stage = s.From
	}
	if stage == Ended {
		return room.Now{Phase: room.Over}, 0, 0
	}
	at, _, ok := s.Step(p)
	if !ok || !slices.Contains(order[:], stage) {
		return room.Now{Phase: room.Waiting}, 0, 0
	}
	now = room.Now{Place: at, Phase: room.Waiting}
	switch v, _ := s.Vote(at); {
	case stage == Guessing, stage == Trying:
		now.Phase = s.modelPhase(p, at, stage)
	case v.Revealed:
		now.Phase = room.Told
	case stage == Voting:
		now.Phase = room.Choosing
	case stage == Betting:
		now.Phase = room.Betting
	}
	return now, s.At + 1, len(s.Steps(p))
}

// modelPhase is what devices wait for at the question to the working model.
func (s *State) modelPhase(p *pack.Pack, at pack.Place, stage Stage) room.Phase {
	try, _ := s.Question(p)
	switch g, _ := s.Guessed(at.Case, try.ID); {
	case g.Tried:
		return room.Tried
	case stage == Trying:
		return room.Trying
	}
	return room.Guessing
}

// devices does the acts of this file.
func (t *turn) devices(act Act, text string, n int) {
	switch act {
	case Enrol:
		if d, ok := parseDoor(text); ok {
			t.Room = Room{Door: d, Seats: t.Room.Seats}
		}
	case Dismiss:
		t.Room = Room{}
	case Lock:
		t.Room.Locked = n == 1 && t.Room.Door.Code != ""
	case Seats:
		t.Room.Seats = min(max(n, room.UsualSeats), room.MostSeats)
	case Heard:
		if news, ok := parseNews(text); ok && t.Room.Door.Code != "" {
			t.hear(news)
		}
	default: // no other act is about devices
	}
}

// hear takes what the devices have sent in all in the place of what was heard
// before. What the class has seen stays, whatever became of the devices since: a room
// that was emptied, or is another, has fewer answers.
func (t *turn) hear(n News) {
	t.Room.In = n.In
	st, there := t.pack.StepAt(n.Place)
	if !there {
		return
	}
	n = n.fitted(st)
	t.hearGuesses(&n)
	v, _ := t.Vote(n.Place)
	if v.Revealed && n.Sent < v.Sent {
		n.Sent, n.Votes, n.Reasons = v.Sent, v.Sum, v.Reasons
	}
	if v.Revealed && n.SentBets < v.SentBets {
		n.SentBets, n.Sure = v.SentBets, v.Sure
	}
	if v.Sent == n.Sent && slices.Equal(v.Sum, n.Votes) && v.SentBets == n.SentBets && slices.Equal(v.Sure, n.Sure) && slices.Equal(v.Reasons, n.Reasons) {
		return
	}
	t.changeAt(n.Place, st, func(v *Vote) {
		v.Sent, v.Sum, v.SentBets, v.Sure, v.Reasons = n.Sent, n.Votes, n.SentBets, n.Sure, n.Reasons
	})
}

// hearGuesses takes what the devices guessed of the question that comes with a step, if
// the lesson asks it there.
func (t *turn) hearGuesses(n *News) {
	try, asks := t.questionAt(t.pack, slices.Index(t.Steps(t.pack), n.Place))
	g, _ := t.Guessed(n.Place.Case, try.ID)
	if !asks || n.Guesses != nil && len(n.Guesses) != len(try.Options) || g.Tried && n.Guessed < g.Sent || g.Sent == n.Guessed && slices.Equal(g.Sum, n.Guesses) {
		return
	}
	t.changeGuessAt(n.Place.Case, try, func(g *Guess) { g.Sent, g.Sum = n.Guessed, n.Guesses })
}

// aside says whether what is shown stands beside the lesson, which goes on where it was.
func (s *State) aside() bool {
	return s.Stage == Devices || s.Stage == Keeping || s.Stage == Codes && s.Course >= CodesBeside
}

// enter goes to what stands beside the lesson: the way in, from there to what can be done
// to the room, or the codes; leave goes back to where the lesson was.
func (t *turn) enter(stage Stage) {
	if !t.aside() {
		t.From, t.FromPage = t.Stage, t.Page
	}
	t.Stage, t.Page, t.Blank = stage, 0, false
}

func (t *turn) leave() {
	t.Stage, t.Page = t.From, t.FromPage
	t.From, t.FromPage = "", 0
	if t.Stage == "" {
		t.Stage = SetUp
	}
}
