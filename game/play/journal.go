package play

import (
	"errors"
	"fmt"

	"hardcases/game/pack"

	"github.com/tinylib/msgp/msgp"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file journal.go -o journal_gen.go

//msgp:limit arrays:400000 maps:64
//msgp:noduplicates
//msgp:ignore Session Report

// JournalFormat is the newest journal format that this program reads and the
// one it writes.
const JournalFormat = 1

// MaxJournal is the longest journal that is read, in bytes.
const MaxJournal = 32 << 20

// Journal is a game as what was done in it. It is at once the save, the undo
// history, the replay test and the bug report.
type Journal struct {
	Format uint16   `msg:"format"`
	Pack   string   `msg:"pack"` // the pack's id
	Hash   string   `msg:"hash"` // the pack's identity
	Seed   uint64   `msg:"seed"`
	Locale string   `msg:"locale"` // language at the start
	Msgs   []Record `msg:"msgs"`
}

// ReadJournal reads the bytes of a journal. It fails on bytes that are not one
// and on a format newer than this program's.
func ReadJournal(b []byte) (Journal, error) {
	var j Journal
	if len(b) > MaxJournal {
		return j, fmt.Errorf("the save has %d bytes; at most %d are read", len(b), MaxJournal)
	}
	rest, err := j.UnmarshalMsg(b)
	switch {
	case errors.Is(err, msgp.ErrShortBytes):
		return Journal{}, errors.New("the save is cut off")
	case err != nil:
		return Journal{}, fmt.Errorf("this is not a save: %w", err)
	case len(rest) > 0:
		return Journal{}, errors.New("the save has stray bytes at its end")
	case j.Format == 0 || j.Format > JournalFormat:
		return Journal{}, fmt.Errorf("the save has format %d; this program reads 1 to %d", j.Format, JournalFormat)
	}
	return j, nil
}

// Session is one running game: a pack, the state, and the journal that led to
// it.
type Session struct {
	pack    *pack.Pack
	state   State
	journal Journal
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
}

// Notice is the key of what to tell the player, "" for nothing.
func (r Report) Notice() string {
	switch {
	case r.OtherPack:
		return "notice.other-pack"
	case r.Lost > 0 || r.Unknown > 0:
		return "notice.save-partly"
	case r.Changed:
		return "notice.pack-changed"
	}
	return ""
}

// Restore replays a journal. What no longer applies, because the pack has
// changed since, is passed over as if skipped, and reported; the rest is kept.
func Restore(p *pack.Pack, j Journal) (*Session, Report) {
	s := NewSession(p, j.Seed, j.Locale)
	if j.Pack != p.Head().ID {
		return s, Report{OtherPack: true}
	}
	r := Report{Changed: j.Hash != p.Hash()}
	gone := false // the option that was chosen last is no longer there
	for _, rec := range j.Msgs {
		m, err := rec.Msg()
		if err != nil {
			r.Unknown++
			continue
		}
		if _, commit := m.(Commit); commit && r.Changed && (gone || !s.applies(m)) {
			r.Lost++
			gone = false
			s.Send(Skip{}) // or what follows would be taken for this step
			continue
		}
		if r.Changed && !s.applies(m) {
			_, choose := m.(Choose)
			gone = gone || choose
			continue
		}
		if _, choose := m.(Choose); choose {
			gone = false
		}
		s.Send(m)
	}
	s.state.Notice = r.Notice()
	s.state.Class.Timer.Running = false // the host's clock has stopped
	return s, r
}

// applies says whether a message still finds what it speaks of.
func (s *Session) applies(m Msg) bool {
	t := turn{pack: s.pack, State: s.state}
	switch m := m.(type) {
	case OpenCase:
		return s.pack.CaseIndex(m.Case) >= 0
	case Choose:
		return t.hasOption(m.Option)
	case Commit:
		return t.Screen == AtCheckItem || t.hasOption(t.Draft.Option)
	}
	return true
}

// Send tells the game what the player did.
func (s *Session) Send(m Msg) []Effect {
	var effects []Effect
	if asks(m) != nil {
		s.state.Notice, s.state.Detail = "", "" // what comes of it is told anew
	}
	s.state, effects = Update(s.pack, s.state, m)
	switch m.(type) {
	case EraseAll:
		s.journal.Msgs = prefsOnly(s.journal.Msgs)
	default:
		if asks(m) == nil { // what only asks the host changes nothing
			s.journal.Msgs = grow(s.journal.Msgs, m.record())
		}
	}
	return effects
}

// prefsOnly keeps of a journal what is comfort, not play.
func prefsOnly(records []Record) []Record {
	var kept []Record
	for _, r := range records {
		switch r.Kind {
		case "locale", "text", "spacing", "theme", "motion", "plain", "aloud":
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
