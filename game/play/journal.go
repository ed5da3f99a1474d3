package play

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"

	"hardcases/game/pack"

	"github.com/tinylib/msgp/msgp"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file journal.go -o journal_gen.go

//msgp:limit arrays:400000 maps:64
//msgp:noduplicates
//msgp:ignore Session Report

// JournalFormat is the newest journal format that this program reads and the
// one it writes. Format 2 is a sealed format 1: a sum before it tells when a bit
// has changed. Format 3 has bets, where the older ones had
// forecasts, and says which way goes through a case. Format 4 has lessons with
// openings and bets, format 5 those with the working model.
const JournalFormat = 5

// withBets is the first format with bets.
const withBets = 3

// MaxJournal is the longest journal that is read, in bytes.
const MaxJournal = 32 << 20

// MaxMessages is how many messages a journal holds at most; NearlyFull is where
// the player is told that it comes near.
const (
	MaxMessages = 400_000
	NearlyFull  = 390_000
)

// What can be wrong with a save. Errors of this package wrap them.
var (
	ErrDamaged = errors.New("the save is damaged, or is none")
	ErrNewer   = errors.New("the save was made by a newer program")
	ErrTooLong = errors.New("the save is too long")
)

// Journal is a game as what was done in it. It is at once the save, the undo
// history, the replay test and the bug report.
type Journal struct {
	Format uint16 `msg:"format"`
	Pack   string `msg:"pack"`   // the pack's id
	Hash   string `msg:"hash"`   // the pack's identity
	Seed   uint64 `msg:"seed"`   // what the game draws lots from
	Locale string `msg:"locale"` // language at the start
	// Parts are the sums of records kept elsewhere that come before Msgs, in
	// order: a long game is not written anew at each press. A journal that is
	// handed to anyone has none.
	Parts []string `msg:"parts,omitempty,limit=400"`
	Msgs  Records  `msg:"msgs"`
}

// Records are messages in their wire form, in order.
type Records []Record

// seal begins a sealed journal: an array of two whose first element is the sum,
// eight bytes; the second is the journal. No text begins so, and no journal of
// format 1.
var seal = []byte{0x92, 0xc4, sumSize}

const sumSize = 8

func sum(b []byte) []byte {
	all := sha256.Sum256(b)
	return all[:sumSize]
}

// Bytes is a journal as it is kept: sealed, in the newest format. It fails with
// ErrTooLong for one that would not be read again.
func (j Journal) Bytes() ([]byte, error) {
	if len(j.Msgs) > MaxMessages {
		return nil, fmt.Errorf("%w: it has %d messages; at most %d are read", ErrTooLong, len(j.Msgs), MaxMessages)
	}
	j.Format = JournalFormat
	b := make([]byte, len(seal)+sumSize, len(seal)+sumSize+j.Msgsize())
	copy(b, seal)
	b, err := j.MarshalMsg(b)
	if err != nil {
		return nil, err
	}
	if len(b) > MaxJournal {
		return nil, fmt.Errorf("%w: it has %d bytes; at most %d are read", ErrTooLong, len(b), MaxJournal)
	}
	copy(b[len(seal):], sum(b[len(seal)+sumSize:]))
	return b, nil
}

// ReadJournal reads the bytes of a journal of any format. Its errors wrap
// ErrDamaged, ErrNewer or ErrTooLong.
func ReadJournal(b []byte) (Journal, error) {
	if len(b) > MaxJournal {
		return Journal{}, fmt.Errorf("%w: it has %d bytes; at most %d are read", ErrTooLong, len(b), MaxJournal)
	}
	body, sealed := bytes.CutPrefix(b, seal)
	if sealed {
		if len(body) < sumSize || !bytes.Equal(body[:sumSize], sum(body[sumSize:])) {
			return Journal{}, fmt.Errorf("%w: its sum is another; it was cut off or changed", ErrDamaged)
		}
		body = body[sumSize:]
	}
	if n := formatOf(body); n > JournalFormat {
		return Journal{}, fmt.Errorf("%w: it has format %d; this program reads 1 to %d", ErrNewer, n, JournalFormat)
	}
	var j Journal
	rest, err := j.UnmarshalMsg(body)
	switch {
	case errors.Is(err, msgp.ErrShortBytes):
		return Journal{}, fmt.Errorf("%w: it is cut off", ErrDamaged)
	case err != nil:
		return Journal{}, fmt.Errorf("%w: this is not a save: %w", ErrDamaged, err)
	case len(rest) > 0:
		return Journal{}, fmt.Errorf("%w: it has stray bytes at its end", ErrDamaged)
	case sealed != (j.Format > 1) || j.Format == 0:
		return Journal{}, fmt.Errorf("%w: format %d is not written like this", ErrDamaged, j.Format)
	}
	return j, nil
}

// formatOf is the format that a journal says it has, whatever else it holds; 0
// for none.
func formatOf(body []byte) int {
	n, rest, err := msgp.ReadMapHeaderBytes(body)
	for ; n > 0 && err == nil; n-- {
		var key string
		if key, rest, err = msgp.ReadStringBytes(rest); err != nil {
			return 0
		}
		if key == "format" {
			format, _, err := msgp.ReadIntBytes(rest)
			if err != nil {
				return 0
			}
			return format
		}
		rest, err = msgp.Skip(rest)
	}
	return 0
}

// Played says whether a journal holds anything that its player would miss: an
// answer, or what a class did. Looking around and comfort are not.
func (j Journal) Played() bool {
	for i := range j.Msgs {
		switch j.Msgs[i].Kind {
		case "commit", "pass", "skip", "class":
			return true
		}
	}
	return false
}

// Holds says whether a journal goes on from another: it is the same game, and
// all that was done there was done here, too. Of a timer's seconds, which may
// still be counted, there may be more; what devices sent last may be another, as who
// leads their room hears all of it again.
//
// Older programs do not say where each was done; where both say it, it must be the same.
// That another version of the pack was led there is no part of the game.
func (j Journal) Holds(other Journal) bool {
	here, there := grown(j.Msgs).unled(), grown(other.Msgs).unled()
	n := len(there)
	if j.Pack != other.Pack || j.Seed != other.Seed || len(here) < n {
		return false
	}
	for i := range n {
		a, b := here[i], there[i]
		if i == n-1 && (isTick(a) && isTick(b) && a.N >= b.N || replaces(a, b)) {
			continue
		}
		if !a.same(b) {
			return false
		}
	}
	return true
}

// Session is one running game: a pack, the state, and the journal that led to
// it.
type Session struct {
	pack    *pack.Pack
	state   State
	journal Journal
	at      string // the place that the journal named last
}

// NewSession begins a game.
func NewSession(p *pack.Pack, seed uint64, locale string) *Session {
	return &Session{
		pack:    p,
		state:   NewState(seed, locale),
		journal: Journal{Format: JournalFormat, Pack: p.Head().ID, Hash: p.Hash(), Seed: seed, Locale: locale},
	}
}

// Report says what became of a save when it was opened.
type Report struct {
	// OtherPack: the save belongs to a pack with another id; nothing was used.
	OtherPack bool
	// Changed: the pack is not the one that the save was made with.
	Changed bool
	// Lost counts the decisions of the save that no longer apply.
	Lost int
	// Unknown counts messages of kinds that this program does not know.
	Unknown int
	// Forecasts: the save is of a format without bets, and has forecasts, which keep
	// the score that they had.
	Forecasts bool
}

// Notice is the key of what to tell the player, "" for nothing.
func (r Report) Notice() string {
	switch {
	case r.OtherPack:
		return "notice.other-pack"
	case r.Partial():
		return "notice.save-partly"
	case r.Forecasts:
		return "notice.old-forecasts"
	case r.Changed:
		return "notice.pack-changed"
	}
	return ""
}

// Partial says whether something of the save could not be used.
func (r Report) Partial() bool { return r.Lost > 0 || r.Unknown > 0 }

// Restore replays a journal. What no longer applies, because the pack has
// changed since, is passed over and reported; the rest is kept, each answer under
// what it was given to.
func Restore(p *pack.Pack, j Journal) (*Session, Report) {
	s := NewSession(p, j.Seed, j.Locale)
	if j.Pack != p.Head().ID {
		return s, Report{OtherPack: true}
	}
	r := Report{Changed: j.Hash != p.Hash()}
	again := refit{Session: s, lost: &r.Lost, lacks: map[string]bool{}}
	for _, rec := range j.Msgs {
		again.come(rec.At)
		switch m, err := rec.Msg(); {
		case err != nil:
			r.Unknown++
		case r.Changed:
			again.do(m)
		default:
			s.Send(m)
		}
	}
	r.Forecasts = j.Format < withBets && slices.ContainsFunc(s.state.Answers, func(a Answer) bool { return a.First.Level > 0 })
	s.state.Notice = r.Notice()
	s.state.Class.Timer.Running = false // the host's clock has stopped
	return s, r
}

// Send tells the game what the player did.
func (s *Session) Send(m Msg) []Effect {
	var effects []Effect
	t := turn{pack: s.pack, State: s.state}
	m = t.full(m)
	at := t.place(m)
	s.state, effects = Update(s.pack, s.state, m)
	switch m.(type) {
	case Ask:
		s.state.Notice, s.state.Detail = "", "" // what comes of it is told anew
	case EraseAll:
		s.journal.Msgs, s.at = prefsOnly(s.journal.Msgs), ""
	default:
		r := m.record()
		if at != "" && at != s.at {
			r.At, s.at = at, at
		}
		s.journal.Msgs = grow(s.journal.Msgs, r)
	}
	return effects
}

// Anew is a new game with another seed and the same comfort.
func (s *Session) Anew(seed uint64) *Session {
	fresh := NewSession(s.pack, seed, s.journal.Locale)
	for _, r := range prefsOnly(s.journal.Msgs) {
		if m, err := r.Msg(); err == nil {
			fresh.Send(m)
		}
	}
	return fresh
}

// prefsOnly keeps of a journal what is comfort, not play.
func prefsOnly(records Records) Records {
	var kept Records
	for _, r := range records {
		switch r.Kind {
		case "locale", "text", "spacing", "theme", "motion", "plain", "aloud", "keys":
			kept = append(kept, r)
		}
	}
	return kept
}

// Notify puts a message to the player on the screen, by its key; detail fills
// its {detail}. It is for what befalls the host, such as a save that failed, and
// is not part of the journal.
func (s *Session) Notify(key, detail string) { s.state.Notice, s.state.Detail = key, detail }

// State is the state of the game.
func (s *Session) State() State { return s.state }

// Pack is the pack that is played.
func (s *Session) Pack() *pack.Pack { return s.pack }

// Journal is the game so far, to be kept.
func (s *Session) Journal() Journal { return s.journal }
