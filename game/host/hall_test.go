package host_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/room"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
	"github.com/tinylib/msgp/msgp"
)

// hall is a server of live classes as a teacher's game sees it, with one class at
// most. It answers when the test says so.
type hall struct {
	t       *testing.T
	pack    string
	down    bool
	old     bool                  // it tells what few have sent, as servers did before
	none    bool                  // it has no live classes
	behind  func(f *room.Figures) // what another server says
	refuses func(c host.Call) (status int)
	most    int    // bytes of a lesson that it keeps, 0 for any number
	given   string // what the teacher copied last
	n       int    // rooms opened
	room    *hallRoom
	pending []func() // answers on their way
	waiting []func() // requests for news, which rest
	later   []func() // timers
}

type hallRoom struct {
	code, token string
	turn        room.Turn
	in, hold    int
	lesson      []byte                       // kept
	votes       map[string][]int             // by step
	bets        map[string][][room.Stops]int // by step
	guesses     map[string][]int             // by the step that the question comes with
}

// Call implements host.Live.
func (s *hall) Call(c host.Call, done func(int, []byte)) {
	s.pending = append(s.pending, func() { s.answer(c, done) })
}

// After implements host.Live.
func (s *hall) After(_ time.Duration, do func()) { s.later = append(s.later, do) }

func (s *hall) answer(c host.Call, done func(int, []byte)) {
	path, query, _ := strings.Cut(c.Path, "?")
	mine := s.room != nil && c.Token == s.room.token && strings.HasPrefix(path, "/live/rooms/"+s.room.code)
	switch {
	case s.down:
		done(0, nil)
	case s.refuses != nil && s.refuses(c) != 0:
		done(s.refuses(c), []byte("{}"))
	case path == "/live" && s.none:
		done(404, []byte("<!doctype html>"))
	case path == "/live":
		done(200, s.packed(&room.Server{Live: 1, Packs: []string{s.pack}}))
	case c.Method == "POST" && path == "/live/rooms":
		s.n++
		s.room = &hallRoom{code: room.Code(uint64(s.n)), token: fmt.Sprint("secret", s.n), hold: 1, votes: map[string][]int{}, guesses: map[string][]int{}, bets: map[string][][room.Stops]int{}}
		o := s.opened()
		o.Token = s.room.token
		done(201, s.packed(o))
	case !mine:
		done(403, []byte("{}"))
	case c.Method == "DELETE" && strings.HasSuffix(path, "/seats"):
		s.room.in, s.room.votes, s.room.bets, s.room.guesses = 0, map[string][]int{}, map[string][][room.Stops]int{}, map[string][]int{}
		s.wake()
		done(204, nil)
	case c.Method == "DELETE":
		s.room = nil
		s.wake()
		done(204, nil)
	case c.Method == "POST" && strings.HasSuffix(path, "/hold"):
		s.room.hold++
		s.wake()
		done(200, s.packed(s.opened()))
	case c.Method == "GET" && strings.HasSuffix(path, "/lesson"):
		done(200, s.room.lesson)
	case c.Method == "PUT" && strings.HasSuffix(path, "/lesson"):
		if query != fmt.Sprint("hold=", s.room.hold) {
			done(409, nil)
			return
		}
		if s.most > 0 && len(c.Body) > s.most {
			done(413, nil)
			return
		}
		s.room.lesson = c.Body
		done(204, nil)
	case c.Method == "PUT":
		var turn room.Turn
		_, err := turn.UnmarshalMsg(c.Body)
		require.NoError(s.t, err)
		require.Equal(s.t, host.Packed, c.Kind)
		if turn.Hold != s.room.hold {
			done(409, nil)
			return
		}
		s.room.turn = turn
		s.wake()
		done(200, s.packed(s.figures()))
	case strings.TrimPrefix(query, "after=") == s.figures().Tag:
		s.waiting = append(s.waiting, func() { s.answer(c, done) })
	default:
		done(200, s.packed(s.figures()))
	}
}

func (s *hall) packed(v msgp.Marshaler) []byte {
	b, err := v.MarshalMsg(nil)
	require.NoError(s.t, err)
	return b
}

func (s *hall) opened() *room.Opened {
	return &room.Opened{Code: s.room.code, Hold: s.room.hold, Address: "10.0.0.7:8080", Camera: "HTTP://10.0.0.7:8080/" + s.room.code}
}

func (s *hall) figures() *room.Figures {
	f := &room.Figures{Case: s.room.turn.Case, Step: s.room.turn.Step, Phase: s.room.turn.Phase, In: s.room.in, Hold: s.room.hold, Votes: make([]int, 4)}
	copy(f.Votes, s.room.votes[f.Step])
	for _, n := range f.Votes {
		f.Sent += n
	}
	f.Bets, f.Sure = make([]int, 4), make([][room.Stops]int, 4)
	copy(f.Sure, s.room.bets[f.Step])
	for i, stops := range f.Sure {
		for _, n := range stops {
			f.Bets[i] += n
		}
	}
	f.Guesses = make([]int, 3)
	copy(f.Guesses, s.room.guesses[f.Step])
	if !s.old {
		for _, n := range f.Bets {
			f.SentBets += n
		}
		for _, n := range f.Guesses {
			f.Guessed += n
		}
		if f.Sent < room.Least {
			f.Votes = nil
		}
		if f.SentBets < room.Least {
			f.Bets, f.Sure = nil, nil
		}
		if f.Guessed < room.Least {
			f.Guesses = nil
		}
	}
	if s.behind != nil {
		s.behind(f)
	}
	f.Tag = fmt.Sprint(*f)
	return f
}

// wake lets requests for news be answered.
func (s *hall) wake() {
	s.pending, s.waiting = append(s.pending, s.waiting...), nil
}

// vote has a seat vote at the step, where that is open.
func (s *hall) vote(option int) {
	if s.room == nil || s.room.turn.Phase != string(room.Choosing) {
		return
	}
	if s.room.votes[s.room.turn.Step] == nil {
		s.room.votes[s.room.turn.Step] = make([]int, 4)
	}
	s.room.votes[s.room.turn.Step][option]++
	s.wake()
}

// guess has a seat guess at the question that comes with the step, where that is open.
func (s *hall) guess(option int) {
	if s.room == nil || s.room.turn.Phase != string(room.Guessing) {
		return
	}
	if s.room.guesses[s.room.turn.Step] == nil {
		s.room.guesses[s.room.turn.Step] = make([]int, 3)
	}
	s.room.guesses[s.room.turn.Step][option]++
	s.wake()
}

// bet has a seat bet at the step, where that is open.
func (s *hall) bet(option, stop int) {
	if s.room == nil || s.room.turn.Phase != string(room.Betting) {
		return
	}
	if s.room.bets[s.room.turn.Step] == nil {
		s.room.bets[s.room.turn.Step] = make([][room.Stops]int, 4)
	}
	s.room.bets[s.room.turn.Step][option][stop-1]++
	s.wake()
}

// rest answers all that can be answered.
func (s *hall) rest() {
	for len(s.pending) > 0 {
		first := s.pending[0]
		s.pending = s.pending[1:]
		first()
	}
}

// lessonHost is a program with a lesson and a server.
func lessonHost(t *testing.T, area keep.Area, s *hall, shelf ...view.Book) *host.Host {
	t.Helper()
	p := packs.Named(t, "cloudflare")
	s.t, s.pack = t, p.Hash()
	ports := host.Ports{Keep: area, Give: &copier{exporter{w: &world{}}, s}, Ask: nobody{}, Time: &watch{&world{}}, Lot: rand.Uint64, Live: s, Again: true}
	return host.Start(ports, packs.Words(t), view.Book{Pack: p, Shipped: true}, shelf, "en")
}

// copier notes what is copied.
type copier struct {
	exporter
	hall *hall
}

func (c *copier) Text(text, name string, done host.Done) {
	c.hall.given = text
	c.exporter.Text(text, name, done)
}

// timers has all timers go off, and answers what they ask.
func (s *hall) timers() {
	list := s.later
	s.later = nil
	for _, do := range list {
		do()
	}
	s.rest()
}
