package live

import (
	"context"
	"encoding/binary"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/host"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/room"
)

// Edge is one server of live classes. Any number of them can share a store; a
// pupil, or a teacher, may come to another one with each request.
type Edge struct {
	store  store.Store
	hall   *hall
	site   http.Handler
	packs  map[string]*pack.Pack // by hash
	words  *locale.Catalog
	limits *limits
	times  times
	left   leftovers
	until  context.Context // ends with the server
	random func(b []byte)
	now    func() time.Time
	public *url.URL // nil where pupils use the address that the teacher does
	behind bool
	// addresses are where the class finds this server.
	addresses []string
}

// Parts are what an edge is made of.
type Parts struct {
	Store store.Store
	// Site answers what is no matter of a live class: the game.
	Site http.Handler
	// Packs are those that can be played live.
	Packs []*pack.Pack
	Words *locale.Catalog
	// Random fills bytes that nobody can guess.
	Random func(b []byte)
	Now    func() time.Time
	// Public is the address that pupils use, with its scheme; nil for the one
	// that the teacher uses.
	Public *url.URL
	// Behind says that a proxy stands before the edge that adds the address it saw
	// to X-Forwarded-For.
	Behind bool
	// Fault, if set, is told what of a store cannot be read, as of a newer program.
	Fault func(error)
	// Addresses are where a class finds this server, for the teacher to read.
	Addresses []string
}

// New makes an edge, and follows the store until the context ends. It fails where
// the store cannot be read before that, or a pack not opened.
func New(ctx context.Context, p Parts) (*Edge, error) {
	if p.Fault == nil {
		p.Fault = func(error) {}
	}
	e := &Edge{
		store: p.Store, hall: newHall(p.Fault), site: p.Site, packs: map[string]*pack.Pack{}, words: p.Words,
		until: ctx, times: usualTimes, random: p.Random, now: p.Now, public: p.Public, behind: p.Behind, addresses: p.Addresses,
	}
	e.limits = newLimits(p.Now, func() (key [32]byte) { p.Random(key[:]); return key })
	for _, pk := range p.Packs {
		if err := pk.Validate(); err != nil { // which opens all of it: requests come side by side
			return nil, err
		}
		e.packs[pk.Hash()] = pk
	}
	go p.Store.Follow(ctx, e.hall.hear)
	go e.limits.ages(ctx)
	go e.disposes(ctx)
	select {
	case <-e.hall.ready:
		return e, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

const (
	// longestBody is the most that a request may send, in bytes, but for a lesson.
	longestBody = 16 << 10
	// longestLesson is for that: one of 50 minutes with five steps, at each of which 60 hands
	// and 60 devices come in by turns, has 24 KB, one of ten steps 48, and all result codes
	// that a lesson takes, pasted twice, 176.
	longestLesson = 256 << 10
)

// longest is the most that a request may send.
func longest(r *http.Request) int64 {
	if r.Method == http.MethodPut && strings.HasPrefix(r.URL.Path, "/live/") && strings.HasSuffix(r.URL.Path, "/lesson") {
		return longestLesson
	}
	return longestBody
}

// Handler answers all requests: a teacher's below /live, a pupil's below the code
// of a room, and all others as the site does.
func (e *Edge) Handler() http.Handler {
	teacher, pupil := e.forTeacher(), e.forPupil()
	all := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, longest(r))
		first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		_, _, isRoom := roomName(first)
		switch {
		case first == "live", first == "in":
			teacher.ServeHTTP(e.times.answering(w), r)
		case isRoom:
			pupil.ServeHTTP(e.times.answering(w), r)
		default:
			w.Header().Set(host.Mark, "1")
			e.site.ServeHTTP(e.times.serving(w), r)
		}
	})
	return e.named(http.NewCrossOriginProtection().Handler(all))
}

// named lets requests in that name this server as a class does: a page of somebody else's
// name that leads here would count as ours to a browser.
func (e *Edge) named(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !ours(r.Host, e.public) {
			http.Error(w, "this server is not known by that name: start it with --public and the address that the class uses", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// ours says whether a host is an address, a name that only networks of one's own give, or
// the public one.
func ours(host string, public *url.URL) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	if public != nil && name == strings.ToLower(public.Hostname()) {
		return true
	}
	end := name[strings.LastIndexByte(name, '.')+1:]
	return net.ParseIP(name) != nil || end == name || slices.Contains(ownEnds, end) ||
		strings.HasSuffix(name, ".home.arpa") || strings.HasSuffix(name, ".fritz.box")
}

// ownEnds are last parts of names that nobody can have in the net at large: by RFC 2606 and
// RFC 6762 with its appendix G, or as ICANN delegates them to nobody.
var ownEnds = []string{"local", "lan", "localhost", "internal", "test", "home", "corp", "localdomain", "intranet"}

func (e *Edge) forTeacher() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /live", e.about)
	mux.HandleFunc("POST /live/rooms", e.openRoom)
	mux.HandleFunc("GET /live/rooms/{code}", e.teacher(e.state))
	mux.HandleFunc("PUT /live/rooms/{code}", e.teacher(e.paced(e.turn)))
	mux.HandleFunc("POST /live/rooms/{code}/hold", e.teacher(e.paced(e.lead)))
	mux.HandleFunc("DELETE /live/rooms/{code}", e.teacher(e.paced(e.remove)))
	mux.HandleFunc("DELETE /live/rooms/{code}/seats", e.teacher(e.paced(e.empty)))
	mux.HandleFunc("GET /live/rooms/{code}/lesson", e.teacher(e.giveLesson))
	mux.HandleFunc("PUT /live/rooms/{code}/lesson", e.teacher(e.keepLesson))
	mux.HandleFunc("GET /live/pupil.js", file("text/javascript; charset=utf-8", spare(script)))
	mux.HandleFunc("GET /live/pupil.css", file("text/css; charset=utf-8", style))
	mux.HandleFunc("GET /live/check", e.checkPage)
	mux.HandleFunc("GET /live/check/events", e.checkEvents)
	mux.HandleFunc("GET /in", e.typed)
	return mux
}

func (e *Edge) forPupil() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{room}", e.door)
	mux.HandleFunc("POST /{room}", e.enter)
	mux.HandleFunc("GET /{room}/{seat}", e.seat)
	mux.HandleFunc("POST /{room}/{seat}", e.cast)
	mux.HandleFunc("GET /{room}/{seat}/turn", e.seatTurn)
	mux.HandleFunc("GET /{room}/{seat}/events", e.seatEvents)
	return mux
}

// newCode draws a code.
func (e *Edge) newCode() string {
	var b [8]byte
	e.random(b[:])
	return room.Code(binary.LittleEndian.Uint64(b[:]))
}

// newToken draws a secret.
func (e *Edge) newToken() string {
	var b [16]byte
	e.random(b[:])
	return token(b)
}

// longestTyped is how far into what is typed the second code begins at most, in bytes.
const longestTyped = 48

// roomName reads the first part of a pupil's address: a code, and after a hyphen
// what a camera read with it. ok is false for what is none, such as a file of the
// site.
func roomName(s string) (code, join string, ok bool) {
	if code, ok = room.ReadCode(s); ok {
		return code, "", true
	}
	for i := range s { // both codes, as somebody types what is read out
		if i > longestTyped {
			break
		}
		first, one := room.ReadCode(s[:i])
		second, two := room.ReadCode(s[i:])
		if one && two {
			return first, second, true
		}
	}
	i := strings.LastIndexByte(s, '-')
	if i < 0 {
		return "", "", false
	}
	code, ok = room.ReadCode(s[:i])
	join, whole := room.ReadCode(s[i+1:])
	if !whole { // rooms of earlier programs have four letters there
		join = strings.ToUpper(s[i+1:])
	}
	return code, join, ok
}

// file serves one of the files of a pupil's page.
func file(kind string, b []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "public, max-age=300")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Write(b)
	}
}
