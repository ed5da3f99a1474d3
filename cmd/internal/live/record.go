package live

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"hardcases/game/pack"
	"hardcases/game/room"
)

// The keys of the store: what is kept, a room's code, and what it is kept for.
const (
	keyRoom   = "room"   // room.CODE: a record
	keyLesson = "lesson" // lesson.CODE: the teacher's game, as it saves itself
	keySeat   = "seat"   // seat.CODE.SEAT: nothing; that it is there says all
	keyGuess  = "guess"  // guess.CODE.CASE/STEP.SEAT: a ballot sent while guessing
	keyVote   = "vote"   // vote.CODE.CASE/STEP.SEAT: a ballot sent while choosing
	keyBet    = "bet"    // bet.CODE.CASE/STEP.SEAT: a ballot sent while betting
)

// recordVersion is the version of records that this program writes.
const recordVersion = 1

// record is what is known of a room, as it is kept and as the teacher's game sends
// it: JSON.
type record struct {
	Version int    `json:"version"`
	Pack    string `json:"pack"`   // its hash
	Key     string `json:"key"`    // hash of the teacher's token
	Join    string `json:"join"`   // what a camera reads after the code
	Locale  string `json:"locale"` // of the room
	Gentle  bool   `json:"gentle"` // in the pack's gentler wording
	Case    string `json:"case"`
	Step    string `json:"step"`
	Phase   string `json:"phase"`
	N       int    `json:"n"`  // the step is the Nth
	Of      int    `json:"of"` // of so many
	Locked  bool   `json:"locked"`
	Most    int    `json:"most"` // seats
	// Hold is how often the lead was taken: of two games the later one leads.
	Hold int `json:"hold"`
	// Turn grows with every change that a pupil can see.
	Turn   int       `json:"turn"`
	Opened time.Time `json:"opened"`
}

func (r *record) now() room.Now {
	return room.Now{Place: pack.Place{Case: r.Case, Step: r.Step}, Phase: room.Phase(r.Phase)}
}

// same says whether a pupil sees the same at both.
func (r *record) same(o *record) bool {
	return r.now() == o.now() && r.Gentle == o.Gentle && r.Pack == o.Pack && r.N == o.N && r.Of == o.Of
}

func (r *record) bytes() []byte {
	b, err := json.Marshal(r)
	if err != nil { // a record holds nothing that JSON cannot say
		panic(err)
	}
	return b
}

// parseRecord reads a record. Of a newer version it says so.
func parseRecord(b []byte) (*record, error) {
	r := new(record)
	if err := json.Unmarshal(b, r); err != nil {
		return nil, fmt.Errorf("a room is kept in a way that cannot be read: %w", err)
	}
	if r.Version > recordVersion {
		return nil, fmt.Errorf("a room was made by a newer version of this program (its records have version %d, this program knows %d)", r.Version, recordVersion)
	}
	return r, nil
}

// lesson is the teacher's game, and the number by which the game leads that kept it.
type lesson struct {
	hold int
	game []byte
}

// lessonMark begins a lesson as it is kept, before its number and a line's end; one that
// an earlier program kept has none of them.
const lessonMark = "hold "

func (l lesson) bytes() []byte {
	return append(fmt.Appendf(nil, "%s%d\n", lessonMark, l.hold), l.game...)
}

func parseLesson(b []byte) lesson {
	rest, marked := bytes.CutPrefix(b, []byte(lessonMark))
	number, game, whole := bytes.Cut(rest, []byte("\n"))
	hold, err := strconv.Atoi(string(number))
	if !marked || !whole || err != nil {
		return lesson{game: b}
	}
	return lesson{hold, game}
}

// ballots are the phases in which ballots are sent, by the keys that they are kept under.
var ballots = map[string]room.Phase{keyGuess: room.Guessing, keyVote: room.Choosing, keyBet: room.Betting}

// keyOf is the key of the ballots of a phase, "" where none are sent.
func keyOf(phase room.Phase) string {
	for key, of := range ballots {
		if of == phase {
			return key
		}
	}
	return ""
}

// ballotKey is where a ballot is kept.
func ballotKey(kind, code string, at pack.Place, seat string) string {
	return strings.Join([]string{kind, code, at.Case + "/" + at.Step, seat}, ".")
}

// token makes a secret of 128 random bits, and shade the hash that is kept of it.
func token(random [16]byte) string { return base64.RawURLEncoding.EncodeToString(random[:]) }

func shade(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:16])
}

// opens says whether a token is the one that a hash was kept of.
func opens(token, hash string) bool {
	return subtle.ConstantTimeCompare([]byte(shade(token)), []byte(hash)) == 1
}
